"""Which files of the folder of restored recordings belong there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.tape import RestorationState as State
from desktop_app.library.restorations import Row
from desktop_app.services.restored_files import (
    Findings,
    Listing,
    RestoredFiles,
    compare,
    name_of,
)

if TYPE_CHECKING:
    from desktop_app.base.paths import Home

DONE = Row(1, 10, State.DONE, "1-10.opus")
OLD = Row(2, 20, State.DONE, "7-20.opus")
QUEUED = Row(3, 30, State.QUEUED, None)
FAILED = Row(4, 40, State.FAILED, None)
LEFT = Row(5, 50, State.NONE, None)

TABLE = {
    "nothing": ((), (), (), Findings()),
    "as it should be": ((DONE, OLD), ("1-10.opus", "7-20.opus"), (), Findings()),
    "of a talk that is no more": (
        (DONE,),
        ("1-10.opus", "9-90.opus", "9-90.opus.part"),
        ("9",),
        Findings(files=("9-90.opus", "9-90.opus.part"), work=("9",)),
    ),
    "of another recording of the talk": (
        (DONE,),
        ("1-10.opus", "1-11.opus"),
        (),
        Findings(files=("1-11.opus",)),
    ),
    "of one that waits": ((QUEUED,), ("3-30.opus", "3-30.opus.part"), ("3",), Findings()),
    "of one that failed, or is not to be": (
        (FAILED, LEFT),
        ("4-40.opus.part", "5-50.opus"),
        ("4", "5"),
        Findings(files=("4-40.opus.part", "5-50.opus"), work=("4", "5")),
    ),
    "work on one that is done": ((DONE,), ("1-10.opus",), ("1",), Findings(work=("1",))),
    "the person's own": ((DONE,), ("1-10.opus", "mine.opus", "log"), (), Findings()),
    "the only one is gone": ((DONE,), (), (), Findings(gone=(1,))),
    "one of two is gone": ((DONE, OLD), ("1-10.opus",), (), Findings(gone=(2,))),
    "the disk is not there": ((DONE, OLD), (), (), Findings()),
}


@pytest.mark.parametrize(("rows", "files", "work", "found"), TABLE.values(), ids=TABLE)
def test_folder_and_library_are_compared(
    rows: tuple[Row, ...], files: tuple[str, ...], work: tuple[str, ...], found: Findings
) -> None:
    assert compare(Listing(frozenset(files), frozenset(work)), rows) == found


async def test_what_is_listed_can_be_deleted(home: Home) -> None:
    files = RestoredFiles(home)
    name = name_of(3, 1234)
    assert name == "3-1234.opus"
    assert not await files.has(name)
    files.path_of(name).write_bytes(b"sound")
    files.work_of(3).mkdir(parents=True)
    (files.work_of(3) / "piece.flac").write_bytes(b"sound")
    (home.restored / "work" / "notes").mkdir()
    assert await files.has(name)
    assert await files.listing() == Listing(frozenset({name}), frozenset({"3"}))
    await files.drop_work(3)
    await files.delete([name, "not there"])
    assert await files.listing() == Listing()
    assert (home.restored / "work" / "notes").is_dir()


async def test_a_folder_that_is_not_there_seems_empty(home: Home) -> None:
    home.restored.rmdir()
    files = RestoredFiles(home)
    assert await files.listing() == Listing()
    await files.delete(["1-10.opus"])
    await files.drop_work(1)

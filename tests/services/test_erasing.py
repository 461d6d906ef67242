"""Erasing takes all that is Hearthside's, wherever it lies, and nothing that is not."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.log import start_logging
from desktop_app.base.paths import Home
from desktop_app.library.database import Library
from desktop_app.services import erasing
from desktop_app.services.kept import survey
from desktop_app.services.lock import ERASING, WINDOW_LOCK, ProcessLock
from tests.support.clock import HandClock
from tests.support.command import environment
from tests.support.furnished import ACCOUNT, OWN, files_in, furnish, put_own
from tests.support.passwords import Passwords

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def passwords() -> Passwords:
    return Passwords({ACCOUNT: "secret", "bob@elsewhere.example": "another"})


async def test_nothing_of_a_furnished_home_is_left(home: Home, passwords: Passwords) -> None:
    await furnish(home)
    erased = erasing.erase_closed(home, passwords)
    assert erased == erasing.Erased()
    assert not home.root.exists()
    assert passwords.kept == {"bob@elsewhere.example": "another"}


async def test_what_the_person_put_there_stays_and_is_named(
    home: Home, passwords: Passwords
) -> None:
    await furnish(home)
    own = put_own(home)
    erased = erasing.erase_closed(home, passwords)
    assert erased.left == ()
    named = {path.relative_to(home.root).as_posix() for path in erased.own}
    whole = {"pictures", "audio/Singing", "restored/work/choir"}
    assert named == {name for name in OWN if not name.startswith(tuple(whole))} | whole
    assert files_in(home.root) == own


async def test_a_home_beside_it_is_untouched(
    home: Home, tmp_path: Path, passwords: Passwords
) -> None:
    other = Home(tmp_path / "home 2")
    for each in (home, other):
        each.prepare()
        await furnish(each)
    before = files_in(other.root)
    erasing.erase_closed(home, passwords)
    assert files_in(other.root) == before


async def test_all_can_be_erased_when_the_library_is_damaged(
    home: Home, passwords: Passwords
) -> None:
    await furnish(home)
    tape = home.audio / "Tapes" / "My own tape.mp3"
    tape.write_bytes(b"perhaps ours: who knows")
    (home.audio / "loose.mp3").write_bytes(b"surely not ours")
    for each in (home.database, *home.backups.glob("*.sqlite")):
        each.write_bytes(b"nonsense" * 5000)
    erased = erasing.erase_closed(home, passwords)
    assert [path.name for path in erased.own] == ["loose.mp3"]
    assert list(files_in(home.root)) == ["audio/loose.mp3"]


async def test_a_folder_that_is_no_home_keeps_everything(tmp_path: Path) -> None:
    folder = Home(tmp_path / "Music")
    put_own(folder)
    before = files_in(folder.root)
    assert not erasing.is_home(folder)
    erasing.erase_closed(folder, Passwords())
    assert files_in(folder.root) == before


async def test_links_are_followed_to_what_is_ours_and_no_further(
    home: Home, tmp_path: Path, passwords: Passwords
) -> None:
    await furnish(home)
    disk = tmp_path / "disk"
    shutil.move(home.audio, disk)
    (disk / "wedding.mp3").write_bytes(b"not ours")
    home.audio.symlink_to(disk)
    outside = tmp_path / "letter.txt"
    outside.write_text("not ours")
    (home.covers / ("ab" * 16 + ".jpg")).symlink_to(outside)
    link = tmp_path / "link"
    link.symlink_to(home.root)

    erased = erasing.erase_closed(Home(link), passwords)
    assert erased.left == ()
    assert files_in(disk) == {"wedding.mp3": b"not ours"}
    assert outside.read_text() == "not ours"
    assert {link, home.root, disk} <= set(erased.own)
    assert not any(home.root.iterdir())


async def test_a_disk_that_is_not_there_is_told(home: Home, passwords: Passwords) -> None:
    await furnish(home)
    shutil.rmtree(home.audio)
    home.audio.symlink_to(home.root.parent / "unplugged")
    erased = erasing.erase_closed(home, passwords)
    assert [(left.what, left.why) for left in erased.left] == [
        (f"{home.audio} was not erased", "what it leads to is not there now")
    ]
    assert not (home.root / ERASING).exists()


async def test_a_locked_keyring_is_told_and_the_rest_goes(home: Home, passwords: Passwords) -> None:
    await furnish(home)
    passwords.locked = True
    erased = erasing.erase_closed(home, passwords)
    (left,) = erased.left
    assert ACCOUNT in left.what
    assert left.why == "the keyring is locked, or cannot be reached from here"
    assert not home.root.exists()


@contextmanager
def as_somebody(folder: Path) -> Iterator[None]:
    """Be no administrator, to whom no file is closed; the folder belongs to whom we are then."""
    if os.geteuid() != 0:
        yield
        return
    nobody = 65534
    for each in (folder, *folder.rglob("*")):
        os.chown(each, nobody, nobody, follow_symlinks=False)
    for parent in folder.parents:
        if parent.stat().st_uid == 0 and parent.name.startswith(("pytest", "test_", "popen")):
            parent.chmod(0o755)
    os.seteuid(nobody)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="the rights are those of POSIX")
async def test_folders_and_files_that_were_closed_are_opened(
    tmp_path: Path, passwords: Passwords
) -> None:
    home = Home(tmp_path / "outer" / "home")
    home.prepare()
    await furnish(home)
    for folder in (home.covers, home.audio / "Tapes", home.audio):
        folder.chmod(0o500)
    home.settings.chmod(0o400)
    home.logs.chmod(0)
    with as_somebody(tmp_path / "outer"):
        erased = erasing.erase_closed(home, passwords)
    assert erased == erasing.Erased()
    assert not home.root.exists()


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only an administrator may give files away"
)
async def test_what_another_owns_is_named_and_the_rest_goes(
    tmp_path: Path, passwords: Passwords
) -> None:
    home = Home(tmp_path / "outer" / "home")
    home.prepare()
    await furnish(home)
    cover = home.covers / "0123456789abcdef0123456789abcdef.jpg"
    with as_somebody(tmp_path / "outer"):
        os.seteuid(0)
        os.chown(home.covers, 0, 0)
        home.covers.chmod(0o555)
        os.seteuid(65534)
        erased = erasing.erase_closed(home, passwords)
    assert f"{cover} was not erased" in {left.what for left in erased.left}
    assert {left.why for left in erased.left} == {"Permission denied"}
    assert set(files_in(home.root)) == {
        f"covers/{name}" for name in (cover.name, f"{cover.stem}.part", "Thumbs.db")
    }


async def test_nothing_is_erased_while_somebody_works_there(
    home: Home, passwords: Passwords
) -> None:
    await furnish(home)
    before = set(files_in(home.root))
    window = ProcessLock(home.root / WINDOW_LOCK)
    assert window.acquire()
    with pytest.raises(KnownError, match=r"Hearthside is open\. Close its window"):
        erasing.erase_closed(home, passwords)
    window.release()
    library = await Library.open(home, HandClock())
    with pytest.raises(KnownError, match="a command of Hearthside is at work"):
        erasing.erase_closed(home, passwords)
    await library.close()
    assert before <= set(files_in(home.root))
    assert ACCOUNT in passwords.kept
    assert not (home.root / ERASING).exists()


async def test_the_log_is_not_written_again(home: Home, passwords: Passwords) -> None:
    await furnish(home)
    start_logging(home)
    logging.getLogger("desktop_app.test").info("before")
    erasing.erase_closed(home, passwords)
    logging.getLogger("desktop_app.test").info("after")
    assert not home.root.exists()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the killer forks")
def test_killed_at_any_step_the_next_start_finishes_it(home: Home, tmp_path: Path) -> None:
    asyncio.run(furnish(home))
    (tmp_path / "scratch").mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.erased",
         str(home.root), str(tmp_path / "scratch"), ACCOUNT],
        capture_output=True, text=True, env=environment(), timeout=100, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > len(files_in(home.root))


async def test_what_is_kept_is_told_kind_by_kind(home: Home) -> None:
    await furnish(home)
    put_own(home)
    kept = survey(home)
    assert kept.numbers is not None
    assert (kept.numbers.feeds, kept.numbers.favorites, kept.numbers.bookmarks) == (1, 1, 1)
    assert kept.recordings.files == 9  # four whole, four parts, one dropping
    assert kept.covers.files == 3
    assert (kept.logs.files, kept.logs.bytes) == (2, 28)
    assert kept.accounts == ("ann",)
    assert [copy.daily for copy in kept.copies].count(True) == 2
    assert kept.bytes < sum(len(data) for data in files_in(home.root).values())

"""Names for every file system, whole files, and the look at the disk after a crash."""

from __future__ import annotations

import os
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop_app.downloads.files import (
    LONGEST_NAME,
    Findings,
    Row,
    file_name,
    finish,
    key,
    listing,
    part_of,
    reconcile,
    safe,
    taken_beside,
    unique,
)

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2009, 5, 15)


@pytest.mark.parametrize(
    ("feed", "title", "day", "speakers", "extension", "expected"),
    [
        ("Feed", "Surrender to win", DAY, ("Bob D.",), ".mp3",
         "Feed/2009-05-15 Bob D. - Surrender to win.mp3"),
        ("Feed", "Bob D. - Surrender to win", DAY, ("Bob D.",), ".mp3",
         "Feed/2009-05-15 Bob D. - Surrender to win.mp3"),
        ("Feed", "bob d - on fear", DAY, ("Bob D.",), ".mp3",
         "Feed/2009-05-15 bob d - on fear.mp3"),
        ("Feed", "Fear", None, ("Ann T.", "Lou S."), ".m4a", "Feed/Ann T. & Lou S. - Fear.m4a"),
        ("Feed", "", DAY, ("Bob D.",), ".mp3", "Feed/2009-05-15 Bob D.mp3"),
        ("", "", None, (), ".mp3", "Untitled/Untitled.mp3"),
        ("AC/DC: live?", 'Step 4: "fear" <and> 1/2', None, (), ".mp3",
         "AC-DC - live/Step 4 - 'fear' and 1-2.mp3"),
        ("..", "../../etc/passwd", None, (), ".mp3", "Untitled/etc-passwd.mp3"),
        ("NUL", "con", None, (), ".mp3", "_NUL/_con.mp3"),
        ("Com1.x", "Lpt9 ", None, (), ".ogg", "_Com1.x/_Lpt9.ogg"),
        ("Console", "Auxiliary", None, (), ".mp3", "Console/Auxiliary.mp3"),
        ("Dots...", " . hidden. ", None, (), ".mp3", "Dots/hidden.mp3"),
        ("Tab\there", "line\nbreak\x00\x07\x7f", None, (), ".mp3", "Tab here/line break.mp3"),
        ("\u202eevil\u200f", "\ufeffa\u200bb\u2028c", None, (), ".mp3", "evil/ab c.mp3"),
        ("שלום", "حياة 🙏🏽", None, (), ".mp3", "שלום/حياة 🙏🏽.mp3"),
        ("Cafe\u0301", "\ud800x", None, (), ".mp3", "Café/x.mp3"),
    ],
)  # fmt: skip
def test_file_name(
    feed: str,
    title: str,
    day: date | None,
    speakers: tuple[str, ...],
    extension: str,
    expected: str,
) -> None:
    assert file_name(feed, title, day, speakers, extension) == expected


@pytest.mark.parametrize(
    "title",
    ["long words and more of them " * 20, "x" * 500, "é" * 300, "e\u0323\u0307" * 200, "🙏" * 200,
     "长" * 200],
)  # fmt: skip
def test_long_names_fit_everywhere(title: str, tmp_path: Path) -> None:
    path = file_name(title, title, DAY, ("Bob D.",))
    numbered = unique(path, {key(path)} | {key(f"{path[:-4]} ({n}).mp3") for n in range(999)})
    folder, _, name = numbered.partition("/")
    assert len(f"{name}.part".encode()) <= LONGEST_NAME
    assert len(folder.encode()) <= 80
    assert len(path.encode()) > 40
    assert name.removesuffix(".mp3") == name.removesuffix(".mp3").strip(" .")
    (tmp_path / folder).mkdir()
    (tmp_path / numbered).touch()


def test_a_cut_keeps_words_and_accents_whole() -> None:
    assert safe("one two three four", 16) == "one two three"
    assert safe("a" * 30, 16) == "a" * 15
    base = "q\u0323" * 10
    assert unicodedata.category(safe(base, 15)[-1]) == "Mn"
    assert safe(base, 15) == "q\u0323" * 4


@pytest.mark.parametrize(
    ("path", "taken", "expected"),
    [
        ("F/a.mp3", (), "F/a.mp3"),
        ("F/a.mp3", ("F/b.mp3",), "F/a.mp3"),
        ("F/a.mp3", ("F/a.mp3",), "F/a (2).mp3"),
        ("F/a.mp3", ("f/A.MP3", "F/a (2).mp3"), "F/a (3).mp3"),
        ("F/Café.mp3", ("F/Cafe\u0301.mp3",), "F/Café (2).mp3"),
        ("F/Bob D. x.mp3", ("F/Bob D. x.mp3",), "F/Bob D. x (2).mp3"),
    ],
)
def test_unique(path: str, taken: tuple[str, ...], expected: str) -> None:
    assert unique(path, {key(one) for one in taken}) == expected


def test_finish_replaces_in_one_step(tmp_path: Path) -> None:
    final = tmp_path / "talk.mp3"
    final.write_bytes(b"older")
    part = part_of(final)
    part.write_bytes(b"whole")
    finish(part, final)
    assert [path.name for path in tmp_path.iterdir()] == ["talk.mp3"]
    assert final.read_bytes() == b"whole"


def test_finish_without_a_part_harms_nothing(tmp_path: Path) -> None:
    final = tmp_path / "talk.mp3"
    final.write_bytes(b"older")
    with pytest.raises(FileNotFoundError):
        finish(part_of(final), final)
    assert final.read_bytes() == b"older"


HAVE = Row(1, "F/a.mp3", downloaded=True, size=10)
MORE = Row(3, "F/c.mp3", downloaded=True, size=30)
WANT = Row(2, "F/b.mp3", downloaded=False, size=20)


@pytest.mark.parametrize(
    ("found", "rows", "findings"),
    [
        ({}, (), Findings()),
        ({"F/a.mp3": 10, "F/b.mp3.part": 7}, (HAVE, WANT), Findings()),
        ({}, (HAVE, WANT), Findings(missing=(1,))),
        ({"F/a.mp3": 9}, (HAVE,), Findings(changed=((1, "F/a.mp3"),))),
        ({}, (HAVE, MORE, WANT), Findings()),
        ({"F/c.mp3.part": 1}, (HAVE, MORE), Findings(stray=("F/c.mp3.part",))),
        ({"F/c.mp3": 30}, (HAVE, MORE), Findings(missing=(1,))),
        ({"F/c.mp3": 29}, (HAVE, MORE), Findings(missing=(1,), changed=((3, "F/c.mp3"),))),
        ({"F/a.mp3": 9}, (Row(1, "F/a.mp3", downloaded=True),), Findings()),
        ({"F/b.mp3": 20}, (WANT,), Findings(finished=((2, "F/b.mp3"),))),
        ({"F/b.mp3": 19}, (WANT,), Findings()),
        ({"F/b.mp3": 0}, (Row(2, "F/b.mp3", downloaded=False),), Findings()),
        ({"F/b.mp3": 5}, (Row(2, "F/b.mp3", downloaded=False),),
         Findings(finished=((2, "F/b.mp3"),))),
        ({"F/b.mp3": 20, "F/b.mp3.part": 3}, (WANT,),
         Findings(finished=((2, "F/b.mp3"),), stray=("F/b.mp3.part",))),
        ({"F/a.mp3": 10, "F/a.mp3.part": 3}, (HAVE,), Findings(stray=("F/a.mp3.part",))),
        ({"G/z.mp3.part": 3, "F/y.mp3.part": 0}, (),
         Findings(stray=("F/y.mp3.part", "G/z.mp3.part"))),
        ({"G/kept by hand.mp3": 3}, (), Findings()),
    ],
)  # fmt: skip
def test_reconcile(found: dict[str, int], rows: tuple[Row, ...], findings: Findings) -> None:
    assert reconcile(found, rows) == findings


def test_listing_speaks_the_rows_language(tmp_path: Path) -> None:
    folder = tmp_path / "Cafe\u0301"
    folder.mkdir()
    (folder / "a.mp3").write_bytes(b"12345")
    (folder / "b.mp3.part").write_bytes(b"")
    (folder / "c.mp3").symlink_to(folder / "a.mp3")
    (folder / "d.mp3").symlink_to(folder / "not there")
    assert listing(tmp_path) == {"Café/a.mp3": 5, "Café/b.mp3.part": 0, "Café/c.mp3": 5}
    assert listing(tmp_path / "not there") == {}


def test_listing_follows_links_and_never_walks_in_circles(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    (disk / "Feed").mkdir(parents=True)
    (disk / "Feed" / "a.mp3").write_bytes(b"123")
    (disk / "Feed" / "round").symlink_to(disk)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "b.mp3").write_bytes(b"1")
    (disk / "Other").symlink_to(tmp_path / "other")
    (disk / "Alias").symlink_to(disk / "Feed")
    (tmp_path / "audio").symlink_to(disk)
    expected = {"Feed/a.mp3": 3, "Alias/a.mp3": 3, "Other/b.mp3": 1}
    assert listing(tmp_path / "audio") == expected


def test_a_folder_closed_to_us_counts_as_empty_but_not_the_root(tmp_path: Path) -> None:
    (tmp_path / "a.mp3").write_bytes(b"1")
    closed = tmp_path / "lost+found"
    closed.mkdir(0o000)
    try:
        if os.access(closed, os.R_OK):
            pytest.skip("this user may read everything")
        assert listing(tmp_path) == {"a.mp3": 1}
        with pytest.raises(OSError, match="denied"):
            listing(closed)
    finally:
        closed.chmod(0o700)


def test_names_on_the_disk_are_taken(tmp_path: Path) -> None:
    wanted = tmp_path / "Feed" / "x.mp3"
    assert taken_beside(wanted) == frozenset()
    wanted.parent.mkdir()
    (wanted.parent / "X.mp3").touch()
    (wanted.parent / "y.mp3.part").touch()
    assert taken_beside(wanted) == {key("Feed/x.mp3"), key("Feed/y.mp3")}

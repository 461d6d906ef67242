"""The growing file: compares what comes again, and writes only behind its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.downloads.part import Part

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Feed" / "talk.mp3.part"


def test_it_grows_and_is_read_again(path: Path) -> None:
    with Part(path) as part:
        part.take(b"ID3\x04")
        part.take(b"more")
        assert (part.size, part.at) == (8, 8)
        assert path.read_bytes() == b"ID3\x04more"  # while it is open: nothing is held back
    with Part(path) as part:
        assert (part.size, part.at) == (8, 0)
        assert part.is_sound()


@pytest.mark.parametrize(
    ("at", "piece", "agrees"),
    [
        (0, b"0123", True),
        (0, b"0123456789ab", True),
        (0, b"01x3", False),
        (6, b"6789ab", True),
        (6, b"678xab", False),
        (10, b"anything", True),
    ],
)
def test_what_comes_again_is_compared(path: Path, at: int, piece: bytes, agrees: bool) -> None:
    path.parent.mkdir()
    path.write_bytes(b"0123456789")
    with Part(path) as part:
        part.at = at
        assert part.agrees(piece) is agrees
        if agrees:
            part.take(piece)
            assert part.at == at + len(piece)
        assert part.size == max(10, part.at)
    assert path.read_bytes() == (b"0123456789"[:at] + piece if part.size > 10 else b"0123456789")


def test_what_is_cut_off_is_written_anew(path: Path) -> None:
    path.parent.mkdir()
    path.write_bytes(b"0123456789")
    with Part(path) as part:
        part.take(b"0123")
        assert not part.agrees(b"abc")
        part.cut(part.at)
        assert part.agrees(b"abc")
        part.take(b"abc")
        part.cut(99)
    assert path.read_bytes() == b"0123abc"


def test_an_empty_one_is_not_left_behind(path: Path) -> None:
    with Part(path) as part:
        assert path.exists()
        assert not part.is_sound()
    assert not path.exists()

"""Playlists as other players write and read them."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.sharing import SharedTalk
from desktop_app.feeds import playlist

FOLDER = PurePosixPath("/home/ann/Music")
WEB = SharedTalk("Talk", "Bob D. — Surrender", url="https://example.org/1.mp3", duration=61.5)
HERE = SharedTalk("Here", file="/home/ann/Music/Tapes/1.mp3", url="https://example.org/2.mp3")
FAR = SharedTalk("Far", file="/srv/é/2.mp3", duration=5.0)
NOWHERE = SharedTalk("Nowhere", guid="g")


def test_what_is_written() -> None:
    data = playlist.write((WEB, HERE, FAR, NOWHERE), "Four\nsteps", FOLDER, plain=False)
    assert data.decode().splitlines() == [
        "#EXTM3U",
        "#PLAYLIST:Four steps",
        "#EXTINF:62,Bob D. — Surrender",
        "https://example.org/1.mp3",
        "#EXTINF:-1,Here",
        "Tapes/1.mp3",
        "#EXTINF:5,Far",
        "/srv/é/2.mp3",
    ]
    plain = playlist.write((FAR,), "é", FOLDER, plain=True)
    assert plain.decode("utf-8").splitlines()[:3] == ["#EXTM3U", "#EXTENC:UTF-8", "#PLAYLIST:é"]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("/home/ann/Music/#1.mp3", b"./#1.mp3"),
        ("/srv/a\nb.mp3", b"file:///srv/a%0Ab.mp3"),
        ("/srv/caf\udce9.mp3", b"/srv/caf\xe9.mp3"),
        ("/home/ann/Music2/1.mp3", b"/home/ann/Music2/1.mp3"),
    ],
)
def test_odd_names_of_files(file: str, line: bytes) -> None:
    data = playlist.write((SharedTalk("T", file=file),), "N", FOLDER, plain=False)
    assert data.splitlines()[-1] == line


def test_what_was_written_is_read() -> None:
    for plain in (False, True):
        shared = playlist.read(playlist.write((WEB, FAR), "Steps", FOLDER, plain=plain), "stem")
        (collection,) = shared.collections
        assert (collection.name, collection.talks) == ("Steps", (0, 1))
        web, far = shared.talks
        assert (web.url, web.headline, web.duration) == (WEB.url, WEB.headline, 62.0)
        assert (far.file, far.title) == (FAR.file, "Far")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (b"#EXTM3U\n", []),
        (b"http://e.org/a%20b.mp3", [("a b", "http://e.org/a%20b.mp3", "")]),
        (b"\xef\xbb\xbf#EXTM3U\r\n\r\nC:\\tapes\\One.mp3\r\n", [("One", "", "C:\\tapes\\One.mp3")]),
        (b"file:///srv/a%20b.mp3", [("a b", "", "/srv/a b.mp3")]),
        (b"caf\xe9.mp3", [("café", "", "café.mp3")]),
        (b"#EXTINF:12 a=\"b\",X, Y\n#EXTGRP:z\n1.mp3", [("X, Y", "", "1.mp3")]),
        (b"#EXTINF:x,Bad\n1.mp3", [("1", "", "1.mp3")]),
        (b"http://[/x.mp3", [("x", "", "http://[/x.mp3")]),
        (b"file://[/x.mp3\n2.mp3", [("file://[/x.mp3", "", ""), ("2", "", "2.mp3")]),
        (b"x" * 5_000 + b"\n1.mp3", [("1", "", "1.mp3")]),
    ],
)  # fmt: skip
def test_what_others_write(text: bytes, expected: list[tuple[str, str, str]]) -> None:
    shared = playlist.read(text, "Evening")
    assert [(each.title, each.url, each.file) for each in shared.talks] == expected
    assert shared.collections[0].name == "Evening"


@pytest.mark.parametrize("data", [b"", b"\0\1\2", b"# a text\n", b"1.mp3\n" * 50_001])
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="The playlist cannot be read"):
        playlist.read(data, "stem")

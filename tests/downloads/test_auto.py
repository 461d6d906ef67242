"""Which episodes are downloaded without being asked for."""

from __future__ import annotations

import pytest

from desktop_app.base.shelf import Listed
from desktop_app.downloads.auto import is_sound, wanted

ALL = 99


def talk(number: int, **values: bool) -> Listed:
    return Listed(number, f"https://example.org/{number}.mp3", "audio/mpeg", **values)


@pytest.mark.parametrize(
    ("newest", "seen", "before", "queued"),
    [
        ([5, 4, 3], 0, 0, (5, 4, 3)),  # switched on
        ([5, 4, 3], 3, ALL, (5, 4)),  # two came
        ([5, 4, 3], 5, ALL, ()),  # nothing came
        ([5, 4, 3], 5, 0, (5, 4, 3)),  # switched off and on again
        ([5, 4, 3, 2, 1], 5, 3, (2, 1)),  # from the newest 3 to the newest 5
        ([6, 5, 4, 3, 2], 5, 3, (6, 3, 2)),  # the same, and one came
        ([5], 5, 3, ()),  # from the newest 3 to the newest 1
        ([2, 9, 1], 5, ALL, (9,)),  # an old one that the feed added late
        ([], 0, 0, ()),
    ],
)
def test_each_is_looked_at_once(
    newest: list[int], seen: int, before: int, queued: tuple[int, ...]
) -> None:
    assert wanted([talk(number) for number in newest], seen, before) == queued


def test_what_was_heard_or_asked_for_before_is_left() -> None:
    newest = [talk(4, heard=True), talk(3, asked=True), talk(2), talk(1)]
    assert wanted(newest, 0, 0) == (2, 1)


@pytest.mark.parametrize(
    ("url", "kind", "sound"),
    [
        ("https://example.org/1.mp3", "audio/mpeg", True),
        ("http://example.org/1", "Audio/MPEG; charset=utf-8", True),
        ("https://example.org/1.mp4", "video/mp4", True),
        ("https://example.org/1.ogg", "application/ogg", True),
        ("https://example.org/1.mp3?x=1", None, True),
        ("https://example.org/play", "", True),
        ("https://example.org/1.mp3", "application/octet-stream", True),
        ("https://example.org/1.mp3", "application/force-download", True),
        ("https://example.org/1.mp3", "text/html", True),
        ("https://example.org/1.pdf", "application/pdf", False),
        ("https://example.org/play", "application/pdf", False),
        ("https://example.org/1.pdf", None, False),
        ("https://example.org/1.jpg", "image/jpeg", False),
        ("https://example.org/1.zip", "application/octet-stream", False),
        ("file:///tapes/1.mp3", "audio/mpeg", False),
        ("hearthside:starter", "audio/mpeg", False),
        ("ftp://example.org/1.mp3", "audio/mpeg", False),
        ("https://[broken/1.mp3", "audio/mpeg", False),
        ("", "audio/mpeg", False),
        (None, "audio/mpeg", False),
    ],
)
def test_only_sound_on_the_web(url: str | None, kind: str | None, sound: bool) -> None:
    assert is_sound(url, kind) is sound
    assert wanted([Listed(1, url, kind)], 0, 0) == ((1,) if sound else ())

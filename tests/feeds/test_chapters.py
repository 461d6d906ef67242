"""Chapters that a publisher keeps beside the sound."""

from __future__ import annotations

import json

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.feeds.chapters import read


def test_chapters_in_the_order_of_their_places() -> None:
    document = {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 168, "title": "Step\u202e six &amp; seven", "img": "https://x.org/a.jpg"},
            {"startTime": 0, "title": " Opening "},
            {"startTime": "260.5"},
            {"startTime": 168.0, "title": "the same place"},
            {"startTime": 200, "title": "not to be listed", "toc": False},
            {"startTime": -1, "title": "before"},
            {"startTime": float("inf"), "title": "never"},
            {"startTime": True, "title": "no number"},
            {"startTime": "soon", "title": "no number"},
            {"title": "nowhere"},
            "nonsense",
        ],
    }
    assert read(json.dumps(document).encode()) == (
        Chapter(0.0, "Opening"),
        Chapter(168.0, "Step six & seven"),
        Chapter(260.5, ""),
    )
    assert read(json.dumps(document).encode("utf-16")) == read(json.dumps(document).encode())
    assert read(b'{"version": "1.2.0", "chapters": []}') == ()


@pytest.mark.parametrize(
    "body", [b"", b"<html>", b"[]", b'{"chapters": 7}', b"{" * 99_999, b"\xff\xfe\xfd"]
)
def test_what_is_no_list_of_chapters(body: bytes) -> None:
    with pytest.raises(KnownError, match="The chapters cannot be read"):
        read(body)


def test_there_is_an_end_to_them() -> None:
    many = [{"startTime": at, "title": "x" * 999} for at in range(5000)]
    found = read(json.dumps({"chapters": many}).encode())
    assert len(found) == 1000
    assert len(found[0].title) == 300

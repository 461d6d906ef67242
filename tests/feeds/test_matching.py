"""Which episodes a file's talks are: sure marks first, and rather none than a wrong one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.base.sharing import Candidate, SharedTalk
from desktop_app.feeds.matching import find

DAY = datetime(2020, 1, 1, tzinfo=UTC)
FEED = "https://example.org/feed"


def candidate(number: int, **values: object) -> Candidate:
    usual: dict[str, object] = {
        "id": number,
        "title": f"Talk {number}",
        "guid": f"guid-{number}",
        "url": f"https://example.org/{number}.mp3",
        "file": None,
        "sound": None,
        "published": DAY,
        "feed_url": FEED,
        "feeds": ("Cast", "My cast"),
    }
    return Candidate(**(usual | values))  # type: ignore[arg-type]


LIBRARY = (
    candidate(1),
    candidate(2, title="Daily", published=DAY.replace(day=2)),
    candidate(3, title="Daily", published=DAY.replace(day=3)),
    candidate(4, guid="guid-1", feed_url="https://other.org/feed", feeds=("Other",)),
    candidate(5, guid="twice", title="First"),
    candidate(6, guid="twice", title="Second"),
    candidate(7, sound="abc", feed_url="file:///tapes", feeds=("Tapes",), url="file:///tapes/7.mp3"),
    candidate(8, file="Cast/8.mp3"),
    candidate(9, url="https://example.org/1.mp3", feed_url="https://o.org/", feeds=("Copy",)),
)  # fmt: skip
TALK = SharedTalk("Unheard of")


@pytest.mark.parametrize(
    ("talk", "expected"),
    [
        (TALK, None),
        (replace(TALK, guid="guid-1"), None),
        (replace(TALK, guid="guid-1", feed_url=FEED), 1),
        (replace(TALK, guid="guid-1", feed_url="http://www.EXAMPLE.org/feed/"), 1),
        (replace(TALK, guid="guid-1", feed_url="https://other.org/feed?token=x"), 4),
        (replace(TALK, guid="guid-1", feed="Other"), 4),
        (replace(TALK, guid="guid-9", feed_url=FEED), None),
        (replace(TALK, guid="twice", feed_url=FEED, title="second"), 6),
        (replace(TALK, guid="twice", feed_url=FEED, title="Third"), 5),
        (replace(TALK, url="http://example.org/2.mp3"), 2),
        (replace(TALK, url="https://u:p@example.org/2.mp3"), 2),
        (replace(TALK, url="https://example.org/1.mp3"), 1),
        (replace(TALK, url="https://example.org/1.mp3", feed_url="https://o.org"), 9),
        (replace(TALK, url="https://example.org/2.mp3", guid="guid-1", feed_url=FEED), 1),
        (replace(TALK, sound="abc", title="Renamed"), 7),
        (replace(TALK, file="Cast/8.mp3"), 8),
        (SharedTalk("TALK  1", feed="Cast"), 1),
        (SharedTalk("Talk 1", feed="My cast"), 1),
        (SharedTalk("Talk 1", feed_url=FEED), 1),
        (SharedTalk("Talk 1", feed="Nobody's"), None),
        (SharedTalk("Talk 1"), None),
        (SharedTalk("Talk 1", feed="Cast", published=DAY.replace(day=9)), None),
        (SharedTalk("Daily", feed="Cast", feed_url=FEED), None),
        (SharedTalk("Daily", feed="Cast", published=DAY.replace(day=3)), 3),
        (SharedTalk("Daily", feed="Cast", published=DAY.replace(day=4)), None),
    ],
    ids=repr,
)
def test_find(talk: SharedTalk, expected: int | None) -> None:
    assert find([talk], LIBRARY) == (expected,)
    assert find([talk], tuple(reversed(LIBRARY))) == (expected,)


def test_what_hundreds_have_in_common_tells_nothing() -> None:
    many = [candidate(number, title="Daily") for number in range(1, 300)]
    asked = [SharedTalk("Daily", feed="Cast", guid="guid-7", feed_url=FEED)] * 1_000
    assert set(find(asked, many)) == {7}
    assert find([SharedTalk("Daily", feed="Cast", published=DAY)], many) == (None,)

"""Our own file of favorites: all that was written comes back, and nothing else gets in."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.base.sharing import Shared, SharedCollection, SharedFilter, SharedTalk
from desktop_app.feeds import favorites_file

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
TALK = SharedTalk(
    "Bob D. - “Surrender” é 🌱",
    feed="Sober Cast",
    feed_url="https://example.org/feed",
    guid="guid-1",
    url="https://example.org/1.mp3",
    sound="abc",
    published=datetime(1998, 5, 15, tzinfo=UTC),
    duration=3480.5,
    added=NOW,
    note="line one\n\tline two",
)
SHARED = Shared(
    (TALK, SharedTalk("Bare"), SharedTalk("Tape", feed="Tapes", feed_url="hearthside:starter")),
    (
        SharedCollection("Grief", (2, 0)),
        SharedCollection("Empty"),
        SharedCollection("All", filter=SharedFilter(EpisodeQuery())),
        SharedCollection(
            "Fourth step",
            filter=SharedFilter(
                EpisodeQuery(step=4, unheard=True, order=Order.TITLE),
                "Sober Cast",
                "https://example.org/feed",
                "Grief",
                SharedTalk("Part 1", guid="g", feed="Sober Cast"),
            ),
        ),
    ),
)


def test_all_of_it_comes_back() -> None:
    data = favorites_file.write(SHARED, NOW)
    assert favorites_file.read(data) == SHARED
    assert favorites_file.read(b"\xef\xbb\xbf" + data) == SHARED
    document = json.loads(data)
    assert document["exported"] == "2026-11-22T20:00:00Z"
    assert document["talks"][1] == {"title": "Bare"}


def test_what_a_newer_one_adds_is_passed_over() -> None:
    document = json.loads(favorites_file.write(SHARED, NOW))
    document["mood"] = document["talks"][0]["mood"] = "calm"
    document["collections"][3]["filter"]["mood"] = ["calm"]
    assert favorites_file.read(json.dumps(document).encode()) == SHARED


def file(**values: Any) -> bytes:  # noqa: ANN401 - any member
    return json.dumps({"format": favorites_file.FORMAT, "version": 1, **values}).encode()


def talk(**values: Any) -> bytes:  # noqa: ANN401 - as above
    return file(talks=[{"title": "T", **values}])


def collection(**values: Any) -> bytes:  # noqa: ANN401 - as above
    return file(talks=[{"title": "T"}], collections=[{"name": "C", **values}])


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\xff",
        b"no json",
        b"[]",
        b"{}",
        b'{"format": "other"}',
        b"[" * 200_000,
        b'{"format":' * 200_000,
        b'{"format": "hearthside favorites", "talks": ' + b"9" * 10_000 + b"}",
        file(talks={}),
        file(talks=["T"]),
        file(talks=[{}]),
        file(talks=[{"title": ""}]),
        file(talks=[{"title": 7}]),
        file(talks=[{"title": "T"}] * 50_001),
        file(collections=[{"name": "C"}] * 1_001),
        file(collections=["C"]),
        file(version=2),
        talk(note=["a"]),
        talk(feed="Sober Cast"),
        talk(feed={"url": 1}),
        talk(guid={}),
        talk(published="yesterday"),
        talk(published="0001-01-01T00:00:00+14:00"),
        talk(added=7),
        talk(duration="long"),
        talk(duration=True),
        talk(duration=-1),
        talk(duration=float("nan")),
        talk(duration=10**400),
        collection(talks="all"),
        collection(talks=[1]),
        collection(talks=[-1]),
        collection(talks=[0.0]),
        collection(talks=[True]),
        collection(talks=[[0]]),
        collection(name=7),
        collection(filter=[]),
        collection(filter={"series": "key"}),
        collection(filter={"feed": 7}),
        file(
            talks=[{"title": "T"}] * 500,
            collections=[{"name": "C", "talks": list(range(500))}] * 401,
        ),
    ],
    ids=lambda data: data[:60].decode("latin-1"),
)
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        favorites_file.read(data)


def test_addresses_and_letters_that_do_harm_stay_outside() -> None:
    data = file(
        talks=[
            {
                "title": "T\ud800\x00\x1b[2J",
                "url": "file:///etc/passwd",
                "feed": {"url": "javascript:alert(1)", "title": "F"},
                "note": "n" * 50_000,
            }
        ]
    )
    (read,) = favorites_file.read(data).talks
    assert (read.title, read.url, read.feed, read.feed_url) == ("T[2J", "", "F", "")
    assert len(read.note) == 20_000


def test_a_filter_cannot_name_our_numbers() -> None:
    data = collection(filter={"feed_id": 3, "collection": "Grief", "step": 4})
    (read,) = favorites_file.read(data).collections
    assert read.filter == SharedFilter(EpisodeQuery(step=4), collection="Grief")

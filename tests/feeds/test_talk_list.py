"""A collection as OPML: for outliners, for podcast apps, and back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.sharing import SharedTalk
from desktop_app.feeds import opml, talk_list

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
FEED = "https://example.org/feed?a=1&b=2"
TALKS = (
    SharedTalk("A & <b>", "Bob D. — “A”", "Cast", FEED, "g<1>", "https://example.org/1.mp3?x=1&y=2"),
    SharedTalk("B\x00\uffff", feed="Members", feed_url="https://m.org/rss", guid="2"),
    SharedTalk("C", feed="Cast", feed_url=FEED, guid="3", url="https://example.org/3.mp3"),
    SharedTalk("Tape", feed="Tapes", guid="t"),
)  # fmt: skip


def test_what_others_see() -> None:
    data = talk_list.write(TALKS, "Step <4>", NOW)
    root = etree.fromstring(data)
    assert root.get("version") == "2.0"
    assert root.findtext("head/title") == "Step <4>"
    assert root.findtext("head/dateCreated") == "Sun, 22 Nov 2026 20:00:00 GMT"
    talks, feeds = root.findall("body/outline")
    links = [(each.get("text"), each.get("type"), each.get("url")) for each in talks]
    assert links == [
        ("Bob D. — “A”", "link", TALKS[0].url),
        ("B", None, None),
        ("C", "link", TALKS[2].url),
        ("Tape", None, None),
    ]
    assert [each.get("xmlUrl") for each in feeds] == [FEED, "https://m.org/rss"]
    assert opml.read(data) == (
        CatalogueEntry("Cast", "Feeds", FEED),
        CatalogueEntry("Members", "Feeds", "https://m.org/rss"),
    ), "a podcast app subscribes to the feeds, and to no talk"


def test_what_was_written_is_read() -> None:
    shared = talk_list.read(talk_list.write(TALKS, "Step 4", NOW), "stem")
    expected = [
        replace(talk, headline="", title=talk.title.strip("\0\uffff")) for talk in TALKS[:3]
    ]
    assert list(shared.talks) == expected
    (collection,) = shared.collections
    assert (collection.name, collection.talks) == ("Step 4", (0, 1, 2))


def document(body: str) -> bytes:
    return f'<opml version="2.0"><body>{body}</body></opml>'.encode()


def test_what_others_write() -> None:
    shared = talk_list.read(
        document(
            '<outline text="x"><outline type="AUDIO" text="A" URL="http://a.org/1.mp3"/></outline>'
            '<outline type="link" url="file:///etc/passwd" text="B"/>'
            '<outline type="song" url="http://a.org/2.mp3"/>'
            '<outline text="F" xmlUrl="http://a.org/feed"/>'
        ),
        "Evening",
    )
    urls = [(each.title, each.url) for each in shared.talks]
    assert urls == [("A", "http://a.org/1.mp3"), ("http://a.org/2.mp3", "http://a.org/2.mp3")]
    assert shared.collections[0].name == "Evening"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<opml><body>",
        b"<html/>",
        document(""),
        document('<outline text="F" xmlUrl="http://a.org/feed"/>'),
        document("<outline>" * 400 + "</outline>" * 400),
        document('<outline text="&a;" type="link" url="http://a.org/"/>').replace(
            b"<opml", b'<!DOCTYPE opml [<!ENTITY a SYSTEM "file:///etc/passwd">]><opml'
        ),
        document('<outline type="link" url="http://a.org/1.mp3"/>' * 50_001),
    ],
    ids=range(8),
)
def test_what_is_none_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="The list of talks cannot be read"):
        talk_list.read(data, "stem")

"""Lists of feeds, those of others and our own catalogue."""

from __future__ import annotations

from collections import Counter

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.paths import CATALOGUE
from desktop_app.feeds import opml
from desktop_app.feeds.addresses import is_web, normalise


def document(body: str) -> bytes:
    return f'<?xml version="1.0"?><opml version="1.0"><body>{body}</body></opml>'.encode()


GROUPS = (
    '<outline text="G"><outline text="A" xmlUrl="http://a.org/"/>'
    '<outline text="H"><outline text="B" xmlUrl="http://b.org/"/></outline></outline>'
    '<outline text="C" xmlUrl="http://c.org/"/>'
)
INSIDE = (
    '<outline text="A" xmlUrl="http://a.org/"><outline text="B" xmlUrl="http://b.org/"/></outline>'
)


@pytest.mark.parametrize(
    ("body", "entries"),
    [
        ('<outline text="A" xmlUrl="http://a.org/"/>', [("A", "", "http://a.org/", None)]),
        ('<outline title="A" xmlurl="http://a.org/"/>', [("A", "", "http://a.org/", None)]),
        ('<outline xmlUrl="http://a.org/"/>', [("http://a.org/", "", "http://a.org/", None)]),
        ('<outline text="A" htmlUrl="http://a.org/"/>', [("A", "", None, "http://a.org/")]),
        ('<outline text="A" type="rss"/>', []),
        ('<outline text="A" url="http://a.org/"/>', [("A", "", "http://a.org/", None)]),
        ('<outline text="A" type="link" url="http://a.org/1.mp3"/>', []),
        ('<outline text="A" xmlUrl="file:///etc/passwd"/>', []),
        ('<outline text="A" xmlUrl="/local" htmlUrl="http://a.org"/>', [("A", "", None, "http://a.org")]),
        (
            GROUPS,
            [
                ("A", "G", "http://a.org/", None),
                ("B", "G / H", "http://b.org/", None),
                ("C", "", "http://c.org/", None),
            ],
        ),
        (
            INSIDE,
            [("A", "", "http://a.org/", None), ("B", "", "http://b.org/", None)],
        ),
        ("", []),
    ],
)  # fmt: skip
def test_read(body: str, entries: list[tuple[str, str, str | None, str | None]]) -> None:
    assert opml.read(document(body)) == tuple(CatalogueEntry(*entry) for entry in entries)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<opml><body>",
        b"<html/>",
        b"<rss><channel/></rss>",
        document('<outline text="&secret;" xmlUrl="http://a.org/"/>').replace(
            b"<opml", b'<!DOCTYPE opml [<!ENTITY secret SYSTEM "file:///etc/passwd">]><opml'
        ),
        document("<outline>" * 400 + "</outline>" * 400),
    ],
)
def test_broken(data: bytes) -> None:
    with pytest.raises(KnownError, match="cannot be read"):
        opml.read(data)


def test_write_and_read_back() -> None:
    entries = (
        CatalogueEntry("A & <x> “ä”", "Group & co", "http://a.org/?x=1&y=2", "http://a.org/"),
        CatalogueEntry("Home only", "Group & co", None, "http://b.org/"),
        CatalogueEntry("Loose", "", "http://c.org/"),
    )
    assert opml.read(opml.write(entries, "My feeds")) == entries
    assert (
        opml.read(opml.write([entries[2], *entries], "T\x00"))
        == (entries[2], *entries[2:], *entries[:2])[:4]
    )
    assert opml.read(opml.write([], "None")) == ()


def test_groups_stand_together() -> None:
    mixed = [CatalogueEntry(t, g, f"http://{t}.org/") for t, g in ("a1", "b2", "c1", "d2")]
    assert [entry.title for entry in opml.read(opml.write(mixed, "T"))] == ["a", "c", "b", "d"]


def test_the_catalogue() -> None:
    entries = opml.read(CATALOGUE.read_bytes())
    assert Counter(entry.group for entry in entries) == {
        "Speakers": 8,
        "Recovery shows": 25,
        "Guided meditations": 16,
        "Meditation talks": 32,
    }
    assert all(entry.title and (entry.feed_url or entry.home_page) for entry in entries)
    addresses = [url for e in entries for url in (e.feed_url, e.home_page) if url]
    assert all(map(is_web, addresses))
    feeds = [normalise(entry.feed_url) for entry in entries if entry.feed_url]
    assert len(feeds) == len(set(feeds)) == 71

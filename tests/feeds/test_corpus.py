"""Thousands of real, odd and hostile files: nothing crashes, and both readers agree.

The corpus lies beside the repository and is no part of it. feedparser is the reference: what
the fast reader says differently is named in ``ALLOWED``, with the reason.
"""

from __future__ import annotations

import html
import io
import re
from calendar import timegm
from contextlib import suppress
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import feedparser  # type: ignore[import-untyped]  # it ships no types
import pytest

from desktop_app.base.addresses import is_web
from desktop_app.base.errors import KnownError
from desktop_app.feeds import generic, opml
from desktop_app.feeds.document import mended, trimmed, without_doctype
from desktop_app.feeds.parse import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from desktop_app.base.parsed import ParsedEpisode, ParsedFeed

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "feeds"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="../shared/corpus is not here")

FIELDS = (
    "guid",
    "title",
    "url",
    "published",
    "duration",
    "type",
    "size",
    "link",
    "notes",
    "author",
)
PARTS = 8

SHORTER = "of content:encoded and a summary feedparser gives the one that stands last"
SUMMARY = "of two descriptions the item's own counts, for feedparser the one that stands last"

# The end of the file's name, the field, and why the readers may differ there.
ALLOWED = {
    ("psc/rss2.0simplechapter.xml", "guid"): "RSS with Atom's tags inside, which no app writes",
    ("tests/data/permalink.rss", "guid"): "feedparser resolves a guid against xml:base",
    ("rss_channel_item_guid_naked_markup.xml", "guid"): "a guid with elements inside",
    ("multiple_item_guid.xml", "guid"): "two guids: the first counts, for feedparser the last",
    ("item_description_and_summary.xml", "title"): "no title: another part of the notes serves",
    ("tests/data/relative.rss", "title"): "no title: another part of the notes serves",
    ("issue_217_enclosure_children.xml", "title"): "a title inside the enclosure",
    ("Resources/xml/Media.xml", "title"): "a media:title that belongs to the file, not the item",
    ("newsboat/test/data/rss20_2.xml", "title"): "the same, in a media:group",
    ("xml/v/v6.xml", "title"): "items inside items, whose titles feedparser mixes up",
    ("psc/rss2.0simplechapter.xml", "published"): "Atom's tags, as above",
    ("testRss2Basic.xml", "date"): "two-digit 1970, which feedparser takes for 2070",
    ("testRss2Basic.xml", "published"): "the same",
    ("feed-test-xsl.xml", "date"): "feedparser does not know British Summer Time",
    ("rss_2.0_nbcny.xml", "date"): "feedparser does not know PM",
    ("dublin-core-date.xml", "date"): "Unix time zero is a placeholder, the next date is taken",
    ("psc/rss2.0simplechapter.xml", "link"): "Atom's tags, as above",
    ("psc/rss2.0simplechapter.xml", "notes"): "the same",
    ("item_author_-_rss_channel_item_author_atom.xml", "author"): "the same",
    ("fallbacks_-_rss_channel_item_extensions.xml", "author"): "the same",
    ("item_content_-_rss_channel_item_content_atom.xml", "notes"): "the same",
    ("rome-modules/src/test/resources/atom/rss.xml", "author"): "the same",
    ("rss-with-item-scoped-html-base.xml", "link"): "feedparser resolves a link against xml:base",
    ("tests/data/permalink.rss", "link"): "the same, and takes a guid for a link",
    ("rss_channel_item_links.xml", "link"): "many links: the first counts, for feedparser the last",
    ("test/input/customfields.rss", "author"): "two authors, the last of them empty",
    ("multiple_item_dccreator.xml", "author"): "two authors: the first counts",
    ("99pi-feed-rss.xml", "notes"): SHORTER,
    ("real-world/1865.xml", "notes"): SHORTER,
    ("fixtures/rss2/cre.xml", "notes"): SHORTER,
    ("fixtures/rss2/sample1.xml", "notes"): SHORTER,
    ("sample_feeds/CRE.xml", "notes"): SHORTER,
    ("fixtures/feed_lautsprecher.xml", "notes"): SHORTER,
    ("feed/freakshow_feed.mp3.xml", "notes"): SHORTER,
    ("feed/podlovers.xml", "notes"): SHORTER,
    ("speedparser/0267.dat", "notes"): SHORTER,
    ("mediacontent-dupes.xml", "notes"): "feedparser takes the words of a picture",
    ("ext/media/duplicate_description.xml", "notes"): "the same",
    ("newsboat/test/data/rss20_2.xml", "notes"): "the same, in a media:group",
    ("Resources/xml/Media.xml", "notes"): "the same",
    ("fixture/rss2/rss_2.0_bbc.xml", "notes"): SUMMARY,
    ("item_description_and_summary.xml", "notes"): SUMMARY,
    ("reader/tests/data/full.rss", "notes"): SUMMARY,
    ("reader/tests/data/relative.rss", "notes"): SUMMARY,
    ("speedparser/0751.dat", "notes"): SUMMARY,
    ("speedparser/1738.dat", "notes"): SUMMARY,
    ("speedparser/4897.dat", "notes"): SUMMARY,
    ("should/funky_atom_content.xml", "notes"): SUMMARY,
    ("must/valid_dc_all2.xml", "notes"): SUMMARY,
    ("xml/v/v6.xml", "notes"): "items inside items, as above",
    ("data-types-datetime/everything.xml", "date"): "before there was sound: the year 1806",
    ("item-pubdate/pubDate_past.xml", "date"): "before there was sound: the year 1776",
}


def files() -> list[Path]:
    return sorted(path for path in CORPUS.rglob("*") if path.is_file())


def part(number: int) -> Iterator[tuple[str, bytes]]:
    for path in files()[number::PARTS]:
        yield path.relative_to(CORPUS).as_posix(), path.read_bytes()


def ours(body: bytes) -> ParsedFeed | None:
    with suppress(KnownError):
        return parse(body, {})
    return None


def whole(body: bytes) -> bytes:
    """Take the torn last item off, which feedparser would count."""
    with suppress(KnownError):
        return mended(trimmed(body))
    return b""


def reference(body: bytes) -> tuple[list[datetime | None], int]:
    """Return the dates of the entries that feedparser finds by itself, and how many have files."""
    found = feedparser.parse(
        io.BytesIO(whole(body)), sanitize_html=False, resolve_relative_uris=False
    )
    times = [dict.get(entry, "published_parsed") for entry in found["entries"]]
    dates = [datetime.fromtimestamp(timegm(time), UTC) if time else None for time in times]
    return dates, sum(map(has_file, found["entries"]))


def has_file(entry: Mapping[str, Any]) -> bool:
    links = dict.get(cast("dict[str, Any]", entry), "links") or []
    return any(
        link.get("rel") == "enclosure" and is_web(str(link.get("href", "")).strip())
        for link in links
    )


def unsound(feed: ParsedFeed | None) -> list[ParsedEpisode]:
    """Return episodes without a title, with an address off the web, or with a naive date."""
    return [
        episode
        for episode in (feed.episodes if feed else ())
        if not episode.title
        or not (episode.url or "http://").startswith(("http://", "https://"))
        or (episode.published and episode.published.tzinfo is not UTC)
    ]


Apart = tuple[str, str, object, object]


@cache
def survey(number: int) -> tuple[list[str], list[Apart]]:
    """Return which files of a part lose items, and where the readers differ."""
    lost: list[str] = []
    apart: list[Apart] = []
    for name, body in part(number):
        feed = ours(body)
        dates, sounds = reference(body)
        episodes = feed.episodes if feed else ()
        if len(episodes) < len(dates) or sum(each.url is not None for each in episodes) < sounds:
            lost.append(name)
        assert not unsound(feed), name
        if feed and feed.reader == "rss":
            other = generic.read(mended(without_doctype(trimmed(body))), {}, None, frozenset())
            slow = other.episodes if other else ()
            found = [*compared(feed.episodes, slow), *dated(feed.episodes, dates)]
            apart.extend((name, *each) for each in found)
    return lost, apart


def compared(
    one: Sequence[ParsedEpisode], other: Sequence[ParsedEpisode]
) -> Iterator[tuple[str, object, object]]:
    if len(one) != len(other):
        yield "count", len(one), len(other)
        return
    for fast, slow in zip(one, other, strict=True):
        for field in FIELDS:
            if said(fast, field) != said(slow, field):
                yield field, said(fast, field), said(slow, field)


def said(episode: ParsedEpisode, field: str) -> object:
    """Return a field; of notes only their words, for markup may be written in many ways."""
    value = getattr(episode, field)
    if field != "notes":
        return value
    bare = re.sub(r"<[^<>]*>", " ", value)
    return re.sub(r"\W+", " ", html.unescape(html.unescape(bare))).strip()


def dated(
    episodes: Sequence[ParsedEpisode], dates: Sequence[datetime | None]
) -> Iterator[tuple[str, object, object]]:
    if len(episodes) == len(dates):
        for episode, date in zip(episodes, dates, strict=True):
            if date and episode.published != date:
                yield "date", episode.published, date


@pytest.mark.parametrize("number", range(PARTS))
def test_nothing_is_lost(number: int) -> None:
    lost, _ = survey(number)
    assert lost == []


@pytest.mark.parametrize("number", range(PARTS))
def test_both_readers_agree(number: int) -> None:
    def allowed(name: str, field: str) -> bool:
        return any(name.endswith(end) and field == which for end, which in ALLOWED)

    _, apart = survey(number)
    assert [found for found in apart if not allowed(*found[:2])] == []


def test_every_allowed_difference_is_met() -> None:
    met = {(name, field) for number in range(PARTS) for name, field, *_ in survey(number)[1]}
    for end, field in ALLOWED:
        assert any(name.endswith(end) and which == field for name, which in met), (end, field)


def test_known_items_are_recognised() -> None:
    for name, body in part(0):
        feed = ours(body)
        if feed:
            hashes = frozenset(episode.hash for episode in feed.episodes)
            again = parse(body, {}, hashes)
            assert (again.episodes, again.known) == ((), hashes), name


def test_lists_of_feeds() -> None:
    read = 0
    for path in files():
        if path.suffix == ".opml" or "opml" in path.as_posix().lower():
            with suppress(KnownError):
                read += len(opml.read(path.read_bytes()))
    assert read > 100

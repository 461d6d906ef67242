"""Known items are left out unread; whatever stands in a feed, no new one is left out with them."""

from __future__ import annotations

import pickle

import pytest

from desktop_app.feeds import items
from desktop_app.feeds.parse import parse

NEW = b"<item><title>New</title><guid>new</guid></item>"


def feed(
    *inside: bytes, root: bytes = b'xmlns:i="http://www.itunes.com/dtds/podcast-1.0.dtd"'
) -> bytes:
    return (
        b'<?xml version="1.0" encoding="utf-8"?><rss version="2.0" ' + root + b"><channel>"
        b"<title>Tapes</title>" + b"\n".join(inside) + b"</channel></rss>"
    )


def item(name: bytes, inside: bytes = b"") -> bytes:
    return b"<item><title>" + name + b"</title><guid>" + name + b"</guid>" + inside + b"</item>"


PLAIN = (item(b"a"), item(b"b", b"<description><![CDATA[<p>b</p>]]></description>"))
ODD = {
    "an end in CDATA": (item(b"a", b"<description><![CDATA[</item>]]></description>"),),
    "a start in CDATA": (item(b"a", b"<description><![CDATA[<item>]]></description>"),),
    "an item in CDATA": (item(b"a", b"<description><![CDATA[" + NEW + b"]]></description>"),),
    "an end and a start in CDATA": (item(b"a", b"<x><![CDATA[</item><item>]]></x>"), item(b"b")),
    "an item in a comment": (b"<!--" + item(b"gone") + b"-->", *PLAIN),
    "half an item in a comment": (item(b"a", b"<!-- </item> -->"), item(b"b")),
    "space in the end tag": (b"<item><title>a</title></item >", item(b"b")),
    "an item without words": (b"<item/>", *PLAIN),
    "an item without words, and an end": (b"<item/><x><![CDATA[</item>]]></x>", *PLAIN),
    "attributes": (b'<item xml:lang="en"><title>a</title></item>', item(b"b")),
    "items": (b"<items><li/></items>", *PLAIN),
    "one twice": (PLAIN[0], *PLAIN),
    "none": (),
}


@pytest.mark.parametrize("inside", [PLAIN, *ODD.values()], ids=["plain", *ODD])
def test_only_what_is_new_is_read(inside: tuple[bytes, ...]) -> None:
    first = parse(feed(*inside), {})
    hashes = frozenset(episode.hash for episode in first.episodes)
    again = parse(feed(*inside), {}, hashes)
    assert (again.episodes, again.known, again.title) == ((), hashes, "Tapes")
    for more in ((NEW, *inside), (*inside, NEW)):
        then = parse(feed(*more), {}, hashes)
        assert [episode.title for episode in then.episodes] == ["New"]
        assert then.known == hashes
        assert {each.hash for each in parse(feed(*more), {}).episodes} >= hashes


@pytest.mark.parametrize("inside", list(ODD.values()), ids=list(ODD))
def test_what_is_odd_now_was_plain_before(inside: tuple[bytes, ...]) -> None:
    hashes = frozenset(episode.hash for episode in parse(feed(*PLAIN), {}).episodes)
    whole = parse(feed(NEW, *inside), {})
    then = parse(feed(NEW, *inside), {}, hashes)
    assert {each.title for each in then.episodes} >= {each.title for each in whole.episodes} - {
        "a",
        "b",
    }


@pytest.mark.parametrize(
    "changed",
    [
        feed(item(b"c"), PLAIN[1]),
        feed(item(b"a", b"<link>http://a.org/</link>"), PLAIN[1]),
        feed(PLAIN[0].replace(b"<item>", b'<item a="b">'), PLAIN[1]),
        feed(*PLAIN, root=b'xmlns:i="http://other.example/"'),
        feed(*PLAIN).replace(b"utf-8", b"iso-8859-1"),
        feed(*PLAIN).replace(b"<channel>", b'<channel xmlns:j="http://other.example/">'),
    ],
)
def test_a_change_is_seen(changed: bytes) -> None:
    before = [episode.hash for episode in parse(feed(*PLAIN), {}).episodes]
    assert parse(changed, {}).episodes[0].hash != before[0]


def test_words_around_the_items_do_not_count() -> None:
    before = [episode.hash for episode in parse(feed(*PLAIN), {}).episodes]
    after = feed(b"<!-- made at noon --><lastBuildDate>today</lastBuildDate>", *PLAIN)
    assert [episode.hash for episode in parse(after, {}).episodes] == before


def test_a_known_item_that_is_commented_out_hides_no_other() -> None:
    hashes = frozenset(episode.hash for episode in parse(feed(*PLAIN), {}).episodes)
    then = parse(feed(b"<!--" + PLAIN[0] + b"-->", NEW, PLAIN[1]), {}, hashes)
    assert [episode.title for episode in then.episodes] == ["New"]


def test_what_is_known_is_not_even_parsed() -> None:
    hashes = frozenset(episode.hash for episode in parse(feed(*PLAIN), {}).episodes)
    cut = items.cut(feed(NEW, *PLAIN), b"rss 2", hashes)
    assert cut is not None
    assert (len(cut.keys), cut.known) == (1, hashes)
    assert cut.rest.split() == feed(NEW, b"", b"").split()


def test_an_episode_crosses_the_border_whole() -> None:
    (episode,) = parse(feed(item(b"a", b"<pubDate>1 Jan 2020 12:00:00 GMT</pubDate>")), {}).episodes
    assert pickle.loads(pickle.dumps(episode)) == episode  # noqa: S301 - our own

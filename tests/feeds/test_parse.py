"""The door to both readers: what each make of document gives, and what is refused."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter, ParsedEpisode, ParsedFeed, Transcript
from desktop_app.feeds.document import looks_like_feed
from desktop_app.feeds.parse import parse
from tests.feeds.feeds_made import atom, entry, item, rss

MALFORMED = rss(item(1), item(2)).replace(b"About talk 1", b"Bread & <br> butter")

RDF = (
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    b'xmlns="http://purl.org/rss/1.0/"><channel><title>T</title></channel>'
    b"<item><title>Talk 1</title></item></rdf:RDF>"
)
PICTURE = '<enclosure url="http://x.org/a.jpg" type="image/jpeg"/>'


def titles(body: bytes) -> list[str]:
    return [episode.title for episode in parse(body, {}).episodes]


def one(extra: str = "", **changes: str) -> ParsedEpisode:
    return parse(rss(item(1, extra, **changes)), {}).episodes[0]


def test_a_whole_feed() -> None:
    head = (
        "<description>Old tapes</description><language>en</language>"
        "<itunes:author>The archive</itunes:author><itunes:image href='http://x.org/c.jpg'/>"
        "<itunes:new-feed-url>https://new.org/feed</itunes:new-feed-url>"
        "<itunes:category text='Health'><itunes:category text='Self-Help'/></itunes:category>"
        "<image><url>http://x.org/small.jpg</url><title>No</title></image>"
    )
    feed = parse(rss(item(2), item(1), head=head), {})
    assert feed == ParsedFeed(
        title="Tapes",
        reader="rss",
        episodes=feed.episodes,
        link="http://x.org/",
        description="Old tapes",
        author="The archive",
        language="en",
        image="http://x.org/c.jpg",
        categories=("Health", "Self-Help"),
        new_url="https://new.org/feed",
    )
    assert feed.episodes[0] == ParsedEpisode(
        title="Talk 2",
        hash=feed.episodes[0].hash,
        guid="g2",
        url="http://x.org/2.mp3",
        type="audio/mpeg",
        size=100,
        notes="About talk 2",
        published=datetime(2009, 5, 2, 10, tzinfo=UTC),
    )


def test_simple_chapters() -> None:
    episode = one(
        '<psc:chapters xmlns:psc="http://podlove.org/simple-chapters">'
        '<psc:chapter start="00:00:00" title="Opening"/>'
        '<psc:chapter start="0:05:30.5" title="Q&amp;amp;A"/><psc:chapter start="9"/>'
        "</psc:chapters>"
    )
    assert episode.chapters == (Chapter(0.0, "Opening"), Chapter(330.5, "Q&A"))


def test_podcast_tags() -> None:
    episode = one(
        '<enclosure url="http://x.org/1.mp3"/><itunes:duration>1:02</itunes:duration>'
        '<podcast:chapters url="http://x.org/c.json" type="application/json+chapters"/>'
        '<podcast:transcript url="http://x.org/t.vtt" type="text/vtt" language="en"/>'
        '<podcast:transcript url="http://x.org/t.srt" type="application/srt"/>'
        '<podcast:transcript url="file:///t.srt" type="application/srt"/>'
        '<itunes:author>Bob D.</itunes:author><itunes:image href="http://x.org/1.jpg"/>'
        "<content:encoded>&lt;p&gt;Long&lt;/p&gt;</content:encoded>"
    )
    assert (episode.duration, episode.author, episode.image) == (62, "Bob D.", "http://x.org/1.jpg")
    assert (episode.type, episode.size) == ("audio/mpeg", None)
    assert episode.notes == "<p>Long</p>"
    assert episode.chapters_url == "http://x.org/c.json"
    assert episode.transcripts == (
        Transcript("http://x.org/t.vtt", "text/vtt", "en"),
        Transcript("http://x.org/t.srt", "application/srt"),
    )


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ("Plain", "Plain"),
        ("Q&amp;amp;A", "Q&A"),
        ("Q&amp;amp;amp;A", "Q&A"),
        ("&lt;b&gt;Bold&lt;/b&gt; words", "Bold words"),
        ("I &lt;3 you &amp; R&amp;copy", "I <3 you & R&copy"),
        ("<![CDATA[Café <i>one</i>]]>", "Café one"),
        ("CafÃ©", "Café"),
        ("\n  two\n  lines ", "two lines"),
    ],
)
def test_titles(given: str, title: str) -> None:
    assert one(title=given).title == title
    (entry_title,) = titles(atom(f"<entry><title type='html'>{given}</title><id>a</id></entry>"))
    assert entry_title == title


def test_title_from_elsewhere() -> None:
    assert one(title="").title == "About talk 1"
    assert one(title="", description="").title == "1"
    assert one("<link>http://x.org/</link>", title="", description="").title == "Untitled"


@pytest.mark.parametrize(
    ("enclosures", "url"),
    [
        (PICTURE, "http://x.org/a.jpg"),
        (PICTURE + '<enclosure url="http://x.org/a.mp3"/>', "http://x.org/a.mp3"),
        ('<media:content url="http://x.org/a.m4a" medium="audio"/>', "http://x.org/a.m4a"),
        (
            '<media:group><media:content url="http://x.org/a.mp3" fileSize="7"/></media:group>',
            "http://x.org/a.mp3",
        ),
        ('<media:content url="http://x.org/a.jpg" medium="image"/>', None),
        ('<enclosure url="file:///etc/passwd" type="audio/mpeg"/>', None),
        ('<enclosure url="/a.mp3" type="audio/mpeg"/>', "https://feed.org/a.mp3"),
        ('<enclosure url="//cdn.org/a.mp3" type="audio/mpeg"/>', "https://cdn.org/a.mp3"),
        ('<enclosure url="http://127.0.0.1/a.mp3" type="audio/mpeg"/>', None),
        ('<enclosure url="http://[bad/a.mp3" type="audio/mpeg"/>', None),
        ('<enclosure url=" http://x.org/a.mp3 " type="audio/mpeg"/>', "http://x.org/a.mp3"),
    ],
)
@pytest.mark.parametrize("broken", ["", "<b>&nosuch;</b>"])
def test_enclosures(enclosures: str, url: str | None, broken: str) -> None:
    body = rss(item(1, enclosures), head=f"<description>{broken}</description>")
    feed = parse(body, {"Content-Location": "https://feed.org/dir/feed.xml"})
    assert feed.reader == ("generic" if broken else "rss")
    assert feed.episodes[0].url == url


def test_local_feeds_may_name_local_files() -> None:
    sound = '<enclosure url="bell.ogg" type="audio/ogg"/>'
    file = parse(rss(item(1, sound)), {"content-location": "file:///app/starter/feed.xml"})
    assert file.episodes[0].url == "file:///app/starter/bell.ogg"
    lan = '<enclosure url="http://192.168.1.9/a.mp3"/>'
    nas = parse(rss(item(1, lan)), {"content-location": "http://nas.local/feed.xml"})
    assert nas.episodes[0].url == "http://192.168.1.9/a.mp3"


@pytest.mark.parametrize(
    ("body", "reader", "count"),
    [
        (rss(item(1), item(2)), "rss", 2),
        (rss(), "rss", 0),
        (b"\xef\xbb\xbf \n" + rss(item(1)), "rss", 1),
        (rss(item(1)).decode().replace("UTF-8", "UTF-16").encode("utf-16"), "rss", 1),
        (rss(item(1)).decode().replace("UTF-8", "UTF-16").encode("utf-16-be"), "rss", 1),
        (rss(item(1)).replace(b"version=\"2.0\"", b'version="0.91"'), "rss", 1),
        (rss(item(1)).replace(b"www.itunes.com/dtds", b"WWW.iTunes.com/DTDs"), "rss", 1),
        (MALFORMED, "generic", 2),
        (atom(entry(1), entry(2)), "generic", 2),
        (RDF, "generic", 1),
        (rss(item(1)).replace(b'encoding="UTF-8"', b'encoding="no-such"'), "generic", 1),
    ],
)  # fmt: skip
def test_every_make(body: bytes, reader: str, count: int) -> None:
    feed = parse(body, {"Content-Type": "application/xml"})
    assert (feed.reader, len(feed.episodes), feed.title[:1]) == (reader, count, "T")
    assert [episode.title for episode in feed.episodes[:1]] == ["Talk 1"][:count]


def test_the_headers_encoding_counts_where_the_document_is_silent() -> None:
    body = rss(item(1, title="Café")).decode().split("?>", 1)[1].encode("latin-1")
    feed = parse(body, {"content-type": "text/xml; charset=ISO-8859-1"})
    assert (feed.reader, feed.episodes[0].title) == ("rss", "Café")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"<!DOCTYPE html><html><body>Hello</body></html>", "web page"),
        (b"\n<!-- hello -->\n<HTML><head></head></HTML>", "web page"),
        (b'<?xml version="1.0"?><!DOCTYPE html><html/>', "web page"),
        (b"just words", "not a feed"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not a feed"),
        (b'{"version": "https://jsonfeed.org/version/1"}', "not a feed"),
        (b'<?xml version="1.0"?><opml version="2.0"><body/></opml>', "not a feed"),
        (rss(item(1))[:300], "incomplete"),
        (rss(*["<item/>"] * 50_001), "too big"),
        (atom(*["<entry/>"] * 50_001), "too big"),
    ],
)
def test_refused(body: bytes, words: str) -> None:
    with pytest.raises(KnownError) as refused:
        parse(body, {})
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("body", "reader"),
    [
        (rss(item(1), item(2), item(3)), "rss"),
        (atom(entry(1), entry(2), entry(3)), "generic"),
        (rss(item(1), item(2), item(3)).replace(b"About talk 1", b"a & b"), "generic"),
    ],
)
def test_a_feed_that_breaks_off_gives_its_whole_items(body: bytes, reader: str) -> None:
    third = body.index(b"Talk 3")
    for cut in range(third - 10, len(body) - 25, 7):
        feed = parse(body[:cut], {})
        assert feed.reader == reader
        whole = 3 if body[:cut].count(b"</item>") + body[:cut].count(b"</entry>") == 3 else 2
        assert [e.title for e in feed.episodes] == ["Talk 1", "Talk 2", "Talk 3"][:whole]


def test_the_end_of_an_item_inside_cdata_is_none() -> None:
    half = "<item><title>Half</title><description><![CDATA[ </item> "
    assert titles(rss(item(1), half).split(b"</channel>")[0]) == ["Talk 1"]


def test_known_items_stay_inside() -> None:
    for body in (rss(item(1), item(2)), atom(entry(1), entry(2))):
        first = parse(body, {})
        keys = [episode.hash for episode in first.episodes]
        again = parse(body, {}, frozenset(keys))
        assert (again.episodes, again.known) == ((), frozenset(keys))
        changed = body.replace(b"Talk 2", b"Talk two")
        third = parse(changed, {}, frozenset(keys))
        assert [episode.title for episode in third.episodes] == ["Talk two"]
        assert third.known == {keys[0]}


def test_an_items_hash_is_its_own() -> None:
    alone = parse(rss(item(1)), {}).episodes[0].hash
    among = parse(rss(item(2), item(1), head="<ttl>5</ttl>"), {}).episodes[1].hash
    assert alone == among
    assert one(description="Other").hash != alone


@pytest.mark.parametrize("broken", ["", "<description>a & b</description>"])
def test_live_items_are_ignored(broken: str) -> None:
    live = (
        '<podcast:liveItem status="live" start="2026-01-01T00:00:00Z"><title>Now</title>'
        "<guid>live</guid><link>http://x.org/live</link>"
        '<enclosure url="http://x.org/live.mp3" type="audio/mpeg"/></podcast:liveItem>'
    )
    feed = parse(rss(item(1), head=live + broken), {})
    assert feed.reader == ("generic" if broken else "rss")
    assert feed.link == "http://x.org/"
    assert [episode.guid for episode in feed.episodes] == ["g1"]


@pytest.mark.parametrize(
    ("body", "feed"),
    [
        (rss(), True),
        (atom(), True),
        (b"<!-- " + b"x" * 900 + b" -->" + rss(), True),
        (rss().decode().encode("utf-16"), True),
        (b"<html><head><title>rss</title></head></html>", False),
        (b"<!doctype html><html><link href=feed></html>", False),
        (b"", False),
        (b"ID3\x03", False),
    ],
)
def test_looks_like_feed(body: bytes, *, feed: bool) -> None:
    assert looks_like_feed(body) is feed


def test_five_thousand_items_take_less_than_a_second() -> None:
    notes = "word " * 500
    body = rss(*(item(i, title=f"Talk {i}", description=notes) for i in range(1, 5001)))
    start = time.process_time()
    feed = parse(body, {})
    assert time.process_time() - start < 1.5  # with room for a slow machine
    assert len(feed.episodes) == 5000

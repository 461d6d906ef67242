"""Feeds written by the tests, as small as can be."""

from __future__ import annotations

SPACES = (
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:podcast="https://podcastindex.org/namespace/1.0"'
)


def item(number: int, extra: str = "", **changes: str) -> str:
    """Return one RSS item; ``changes`` replace the text of a tag or, when empty, drop it."""
    tags = {
        "title": f"Talk {number}",
        "guid": f"g{number}",
        "pubDate": f"Fri, {number:02d} May 2009 10:00:00 GMT",
        "description": f"About talk {number}",
    } | changes
    inner = "".join(f"<{name}>{text}</{name}>" for name, text in tags.items() if text)
    sound = f'<enclosure url="http://x.org/{number}.mp3" type="audio/mpeg" length="100"/>'
    return f"<item>{inner}{extra or sound}</item>"


def rss(*items: str, head: str = "") -> bytes:
    """Return an RSS document."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {SPACES}><channel>'
        f"<title>Tapes</title><link>http://x.org/</link>{head}{''.join(items)}</channel></rss>"
    ).encode()


def atom(*entries: str) -> bytes:
    """Return an Atom document."""
    return (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Tapes</title>'
        f"{''.join(entries)}</feed>"
    ).encode()


def entry(number: int) -> str:
    """Return one Atom entry."""
    return (
        f"<entry><title>Talk {number}</title><id>g{number}</id>"
        f"<published>2009-05-{number:02d}T10:00:00Z</published>"
        f'<link rel="enclosure" href="http://x.org/{number}.mp3" type="audio/mpeg"/></entry>'
    )

"""The feeds of the benchmarks, invented, and a server of their own process that hands them out.

``python -m tests.bench._pods`` prints its port and listens on many addresses of the loopback,
as many publishers would. ``/mode/NAME`` changes how it answers: "polite" (ETag, 304),
"deaf" (always the whole body), "new" (one more episode in each feed).
"""

from __future__ import annotations

import asyncio
import random
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

FEEDS = 100
EACH = 300
BIG = 5000
HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 21))
MODES = ("polite", "deaf", "new")
NOTES = 2000
"""Bytes of show notes for each episode."""

_NEWEST = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)
_NAMES = (
    "Bob D.", "Mary K.", "Clancy R.", "Sandy B.", "Earl H.", "Lila R.", "Tom I.", "Polly P.",
    "Don C.", "Kerry C.", "Scott L.", "Peggy M.", "Bill & Doris T.", "Adam T.", "Dr. Paul O.",
)  # fmt: skip
_SUBJECTS = (
    "Surrender to Win", "Step {step}: Letting Go", "Steps 1-{step} Workshop Part {part}",
    "Sponsorship and Service", "A Vision of Freedom", "The Family Afterwards", "Tradition {step}",
    "Forgiveness", "Living in the Solution", "Prayer & Meditation", "My First {step} Days",
)  # fmt: skip
_EVENTS = (
    "the {year} Founders' Weekend in Akron, OH", "{year} Spring Roundup, Tulsa, OK", "Al-Anon",
    "the Sunday Night Speaker Meeting", "{year} State Convention in Reno, NV", "CA World {year}",
    "a Big Book Study, Bristol, UK", "Saturday Men's Breakfast {year}",
)  # fmt: skip
_WORDS = (
    "hope", "steps", "morning", "sponsor", "story", "laughter", "years", "kitchen", "prayer",
    "meeting", "fear", "honest", "coffee", "daughter", "resentment", "gratitude", "tapes",
    "recovery", "quiet", "friend", "amends", "road", "faith", "humour", "speaks", "about", "and",
    "the", "with", "to", "of", "how", "when", "then", "found", "lost", "carried", "message",
)  # fmt: skip


def names() -> tuple[str, ...]:
    """Return the paths of all feeds; the big one comes first."""
    return ("big", *(str(number) for number in range(FEEDS)))


def host(name: str) -> str:
    """Return the address of the loopback that a feed lives on."""
    return HOSTS[0 if name == "big" else int(name) % len(HOSTS)]


def document(name: str, *, more: bool) -> bytes:
    """Return a feed, newest first; with ``more``, it has had another episode since."""
    chance = random.Random(name)  # noqa: S311  # the same feed every time
    count = BIG if name == "big" else EACH
    items = [_item(name, number, chance) for number in range(count + 1)]
    if not more:
        items.pop()
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"'
        ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>Tapes of Room {name}</title>\n<link>https://room-{name}.example.org/</link>\n"
        f'<atom:link href="http://{host(name)}/{name}" rel="self" type="application/rss+xml"/>\n'
        "<description>Recorded talks of people who got well.</description>\n"
        "<language>en</language>\n<itunes:author>The Tapers</itunes:author>\n"
        f'<itunes:image href="https://room-{name}.example.org/cover.jpg"/>\n'
        f"{''.join(reversed(items))}</channel>\n</rss>\n"
    ).encode()


def _item(name: str, number: int, chance: random.Random) -> str:
    count = BIG if name == "big" else EACH
    when = _NEWEST - timedelta(days=count - number, minutes=chance.randrange(600))
    facts = {"step": chance.randint(1, 12), "part": chance.randint(1, 4), "year": when.year}
    subject = chance.choice(_SUBJECTS).format(**facts).replace("&", "&amp;")
    event = chance.choice(_EVENTS).format(**facts)
    who = chance.choice(_NAMES).replace("&", "&amp;")
    site = f"https://room-{name}.example.org"
    return (
        f"<item>\n<title>{who} - {subject} at {event}</title>\n"
        f"<link>{site}/talks/{number}</link>\n"
        f'<guid isPermaLink="false">{name}-{number}@room.example.org</guid>\n'
        f"<pubDate>{format_datetime(when)}</pubDate>\n"
        f"<description><![CDATA[{_notes(site, chance)}]]></description>\n"
        f'<enclosure url="{site}/audio/{number}.mp3?from=feed" type="audio/mpeg"'
        f' length="{chance.randint(10_000_000, 60_000_000)}"/>\n'
        f"<itunes:author>{who}</itunes:author>\n<itunes:explicit>false</itunes:explicit>\n"
        f"<itunes:duration>00:{chance.randint(20, 59)}:{chance.randint(10, 59)}</itunes:duration>\n"
        f'<itunes:image href="{site}/covers/{number}.jpg"/>\n</item>\n'
    )


def _notes(site: str, chance: random.Random) -> str:
    text = ""
    while len(text) < NOTES - 120:
        words = " ".join(chance.choices(_WORDS, k=18))
        text += f'<p>{words.capitalize()} <a href="{site}/{words[:6]}">{words[-5:]}</a>.</p>\n'
    return text


class Pods:
    """The server: the least of HTTP/1.1 that a refresh needs, with connections kept open."""

    def __init__(self) -> None:
        self._bodies = {
            (name, more): document(name, more=more) for name in names() for more in (False, True)
        }
        self._mode = MODES[0]
        self._sent = 0.0

    async def serve(self) -> None:
        """Listen until the process is ended."""
        first = await asyncio.start_server(self._talk, HOSTS[0], 0)
        port = first.sockets[0].getsockname()[1]
        for other in HOSTS[1:]:
            await asyncio.start_server(self._talk, other, port)
        print(port, flush=True)
        await first.serve_forever()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self._answer(head.decode("latin-1"), writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _answer(self, head: str, writer: asyncio.StreamWriter) -> None:
        _, kind, rest = head.split(" ")[1].split("/", 2)
        if kind == "mode":
            self._mode = rest
        body = self._body(kind, rest)
        etag = f'"{int(self._mode == "new")}"'
        same = self._mode != "deaf" and f"If-None-Match: {etag}" in head
        status, body = ("304 Not Modified", b"") if same else ("200 OK", body)
        writer.write(
            f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nETag: {etag}\r\n"
            "Content-Type: application/rss+xml; charset=utf-8\r\n\r\n".encode()
        )
        writer.write(body)
        await writer.drain()
        if kind == "feed":
            self._sent = time.monotonic()

    def _body(self, kind: str, rest: str) -> bytes:
        if kind == "feed":
            return self._bodies[rest, self._mode == "new"]
        return str(self._sent).encode()


if __name__ == "__main__":
    asyncio.run(Pods().serve())

"""A server of its own process: feeds that are never the same twice, and recordings that drip.

``python -m tests.bench._tapes`` prints its port and listens on many addresses of the loopback,
as many publishers would. Every answer of a feed brings three new items and ten edited ones.
It yields to all others: what a publisher's computer has to do costs ours nothing.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
from collections import Counter
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from tests.support.sound import speech_bytes

FEEDS = 100
EACH = 300
NEW = 3
EDITED = 10
FILES = 4
SPEED = 4_000_000
"""Bytes a second for each recording."""

_HOSTS = tuple(f"127.0.0.{number}" for number in range(1, 21))
_SLICES = 10
_SECONDS = 120
_NEWEST = datetime(2026, 11, 1, 7, 0, tzinfo=UTC)
_NAMES = ("Bob D.", "Mary K.", "Clancy R.", "Sandy B.", "Lila R.", "Tom I.", "Polly P.")
_ABOUT = ("Surrender", "Step {n}", "Sponsorship", "Amends", "Tradition {n}", "Forgiveness")
_NOTE = "<p>Told at the kitchen table, with {n} cups of coffee and a friend to listen.</p>"


def feed(port: int, number: int) -> str:
    """Return the address of a feed."""
    return f"http://{_HOSTS[number % len(_HOSTS)]}:{port}/feed/{number}"


def document(port: int, number: int, asked: int) -> bytes:
    """Return a feed as it is when it was asked for ``asked`` times before, newest first."""
    chance = random.Random(number)  # noqa: S311 - the same feed every time
    items = [_item(port, number, each, chance) for each in range(EACH + NEW * asked)]
    for each in range(asked * EDITED, (asked + 1) * EDITED):
        place = each % EACH
        items[place] = items[place].replace("<title>", f"<title>Edited {asked}: ")
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>'
        f"<title>Tapes of Room {number}</title><link>https://room-{number}.example.org/</link>"
        f"<description>Recorded talks.</description>{''.join(reversed(items))}</channel></rss>"
    ).encode()


def _item(port: int, feed_number: int, number: int, chance: random.Random) -> str:
    about = chance.choice(_ABOUT).format(n=chance.randint(1, 12))
    when = _NEWEST - timedelta(days=EACH - number)
    notes = _NOTE.format(n=chance.randint(1, 12)) * 20
    return (
        f"<item><title>{chance.choice(_NAMES)} - {about} in Akron, OH {when.year}</title>"
        f"<guid>{feed_number}-{number}</guid><pubDate>{format_datetime(when)}</pubDate>"
        f"<description><![CDATA[{notes}]]></description>"
        f'<enclosure url="http://{_HOSTS[feed_number % len(_HOSTS)]}:{port}/tape/{number}.mp3"'
        ' type="audio/mpeg" length="0"/></item>'
    )


class Tapes:
    """The server: the least of HTTP/1.1 that the app needs."""

    def __init__(self) -> None:
        self._asked: Counter[int] = Counter()
        self._sound = speech_bytes(60)
        self._port = 0

    async def serve(self) -> None:
        """Listen until the process is ended."""
        first = await asyncio.start_server(self._talk, _HOSTS[0], 0)
        self._port = first.sockets[0].getsockname()[1]
        for other in _HOSTS[1:]:
            await asyncio.start_server(self._talk, other, self._port)
        print(self._port, flush=True)
        await first.serve_forever()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                _, kind, name = head.decode("latin-1").split(" ")[1].split("/", 2)
                if kind == "feed":
                    await self._feed(int(name), writer)
                else:
                    await self._tape(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    async def _feed(self, number: int, writer: asyncio.StreamWriter) -> None:
        body = document(self._port, number, self._asked[number])
        self._asked[number] += 1
        self._begin(writer, "application/rss+xml", len(body))
        writer.write(body)
        await writer.drain()

    async def _tape(self, writer: asyncio.StreamWriter) -> None:
        piece = SPEED // _SLICES
        self._begin(writer, "audio/mpeg", piece * _SLICES * _SECONDS)
        sound = self._sound * (piece // len(self._sound) + 2)
        for start in itertools.islice(itertools.count(0, piece), _SLICES * _SECONDS):
            at = start % len(self._sound)
            writer.write(sound[at : at + piece])
            await writer.drain()
            await asyncio.sleep(1 / _SLICES)

    def _begin(self, writer: asyncio.StreamWriter, kind: str, length: int) -> None:
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n"
        writer.write(head.encode())


if __name__ == "__main__":
    os.nice(19)
    asyncio.run(Tapes().serve())

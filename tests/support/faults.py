"""What servers do to recordings, as replies of :mod:`tests.support.server`, and a feed of them.

Each recipe takes a whole recording and returns the replies to its address, in turn; the last
one is given for ever. ``RECIPES`` names them; ``spoil`` picks one at random for one reply.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from tests.support import pod
from tests.support.server import Gate, Handler, Reply, Request, static

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterable

LOGIN_PAGE = b"<!DOCTYPE html><html><body>Please sign in to use this network.</body></html>" * 20
_BIT_RATES = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
"""Of MPEG-2 layer III in kbit/s, by the index in a frame's header (ISO 13818-3)."""

_FRAME = 288
"""Bytes of a frame of 64 kbit/s at 16 kHz: what is cut between two frames shows no trace of it."""

Answers = tuple[Reply | Handler, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A way to spoil a download.

    ``heals``: a good client gets the whole recording from it all the same, sooner or later.
    """

    name: str
    answers: Callable[[bytes], Answers]
    heals: bool


def _half(body: bytes) -> int:
    """Return the middle, which is not the border of a frame."""
    return len(body) // 2 + 7


def _deaf(body: bytes) -> Reply:
    return replace(static(body), ranges=False)


def _cut(body: bytes) -> Reply:
    return replace(static(body), cut_after=_half(body))


def _reset(body: bytes) -> Reply:
    return replace(_cut(body), reset=True)


def _stalled(body: bytes) -> Reply:
    return replace(static(body), gate=Gate(), gate_after=_half(body))


def _too_long(body: bytes) -> Reply:
    return replace(static(body), length=len(body) + 9999)


def _too_short(body: bytes) -> Reply:
    return replace(static(body), length=_half(body))


def _unsaid(body: bytes) -> Reply:
    return replace(_cut(body), endless=True)


def _torn_chunks(body: bytes) -> Reply:
    return replace(_cut(body), chunked=True)


def _page(_body: bytes) -> Reply:
    return Reply(body=LOGIN_PAGE, headers={"Content-Type": "text/html"})


def _deafly(spoiled: Callable[[bytes], Reply]) -> Callable[[bytes], Answers]:
    return lambda body: (replace(spoiled(body), ranges=False),)


def _once(spoiled: Callable[[bytes], Reply]) -> Callable[[bytes], Answers]:
    return lambda body: (spoiled(body), static(body))


def _always(spoiled: Callable[[bytes], Reply]) -> Callable[[bytes], Answers]:
    return lambda body: (spoiled(body),)


RECIPES = (
    Recipe("dropped once", _once(_cut), heals=True),
    Recipe("dropped every time", _always(_cut), heals=True),
    Recipe("dropped every time, Range ignored", _deafly(_cut), heals=False),
    Recipe("reset once", _once(_reset), heals=True),
    Recipe("reset every time", _always(_reset), heals=True),
    Recipe("stalled once", _once(_stalled), heals=True),
    Recipe("stalled every time, Range ignored", _deafly(_stalled), heals=False),
    Recipe("length too long", _always(_too_long), heals=True),
    Recipe("length too short", _always(_too_short), heals=True),
    Recipe("length too short once, Range ignored", lambda b: (
        replace(_too_short(b), ranges=False), _deaf(b)), heals=True),
    Recipe("length too short, Range ignored", _deafly(_too_short), heals=False),
    Recipe("no length and cut once", _once(_unsaid), heals=True),
    Recipe("no length and cut every time", _always(_unsaid), heals=True),
    Recipe("no length and cut, Range ignored", _deafly(_unsaid), heals=False),
    Recipe("chunked and cut once", _once(_torn_chunks), heals=True),
    Recipe("chunked and cut, Range ignored", _deafly(_torn_chunks), heals=False),
    Recipe("500 once", lambda body: (Reply(500), static(body)), heals=True),
    Recipe("500 every time", lambda _: (Reply(500),), heals=False),
    Recipe("a login page once", _once(_page), heals=True),
    Recipe("a login page every time", _always(_page), heals=False),
)  # fmt: skip


def refuses_ranges(body: bytes) -> Handler:
    """Answer 416 to every Range."""
    return lambda request: Reply(416) if "range" in request.headers else static(body)


def spoil(chance: random.Random, body: bytes, etag: str, request: Request) -> Reply:
    """Return one reply that is spoilt, or not, by chance; ``etag`` names this version."""
    ways = (_cut, _reset, _stalled, _too_long, _too_short, _unsaid, _torn_chunks, _page)
    way = chance.random()
    if way < 0.4:
        reply = static(body)
    elif way < 0.5:
        reply = Reply(chance.choice((500, 503, 416) if "range" in request.headers else (500, 503)))
    else:
        reply = chance.choice(ways)(body)
    if reply.cut_after is not None:
        reply = replace(reply, cut_after=chance.randrange(len(body)))
    if reply.length is not None and reply.length < len(body):
        frames = chance.randrange(reply.length // _FRAME)
        reply = replace(reply, length=reply.length - _FRAME * frames)
    if reply.gate is not None:
        reply = replace(reply, gate_after=chance.randrange(len(body)))
    if reply.etag is not None:
        reply = replace(reply, etag=etag, ranges=chance.random() < 0.7)
    return reply


def headless(mp3: bytes) -> bytes:
    """Return an MP3 (MPEG-2, layer III) without tag and Xing/Info frame, as old tapes are."""
    begin = mp3.index(b"\xff\xf3")
    header = mp3[begin : begin + 4]
    rate = (22050, 24000, 16000)[header[2] >> 2 & 3]
    length = 72_000 * _BIT_RATES[header[2] >> 4] // rate + (header[2] >> 1 & 1)
    assert b"Xing" in mp3[begin : begin + length] or b"Info" in mp3[begin : begin + length]
    rest = mp3[begin + length :]
    assert rest.startswith(b"\xff\xf3")
    return rest


@dataclass(frozen=True, slots=True)
class Talk:
    """An item of a feed: ``size`` in bytes as the feed tells it, ``seconds`` too."""

    title: str
    url: str
    size: int = 0
    seconds: int | None = None


def feed(talks: Iterable[Talk]) -> Reply:
    """Return a feed of these."""
    items = [_item(number, talk) for number, talk in enumerate(talks)]
    body = pod.feed("Faults", items).replace(
        b'version="2.0"', b'version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    )
    return Reply(body=body, headers={"Content-Type": "application/rss+xml"})


def _item(number: int, talk: Talk) -> str:
    told = "" if talk.seconds is None else f"<itunes:duration>{talk.seconds}</itunes:duration>"
    return (
        f"<item><title>{escape(talk.title)}</title><guid>{number}</guid>{told}"
        "<pubDate>01 Jan 2020 12:00:00 GMT</pubDate>"
        f'<enclosure url="{escape(talk.url)}" type="audio/mpeg" length="{talk.size}"/></item>'
    )

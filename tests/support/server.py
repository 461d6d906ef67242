"""A real HTTP server on the loopback, scripted to misbehave.

It speaks HTTP/1.1 over raw sockets in a thread with a loop of its own, so that it can lie about
lengths, and so that async tests and Qt tests may use it alike::

    with Server() as server:
        server.add("/feed.xml", Reply(body=FEED, etag='"1"'))        # 304 to If-None-Match
        server.add("/talk.mp3", static(SOUND))                       # Range, If-Range, ETag
        server.add("/busy", Reply(429, headers={"Retry-After": "7"}), Reply(body=b"at last"))
        server.add("/liar", Reply(body=b"abc", length=10))           # promises 10 bytes
        server.add("/torn.mp3", Reply(body=SOUND, cut_after=1000))   # then hangs up
        server.add("/slow.mp3", Reply(body=SOUND, piece=512, pause=0.01))
        server.add("/held.mp3", Reply(body=SOUND, gate=Gate(), gate_after=1000))
        server.add("/any", lambda request: Reply(body=request.query.encode()))
        assert server.requests[-1].headers["range"] == "bytes=1000-"

Of several replies each is given once, in turn, and the last one for ever. All requests are
in ``server.requests``; ``server.most_at_once`` is the greatest number under way together.
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import gzip
import socket
import struct
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Self

import brotli  # type: ignore[import-untyped]  # it ships no types

Gate = threading.Event
_TLS = b"\x16"  # how a TLS greeting begins; nobody here speaks it


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked; header names are in lower case."""

    method: str
    path: str
    query: str
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer and the ways in which it misbehaves.

    ``headers`` win over whatever the server would have said itself. ``ranges``: Range is
    honoured, and unless ``if_range`` is False If-Range too. ``encoding``: "gzip" or "br".
    ``length``: a false Content-Length (of the whole; parts are told truly); ``chunked``: none,
    but chunks; ``endless``: none, hanging up ends the body. ``cut_after``: hang up after so many
    bytes of it (``reset``: rudely). ``piece`` and ``pause``: drip so many bytes every so many
    seconds. ``gate``: hold the rest back after ``gate_after`` bytes until it is set. ``hang``:
    stay silent; ``drop``: hang up at once. ``raw``: send just this. ``login``: 401 to others.
    """

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    ranges: bool = False
    if_range: bool = True
    encoding: str | None = None
    length: int | None = None
    chunked: bool = False
    endless: bool = False
    cut_after: int | None = None
    reset: bool = False
    piece: int | None = None
    pause: float = 0.0
    gate: Gate | None = None
    gate_after: int = 0
    hang: bool = False
    drop: bool = False
    raw: bytes | None = None
    login: tuple[str, str] | None = None


Handler = Callable[[Request], Reply]


def static(body: bytes, *, kind: str = "audio/mpeg", etag: str | None = '"v1"') -> Reply:
    """Return a well-behaved file: Range, If-Range and ETag are honoured."""
    return Reply(body=body, headers={"Content-Type": kind}, etag=etag, ranges=True)


def redirect(to: str, status: int = 302) -> Reply:
    """Return a redirect to an address or path."""
    return Reply(status, headers={"Location": to})


def unused_port() -> int:
    """Return a port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


class Server:
    """The server; a context manager that listens on a free port of 127.0.0.1."""

    def __init__(self) -> None:
        self.requests: list[Request] = []
        self.most_at_once = 0
        self.port = 0
        self._routes: dict[str, list[Reply | Handler]] = {}
        self._under_way = 0
        self._changed = threading.Condition()
        self._ready = threading.Event()
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._writers: set[asyncio.StreamWriter] = set()
        self._thread = threading.Thread(target=self._run, name="test server", daemon=True)

    def __enter__(self) -> Self:
        """Listen."""
        self._thread.start()
        assert self._ready.wait(10)
        return self

    def __exit__(self, *_: object) -> None:
        """Hang up on everybody and end the thread."""
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(10)

    def add(self, path: str, *replies: Reply | Handler) -> str:
        """Answer requests for ``path`` (query ignored) in turn; return its address."""
        with self._changed:
            self._routes[path] = list(replies)
        return self.url(path)

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        """Return the address of ``path``; "localhost" serves as a second host."""
        return f"http://{host}:{self.port}{path}"

    def asked(self, path: str) -> list[Request]:
        """Return the requests for ``path``."""
        return [request for request in tuple(self.requests) if request.path == path]

    def wait_for(self, path: str, times: int = 1, seconds: float = 10) -> list[Request]:
        """Wait until ``path`` was asked for so many times."""
        deadline = time.monotonic() + seconds
        with self._changed:
            while len(self.asked(path)) < times:
                rest = deadline - time.monotonic()
                assert rest > 0, f"{path} was asked for {len(self.asked(path))} of {times} times"
                self._changed.wait(rest)
        return self.asked(path)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        start = asyncio.start_server(self._connected, "127.0.0.1", 0)
        listening = self._loop.run_until_complete(start)
        self.port = listening.sockets[0].getsockname()[1]
        self._ready.set()
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._hang_up(listening))
            self._loop.close()

    async def _hang_up(self, listening: asyncio.Server) -> None:
        """Listen no more and end all connections.

        Those that are being accepted at this moment come first: asyncio loses their sockets if
        the listener is closed before.
        """
        while coming := asyncio.all_tasks() - self._tasks - {asyncio.current_task()}:
            await asyncio.gather(*coming)
        listening.close()
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for writer in tuple(self._writers):
            writer.transport.abort()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        task = self._loop.create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ended = False
        try:
            with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
                first = await reader.readexactly(1)
                if first == _TLS:
                    writer.write(b"HTTP/1.1 400 Plain words, please\r\n\r\n")
                else:
                    head = first + await reader.readuntil(b"\r\n\r\n")
                    await self._answer(writer, _request(head.decode("latin-1")))
                writer.close()
                await writer.wait_closed()
                ended = True
        finally:
            if not ended:  # a transport that is gone can't be aborted
                writer.transport.abort()
                with contextlib.suppress(ConnectionError):
                    await writer.wait_closed()
            self._writers.discard(writer)

    async def _answer(self, writer: asyncio.StreamWriter, request: Request) -> None:
        reply = self._reply_to(request)
        try:
            await _send(writer, request, reply)
            if reply.reset and not writer.transport.is_closing():
                wire = writer.get_extra_info("socket")  # closing it without lingering resets it
                wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        finally:
            with self._changed:
                self._under_way -= 1

    def _reply_to(self, request: Request) -> Reply:
        with self._changed:
            self.requests.append(request)
            self._under_way += 1
            self.most_at_once = max(self.most_at_once, self._under_way)
            self._changed.notify_all()
            replies = self._routes.get(request.path, [Reply(404, b"not here")])
            chosen = replies.pop(0) if len(replies) > 1 else replies[0]
        return chosen if isinstance(chosen, Reply) else chosen(request)


def _request(head: str) -> Request:
    first, *lines = head.split("\r\n")
    method, target, _ = first.split(" ", 2)
    path, _, query = target.partition("?")
    pairs = (line.partition(":") for line in lines if line)
    return Request(method, path, query, {k.strip().lower(): v.strip() for k, _, v in pairs})


async def _send(writer: asyncio.StreamWriter, request: Request, reply: Reply) -> None:
    if reply.hang:
        await asyncio.Event().wait()
    if reply.drop or reply.raw is not None:
        writer.write(reply.raw or b"")
        return
    reply = _conditional(request, reply)
    body = _encoded(reply)
    size = len(body) if reply.length is None else reply.length
    headers = _headers(reply, size) | dict(reply.headers)
    lines = [f"HTTP/1.1 {reply.status} Scripted", *(f"{k}: {v}" for k, v in headers.items())]
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
    if request.method != "HEAD" and reply.status != 304:
        await _send_body(writer, reply, body)


def _conditional(request: Request, reply: Reply) -> Reply:
    asked = request.headers
    login = base64.b64encode(":".join(reply.login or ()).encode()).decode()
    if reply.login and asked.get("authorization") != f"Basic {login}":
        return Reply(401, b"who are you?", {"WWW-Authenticate": 'Basic realm="feed"'})
    if reply.status != 200:
        return reply
    same = reply.etag and asked.get("if-none-match") == reply.etag
    if same or (reply.last_modified and asked.get("if-modified-since") == reply.last_modified):
        return replace(reply, status=304, body=b"")
    return _part(asked, reply) if reply.ranges and "range" in asked else reply


def _part(asked: Mapping[str, str], reply: Reply) -> Reply:
    validators = {reply.etag, reply.last_modified}
    if reply.if_range and asked.get("if-range", reply.etag) not in validators:
        return reply
    size = len(reply.body)
    first, _, last = asked["range"].removeprefix("bytes=").partition("-")
    start = int(first) if first else max(size - int(last), 0)
    end = min(int(last), size - 1) if first and last else size - 1
    if start >= size:
        return replace(reply, status=416, body=b"", headers={"Content-Range": f"bytes */{size}"})
    said = {"Content-Range": f"bytes {start}-{end}/{size}"} | dict(reply.headers)
    body = reply.body[start : end + 1]
    return replace(reply, status=206, body=body, length=None, headers=said)


def _encoded(reply: Reply) -> bytes:
    if reply.encoding == "gzip":
        return gzip.compress(reply.body)
    return brotli.compress(reply.body, quality=5) if reply.encoding == "br" else reply.body


def _headers(reply: Reply, size: int) -> dict[str, str]:
    said = {
        "Connection": "close",
        "Content-Length": None if reply.chunked or reply.endless else str(size),
        "Transfer-Encoding": "chunked" if reply.chunked else None,
        "Content-Encoding": reply.encoding,
        "Accept-Ranges": "bytes" if reply.ranges else None,
        "ETag": reply.etag,
        "Last-Modified": reply.last_modified,
    }
    return {name: value for name, value in said.items() if value is not None}


async def _send_body(writer: asyncio.StreamWriter, reply: Reply, body: bytes) -> None:
    end = len(body) if reply.cut_after is None else min(reply.cut_after, len(body))
    step = reply.piece or 65_536
    at = 0
    while at < end:
        held = reply.gate is not None and at < reply.gate_after
        piece = body[at : min(at + step, end, reply.gate_after if held else end)]
        if reply.gate is not None and not held:
            while not reply.gate.is_set():  # noqa: ASYNC110  # it is set from another thread
                await asyncio.sleep(0.002)
        writer.write(b"%x\r\n%b\r\n" % (len(piece), piece) if reply.chunked else piece)
        await writer.drain()
        at += len(piece)
        await asyncio.sleep(reply.pause)
    if reply.chunked and end == len(body):
        writer.write(b"0\r\n\r\n")
        await writer.drain()

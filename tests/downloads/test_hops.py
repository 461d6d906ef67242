"""Redirects: where they may lead, and what goes along."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp.abc import AbstractResolver, ResolveResult

from desktop_app.downloads import hops
from desktop_app.downloads.faults import TransferError
from desktop_app.downloads.hops import MOST_HOPS
from desktop_app.downloads.transfer import TransferJob, transfer
from tests.downloads.desk import SOUND, Desk, asked_from, same
from tests.support.resolver import LocalResolver
from tests.support.server import Reply, Request, Server, redirect, static

if TYPE_CHECKING:
    from pathlib import Path

PUBLIC = "https://example.org/a/talk.mp3"


@pytest.mark.parametrize(
    ("here", "location", "expected"),
    [
        (PUBLIC, "other.mp3", "https://example.org/a/other.mp3"),
        (PUBLIC, "//cdn.example.net/x", "https://cdn.example.net/x"),
        (PUBLIC, "http://cdn.example.net/x?a=b", "http://cdn.example.net/x?a=b"),
        ("https://me:word@example.org/a", "/b", "https://me:word@example.org/b"),
        ("https://me:word@example.org/a", "https://example.org:443/b",
         "https://me:word@example.org:443/b"),
        ("https://me:word@example.org/a", "https://example.net/b", "https://example.net/b"),
        ("https://me:word@example.org/a", "http://example.org/b", "http://example.org/b"),
        ("http://127.0.0.1:5/a", "http://192.168.1.2/b", "http://192.168.1.2/b"),
    ],
)  # fmt: skip
def test_target(here: str, location: str, expected: str) -> None:
    assert hops.target(here, here, location) == expected


@pytest.mark.parametrize(
    ("location", "words"),
    [
        ("http://127.0.0.1/x", "your own network"), ("http://[::1]/x", "your own network"),
        ("//192.168.1.1/x", "your own network"), ("http://nas.local/x", "your own network"),
        ("file:///etc/passwd", "none that can be"), ("ftp://example.org/a", "none that can be"),
        ("http://[broken/", "none that can be"), ("http://", "none that can be"),
    ],
)  # fmt: skip
def test_target_refuses(location: str, words: str) -> None:
    with pytest.raises(TransferError) as caught:
        hops.target(PUBLIC, "https://cdn.example.net/", location)
    assert words in caught.value.why
    assert not caught.value.retryable


class Loopback(AbstractResolver):
    """Finds every name on this computer."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        return [
            ResolveResult(hostname=host, host="127.0.0.1", port=port, family=socket.AF_INET,
                          proto=0, flags=0)
        ]  # fmt: skip

    async def close(self) -> None:
        """Nothing is held."""


async def test_the_internet_leads_nobody_into_the_home(tmp_path: Path, server: Server) -> None:
    server.add("/inside", static(SOUND))
    server.add("/talk.mp3", redirect(server.url("/hop", "two.example.net")))
    server.add("/hop", redirect(server.url("/inside")))
    connector = aiohttp.TCPConnector(resolver=Loopback())
    async with aiohttp.ClientSession(connector=connector) as session:
        desk = Desk(session, tmp_path)
        error = await desk.fails(server.url("/talk.mp3", "one.example.org"))
        assert "your own network" in error.why
        assert not server.asked("/inside")
        await desk.get(server.add("/hop", static(SOUND)).replace("127.0.0.1", "one.example.org"))
    assert same(desk.part, SOUND)


async def test_a_sign_in_stays_with_its_server(tmp_path: Path, server: Server) -> None:
    server.add("/real", static(SOUND))
    server.add("/here", redirect(server.url("/real", "localhost")))
    url = server.add("/talk.mp3", redirect("/here"))
    connector = aiohttp.TCPConnector(resolver=LocalResolver())
    async with aiohttp.ClientSession(connector=connector) as session:
        headers = {"Authorization": "Basic bWU6d29yZA=="}
        job = TransferJob(url, tmp_path / "talk.mp3", headers=headers)
        await transfer(session, job, lambda *_: None)
    told = ["authorization" in request.headers for request in server.requests]
    assert told == [True, True, False]


async def test_ten_hops_are_followed_and_no_more(desk: Desk, server: Server) -> None:
    def hop(request: Request) -> Reply:
        left = int(request.query)
        return redirect(f"/talk.mp3?{left - 1}") if left else static(SOUND)

    url = server.add("/talk.mp3", hop)
    error = await desk.fails(f"{url}?{MOST_HOPS + 1}")
    assert "circles" in error.why
    assert len(server.requests) == MOST_HOPS + 1
    await desk.get(f"{url}?{MOST_HOPS}")
    assert same(desk.part, SOUND)


async def test_a_resumption_is_led_on_with_its_range(desk: Desk, server: Server) -> None:
    half = len(SOUND) // 2
    server.add("/real", static(SOUND))
    desk.part.parent.mkdir()
    desk.part.write_bytes(SOUND[:half])
    desk.known = type(desk.known)('"v1"', None, len(SOUND))
    await desk.get(server.add("/talk.mp3", redirect("/real")))
    assert server.requests[-1].headers["range"] == asked_from(half)
    assert same(desk.part, SOUND)


async def test_a_validator_that_is_no_text_is_not_kept(desk: Desk, server: Server) -> None:
    await desk.get(server.add("/talk.mp3", static(SOUND, etag='"caf\xe9"')))
    assert desk.known.etag is None
    assert same(desk.part, SOUND)

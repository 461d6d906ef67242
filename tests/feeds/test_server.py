"""The misbehaving server is what other tests stand on: each of its ways is asked for here."""

from __future__ import annotations

import aiohttp
import pytest

from tests.support.server import Gate, Reply, Server, redirect, static

BODY = bytes(range(256)) * 40


async def test_ranges_and_conditions(server: Server) -> None:
    url = server.add("/a", static(BODY))
    async with aiohttp.ClientSession() as session:
        async with session.get(url, headers={"Range": "bytes=100-"}) as got:
            assert (got.status, await got.read()) == (206, BODY[100:])
            assert got.headers["Content-Range"] == f"bytes 100-{len(BODY) - 1}/{len(BODY)}"
        stale = {"Range": "bytes=100-", "If-Range": '"v0"'}
        async with session.get(url, headers=stale) as got:
            assert (got.status, await got.read()) == (200, BODY)
        async with session.get(url, headers={"If-None-Match": '"v1"'}) as got:
            assert got.status == 304
        async with session.get(url, headers={"Range": "bytes=99999999-"}) as got:
            assert got.status == 416
    assert server.asked("/a")[0].headers["range"] == "bytes=100-"


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=BODY, encoding="gzip"),
        Reply(body=BODY, encoding="br"),
        Reply(body=BODY, chunked=True, piece=1000),
        Reply(body=BODY, endless=True),
        Reply(body=BODY, ranges=False),
    ],
)
async def test_whole_bodies(server: Server, reply: Reply) -> None:
    url = server.add("/a", reply)
    async with aiohttp.ClientSession() as session, session.get(url) as got:
        assert await got.read() == BODY


@pytest.mark.parametrize(
    "reply",
    [
        Reply(body=BODY, cut_after=100),
        Reply(body=BODY, cut_after=100, chunked=True),
        Reply(body=BODY, length=len(BODY) + 5),
        Reply(drop=True),
        Reply(raw=b"not http at all\r\n\r\n"),
    ],
)
async def test_broken_answers(server: Server, reply: Reply) -> None:
    url = server.add("/a", reply)
    async with aiohttp.ClientSession() as session:
        with pytest.raises(aiohttp.ClientError):
            async with session.get(url) as got:
                await got.read()


async def test_turns_redirects_and_the_gate(server: Server) -> None:
    gate = Gate()
    server.add("/a", Reply(503), Reply(body=BODY, gate=gate, gate_after=10))
    url = server.add("/b", redirect("/a", 301))
    async with aiohttp.ClientSession() as session:
        async with session.get(url) as got:
            assert got.status == 503
        async with session.get(url) as got:
            assert len(await got.content.readany()) == 10
            gate.set()
            assert len(await got.read()) == len(BODY) - 10
    assert [request.path for request in server.wait_for("/a", 2)] == ["/a", "/a"]
    assert server.most_at_once == 1

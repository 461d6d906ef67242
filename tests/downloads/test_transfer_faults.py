"""Transfers that fail: every fault says what happened and harms nothing."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import aiohttp
import pytest

from desktop_app.downloads import faults
from desktop_app.downloads.answer import Answer
from tests.downloads.desk import HALF, PAGE, SOUND, Desk, asked_from, begin, same
from tests.support.server import Gate, Reply, Server, redirect, static, unused_port


@pytest.mark.parametrize(
    ("reply", "retryable", "after", "words"),
    [
        (Reply(500), True, None, "trouble of its own (500)"),
        (Reply(503, headers={"Retry-After": "7"}), True, 7, "(503)"),
        (Reply(429, headers={"Retry-After": "120"}), True, 120, "patience"),
        (Reply(429, headers={"Retry-After": "soon"}), True, None, "patience"),
        (
            Reply(
                503,
                headers={
                    "Date": "Wed, 21 Oct 2015 07:28:00 GMT",
                    "Retry-After": "Wed, 21 Oct 2015 07:29:30 GMT",
                },
            ),
            True,
            90,
            "(503)",
        ),
        (Reply(408), True, None, "(408)"),
        (Reply(416), True, None, "(416)"),
        (Reply(425), True, None, "(425)"),
        (Reply(511), True, None, "(511)"),
        (Reply(raw=b"SSH-2.0-OpenSSH_9.9\r\n"), True, None, "no sense"),
        (Reply(401), False, None, "password"),
        (Reply(403, headers={"Retry-After": "7"}), False, None, "allow"),
        (Reply(404), False, None, "no longer"),
        (Reply(410), False, None, "taken down"),
        (Reply(204), False, None, "(204)"),
        (redirect("file:///etc/passwd"), False, None, "address"),
        (redirect("/talk.mp3"), False, None, "circles"),
        (Reply(drop=True), True, None, "broke off"),
        (static(b""), True, None, "nothing"),
        (static(PAGE), True, None, "web page"),
        (static(b'{"error": "not found"}'), True, None, "JSON"),
        (
            static(b"<?xml version='1.0'?><Error><Code>AccessDenied</Code></Error>"),
            True,
            None,
            "XML",
        ),
        (static(b"\x89PNG\r\n\x1a\n" + bytes(range(254)) * 9), False, None, "no recording"),
    ],
)
async def test_refusals_say_whether_to_try_again(
    desk: Desk, server: Server, reply: Reply, retryable: bool, after: float | None, words: str
) -> None:
    error = await desk.fails(server.add("/talk.mp3", reply))
    assert (error.retryable, error.retry_after) == (retryable, after)
    assert error.line == (words == "broke off")
    assert words in error.why
    assert not desk.part.exists()
    assert desk.known == Answer()


@pytest.mark.parametrize("reply", [static(PAGE), Reply(404), Reply(500)])
async def test_a_refusal_leaves_what_is_there(desk: Desk, server: Server, reply: Reply) -> None:
    await begin(desk, server)
    await desk.fails(server.add("/talk.mp3", reply))
    assert same(desk.part, SOUND[:HALF])
    assert desk.known.expected == len(SOUND)
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert same(desk.part, SOUND)


async def test_nobody_there(desk: Desk) -> None:
    error = await desk.fails(f"http://127.0.0.1:{unused_port()}/talk.mp3")
    assert error.retryable
    assert error.line
    assert "cannot be reached" in error.why
    error = await desk.fails("http://nowhere.invalid/talk.mp3")
    assert error.retryable
    assert error.line
    assert "cannot be found" in error.why
    error = await desk.fails("file:///etc/passwd")
    assert not error.retryable


async def test_redirects_are_followed(desk: Desk, server: Server) -> None:
    server.add("/real.mp3", static(SOUND))
    server.add("/hop", redirect("/real.mp3", 307))
    await desk.get(server.add("/talk.mp3", redirect(server.url("/hop"))))
    assert same(desk.part, SOUND)


async def test_silence_is_not_borne_for_ever(desk: Desk, server: Server) -> None:
    stuck = replace(static(SOUND), gate=Gate(), gate_after=HALF)
    async with asyncio.timeout(10):
        error = await desk.fails(server.add("/talk.mp3", stuck), stall=0.3)
    assert error.retryable
    assert error.line
    assert "0.3 seconds" in error.why
    assert same(desk.part, SOUND[:HALF])


async def test_an_answer_is_not_awaited_for_ever(desk: Desk, server: Server) -> None:
    async with asyncio.timeout(10):
        error = await desk.fails(server.add("/talk.mp3", Reply(hang=True)), stall=0.2)
    assert error.retryable
    assert "nothing came" in error.why


async def test_slow_is_not_silent(desk: Desk, server: Server) -> None:
    short = SOUND[:4_000]
    slow = replace(static(short), piece=200, pause=0.03)
    await desk.get(server.add("/talk.mp3", slow), stall=0.4)
    assert same(desk.part, short)


async def test_cancelling_leaves_what_can_be_resumed(desk: Desk, server: Server) -> None:
    gate = Gate()
    held = replace(static(SOUND), gate=gate, gate_after=HALF)
    task = asyncio.ensure_future(desk.get(server.add("/talk.mp3", held)))
    async with asyncio.timeout(10):
        while not desk.part.exists() or desk.part.stat().st_size < HALF:  # noqa: ASYNC110  # the disk tells nobody
            await asyncio.sleep(0.005)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.set()
    assert same(desk.part, SOUND[:HALF])
    await desk.get(server.add("/talk.mp3", static(SOUND)))
    assert server.requests[-1].headers["range"] == asked_from(HALF)
    assert same(desk.part, SOUND)


@pytest.mark.parametrize(
    ("error", "retryable", "words"),
    [
        (aiohttp.ClientSSLError(None, OSError()), True, "certificate"),  # type: ignore[arg-type]  # no connection
        (aiohttp.ClientOSError(104, "reset by peer"), True, "broke off"),
        (aiohttp.InvalidURL("http://"), False, "none that can be"),
    ],
)
def test_of_network(error: Exception, retryable: bool, words: str) -> None:
    """A certificate that is not valid may be a hotel's sign-in page, so it is tried again."""
    told = faults.of_network(error)
    assert told.retryable is retryable
    assert told.line is (words == "broke off")
    assert words in told.why


def test_incomplete_is_tried_again() -> None:
    error = faults.incomplete("only 22 of 45 minutes came")
    assert (error.retryable, error.line) == (True, False)
    assert error.why == "only 22 of 45 minutes came"

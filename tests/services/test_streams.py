"""A talk that plays from its server: for members alone, on a bad line, or gone from there."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.downloads import tracking
from desktop_app.services import stalls
from desktop_app.services.core import open_core
from tests.services.test_listening import playing
from tests.services.test_listening_habits import now, streamed
from tests.support import pod
from tests.support.passwords import Passwords
from tests.support.resolver import find_localhost
from tests.support.server import Gate, Reply, Server, redirect, static
from tests.support.sound import speech_bytes
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from tests.support.server import Request

ANN = ("ann", "p:ä@s/s?#%41")
PASSWORD = ("p:ä@s", "p%3A%C3%A4", "YW5uOn")
"""The password as it is, in an address, and in a header."""


@pytest.fixture
def passwords() -> Passwords:
    return Passwords()


@pytest_asyncio.fixture
async def core(
    home: Home, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Core]:
    """The services with the real libVLC, playing into nothing."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")
    async with open_core(home, passwords=passwords) as opened:
        yield opened


async def for_members(core: Core, server: Server, *, host: str = "127.0.0.1") -> Episode:
    """Subscribe, with a password, to a feed whose only talk wants it too."""
    sound = static(speech_bytes(20))
    server.add("/talk.mp3", replace(sound, login=ANN))
    body = pod.feed("Inner", [pod.item(1, url=server.url("/talk.mp3", host))])
    server.add("/feed.xml", Reply(body=body, login=ANN))
    feed = await core.subscriptions.add(server.url("/feed.xml"), login=ANN)
    (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
    return talk


async def test_members_hear_it_without_downloading_it(
    core: Core, server: Server, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    told: list[str] = []
    core.events.listen(lambda event: told.append(repr(event)))
    talk = await for_members(core, server)
    await core.listening.play(talk.id)
    await until(core, lambda: playing(core))
    await core.listening.pause()
    said = "".join((*told, caplog.text, *capfd.readouterr()))
    assert not [each for each in PASSWORD if each in said]
    for file in core.home.root.rglob("*"):
        body = file.read_bytes() if file.is_file() else b""
        assert not [each for each in PASSWORD if each.encode() in body], file


@pytest.mark.parametrize(
    ("kept", "why"),
    [("wrong", "did not accept this name and password"), (None, "asks for a name and a password")],
)
async def test_without_the_right_password_it_says_so_once(
    core: Core, server: Server, passwords: Passwords, kept: str | None, why: str
) -> None:
    talk = await for_members(core, server)
    account = f"ann@127.0.0.1:{server.port}"
    passwords.kept = {account: kept} if kept else {}
    core.subscriptions._logins._known.clear()
    await core.listening.play(talk.id)
    with pytest.raises(KnownError, match=why):
        await core.listening.until_over()
    player = await now(core)
    assert player.status is PlayStatus.FAILED
    assert player.problem == f"127.0.0.1 {why}. Sign in with those that its publisher gave you."


async def test_the_password_goes_to_no_other_host(core: Core, server: Server) -> None:
    elsewhere = server.add("/elsewhere.mp3", static(speech_bytes(20))).replace("127.0.0.1", "127.1")
    talk = await for_members(core, server)
    server.add("/talk.mp3", redirect(elsewhere))
    await core.listening.play(talk.id)
    await until(core, lambda: playing(core))
    assert all("authorization" in request.headers for request in server.asked("/talk.mp3"))
    assert not any("authorization" in each.headers for each in server.asked("/elsewhere.mp3"))


async def test_a_recording_on_another_host_gets_no_password(
    core: Core, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_localhost(monkeypatch)
    talk = await for_members(core, server, host="localhost")
    await core.listening.play(talk.id)
    with pytest.raises(KnownError, match="localhost asks for a name"):
        await core.listening.until_over()
    assert not any("authorization" in request.headers for request in server.asked("/talk.mp3"))


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(404), "The recording is no longer at its address"),
        (Reply(410), "taken down for good"),
        (Reply(403), "does not allow it"),
    ],
)
async def test_what_waiting_cannot_mend_is_told_at_once(
    core: Core, server: Server, reply: Reply, why: str
) -> None:
    talk = await streamed(core, server, reply, length="600")
    await core.listening.play(talk.id)
    with pytest.raises(KnownError, match=why):
        await core.listening.until_over()
    assert why in (await now(core)).problem


def stalling(sound: bytes, gate: Gate, after: int) -> Callable[[Request], Reply]:
    """Hold back what follows ``after`` bytes, once.

    libVLC asks three times: for the beginning, for the end, and then for what it plays.
    """
    stalled: list[str] = []

    def answer(request: Request) -> Reply:
        place = request.headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-")
        if stalled or not 0 < int(place) < len(sound) // 2:
            return static(sound)
        stalled.append(place)
        return replace(static(sound), gate=gate, gate_after=after)

    return answer


async def test_a_server_that_stalls_is_waited_for(core: Core, server: Server) -> None:
    sound, gate = speech_bytes(60), Gate()
    talk = await streamed(core, server, static(sound), length="60")
    server.add("/tapes/0.mp3", stalling(sound, gate, 120_000))
    await core.listening.set_rate(3.0)
    await core.listening.play(talk.id)

    async def stands_still() -> bool:
        player = await now(core)
        return player.status is PlayStatus.BUFFERING and player.position > 5

    await until(core, stands_still)
    held = await now(core)
    assert held.buffered is not None
    assert held.position <= 120_000 / len(sound) * 60
    gate.set()
    await until(core, lambda: playing(core))
    assert (await now(core)).position == pytest.approx(held.position, abs=3)
    await core.listening.until_over()
    assert (await core.browsing.episode(talk.id)).heard


async def test_a_server_that_says_nothing_more_is_asked_again(
    core: Core, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stalls, "LOST", 3.0)
    sound, never = speech_bytes(60), Gate()
    talk = await streamed(core, server, static(sound), length="60")
    server.add("/tapes/0.mp3", stalling(sound, never, 120_000))
    await core.listening.set_rate(3.0)
    seen: list[tuple[PlayStatus, str]] = []

    def hear(event: object) -> None:
        player = getattr(event, "now", None)
        if player is not None:
            seen.append((player.status, player.problem))

    core.events.listen(hear)
    await core.listening.play(talk.id)
    await core.listening.until_over()
    assert (await core.browsing.episode(talk.id)).heard
    assert any("connection was lost" in why for status, why in seen), seen
    never.set()


async def test_a_server_that_never_answers_is_given_up(
    core: Core, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stalls, "LOST", 0.5)
    talk = await streamed(core, server, Reply(hang=True), length="60")
    await core.listening.play(talk.id)
    with pytest.raises(KnownError, match="Nothing came"):
        await core.listening.until_over()


async def test_what_breaks_off_for_good_says_so_and_is_tried_again_by_play(
    core: Core, server: Server
) -> None:
    sound = speech_bytes(20)
    torn = replace(static(sound), cut_after=len(sound) * 2 // 5, ranges=False)
    talk = await streamed(core, server, torn, length="20")
    await core.listening.set_rate(3.0)
    await core.listening.play(talk.id)
    with pytest.raises(KnownError, match="breaks off here"):
        await core.listening.until_over()
    left = await now(core)
    assert left.status is PlayStatus.FAILED
    assert "Press Play to try again" in left.problem
    assert left.position > 5
    server.add("/tapes/0.mp3", static(sound))
    await core.listening.resume()
    await until(core, lambda: playing(core))
    assert (await now(core)).position > left.position - 4


@pytest.mark.parametrize("gone", [False, True])
async def test_who_only_counts_is_passed_by_where_the_recording_answers(
    core: Core, server: Server, monkeypatch: pytest.MonkeyPatch, gone: bool
) -> None:
    with Server() as counter:
        sound = static(speech_bytes(20))
        plain = server.add("/talk.mp3", Reply(404) if gone else sound)
        counted = counter.add("/count/talk.mp3", sound)
        monkeypatch.setattr(tracking, "plain", lambda url: plain if url == counted else None)
        body = pod.feed("Counted", [pod.item(1, url=counted)])
        feed = await core.subscriptions.add(server.add("/feed.xml", Reply(body=body)))
        (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
        await core.listening.play(talk.id)
        await until(core, lambda: playing(core))
        assert bool(counter.requests) is gone


async def test_no_server_is_told_what_it_gave_us_to_know_us_by(core: Core, server: Server) -> None:
    told = static(speech_bytes(20))
    told = replace(told, headers={**told.headers, "Set-Cookie": "who=you; Path=/"})
    talk = await streamed(core, server, told, length="20")
    for _ in range(2):
        await core.listening.play(talk.id)
        await until(core, lambda: playing(core))
        await core.listening.pause()
    assert len(server.asked("/tapes/0.mp3")) > 2
    assert not [each for each in server.requests if "cookie" in each.headers]

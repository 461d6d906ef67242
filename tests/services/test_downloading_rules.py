"""What downloads wait for: hours, pauses, lines, room, servers, and the person's own word."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import Wait, WaitFor
from desktop_app.downloads import room
from desktop_app.library import downloads
from desktop_app.services import conditions
from desktop_app.services.core import open_core
from desktop_app.services.events import DownloadsChanged
from tests.services.test_downloading import state_of, subscribe
from tests.services.test_downloading_faults import become, library_of, moving
from tests.support.clock import HandClock
from tests.support.fetched import fetch_all
from tests.support.resolver import find_localhost
from tests.support.server import Reply, static, unused_port
from tests.support.waiting import until

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncIterator

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

TEN = datetime(2026, 11, 22, 22, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> HandClock:
    """Eight in the evening; the computer's own time is UTC."""
    return HandClock()


@pytest_asyncio.fixture
async def core(
    home: Home, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Core]:
    find_localhost(monkeypatch)
    async with open_core(home, clock=clock) as opened:
        yield opened


async def wait_of(core: Core, episode: Episode) -> Wait | None:
    return (await core.downloading.waits()).get(episode.id)


async def look_again(core: Core) -> None:
    """Have the queue look at the clock, as it does once a minute."""
    await core.downloading._running.turn()


def hold(server: Server, sound: bytes, *numbers: int) -> threading.Event:
    """Let these recordings stop after 9,000 bytes, until the event is set."""
    gate = threading.Event()
    for number in numbers:
        held = Reply(body=sound, etag='"a"', ranges=True, gate=gate, gate_after=9000)
        server.add(f"/tapes/{number}.mp3", held, static(sound, etag='"a"'))
    return gate


async def test_only_at_night(core: Core, server: Server, sound: bytes, clock: HandClock) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await core.settings.change(download_hours=True)
    await core.downloading.request((episode.id,))
    assert await wait_of(core, episode) == Wait(WaitFor.HOURS, TEN)
    assert server.asked("/tapes/0.mp3") == []
    clock.advance(2 * 3600)
    await look_again(core)
    await become(core, episode, DownloadState.DOWNLOADED)
    assert await core.downloading.waits() == {}


async def test_in_the_morning_what_runs_stops_and_goes_on_the_next_night(
    core: Core, server: Server, sound: bytes, clock: HandClock
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    hold(server, sound, 0)
    clock.advance(3 * 3600)
    await core.settings.change(download_hours=True)
    await core.downloading.request((episode.id,))
    await moving(core)
    clock.advance(8 * 3600)
    await look_again(core)
    await become(core, episode, DownloadState.QUEUED)
    await look_again(core)
    assert await wait_of(core, episode) == Wait(WaitFor.HOURS, TEN + timedelta(days=1))
    clock.advance(15 * 3600)
    await look_again(core)
    await become(core, episode, DownloadState.DOWNLOADED)
    assert "range" in server.asked("/tapes/0.mp3")[-1].headers


async def test_what_is_wanted_now_waits_for_no_hour_and_no_pause(
    core: Core, server: Server, sound: bytes
) -> None:
    one, two, three = await subscribe(core, server, sound, 3)
    await core.settings.change(download_hours=True)
    await core.downloading.pause_all()
    await core.downloading.request((one.id, two.id, three.id))
    await core.downloading.start_now(two.id)
    await become(core, two, DownloadState.DOWNLOADED)
    assert await state_of(core, one) is DownloadState.QUEUED
    assert await wait_of(core, one) == Wait(WaitFor.PAUSE)
    await core.downloading.resume_all()
    assert await wait_of(core, one) == Wait(WaitFor.HOURS, TEN)


async def test_what_is_asked_for_now_is_the_next(core: Core, server: Server, sound: bytes) -> None:
    talks = await subscribe(core, server, sound, 4)
    await core.settings.change(parallel_downloads=1)
    hold(server, sound, 3)
    await core.downloading.request(talk.id for talk in talks)
    await moving(core)
    await core.downloading.start_now(talks[3].id)
    assert list(await core.downloading.waits()) == [talks[n].id for n in (3, 1, 2)]


async def test_a_line_that_is_paid_by_use_is_for_what_the_person_asked(
    core: Core, server: Server, sound: bytes
) -> None:
    asked, unasked = await subscribe(core, server, sound, 2)
    await core.settings.change(spare_metered=True)
    await core.set_line(online=True, metered=True)
    await library_of(core).write(downloads.enqueue, (unasked.id,), automatic=True)
    await core.downloading.request((asked.id,))
    await become(core, asked, DownloadState.DOWNLOADED)
    assert await wait_of(core, unasked) == Wait(WaitFor.LINE)
    await core.set_line(online=True, metered=False)
    await become(core, unasked, DownloadState.DOWNLOADED)


async def test_each_says_what_it_waits_for(core: Core, server: Server, sound: bytes) -> None:
    talks = await subscribe(core, server, sound, 4)
    hold(server, sound, 0, 1, 2, 3)
    heard: list[Event] = []
    core.events.listen(heard.append)
    await core.downloading.request(talk.id for talk in talks)
    assert list((await core.downloading.waits()).items()) == [
        (talks[2].id, Wait(WaitFor.SERVER, detail="127.0.0.1")),
        (talks[3].id, Wait(WaitFor.SERVER, detail="127.0.0.1")),
    ]
    assert DownloadsChanged() in heard
    await core.settings.change(parallel_downloads=2)
    await look_again(core)
    assert {each.reason for each in (await core.downloading.waits()).values()} == {WaitFor.TURN}


async def test_never_more_than_two_from_one_server(
    core: Core, server: Server, sound: bytes
) -> None:
    talks = await subscribe(core, server, sound, 6)
    await core.settings.change(parallel_downloads=6)
    await fetch_all(core, (talk.id for talk in talks))
    assert server.most_at_once <= 2


async def test_a_line_that_is_down_is_tried_for_as_long_as_it_takes(
    core: Core, server: Server, sound: bytes, clock: HandClock
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await library_of(core).write(
        lambda connection: connection.execute(
            "UPDATE episodes SET url = ?", (f"http://127.0.0.1:{unused_port()}/talk.mp3",)
        )
    )

    async def tried() -> bool:
        wait = await wait_of(core, episode)
        return wait is not None and wait.until is not None and wait.until > clock.now()

    await core.downloading.request((episode.id,))
    for _ in range(30):
        await until(core, tried)
        wait = await wait_of(core, episode)
        assert wait is not None
        assert wait.reason is WaitFor.RETRY
        assert "cannot be reached" in wait.detail
        assert wait.until is not None
        assert wait.until - clock.now() <= timedelta(seconds=120)
        clock.wall = wait.until
        await look_again(core)
    assert await state_of(core, episode) is not DownloadState.FAILED
    assert await core.browsing.problems() == ()


async def test_a_line_that_is_back_is_used_at_once(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", Reply(500), static(sound))
    await core.downloading.request((episode.id,))

    async def waits() -> bool:
        return await wait_of(core, episode) is not None

    await until(core, waits)
    await core.set_line(online=True, metered=False)
    await become(core, episode, DownloadState.DOWNLOADED)


async def test_a_server_that_asked_for_patience_is_left_alone(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", Reply(429, headers={"Retry-After": "600"}), static(sound))
    await core.downloading.request((episode.id,))

    async def waits() -> bool:
        return await wait_of(core, episode) is not None

    await until(core, waits)
    await core.set_line(online=True, metered=False)
    await look_again(core)
    assert await state_of(core, episode) is DownloadState.QUEUED
    assert len(server.asked("/tapes/0.mp3")) == 1


async def test_a_full_disk_lets_all_wait_and_goes_on_when_there_is_room(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    episode, other = await subscribe(core, server, sound, 2)
    server.add("/tapes/1.mp3", replace(static(sound), length=10**16), static(sound))
    await core.settings.change(parallel_downloads=1)
    await core.downloading.request((episode.id, other.id))

    async def waits() -> bool:
        return len(await core.downloading.waits()) == 2

    await until(core, waits)
    for each in (episode, other):
        assert await wait_of(core, each) == Wait(WaitFor.ROOM, detail="the disk is full")
    (problem,) = await core.browsing.problems()
    assert "no room" in problem.why
    monkeypatch.setattr(conditions, "disk_of", lambda _folder: room.Disk(10**17, 10**17))
    await look_again(core)
    await become(core, episode, DownloadState.DOWNLOADED)
    await become(core, other, DownloadState.DOWNLOADED)
    assert await core.browsing.problems() == ()
    assert not await core.downloading.paused()


async def test_no_more_than_the_budget(core: Core, server: Server, sound: bytes) -> None:
    one, two = await subscribe(core, server, sound, 2)
    await library_of(core).write(_set_sizes, 600_000)
    await core.settings.change(budget_mb=1)
    await core.downloading.request((one.id,))
    await become(core, one, DownloadState.DOWNLOADED)
    await library_of(core).write(_set_received, 500_000)
    await core.downloading.request((two.id,))
    full = Wait(WaitFor.ROOM, detail="the 1 MB for recordings are used")
    assert await wait_of(core, two) == full
    await core.downloading.remove_file(one.id)
    await become(core, two, DownloadState.DOWNLOADED)


async def test_a_command_line_says_that_the_budget_is_used(
    core: Core, server: Server, sound: bytes
) -> None:
    first, second = await subscribe(core, server, sound, 2)
    await fetch_all(core, (first.id,))
    await library_of(core).write(_set_received, 2_000_000)
    await core.settings.change(budget_mb=1)
    (result,) = await fetch_all(core, (second.id,))
    assert result.error is not None
    assert "1 MB for recordings are used" in result.error.why


def _set_sizes(connection: sqlite3.Connection, size: int) -> None:
    connection.execute("UPDATE episodes SET size = ?", (size,))


def _set_received(connection: sqlite3.Connection, received: int) -> None:
    """Let what is there take so much room."""
    connection.execute("UPDATE downloads SET received = ? WHERE state = 'downloaded'", (received,))


async def test_while_one_is_examined_the_next_uses_the_line(
    core: Core, server: Server, sound: bytes
) -> None:
    one, two = await subscribe(core, server, sound, 2)
    await core.settings.change(parallel_downloads=1)
    worker = core.downloading._archive._worker

    async def both_are_here() -> bool:
        sizes = [part.stat().st_size for part in core.home.audio.rglob("*.part")]
        return sizes == [len(sound)] * 2

    async with worker._turn:  # nothing can be examined now
        await core.downloading.request((one.id, two.id))
        await until(core, both_are_here)
    await become(core, one, DownloadState.DOWNLOADED)
    await become(core, two, DownloadState.DOWNLOADED)
    assert server.most_at_once == 1

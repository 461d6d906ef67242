"""Downloads when two things happen at once, and when what is beneath them goes away."""

from __future__ import annotations

import asyncio
import logging
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.shelf import WaitFor
from desktop_app.library import downloads
from desktop_app.services import running
from desktop_app.services.core import open_core
from tests.services.test_downloading import state_of, subscribe
from tests.services.test_downloading_faults import (
    Held,
    allow_writing,
    become,
    file_of,
    library_of,
    moving,
)
from tests.services.test_downloading_whole import half, told
from tests.support import pod
from tests.support.fetched import fetch_all
from tests.support.server import Reply, static
from tests.support.waiting import until

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.downloads.queue import Doors
    from desktop_app.services.core import Core
    from tests.support.server import Server

pytestmark = pytest.mark.usefixtures("soon_again")


async def test_a_disk_that_was_pulled_out_is_waited_for(
    core: Core, server: Server, sound: bytes, tmp_path: Path
) -> None:
    talks = await subscribe(core, server, sound, 2)
    disk = tmp_path / "disk"
    core.home.audio.rmdir()
    core.home.audio.symlink_to(disk)
    await core.downloading.request(talk.id for talk in talks)

    async def both_wait() -> bool:
        waits = (await core.downloading.waits()).values()
        return [wait.reason for wait in waits] == [WaitFor.RETRY, WaitFor.RETRY]

    await until(core, both_wait)
    waits = (await core.downloading.waits()).values()
    assert {wait.detail for wait in waits} == {"the disk for the recordings does not answer"}
    assert await core.browsing.problems() == ()
    disk.mkdir()
    await core.set_line(online=True, metered=False)
    for talk in talks:
        await become(core, talk, DownloadState.DOWNLOADED)


async def test_keeping_what_came_and_trying_again_do_not_meet(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await told(core, len(sound), 10)
    server.add("/tapes/0.mp3", half(sound))
    await fetch_all(core, (episode.id,))
    asked = len(server.asked("/tapes/0.mp3"))
    async with core.downloading._archive._worker._turn:  # nothing can be read now
        keeping = asyncio.create_task(core.downloading.keep_anyway(episode.id))
        await become(core, episode, DownloadState.DOWNLOADING)
        await core.downloading.request((episode.id,))
    await keeping
    assert (await file_of(core, episode)).read_bytes() == sound[: len(sound) // 2]
    assert len(server.asked("/tapes/0.mp3")) == asked


async def test_what_cannot_be_kept_has_failed_as_before(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await told(core, len(sound), 10)
    server.add("/tapes/0.mp3", half(sound))
    await fetch_all(core, (episode.id,))
    before = await library_of(core).read(downloads.one, episode.id)
    (part,) = core.home.audio.rglob("*.part")
    part.write_bytes(b"no sound at all")
    with pytest.raises(KnownError):
        await core.downloading.keep_anyway(episode.id)
    assert await library_of(core).read(downloads.one, episode.id) == before


async def test_wanting_what_is_there_at_once_is_soon_forgotten(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await core.downloading.pause_all()
    await fetch_all(core, (episode.id,))
    await core.downloading.start_now(episode.id)
    await core.downloading.remove_file(episode.id)
    await core.downloading.request((episode.id,))
    assert (await core.downloading.waits())[episode.id].reason is WaitFor.PAUSE


async def test_a_library_that_was_busy_for_a_moment_stops_nobody_for_the_night(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "LONGEST_SLEEP", 0.1)
    (episode,) = await subscribe(core, server, sound, 1)
    gate = threading.Event()
    held = Reply(body=sound, etag='"a"', ranges=True, gate=gate, gate_after=9000)
    server.add("/tapes/0.mp3", held, static(sound, etag='"a"'))
    await core.downloading.request((episode.id,))
    await moving(core)
    await allow_writing(core, allowed=False)
    gate.set()
    await until(core, core.downloading.paused)
    await allow_writing(core, allowed=True)
    await become(core, episode, DownloadState.DOWNLOADED)
    assert not await core.downloading.paused()


async def test_a_look_at_the_queue_that_failed_is_repeated(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "LONGEST_SLEEP", 0.1)
    (episode,) = await subscribe(core, server, sound, 1)
    await core.downloading.start()
    await library_of(core).write(downloads.enqueue, (episode.id,))
    read, failed = downloads.in_state, threading.Event()

    def refuse(connection: sqlite3.Connection, *states: DownloadState) -> object:
        if failed.is_set():
            return read(connection, *states)
        failed.set()
        raise KnownError("The library cannot be used", "another program uses it")

    monkeypatch.setattr(downloads, "in_state", refuse)
    core.downloading._running.soon()
    await become(core, episode, DownloadState.DOWNLOADED)


async def test_closing_waits_for_a_look_at_the_queue(
    home: Home, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_core(home) as core:
        await subscribe(core, server, sound, 1)
        await core.downloading.start()
        held = Held(downloads.in_state)
        monkeypatch.setattr(downloads, "in_state", held)
        core.downloading._running.soon()
        await held.reached.wait()
        closing = asyncio.create_task(core.downloading.close())
        done, _ = await asyncio.wait({closing}, timeout=0.2)
        held.go.set()
        await closing
        assert not done


async def test_a_library_that_refuses_keeps_no_download_from_ending(
    home: Home, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those left behind would write into a library that is closed by then."""
    async with open_core(home) as core:
        talks = await subscribe(core, server, sound, 3)
        for number in range(len(talks)):
            dripping = replace(static(sound), piece=64, pause=0.05)
            server.add(f"/tapes/{number}.mp3", dripping)
        await core.downloading.request(talk.id for talk in talks)
        tasks = [task for _, task in core.downloading._running._tasks.values()]
        assert len(tasks) > 1

        def refuse(*_what: object) -> bool:
            raise KnownError("The disk is full")

        monkeypatch.setattr(downloads, "set_state", refuse)
        await core.downloading.close()
        assert all(task.done() for task in tasks)
        monkeypatch.undo()


async def test_a_file_that_the_disk_will_not_part_with_is_told_without_its_name(
    core: Core,
    server: Server,
    sound: bytes,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await fetch_all(core, (episode.id,))
    file = await file_of(core, episode)

    def refuse(_path: Path, *, missing_ok: bool) -> None:
        raise PermissionError(13, "Permission denied", str(file))

    monkeypatch.setattr(type(file), "unlink", refuse)
    with caplog.at_level(logging.INFO), pytest.raises(KnownError, match="could not be removed"):
        await core.downloading.remove_file(episode.id)
    assert await state_of(core, episode) is DownloadState.DOWNLOADED
    assert "Permission denied" in caplog.text
    assert "Bob" not in caplog.text


async def test_a_disk_that_fails_under_a_download_is_no_bug_of_ours(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)

    async def refuse() -> int:
        raise PermissionError(13, "Permission denied", "Bob D. - Talk.mp3")

    monkeypatch.setattr(core.downloading._archive, "reserve", refuse)
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is not None
    assert result.error.why == "permission denied"
    assert await state_of(core, episode) is DownloadState.FAILED


async def test_unsubscribing_from_a_thousand_that_wait_looks_at_them_a_few_times(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = [pod.item(n, url=server.url(f"/{n}.mp3")) for n in range(60)]
    kind = {"Content-Type": "application/rss+xml"}
    feed = await core.subscriptions.add(
        server.add("/x.xml", Reply(body=pod.feed("X", items), headers=kind))
    )
    page = await core.browsing.page(EpisodeQuery(), 0, 99)
    await core.downloading.pause_all()
    await core.downloading.request(talk.id for talk in page.episodes)
    assert len(await core.downloading.waits()) == 60
    conditions, over = core.downloading._conditions, asyncio.Event()
    doors = conditions.doors

    async def slow() -> Doors:
        await over.wait()
        return await doors()

    monkeypatch.setattr(conditions, "doors", slow)
    async with asyncio.timeout(20):
        await core.subscriptions.remove(feed.id)  # though a look at the queue still goes on
    over.set()

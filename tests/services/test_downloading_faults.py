"""Downloads when things go wrong: the disk, the worker, two at once, our own mistakes."""

from __future__ import annotations

import asyncio
import os
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.shelf import WaitFor
from desktop_app.downloads import files
from desktop_app.library import downloads, problems
from desktop_app.services.core import open_core
from desktop_app.services.worker import Worker
from tests.services.test_downloading import state_of, subscribe
from tests.support import pod
from tests.support.fetched import fetch_all
from tests.support.server import Reply, static
from tests.support.waiting import until

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.services.core import Core
    from tests.support.server import Server


def library_of(core: Core) -> Library:
    return core.downloading._library


async def file_of(core: Core, episode: Episode) -> Path:
    found = await core.browsing.episode(episode.id)
    assert found.state is DownloadState.DOWNLOADED
    assert found.file is not None
    return Path(found.file)


def files_in(home: Home) -> list[str]:
    return sorted(path.name for path in home.audio.rglob("*") if path.is_file())


async def become(core: Core, episode: Episode, state: DownloadState) -> None:
    async def so() -> bool:
        return await state_of(core, episode) is state

    await until(core, so)


async def moving(core: Core) -> None:
    async def some() -> bool:
        parts = list(core.home.audio.rglob("*.part"))
        return bool(parts) and parts[0].stat().st_size > 0

    await until(core, some)


class Held:
    """Holds a function of a thread until it is let go, and tells when it was reached."""

    def __init__(self, function: Callable[..., object]) -> None:
        self._function = function
        self._loop = asyncio.get_running_loop()
        self.reached = asyncio.Event()
        self.go = threading.Event()

    def __call__(self, *args: object) -> object:
        result = self._function(*args)
        self._loop.call_soon_threadsafe(self.reached.set)
        assert self.go.wait(20)
        return result


async def test_two_talks_of_one_name_get_two_files(
    core: Core, server: Server, sound: bytes
) -> None:
    longer = sound + sound[: len(sound) // 2]
    items = []
    for number, body in ((0, sound), (28, longer)):
        url = server.add(f"/x/{number}.mp3", static(body))
        items.append(pod.item(number, title="Big Book Study", url=url))
    feed = Reply(body=pod.feed("X", items), headers={"Content-Type": "application/rss+xml"})
    await core.subscriptions.add(server.add("/x.xml", feed))
    talks = (await core.browsing.page(EpisodeQuery(), 0, 99)).episodes
    (core.home.audio / "X").mkdir()
    stranger = core.home.audio / "X" / "2020-01-01 Big Book Study.MP3"
    stranger.write_bytes(b"the person's own")
    results = await fetch_all(core, tuple(talk.id for talk in talks))
    assert [result.error for result in results] == [None, None]
    paths = [await file_of(core, talk) for talk in talks]
    assert {path.stat().st_size for path in paths} == {len(sound), len(longer)}
    assert {path.name for path in paths} == {
        "2020-01-01 Big Book Study (2).mp3",
        "2020-01-01 Big Book Study (3).mp3",
    }
    assert stranger.read_bytes() == b"the person's own"


async def test_trouble_of_the_worker_costs_no_recording(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    starved = Worker(memory_limit=1)
    core.downloading._archive._worker = starved
    (result,) = await fetch_all(core, (episode.id,))
    await starved.close()
    assert result.error is None
    assert (await file_of(core, episode)).read_bytes() == sound


async def test_what_the_probe_calls_damaged_goes(core: Core, server: Server, sound: bytes) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", static(b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\x00\x01" * 9000))
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is not None
    assert await state_of(core, episode) is DownloadState.FAILED
    assert files_in(core.home) == []


async def test_a_disk_that_is_not_there_makes_nobody_forget(
    home: Home, server: Server, sound: bytes
) -> None:
    async with open_core(home) as core:
        talks = await subscribe(core, server, sound, 2)
        await fetch_all(core, tuple(talk.id for talk in talks))
    elsewhere = home.root / "elsewhere"
    home.audio.rename(elsewhere)
    async with open_core(home) as core:
        heard: list[object] = []
        core.events.listen(heard.append)
        await core.downloading.start()
        assert heard == []
    home.audio.rmdir()
    home.audio.symlink_to(elsewhere)
    async with open_core(home) as core:
        await core.downloading.start()
        for talk in talks:
            assert (await file_of(core, talk)).read_bytes() == sound


async def test_pausing_what_is_there_changes_nothing(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    await fetch_all(core, (episode.id,))
    await core.downloading.pause(episode.id)
    assert await state_of(core, episode) is DownloadState.DOWNLOADED
    await core.downloading.cancel(episode.id)
    assert (await file_of(core, episode)).read_bytes() == sound


@pytest.mark.parametrize("how", ["pause_all", "pause"])
async def test_stopping_during_the_probe_fetches_nothing_again(
    core: Core, server: Server, sound: bytes, how: str
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    worker = core.downloading._archive._worker
    async with worker._turn:  # nothing can be probed now
        await core.downloading.request((episode.id,))

        async def whole() -> bool:
            sizes = [part.stat().st_size for part in core.home.audio.rglob("*.part")]
            return sizes == [len(sound)]

        await until(core, whole)
        await (
            core.downloading.pause(episode.id) if how == "pause" else core.downloading.pause_all()
        )
    await (core.downloading.resume(episode.id) if how == "pause" else core.downloading.resume_all())
    await become(core, episode, DownloadState.DOWNLOADED)
    assert len(server.asked("/tapes/0.mp3")) == 1
    assert (await core.browsing.episode(episode.id)).duration == pytest.approx(10, abs=0.2)


@pytest.mark.parametrize(
    ("how", "after"), [("cancel", DownloadState.REMOTE), ("pause", DownloadState.PAUSED)]
)
async def test_what_is_stopped_while_its_turn_comes_does_not_start(
    core: Core,
    server: Server,
    sound: bytes,
    monkeypatch: pytest.MonkeyPatch,
    how: str,
    after: DownloadState,
) -> None:
    episode, other = await subscribe(core, server, sound, 2)
    await core.downloading.pause_all()
    await core.downloading.request((episode.id,))
    held = Held(downloads.in_state)
    monkeypatch.setattr(downloads, "in_state", held)
    core.downloading._conditions.held = False
    turn = asyncio.create_task(core.downloading._running.turn())
    await held.reached.wait()  # the row was read, and looks as if it waited
    stopping = asyncio.create_task(getattr(core.downloading, how)(episode.id))
    monkeypatch.undo()

    async def stopped() -> bool:
        row = await library_of(core).write(downloads.one, episode.id)
        return row is None or row.state is after

    async with asyncio.timeout(20):
        while not await stopped():  # noqa: ASYNC110 - the writer thread is asked each time
            await asyncio.sleep(0)
    held.go.set()
    await asyncio.gather(turn, stopping)
    await fetch_all(core, (other.id,))
    assert await state_of(core, episode) is after
    assert files_in(core.home) == [(await file_of(core, other)).name]
    assert len([each for each in server.requests if each.path.endswith(".mp3")]) == 1


async def test_cancelling_while_the_file_gets_its_name_leaves_nothing(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    held = Held(lambda _descriptor: None)
    monkeypatch.setattr(os, "fsync", held)
    await core.downloading.request((episode.id,))
    await held.reached.wait()
    cancelling = asyncio.create_task(core.downloading.cancel(episode.id))
    done, _ = await asyncio.wait({cancelling}, timeout=0.3)
    held.go.set()
    assert not done  # it waits for the disk, lest the file appear behind its back
    await cancelling
    assert await state_of(core, episode) is DownloadState.REMOTE
    assert files_in(core.home) == []


async def test_a_talk_that_is_no_longer_in_the_library_leaves_no_file(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    gate = threading.Event()
    server.add("/tapes/0.mp3", Reply(body=sound, etag='"a"', gate=gate, gate_after=9000))
    await core.downloading.request((episode.id,))
    await moving(core)
    await library_of(core).write(_delete, episode.id)
    gate.set()
    while tasks := core.downloading._running._tasks:
        (_, task), *_ = tasks.values()
        await asyncio.wait({task})
    assert files_in(core.home) == []


def _delete(connection: sqlite3.Connection, episode_id: int) -> None:
    connection.execute("DELETE FROM episodes WHERE id = ?", (episode_id,))


async def test_odd_bytes_in_an_etag_do_no_harm(core: Core, server: Server, sound: bytes) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", static(sound, etag='"caf\xe9"'))
    async with asyncio.timeout(20):
        (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None


async def test_a_bug_of_ours_costs_one_download_and_surfaces(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = await subscribe(core, server, sound, 2)
    choose = files.file_name

    def broken(feed: str, title: str, *rest: object) -> str:
        if title == first.title:
            raise LookupError(title)
        return choose(feed, title, *rest)  # type: ignore[arg-type]  # handed on as they came

    surfaced: list[BaseException | None] = []
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda _loop, context: surfaced.append(context.get("exception")))
    monkeypatch.setattr(files, "file_name", broken)
    async with asyncio.timeout(20):
        results = await fetch_all(core, (first.id, second.id))
    assert [result.error is None for result in results] == [False, True]
    assert await state_of(core, first) is DownloadState.FAILED
    assert [type(each) for each in surfaced] == [LookupError]


async def test_a_full_disk_stops_all_and_resuming_goes_on(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", Reply(body=sound, etag='"a"', length=10**16))
    async with asyncio.timeout(20):
        (result,) = await fetch_all(core, (episode.id,))
    assert result.error is not None
    assert result.error.why.startswith("there is no room")
    assert await state_of(core, episode) is DownloadState.QUEUED

    async def waits_for_room() -> bool:
        wait = (await core.downloading.waits()).get(episode.id)
        return wait is not None and wait.reason is WaitFor.ROOM

    await until(core, waits_for_room)
    assert [each.episode_id for each in await core.browsing.problems()] == [episode.id]
    server.add("/tapes/0.mp3", static(sound))
    await core.downloading.resume_all()
    await become(core, episode, DownloadState.DOWNLOADED)
    assert (await file_of(core, episode)).read_bytes() == sound
    assert await core.browsing.problems() == ()


async def allow_writing(core: Core, *, allowed: bool) -> None:
    library = library_of(core)
    statement = f"PRAGMA query_only = {int(not allowed)}"
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(library._threads.writer, library._writer.execute, statement)


async def test_a_library_that_takes_nothing_hangs_nobody(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    gate = threading.Event()
    held = Reply(body=sound, etag='"a"', ranges=True, gate=gate, gate_after=9000)
    server.add("/tapes/0.mp3", held, static(sound, etag='"a"'))
    fetching = asyncio.create_task(fetch_all(core, (episode.id,)))
    await moving(core)
    await allow_writing(core, allowed=False)
    gate.set()
    async with asyncio.timeout(20):
        (result,) = await fetching
    assert result.error is not None
    await until(core, core.downloading.paused)
    assert await state_of(core, episode) is DownloadState.DOWNLOADING
    await allow_writing(core, allowed=True)
    await core.downloading.resume_all()
    await become(core, episode, DownloadState.DOWNLOADED)
    assert len(server.asked("/tapes/0.mp3")) == 1


async def test_starting_twice_at_once_waits_for_one_look_at_the_disk(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = Held(files.listing)
    monkeypatch.setattr(files, "listing", held)
    first = asyncio.create_task(core.downloading.start())
    await held.reached.wait()
    second = asyncio.create_task(core.downloading.start())
    done, _ = await asyncio.wait({second}, timeout=0.2)
    assert not done
    held.go.set()
    await asyncio.gather(first, second)


async def test_a_disk_that_cannot_be_read_is_told_and_can_be_tried_again(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    core.home.audio.rmdir()
    core.home.audio.write_text("a file where the folder should be")
    with pytest.raises(KnownError, match="folder of recordings cannot be read"):
        await core.downloading.start()
    core.home.audio.unlink()
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None


async def test_a_command_line_leaves_the_pause_of_the_person_alone(
    home: Home, server: Server, sound: bytes
) -> None:
    async with open_core(home) as core:
        (episode, *_) = await subscribe(core, server, sound, 1)
        await core.downloading.pause_all()
    async with open_core(home) as core:
        (result,) = await fetch_all(core, (episode.id,))
        assert result.error is None
    async with open_core(home) as core:
        assert await core.downloading.paused()


async def test_whoever_waits_hears_that_it_was_cancelled(
    core: Core, server: Server, sound: bytes
) -> None:
    one, two = await subscribe(core, server, sound, 2)
    for number in (0, 1):
        held = Reply(body=sound, etag='"a"', gate=threading.Event(), gate_after=9000)
        server.add(f"/tapes/{number}.mp3", held)
    fetching = asyncio.create_task(fetch_all(core, (one.id, two.id)))
    await moving(core)
    await core.downloading.cancel(one.id)
    await core.downloading.pause(two.id)
    async with asyncio.timeout(20):
        results = await fetching
    assert [result.error.why for result in results if result.error] == [
        "it was cancelled",
        "it was paused",
    ]


async def test_a_failure_of_what_was_paused_is_no_problem(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    await core.downloading.pause_all()
    await core.downloading.request((episode.id,))
    await core.downloading.pause(episode.id)
    row = await library_of(core).read(downloads.one, episode.id)
    assert row is not None
    error = KnownError("x", "y")
    await core.downloading._setbacks.failed(row, error, error)
    assert await state_of(core, episode) is DownloadState.PAUSED
    assert await library_of(core).read(problems.pending) == ()

"""Downloads as a person has them: asked for, paused, interrupted, whole."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.services.core import open_core
from desktop_app.services.events import DownloadProgress
from tests.support import pod
from tests.support.fetched import fetch_all
from tests.support.server import Reply, static
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def subscribe(core: Core, server: Server, sound: bytes, count: int = 3) -> list[Episode]:
    await core.subscriptions.add(pod.serve(server, "tapes", count, sound))
    return list((await core.browsing.page(EpisodeQuery(), 0, 99)).episodes)


async def state_of(core: Core, episode: Episode) -> DownloadState:
    return (await core.browsing.episode(episode.id)).state


async def test_whole_files_with_names_for_people(core: Core, server: Server, sound: bytes) -> None:
    episodes = await subscribe(core, server, sound)
    heard: list[Event] = []
    core.events.listen(heard.append)
    results = await fetch_all(core, tuple(each.id for each in episodes))
    assert [result.error for result in results] == [None, None, None]
    done = await core.browsing.episode(episodes[0].id)
    assert done.file is not None
    path = Path(done.file)
    assert path.name == "2020-01-03 Bob D. - Talk 2.mp3"
    assert path.parent.name == "Tapes"
    assert path.read_bytes() == sound
    assert done.duration == pytest.approx(10, abs=0.2)
    assert any(isinstance(event, DownloadProgress) for event in heard)
    assert not list(core.home.audio.rglob("*.part"))


@pytest.mark.usefixtures("soon_again")
async def test_an_html_page_is_not_a_talk(core: Core, server: Server, sound: bytes) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    page = Reply(body=b"<html>Please sign in" + b" " * 5000, headers={"Content-Type": "text/html"})
    server.add("/tapes/0.mp3", page)
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is not None
    assert await state_of(core, episode) is DownloadState.FAILED
    (problem,) = await core.browsing.problems()
    assert problem.episode_id == episode.id
    server.add("/tapes/0.mp3", static(sound))
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None
    assert await core.browsing.problems() == ()


async def test_pause_and_resume_go_on_from_there(core: Core, server: Server, sound: bytes) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    gate = threading.Event()
    half = len(sound) // 2
    server.add(
        "/tapes/0.mp3",
        Reply(body=sound, etag='"a"', ranges=True, gate=gate, gate_after=half),
        Reply(body=sound, etag='"a"', ranges=True),
    )
    await core.downloading.request((episode.id,))

    async def moving() -> bool:
        return await state_of(core, episode) is DownloadState.DOWNLOADING and any(
            core.home.audio.rglob("*.part")
        )

    await until(core, moving)
    await core.downloading.pause(episode.id)
    gate.set()
    assert await state_of(core, episode) is DownloadState.PAUSED
    await core.downloading.resume(episode.id)

    async def there() -> bool:
        return await state_of(core, episode) is DownloadState.DOWNLOADED

    await until(core, there)
    done = await core.browsing.episode(episode.id)
    assert done.file is not None
    assert Path(done.file).read_bytes() == sound


async def test_what_was_under_way_goes_on_after_a_restart(
    home: Home, server: Server, sound: bytes
) -> None:
    gate = threading.Event()
    async with open_core(home) as core:
        (episode, *_) = await subscribe(core, server, sound, 1)
        cut = len(sound) * 2 // 3
        server.add(
            "/tapes/0.mp3",
            Reply(body=sound, etag='"a"', ranges=True, gate=gate, gate_after=cut),
            Reply(body=sound, etag='"a"', ranges=True),
        )
        await core.downloading.request((episode.id,))

        async def moving() -> bool:
            parts = list(home.audio.rglob("*.part"))
            return bool(parts) and parts[0].stat().st_size > 0

        await until(core, moving)
    gate.set()
    async with open_core(home) as core:
        assert await state_of(core, episode) is DownloadState.QUEUED
        await core.downloading.start()

        async def there() -> bool:
            return await state_of(core, episode) is DownloadState.DOWNLOADED

        await until(core, there)
        assert "range" in server.requests[-1].headers
        done = await core.browsing.episode(episode.id)
        assert done.file is not None
        assert Path(done.file).read_bytes() == sound


async def test_a_file_removed_by_hand_is_noticed(home: Home, server: Server, sound: bytes) -> None:
    async with open_core(home) as core:
        (episode, *_) = await subscribe(core, server, sound, 1)
        await fetch_all(core, (episode.id,))
        done = await core.browsing.episode(episode.id)
    assert done.file is not None
    Path(done.file).unlink()
    async with open_core(home) as core:
        await core.downloading.start()
        assert await state_of(core, episode) is DownloadState.REMOTE
        (result,) = await fetch_all(core, (episode.id,))
        assert result.error is None
    assert Path(done.file).read_bytes() == sound


async def test_cancel_leaves_nothing_and_remove_keeps_the_talk(
    core: Core, server: Server, sound: bytes
) -> None:
    one, two = await subscribe(core, server, sound, 2)
    gate = threading.Event()
    server.add("/tapes/1.mp3", Reply(body=sound, etag='"a"', gate=gate, gate_after=9000))
    await core.downloading.request((one.id,))

    async def moving() -> bool:
        return any(core.home.audio.rglob("*.part"))

    await until(core, moving)
    await core.downloading.cancel(one.id)
    gate.set()
    assert await state_of(core, one) is DownloadState.REMOTE
    assert not [path for path in core.home.audio.rglob("*") if path.is_file()]
    await fetch_all(core, (two.id,))
    await core.downloading.remove_file(two.id)
    assert await state_of(core, two) is DownloadState.REMOTE
    assert not [path for path in core.home.audio.rglob("*") if path.is_file()]


async def test_all_stand_still_until_told_otherwise(
    home: Home, server: Server, sound: bytes
) -> None:
    async with open_core(home) as core:
        episodes = await subscribe(core, server, sound)
        await core.downloading.pause_all()
        await core.downloading.request([each.id for each in episodes])
        assert await core.downloading.paused()
    async with open_core(home) as core:
        await core.downloading.start()
        assert {await state_of(core, each) for each in episodes} == {DownloadState.QUEUED}
        await core.downloading.resume_all()

        async def all_there() -> bool:
            return {await state_of(core, each) for each in episodes} == {DownloadState.DOWNLOADED}

        await until(core, all_there)


async def test_a_connection_that_breaks_is_tried_again_with_words(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode, *_) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", Reply(503, headers={"Retry-After": "0"}), static(sound))
    waits: list[str] = []
    core.events.listen(
        lambda event: waits.append(event.waiting) if isinstance(event, DownloadProgress) else None
    )
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None
    assert [words for words in waits if "trying again" in words]


async def test_two_processes_do_not_write_one_file(
    home: Home, server: Server, sound: bytes
) -> None:
    async with open_core(home) as one, open_core(home) as two:
        await one.downloading.start()
        with pytest.raises(KnownError, match="Only one Hearthside"):
            await two.downloading.start()

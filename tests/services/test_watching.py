"""Folders of tapes while the app runs: real folders, real notifications of the system."""

from __future__ import annotations

import asyncio
import errno
import shutil
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from watchfiles import awatch

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.services import watching
from desktop_app.services.events import Notice, RefreshProgress
from desktop_app.services.watching import Pace, Watching
from tests.support.sound import tone_bytes, tone_mp3
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from watchfiles.main import FileChange

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from desktop_app.services.refresh import RefreshOutcome

QUICK = Pace(look=0.2, settle=0.3, patience=5, poll=0.3)


@pytest_asyncio.fixture
async def eyes(core: Core) -> AsyncIterator[Watching]:
    """What watches, at a test's pace; not started."""
    eyes = Watching(core.refresh._library, core.refresh, core.events, QUICK)
    yield eyes
    await eyes.close()


@pytest_asyncio.fixture
async def watched(core: Core, eyes: Watching) -> Core:
    """Services that watch."""
    await eyes.start()
    return core


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder with one tape."""
    tone_mp3(tmp_path / "tapes" / "Bob.mp3", 1)
    return tmp_path / "tapes"


async def states(core: Core) -> dict[str, str]:
    page = await core.browsing.page(EpisodeQuery(), 0, 99)
    return {each.title: each.state.value for each in page.episodes}


async def seen(core: Core, **expected: str) -> None:
    """Wait until these talks, and no others, are there in these states."""

    async def fits() -> bool:
        return await states(core) == expected

    await until(core, fits)


async def synced(eyes: Watching) -> None:
    """Wait until the folders that are followed are those that are subscribed."""
    while eyes._syncing is not None and not eyes._syncing.done():
        await eyes._syncing


async def test_a_library_in_trouble_ends_no_watching(
    core: Core, eyes: Watching, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refresh, tries = core.refresh.refresh, iter((KnownError("The disk is full"),))

    async def troubled(feed_ids: tuple[int, ...]) -> tuple[RefreshOutcome, ...]:
        for trouble in tries:
            raise trouble
        return await refresh(feed_ids)

    await core.subscriptions.add(str(root))
    monkeypatch.setattr(core.refresh, "refresh", troubled)
    tone_mp3(root / "Mary.mp3", 1, 500)
    await eyes.start()
    await seen(core, Bob="downloaded", Mary="downloaded")


async def test_a_folder_is_followed(watched: Core, root: Path) -> None:
    await watched.subscriptions.add(str(root))
    await seen(watched, Bob="downloaded")
    tone_mp3(root / "inner" / "deeper" / "Mary.mp3", 1, 500)
    await seen(watched, Bob="downloaded", Mary="downloaded")
    (root / "inner").rename(root / "Vol. 2")
    (root / "Bob.mp3").unlink()
    await seen(watched, Bob="remote", Mary="downloaded")
    tone_mp3(root / "Vol. 2" / "Sam.mp3", 1, 600)
    await seen(watched, Bob="remote", Mary="downloaded", Sam="downloaded")


async def test_what_came_before_the_watch_is_seen(core: Core, eyes: Watching, root: Path) -> None:
    await core.subscriptions.add(str(root))
    tone_mp3(root / "Mary.mp3", 1, 500)
    await eyes.start()
    await seen(core, Bob="downloaded", Mary="downloaded")


async def test_a_folder_that_goes_and_comes_back(watched: Core, root: Path) -> None:
    await watched.subscriptions.add(str(root))
    root.rename(root.parent / "pocket")
    await seen(watched, Bob="remote")

    async def told() -> bool:
        return ["connect" in each.what_next for each in await watched.browsing.problems()] == [True]

    await until(watched, told)
    (root.parent / "pocket").rename(root)
    await seen(watched, Bob="downloaded")
    shutil.copytree(root, root.parent / "another stick")
    root.rename(root.parent / "pocket")
    (root.parent / "another stick").rename(root)
    here = {"Bob": "downloaded"}
    for number, name in enumerate(("Mary", "Sam", "Zoe")):
        tone_mp3(root / f"{name}.mp3", 1, 500 + 50 * number)
        here[name] = "downloaded"
        await seen(watched, **here)
    assert await watched.browsing.problems() == ()


async def test_a_growing_file_waits(watched: Core, root: Path) -> None:
    feed = await watched.subscriptions.add(str(root))
    whole = tone_bytes(20, 500)
    step = len(whole) // 20
    with (root / "Mary.mp3").open("wb") as file:
        for at in range(0, len(whole), step):
            file.write(whole[at : at + step])
            file.flush()
            await asyncio.sleep(0.05)
            assert "Mary" not in await states(watched)
    await seen(watched, Bob="downloaded", Mary="downloaded")
    page = await watched.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)
    assert page.episodes[1].duration == pytest.approx(20, abs=0.1)


async def test_paused_and_removed_folders_are_left_alone(
    watched: Core, eyes: Watching, root: Path
) -> None:
    other = root.parent / "other"
    tone_mp3(other / "Ann.mp3", 1, 700)
    feed = await watched.subscriptions.add(str(root))
    await watched.subscriptions.add(str(other))
    await watched.feed_settings.pause(feed.id, paused=True)
    await synced(eyes)
    tone_mp3(root / "Mary.mp3", 1, 500)
    tone_mp3(other / "Sam.mp3", 1, 600)
    await seen(watched, Bob="downloaded", Ann="downloaded", Sam="downloaded")
    await watched.feed_settings.pause(feed.id, paused=False)
    await seen(watched, Bob="downloaded", Mary="downloaded", Ann="downloaded", Sam="downloaded")
    await watched.subscriptions.remove(feed.id)
    await synced(eyes)
    tone_mp3(root / "Late.mp3", 1, 800)
    tone_mp3(other / "Zoe.mp3", 1, 900)
    await seen(watched, Ann="downloaded", Sam="downloaded", Zoe="downloaded")


async def test_a_folder_that_moved_is_followed_there(watched: Core, root: Path) -> None:
    feed = await watched.subscriptions.add(str(root))
    moved = root.rename(root.parent / "elsewhere")
    await watched.feed_settings.change_address(feed.id, str(moved))
    await seen(watched, Bob="downloaded")
    tone_mp3(moved / "Mary.mp3", 1, 500)
    await seen(watched, Bob="downloaded", Mary="downloaded")


async def test_where_the_system_watches_no_more(
    core: Core, eyes: Watching, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def limited(
        root: Path, *, force_polling: bool, poll_delay_ms: int, **_rest: object
    ) -> AsyncIterator[set[FileChange]]:
        if not force_polling:
            raise OSError(errno.ENOSPC, "OS file watch limit reached.")
        async for changes in awatch(
            root,
            watch_filter=watching._matters,
            force_polling=True,
            poll_delay_ms=poll_delay_ms,
            rust_timeout=200,
            yield_on_timeout=True,
        ):
            yield changes

    monkeypatch.setattr(watching, "awatch", limited)
    told: list[Event] = []
    core.events.listen(told.append)
    other = root.parent / "other"
    tone_mp3(other / "Ann.mp3", 1, 700)
    await eyes.start()
    await core.subscriptions.add(str(root))
    await core.subscriptions.add(str(other))
    await seen(core, Bob="downloaded", Ann="downloaded")
    tone_mp3(root / "Mary.mp3", 1, 500)
    await seen(core, Bob="downloaded", Ann="downloaded", Mary="downloaded")
    (notice,) = [event for event in told if isinstance(event, Notice)]
    assert "every 0 seconds" in notice.text


async def test_other_files_cost_nothing(watched: Core, root: Path) -> None:
    await watched.subscriptions.add(str(root))
    tone_mp3(root / "Mary.mp3", 1, 500)
    await seen(watched, Bob="downloaded", Mary="downloaded")
    refreshed: list[Event] = []
    watched.events.listen(refreshed.append)
    (root / "notes.txt").write_text("a list")
    (root / ".hidden.mp3").write_bytes(b"x")
    (root / "Sam.mp3.crdownload").write_bytes(b"x")
    tone_mp3(root / "Zoe.mp3", 1, 600)
    await seen(watched, Bob="downloaded", Mary="downloaded", Zoe="downloaded")
    begun = [each for each in refreshed if isinstance(each, RefreshProgress) and not each.done]
    assert len(begun) == 1


async def test_the_window_watches_from_the_start(core: Core, root: Path) -> None:
    await core.settings.change(welcomed=True, refresh_on_start=False)
    await core.subscriptions.add(str(root))
    assert not core.watching._followed
    await core.start_up()
    (task,) = core.watching._followed.values()
    await core.watching.close()
    assert task.done()

"""Clean-ups in a real home: what goes, what stays, and what a kill in between costs."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import Removable
from desktop_app.downloads.cleaning import removable
from desktop_app.library import bookmarks, favorites, keeping, positions, queue, tapes
from desktop_app.library.database import Library
from desktop_app.services import cleaning
from desktop_app.services.core import open_core
from desktop_app.services.events import DownloadsChanged, EpisodesChanged
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed, add_recording, add_talks, parsed
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event

DAY = timedelta(days=1)
MEGABYTE = b"x" * 1_000_000


@asynccontextmanager
async def shelf(home: Home, sound: bytes, count: int) -> AsyncIterator[tuple[Library, list[int]]]:
    """A closed home's library and ``count`` recordings in it: number n was heard n days ago."""
    library = await Library.open(home, HandClock())
    talks = await add_talks(library, await add_feed(library), *map(parsed, range(count)))
    for days, talk in enumerate(talks):
        await add_recording(library, home, talk, sound)
        await library.write(positions.mark_heard, talk, NOW - days * DAY, heard=True)
    yield library, list(talks)
    await library.close()


async def here(core: Core, talks: list[int]) -> list[int]:
    """Return which recordings are there: in the library and on the disk, or in neither."""
    found = []
    for number, talk in enumerate(talks):
        episode = await core.browsing.episode(talk)
        path = core.home.audio / f"Tapes/{talk}.mp3"
        assert path.exists() is (episode.file == str(path))
        assert not episode.lost
        if episode.file:
            found.append(number)
    return found


async def test_what_was_heard_goes_after_the_days_that_were_chosen(home: Home) -> None:
    async with shelf(home, b"x", 5) as (_, talks):
        pass
    async with open_core(home, clock=HandClock()) as core:
        assert await core.cleaning.tidy() == frozenset()
        await core.settings.change(keep_heard_days=3)
        told: list[Event] = []
        core.events.listen(told.append)
        assert await core.cleaning.tidy() == {talks[3], talks[4]}
        assert EpisodesChanged(frozenset({talks[3], talks[4]})) in told
        assert DownloadsChanged() in told
        assert await here(core, talks) == [0, 1, 2]
        told.clear()
        assert await core.cleaning.tidy() == frozenset()
        assert told == []
        gone = await core.browsing.episode(talks[3])
        assert (gone.state, gone.heard) == (DownloadState.REMOTE, True)


async def test_all_that_was_heard_goes_with_one_click_and_nothing_else(home: Home) -> None:
    async with shelf(home, b"12345", 7) as (library, talks):
        await library.write(favorites.mark, talks[0], NOW)
        await library.write(bookmarks.add, talks[1], 3.0, "", NOW)
        await library.write(queue.add, [talks[2]], first=False)
        await library.write(positions.mark_heard, talks[3], NOW, heard=False)
        await library.write(positions.mark_heard, talks[4], NOW, heard=False)
        await library.write(positions.save, talks[4], 60.0, NOW)
    async with open_core(home, clock=HandClock()) as core:
        assert await core.cleaning.removable() == Removable(2, 10)
        assert await core.cleaning.free() == Removable(2, 10)
        assert await core.cleaning.removable() == Removable()
        assert await core.cleaning.free() == Removable()
        assert await here(core, talks) == [0, 1, 2, 3, 4]
        space = await core.browsing.space()
        assert (space.favorites, space.talks, space.heard) == (5, 20, 0)


async def test_what_is_in_the_player_stays(home: Home, sound: bytes) -> None:
    async with shelf(home, sound, 2) as (_, talks):
        pass
    async with open_core(home, clock=HandClock()) as core:

        async def counts_as_unheard() -> bool:
            return not (await core.browsing.episode(talks[0])).heard

        await core.listening.play(talks[0])
        await until(core, counts_as_unheard)
        await core.places.mark_heard(talks[0], heard=True)
        assert await core.cleaning.removable() == Removable(1, len(sound))
        assert await core.cleaning.free() == Removable(1, len(sound))
        assert await here(core, talks) == [0]


async def test_within_the_budget_only_as_much_goes_as_must(home: Home) -> None:
    async with shelf(home, MEGABYTE, 4) as (library, talks):
        await library.write(favorites.mark, talks[3], NOW)
    async with open_core(home, clock=HandClock()) as core:
        assert await core.cleaning.make_room(10**15)
        await core.settings.change(budget_mb=5)
        space = await core.browsing.space()
        assert (space.budget, space.used) == (5_000_000, 4_000_000)
        assert await core.cleaning.make_room(1_000_000)
        assert await here(core, talks) == [0, 1, 2, 3]
        assert not await core.cleaning.make_room(4_000_001)
        assert await here(core, talks) == [0, 1, 2, 3]
        assert await core.cleaning.make_room(1_000_001)
        assert await here(core, talks) == [0, 1, 3]
        assert await core.cleaning.make_room(4_000_000)
        assert await here(core, talks) == [3]
        assert not await core.cleaning.make_room(4_000_001)
        await core.settings.change(budget_mb=0)
        assert await core.cleaning.make_room(4_000_001)


async def test_the_persons_own_tapes_count_for_no_budget(home: Home, tmp_path: Path) -> None:
    tape = tmp_path / "own" / "1.mp3"
    tape.parent.mkdir()
    tape.write_bytes(MEGABYTE)
    async with shelf(home, b"x", 1) as (library, (talk,)):
        await library.write(tapes.adopt, [(talk, str(tape), len(MEGABYTE))])
    async with open_core(home, clock=HandClock()) as core:
        await core.settings.change(budget_mb=1)
        assert await core.cleaning.make_room(1_000_000)
        assert await core.cleaning.free() == Removable()
        assert tape.exists()
        assert (await core.browsing.space()).used == 0


async def test_a_file_that_cannot_be_deleted_costs_nothing_else(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with shelf(home, MEGABYTE, 4) as (_, talks):
        pass
    stuck = home.audio / f"Tapes/{talks[2]}.mp3"
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path == stuck:
            raise PermissionError(13, "Permission denied", str(path))
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    async with open_core(home, clock=HandClock()) as core:
        await core.settings.change(budget_mb=4)
        assert await core.cleaning.make_room(2_000_000)
        assert await here(core, talks) == [0, 2]
        assert await core.cleaning.free() == Removable(1, 1_000_000)
        assert await here(core, talks) == [2]
        assert await core.cleaning.free() == Removable()
        assert not await core.cleaning.make_room(3_000_001)


async def test_recordings_of_a_disk_that_is_not_there_stay(home: Home) -> None:
    async with shelf(home, b"x", 3) as (_, talks):
        pass
    away = home.root / "away"
    (home.audio / "Tapes").rename(away)
    async with open_core(home, clock=HandClock()) as core:
        assert await core.cleaning.free() == Removable()
        away.rename(home.audio / "Tapes")
        assert await here(core, talks) == [0, 1, 2]


async def test_who_closes_the_window_leaves_nothing_half_done(home: Home) -> None:
    async with shelf(home, b"x", 450) as (_, talks):
        pass
    oldest = home.audio / f"Tapes/{talks[-1]}.mp3"
    async with open_core(home, clock=HandClock()) as core:
        freeing = asyncio.create_task(core.cleaning.free())
        while oldest.exists():
            await core.browsing.episode(talks[0])
        await core.cleaning.close()
        removed = (await freeing).recordings
        assert 0 < removed < 450
        assert await here(core, talks) == list(range(450 - removed))


@pytest.mark.parametrize("deleted", [False, True])
async def test_a_kill_in_between_loses_nothing(home: Home, sound: bytes, deleted: bool) -> None:
    async with shelf(home, sound, 3) as (library, talks):
        await library.write(keeping.part_with, lambda shelf: removable(shelf)[:1])
        if deleted:
            (home.audio / f"Tapes/{talks[2]}.mp3").unlink()
    async with open_core(home, clock=HandClock()) as core:
        await core.downloading.start()
        assert await here(core, talks) == [0, 1] if deleted else [0, 1, 2]
        assert await core.browsing.problems() == ()
        await core.cleaning.free()
        assert await here(core, talks) == []


async def test_it_is_tidied_up_from_the_start_and_from_time_to_time(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cleaning, "LOOK_EVERY", 0.01)
    async with shelf(home, b"x", 5) as (_, talks):
        pass
    clock = HandClock()
    async with open_core(home, clock=clock) as core:
        await core.settings.change(keep_heard_days=4)
        await core.cleaning.start()
        await core.cleaning.start()
        await until(core, partial(listed, core, talks, [0, 1, 2, 3]))
        clock.advance(2 * DAY.total_seconds())
        await until(core, partial(listed, core, talks, [0, 1]))


async def test_a_change_of_the_days_holds_soon(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "SETTLE", 0.0)
    async with shelf(home, b"x", 5) as (_, talks):
        pass
    async with open_core(home, clock=HandClock()) as core:
        await core.settings.change(keep_heard_days=4)
        await core.cleaning.start()
        await until(core, partial(listed, core, talks, [0, 1, 2, 3]))
        await core.settings.change(keep_heard_days=3)
        await until(core, partial(listed, core, talks, [0, 1, 2]))


async def listed(core: Core, talks: list[int], numbers: list[int]) -> bool:
    """Tell whether just these are there, so far as the library knows."""
    found = [await core.browsing.episode(talk) for talk in talks]
    return [number for number, each in enumerate(found) if each.file] == numbers

"""Places as the person handles them: a history that may be off, bookmarks, marks for several."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery
from desktop_app.services.events import (
    Bookmarked,
    BookmarksChanged,
    EpisodesChanged,
    HistoryChanged,
)
from tests.services.test_listening import playing, tapes
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event


async def test_without_a_history_nothing_is_written(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    await core.settings.change(keep_history=False)
    await core.listening.play(tape.id, 5.0)
    await until(core, lambda: playing(core))
    await core.listening.seek(20.0)
    await core.listening.pause()

    assert await core.places.history() == ()
    assert (await core.browsing.episode(tape.id)).position == pytest.approx(20, abs=1)


async def test_a_line_that_was_begun_ends_when_the_history_is_switched_off(
    core: Core, tmp_path: Path
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    line = await core.places.begin(tape.id, 1.0)
    assert line is not None
    await core.settings.change(keep_history=False)
    await core.places.came_to(line, 20.0)

    assert [each.until for each in await core.places.history()] == [1.0]
    await core.places.forget(line)
    assert await core.places.history() == ()


async def test_what_changes_is_told(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    told: list[Event] = []
    core.events.listen(told.append)

    async def said(kind: type, work: object) -> bool:
        told.clear()
        await work  # type: ignore[misc]
        return any(isinstance(event, kind) for event in told)

    line = await core.places.begin(tape.id, 1.0)
    assert line is not None
    assert await said(HistoryChanged, core.places.came_to(line, 2.0))
    assert await said(HistoryChanged, core.places.fall_asleep(tape.id, 2.0))
    assert await said(HistoryChanged, core.places.forget(line))
    assert await said(HistoryChanged, core.places.clear_history())
    assert await said(BookmarksChanged, core.places.bookmark(tape.id, 3.0))


async def test_half_a_letter_is_left_out_of_a_bookmark(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    told: list[Event] = []
    core.events.listen(told.append)
    await core.places.bookmark(tape.id, 3.0, "\ud83d the list")
    (marked,) = await core.places.bookmarks()
    assert marked.bookmark.note == " the list"
    assert [each.mark.note for each in told if isinstance(each, Bookmarked)] == [" the list"]
    await core.places.edit_bookmark(marked.bookmark.id, tape.id, "another\udc80")
    assert [each.bookmark.note for each in await core.places.bookmarks()] == ["another"]


async def test_a_bookmark_that_was_taken_away_is_put_back_as_it_was(
    core: Core, tmp_path: Path
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    await core.places.bookmark(tape.id, 12.5, "the list")
    (marked,) = await core.places.bookmarks()
    assert (marked.episode.id, marked.bookmark.note) == (tape.id, "the list")
    await core.places.remove_bookmark(marked.bookmark.id, tape.id)
    assert await core.places.bookmarks() == ()
    await core.places.restore_bookmark(marked.bookmark)

    (again,) = await core.places.bookmarks()
    kept = (again.bookmark.position, again.bookmark.note, again.bookmark.created)
    assert kept == (12.5, "the list", marked.bookmark.created)


async def test_several_are_marked_at_once(core: Core, tmp_path: Path) -> None:
    ids = tuple(tape.id for tape in await tapes(core, tmp_path / "tapes", 9, 8, 7))
    told: list[Event] = []
    core.events.listen(told.append)
    await core.places.mark_all_heard(ids[:2], heard=True)

    assert told == [EpisodesChanged(frozenset(ids[:2]))]
    unheard = await core.browsing.page(EpisodeQuery(unheard=True), 0, 9)
    assert [one.id for one in unheard.episodes] == [ids[2]]
    told.clear()
    await core.places.mark_all_heard((), heard=True)
    assert told == []


async def test_a_place_that_is_kept_is_told(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    told: list[Event] = []
    core.events.listen(told.append)
    await core.places.bookmark(tape.id, 12.5)
    (marked,) = await core.places.bookmarks()
    [mark] = [each.mark for each in told if isinstance(each, Bookmarked)]
    kept = marked.bookmark
    assert (mark.id, mark.episode_id, mark.position) == (kept.id, tape.id, 12.5)

    await core.places.bookmark(tape.id + 99, 12.5)
    assert sum(isinstance(each, Bookmarked) for each in told) == 1, "that is no talk"

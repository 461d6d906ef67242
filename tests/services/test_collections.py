"""Collections as the screen asks for them: numbers, names, and who is told of what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.services import backups
from desktop_app.services.core import open_core
from desktop_app.services.events import CollectionsChanged, EpisodesChanged
from tests.support import pod

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def talks(core: Core, server: Server, sound: bytes, count: int = 4) -> list[int]:
    feed = await core.subscriptions.add(pod.serve(server, "tapes", count, sound))
    page = await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 99)
    return sorted(each.id for each in page.episodes)


async def test_numbers_of_those_filled_by_hand_and_by_themselves(
    core: Core, server: Server, sound: bytes
) -> None:
    ids = await talks(core, server, sound)
    hand = await core.collections.create("Grief")
    await core.collections.add(hand.id, ids[:2])
    smart = await core.collections.create("Not heard", EpisodeQuery(unheard=True))
    assert (hand.talks, smart.talks) == (0, 4)
    await core.places.mark_heard(ids[0], heard=True)
    found = await core.collections.all()
    assert [(each.name, each.talks) for each in found] == [("Grief", 2), ("Not heard", 3)]
    had = await core.collections.remove(hand.id)
    assert (await core.collections.restore(found[0], had)).talks == 2
    assert await core.collections.members(hand.id) == tuple(ids[:2])
    assert await core.collections.members(smart.id) == ()


async def test_everybody_is_told(core: Core, server: Server, sound: bytes) -> None:
    a, b, *_rest = await talks(core, server, sound)
    heard: list[Event] = []
    core.events.listen(heard.append)
    grief = await core.collections.create("Grief")
    assert heard == [CollectionsChanged()]

    async def tells(work: object, *touched: int) -> bool:
        heard.clear()
        await work  # type: ignore[misc]  # whatever each returns
        return heard == [
            *([EpisodesChanged(frozenset(touched))] if touched else []),
            CollectionsChanged(),
        ]

    assert await tells(core.collections.add(grief.id, (a, b)), a, b)
    assert await tells(core.collections.arrange(grief.id, (b, a)), a, b)
    assert await tells(core.favorites.unmark(a), a)
    assert await tells(core.favorites.mark(a), a)
    assert await tells(core.favorites.unmark(a), a)
    assert await tells(core.favorites.set_note(a, "words"), a)
    assert await tells(core.favorites.unmark(a), a)
    assert await tells(core.collections.take_out(grief.id, (b,)), b)
    assert await tells(core.collections.rename(grief.id, "Loss"))
    assert await tells(core.collections.reorder((grief.id,)))
    heard.clear()
    await core.favorites.set_note(b, "words")
    was = await core.favorites.unmark(b)
    assert was is not None
    await core.favorites.restore(was)
    assert heard == [EpisodesChanged(frozenset({b}))] * 3
    assert await core.favorites.notes() == {b: "words"}
    assert await tells(core.collections.add(grief.id, (b,)), b)
    assert await tells(core.collections.remove(grief.id), b)


@pytest.mark.parametrize("words", ["grief", "GRIEF ", "1"])
async def test_a_collection_is_found_by_name_or_number(core: Core, words: str) -> None:
    made = await core.collections.create("Grief")
    assert made.id == 1
    assert await core.collections.find(words) == made
    second = await core.collections.create("1")
    assert (await core.collections.find("1")) == second
    with pytest.raises(KnownError, match="no collection"):
        await core.collections.find("nothing")


async def test_a_backup_has_them(home: Home, tmp_path: Path, server: Server, sound: bytes) -> None:
    copy = tmp_path / "copy.sqlite"
    async with open_core(home) as core:
        ids = await talks(core, server, sound)
        grief = await core.collections.create("Grief")
        await core.collections.add(grief.id, (ids[2], ids[0]))
        await core.favorites.set_note(ids[2], "it helped")
        await core.collections.create("Later", EpisodeQuery(step=4))
        before = await core.collections.all()
        await core.backups.write(copy)
        await core.favorites.unmark(ids[2])
        await core.collections.remove(grief.id)
    backups.restore(home, copy, SystemClock())
    async with open_core(home) as core:
        assert await core.collections.all() == before
        assert await core.collections.members(grief.id) == (ids[2], ids[0])
        assert await core.favorites.notes() == {ids[2]: "it helped"}

"""What plays next: the queue as people fill it, and what they do at its ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import PlayStatus
from desktop_app.library import queue
from desktop_app.services.events import Notice
from tests.services.test_listening import playing, tapes
from tests.services.test_listening_habits import now
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core


async def waiting(core: Core) -> tuple[int, ...]:
    return await core.queue._library.read(queue.ids)


@pytest.mark.parametrize(
    ("added", "first", "order"),
    [
        ((3,), False, (1, 2, 3)),
        ((3,), True, (3, 1, 2)),
        ((3, 4), True, (3, 4, 1, 2)),
        ((4, 3), False, (1, 2, 4, 3)),
        ((2,), True, (2, 1)),
        ((1,), False, (2, 1)),
        ((2, 3), True, (2, 3, 1)),
        ((3, 3), True, (3, 1, 2)),
        ((), True, (1, 2)),
    ],
)
async def test_where_what_is_added_comes(
    core: Core, tmp_path: Path, added: tuple[int, ...], first: bool, order: tuple[int, ...]
) -> None:
    """Numbers are those of the tapes, of which the first two wait already."""
    ids = [tape.id for tape in await tapes(core, tmp_path / "tapes", 5, 5, 5, 5)]
    await core.queue.add(ids[:2])
    await core.queue.add([ids[number - 1] for number in added], first=first)
    assert await waiting(core) == tuple(ids[number - 1] for number in order)
    assert await core.listening.now() is None


async def test_play_next_while_something_plays(core: Core, tmp_path: Path) -> None:
    one, two, three = await tapes(core, tmp_path / "tapes", 60, 60, 60)
    await core.queue.add([two.id])
    await core.listening.play(one.id)
    await until(core, lambda: playing(core))
    await core.queue.add([three.id], first=True)
    assert (await now(core)).episode.id == one.id
    await core.listening.next()

    async def third_plays() -> bool:
        return await playing(core) and await waiting(core) == (two.id,)

    await until(core, third_plays)
    assert (await now(core)).episode.id == three.id


async def test_at_the_ends_of_the_queue_nothing_is_lost(core: Core, tmp_path: Path) -> None:
    (one,) = await tapes(core, tmp_path / "tapes", 60)
    await core.listening.next()
    await core.listening.previous()
    await core.listening.toggle()
    assert await core.listening.now() is None
    await core.listening.play(one.id, 20.0)
    await until(core, lambda: playing(core))
    await core.listening.next()
    still = await now(core)
    assert (still.episode.id, still.status) == (one.id, PlayStatus.PLAYING)
    assert still.position >= 20
    await core.listening.previous()
    assert (await now(core)).position == pytest.approx(0, abs=0.5)


async def test_with_nothing_there_play_begins_the_queue(core: Core, tmp_path: Path) -> None:
    one, two = await tapes(core, tmp_path / "tapes", 60, 60)
    await core.queue.add([two.id, one.id])
    await core.listening.toggle()
    await until(core, lambda: playing(core))
    assert (await now(core)).episode.id == two.id


async def test_what_plays_and_is_queued_once_more_plays_once_more(
    core: Core, tmp_path: Path
) -> None:
    (one,) = await tapes(core, tmp_path / "tapes", 4)
    await core.queue.add([one.id])
    await core.listening.play(one.id, 2.0)

    async def begun() -> bool:
        return await playing(core) and await waiting(core) == ()

    await until(core, begun)
    await core.listening.pause()
    await core.queue.add([one.id], first=True)
    await core.listening.resume()
    ends: list[PlayStatus] = []

    def hear(event: object) -> None:
        player = getattr(event, "now", None)
        if player is not None and (not ends or ends[-1] is not player.status):
            ends.append(player.status)

    core.events.listen(hear)
    await core.listening.until_over()
    assert ends.count(PlayStatus.ENDED) == 2
    assert await waiting(core) == ()


async def test_marked_as_heard_while_it_plays(core: Core, tmp_path: Path) -> None:
    (one,) = await tapes(core, tmp_path / "tapes", 60)
    await core.listening.play(one.id, 20.0)
    await until(core, lambda: playing(core))
    await core.places.mark_heard(one.id, heard=True)
    assert await playing(core)
    await core.listening.seek(30.0)
    await core.listening.pause()
    after = await core.browsing.episode(one.id)
    assert after.heard
    assert await core.places.last() is None
    await core.places.mark_heard(one.id, heard=False)
    await core.listening.resume()
    await core.listening.seek(35.0)
    after = await core.browsing.episode(one.id)
    assert not after.heard
    assert after.position == pytest.approx(35, abs=1)


@pytest.mark.parametrize(
    ("order", "then"),
    [
        ((3, 1, 2), (3, 1, 2)),
        ((2, 1), (2, 1, 3)),
        ((4, 3, 2, 1), (3, 2, 1)),
        ((3, 3, 1), (3, 1, 2)),
        ((), (1, 2, 3)),
    ],
)
async def test_ordering_takes_nothing_out_and_puts_nothing_in(
    core: Core, tmp_path: Path, order: tuple[int, ...], then: tuple[int, ...]
) -> None:
    """Of four tapes three wait; who orders them may not know of one that came or went."""
    ids = [tape.id for tape in await tapes(core, tmp_path / "tapes", 5, 5, 5, 5)]
    await core.queue.add(ids[:3])
    await core.queue.reorder([ids[number - 1] for number in order])
    assert await waiting(core) == tuple(ids[number - 1] for number in then)


async def test_queueing_what_sounds_is_no_wish_to_hear_it_again(core: Core, tmp_path: Path) -> None:
    one, two = await tapes(core, tmp_path / "tapes", 60, 60)
    told: list[object] = []
    core.events.listen(told.append)
    await core.listening.play(one.id)
    await until(core, lambda: playing(core))
    await core.queue.add([one.id])
    assert await waiting(core) == ()
    assert Notice("It is playing now.") in told
    await core.queue.add([one.id, two.id], first=True)
    assert await waiting(core) == (two.id,)

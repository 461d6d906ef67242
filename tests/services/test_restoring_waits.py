"""Restoring waits until nobody needs the computer, or there is room again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import PlayStatus
from desktop_app.base.tape import RestorationState as State
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
)
from desktop_app.services.leisure import ALONE_AFTER
from tests.support.hand import episode, now_playing
from tests.support.restoring import ENDLESS, recording

if TYPE_CHECKING:
    from tests.support.workshop import Workshop


async def test_it_waits_until_nobody_needs_the_computer(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording(3))
    await workshop.begin(alone=False)
    await workshop.restoring.request((one,))
    await workshop.restoring.finish()
    waiting = await workshop.restoring.state(one)
    assert (waiting.state, waiting.waiting, workshop.worked_on()) == (State.QUEUED, True, [])
    workshop.events.publish(PlayerChanged(now_playing(episode(9))))
    workshop.clock.advance(ALONE_AFTER)
    await workshop.restoring.finish()
    assert workshop.worked_on() == []
    workshop.events.publish(PlayerChanged(now_playing(episode(9), status=PlayStatus.PAUSED)))
    await workshop.restoring.finish()
    assert workshop.worked_on() == [one] * 3


async def test_the_person_may_let_it_work_at_any_time(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording())
    await workshop.begin(alone=False)
    await workshop.restoring.request((one,))
    await workshop.restoring.finish()
    assert workshop.worked_on() == []
    await workshop.settings.change(restore_idle=False)
    await workshop.restoring.finish()
    assert workshop.worked_on() == [one]


async def test_what_cannot_wait_comes_first_and_at_any_time(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    await workshop.add(one, recording(ENDLESS))
    await workshop.add(two, recording(3))
    await workshop.restoring.request((one,))
    await workshop.begin()
    await workshop.until_state(one, State.WORKING)
    workshop.events.publish(PlayerChanged(now_playing(episode(9))))
    await workshop.restoring.request((two,), now=True)
    assert not (await workshop.restoring.state(two)).waiting
    await workshop.restoring.finish()
    assert workshop.worked_on()[-3:] == [two] * 3
    assert await workshop.restoring.file(two) is not None
    put_down = await workshop.restoring.state(one)
    assert (put_down.state, put_down.waiting) == (State.QUEUED, True)
    assert workshop.pieces(one) == len(workshop.worked_on()) - 3
    workshop.events.publish(PlayerChanged(None))
    await workshop.until_state(one, State.WORKING)


async def test_a_touch_makes_it_wait_and_tells_so(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    await workshop.add(one, recording(ENDLESS))
    await workshop.add(two, recording())
    await workshop.restoring.request((one, two))
    await workshop.begin()
    await workshop.until_state(one, State.WORKING)
    workshop.told.clear()
    await workshop.restoring.touch()
    await workshop.restoring.finish()
    assert {one, two} <= set(workshop.told)
    assert [(await workshop.restoring.state(each)).waiting for each in (one, two)] == [True, True]


async def test_on_a_full_disk_all_wait_but_whoever_asks_now_is_told(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    await workshop.add(one, b"full")
    await workshop.add(two, b"full")
    await workshop.restoring.request((one, two))
    await workshop.begin()
    await workshop.restoring.finish()
    assert (await workshop.states())[:2] == [State.QUEUED, State.QUEUED]
    assert "the disk is full" in (await workshop.restoring.state(two)).problem
    await workshop.restoring.request((two,), now=True)
    await workshop.restoring.finish()
    assert (await workshop.states())[:2] == [State.QUEUED, State.FAILED]
    (workshop.home.audio / f"Tapes/{one}.mp3").write_bytes(b"tape")
    workshop.clock.advance(3600)
    workshop.restoring._rounds.soon()
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(one)).state is State.DONE


async def test_one_that_is_away_holds_up_nothing(workshop: Workshop) -> None:
    away, here, *_ = workshop.talks
    await workshop.add(away, recording())
    await workshop.add(here, recording())
    path = workshop.home.audio / f"Tapes/{away}.mp3"
    path.rename(path.with_suffix(".away"))
    await workshop.restoring.request((away, here))
    await workshop.begin()
    await workshop.restoring.finish()
    assert (await workshop.states())[:2] == [State.QUEUED, State.DONE]
    path.with_suffix(".away").rename(path)
    workshop.events.publish(EpisodesChanged(frozenset({away})))
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(away)).state is State.DONE


async def test_unasked_work_waits_for_leisure(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording())
    await workshop.restoring.set_unasked(workshop.feed, on=True)
    await workshop.begin(alone=False)
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(one)).tape is None
    workshop.clock.advance(ALONE_AFTER)
    workshop.events.publish(FeedsChanged())
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(one)).state is State.DONE


async def test_progress_is_told_at_most_four_times_a_second(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording(40))
    workshop.pace = 0.0
    workshop.clock.advance(ALONE_AFTER)
    await workshop.restoring.request((one,))
    await workshop.restoring.start()
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(one)).state is State.DONE
    assert len(workshop.told) == 4, "asked for, begun, examined, done: no time has passed"

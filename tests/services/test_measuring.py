"""Recordings are measured in the background, the one that is wanted first, each once."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.base.clock import SystemClock
from desktop_app.base.sound import Sound
from desktop_app.library import downloads, sounds
from desktop_app.library.database import Library
from desktop_app.library.sounds import Unmeasured
from desktop_app.services.events import EpisodesChanged, Events, PlayerChanged, SoundMeasured
from desktop_app.services.measuring import Measuring
from desktop_app.services.worker import Worker
from tests.support.hand import episode, now_playing
from tests.support.shelf import add_feed, add_recording, add_talks, parsed
from tests.support.sound import speech_bytes, tone_bytes

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desktop_app.base.paths import Home
    from desktop_app.services.events import Event


class Desk:
    """A library with four talks, a measuring of its own, and what it told."""

    def __init__(self, home: Home, library: Library, talks: tuple[int, ...]) -> None:
        self.home, self.library, self.talks = home, library, talks
        self.events, self.worker = Events(), Worker(niceness=19)
        self.measuring = Measuring(home, library, self.worker, self.events)
        self.told: list[int] = []
        self.events.listen(self._note)

    def _note(self, event: Event) -> None:
        if isinstance(event, SoundMeasured):
            self.told.append(event.episode_id)

    async def add(self, talk: int, sound: bytes) -> None:
        await add_recording(self.library, self.home, talk, sound)


@pytest_asyncio.fixture
async def desk(home: Home) -> AsyncIterator[Desk]:
    library = await Library.open(home, SystemClock())
    talks = await add_talks(library, await add_feed(library), *map(parsed, range(4)))
    desk = Desk(home, library, talks)
    yield desk
    await desk.measuring.close()
    await library.close()


async def test_what_is_here_and_what_comes_is_measured_once(desk: Desk) -> None:
    one, two, *_ = desk.talks
    await desk.add(one, tone_bytes(5, 1000))
    await desk.measuring.start()
    await desk.measuring.finish()
    sound = await desk.measuring.sound(one)
    assert sound is not None
    assert sound.loudness == pytest.approx(-15, abs=0.6)
    assert sound.peak == pytest.approx(-12, abs=0.6)
    assert len(sound.waveform) == 600
    assert not desk.worker.running, "idle, it takes no memory"
    await desk.add(two, speech_bytes(5))
    desk.events.publish(EpisodesChanged(frozenset(desk.talks)))
    await desk.measuring.finish()
    assert desk.told == [one, two]
    desk.events.publish(EpisodesChanged())
    await desk.measuring.finish()
    assert desk.told == [one, two]


async def test_what_is_wanted_comes_first(desk: Desk) -> None:
    for talk in desk.talks:
        await desk.add(talk, speech_bytes(5))
    await desk.measuring.start()
    playing = PlayerChanged(now_playing(episode(desk.talks[1])))
    for _ in range(2):
        desk.events.publish(playing)
    await desk.measuring.measure(desk.talks[0])
    await desk.measuring.finish()
    assert set(desk.told[:2]) == set(desk.talks[:2])
    assert desk.told[2:] == [desk.talks[3], desk.talks[2]]


async def test_what_is_under_way_gives_way_and_is_done_later(desk: Desk) -> None:
    one, two, *_ = desk.talks
    await desk.add(one, tone_bytes(60, 300) * 10)
    await desk.measuring.start()
    while not desk.worker.running:
        await desk.library.read(sounds.of, one)
    await desk.add(two, tone_bytes(2))
    await desk.measuring.measure(two)
    await desk.measuring.finish()
    assert desk.told == [two, one]


async def test_what_is_measured_already_interrupts_nothing(desk: Desk) -> None:
    one, two, *_ = desk.talks
    await desk.add(one, tone_bytes(2))
    await desk.measuring.start()
    await desk.measuring.finish()
    await desk.add(two, tone_bytes(60, 300) * 5)
    desk.events.publish(EpisodesChanged(frozenset({two})))
    while not desk.worker.running:
        await desk.library.read(sounds.of, two)
    before = desk.worker._process
    await desk.measuring.measure(one)
    await desk.measuring.measure(two)
    assert desk.worker._process is before
    await desk.measuring.finish()
    assert desk.told == [one, two]


async def test_what_cannot_be_measured_holds_up_nothing_and_is_not_tried_again(desk: Desk) -> None:
    bad, good, gone, _ = desk.talks
    await desk.add(bad, b"Not found.\n")
    await desk.add(good, tone_bytes(2))
    await desk.add(gone, tone_bytes(2))
    (desk.home.audio / f"Tapes/{gone}.mp3").unlink()
    await desk.measuring.start()
    await desk.measuring.finish()
    assert desk.told == [good]
    assert await desk.measuring.sound(bad) is None
    left = await desk.library.read(sounds.unmeasured)
    assert [each.episode_id for each in left] == [gone], "it may come back"
    await desk.add(gone, tone_bytes(2))
    await desk.measuring.measure(gone)
    await desk.measuring.finish()
    assert desk.told == [good, gone]


async def test_another_file_is_measured_anew(desk: Desk) -> None:
    one = desk.talks[0]
    await desk.add(one, tone_bytes(2))
    await desk.measuring.start()
    await desk.measuring.finish()
    await desk.add(one, tone_bytes(3))
    assert await desk.measuring.sound(one) is None
    desk.events.publish(EpisodesChanged(frozenset({one})))
    await desk.measuring.finish()
    assert await desk.measuring.sound(one) is not None
    assert desk.told == [one, one]


async def test_it_yields_to_everything_else(desk: Desk) -> None:
    assert await desk.worker.run(partial(os.nice, 0)) == 19


async def test_closing_ends_what_is_under_way(desk: Desk) -> None:
    one = desk.talks[0]
    await desk.add(one, tone_bytes(60, 300) * 30)
    await desk.measuring.start()
    while not desk.worker.running:
        await desk.library.read(sounds.of, one)
    await desk.measuring.close()
    assert not desk.worker.running
    assert desk.told == []
    assert await desk.measuring.sound(one) is None


async def test_a_sound_outlives_its_file_but_not_its_episode(desk: Desk) -> None:
    one = desk.talks[0]
    await desk.add(one, tone_bytes(2))
    sound = Sound(bytes(range(200)), -20.5, -3.25)
    (measured,) = await desk.library.read(sounds.unmeasured)
    await desk.library.write(sounds.store, measured, sound)
    await desk.library.write(downloads.forget, one)
    assert await desk.library.read(sounds.of, one) == sound
    await desk.library.write(sounds.store, Unmeasured(999, "x.mp3", 9), sound)
    assert await desk.library.read(sounds.of, 999) is None

"""The reminder as it comes: on its minute, once, and not to somebody who sits or has sat."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base import settings as stored
from desktop_app.base.clock import SystemClock
from desktop_app.base.sittings import Preset
from desktop_app.library import sittings
from desktop_app.library.database import Library
from desktop_app.services.events import (
    Events,
    ReminderDue,
    RunningSitting,
    SittingChanged,
)
from desktop_app.services.reminding import Reminding
from desktop_app.services.settings import SettingsService
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desktop_app.base.paths import Home
    from desktop_app.services.events import Event

SEVEN = 7 * 60
SITTING = RunningSitting(Preset("Ten minutes", 600), 600.0, (), (), elapsed=0.0, at=0.0)


class Desk:
    """The service over a real library, and the clock in the test's hand."""

    def __init__(self, home: Home, library: Library, clock: HandClock) -> None:
        self.library = library
        self.events = Events()
        self.settings = SettingsService(home, self.events)
        self.came = 0
        self.happened = asyncio.Event()
        self.events.listen(self._heard)
        self.put_clock(clock)

    def put_clock(self, clock: HandClock) -> None:
        """Begin anew by this clock."""
        self.clock = clock
        self.reminding = Reminding(self.library, self.settings, self.events, clock)

    def _heard(self, event: Event) -> None:
        if isinstance(event, ReminderDue):
            self.came += 1
            self.happened.set()

    async def at(self, text: str) -> int:
        """Look at this time of November; return how many reminders came by now."""
        self.clock.wall = datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)
        await self.reminding.look()
        return self.came

    async def sat(self, text: str) -> None:
        """Write a sitting into the log."""
        started = datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=UTC)
        await self.library.write(
            sittings.add, started=started, planned=600.0, sat=600.0, preset="Ten minutes"
        )


@asynccontextmanager
async def opened(home: Home, start: str = "23T06:00", **chosen: Any) -> AsyncIterator[Desk]:  # noqa: ANN401
    """Give the service as it is after a start at this time."""
    clock = HandClock(datetime.fromisoformat(f"2026-11-{start}").replace(tzinfo=UTC))
    values = asdict(stored.load(home.settings)) | chosen
    stored.save(home.settings, stored.from_mapping(values))
    library = await Library.open(home, clock)
    desk = Desk(home, library, clock)
    try:
        yield desk
    finally:
        await desk.reminding.close()
        await library.close()


WANTED: dict[str, Any] = {"sit_reminder": True, "sit_reminder_at": SEVEN}


async def test_it_comes_on_its_minute_and_once_a_day(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        seen = [
            await desk.at(text)
            for text in ("23T06:59:59", "23T07:00", "23T07:01", "23T08:00", "24T06:59", "24T07:00")
        ]
    assert seen == [0, 1, 1, 1, 1, 2]


async def test_it_comes_to_nobody_who_did_not_ask(home: Home) -> None:
    async with opened(home, sit_reminder_at=SEVEN) as desk:
        assert await desk.at("23T07:00:30") == 0
        await desk.settings.change(sit_reminder=True)
        assert await desk.at("23T07:01") == 0, "what was over before is not made up for"
        assert await desk.at("24T07:00") == 1


async def test_a_new_start_does_not_repeat_it(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        assert await desk.at("23T07:00") == 1
    async with opened(home, "23T07:02") as desk:
        assert await desk.at("23T07:02") == 0
        assert await desk.at("24T07:00") == 1


@pytest.mark.parametrize(("start", "came"), [("23T07:09", 1), ("23T07:11", 0), ("23T21:00", 0)])
async def test_a_start_after_its_time(home: Home, start: str, came: int) -> None:
    async with opened(home, start, **WANTED) as desk:
        assert await desk.at(start) == came


async def test_another_time_chosen_on_the_same_day(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        await desk.settings.change(sit_reminder_at=SEVEN + 30)
        assert await desk.at("23T07:00") == 0
        await desk.settings.change(sit_reminder_at=SEVEN - 5)
        assert await desk.at("23T07:01") == 0, "not at once for a time that is past"
        await desk.settings.change(sit_reminder_at=SEVEN + 30, volume=0.5)
        assert await desk.at("23T07:30") == 1
        await desk.settings.change(sit_reminder_at=20 * 60)
        assert await desk.at("23T20:00") == 1, "one a day"


async def test_other_settings_do_not_put_it_off(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        desk.clock.wall = datetime(2026, 11, 23, 7, 0, 30, tzinfo=UTC)
        await desk.settings.change(volume=0.5)
        assert await desk.at("23T07:00:31") == 1


@pytest.mark.parametrize(("woken", "came"), [("23T07:59", 1), ("23T08:01", 0)])
async def test_a_computer_that_slept(home: Home, woken: str, came: int) -> None:
    async with opened(home, **WANTED) as desk:
        assert await desk.at("23T06:59") == 0
        assert await desk.at(woken) == came


async def test_a_clock_that_was_wrong_and_is_set(home: Home) -> None:
    """It stood years ahead at the start: today's reminder comes all the same."""
    async with opened(home, **WANTED) as desk:
        desk.put_clock(HandClock(datetime(2031, 5, 1, 12, 0, tzinfo=UTC)))
        await desk.reminding.look()
        assert [await desk.at(text) for text in ("23T06:00", "23T07:00")] == [0, 1]


async def test_a_clock_set_back_over_its_time(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        seen = [await desk.at(text) for text in ("23T07:00", "23T06:30", "23T07:00", "24T07:00")]
    assert seen == [1, 1, 1, 2]


async def test_who_has_sat_today_is_not_reminded(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        await desk.sat("23T05:30")
        assert await desk.at("23T07:00") == 0
        assert await desk.at("24T07:00") == 1, "what was yesterday does not count"


async def test_the_decision_of_a_day_is_taken_once(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        await desk.sat("23T05:30")
        assert await desk.at("23T07:00") == 0
        await desk.library.write(sittings.remove, (1,))
        assert await desk.at("23T07:30") == 0


@pytest.mark.parametrize("paused", [False, True])
async def test_nobody_is_disturbed_in_a_sitting_or_right_after(home: Home, paused: bool) -> None:
    async with opened(home, "22T23:40", **(WANTED | {"sit_reminder_at": 5})) as desk:
        desk.events.publish(SittingChanged(SITTING))
        desk.events.publish(SittingChanged(later(paused=paused)))
        assert await desk.at("23T00:05") == 0
        desk.events.publish(SittingChanged(later(ended=True)))
        assert await desk.at("23T00:10") == 0
        assert await desk.at("24T00:05") == 1


async def test_a_sitting_counts_that_is_not_kept_in_the_log(home: Home) -> None:
    async with opened(home, **WANTED, log_sittings=False) as desk:
        desk.events.publish(SittingChanged(SITTING))
        desk.events.publish(SittingChanged(None))
        assert await desk.at("23T07:00") == 0
        assert await desk.at("24T07:00") == 1


async def test_settings_that_cannot_be_written_repeat_nothing(home: Home) -> None:
    async with opened(home, **WANTED) as desk:
        home.settings.with_suffix(".json.part").mkdir()
        seen = [await desk.at(text) for text in ("23T07:00", "23T07:01", "24T07:00")]
    assert seen == [1, 1, 2]


async def test_a_kept_day_that_is_nonsense_is_none(home: Home) -> None:
    async with opened(home, **WANTED, sit_reminded="yesterday, or so") as desk:
        assert await desk.at("23T07:00") == 1


async def test_it_waits_by_itself(home: Home) -> None:
    """The clock stands half a second before the time, and then really goes on."""
    async with opened(home, **WANTED) as desk:
        begin = datetime(2026, 11, 23, 6, 59, 59, 500_000, tzinfo=UTC)
        desk.put_clock(Going(begin))
        await desk.reminding.start()
        async with asyncio.timeout(20):
            await desk.happened.wait()
        assert desk.clock.now() >= begin + timedelta(seconds=0.5)
        assert desk.came == 1


async def test_it_hears_that_it_is_wanted_now(home: Home) -> None:
    async with opened(home, "23T06:59:59") as desk:
        desk.put_clock(Going(desk.clock.wall))
        await desk.reminding.start()
        await asyncio.sleep(0)
        await desk.settings.change(**WANTED)
        async with asyncio.timeout(20):
            await desk.happened.wait()


async def test_how_long_it_waits(home: Home) -> None:
    """Never, while nothing is wanted; else a minute at most, for the clock may be set."""
    async with opened(home, sit_reminder_at=SEVEN) as desk:
        assert desk.reminding._pause() is None
        await desk.settings.change(sit_reminder=True)
        assert desk.reminding._pause() == 60.0
        desk.clock.wall = datetime(2026, 11, 23, 6, 59, 48, tzinfo=UTC)
        assert desk.reminding._pause() == pytest.approx(12.0)


class Going(HandClock):
    """A wall clock that goes as fast as time does."""

    def __init__(self, wall: datetime) -> None:
        super().__init__(wall)
        self._began = SystemClock().monotonic()

    def now(self) -> datetime:
        """Return the begin and what has passed since."""
        return self.wall + timedelta(seconds=SystemClock().monotonic() - self._began)


def later(*, paused: bool = False, ended: bool = False) -> RunningSitting:
    """Return the sitting as it stands later."""
    return RunningSitting(
        SITTING.preset, 600.0, (), (), elapsed=60.0, at=60.0, paused=paused, ended=ended
    )

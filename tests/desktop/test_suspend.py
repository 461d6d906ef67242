"""The computer falls asleep and wakes: the place is kept before, the sound goes on after."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import PlayStatus
from desktop_app.desktop.bus import ask
from desktop_app.desktop.facts import Facts
from desktop_app.desktop.suspend import Nap, SleepWatch
from desktop_app.desktop.wishes import Wishes
from tests.support.desktop import LOGIND, Ledger, Logind, joined
from tests.support.hand import HandCore, episode, now_playing
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from dbus_fast.aio import MessageBus

DBUS = "org.freedesktop.DBus"
TAKEN = ("inhibit", "sleep", "Hearthside", "delay")
RELEASED = ("released", "sleep")
PLAYING = now_playing(episode(7))
PAUSED = replace(PLAYING, status=PlayStatus.PAUSED)


class Night:
    """The watch, a stand-in for logind, and a player that says what the test wants."""

    def __init__(
        self, watch: SleepWatch, logind: Logind, ledger: Ledger, core: HandCore, bus: MessageBus
    ) -> None:
        self.watch, self.logind, self.ledger, self.core = watch, logind, ledger, core
        self._bus = bus
        self.failures: list[BaseException] = []
        self.woken = asyncio.Event()
        self.engine_free = asyncio.Event()
        self.engine_free.set()

    async def settle(self) -> None:
        """Ask the bus something: by its answer, what was to be done at once has been done."""
        await ask(self._bus, DBUS, "/org/freedesktop/DBus", DBUS, "GetId")


@asynccontextmanager
async def night(folder: Path) -> AsyncIterator[Night]:
    """Everything in one loop; commands are noted in the ledger, too, in their order."""
    core, ledger = HandCore(), Ledger()
    loop = asyncio.get_running_loop()
    tasks: set[asyncio.Task[Any]] = set()

    def command(make: Callable[[Any], Any]) -> None:
        this.woken.set()
        spawn(run(make))

    def spawn(work: Any) -> None:  # noqa: ANN401 - any coroutine
        tasks.add(loop.create_task(work))

    wishes = Wishes(command, _nothing, _nothing, *[lambda _any: None] * 3)
    with private_bus(folder) as address:
        async with joined(address) as there, joined(address) as here:
            logind = Logind(ledger)
            there.export(LOGIND[1], logind)
            await there.request_name(LOGIND[0])
            watch = SleepWatch(here, wishes, loop.call_soon_threadsafe, spawn)
            await watch.open()
            this = Night(watch, logind, ledger, core, here)

            async def run(make: Callable[[Any], Any]) -> None:
                await this.engine_free.wait()
                try:
                    await make(core)
                except KnownError as error:
                    this.failures.append(error)

            core.listening.answers = {
                "pause": lambda: ledger.note("paused"),
                "resume": lambda: ledger.note("resumed"),
                "now": PLAYING,
            }
            yield this
            await watch.close()
            await asyncio.gather(*tasks)


def _nothing() -> None:
    """Do nothing."""


async def test_the_place_is_kept_first_and_the_sound_goes_on_after(tmp_path: Path) -> None:
    async with night(tmp_path) as this:
        this.watch.show(Facts(PLAYING))
        await this.ledger.until(TAKEN)
        this.logind.prepare_for_sleep(start=True)
        await this.ledger.until(TAKEN, ("paused",), RELEASED)
        this.core.listening.answers["now"] = PAUSED
        this.watch.show(Facts(PAUSED))
        this.logind.prepare_for_sleep(start=False)
        await this.ledger.until(TAKEN, ("paused",), RELEASED, ("resumed",))
        this.watch.show(Facts(PLAYING))
        await this.ledger.until(TAKEN, ("paused",), RELEASED, ("resumed",), TAKEN)


async def test_the_computer_does_not_sleep_before_the_place_is_kept(tmp_path: Path) -> None:
    async with night(tmp_path) as this:
        this.watch.show(Facts(PLAYING))
        await this.ledger.until(TAKEN)
        this.engine_free.clear()
        this.logind.prepare_for_sleep(start=True)
        await this.woken.wait()
        this.watch.show(Facts(PAUSED))
        for _ in range(3):
            await this.settle()
        this.engine_free.set()
        await this.ledger.until(TAKEN, ("paused",), RELEASED)


async def test_nobody_waits_for_us_while_nothing_sounds(tmp_path: Path) -> None:
    async with night(tmp_path) as this:
        this.watch.show(Facts(PLAYING))
        await this.ledger.until(TAKEN)
        this.watch.show(Facts(PAUSED))
        await this.ledger.until(TAKEN, RELEASED)
        this.watch.show(Facts(sitting=True))
        assert this.ledger.told == [TAKEN, RELEASED]


async def test_the_sleep_is_not_held_up_when_the_place_cannot_be_written(tmp_path: Path) -> None:
    async with night(tmp_path) as this:
        this.core.listening.answers["pause"] = KnownError("The disk is full")
        this.watch.show(Facts(PLAYING))
        await this.ledger.until(TAKEN)
        this.logind.prepare_for_sleep(start=True)
        await this.ledger.until(TAKEN, RELEASED)
        assert [str(error) for error in this.failures] == ["The disk is full."]


async def test_closing_ends_the_waiting(tmp_path: Path) -> None:
    async with night(tmp_path) as this:
        this.watch.show(Facts(PLAYING))
        await this.ledger.until(TAKEN)
        await this.watch.close()
        await this.ledger.until(TAKEN, RELEASED)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (PLAYING, PAUSED, ["pause", "resume"]),
        (replace(PLAYING, status=PlayStatus.BUFFERING), PAUSED, ["pause", "resume"]),
        (PAUSED, PAUSED, []),
        (None, None, []),
        (None, PAUSED, []),
        (PLAYING, None, ["pause"]),
        (PLAYING, now_playing(episode(8), status=PlayStatus.PAUSED), ["pause"]),
        (PLAYING, PLAYING, ["pause"]),
    ],
)
async def test_only_what_was_interrupted_goes_on(
    before: Any,  # noqa: ANN401 - None or what plays
    after: Any,  # noqa: ANN401
    expected: list[str],
) -> None:
    nap, core = Nap(), HandCore()
    core.listening.answers["now"] = before
    await nap.begin(core)  # type: ignore[arg-type]
    core.listening.answers["now"] = after
    await nap.end(core)  # type: ignore[arg-type]
    await nap.end(core)  # type: ignore[arg-type]
    done = [call[0].removeprefix("listening.") for call in core.log]
    assert [each for each in done if each != "now"] == expected

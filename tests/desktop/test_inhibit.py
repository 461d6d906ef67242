"""Sleep is held off exactly as long as it is wanted, by whoever is there to do it."""

from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack, asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.model import PlayStatus
from desktop_app.desktop.facts import Facts
from desktop_app.desktop.inhibit import (
    IDLE,
    WHY,
    WHY_LIT,
    Hold,
    logind,
    portal,
    screensaver,
    together,
)
from tests.support.command import ROOT
from tests.support.desktop import (
    LOGIND,
    PORTAL,
    SCREENSAVER,
    Ledger,
    Logind,
    Portal,
    ScreenSaver,
    joined,
)
from tests.support.hand import now_playing
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine
    from pathlib import Path

    from desktop_app.desktop.inhibit import Release

SUSPEND, DARK = 4, 8
"""Flags of the portal's Inhibit, from its documentation."""


class Spawner:
    """Runs coroutines in the test's loop."""

    def __init__(self) -> None:
        self.tasks: set[asyncio.Task[None]] = set()

    def __call__(self, work: Coroutine[Any, Any, None]) -> None:
        self.tasks.add(asyncio.get_running_loop().create_task(work))


async def test_what_was_given_is_given_back_when_asking_on_is_broken_off() -> None:
    asked, returned = asyncio.Event(), asyncio.Event()

    async def give_back() -> None:
        returned.set()

    async def gives(_name: str) -> Release | None:
        return give_back

    async def thinks_it_over(_name: str) -> Release | None:
        asked.set()
        await asyncio.Event().wait()
        return None

    asking = asyncio.ensure_future(together(gives, thinks_it_over)("Hearthside"))
    await asked.wait()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert returned.is_set()


@asynccontextmanager
async def held(
    folder: Path,
    *services: str,
    lit: bool = False,
    tell: Callable[[bool], None] = lambda _held: None,
) -> AsyncIterator[tuple[Hold, dict[str, Ledger]]]:
    """Give a hold on a bus with these services, and what each was asked; ``lit``: of the screen."""
    spawn = Spawner()
    ledgers = {name: Ledger() for name in services}
    async with AsyncExitStack() as stack:
        address = stack.enter_context(private_bus(folder))
        there = await stack.enter_async_context(joined(address))
        for name, ledger in ledgers.items():
            match name:
                case "portal" | "refusing portal":
                    service = Portal(ledger, there, refusing=name != "portal")
                    there.export(PORTAL[1], service)
                    await there.request_name(PORTAL[0])
                case "logind":
                    there.export(LOGIND[1], Logind(ledger))
                    await there.request_name(LOGIND[0])
                case "screensaver":
                    there.export(SCREENSAVER[1], ScreenSaver(ledger))
                    await there.request_name(SCREENSAVER[0])
        here = await stack.enter_async_context(joined(address))
        takers = [portal(here), logind(here, "idle", "block"), screensaver(here)]
        if lit:
            asked = portal(here, IDLE, WHY_LIT), screensaver(here, WHY_LIT), takers[1]
            takers = [together(*asked)]
        yield Hold(takers, spawn, tell), ledgers
        await asyncio.gather(*spawn.tasks)


TAKEN = {
    "portal": ("inhibit", SUSPEND, WHY),
    "logind": ("inhibit", "idle", "Hearthside", "block"),
    "screensaver": ("inhibit", "Hearthside"),
}
GIVEN_BACK = {
    "portal": ("close", 1),
    "logind": ("released", "idle"),
    "screensaver": ("uninhibit", 4711),
}


@pytest.mark.parametrize(
    ("services", "asked"),
    [
        (("portal", "logind", "screensaver"), "portal"),
        (("logind", "screensaver"), "logind"),
        (("refusing portal", "logind"), "logind"),
        (("refusing portal", "screensaver"), "screensaver"),
    ],
)
async def test_the_first_that_can_is_asked_and_told_in_the_end(
    tmp_path: Path, services: tuple[str, ...], asked: str
) -> None:
    async with held(tmp_path, *services) as (hold, ledgers):
        hold.want("Hearthside")
        hold.want("Hearthside")
        await ledgers[asked].until(TAKEN[asked])
        hold.want("")
        await ledgers[asked].until(TAKEN[asked], GIVEN_BACK[asked])
        assert all(not ledger.told for name, ledger in ledgers.items() if name != asked)


LIT = TAKEN | {"portal": ("inhibit", DARK, WHY_LIT)}


@pytest.mark.parametrize(
    "services",
    [
        ("portal", "logind", "screensaver"),
        ("logind", "screensaver"),
        ("refusing portal", "logind"),
        ("screensaver",),
        ("portal",),
        (),
    ],
)
async def test_to_keep_the_screen_lit_all_are_asked(
    tmp_path: Path, services: tuple[str, ...]
) -> None:
    """A portal agrees even where the desktop behind it does nothing."""
    async with held(tmp_path, *services, lit=True) as (hold, ledgers):
        agreeing = [name for name in services if not name.startswith("refusing")]
        hold.want("Hearthside")
        for name in agreeing:
            await ledgers[name].until(LIT[name])
        hold.want("")
        for name in agreeing:
            await ledgers[name].until(LIT[name], GIVEN_BACK[name])


@pytest.mark.parametrize(
    ("services", "told"),
    [
        (("portal", "screensaver"), [True, False]),
        (("refusing portal", "logind"), [True, False]),
        (("refusing portal",), [False]),
        ((), [False]),
    ],
)
async def test_it_is_told_whether_anybody_keeps_the_screen_lit(
    tmp_path: Path, services: tuple[str, ...], told: list[bool]
) -> None:
    heard: list[bool] = []
    known = asyncio.Event()

    def hear(held: bool) -> None:
        heard.append(held)
        known.set()

    async with held(tmp_path, *services, lit=True, tell=hear) as (hold, _ledgers):
        hold.want("Hearthside")
        await asyncio.wait_for(known.wait(), 20)
        await hold.drop()
        assert heard == told


async def test_dropped_for_good_it_is_given_back_first(tmp_path: Path) -> None:
    async with held(tmp_path, "screensaver") as (hold, ledgers):
        hold.want("Hearthside")
        await ledgers["screensaver"].until(TAKEN["screensaver"])
        await hold.drop()
        await ledgers["screensaver"].until(TAKEN["screensaver"], GIVEN_BACK["screensaver"])


async def test_another_name_takes_the_place_of_the_first(tmp_path: Path) -> None:
    async with held(tmp_path, "logind") as (hold, ledgers):
        hold.want("Hearthside")
        await ledgers["logind"].until(TAKEN["logind"])
        hold.want("Audio")
        again = ("inhibit", "idle", "Audio", "block")
        await ledgers["logind"].until_any(TAKEN["logind"], GIVEN_BACK["logind"], again)


KEEPER = """
import asyncio, sys
from desktop_app.desktop.inhibit import WHY_LIT, Hold, logind, together
from tests.support.desktop import joined

async def keep():
    async with joined(sys.argv[1]) as bus, asyncio.TaskGroup() as tasks:
        taker = together(logind(bus, "idle", "block", WHY_LIT))
        Hold([taker], tasks.create_task).want("Hearthside")
        await asyncio.Event().wait()

asyncio.run(keep())
"""
"""A process that keeps the screen lit, and does nothing else until it is killed."""


async def test_a_process_that_is_killed_holds_nothing(tmp_path: Path) -> None:
    with private_bus(tmp_path) as address:
        async with joined(address) as there:
            ledger = Ledger()
            there.export(LOGIND[1], Logind(ledger))
            await there.request_name(LOGIND[0])
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-c", KEEPER, address, cwd=ROOT
            )
            await ledger.until(TAKEN["logind"])
            process.kill()
            await ledger.until(TAKEN["logind"], GIVEN_BACK["logind"])
            await process.wait()


async def test_with_nobody_to_ask_nothing_happens(tmp_path: Path) -> None:
    async with held(tmp_path) as (hold, _ledgers):
        hold.want("Hearthside")
        hold.want("")


async def test_what_is_wanted_no_more_when_it_comes_is_given_back_at_once() -> None:
    told: list[str] = []
    slow = asyncio.Event()

    async def take(name: str) -> Release | None:
        await slow.wait()
        told.append(f"taken {name}")

        async def release() -> None:
            told.append("released")

        return release

    spawn = Spawner()
    hold = Hold([take], spawn)
    hold.want("Hearthside")
    await asyncio.sleep(0)
    hold.want("")
    slow.set()
    await asyncio.gather(*spawn.tasks)
    assert told == ["taken Hearthside", "released"]


@pytest.mark.parametrize(
    ("status", "awake"),
    [
        (PlayStatus.OPENING, True),
        (PlayStatus.PLAYING, True),
        (PlayStatus.BUFFERING, True),
        (PlayStatus.PAUSED, False),
        (PlayStatus.ENDED, False),
        (PlayStatus.FAILED, False),
    ],
)
def test_only_sound_keeps_the_computer_awake(status: PlayStatus, awake: bool) -> None:
    assert Facts(now_playing(status=status)).awake is awake
    assert Facts(now_playing(status=status), sitting=True).awake
    assert Facts().awake is False


def test_the_screen_may_go_dark_over_a_talk_but_not_over_a_sitting() -> None:
    assert Facts(now_playing(status=PlayStatus.PLAYING)).lit is False
    assert Facts(sitting=True).lit

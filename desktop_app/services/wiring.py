"""What is made only together: the parts of ``open_core`` that nothing else asks for."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Protocol, TypeVar

import aiohttp

from desktop_app import __version__
from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.playback.choose import make_player, make_sitting_sound
from desktop_app.services import jobs
from desktop_app.services.downloading import Downloading
from desktop_app.services.fetching import Fetching
from desktop_app.services.leisure import Leisure
from desktop_app.services.lock import ProcessLock
from desktop_app.services.names import Resolver
from desktop_app.services.restored_files import RestoredFiles
from desktop_app.services.restoring import Restoring, faults_of
from desktop_app.services.rounds import Rounds
from desktop_app.services.running import Running
from desktop_app.services.setbacks import Setbacks
from desktop_app.services.sitting import SittingService
from desktop_app.services.sound_room import SoundRoom
from desktop_app.services.sounds import Sounds
from desktop_app.services.turns import Waiters
from desktop_app.services.workbench import Workbench
from desktop_app.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AsyncExitStack

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.base.tape import Fault, Tape
    from desktop_app.library.database import Library
    from desktop_app.playback.player import Player
    from desktop_app.playback.sitting_sound import SittingSound
    from desktop_app.services.archive import Archive
    from desktop_app.services.conditions import Conditions
    from desktop_app.services.events import Events
    from desktop_app.services.listening import Listening
    from desktop_app.services.logins import Logins
    from desktop_app.services.settings import SettingsService
    from desktop_app.services.sitting_guide import Guide
    from desktop_app.services.sitting_journal import Journal
    from desktop_app.services.workbench import Examine, Restore


NICEST = 19
"""What is done to the sound of whole recordings is the last thing that anybody waits for."""


class Closing(Protocol):
    """What has to be closed."""

    async def close(self) -> None:
        """End."""


T = TypeVar("T", bound=Closing)


def until_end(stack: AsyncExitStack, service: T) -> T:
    """Return a service that is closed before all that were made earlier."""
    stack.push_async_callback(service.close)
    return service


def engines(
    fallback_player: Callable[[], Player] | None,
) -> tuple[Callable[[], tuple[Player, str]], Callable[[], tuple[SittingSound, str]]]:
    """Return what makes a player, and what makes a sitting's sound, by the environment's wish.

    Each comes with the words that the person is to be told of it, if any.
    """

    def wish() -> tuple[str, str]:
        environ = os.environ
        return environ.get("HEARTHSIDE_AUDIO", "auto"), environ.get("HEARTHSIDE_VLC_ARGS", "")

    return (
        lambda: make_player(*wish(), fallback_player),
        lambda: make_sitting_sound(*wish(), fallback_player),
    )


def make_downloading(
    home: Home,
    library: Library,
    archive: Archive,
    conditions: Conditions,
    session: aiohttp.ClientSession,
    logins: Logins,
    events: Events,
    settings: SettingsService,
    clock: Clock,
) -> Downloading:
    """Return what downloads: the queue, and all that moves it."""
    bandwidth, waiters = Bandwidth(), Waiters()
    setbacks = Setbacks(library, events, clock)
    fetching = Fetching(archive, library, session, bandwidth, logins, events)
    running = Running(
        library, fetching, conditions, setbacks, waiters, bandwidth, events, settings, clock
    )
    lock = ProcessLock(home.root / ".downloading")
    return Downloading(
        lock,
        library,
        archive,
        fetching,
        conditions,
        running,
        setbacks,
        waiters,
        events,
        settings,
    )


def make_restoring(
    home: Home,
    library: Library,
    settings: SettingsService,
    events: Events,
    clock: Clock,
    *,
    examine: Examine = jobs.examine_tape,
    restore: Restore = jobs.restore_some,
    faults: Callable[[Tape], tuple[Fault, ...]] = faults_of,
) -> Restoring:
    """Return what restores recordings; the jobs are the worker's, unless others are given."""
    files, leisure, worker = RestoredFiles(home), Leisure(clock), Worker(niceness=NICEST)
    lock = ProcessLock(home.root / ".restoring")
    bench = Workbench(
        home, library, files, worker, lock, events, clock, examine=examine, restore=restore
    )
    rounds = Rounds(library, files, bench, leisure, settings, events, clock, faults)
    return Restoring(library, files, bench, rounds, leisure, events, clock, faults)


def make_sitting(
    stack: AsyncExitStack,
    make_sound: Callable[[], tuple[SittingSound, str]],
    guide: Guide,
    journal: Journal,
    listening: Listening,
    events: Events,
    clock: Clock,
) -> tuple[SittingService, Sounds]:
    """Return what runs a sitting, and what lets its sounds be tried: they share one engine."""
    room = until_end(stack, SoundRoom(make_sound, Worker(niceness=0), events))
    sitting = until_end(stack, SittingService(room, guide, journal, listening, events, clock))
    return sitting, Sounds(room, lambda: sitting.under_way, events, clock)


def open_session() -> aiohttp.ClientSession:
    """Return the one session: no cookies, the system's proxies, plain about who we are.

    With the proxies aiohttp takes the passwords of other programs from ``~/.netrc``, where one
    may be for every server there is. No feed is to get those.
    """
    os.environ["NETRC"] = os.devnull
    return aiohttp.ClientSession(
        connector=aiohttp.TCPConnector(resolver=Resolver(), use_dns_cache=False),
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": f"Hearthside/{__version__}"},
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=60),
        trust_env=True,
    )

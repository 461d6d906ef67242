"""All services of a home, wired by constructor arguments, in one frozen value."""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import aiohttp

from desktop_app import __version__
from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.library.database import Library
from desktop_app.playback.choose import make_player
from desktop_app.services.backups import Backups
from desktop_app.services.browsing import Browsing
from desktop_app.services.downloading import Downloading
from desktop_app.services.events import Events, Notice
from desktop_app.services.favorites import Favorites
from desktop_app.services.fetching import Fetching
from desktop_app.services.listening import Listening
from desktop_app.services.lock import ProcessLock
from desktop_app.services.places import Places
from desktop_app.services.queueing import PlayQueue
from desktop_app.services.recordings import Recordings
from desktop_app.services.refresh import Refresh
from desktop_app.services.settings import SettingsService
from desktop_app.services.sitting import SittingService
from desktop_app.services.subscriptions import Subscriptions
from desktop_app.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.playback.player import Player


@dataclass(frozen=True, slots=True)
class Core:
    """What the window and the command line may ask for."""

    home: Home
    events: Events
    browsing: Browsing
    favorites: Favorites
    subscriptions: Subscriptions
    refresh: Refresh
    downloading: Downloading
    listening: Listening
    places: Places
    queue: PlayQueue
    sitting: SittingService
    settings: SettingsService
    backups: Backups

    async def start_up(self) -> None:
        """Do what a window begins with: the last place, the starter, what waits, a backup.

        One of them failing keeps none of the others from being done.
        """
        for step in (
            self.listening.load_last,
            self.subscriptions.add_starter,
            self.downloading.start,
            self.backups.daily,
        ):
            try:
                await step()
            except KnownError as error:
                self.events.publish(Notice(str(error)))
        self.refresh.index_soon()


@asynccontextmanager
async def open_core(
    home: Home,
    *,
    clock: Clock | None = None,
    fallback_player: Callable[[], Player] | None = None,
) -> AsyncIterator[Core]:
    """Open a home's services; on leaving, places are saved and parts can be resumed.

    Raises:
        KnownError: The home cannot be written, or the library cannot be opened.
    """
    clock = clock or SystemClock()
    await asyncio.to_thread(home.prepare)
    async with AsyncExitStack() as stack:
        backups = Backups(home, clock)
        stack.push_async_callback(backups.close)
        library = await Library.open(home, clock)
        stack.push_async_callback(library.close)
        worker = Worker()
        stack.push_async_callback(worker.close)
        session = await stack.enter_async_context(_open_session())
        events = Events()
        settings = SettingsService(home, events)

        def make() -> tuple[Player, str]:
            choice = os.environ.get("HEARTHSIDE_AUDIO", "auto")
            return make_player(choice, os.environ.get("HEARTHSIDE_VLC_ARGS", ""), fallback_player)

        browsing = Browsing(home, library, events)
        refresh = Refresh(library, worker, session, events, clock)
        stack.push_async_callback(refresh.close)
        bandwidth = Bandwidth()
        fetching = Fetching(home, library, worker, session, bandwidth, events, clock)
        lock = ProcessLock(home.root / ".downloading")
        downloading = Downloading(lock, library, fetching, bandwidth, events, settings, clock)
        stack.push_async_callback(downloading.close)
        recordings = Recordings(library, browsing, events)
        places = Places(library, events, clock)
        queue = PlayQueue(library, events)
        listening = Listening(recordings, places, queue, make, events, settings, clock)
        stack.push_async_callback(listening.close)
        sitting = SittingService(library, listening, make, events, settings, clock)
        stack.push_async_callback(sitting.close)
        yield Core(
            home=home,
            events=events,
            browsing=browsing,
            favorites=Favorites(library, events, clock),
            subscriptions=Subscriptions(
                library,
                worker,
                session,
                refresh,
                browsing,
                events,
                settings,
                clock,
                downloading.cancel,
            ),
            refresh=refresh,
            downloading=downloading,
            listening=listening,
            places=places,
            queue=queue,
            sitting=sitting,
            settings=settings,
            backups=backups,
        )


def _open_session() -> aiohttp.ClientSession:
    """Return the one session: no cookies, no proxy surprises, plain about who we are."""
    return aiohttp.ClientSession(
        cookie_jar=aiohttp.DummyCookieJar(),
        headers={"User-Agent": f"Hearthside/{__version__}"},
        timeout=aiohttp.ClientTimeout(total=None, sock_connect=30, sock_read=60),
        trust_env=True,
    )

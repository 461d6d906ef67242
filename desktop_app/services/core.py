"""All services of a home, wired by constructor arguments, in one frozen value."""

from __future__ import annotations

import asyncio
import os
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.feeds.directory import instead
from desktop_app.library.database import Library
from desktop_app.services.archive import Archive
from desktop_app.services.auto import AutoDownloads
from desktop_app.services.backups import Backups
from desktop_app.services.besides import Besides
from desktop_app.services.browsing import Browsing
from desktop_app.services.chapters import Chapters
from desktop_app.services.cleaning import Cleaning
from desktop_app.services.collections import Collections
from desktop_app.services.companions import Companions
from desktop_app.services.conditions import Conditions
from desktop_app.services.correcting import Correcting
from desktop_app.services.covers import Covers
from desktop_app.services.directory import Directory
from desktop_app.services.elsewhere import Elsewhere
from desktop_app.services.events import Events, Notice
from desktop_app.services.favorites import Favorites
from desktop_app.services.feed_settings import FeedSettings
from desktop_app.services.finding import Finding
from desktop_app.services.indexing import Indexing
from desktop_app.services.kept import Keeping
from desktop_app.services.levelling import Levelling
from desktop_app.services.listening import Listening
from desktop_app.services.logins import Keyring, Logins
from desktop_app.services.measuring import Measuring
from desktop_app.services.moving import Moving
from desktop_app.services.places import Places
from desktop_app.services.presets import Presets
from desktop_app.services.queueing import PlayQueue
from desktop_app.services.recordings import Recordings
from desktop_app.services.refresh import Refresh
from desktop_app.services.reminding import Reminding
from desktop_app.services.retrieving import Retrieving
from desktop_app.services.schedule import Schedule
from desktop_app.services.searching import Searching
from desktop_app.services.series import SeriesService
from desktop_app.services.settings import SettingsService
from desktop_app.services.sharing import Sharing
from desktop_app.services.sitting_guide import Guide
from desktop_app.services.sitting_journal import Journal
from desktop_app.services.sitting_log import SittingLog
from desktop_app.services.storing import Storing
from desktop_app.services.streams import Streams
from desktop_app.services.subscriptions import Subscriptions
from desktop_app.services.tapes import Tapes
from desktop_app.services.today import Today
from desktop_app.services.transcripts import Transcripts
from desktop_app.services.watching import Watching
from desktop_app.services.wiring import (
    NICEST,
    engines,
    make_downloading,
    make_restoring,
    make_sitting,
    open_session,
    until_end,
)
from desktop_app.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from desktop_app.base.clock import Clock
    from desktop_app.base.paths import Home
    from desktop_app.playback.player import Player
    from desktop_app.services.downloading import Downloading
    from desktop_app.services.logins import PasswordStore
    from desktop_app.services.restoring import Restoring
    from desktop_app.services.sitting import SittingService
    from desktop_app.services.sounds import Sounds


@dataclass(frozen=True, slots=True)
class Core:
    """What the window and the command line may ask for."""

    home: Home
    events: Events
    browsing: Browsing
    covers: Covers
    searching: Searching
    today: Today
    favorites: Favorites
    collections: Collections
    sharing: Sharing
    correcting: Correcting
    series: SeriesService
    subscriptions: Subscriptions
    feed_settings: FeedSettings
    refresh: Refresh
    indexing: Indexing
    schedule: Schedule
    watching: Watching
    directory: Directory
    downloading: Downloading
    cleaning: Cleaning
    listening: Listening
    places: Places
    queue: PlayQueue
    transcripts: Transcripts
    chapters: Chapters
    companions: Companions
    measuring: Measuring
    restoring: Restoring
    sitting: SittingService
    sittings: SittingLog
    presets: Presets
    sounds: Sounds
    reminding: Reminding
    settings: SettingsService
    backups: Backups
    keeping: Keeping
    elsewhere: Elsewhere

    async def set_line(self, *, online: bool, metered: bool) -> None:
        """Note what the connection is like: ``metered`` ones are paid by use.

        Raises:
            KnownError: The library cannot be written.
        """
        await self.schedule.set_line(online=online, metered=metered)
        await self.downloading.set_line(online=online, metered=metered)

    async def start_up(self) -> None:
        """Do what a window begins with: the last place, the starter, what waits, a backup.

        One of them failing keeps none of the others from being done.
        """
        for step in (
            self.elsewhere.start,
            self.listening.load_last,
            self.subscriptions.add_starter,
            self.companions.start,
            self.downloading.start,
            self.cleaning.start,
            self.backups.daily,
            self.schedule.start,
            self.watching.start,
            self.reminding.start,
            self.measuring.start,
            self.restoring.start,
        ):
            try:
                await step()
            except KnownError as error:
                self.events.publish(Notice(str(error)))
        self.indexing.soon()


@asynccontextmanager
async def open_core(
    home: Home,
    *,
    clock: Clock | None = None,
    fallback_player: Callable[[], Player] | None = None,
    passwords: PasswordStore | None = None,
) -> AsyncIterator[Core]:
    """Open a home's services; on leaving, places are saved and parts can be resumed.

    Raises:
        KnownError: The home cannot be written, or the library cannot be opened.
    """
    clock = clock or SystemClock()
    await asyncio.to_thread(home.prepare)
    async with AsyncExitStack() as stack:
        events = Events()
        backups = until_end(stack, Backups(home, clock, events))
        library = until_end(stack, await Library.open(home, clock))
        worker = until_end(stack, Worker())
        session = await stack.enter_async_context(open_session())
        settings = SettingsService(home, events)
        make, make_sound = engines(fallback_player)
        browsing = Browsing(home, library, events, settings)
        logins = Logins(passwords or Keyring(), events)
        indexing = until_end(stack, Indexing(library, worker, events))
        retrieving = Retrieving(library, worker, indexing, session, logins)
        moving = Moving(home, library, retrieving, logins, events)
        auto = AutoDownloads(library, events)
        storing = Storing(library, indexing, Tapes(library), moving, auto, events, clock)
        refresh = Refresh(library, retrieving, storing, events, clock)
        schedule = until_end(stack, Schedule(library, refresh, settings, events, clock))
        watching = until_end(stack, Watching(library, refresh, events))
        finding = Finding(worker, session, retrieving)
        besides = Besides(session, logins)
        transcripts = Transcripts(library, worker, besides)
        chapters = Chapters(library, worker, besides, events)
        companions = until_end(stack, Companions(library, transcripts, chapters, events))
        streams = Streams(library, session, logins)
        restoring = until_end(stack, make_restoring(home, library, settings, events, clock))
        recordings = Recordings(home, library, browsing, streams, restoring, events)
        places = Places(home, library, events, settings, clock)
        queue = PlayQueue(library, events, lambda: listening.sounding)
        measuring = until_end(stack, Measuring(home, library, Worker(niceness=NICEST), events))
        listening = until_end(
            stack,
            Listening(
                recordings,
                places,
                queue,
                make,
                Levelling(measuring, settings),
                events,
                settings,
                clock,
            ),
        )
        archive = Archive(home, library, worker, clock, indexing.soon)
        cleaning = until_end(
            stack, Cleaning(archive, library, settings, events, clock, lambda: listening.loaded)
        )
        conditions = Conditions(home, cleaning, settings, clock)
        downloading = until_end(
            stack,
            make_downloading(
                home, library, archive, conditions, session, logins, events, settings, clock
            ),
        )
        guide = Guide(recordings, places, Levelling(measuring, settings), make, events, settings)
        sitting, sounds = make_sitting(
            stack,
            make_sound,
            until_end(stack, guide),
            Journal(library, events, settings, clock),
            listening,
            events,
            clock,
        )
        yield Core(
            home=home,
            events=events,
            browsing=browsing,
            covers=Covers(home, library, worker),
            searching=Searching(home, library),
            today=Today(home, library, clock),
            favorites=Favorites(library, events, clock),
            collections=Collections(library, events, clock),
            sharing=Sharing(home, library, worker, events, clock),
            correcting=Correcting(library, indexing, events, clock),
            series=SeriesService(library, listening, queue, downloading),
            subscriptions=Subscriptions(
                library,
                worker,
                refresh,
                browsing,
                events,
                settings,
                clock,
                finding,
                logins,
                downloading.cancel,
            ),
            feed_settings=FeedSettings(
                library, finding, refresh, moving, auto, logins, browsing, restoring, events
            ),
            refresh=refresh,
            indexing=indexing,
            schedule=schedule,
            watching=watching,
            directory=Directory(
                library, worker, session, instead(os.environ.get("HEARTHSIDE_DIRECTORIES", ""))
            ),
            downloading=downloading,
            cleaning=cleaning,
            listening=listening,
            places=places,
            queue=queue,
            transcripts=transcripts,
            chapters=chapters,
            companions=companions,
            measuring=measuring,
            restoring=restoring,
            sitting=sitting,
            sittings=SittingLog(library, events, clock),
            presets=Presets(library, events),
            sounds=sounds,
            reminding=until_end(stack, Reminding(library, settings, events, clock)),
            settings=settings,
            backups=backups,
            keeping=Keeping(home, events),
            elsewhere=until_end(stack, Elsewhere(library, events)),
        )

"""What sittings sound with: one engine, and the files of bells and ambiences made ready for it."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.meditation.bells import sound
from desktop_app.services import jobs
from desktop_app.services.events import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.playback.sitting_sound import SittingSound
    from desktop_app.services.events import Events
    from desktop_app.services.worker import Worker

_PATIENCE = 20.0


class SoundRoom:
    """Makes the engine on first need; files are decoded once, into a folder that goes at the end.

    ``worker`` is one of its own, so that no feed that is being read keeps a bell waiting.
    """

    def __init__(
        self, make_sound: Callable[[], tuple[SittingSound, str]], worker: Worker, events: Events
    ) -> None:
        self._make_sound = make_sound
        self._worker = worker
        self._events = events
        self._loop = asyncio.get_running_loop()
        self._turn = asyncio.Lock()
        self._folder: Path | None = None
        self._files: dict[str, str] = {}
        self.sound: SittingSound | None = None

    async def prepare(self, names: Iterable[str]) -> None:
        """Have the engine and these sounds ready.

        Raises:
            KnownError: There is no such sound, or it cannot be made ready.
        """
        async with self._turn:
            if self.sound is None:
                engine, notice = await asyncio.to_thread(self._make_sound)
                engine.listen(self._failed)
                self.sound = engine
                if notice:
                    self._events.publish(Notice(notice))
            if self._folder is None:
                self._folder = Path(await asyncio.to_thread(tempfile.mkdtemp, "", "sounds-"))
            wanted = {
                name: str(self._folder / f"{name}.wav") for name in names if name not in self._files
            }
            if wanted:
                pairs = tuple((str(sound(name)), target) for name, target in wanted.items())
                await self._worker.run(partial(jobs.ready_sounds, pairs), _PATIENCE)
                await self._worker.close()
                self._files |= wanted

    def ring(self, name: str, at: float) -> None:
        """Strike a bell at a moment of the monotonic clock; one that is not ready stays silent."""
        if self.sound is not None and name in self._files:
            self.sound.ring(self._files[name], at)

    def begin_ambience(self, name: str, volume: float) -> None:
        """Let an ambience begin softly; one that is not ready stays silent."""
        if self.sound is not None and name in self._files:
            self.sound.begin_ambience(self._files[name], volume)

    async def close(self) -> None:
        """Fall silent and leave nothing behind."""
        if self.sound is not None:
            await asyncio.to_thread(self.sound.close)
        await self._worker.close()
        if self._folder is not None:
            await asyncio.to_thread(shutil.rmtree, self._folder, ignore_errors=True)

    def _failed(self, why: str) -> None:
        """Take what the engine tells, from whatever thread it arises in."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._tell, why)

    def _tell(self, why: str) -> None:
        self._events.publish(Notice(str(KnownError("The bells cannot be heard", why))))

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
from desktop_app.base.files import is_ours
from desktop_app.meditation.bells import sound
from desktop_app.services import jobs
from desktop_app.services.events import Notice
from desktop_app.services.lock import ProcessLock

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.playback.sitting_sound import SittingSound
    from desktop_app.services.events import Events
    from desktop_app.services.worker import Worker

_PATIENCE = 20.0
_PREFIX = "sounds-"
_USED = ".hearthside"
"""The file that is locked for as long as its folder is used."""


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
        self._used: ProcessLock | None = None
        self._files: dict[str, str] = {}
        self.sound: SittingSound | None = None

    async def prepare(self, names: Iterable[str]) -> None:
        """Have the engine and these sounds ready; what fails from now on is told once.

        Raises:
            KnownError: One of them cannot be made ready; the others are.
        """
        async with self._turn:
            if self.sound is None:
                engine, notice = await asyncio.to_thread(self._make_sound)
                self.sound = engine
                if notice:
                    self._events.publish(Notice(notice))
            self.sound.listen(self._failed)
            try:
                await self._make(names)
            finally:
                await self._worker.close()

    async def _make(self, names: Iterable[str]) -> None:
        """Make the files that are not there; who cleans up temporary files may have taken some."""
        failed: KnownError | None = None
        for name in names:
            try:
                source = sound(name)
                target = await asyncio.to_thread(self._target, name)
                if not await asyncio.to_thread(target.is_file):
                    job = partial(jobs.ready_sound, str(source), str(target))
                    await self._worker.run(job, _PATIENCE)
                self._files[name] = str(target)
            except KnownError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    def _target(self, name: str) -> Path:
        """Return where the file of a sound lies, in a folder that only its owner can read.

        Raises:
            KnownError: There is no room for it.
        """
        try:
            if self._folder is None or not self._folder.is_dir():
                sweep()
                self._let_go()
                self._folder = Path(tempfile.mkdtemp("", _PREFIX))
                self._used = ProcessLock(self._folder / _USED)
                self._used.acquire()
        except OSError as error:
            raise KnownError(
                "The sounds could not be made ready",
                error.strerror or str(error),
                "Check that there is room on the disk, then try again.",
            ) from error
        return self._folder / f"{name}.wav"

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
        await asyncio.to_thread(self._let_go)

    def _let_go(self) -> None:
        """Remove the folder."""
        if self._used is not None:
            self._used.release()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _failed(self, why: str) -> None:
        """Take what the engine tells, from whatever thread it arises in."""
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._tell, why)

    def _tell(self, why: str) -> None:
        self._events.publish(Notice(str(KnownError("The bells cannot be heard", why))))


def sweep() -> None:
    """Remove what sittings left behind that were killed; others use this folder, too."""
    for used in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*/{_USED}"):
        if not (is_ours(used.parent) and is_ours(used)):
            continue
        lock = ProcessLock(used)
        with suppress(OSError):
            if lock.acquire():
                lock.release()
                shutil.rmtree(used.parent, ignore_errors=True)

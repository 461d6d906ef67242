"""Pictures of talks, small enough to show; read in the worker once, then kept in the home."""

from __future__ import annotations

import asyncio
import os
import stat
from contextlib import suppress
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.feeds import folder
from desktop_app.library import covers
from desktop_app.services import jobs

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from desktop_app.services.worker import Worker

_SECONDS = 20.0


class Covers:
    """Finds the picture of a talk beside its file or in it; nothing is fetched from anywhere.

    Feeds of the web name pictures, too, but asking for one tells its host who listens to what.
    """

    def __init__(self, home: Home, library: Library, worker: Worker) -> None:
        self._folder = home.covers
        self._library = library
        self._worker = worker
        self._turn = asyncio.Lock()
        self._broken: set[Path] = set()

    async def of(self, episode_id: int) -> bytes | None:
        """Return the episode's picture, else its feed's, as JPEG.

        None: there is none that can be shown. It never fails: a talk is as good without one.
        """
        found = await self._find(episode_id)
        return found[1] if found is not None else None

    async def file(self, episode_id: int) -> Path | None:
        """Return where that picture lies, for programs that take an address."""
        found = await self._find(episode_id)
        if found is None or not await asyncio.to_thread(found[0].is_file):
            return None
        return found[0]

    async def _find(self, episode_id: int) -> tuple[Path, bytes] | None:
        try:
            for address in await self._library.read(covers.addresses, episode_id):
                if (found := await self._picture(folder.path_of(address))) is not None:
                    return found
        except KnownError:
            pass
        return None

    async def _picture(self, path: str) -> tuple[Path, bytes] | None:
        """Return a file's picture as it is kept, or have it made; a broken one is tried once."""
        kept = await asyncio.to_thread(_kept, self._folder, path)
        if kept is None:
            return None
        if (picture := await asyncio.to_thread(_read, kept)) is not None:
            return kept, picture
        async with self._turn:
            picture = await asyncio.to_thread(_read, kept)
            if picture is None and kept not in self._broken:
                picture = await self._made(path, kept)
        return None if picture is None else (kept, picture)

    async def _made(self, path: str, kept: Path) -> bytes | None:
        try:
            picture = await self._worker.run(partial(jobs.read_cover, path), _SECONDS)
        except KnownError:
            self._broken.add(kept)
            return None
        await asyncio.to_thread(_keep, kept, picture)
        return picture


def _kept(home: Path, path: str) -> Path | None:
    """Return where a file's picture is kept, elsewhere when the file is another; None: no file."""
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    change = f"\0{state.st_size} {state.st_mtime_ns}".encode()
    return home / f"{blake2b(os.fsencode(path) + change, digest_size=16).hexdigest()}.jpg"


def _read(kept: Path) -> bytes | None:
    try:
        return kept.read_bytes()
    except OSError:
        return None


def _keep(kept: Path, picture: bytes) -> None:
    """Write it at once or not at all; on a full disk it is made again the next time."""
    part = kept.with_suffix(".part")
    with suppress(OSError):
        try:
            part.write_bytes(picture)
            part.replace(kept)
        except OSError:
            part.unlink()
            raise

"""The folder of restored recordings: what lies there, and what does not belong there any more.

A name says of which talk and of how many bytes of original a file is made, so that a library
that was put back from an older copy takes none for that of another talk.
"""

from __future__ import annotations

import asyncio
import logging
import re
import shutil
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.tape import RestorationState
from desktop_app.downloads.files import PART

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.library.restorations import Row

MADE = re.compile(r"\d+-\d+\.opus(\.part)?")
"""The names of our files; whatever else lies in the folder is the person's own."""

WORK = "work"
"""The folder of what is begun: in it one for each talk, under its number."""

_log = logging.getLogger(__name__)


def name_of(episode_id: int, size: int) -> str:
    """Return the name of what is made of a talk's recording of ``size`` bytes."""
    return f"{episode_id}-{size}.opus"


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in the folder: names of files, and of folders of work."""

    files: frozenset[str] = frozenset()
    work: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Findings:
    """Where disk and library disagree: what nobody needs, and talks whose files are gone.

    None are when all files of several are gone at once, for then the disk is not there.
    """

    files: tuple[str, ...] = ()
    work: tuple[str, ...] = ()
    gone: tuple[int, ...] = ()


def compare(listing: Listing, rows: Iterable[Row]) -> Findings:
    """Compare the folder, as it was a moment before, with what the library says."""
    needed: set[str] = set()
    begun: set[str] = set()
    done: dict[int, str] = {}
    for row in rows:
        if row.path is not None:
            needed.add(row.path)
            done[row.episode_id] = row.path
        elif row.state is RestorationState.QUEUED:
            name = name_of(row.episode_id, row.size)
            needed |= {name, name + PART}
            begun.add(str(row.episode_id))
    gone = [each for each, path in done.items() if path not in listing.files]
    if len(done) > 1 and len(gone) == len(done):
        gone.clear()
    stray = sorted(name for name in listing.files - needed if MADE.fullmatch(name))
    return Findings(tuple(stray), tuple(sorted(listing.work - begun)), tuple(gone))


class RestoredFiles:
    """Knows where restored recordings lie, and where those lie that are begun."""

    def __init__(self, home: Home) -> None:
        self._home = home

    def path_of(self, name: str) -> Path:
        """Return where a restored recording lies, or is going to."""
        return self._home.restored / name

    def work_of(self, episode_id: int) -> Path:
        """Return the folder of what is begun of a talk."""
        return self._home.restored / WORK / str(episode_id)

    async def has(self, name: str) -> bool:
        """Tell whether a restored recording is there and its disk answers."""
        return await asyncio.to_thread(_is_file, self.path_of(name))

    async def listing(self) -> Listing:
        """Return what lies there; a folder that cannot be read seems empty."""
        return await asyncio.to_thread(_listing, self._home.restored)

    async def delete(self, names: Iterable[str]) -> None:
        """Delete files; one that the disk does not give up now goes at the next start."""
        await asyncio.to_thread(_delete, [self.path_of(name) for name in names])

    async def drop_work(self, *names: int | str) -> None:
        """Delete what is begun of talks."""
        folders = [self._home.restored / WORK / str(name) for name in names]
        await asyncio.to_thread(_remove, folders)


def _listing(folder: Path) -> Listing:
    return Listing(
        frozenset(each.name for each in _listed(folder) if each.is_file()),
        frozenset(each.name for each in _listed(folder / WORK) if each.name.isdecimal()),
    )


def _listed(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _delete(paths: Iterable[Path]) -> None:
    for path in paths:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            _log.info("a restored recording cannot be removed: %s", error.strerror)


def _remove(folders: Iterable[Path]) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)


def _is_file(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False

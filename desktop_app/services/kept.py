"""What lies in a home: which files are Hearthside's, and how much of each kind there is.

Whatever bears no name that Hearthside gives is the person's own, wherever it lies.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.kept import Copy, Kept, Pile
from desktop_app.downloads import files
from desktop_app.feeds.folder import SOUND
from desktop_app.feeds.folder import path_of as tapes_of
from desktop_app.library import traces
from desktop_app.services.events import EraseWanted
from desktop_app.services.lock import ERASING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.base.paths import Home
    from desktop_app.library.traces import Traces
    from desktop_app.services.events import Events

_LIBRARY = re.compile(r"library\.sqlite(\.part)*(-wal|-shm|-journal)?")
_SMALL = re.compile(r"settings\.json(\.part)?|\.window|\.downloading|\.writable")
_LOG = re.compile(r"hearthside\.log(\.\d+)?")
_COVER = re.compile(r"[0-9a-f]{32}\.(jpg|part)")
_DAILY = re.compile(r"library-\d{8}\.sqlite")
_COPY = re.compile(
    r"(library-\d{8}|before-migration-\d{8}T\d{6}|set-aside-\d{8}T\d{6}(-\d+)?)\.sqlite"
    r"(\.part)?(-wal|-shm|-journal)?"
)
_DROPPINGS = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})
"""What file managers leave in every folder that they show."""


@dataclass(slots=True)
class Contents:
    """The files of a home by kind, in the order in which they may go: the library last.

    ``folders``: those of Hearthside, the inner ones first; ``own``: what is not Hearthside's,
    a folder that holds nothing else as one; ``accounts``: addresses and names of accounts.
    """

    recordings: list[Path] = field(default_factory=list)
    covers: list[Path] = field(default_factory=list)
    logs: list[Path] = field(default_factory=list)
    small: list[Path] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    library: list[Path] = field(default_factory=list)
    folders: list[Path] = field(default_factory=list)
    own: list[Path] = field(default_factory=list)
    accounts: frozenset[tuple[str, str]] = frozenset()

    def files(self) -> list[Path]:
        """Return all that is Hearthside's, in that order."""
        return [
            *self.recordings, *self.covers, *self.logs, *self.small, *self.copies, *self.library,
        ]  # fmt: skip


def look_through(home: Home) -> Contents:
    """Return what lies in a home; folders that cannot be read seem empty."""
    found = Contents()
    kinds = ((home.covers, _COVER, found.covers), (home.logs, _LOG, found.logs),
             (home.backups, _COPY, found.copies))  # fmt: skip
    for folder, pattern, pile in kinds:
        _sort(folder, found, pile, _bears(pattern))
    for each in _listed(home.root):
        if each.is_dir():
            if each not in {home.audio, home.covers, home.logs, home.backups}:
                found.own.append(each)
        elif _LIBRARY.fullmatch(each.name):
            found.library.append(each)
        elif _SMALL.fullmatch(each.name) or each.name.lower() in _DROPPINGS:
            found.small.append(each)
        elif each.name != ERASING:
            found.own.append(each)
    libraries = [each for each in (*found.copies, *found.library) if each.suffix == ".sqlite"]
    told = [traces.read(each) for each in libraries]
    known = [each for each in told if each is not None]
    found.accounts = frozenset().union(*(each.accounts for each in known))
    _sort(home.audio, found, found.recordings, _recorded(home, known, blind=None in told))
    return found


def survey(home: Home) -> Kept:
    """Return how much of everything a home holds."""
    found = look_through(home)
    return Kept(
        home.root,
        traces.count(home.database) if home.database.exists() else None,
        _pile(found.library),
        _pile(found.recordings),
        _pile(found.covers),
        _pile(found.logs),
        copies(home),
        tuple(sorted({name for _url, name in found.accounts})),
    )


def copies(home: Home) -> tuple[Copy, ...]:
    """Return the copies of the library in a home, the newest first."""
    found = []
    for each in _listed(home.backups):
        if each.suffix == ".sqlite" and _COPY.fullmatch(each.name):
            state = each.stat()
            made = datetime.fromtimestamp(state.st_mtime, UTC)
            found.append(Copy(each, made, state.st_size, bool(_DAILY.fullmatch(each.name))))
    return tuple(sorted(found, key=lambda copy: copy.made, reverse=True))


class Keeping:
    """Says what is kept; the looking runs in a thread of its own."""

    def __init__(self, home: Home, events: Events) -> None:
        self._home = home
        self._events = events

    async def survey(self) -> Kept:
        """Return how much of everything the home holds."""
        return await asyncio.to_thread(survey, self._home)

    async def copies(self) -> tuple[Copy, ...]:
        """Return the copies of the library in the home, the newest first."""
        return await asyncio.to_thread(copies, self._home)

    async def erase(self) -> None:
        """Ask for everything to be erased: whoever owns the window closes it first."""
        self._events.publish(EraseWanted())


def _bears(pattern: re.Pattern[str]) -> Callable[[Path], bool]:
    return lambda path: bool(pattern.fullmatch(path.name))


def _recorded(home: Home, known: Iterable[Traces], *, blind: bool) -> Callable[[Path], bool]:
    """Return what tells recordings of ours from the person's own files.

    The libraries know. ``blind``: one of them cannot be read; then whatever sounds and lies in
    the folder of a feed counts as ours, except in a folder of the person's own tapes.
    """
    ours = {files.key(path) for each in known for path in each.recordings}
    tapes = [Path(tapes_of(url)) for each in known for url in each.tapes]

    def is_ours(path: Path) -> bool:
        name = path.name.removesuffix(files.PART)
        relative = path.relative_to(home.audio).with_name(name).as_posix()
        if files.key(relative) in ours:
            return True
        sounds = relative.count("/") == 1 and Path(name).suffix[1:].lower() in SOUND
        if any(path.is_relative_to(each) for each in tapes):
            return False
        return sounds and (blind or path.name != name)

    return is_ours


def _sort(folder: Path, found: Contents, pile: list[Path], is_ours: Callable[[Path], bool]) -> None:
    """Sort what lies in a folder of Hearthside's; the person's own folders are named as one."""
    for each in _listed(folder):
        if not each.is_dir():
            ours = each.name.lower() in _DROPPINGS or is_ours(each)
            (pile if ours else found.own).append(each)
            continue
        inner = Contents()
        _sort(each, inner, inner.recordings, is_ours)
        if inner.recordings or not inner.own:
            pile += inner.recordings
            found.own += inner.own
            found.folders += inner.folders
        else:
            found.own.append(each)
    found.folders.append(folder)


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _pile(paths: Iterable[Path]) -> Pile:
    number = size = 0
    for each in paths:
        try:
            size += each.lstat().st_size
        except OSError:
            continue
        number += 1
    return Pile(number, size)

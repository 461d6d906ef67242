"""What lies in a home: which files are Hearthside's, and how much of each kind there is.

Whatever bears no name that Hearthside gives is the person's own, wherever it lies. In doubt it is
hers, too: a recording that stays can still be removed, one that is gone is gone.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from desktop_app.base.kept import Copy, Kept, Pile
from desktop_app.downloads import files
from desktop_app.feeds.folder import SOUND
from desktop_app.feeds.folder import path_of as tapes_of
from desktop_app.library import traces
from desktop_app.services.events import EraseWanted
from desktop_app.services.lock import ERASING, WINDOW_LOCK
from desktop_app.services.restored_files import MADE, WORK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.base.paths import Home
    from desktop_app.library.traces import Traces
    from desktop_app.services.events import Events

_LIBRARY = re.compile(r"library\.sqlite(\.part)*(-wal|-shm|-journal)?")
_SMALL = re.compile(r"settings\.json(\.part)?|\.(downloading|restoring|writable)")
_LOCKS = frozenset({ERASING, WINDOW_LOCK})
"""Whoever erases removes these last of all, for others look for them."""
_LOG = re.compile(r"hearthside\.log(\.\d+)?")
_COVER = re.compile(r"[0-9a-f]{32}\.(jpg|part)")
_DAILY = re.compile(r"library-\d{8}\.sqlite")
_COPY = re.compile(
    r"(library-\d{8}|before-migration-\d{8}T\d{6}|set-aside-\d{8}T\d{6}(-\d+)?)\.sqlite"
    r"(\.part)?(-wal|-shm|-journal)?"
)
_DROPPINGS = frozenset({".ds_store", "thumbs.db", "desktop.ini", ".directory"})
"""What file managers leave in the folders that they show; it may tell what lay there."""
_USED = re.compile(r"(library|set-aside-\d{8}T\d{6}(-\d+)?)\.sqlite")
"""Libraries that were in use themselves; the rest are copies of one of them."""


_FEED_DEEP = 2
"""A recording lies in the folder of its feed below the audio folder, and no deeper."""
_Judge = Callable[[Path, bool], bool]
"""Tells whether a file is Hearthside's; the second is true if a link leads to its folder."""


@dataclass(slots=True)
class Contents:
    """The files of a home by kind, in the order in which they may go: the library last.

    ``folders``: those of Hearthside, the inner ones first; ``own``: what is not Hearthside's,
    a folder that holds nothing else as one; ``accounts``: addresses and names of accounts;
    ``unsure``: a damaged library may have known recordings among the own.
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
    unsure: bool = False

    @property
    def of_hearthside(self) -> bool:
        """Whether anything bears a name that no other program gives its files."""
        big = set(self.files()) - set(self.small)
        return any(each.name.lower() not in _DROPPINGS for each in big)

    def files(self) -> list[Path]:
        """Return all that is Hearthside's, in that order."""
        return [
            *self.recordings, *self.covers, *self.logs, *self.small, *self.copies, *self.library,
        ]  # fmt: skip


def look_through(home: Home) -> Contents:
    """Return what lies in a home; folders that cannot be read seem empty."""
    found = Contents()
    libraries = [home.database, *(copy.path for copy in copies(home))]
    told = {each: traces.read(each) for each in libraries if is_there(each)}
    known = [each for each in told.values() if each is not None]
    found.accounts = frozenset().union(*(each.accounts for each in known))
    _sort_root(home, found)
    blind = any(each is None and _USED.fullmatch(path.name) for path, each in told.items())
    guessed = blind and not found.own and not is_link(home.audio)
    kinds = ((home.covers, _bears(_COVER), found.covers), (home.logs, _bears(_LOG), found.logs),
             (home.backups, _bears(_COPY), found.copies),
             (home.restored, _restored(home), found.recordings),
             (home.audio, _recorded(home, known, blind=guessed), found.recordings))  # fmt: skip
    for folder, is_ours, pile in kinds:
        _sort(folder, found, pile, is_ours, linked=is_link(folder))
    doubtful = any(each.is_relative_to(home.audio) for each in found.own)
    found.unsure = blind and not guessed and doubtful
    return found


def survey(home: Home) -> Kept:
    """Return how much of everything a home holds."""
    found = look_through(home)
    return Kept(
        home.root,
        traces.count(home.database) if is_there(home.database) else None,
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
            with suppress(OSError):
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


def _bears(pattern: re.Pattern[str]) -> _Judge:
    return lambda path, linked: not linked and bool(pattern.fullmatch(path.name))


def _restored(home: Home) -> _Judge:
    """Return what tells restored recordings, and those that are begun, by their names."""

    def is_ours(path: Path, linked: bool) -> bool:
        folder, *inner = path.relative_to(home.restored).parts
        begun = folder == WORK and len(inner) > 1 and inner[0].isdecimal()
        return not linked and (begun or bool(MADE.fullmatch(folder) and not inner))

    return is_ours


def _recorded(home: Home, known: Iterable[Traces], *, blind: bool) -> _Judge:
    """Return what tells recordings of ours from the person's own files.

    The libraries know. What is left of a download that none knows is ours in a folder of
    Hearthside's. ``blind``: so is whatever sounds and lies in the folder of a feed, for a library
    cannot be read; but nothing in a folder of the person's own tapes.
    """
    ours = {files.key(path) for each in known for path in each.recordings}
    feeds = {str(PurePosixPath(path).parent) for path in ours}
    tapes = [Path(os.path.realpath(tapes_of(url))) for each in known for url in each.tapes]

    def is_ours(path: Path, linked: bool) -> bool:
        name = path.name.removesuffix(files.PART)
        relative = path.relative_to(home.audio).with_name(name)
        key = files.key(relative.as_posix())
        if key in ours:
            return True
        sounds = len(relative.parts) == _FEED_DEEP and relative.suffix[1:].lower() in SOUND
        if not sounds or any(path.parent.resolve().is_relative_to(each) for each in tapes):
            return False
        if path.name == name:
            return blind and not linked
        return not linked or str(PurePosixPath(key).parent) in feeds

    return is_ours


def _sort_root(home: Home, found: Contents) -> None:
    """Sort what lies beside the folders of a home."""
    droppings = []
    for each in _listed(home.root):
        if _is_folder(each):
            if each not in {home.audio, home.restored, home.covers, home.logs, home.backups}:
                found.own.append(each)
        elif _LIBRARY.fullmatch(each.name):
            found.library.append(each)
        elif _SMALL.fullmatch(each.name):
            found.small.append(each)
        elif each.name.lower() in _DROPPINGS:
            droppings.append(each)
        elif each.name not in _LOCKS:
            found.own.append(each)
    if not found.own:  # else they are of a folder of the person's
        found.small += droppings


def _sort(
    folder: Path, found: Contents, pile: list[Path], is_ours: _Judge, *, linked: bool
) -> None:
    """Sort what lies in a folder of Hearthside's; the person's own folders are named as one.

    ``linked``: a link leads there; no second one is followed.
    """
    before, droppings = (len(pile), len(found.own)), []
    for each in _listed(folder):
        link = is_link(each)
        if _is_folder(each) and not (link and linked):
            inner = Contents()
            _sort(each, inner, inner.recordings, is_ours, linked=link or linked)
            if inner.recordings or not (inner.own or link):
                pile += inner.recordings
                found.own += inner.own
                found.folders += inner.folders
            else:
                found.own.append(each)
        elif each.name.lower() in _DROPPINGS:
            droppings.append(each)
        else:
            (pile if is_ours(each, linked) else found.own).append(each)
    if len(pile) > before[0] or len(found.own) == before[1]:
        pile += droppings
    found.folders.append(folder)


def is_link(path: Path) -> bool:
    """Tell whether a path is a link; where nobody may look it seems to be none."""
    with suppress(OSError):
        return path.is_symlink()
    return False


def is_there(path: Path) -> bool:
    """Tell whether there is something at the end of a path, as far as one may look."""
    with suppress(OSError):
        return path.exists()
    return False


def _is_folder(path: Path) -> bool:
    with suppress(OSError):
        return path.is_dir()
    return False


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

"""What a home holds, kind by kind, in numbers that a person can be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much a library remembers: feeds, talks, and what the person did with them."""

    feeds: int = 0
    episodes: int = 0
    favorites: int = 0
    bookmarks: int = 0
    places: int = 0
    history: int = 0
    sittings: int = 0


@dataclass(frozen=True, slots=True)
class Copy:
    """One copy of the library; ``daily``: made by itself, else set aside. ``size`` in bytes."""

    path: Path
    made: datetime
    size: int
    daily: bool


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What a copy holds, for a person who is to choose it."""

    made: datetime
    feeds: int
    episodes: int
    favorites: int


@dataclass(frozen=True, slots=True)
class Pile:
    """So many files, so many bytes."""

    files: int = 0
    bytes: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """Everything that lies in a home, and what belongs to it elsewhere.

    ``numbers``: None if the library cannot be read. ``copies``: the newest first.
    ``accounts``: names of accounts whose passwords are in the computer's keyring.
    """

    root: Path
    numbers: Numbers | None = None
    library: Pile = Pile()
    recordings: Pile = Pile()
    covers: Pile = Pile()
    logs: Pile = Pile()
    copies: tuple[Copy, ...] = ()
    accounts: tuple[str, ...] = ()

    @property
    def bytes(self) -> int:
        """All of it together."""
        piles = (self.library, self.recordings, self.covers, self.logs)
        return sum(pile.bytes for pile in piles) + sum(copy.size for copy in self.copies)

"""Recordings on this computer or on their way: what they take, what they wait for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.model import DownloadState


@dataclass(frozen=True, slots=True)
class Recording:
    """A file that is here, or on its way, and what speaks for keeping it.

    ``path`` is below the audio folder if it is ``ours``, else one of the person's own;
    ``bytes``: what there is of it, with what it was restored to; ``queued``: it waits to be played,
    or a sitting holds it; ``played``: when it sounded last, which for one that was ``heard`` is
    when it was heard to its end.
    """

    id: int
    path: str
    state: DownloadState
    bytes: int
    ours: bool = True
    favorite: bool = False
    bookmarked: bool = False
    queued: bool = False
    heard: bool = False
    played: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """An episode of a feed; ``asked``: its download was asked for, whatever became of that."""

    id: int
    url: str | None
    type: str | None
    heard: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class Space:
    """Bytes of downloaded audio by kind, and what the disk has left.

    Each file counts once: as a favorite, as heard (that which a clean-up may remove), or else by
    its feed's kind. ``budget``: what all may take together, 0 if the person set none.
    """

    favorites: int = 0
    talks: int = 0
    meditations: int = 0
    heard: int = 0
    free: int = 0
    budget: int = 0

    @property
    def used(self) -> int:
        """All kinds together."""
        return self.favorites + self.talks + self.meditations + self.heard


@dataclass(frozen=True, slots=True)
class Removable:
    """What a clean-up would remove now: so many recordings, so many bytes."""

    recordings: int = 0
    bytes: int = 0


class WaitFor(StrEnum):
    """What a download that does not move waits for."""

    TURN = "turn"
    SERVER = "server"
    RETRY = "retry"
    HOURS = "hours"
    ROOM = "room"
    LINE = "line"
    PAUSE = "pause"


@dataclass(frozen=True, slots=True)
class Wait:
    """Why a queued download does not move, and until when, if that is known.

    ``detail``: the server's host (SERVER), what went wrong (RETRY), or what is full (ROOM).
    """

    reason: WaitFor
    until: datetime | None = None
    detail: str = ""

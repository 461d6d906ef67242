"""What rules need to know of recordings: which may go, which are to be fetched unasked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.model import DownloadState


@dataclass(frozen=True, slots=True)
class Recording:
    """A file that is here, or on its way, and what speaks for keeping it.

    ``path`` is below the audio folder if it is ``ours``, else one of the person's own;
    ``bytes``: what there is of it; ``queued``: it waits to be played; ``played``: when it
    sounded last, which for one that was ``heard`` is when it was heard to its end.
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

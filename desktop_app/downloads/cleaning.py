"""Which recordings a clean-up removes. Pure.

Only what was heard to its end may go, and of that nothing which the person has marked or means
to hear again. All else stays, however full the disk is.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from desktop_app.base.shelf import Recording

_LONG_AGO = datetime.min.replace(tzinfo=UTC)
_COMING = {DownloadState.QUEUED, DownloadState.DOWNLOADING}


def may_go(recording: Recording, held: Container[int] = ()) -> bool:
    """Tell whether a clean-up may remove it; ``held``: ids that are in use, or out of reach."""
    kept = recording.favorite or recording.bookmarked or recording.queued
    whole = recording.state is DownloadState.DOWNLOADED and recording.ours
    return whole and recording.heard and not kept and recording.id not in held


def removable(shelf: Iterable[Recording], held: Container[int] = ()) -> tuple[Recording, ...]:
    """Return all that may go, what was heard longest ago first."""
    going = [recording for recording in shelf if may_go(recording, held)]
    return tuple(sorted(going, key=lambda each: (each.played or _LONG_AGO, each.id)))


def outdated(
    shelf: Iterable[Recording], held: Container[int], before: datetime
) -> tuple[Recording, ...]:
    """Return what may go and was heard by ``before``; of what nobody knows when, nothing."""
    going = removable(shelf, held)
    return tuple(each for each in going if each.played is not None and each.played <= before)


def taken(shelf: Iterable[Recording]) -> int:
    """Return the bytes that our own files take, without those that are still on their way."""
    return sum(each.bytes for each in shelf if each.ours and each.state not in _COMING)


def making_room(
    shelf: Iterable[Recording], held: Container[int], room: int
) -> tuple[Recording, ...]:
    """Return what has to go until our files take ``room`` bytes at most, if that can be done.

    Nothing if it cannot: to remove talks and still be without room would help nobody.
    """
    shelf = tuple(shelf)
    excess = taken(shelf) - room
    going = []
    for recording in removable(shelf, held):
        if excess <= 0:
            break
        going.append(recording)
        excess -= recording.bytes
    return tuple(going) if excess <= 0 else ()

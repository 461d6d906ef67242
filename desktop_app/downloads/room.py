"""How much of a disk downloads leave alone."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

_SHARE = 50
_LEAST, _MOST = 2_000_000, 100_000_000


class Disk(NamedTuple):
    """A disk's size and what is free on it for us, in bytes."""

    total: int
    free: int


def disk_of(folder: Path) -> Disk:
    """Return the disk of a folder that may be yet to be made.

    Raises:
        OSError: The disk is not there or does not answer.
    """
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    usage = shutil.disk_usage(folder)
    return Disk(usage.total, usage.free)


def reserve(disk: int) -> int:
    """Return the bytes that stay free on a disk of ``disk`` bytes, for the library and others.

    A fiftieth, but no less than 2 MB and no more than 100 MB: a library on a disk that is full
    to the last byte could note nothing any more.
    """
    return min(max(disk // _SHARE, _LEAST), _MOST)

"""Files that the person asked for, written whole or not at all; files for her eyes alone."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path


def owners_alone(path: str, flags: int) -> int:
    """Open a file for ``open(…, opener=…)``; one that is new can be read by its owner alone."""
    return os.open(path, flags, 0o600)


def is_ours(path: Path) -> bool:
    """Tell whether whoever runs this owns what is there; a link is not followed."""
    try:
        owner = path.lstat().st_uid
    except OSError:
        return False
    return sys.platform == "win32" or owner == os.getuid()


def write_whole(file: Path, data: bytes) -> None:
    """Write a file in one step: what was there stays until all of it is on the disk.

    Raises:
        KnownError: It cannot be written; what was there is as it was.
    """
    partial = file.with_name(file.name + ".part")
    try:
        with partial.open("wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        partial.replace(file)
    except OSError as error:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        why = error.strerror or str(error)
        raise KnownError(f"{file} cannot be written", why, "Choose another place.") from error

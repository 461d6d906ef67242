"""The file in which the bytes of one recording gather."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, Self

from desktop_app.downloads import magic

if TYPE_CHECKING:
    from io import FileIO
    from pathlib import Path


class Part:
    """What lies on the disk (``size`` bytes), and the place in it that comes next (``at``).

    A server may send again what is there already. Such bytes are compared, not written, so
    that a try that comes less far than an earlier one costs nothing. Bytes are only ever
    written behind the last one, unbuffered: what was taken survives the end of this process.

    Open only within ``with``; a file that has no byte in the end is not left behind. Every
    method raises OSError when the disk refuses.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: FileIO
        self.size = 0
        self.at = 0

    def __enter__(self) -> Self:
        """Open the file, or make it."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._file = self._path.open("a+b", buffering=0)
        self.size = self._file.seek(0, os.SEEK_END)
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._file.close()
        if not self.size:
            self._path.unlink(missing_ok=True)

    def is_sound(self) -> bool:
        """Return whether it begins as a recording does."""
        self._file.seek(0)
        return magic.looks_like_audio(self._file.read(magic.HEAD))

    def agrees(self, piece: bytes) -> bool:
        """Return whether ``piece`` is what lies here already, as far as anything does."""
        there = min(len(piece), self.size - self.at)
        if not there:
            return True
        self._file.seek(self.at)
        return self._file.read(there) == piece[:there]

    def take(self, piece: bytes) -> None:
        """Go on by a piece that agrees; what of it lies beyond the end is written there."""
        there = min(len(piece), self.size - self.at)
        self.at += there
        rest = memoryview(piece)[there:]
        while rest:
            written = self._file.write(rest)
            rest = rest[written:]
            self.size += written
            self.at = self.size

    def cut(self, at: int) -> None:
        """Give up all that lies from ``at`` on."""
        if self.size > at:
            self._file.truncate(at)
            self.size = at

    def room(self) -> int:
        """Return the bytes that are free on its disk."""
        return shutil.disk_usage(self._path.parent).free

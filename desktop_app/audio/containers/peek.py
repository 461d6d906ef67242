"""A file that is read at chosen places only."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, BinaryIO, Literal

if TYPE_CHECKING:
    Order = Literal["big", "little"]


class Peek:
    """Reads a few bytes here and there; what lies beyond the end reads as nothing, or as 0."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size = file.seek(0, os.SEEK_END)

    def at(self, start: int, count: int) -> bytes:
        """Return up to ``count`` bytes from ``start``.

        Raises:
            OSError: The disk refused.
        """
        if start >= self.size:
            return b""
        self._file.seek(start)
        return self._file.read(count)

    def number(self, start: int, count: int, order: Order = "big") -> int:
        """Return the unsigned number of ``count`` bytes at ``start``.

        Raises:
            OSError: The disk refused.
        """
        return int.from_bytes(self.at(start, count), order)

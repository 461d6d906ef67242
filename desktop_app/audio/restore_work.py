"""The folder in which a restoration lies while it is under way: what a fresh process goes on with.

``of`` says what it is the work of; ``N.pcm`` is the sound of a piece, ``N.npz`` its numbers. These
come last and by their name at once, so a piece that has them is whole.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop_app.audio.encode import OPUS_RATE

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from desktop_app.audio.restore_piece import Treated

    Samples = NDArray[np.float32]

_VERSION = "1"
"""Raised with what changes the sound of a piece."""

_FULL = np.float32(1 / 32_767)


class Piece(NamedTuple):
    """The numbers of a piece, or of all; see :class:`~desktop_app.audio.restore_piece.Treated`."""

    before: NDArray[np.float64]
    after: NDArray[np.float64]
    noise: Samples | None


class Work:
    """Pieces, in their order. What belongs to another ``key`` is thrown away.

    Raises:
        OSError: The disk is full, or the folder cannot be written.
    """

    def __init__(self, folder: Path, key: str) -> None:
        self._folder = folder
        owner = folder / "of"
        key = f"{_VERSION} {key}"
        if not (owner.exists() and owner.read_text("utf-8") == key):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            owner.write_text(key, "utf-8")
        self.count = 0
        while self._numbers(self.count).exists():
            self.count += 1

    def there(self) -> bool:
        """Tell whether nobody has taken the folder away."""
        return self._folder.exists()

    def add(self, treated: Treated) -> None:
        """Keep the next piece."""
        treated.pcm.astype("<i2").tofile(self._sound(self.count))
        noise = np.zeros(0, np.float32) if treated.noise is None else treated.noise
        new = self._folder / "new.npz"
        with new.open("wb") as file:
            np.savez(
                file,
                before=treated.before,
                after=treated.after,
                noise=noise,
            )
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._numbers(self.count))
        self.count += 1

    def piece(self, number: int) -> Piece:
        """Return the numbers of a piece."""
        with np.load(self._numbers(number)) as found:
            noise = found["noise"]
            return Piece(found["before"], found["after"], noise if len(noise) else None)

    def whole(self) -> Piece:
        """Return the numbers of all pieces."""
        pieces = [self.piece(number) for number in range(self.count)]
        before, after = (
            np.concatenate([np.zeros(0), *(piece[column] for piece in pieces)]) for column in (0, 1)
        )
        return Piece(before, after, None)

    def samples(self, number: int) -> Samples:
        """Return the sound of a piece."""
        return np.fromfile(self._sound(number), "<i2").astype(np.float32) * _FULL

    def duration(self) -> float:
        """Return how long all pieces are, in seconds."""
        sizes = (self._sound(number).stat().st_size for number in range(self.count))
        return sum(sizes) / 2 / OPUS_RATE

    def remove(self) -> None:
        """Take all of it away."""
        shutil.rmtree(self._folder, ignore_errors=True)

    def _sound(self, number: int) -> Path:
        return self._folder / f"{number}.pcm"

    def _numbers(self, number: int) -> Path:
        return self._folder / f"{number}.npz"

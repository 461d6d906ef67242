"""A whole recording restored, a few seconds of work at a time, so that it can wait at any time.

First each piece is treated and laid into a folder, with its powers; once all are there,
the level of every moment is known (:mod:`~desktop_app.audio.restore_level`), and they become one
Opus file. Who is killed goes on with the piece that is missing. The second part is quick, and
begins anew. Whichever way it went, the same bytes come of it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import av.error
import numpy as np

from desktop_app.audio.encode import OPUS_RATE, OpusFile
from desktop_app.audio.examine_sides import Sides
from desktop_app.audio.remedy import TARGET, faults, remedy
from desktop_app.audio.restore_labels import chapters, tags
from desktop_app.audio.restore_level import Level, led, level, rounded
from desktop_app.audio.restore_piece import LEAD, PIECE, STEP, powers, treat
from desktop_app.audio.restore_result import result
from desktop_app.audio.restore_source import Source
from desktop_app.audio.restore_work import Work
from desktop_app.base.errors import KnownError, NoRoomError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop_app.base.tape import Restored, Tape

    Samples = NDArray[np.float32]

BIT_RATE = 64_000
"""Bits a second: one voice in Opus is no longer told from the original."""

_TREATING = 0.85
"""The share of the work that comes before the level is known."""

_KEPT = -26.0
"""LUFS of the pieces, roughly, so that 16 bits are enough for faint ones and for peaks."""

_MOST_GAIN = 40.0
_SAMPLED = 6
_TRIALS = 2
"""Pieces that are tried out, and how often, to learn what the rounding of peaks costs."""

_RESERVE = 200_000_000
"""Bytes that are left to the disk."""


@dataclass(frozen=True, slots=True)
class Done:
    """The ``share`` of the work that is done, 0 to 1; the ``result`` once that is all of it."""

    share: float
    result: Restored | None = None


def restore_some(source: str, target: str, work: str, tape: Tape, seconds: float = 3.0) -> Done:
    """Go on restoring ``source`` for about so many seconds.

    Called until there is a result; then ``target`` is there as a whole, one channel of Opus as
    long as the source to the sample, and ``work``, the folder in which all lies, is gone. That
    folder is all that a fresh process needs; of another state of the source, or another tape,
    what lies in it is thrown away.

    Raises:
        NoRoomError: The disk has no room for it.
        KnownError: The source gives no sound, or the target cannot be written.
    """
    try:
        run = _runs.get(work)
        if run is None or not run.goes_on(source, target, tape):
            if run is not None:
                run.close()
            _runs.clear()
            run = _runs[work] = _Run(source, target, Path(work), tape)
        done = run.go_on(time.monotonic() + seconds)
    except BaseException as error:
        if (failed := _runs.pop(work, None)) is not None:
            failed.close()
        if isinstance(error, OSError | av.error.FFmpegError):
            raise _unwritable(target, error) from error
        raise
    if done.result is not None:
        del _runs[work]
    return done


class _Run:
    """One restoration as far as this process knows it."""

    def __init__(self, source: str, target: str, work: Path, tape: Tape) -> None:
        self._source, self._target, self._tape = source, target, tape
        self._remedy = remedy(tape)
        self._gain = _gain(tape)
        self._key = _key(source, tape)
        _make_room(work.parent, tape.duration)
        self._work = Work(work, self._key)
        self._reader: Source | None = Source(source, Sides(tape.side, 0, tape.inverted))
        self._at = 0
        self._ahead = np.zeros(0, np.float32)
        self._behind = np.zeros(0, np.float32)
        self._level: Level | None = None
        self._file: OpusFile | None = None
        self._written = 0

    def goes_on(self, source: str, target: str, tape: Tape) -> bool:
        """Tell whether this is what was begun."""
        same = (source, target, tape) == (self._source, self._target, self._tape)
        return same and _key(source, tape) == self._key and self._work.there()

    def close(self) -> None:
        """Let go of all files."""
        if self._reader is not None:
            self._reader.close()
        if self._file is not None:
            self._file.give_up()

    def go_on(self, until: float) -> Done:
        """Work until then, or to the end."""
        pieces = max(1.0, self._tape.duration * OPUS_RATE / PIECE)
        while self._reader is not None:
            self._next_piece()
            if time.monotonic() >= until:
                return Done(min(self._at / pieces, 1.0) * _TREATING)
        while self._written < self._work.count:
            self._write_piece()
            if time.monotonic() >= until and self._written < self._work.count:
                rest = self._written / self._work.count
                return Done(_TREATING + (1 - _TREATING) * rest)
        return Done(1.0, self._finished())

    def _next_piece(self) -> None:
        """Treat the piece that comes next, or read over it where that was done before."""
        assert self._reader is not None  # noqa: S101 - asked by go_on
        missing = PIECE + LEAD - len(self._ahead)
        self._ahead = np.concatenate((self._ahead, self._reader.take(missing)))
        count = min(PIECE, len(self._ahead))
        if count and self._at >= self._work.count:
            samples = np.concatenate((self._behind, self._ahead))
            lead = len(self._behind)
            noise = self._work.piece(self._at - 1).noise if self._at else None
            treated = treat(samples, lead, count, self._remedy, self._gain, noise)
            self._work.add(treated)
        self._at += 1 if count else 0
        self._behind = np.concatenate((self._behind, self._ahead[:count]))[-LEAD:]
        self._ahead = self._ahead[count:]
        if not len(self._ahead):
            self._reader.close()
            self._reader = None

    def _write_piece(self) -> None:
        if self._level is None or self._file is None:
            self._level, self._file = self._begin()
        led_to = led(self._work.samples(self._written), self._level.gains, self._written * PIECE)
        self._file.write(rounded(led_to))
        self._written += 1

    def _begin(self) -> tuple[Level, OpusFile]:
        """Work the level out, and begin the file."""
        found = self._whole()
        lost = 0.0
        for _ in range(_TRIALS):
            lost += self._lost(found)
            found = self._whole(lost)
        file = OpusFile(
            self._target + ".part",
            bit_rate=BIT_RATE,
            duration=self._work.duration(),
            tags=tags(self._source),
            chapters=chapters(self._source),
        )
        return found, file

    def _whole(self, lost: float = 0.0) -> Level:
        return level(self._work.whole().after, self._remedy.riding, TARGET, lost)

    def _lost(self, found: Level) -> float:
        """Return by how many dB some pieces are fainter than they should be after rounding."""
        some = range(0, self._work.count, max(1, self._work.count // _SAMPLED))
        heard = [
            (powers(rounded(led(self._work.samples(number), found.gains, number * PIECE))), number)
            for number in some
        ]
        each = PIECE // STEP
        sums = [
            (one.sum(), found.powers[number * each : number * each + len(one)].sum())
            for one, number in heard
        ]
        is_, should_be = (float(sum(column)) for column in zip(*sums, strict=True))
        return 10 * float(np.log10(should_be / is_)) if is_ and found.loudness else 0.0

    def _finished(self) -> Restored:
        if self._level is None or self._file is None:
            self._level, self._file = self._begin()
        self._file.close()
        self._file = None
        part = Path(self._target + ".part")
        with part.open("rb") as file:
            os.fsync(file.fileno())
        size = part.stat().st_size
        part.replace(self._target)
        before = self._work.whole().before
        found = result(self._work.duration(), size, before, self._level, faults(self._tape))
        self._work.remove()
        return found


_runs: dict[str, _Run] = {}
"""What this process has open, by the folder of its work; never more than one."""


def _gain(tape: Tape) -> float:
    """Return the factor that brings a recording to the level at which its pieces are kept."""
    if tape.loudness is None:
        return 1.0
    return float(10 ** (min(_KEPT - tape.loudness, _MOST_GAIN) / 20))


def _key(source: str, tape: Tape) -> str:
    """Return what the work is of: the state of a file, and what was measured of it."""
    try:
        state = Path(source).stat()
    except OSError as error:
        raise KnownError(
            f"{Path(source).name} cannot be restored",
            error.strerror or str(error),
            "It may have been moved or deleted.",
        ) from error
    return f"{state.st_size} {state.st_mtime_ns} {tape!r}"


def _make_room(folder: Path, duration: float) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    needed = round(duration * (OPUS_RATE * 2 + BIT_RATE / 8)) + _RESERVE
    if shutil.disk_usage(folder).free < needed:
        raise NoRoomError(
            "There is no room to restore this recording",
            f"it needs {needed / 1e6:.0f} MB for a while",
            "Make room on the disk, then try again.",
        )


def _unwritable(target: str, error: BaseException) -> KnownError:
    with contextlib.suppress(OSError):
        Path(target + ".part").unlink(missing_ok=True)
    why = getattr(error, "strerror", None) or str(error)
    full = getattr(error, "errno", None) == 28
    kind = NoRoomError if full else KnownError
    return kind("The restored recording cannot be written", why, "Make room, then try again.")

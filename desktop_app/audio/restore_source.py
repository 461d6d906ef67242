"""A recording of any form as one channel at 48 kHz, to the sample, in pieces of any size."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import av
import av.error
import numpy as np

from desktop_app.audio.encode import OPUS_RATE
from desktop_app.audio.examine_sides import mixed
from desktop_app.audio.heard import decoded
from desktop_app.audio.measure import open_audio
from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from av.audio.frame import AudioFrame
    from numpy.typing import NDArray

    from desktop_app.audio.examine_sides import Sides

    Samples = NDArray[np.float32]

_GAP = 0.05
"""Seconds that may be missing between two frames: less is how containers round."""

_LONGEST_GAP = 600.0
"""Seconds; where a file claims more, its clock is wrong, and no sound is missing."""


class Source:
    """Reads one channel, OPUS_RATE samples a second, from the beginning to the end.

    There are as many samples as a decoder gives, times OPUS_RATE by their rate, rounded; what
    is damaged is silence, so that all that follows keeps its time.

    Raises:
        KnownError: It gives no sound.
    """

    def __init__(self, path: str, sides: Sides) -> None:
        self._path = path
        self._sides = sides
        self._blocks = self._read()
        self._waiting: list[Samples] = []

    def take(self, count: int) -> Samples:
        """Return the next ``count`` samples; fewer only at the end."""
        have = sum(map(len, self._waiting))
        while have < count and (block := next(self._blocks, None)) is not None:
            self._waiting.append(block)
            have += len(block)
        joined = np.concatenate([np.zeros(0, np.float32), *self._waiting])
        self._waiting = [joined[count:]]
        return joined[:count]

    def close(self) -> None:
        """Let go of the file."""
        self._blocks.close()

    def _read(self) -> Generator[Samples]:
        try:
            with open_audio(self._path) as container:
                kind, channel = None, None
                for frame in decoded(container):
                    if channel is None or kind != (frame.sample_rate, frame.layout.name):
                        if channel is not None:
                            yield from channel.finish()
                        kind = (frame.sample_rate, frame.layout.name)
                        channel = _Channel(frame, self._sides)
                    yield from channel.feed(frame)
                if channel is None:
                    raise _unreadable(self._path)
                yield from channel.finish()
        except (av.error.FFmpegError, OSError, IndexError) as error:
            raise _unreadable(self._path) from error


class _Channel:
    """Brings what comes at one rate and in one layout to OPUS_RATE and one channel."""

    def __init__(self, frame: AudioFrame, sides: Sides) -> None:
        self._rate = frame.sample_rate
        self._sides = sides
        layout = "mono" if frame.layout.nb_channels == 1 else "stereo"
        self._resampler = av.AudioResampler("fltp", layout, OPUS_RATE)
        self._came, self._went = 0, 0
        self._next: float | None = None

    def feed(self, frame: AudioFrame) -> Iterator[Samples]:
        missing = self._missing(frame)
        self._came += missing + frame.samples
        if missing:
            yield from self._silence(missing * OPUS_RATE // self._rate)
        frame.pts = None
        yield from self._resampled(frame)

    def finish(self) -> Iterator[Samples]:
        yield from self._resampled(None)
        yield from self._silence(self._whole() - self._went)

    def _missing(self, frame: AudioFrame) -> int:
        """Return how many samples were lost before a frame, by what its place in time says."""
        begins = frame.time
        if begins is None:
            return 0
        gap = begins - self._next if self._next is not None else 0.0
        self._next = begins + frame.samples / self._rate
        return round(gap * self._rate) if _GAP < gap < _LONGEST_GAP else 0

    def _resampled(self, frame: AudioFrame | None) -> Iterator[Samples]:
        for each in self._resampler.resample(frame):
            samples = np.nan_to_num(np.asarray(each.to_ndarray(), np.float32), posinf=0, neginf=0)
            room = self._whole() - self._went if frame is None else samples.shape[1]
            one = mixed(samples[:, :room], self._sides)
            self._went += len(one)
            yield one

    def _silence(self, count: int) -> Iterator[Samples]:
        """Yield a gap, in pieces of a second at most."""
        self._went += max(0, count)
        for at in range(0, count, OPUS_RATE):
            yield np.zeros(min(OPUS_RATE, count - at), np.float32)

    def _whole(self) -> int:
        """Return how many samples what came makes at OPUS_RATE."""
        return round(self._came * OPUS_RATE / self._rate)


def _unreadable(path: str) -> KnownError:
    return KnownError(
        f"{Path(path).name} cannot be restored", "there is no sound in it that can be read"
    )

"""A recording of any length and form, one second of its sound after another.

For whoever measures: the samples as they are beside the same samples as ears weigh them.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import av
import av.error
import av.filter
import numpy as np
from av.audio.frame import AudioFrame

from desktop_app.audio.loudness import PIECE, weighting
from desktop_app.audio.measure import open_audio
from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.container import InputContainer
    from av.filter.context import FilterContext
    from numpy.typing import NDArray

    from desktop_app.audio.loudness import Biquad

_PIECES = 10
"""Pieces in a frame as it leaves the filters; one second stays in the processor's cache."""

_MOST = 1000.0
"""60 dB above full scale."""

_Kind = tuple[int, str, str]
"""Samples a second, layout of the channels, format of the samples."""


class Heard(NamedTuple):
    """A second of sound; the last one of a stretch in one kind may be shorter.

    ``rate``: samples a second. ``samples`` and ``weighted`` (after
    :func:`~desktop_app.audio.loudness.weighting`): channels × frames, one channel or two.
    ``opens``: whether it is the first in its kind; joined files may change that on the way.
    """

    rate: int
    samples: NDArray[np.float32]
    weighted: NDArray[np.float32]
    opens: bool

    @property
    def piece(self) -> int:
        """Return how many frames are a piece of PIECE."""
        return _piece(self.rate)


def heard(path: str) -> Iterator[Heard]:
    """Yield the sound of the file at ``path``.

    More than two channels are mixed down to two. What is damaged is left out, and numbers that
    are none are silence in ``samples``; ``weighted`` may hold them.

    Raises:
        KnownError: It gives no sound.
    """
    filters = None
    try:
        with open_audio(path) as container:
            for frame in decoded(container):
                if filters is None or filters.kind != _kind(frame):
                    if filters is not None:
                        yield from filters.finish()
                    filters = _Filters(_kind(frame))
                yield from filters.feed(frame)
            if filters is None:
                raise unmeasurable(path)
            yield from filters.finish()
    except (av.error.FFmpegError, OSError, IndexError) as error:
        raise unmeasurable(path) from error


def unmeasurable(path: str) -> KnownError:
    """Return what to say of a file without sound."""
    return KnownError(
        f"{Path(path).name} cannot be measured", "there is no sound in it that can be read"
    )


class _Filters:
    """Brings the sound of one kind into seconds, and weighs it.

    The filters are FFmpeg's, as numpy has no recursive ones: one sink gives the samples as they
    are, the other as they are weighted.
    """

    def __init__(self, kind: _Kind) -> None:
        self.kind = kind
        rate, layout, samples = kind
        self._second = _piece(rate) * _PIECES
        self._waiting = 0
        self._opens = True
        graph = self._graph = av.filter.Graph()
        self._source = graph.add_abuffer(sample_rate=rate, layout=layout, format=samples)
        split = graph.add("asplit")
        form = "sample_fmts=fltp:channel_layouts=mono|stereo"
        graph.link_nodes(
            self._source,
            graph.add("aformat", form),
            graph.add("asetnsamples", f"n={self._second}:p=0"),
            split,
        )
        self._plain, self._weighted = graph.add("abuffersink"), graph.add("abuffersink")
        split.link_to(self._plain, 0)
        first, second = (graph.add("biquad", _options(each)) for each in weighting(rate))
        split.link_to(first, 1)
        graph.link_nodes(first, second, self._weighted).configure()

    def feed(self, frame: AudioFrame) -> Iterator[Heard]:
        """Take what was decoded next."""
        self._source.push(frame)
        self._waiting += frame.samples
        if self._waiting >= self._second:
            self._waiting = 0
            yield from self._drain()

    def finish(self) -> Iterator[Heard]:
        """Give what the filters hold yet."""
        self._source.push(None)
        yield from self._drain()

    def _drain(self) -> Iterator[Heard]:
        both = zip(_pulled(self._plain), _pulled(self._weighted), strict=True)
        for samples, weighted in both:
            yield Heard(self.kind[0], _sane(samples), weighted, self._opens)
            self._opens = False


def decoded(container: InputContainer) -> Iterator[AudioFrame]:
    """Decode what can be decoded; after a damaged end there is nothing more."""
    packets = container.demux(container.streams.audio[0])
    while True:
        try:
            packet = next(packets)
        except (StopIteration, av.error.FFmpegError):
            return
        try:
            yield from packet.decode()
        except av.error.FFmpegError:
            continue


def _pulled(sink: FilterContext) -> Iterator[NDArray[np.float32]]:
    """Yield what has come through the filters, channels × frames."""
    while True:
        try:
            frame = sink.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
        assert isinstance(frame, AudioFrame)  # noqa: S101 - these filters give nothing else
        yield np.asarray(frame.to_ndarray(), np.float32)


def _sane(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return silence for what no sound can be: damaged files of floating-point numbers hold it."""
    if samples.min(initial=0.0) > -_MOST and samples.max(initial=0.0) < _MOST:
        return samples
    return np.asarray(np.where(np.abs(samples) < _MOST, samples, np.float32(0)))


def _piece(rate: int) -> int:
    return max(1, round(rate * PIECE))


def _kind(frame: AudioFrame) -> _Kind:
    return frame.sample_rate, frame.layout.name, frame.format.name


def _options(biquad: Biquad) -> str:
    """Return a filter's options; 64 bits, as the high-pass's poles lie close to the circle."""
    b0, b1, b2, a1, a2 = biquad
    return f"b0={b0!r}:b1={b1!r}:b2={b2!r}:a0=1:a1={a1!r}:a2={a2!r}:precision=f64"

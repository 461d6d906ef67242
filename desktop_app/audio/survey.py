"""One pass over the whole sound of a recording: what it looks like, and how loud it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import av
import av.error
import av.filter
import numpy as np
from av.audio.frame import AudioFrame

from desktop_app.audio.loudness import PIECE, TruePeak, integrated, weighting
from desktop_app.audio.measure import open_audio
from desktop_app.audio.waveform import bars
from desktop_app.base.errors import KnownError
from desktop_app.base.sound import Sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from av.audio.stream import AudioStream
    from av.filter.context import FilterContext
    from av.packet import Packet
    from numpy.typing import NDArray

    from desktop_app.audio.loudness import Biquad

_PIECES = 10
"""Pieces in a frame as it leaves the filters; one second stays in the processor's cache."""

_Kind = tuple[int, str, str]
"""Samples a second, layout of the channels, format of the samples."""


def survey(path: str) -> Sound:
    """Measure the recording at ``path``; an hour takes a few seconds, whatever its length.

    More than two channels are mixed down to two. What is damaged is left out.

    Raises:
        KnownError: It gives no sound.
    """
    powers: list[NDArray[np.float64]] = []
    peaks: list[float] = []
    try:
        with open_audio(path) as container:
            meter = None
            for frame in _frames(container.demux(container.streams.audio[0])):
                if meter is None or meter.kind != _kind(frame):
                    if meter is not None:
                        meter.finish(peaks)
                    meter = _Meter(_kind(frame), powers)
                meter.feed(frame)
            if meter is None:
                raise _unreadable(path)
            meter.finish(peaks)
    except (av.error.FFmpegError, OSError, IndexError) as error:
        raise _unreadable(path) from error
    whole = np.nan_to_num(np.concatenate(powers), posinf=0.0)
    return Sound(bars(whole), integrated(whole), max(peaks, default=None))


class _Meter:
    """Measures what comes in one kind; joined files may change that on the way.

    The filters are FFmpeg's, as numpy has no recursive ones: one sink gives the samples as they
    are, the other as they are weighted.
    """

    def __init__(self, kind: _Kind, powers: list[NDArray[np.float64]]) -> None:
        self.kind = kind
        self._powers = powers
        rate, layout, samples = kind
        self._piece = max(1, round(rate * PIECE))
        self._waiting = 0
        graph = self._graph = av.filter.Graph()
        self._source = graph.add_abuffer(sample_rate=rate, layout=layout, format=samples)
        split = graph.add("asplit")
        form = "sample_fmts=fltp:channel_layouts=mono|stereo"
        graph.link_nodes(
            self._source,
            graph.add("aformat", form),
            graph.add("asetnsamples", f"n={self._piece * _PIECES}:p=0"),
            split,
        )
        self._plain, self._weighted = graph.add("abuffersink"), graph.add("abuffersink")
        split.link_to(self._plain, 0)
        first, second = (graph.add("biquad", _options(each)) for each in weighting(rate))
        split.link_to(first, 1)
        graph.link_nodes(first, second, self._weighted).configure()
        self._peak: TruePeak | None = None

    def feed(self, frame: AudioFrame) -> None:
        """Take what was decoded next."""
        self._source.push(frame)
        self._waiting += frame.samples
        if self._waiting >= self._piece * _PIECES:
            self._waiting = 0
            self._drain()

    def finish(self, peaks: list[float]) -> None:
        """Take what the filters hold yet, and tell the peak, if there is any sound."""
        self._source.push(None)
        self._drain()
        if self._peak is not None:
            self._peak.finish()
            if self._peak.decibels is not None:
                peaks.append(self._peak.decibels)

    def _drain(self) -> None:
        for samples in _pulled(self._plain):
            if self._peak is None:
                self._peak = TruePeak(len(samples))
            self._peak.feed(samples if np.isfinite(samples).all() else np.zeros_like(samples))
        for samples in _pulled(self._weighted):
            whole = samples.shape[1] // self._piece * self._piece
            pieces = samples[:, :whole].reshape(len(samples), -1, self._piece)
            squares = np.einsum("cpn,cpn->p", pieces, pieces, dtype=np.float64)
            self._powers.append(squares / self._piece)


def _frames(packets: Iterator[Packet[AudioStream]]) -> Iterator[AudioFrame]:
    """Decode what can be decoded; after a damaged end there is nothing more."""
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


def _kind(frame: AudioFrame) -> _Kind:
    return frame.sample_rate, frame.layout.name, frame.format.name


def _options(biquad: Biquad) -> str:
    """Return a filter's options; 64 bits, as the high-pass's poles lie close to the circle."""
    b0, b1, b2, a1, a2 = biquad
    return f"b0={b0!r}:b1={b1!r}:b2={b2!r}:a0=1:a1={a1!r}:a2={a2!r}:precision=f64"


def _unreadable(path: str) -> KnownError:
    return KnownError(
        f"{Path(path).name} cannot be measured", "there is no sound in it that can be read"
    )

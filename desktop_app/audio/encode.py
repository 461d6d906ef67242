"""Samples to files: WAV, Opus, MP3 and AAC, with tags and chapters in the container."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import av
import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from numpy.typing import NDArray

    from desktop_app.base.parsed import Chapter

OPUS_RATE = 48_000
"""Samples a second inside every Opus file (RFC 7845); other rates are resampled to it."""

_Codec = Literal["pcm_s16le", "libmp3lame", "libopus", "aac"]
_FORMATS: dict[str, tuple[str, _Codec]] = {
    ".wav": ("wav", "pcm_s16le"),
    ".mp3": ("mp3", "libmp3lame"),
    ".opus": ("ogg", "libopus"),
    ".ogg": ("ogg", "libopus"),
    ".m4a": ("ipod", "aac"),
}
_MILLISECOND = Fraction(1, 1000)


def write(
    path: str,
    samples: NDArray[np.float32],
    rate: int,
    *,
    bit_rate: int = 64_000,
    vbr_quality: int | None = None,
    tags: Mapping[str, str] | None = None,
    chapters: Sequence[Chapter] = (),
) -> None:
    """Write ``samples`` (frames, or frames × channels; −1 to 1) to ``path``; the suffix decides.

    The same samples give the same bytes. The container knows the exact length, so a decoder
    gives back as many samples as went in wherever the format can say so (WAV, Opus, MP3 with
    a LAME header, AAC).

    Args:
        rate: Samples a second.
        bit_rate: Bits a second, on average; WAV has its own.
        vbr_quality: LAME's quality from 0 (best) to 9, instead of a bit rate; MP3 only.
        tags: Names as FFmpeg has them: title, artist, album, track, disc, date, comment.
        chapters: Ordered places; the last one reaches to the end.

    Raises:
        ValueError: The suffix is none of ``_FORMATS``, or a WAV should carry chapters.
        OSError: The file cannot be written.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _FORMATS or (chapters and suffix == ".wav"):
        raise ValueError(f"{suffix or path} cannot hold this")
    form, codec = _FORMATS[suffix]
    planar = np.atleast_2d(np.asarray(samples, np.float32).T)
    with av.open(
        f"file:{path}", "w", format=form, container_options={"fflags": "+bitexact"}
    ) as container:
        stream = container.add_stream(codec, OPUS_RATE if codec == "libopus" else rate)
        _choose(stream, planar.shape[0], bit_rate, vbr_quality)
        container.metadata.update(tags or {})
        _set_chapters(container, chapters, planar.shape[1] / rate)
        for frame in _frames(planar, rate):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


def _choose(stream: AudioStream, channels: int, bit_rate: int, vbr_quality: int | None) -> None:
    context = stream.codec_context
    context.layout = "stereo" if channels == 2 else "mono"
    if vbr_quality is None:
        context.bit_rate = bit_rate
    else:
        context.qscale = True
        context.global_quality = vbr_quality * 118  # FF_QP2LAMBDA
    context.options = {"flags": "+bitexact"}


def _set_chapters(container: OutputContainer, chapters: Sequence[Chapter], end: float) -> None:
    """Write the chapters as the container has them.

    In Ogg they are comments (CHAPTER000=hh:mm:ss.mmm, CHAPTER000NAME=…); FFmpeg's own writing of
    these is a second late wherever the milliseconds reach 500.
    """
    starts = [round(chapter.start * 1000) for chapter in chapters]
    if container.format.name == "ogg":
        for number, (chapter, start) in enumerate(zip(chapters, starts, strict=True)):
            container.metadata[f"CHAPTER{number:03}"] = _clock_face(start)
            container.metadata[f"CHAPTER{number:03}NAME"] = chapter.title
        return
    ends = [*starts, round(end * 1000)][1:] if starts else []
    container.set_chapters(
        [
            {
                "id": number,
                "start": start,
                "end": stop,
                "time_base": _MILLISECOND,
                "metadata": {"title": chapter.title},
            }
            for number, (chapter, start, stop) in enumerate(
                zip(chapters, starts, ends, strict=True)
            )
        ]
    )


def _clock_face(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def _frames(planar: NDArray[np.float32], rate: int) -> Iterator[av.AudioFrame]:
    """Cut channels × frames into seconds, each with its place in time."""
    layout = "stereo" if planar.shape[0] == 2 else "mono"
    for at in range(0, planar.shape[1], rate):
        block = np.ascontiguousarray(planar[:, at : at + rate])
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=layout)
        frame.sample_rate = rate
        frame.pts = at
        frame.time_base = Fraction(1, rate)
        yield frame

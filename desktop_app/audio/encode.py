"""Samples to files: WAV, FLAC, Opus, MP3 and AAC, with tags and chapters in the container."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import av
import numpy as np

from desktop_app.audio.containers.streams import crc

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from av.audio.stream import AudioStream
    from av.container import OutputContainer
    from numpy.typing import NDArray

    from desktop_app.base.parsed import Chapter

OPUS_RATE = 48_000
"""Samples a second inside every Opus file (RFC 7845); other rates are resampled to it."""

_Codec = Literal["pcm_s16le", "flac", "libmp3lame", "libopus", "aac"]
_FORMATS: dict[str, tuple[str, _Codec]] = {
    ".wav": ("wav", "pcm_s16le"),
    ".flac": ("flac", "flac"),
    ".mp3": ("mp3", "libmp3lame"),
    ".opus": ("ogg", "libopus"),
    ".ogg": ("ogg", "libopus"),
    ".m4a": ("ipod", "aac"),
}
_NO_CHAPTERS = frozenset({".wav", ".flac"})
_MILLISECOND = Fraction(1, 1000)
_LEAD = 28_800
"""Samples before the first one that is to be heard: 80 ms bring a decoder of Opus in step (RFC
7845, 4.2), and after 0.6 s the coder, too, gives each sound the bits that it will give it later."""

_PACKET = 960
_DELAY = 312
"""Samples by which libopus is late: it looks 6.5 ms ahead."""

_OGG = 0x04C11DB7
"""The polynomial of a page's checksum (RFC 3533, 6)."""


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
    gives back as many samples as went in wherever the format can say so (WAV, FLAC,
    Opus, MP3 with a LAME header, AAC).

    Args:
        rate: Samples a second.
        bit_rate: Bits a second, on average; WAV and FLAC have their own.
        vbr_quality: LAME's quality from 0 (best) to 9, instead of a bit rate; MP3 only.
        tags: Names as FFmpeg has them: title, artist, album, track, disc, date, comment.
        chapters: Ordered places; the last one reaches to the end.

    Raises:
        ValueError: The suffix is none of ``_FORMATS``, or WAV or FLAC should carry chapters.
        OSError: The file cannot be written.
    """
    suffix = Path(path).suffix.lower()
    if suffix not in _FORMATS or (chapters and suffix in _NO_CHAPTERS):
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


def write_turn(path: str, samples: NDArray[np.float32], *, bit_rate: int = 64_000) -> None:
    """Write one turn of a circle, OPUS_RATE a second, as Opus in Ogg, to be played without a seam.

    A coder that starts with the first sample and stops with the last takes both for a sudden
    sound. So it is given the turn with some of its end before and of its beginning after it,
    and the file says that these are not to be played (RFC 7845, 4.2 and 4.4).

    Raises:
        OSError: The file cannot be written.
    """
    rest = -(_DELAY + _LEAD + len(samples)) % _PACKET
    around = np.concatenate((samples[-_LEAD:], samples, samples[:rest]))
    write(path, around, OPUS_RATE, bit_rate=bit_rate)
    data = bytearray(Path(path).read_bytes())
    skip, last = data.index(b"OpusHead") + 10, data.rindex(b"OggS")
    data[skip : skip + 2] = (_DELAY + _LEAD).to_bytes(2, "little")
    data[last + 6 : last + 14] = (_DELAY + _LEAD + len(samples)).to_bytes(8, "little")
    for begin, end in ((0, data.index(b"OggS", 4)), (last, len(data))):
        data[begin + 22 : begin + 26] = bytes(4)
        data[begin + 22 : begin + 26] = crc(bytes(data[begin:end]), _OGG, 32).to_bytes(4, "little")
    Path(path).write_bytes(data)


class OpusFile:
    """Writes one channel, OPUS_RATE a second, as Opus in Ogg, block by block.

    The same samples give the same bytes, whatever the blocks; a decoder gives back as many.

    Raises:
        OSError: The file cannot be written.
    """

    def __init__(
        self,
        path: str,
        *,
        bit_rate: int,
        duration: float,
        tags: Mapping[str, str],
        chapters: Sequence[Chapter],
    ) -> None:
        self._container = av.open(
            f"file:{path}", "w", format="ogg", container_options={"fflags": "+bitexact"}
        )
        self._stream = self._container.add_stream("libopus", OPUS_RATE)
        _choose(self._stream, 1, bit_rate, None)
        self._container.metadata.update(tags)
        _set_chapters(self._container, chapters, duration)
        self._at = 0
        self._waiting = np.zeros(0, np.float32)

    def write(self, samples: NDArray[np.float32]) -> None:
        """Take the samples that follow."""
        joined = np.concatenate((self._waiting, samples))
        whole = len(joined) // _PACKET * _PACKET
        self._waiting = joined[whole:]
        self._encode(joined[:whole])

    def close(self) -> None:
        """Write the end."""
        self._encode(self._waiting)
        self._container.mux(self._stream.encode(None))
        self._container.close()

    def give_up(self) -> None:
        """Leave the file as it is, without an end."""
        self._container.close()

    def _encode(self, samples: NDArray[np.float32]) -> None:
        for frame in _frames(samples[np.newaxis], OPUS_RATE, self._at):
            self._container.mux(self._stream.encode(frame))
        self._at += len(samples)


def _choose(stream: AudioStream, channels: int, bit_rate: int, vbr_quality: int | None) -> None:
    context = stream.codec_context
    context.layout = "stereo" if channels == 2 else "mono"
    if vbr_quality is None:
        context.bit_rate = bit_rate
    else:
        context.qscale = True
        context.global_quality = vbr_quality * 118  # FF_QP2LAMBDA
    context.options = {"flags": "+bitexact"}
    if context.name == "flac":
        context.options["compression_level"] = "12"


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


def _frames(planar: NDArray[np.float32], rate: int, begin: int = 0) -> Iterator[av.AudioFrame]:
    """Cut channels × frames into seconds, each with its place in time; ``begin``: the first's."""
    layout = "stereo" if planar.shape[0] == 2 else "mono"
    for at in range(0, planar.shape[1], rate):
        block = np.ascontiguousarray(planar[:, at : at + rate])
        frame = av.AudioFrame.from_ndarray(block, format="fltp", layout=layout)
        frame.sample_rate = rate
        frame.pts = begin + at
        frame.time_base = Fraction(1, rate)
        yield frame

"""A shipped sound made ready to be mixed: decoded once, to the sample."""

from __future__ import annotations

import wave
from contextlib import suppress
from pathlib import Path

import av
import av.error
import numpy as np

from desktop_app.audio.measure import open_audio
from desktop_app.base.errors import KnownError

_RATE = 48_000


def ready(source: str, target: str) -> None:
    """Decode ``source`` to a PCM WAV at ``target``: 48 kHz, 16 bit, mono or stereo as it is.

    It has exactly as many frames as were encoded: what an encoder adds before and after (Opus's
    pre-skip and end trimming, RFC 7845, 4) is left out, so a loop stays without a seam. The file
    is there as a whole or not at all.

    Raises:
        KnownError: The source cannot be read, is not 48 kHz, or the target cannot be written.
    """
    part = Path(f"{target}.part")
    try:
        channels, pcm = _decoded(source)
        part.parent.mkdir(parents=True, exist_ok=True)
        with wave.open(str(part), "wb") as file:
            file.setnchannels(channels)
            file.setsampwidth(2)
            file.setframerate(_RATE)
            file.writeframes(pcm)
        part.replace(target)
    except (av.error.FFmpegError, OSError, ValueError, IndexError) as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise KnownError(
            f"The sound {Path(source).name} could not be made ready",
            str(error),
            "Check that there is room on the disk, then try again.",
        ) from error


def _decoded(source: str) -> tuple[int, bytes]:
    with open_audio(source) as container:
        stream = container.streams.audio[0]
        if stream.rate != _RATE:
            raise ValueError(f"it has {stream.rate} samples a second")
        whole = av.AudioResampler("s16")  # whatever a codec gives, at the rate and layout it has
        frames = [*container.decode(stream), None]
        blocks = [each.to_ndarray()[0] for frame in frames for each in whole.resample(frame)]
        return stream.channels, np.concatenate(blocks).astype("<i2").tobytes()

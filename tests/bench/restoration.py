"""Restoring speech that was damaged on purpose: how well it is understood, and what noise is left.

For each damage STOI before and after, by how many dB noise (pauses relative to the voice) and hum
fall, loudness, true peak and speed. Goals: −16 ± 0.5 LUFS; noise ≥ 10 dB lower (at 10 dB SNR ≥ 6);
hum ≥ 20 dB; STOI lower in no case, on average ≥ 0.03 higher; ≥ 20 × real time on one core.
Then ways to take hiss out, on the same speech: ours, FFmpeg's, the plain chain of the first trial,
and, where the package ``pyrnnoise`` is installed, RNNoise.
"""

from __future__ import annotations

import ctypes
import importlib.util
import statistics
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import av
import av.error
import av.filter
import numpy as np

from desktop_app.audio.encode import OPUS_RATE
from desktop_app.audio.examine import examine
from desktop_app.audio.restore import restore_some
from desktop_app.audio.restore_hiss import gains, noise, spectra
from desktop_app.audio.restore_hiss import sound as joined
from desktop_app.audio.survey import survey
from tests.support import damage, judged, sound

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.support.judged import Samples

    Way = Callable[[Samples], Samples]

_SECONDS = 48.0
_SNRS = (10, 15, 25)
_HUM = 50.3
_FRAME = 480
_LATEST = 9_600
"""Samples by which a way may be late, at OPUS_RATE."""


DAMAGES: dict[str, Way] = {
    "hiss": lambda clean: clean,
    "hum": partial(damage.hum, hz=_HUM),
    "rumble": damage.rumble,
    "clicks": damage.clicks,
    "drift": damage.drift,
    "dull": damage.dull,
    "worn": lambda clean: damage.hum(damage.rumble(clean), _HUM),
}
"""What else there is, beneath the hiss; what lies above it follows."""

ABOVE: dict[str, Way] = {"quiet": damage.quieter, "one side": damage.one_sided}


def _tapes() -> dict[str, Way]:
    """Return each damage with hiss at each distance from the voice, at last the clean speech."""
    tapes: dict[str, Way] = {}
    for snr in _SNRS:
        hiss = partial(damage.hiss, snr=snr)
        tapes |= {f"{name} {snr} dB": _then(way, hiss) for name, way in DAMAGES.items()}
        tapes |= {f"{name} {snr} dB": _then(hiss, way) for name, way in ABOVE.items()}
    return tapes | {"(clean)": lambda clean: clean}


def _then(first: Way, second: Way) -> Way:
    return lambda clean: second(first(clean))


def main() -> None:
    """Measure and print."""
    if not damage.there():
        print("Debian's package codec2-examples has the speech; it is not installed")
        return
    with tempfile.TemporaryDirectory() as scratch:
        gained = [_restored(Path(scratch), *tape) for tape in _tapes().items()]
    print(f"STOI on average {statistics.fmean(gained[:-1]):+.3f} (goal +0.030, none below 0)\n")
    print("hiss alone, each way at 10, 15, 25 dB: STOI before > after, noise by dB, × real time")
    for name, way in _ways().items():
        print(f"{name:34}", _weighed(way), flush=True)


def _restored(folder: Path, name: str, way: Way) -> float:
    """Restore one damage, print a line, return by how much it is better understood."""
    clean = damage.speech(_SECONDS)
    pauses = damage.pauses(clean)
    damaged = way(clean)
    before = damaged if damaged.ndim == 1 else np.asarray(damaged.mean(axis=1), np.float32)
    source, target = sound.save(folder / "tape.wav", damaged), folder / "restored.opus"
    tape = examine(str(source))
    begun = time.process_time()
    while restore_some(str(source), str(target), str(folder / "work"), tape, 3).result is None:
        pass
    speed = _SECONDS / (time.process_time() - begun)
    after, found = judged.heard(target), survey(str(target))
    stoi = [judged.intelligible(clean, each) for each in (before, after)]
    less = judged.noisy(before, pauses) - judged.noisy(after, pauses)
    hum = [judged.humming(each, pauses, _HUM) for each in (before, after)]
    print(
        f"{name:14} STOI {stoi[0]:.3f} > {stoi[1]:.3f} ({stoi[1] - stoi[0]:+.3f})"
        f"   noise {-less:+6.1f} dB   hum {hum[1] - hum[0]:+6.1f} dB"
        f"   {found.loudness:6.2f} LUFS   {found.peak:5.2f} dBTP   {speed:3.0f} × real time",
        flush=True,
    )
    return stoi[1] - stoi[0]


def _ways() -> dict[str, Way]:
    """Return ways to take hiss out of samples at OPUS_RATE."""
    plain = (
        "highpass=f=70,bandreject=f=50,bandreject=f=100,bandreject=f=150,afftdn=nr=14,dynaudnorm"
    )
    ways: dict[str, Way] = {
        "ours": _ours,
        "afftdn nr=14": partial(_filtered, chain="afftdn=nr=14"),
        "afftdn nr=14, told the noise": partial(_filtered, chain="afftdn=nr=14:nf={noise:.0f}"),
        "afftdn nr=20, told and tracking": partial(
            _filtered, chain="afftdn=nr=20:nf={noise:.0f}:tn=1"
        ),
        "anlmdn s=0.01": partial(_filtered, chain="anlmdn=s=0.01:p=0.002:r=0.006"),
        "plain chain of the first trial": partial(_filtered, chain=plain),
    }
    if importlib.util.find_spec("pyrnnoise") is not None:
        ways["RNNoise"] = _rnnoise
    return ways


def _weighed(way: Way) -> str:
    clean = damage.speech(_SECONDS)
    pauses = damage.pauses(clean)
    said, spent = [], 0.0
    for snr in _SNRS:
        damaged = damage.hiss(clean, snr)
        there = np.repeat(damaged, OPUS_RATE // sound.RATE)  # its images lie above the speech
        begun = time.process_time()
        after = way(there)
        spent += time.process_time() - begun
        after = _back(_aligned(there, after))
        stoi = [judged.intelligible(clean, each) for each in (damaged, after)]
        less = judged.noisy(damaged, pauses) - judged.noisy(after, pauses)
        said.append(f"{stoi[0]:.3f} > {stoi[1]:.3f} {-less:+5.1f}")
    return " | ".join(said) + f"   {_SECONDS * len(_SNRS) / spent:4.0f} ×"


def _ours(samples: Samples) -> Samples:
    found = spectra(samples)
    powers = np.asarray(np.square(np.abs(found)), np.float32)
    found *= gains(np.asarray(powers / noise(powers), np.float32), 20.0)
    return joined(found, len(samples))


def _filtered(samples: Samples, chain: str) -> Samples:
    graph = av.filter.Graph()
    source = graph.add_abuffer(sample_rate=OPUS_RATE, layout="mono", format="flt")
    blocks = np.square(samples[: len(samples) // _FRAME * _FRAME]).reshape(-1, _FRAME).mean(axis=1)
    floor = max(-80.0, min(-20.0, 10 * float(np.log10(np.percentile(blocks, 10)))))
    steps = [each.partition("=") for each in chain.format(noise=floor).split(",")]
    nodes = [graph.add(name, options) for name, _, options in steps]
    sink = graph.add("abuffersink")
    graph.link_nodes(source, *nodes, sink).configure()
    for at in range(0, len(samples), OPUS_RATE):
        frame = av.AudioFrame.from_ndarray(samples[np.newaxis, at : at + OPUS_RATE], "flt", "mono")
        frame.sample_rate, frame.pts = OPUS_RATE, at
        source.push(frame)
    source.push(None)
    found: list[Samples] = []
    while True:
        try:
            pulled = sink.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return np.asarray(np.concatenate(found), np.float32)
        assert isinstance(pulled, av.AudioFrame)
        found.append(np.asarray(pulled.to_ndarray().ravel(), np.float32))


def _rnnoise(samples: Samples) -> Samples:
    """Use the library in the package, as the package itself needs much that is not needed here."""
    spec = importlib.util.find_spec("pyrnnoise")
    assert spec is not None
    assert spec.origin is not None
    library = ctypes.CDLL(str(Path(spec.origin).with_name("librnnoise.so")))
    library.rnnoise_create.restype = ctypes.c_void_p
    library.rnnoise_create.argtypes = [ctypes.c_void_p]
    library.rnnoise_process_frame.argtypes = [ctypes.c_void_p] * 3
    library.rnnoise_process_frame.restype = ctypes.c_float
    state = library.rnnoise_create(None)
    padded = np.pad(samples, (0, -len(samples) % _FRAME)) * np.float32(32_768)
    found = np.empty_like(padded)
    for at in range(0, 4 * len(padded), 4 * _FRAME):
        library.rnnoise_process_frame(state, found.ctypes.data + at, padded.ctypes.data + at)
    return np.asarray(found / 32_768, np.float32)


def _aligned(samples: Samples, after: Samples) -> Samples:
    """Return ``after`` without its delay."""
    size = 1 << (len(samples) + _LATEST).bit_length()
    spectra_of = [np.fft.rfft(each, size) for each in (samples, after)]
    alike = np.fft.irfft(np.conj(spectra_of[0]) * spectra_of[1], size)[:_LATEST]
    late = int(np.argmax(alike))
    return np.pad(after[late:], (0, late))[: len(samples)]


def _back(samples: Samples) -> Samples:
    count = len(samples) * sound.RATE // OPUS_RATE
    return np.asarray(np.fft.irfft(np.fft.rfft(samples)[: count // 2 + 1], count), np.float32)


if __name__ == "__main__":
    main()

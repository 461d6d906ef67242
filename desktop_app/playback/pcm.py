"""Sound as samples, pure: a loop without end, and strokes laid into silence to the sample.

Everything is 48 kHz, stereo, 16 bit: frames × 2. A source is read piece by piece and gives an
empty piece when it is over. Levels are computed for each sample, so they are the same over every
engine, nothing clicks, and no volume of the system's is touched. A level goes from 0 to 1 as the
ear takes it; the amplitude is its third power, so a half sounds about half as loud (−18 dB).
"""

from __future__ import annotations

import wave
from collections import deque
from typing import TYPE_CHECKING, Protocol

import numpy as np

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Frames = NDArray[np.int16]

RATE = 48_000
"""Frames a second."""

FRAME_BYTES = 4
_FULL = 32767
_KNEE = 0.9
"""Of full scale: where several bells together go higher they are bent, not cut."""

_TAIL = 0.5
"""Seconds of silence after the last stroke, so that an output that is closed cuts off nothing."""

_GLIDE = 0.25
_SOFTLY = 0.02
_BEHIND = 0.041
"""Seconds by which sound is heard later than libVLC's times say: they count the block of 50 ms
that was handed on last. Measured with libVLC 3.0.24 and PulseAudio, the same in every run."""

_KEPT = 1
"""Seconds for which a stroke that was read to its end is remembered: it may not be heard yet."""

_TIMES = 8


class Source(Protocol):
    """What can be poured into an engine."""

    def read(self, frames: int, start: float) -> Frames:
        """Return the next so many frames, or none at the end.

        ``start`` is the moment (:func:`time.monotonic`) at which the first frame of all is heard,
        as far as is known.
        """


def read_wav(path: str) -> Frames:
    """Return the frames of a PCM WAV, mono as both sides.

    Raises:
        KnownError: It is not there, empty, or of another kind than 48 kHz and 16 bit.
    """
    try:
        with wave.open(path, "rb") as file:
            form = file.getframerate(), file.getsampwidth()
            channels = file.getnchannels()
            pcm = np.frombuffer(file.readframes(file.getnframes()), "<i2")
    except (OSError, EOFError, wave.Error, ValueError) as error:
        raise _unreadable(str(error)) from error
    if form != (RATE, 2) or channels not in (1, 2) or not len(pcm):
        raise _unreadable("it is empty, or not 48 kHz and 16 bit")
    frames = pcm.reshape(-1, channels).astype(np.int16, copy=False)
    return np.ascontiguousarray(np.broadcast_to(frames, (len(frames), 2)))


def _unreadable(why: str) -> KnownError:
    return KnownError("A sound of this sitting cannot be read", why, "Begin the sitting again.")


class Start:
    """When a stream began to be heard, by what the engine says of its place.

    Each report may come late but never early, so the earliest of the last few is right: later
    ones follow an engine that had to begin anew.
    """

    def __init__(self) -> None:
        self._starts: deque[float] = deque(maxlen=_TIMES)

    def told(self, arrived: float, place: float) -> None:
        """Note that at the moment ``arrived`` the engine was ``place`` seconds into the stream."""
        self._starts.append(arrived - place)

    @property
    def moment(self) -> float | None:
        """Return when the first frame was, or will be, heard; None while nobody knows."""
        return min(self._starts) + _BEHIND if self._starts else None


class Glide:
    """A level that goes to another in even steps."""

    def __init__(self, level: float) -> None:
        self._level = self._goal = level
        self._left = 0

    @property
    def silent(self) -> bool:
        """Tell whether it is at nothing, and stays there."""
        return self._left == 0 and self._goal <= 0.0

    def to(self, goal: float, seconds: float) -> None:
        """Be at ``goal`` after so many seconds."""
        self._goal = min(max(goal, 0.0), 1.0)
        self._left = max(1, round(max(seconds, _SOFTLY) * RATE))

    def over(self, frames: int) -> NDArray[np.float32]:
        """Return the level at each of the next frames."""
        levels = np.full(frames, self._goal, np.float32)
        steps = min(frames, self._left)
        if steps:
            step = (self._goal - self._level) / self._left
            levels[:steps] = self._level + step * np.arange(1, steps + 1)
            self._left -= steps
        self._level = self._goal if not self._left else float(levels[-1])
        return levels


class Loop:
    """A sound over and over, without a seam; it comes up from silence.

    Args:
        sound: The frames of one turn.
        volume: The level that it comes up to.
        at: Seconds into the turn at which it begins.
        fade: Seconds in which it comes up.
    """

    def __init__(self, sound: Frames, volume: float, at: float, fade: float) -> None:
        self._sound = sound
        self._place = round(at * RATE) % len(sound)
        self._volume = Glide(min(max(volume, 0.0), 1.0))
        self._presence = Glide(0.0)
        self._presence.to(1.0, fade)
        self._ending = False

    def set_volume(self, volume: float) -> None:
        """Glide to another level."""
        self._volume.to(volume, _GLIDE)

    def pause(self, fade: float) -> None:
        """Die away in ``fade`` seconds and stand still."""
        self._presence.to(0.0, fade)

    def resume(self, fade: float) -> None:
        """Come back in ``fade`` seconds; not if it is ending."""
        if not self._ending:
            self._presence.to(1.0, fade)

    def end(self, fade: float) -> None:
        """Die away in ``fade`` seconds and be over; if it is silent already, at once."""
        self._ending = True
        if not self._presence.silent:
            self._presence.to(0.0, fade)

    def read(self, frames: int, start: float) -> Frames:  # noqa: ARG002 - has no moment to keep
        """Return the next frames; none once it has ended."""
        if self._presence.silent:
            return np.zeros((0 if self._ending else frames, 2), np.int16)
        turn = np.take(self._sound, np.arange(self._place, self._place + frames), 0, mode="wrap")
        self._place = (self._place + frames) % len(self._sound)
        gain = (self._volume.over(frames) * self._presence.over(frames)) ** 3
        return np.rint(turn * gain[:, None]).astype(np.int16)


class Strokes:
    """Strokes in silence: each is laid into its place as late as can be, when reading reaches it.

    It is over when all have rung out.
    """

    def __init__(self) -> None:
        self._waiting: list[tuple[float, Frames]] = []
        self._ringing: list[tuple[int, Frames]] = []
        self._place = 0
        self._end = 0
        self._presence = Glide(1.0)

    def add(self, sound: Frames, at: float) -> None:
        """Ring at the moment ``at``; if that has been read already, next."""
        self._waiting.append((at, sound))

    def take_back(self) -> None:
        """Forget what has not been read."""
        self._waiting.clear()

    def hush(self, fade: float) -> None:
        """Forget what has not been read, let the rest die away, and be over."""
        self.take_back()
        self._presence.to(0.0, fade)

    def unheard(self, heard: int) -> bool:
        """Tell whether a stroke has been read that begins later than ``heard`` frames."""
        return any(place > heard for place, _ in self._ringing)

    def rest(self, heard: int) -> Strokes:
        """Return what is left of the strokes that were ``heard`` to begin, coming up softly."""
        rest = Strokes()
        rest._ringing = [(place - heard, each) for place, each in self._ringing if place <= heard]
        rest._end = max((place + len(each) for place, each in rest._ringing), default=0)
        rest._presence = Glide(0.0)
        rest._presence.to(1.0, _SOFTLY)
        return rest

    def read(self, frames: int, start: float) -> Frames:
        """Return the next frames, and none when everything has rung out."""
        self._decide(self._place + frames, start)
        silent = self._presence.silent or self._place >= self._end + round(_TAIL * RATE)
        if silent and not self._waiting:
            return np.zeros((0, 2), np.int16)
        mixed = np.zeros((frames, 2), np.float32)
        for place, sound in self._ringing:
            begin, end = max(place, self._place), min(place + len(sound), self._place + frames)
            if begin < end:
                mixed[begin - self._place : end - self._place] += sound[begin - place : end - place]
        self._place += frames
        done = self._place - _KEPT * RATE
        self._ringing = [each for each in self._ringing if each[0] + len(each[1]) > done]
        mixed *= self._presence.over(frames)[:, None] ** 3 / _FULL
        return np.rint(_bent(mixed) * _FULL).astype(np.int16)

    def _decide(self, until: int, start: float) -> None:
        """Lay what begins before the frame ``until`` into its place."""
        waiting, self._waiting = self._waiting, []
        for at, sound in waiting:
            place = round((at - start) * RATE)
            if place >= until:
                self._waiting.append((at, sound))
                continue
            place = max(place, self._place)
            self._ringing.append((place, sound))
            self._end = max(self._end, place + len(sound))


def _bent(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return samples of which none is higher than full scale; below the knee nothing changes."""
    over = np.abs(samples) - _KNEE
    if float(over.max(initial=0.0)) <= 0.0:
        return samples
    room = 1.0 - _KNEE
    bent = np.sign(samples) * (_KNEE + room * np.tanh(over / room))
    return np.asarray(np.where(over > 0, bent, samples), np.float32)

"""The sound of a sitting over libVLC: strokes exact to the sample, an ambience without a seam.

Opening a file at its moment is up to 80 ms late on a busy machine, and libVLC's output takes up to
0.7 s to open. So a stream of silence is opened ahead of the stroke; libVLC's times tell within a
millisecond when it began to sound, and only then is the stroke laid into it. Each stream ends when
its strokes have rung out: no drift between the sound card and the clock adds up.
"""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.playback.pcm import Loop, Strokes, read_wav
from desktop_app.playback.pouring import Stream
from desktop_app.playback.sitting_sound import FADE_IN, HUSH_FADE, PAUSE_FADE
from desktop_app.playback.thread import CommandThread
from desktop_app.playback.voice import Voice

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.pcm import Frames

_STROKES_AHEAD = 0.7
_LOOP_AHEAD = 1.0
"""Seconds: an ambience may answer a little later, and must not break off on a busy machine."""
_GIVE_WAY = 0.15
"""Seconds in which an ambience makes room for the next."""


class VlcSitting:
    """Two decks on one instance: bells and ambience.

    Raises:
        EngineMissing: libVLC, or its plugins, cannot be loaded.
        KnownError: The extra arguments are malformed.
    """

    name = "vlc"

    def __init__(self, extra_args: str) -> None:
        self._thread = CommandThread("sitting")
        self._failed: Callable[[str], None] = _ignore
        self._sounds: dict[str, Frames] = {}
        self._lock = threading.Lock()
        self._round = 0
        self._closed = False
        self._strokes: Stream[Strokes] | None = None
        self._loop: Stream[Loop] | None = None
        self._next: list[Callable[[], None]] = []
        try:
            self._bells = Voice[Strokes](extra_args, self._thread, self._fail)
            self._ambience = Voice[Loop](
                extra_args, self._thread, self._fail, self._died_away, self._bells.deck
            )
        except KnownError:
            self._thread.close()
            raise

    def listen(self, failed: Callable[[str], None]) -> None:
        """Have ``failed`` called once, in the command thread, if nothing can be heard."""
        self._failed = failed

    def ring(self, sound: str, at: float) -> None:
        """Ring so that the stroke is heard at ``at`` of the monotonic clock."""
        self._thread.do(partial(self._ring, sound, at, self._round))

    def take_back(self) -> None:
        """Forget the strokes that have not begun to sound."""
        self._forget()
        self._thread.do(self._recall)

    def begin_ambience(self, sound: str, volume: float, at: float = 0.0) -> None:
        """Let a loop come up."""
        self._thread.do(partial(self._begin, sound, volume, at))

    def set_ambience_volume(self, volume: float) -> None:
        """Glide to ``volume``."""
        self._change(lambda loop: loop.set_volume(volume))

    def pause_ambience(self) -> None:
        """Let it die away and keep its place."""
        self._change(lambda loop: loop.pause(PAUSE_FADE))

    def resume_ambience(self) -> None:
        """Let it come back."""
        self._change(lambda loop: loop.resume(PAUSE_FADE))

    def end_ambience(self, fade: float) -> None:
        """Let it die away over ``fade`` seconds."""
        self._thread.do(partial(self._end, fade))

    def hush(self) -> None:
        """Silence what sounds and what would sound."""
        self._forget()
        self._thread.do(self._hush)
        self._thread.do(partial(self._end, HUSH_FADE))

    def close(self) -> None:
        """Fall silent and give everything back; nothing is told any more."""
        if self._closed:
            return
        self._closed = True
        self._forget()
        self._thread.do(self._ambience.release)
        self._thread.do(self._bells.release)
        self._thread.close()

    # --- strokes ----------------------------------------------------------------------

    def _forget(self) -> None:
        """Take back, at once and from any thread, what no one has read."""
        with self._lock:
            self._round += 1
            if self._strokes is not None:
                self._strokes.do(Strokes.take_back)

    def _ring(self, sound: str, at: float, in_round: int) -> None:
        frames = self._sounds.get(sound)
        if frames is None:
            frames = self._read(sound)
            if frames is None:
                return
            self._sounds[sound] = frames
        with self._lock:
            if in_round != self._round:
                return
            stream = self._strokes
            new = stream is None or stream.over
            if stream is None or new:
                stream = self._strokes = Stream(Strokes(), _STROKES_AHEAD)
            stream.do(lambda strokes: strokes.add(frames, at))
        if new:
            self._bells.open(stream)

    def _recall(self) -> None:
        """Take back what libVLC has but nobody has heard; it can only be stopped as a whole."""
        stream = self._strokes
        if stream is None or stream.over:
            return
        heard = stream.heard()
        if not stream.do(lambda strokes: strokes.unheard(heard)):
            return
        self._bells.stop()
        left = stream.do(lambda strokes: strokes.rest(stream.heard()))
        rest = Stream(left, _STROKES_AHEAD)
        with self._lock:
            self._strokes = rest
        self._bells.open(rest)

    def _hush(self) -> None:
        with self._lock:
            stream, self._strokes = self._strokes, None
        if stream is None or stream.over:
            return
        heard = stream.heard()
        if stream.do(lambda strokes: strokes.unheard(heard)):
            self._bells.stop()
        else:
            stream.do(lambda strokes: strokes.hush(HUSH_FADE))

    # --- ambience ---------------------------------------------------------------------

    def _begin(self, sound: str, volume: float, at: float) -> None:
        frames = self._read(sound)
        if frames is None:
            return
        if self._loop is not None:
            self._next = [partial(self._begin, sound, volume, at)]
            self._loop.do(lambda loop: loop.end(_GIVE_WAY))
            return
        self._loop = Stream(Loop(frames, volume, at, FADE_IN), _LOOP_AHEAD)
        self._ambience.open(self._loop)

    def _end(self, fade: float) -> None:
        self._next = []
        if self._loop is not None:
            self._loop.do(lambda loop: loop.end(fade))

    def _change(self, change: Callable[[Loop], None]) -> None:
        self._thread.do(partial(self._changed, change))

    def _changed(self, change: Callable[[Loop], None]) -> None:
        if self._next:
            self._next.append(partial(self._changed, change))
        elif self._loop is not None:
            self._loop.do(change)

    def _died_away(self) -> None:
        self._loop = None
        waiting, self._next = self._next, []
        for each in waiting:
            each()

    # --- both -------------------------------------------------------------------------

    def _read(self, sound: str) -> Frames | None:
        """Return the frames of a file; tell when it cannot be had."""
        try:
            return read_wav(sound)
        except KnownError as error:
            self._fail(str(error))
            return None

    def _fail(self, why: str) -> None:
        failed, self._failed = self._failed, _ignore
        if not self._closed:
            failed(why)


def _ignore(_why: str) -> None:
    """Nobody wants to know, or they know already."""

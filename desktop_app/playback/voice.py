"""One deck of libVLC that pours out a stream, and notices when nobody can hear it."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from desktop_app.playback.libvlc import Deck, Raw
from desktop_app.playback.pcm import Source
from desktop_app.playback.player import NO_SOUND_DEVICE
from desktop_app.playback.pouring import CACHING, Stream

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.thread import CommandThread

_SILENT_TIMES = 4
_NOT_STARTED = "VLC's sound engine could not start. Check the system's sound settings."

S = TypeVar("S", bound=Source)


class Voice(Generic[S]):
    """Plays one stream after the other; all methods belong to the command thread.

    Args:
        failed: Called there with words for the person; the stream has been given up.
        ended: Called there when a stream has been heard to its end, or was given up.
    """

    def __init__(
        self,
        extra_args: str,
        thread: CommandThread,
        failed: Callable[[str], None],
        ended: Callable[[], None] = lambda: None,
        beside: Deck | None = None,
    ) -> None:
        self._thread = thread
        self._failed = failed
        self._ended = ended
        self._stream: Stream[S] | None = None
        self._counts = (0, 0)
        self._silent = 0
        self.deck = Deck(extra_args, self._told, beside)

    def open(self, stream: Stream[S]) -> None:
        """Pour out ``stream`` instead of what sounds."""
        self.stop()
        self._counts, self._silent = (0, 0), 0
        self._stream = stream
        self.deck.pour(stream.read, CACHING)
        self.deck.play()

    def stop(self) -> None:
        """Fall silent at once and let go of the output."""
        if self._stream is not None:
            self._stream.abandon()
            self._stream = None
            self.deck.stop()

    def release(self) -> None:
        """Give everything back."""
        self.stop()
        self.deck.release()

    def _told(self, raw: Raw, value: float) -> None:
        """Hear libVLC, in its thread: a time counts from the moment at which it came."""
        stream = self._stream
        if stream is None:
            return
        if raw is Raw.TIME:
            stream.told(time.monotonic(), value / 1000)
        self._thread.do(partial(self._heard, stream, raw))

    def _heard(self, stream: Stream[S], raw: Raw) -> None:
        if stream is not self._stream:
            return
        if raw is Raw.TIME:
            self._watch()
        elif raw is Raw.ERROR:
            self._give_up(_NOT_STARTED)
        elif raw is Raw.ENDED:
            self._end(stream)

    def _end(self, stream: Stream[S]) -> None:
        """Let go of the output; an end before the stream's own is a fault."""
        if stream.over:
            self.stop()
            self._ended()
        else:
            self._give_up(_NOT_STARTED)

    def _watch(self) -> None:
        """Notice that sound is decoded but reaches no output."""
        before, self._counts = self._counts, self.deck.counts()
        if self._counts[1] > before[1]:
            self._silent = 0
        elif self._counts[0] > before[0]:
            self._silent += 1
        if self._silent >= _SILENT_TIMES:
            self._give_up(NO_SOUND_DEVICE)

    def _give_up(self, why: str) -> None:
        self.stop()
        self._failed(why)
        self._ended()

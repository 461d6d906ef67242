"""The player over libVLC: one thread makes every call, libVLC's own threads only enqueue.

What was seen with libVLC 3.0.24: a call inside a callback deadlocks; Playing comes before the
buffer is full; a seek shows as Buffering from 0 to 100, and times that were on their way
before that are stale; no time comes while paused; EndReached may come up to a second early
where the output cannot be drained; a page of HTML "plays" and ends; and without a sound
device everything goes on as usual, in silence, which only the statistics tell. After
``set_time`` one seek in twenty runs ahead of the clock or is silent for a second, until the
output's delay is known anew: a file is opened again at the place instead, which sounds after a
tenth of a second. To seek in an MP3 avformat reads all that lies before the place: exact, but on
a slow line it takes minutes; libVLC's own demuxer asks the server for the place at once, as far
as it can be reckoned from the bytes (exact at a constant bit rate, else up to minutes off).
"""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.secrets import signed
from desktop_app.playback.libvlc import Deck, Raw
from desktop_app.playback.player import (
    NO_SOUND_DEVICE,
    NO_SOUND_INSIDE,
    NOT_FETCHED,
    NOT_PLAYABLE,
    Buffering,
    Ended,
    Failed,
    Moved,
    Paused,
    PlayerEvent,
    Playing,
    Source,
    obstacle,
)
from desktop_app.playback.thread import CommandThread

if TYPE_CHECKING:
    from collections.abc import Callable

_SILENT_TIMES = 4
_STALE_SECONDS = 3.0
_EXACT_SECONDS = 3.0
"""For so long the exact place of a stream is waited for; then one near it does, which sounds."""

_BUFFER_STEP = 10.0


def make_vlc_player(extra_args: str = "") -> VlcPlayer:
    """Return a player with ``extra_args`` (as in a shell) for libVLC.

    Raises:
        EngineMissing: libVLC, or its plugins, cannot be loaded.
        KnownError: The extra arguments are malformed.
    """
    return VlcPlayer(extra_args)


class VlcPlayer:
    """Plays files and streams.

    Nothing is given to libVLC until sound is wanted: a talk that is opened paused, or paused
    before it began, merely *stands* at its place, so that restoring the last talk at
    start-up neither touches the sound device nor the network.
    """

    name = "vlc"

    def __init__(self, extra_args: str) -> None:
        self._load = 0
        self._deck = Deck(extra_args, self._told)
        self._listener: Callable[[PlayerEvent], None] | None = None
        self._closed = False
        self._source: Source | None = None
        self._place = 0.0
        self._seeks = 0
        self._rate = 1.0
        self._volume = 1.0
        self._running = False
        self._ready = False
        self._paused = False
        self._stale_until: float | None = None
        self._buffered = 0.0
        self._counts = (0, 0)
        self._silent = 0
        self._roughly = False
        self._exact_until: float | None = None
        self._thread = CommandThread("playback", wait=self._waits, idle=self._hurry)

    def listen(self, listener: Callable[[PlayerEvent], None]) -> None:
        """Send all events to ``listener``, from the player's own thread."""
        self._listener = listener

    def open(self, source: Source, *, start: float, rate: float, paused: bool) -> None:
        """Load ``source`` and play from ``start`` seconds, or stand there paused."""
        self._thread.do(partial(self._open, source, start, rate, paused))

    def play(self) -> None:
        """Go on; after the end, start over."""
        self._thread.do(self._play)

    def pause(self) -> None:
        """Stand still."""
        self._thread.do(self._pause)

    def seek(self, position: float) -> None:
        """Go to ``position`` seconds, playing or paused as before; of many the last one counts."""
        self._seeks += 1
        self._thread.do(partial(self._seek, max(0.0, position), self._seeks))

    def set_rate(self, rate: float) -> None:
        """Play ``rate`` times as fast, with natural pitch."""
        self._thread.do(partial(self._set_rate, rate))

    def set_volume(self, volume: float) -> None:
        """Play at ``volume`` of the recording's level, from 0 to 1."""
        self._thread.do(partial(self._set_volume, min(max(volume, 0.0), 1.0)))

    def set_gain(self, decibels: float) -> None:
        """Amplify what plays from now on; libVLC can do up to 8 dB."""
        self._thread.do(partial(self._deck.set_gain, decibels))

    def stop(self) -> None:
        """Fall silent and let go of the source."""
        self._thread.do(self._stop)

    def close(self) -> None:
        """Stop and give everything back; no event follows."""
        if self._closed:
            return
        self._closed = True
        self._thread.do(self._deck.release)
        self._thread.close()

    def _told(self, raw: Raw, value: float) -> None:
        """Hand on what libVLC says, in libVLC's thread, with the load that it belongs to."""
        if not self._closed:
            self._thread.do(partial(self._heard, self._load, raw, value))

    def _emit(self, event: PlayerEvent) -> None:
        if self._listener is not None and not self._closed:
            self._listener(event)

    def _open(self, source: Source, start: float, rate: float, paused: bool) -> None:
        self._stop()
        self._source, self._place, self._rate, self._paused = source, start, rate, paused
        self._roughly = False
        why = obstacle(source)
        if why:
            self._fail(why)
        elif paused:
            self._emit(Paused(source.generation))
        else:
            self._start(source)

    def _start(self, source: Source) -> None:
        self._halt()
        self._running, self._paused = True, False
        self._buffered = 100.0
        options = [f":start-time={self._place:.3f}"] if self._place > 0 else []
        if source.mp3 and not self._roughly:
            options.append(":demux=avformat")
            self._await_place(source)
        url = None if source.url is None else signed(source.url, source.login)
        self._deck.load(path=source.path, url=url, options=options)
        self._deck.set_rate(self._rate)
        self._deck.play()

    def _halt(self) -> None:
        """End what libVLC does; its events on the way here belong to an earlier load."""
        self._deck.stop()
        self._rest()

    def _rest(self) -> None:
        """Stand at the place, without cutting off what the output still plays out."""
        self._load += 1
        self._running = self._ready = False
        self._stale_until = self._exact_until = None
        self._counts, self._silent = (0, 0), 0

    def _stop(self) -> None:
        self._halt()
        self._source = None

    def _play(self) -> None:
        if self._source is None:
            return
        if self._running:
            self._go_on(self._source.generation)
            return
        why = obstacle(self._source)
        if why:
            self._fail(why)
        else:
            self._start(self._source)

    def _go_on(self, generation: int) -> None:
        """Tell at once: libVLC merges quick presses and then says nothing."""
        self._paused = False
        self._deck.set_pause(False)
        if self._ready:
            self._emit(Playing(generation))

    def _pause(self) -> None:
        if self._source is None or self._paused:
            return
        self._paused = True
        if self._ready and self._deck.can_pause():
            self._deck.set_pause(True)
        else:
            self._place = self._deck.time() if self._ready else self._place
            self._halt()
        self._emit(Paused(self._source.generation))

    def _seek(self, position: float, number: int) -> None:
        if self._source is None or number != self._seeks:
            return
        if self._ready and not self._deck.can_seek():
            self._emit(Moved(self._source.generation, self._deck.time()))
            return
        self._place = position
        if self._running and self._source.path is not None:
            self._begin_anew(self._source)
        elif self._ready:
            self._stale_until = time.monotonic() + _STALE_SECONDS
            self._await_place(self._source)
            self._deck.set_time(position)
        elif self._running:
            self._start(self._source)
        self._emit(Moved(self._source.generation, position))

    def _begin_anew(self, source: Source) -> None:
        """Go to another place of a file: paused it stands there, and nothing sounds again."""
        if self._paused:
            self._halt()
        else:
            self._start(source)

    def _await_place(self, source: Source) -> None:
        if source.url is not None and source.mp3 and not self._roughly and self._place > 0:
            self._exact_until = time.monotonic() + _EXACT_SECONDS

    def _waits(self) -> float | None:
        until = self._exact_until
        return None if until is None else max(0.0, until - time.monotonic())

    def _hurry(self) -> None:
        """Where the exact place does not come, go near it; only the server can tell where."""
        self._exact_until = None
        if self._source is not None and self._running and self._deck.can_seek():
            self._roughly = True
            self._begin_anew(self._source)

    def _set_rate(self, rate: float) -> None:
        self._rate = rate
        if self._running:
            self._deck.set_rate(rate)

    def _set_volume(self, volume: float) -> None:
        self._volume = volume
        self._deck.set_volume(volume)

    def _heard(self, load: int, raw: Raw, value: float) -> None:
        if load != self._load or self._source is None or not self._running:
            return
        generation = self._source.generation
        match raw:
            case Raw.PLAYING:
                self._heard_playing(generation)
            case Raw.TIME:
                self._heard_time(generation, value / 1000)
            case Raw.BUFFERING:
                self._heard_buffering(self._source, value)
            case Raw.ENDED:
                self._heard_end(generation)
            case Raw.ERROR:
                self._fail(NOT_FETCHED if self._source.url is not None else NOT_PLAYABLE)

    def _heard_playing(self, generation: int) -> None:
        if not self._ready:
            self._ready = True
            self._deck.set_volume(self._volume)
            self._emit(Playing(generation, self._place))

    def _heard_time(self, generation: int, position: float) -> None:
        if self._stale_until is not None and time.monotonic() < self._stale_until:
            return
        self._stale_until = self._exact_until = None
        self._place = position
        self._emit(Moved(generation, position))
        self._watch()

    def _heard_buffering(self, source: Source, percent: float) -> None:
        if percent <= 0.0:
            self._stale_until = None
        full = percent >= 100.0
        if full == (self._buffered >= 100.0) and percent - self._buffered < _BUFFER_STEP:
            return
        self._buffered = percent
        if source.url is not None:
            self._emit(Buffering(source.generation, percent))

    def _heard_end(self, generation: int) -> None:
        if self._deck.counts()[0] == 0:
            self._deck.stop()  # brings the statistics up to date
            if self._deck.counts()[0] == 0:
                self._fail(NO_SOUND_INSIDE)
                return
        self._rest()
        self._place, self._paused = 0.0, True
        self._emit(Ended(generation))

    def _watch(self) -> None:
        """Notice that sound is decoded but reaches no output."""
        before, self._counts = self._counts, self._deck.counts()
        if self._counts[1] > before[1]:
            self._silent = 0
        elif self._counts[0] > before[0]:
            self._silent += 1
        if self._silent >= _SILENT_TIMES:
            self._fail(NO_SOUND_DEVICE)

    def _fail(self, why: str) -> None:
        """Give up for now; ``play`` tries again from the same place."""
        self._halt()
        self._paused = True
        if self._source is not None:
            self._emit(Failed(self._source.generation, why))

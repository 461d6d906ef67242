"""libVLC with types: every call that the player makes, and nothing else.

Calls belong to one thread; ``tell`` is called in libVLC's own threads and must not call back.
"""

from __future__ import annotations

import contextlib
import ctypes
import logging
import shlex
from enum import Enum, auto
from typing import TYPE_CHECKING, Any

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

log = logging.getLogger(__name__)

_ARGUMENTS = (
    "--quiet",
    "--ignore-config",
    "--no-interact",
    "--no-video",
    "--no-video-title-show",
    "--no-spu",
    "--no-osd",
    "--no-sub-autodetect-file",
    "--no-metadata-network-access",
    "--no-auto-preparse",
    "--no-http-forward-cookies",  # no server is to know its listeners again
    "--keystore=memory",  # a 401 would have it wait for ever for the desktop's own
    "--codec=avcodec,any",  # mpg123 writes to the terminal after every seek
)
_RAW_SOUND = (
    ":demux=rawaud",
    ":rawaud-fourcc=s16l",
    ":rawaud-channels=2",
    ":rawaud-samplerate=48000",
)
_ENDLESS = 2**64 - 1
_UNITY_PREAMP = 12.0
_MAX_PREAMP = 20.0

_ON_ALSA_ERROR = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)(lambda *_: None)


class EngineMissing(KnownError):  # noqa: N818 - an absence, not a fault
    """This machine has no libVLC that works."""


class Raw(Enum):
    """What libVLC tells, as far as it matters; ``TIME`` in ms, ``BUFFERING`` in percent."""

    PLAYING = auto()
    TIME = auto()
    BUFFERING = auto()
    ENDED = auto()
    ERROR = auto()


class Deck:
    """One media player on a libVLC instance of its own, or ``beside`` another deck on that one's.

    Raises:
        EngineMissing: libVLC, or its plugins, cannot be loaded.
    """

    def __init__(
        self, extra_args: str, tell: Callable[[Raw, float], None], beside: Deck | None = None
    ) -> None:
        if beside is None:
            self.engine = _load(extra_args)
        else:
            self.engine = beside.engine
            self.engine[1].retain()
        self._vlc, self._instance = self.engine
        self._player = self._instance.media_player_new()
        if self._player is None:
            raise _missing("it could not make a player")
        self._media: Any = None
        self._pulls: tuple[Any, ...] = ()
        self._attach(tell)

    def _attach(self, tell: Callable[[Raw, float], None]) -> None:
        kinds = self._vlc.EventType
        manager = self._player.event_manager()
        plain = {
            kinds.MediaPlayerPlaying: Raw.PLAYING,
            kinds.MediaPlayerEndReached: Raw.ENDED,
            kinds.MediaPlayerEncounteredError: Raw.ERROR,
        }
        for kind, raw in plain.items():
            manager.event_attach(kind, lambda _event, raw=raw: tell(raw, 0.0))
        manager.event_attach(
            kinds.MediaPlayerTimeChanged, lambda event: tell(Raw.TIME, float(event.u.new_time))
        )
        manager.event_attach(
            kinds.MediaPlayerBuffering, lambda event: tell(Raw.BUFFERING, event.u.new_cache)
        )

    def load(self, *, path: str | None, url: str | None, options: Sequence[str]) -> None:
        """Put a file or an address into the player, with options as ``:name=value``."""
        self._drop_media()
        self._media = (
            self._instance.media_new_path(path)
            if path is not None
            else self._instance.media_new_location(url)
        )
        self._put(options)

    def pour(self, read: Callable[[int], bytes], caching: int) -> None:
        """Have libVLC pull 16-bit stereo PCM by ``read``, in a thread of its own, until ``b""``.

        ``read`` gets the most bytes that it may return. It may wait; before :meth:`stop` it must
        be let go. ``caching``: the milliseconds that libVLC keeps ready.
        """
        pulls = _pulls(read)
        self._drop_media()
        self._media = self._instance.media_new_callbacks(*pulls, None)
        self._put([*_RAW_SOUND, f":network-caching={caching}"])
        self._pulls = pulls

    def _put(self, options: Sequence[str]) -> None:
        for option in options:
            self._media.add_option(option)
        self._player.set_media(self._media)

    def play(self) -> None:
        """Start what is loaded."""
        self._player.play()

    def stop(self) -> None:
        """Fall silent; may block for as long as the source does."""
        self._player.stop()

    def set_pause(self, paused: bool) -> None:
        """Stand still or go on; only for what :meth:`can_pause`."""
        self._player.set_pause(int(paused))

    def can_pause(self) -> bool:
        """Tell whether the source may stand still; libVLC stops one that may not."""
        return bool(self._player.can_pause())

    def can_seek(self) -> bool:
        """Tell whether the source has places to go to."""
        return bool(self._player.is_seekable())

    def time(self) -> float:
        """Return where the sound is, in seconds."""
        return max(0.0, float(self._player.get_time()) / 1000)

    def set_time(self, position: float) -> None:
        """Go to ``position`` seconds."""
        self._player.set_time(int(position * 1000))

    def set_rate(self, rate: float) -> None:
        """Play ``rate`` times as fast; time-stretching, libVLC's default, keeps the pitch."""
        self._player.set_rate(rate)

    def set_volume(self, volume: float) -> None:
        """Set the output's level, from 0 to 1."""
        self._player.audio_set_volume(round(volume * 100))

    def set_gain(self, decibels: float) -> None:
        """Amplify by up to 8 dB, which the equaliser's preamplifier allows (12 dB is unity)."""
        if decibels == 0.0:
            self._player.set_equalizer(None)
            return
        equaliser = self._vlc.AudioEqualizer()
        equaliser.set_preamp(min(_UNITY_PREAMP + decibels, _MAX_PREAMP))
        self._player.set_equalizer(equaliser)
        equaliser.release()

    def counts(self) -> tuple[int, int]:
        """Return the blocks of sound that were decoded and that reached the output."""
        stats = self._vlc.MediaStats()
        if self._media is None or not self._media.get_stats(stats):
            return 0, 0
        return int(stats.decoded_audio), int(stats.played_abuffers)

    def release(self) -> None:
        """Give everything back; the deck is of no use afterwards."""
        self._player.stop()
        self._drop_media()
        self._player.release()
        self._instance.release()

    def _drop_media(self) -> None:
        if self._media is not None:
            self._media.release()
            self._media = None


def _load(extra_args: str) -> tuple[Any, Any]:
    """Return the module and an instance; the module may raise anything while it loads."""
    try:
        extra = shlex.split(extra_args)
    except ValueError as error:
        raise KnownError(
            "The extra arguments for VLC cannot be read", str(error), "Mend HEARTHSIDE_VLC_ARGS."
        ) from error
    _hush_alsa()
    logger = logging.getLogger("vlc")
    logger.disabled = True  # its complaint is told better by ours
    try:
        import vlc  # type: ignore[import-untyped]  # noqa: PLC0415 - may be missing

        instance = vlc.Instance([*_ARGUMENTS, *extra])
    except (Exception, SystemExit) as error:
        raise _missing(str(error) or type(error).__name__) from error
    if instance is None:
        raise _missing("it did not start; its plugins may be missing")
    return vlc, instance


def _hush_alsa() -> None:
    """Keep ALSA from writing hundreds of lines a second to the terminal without a sound card."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_ON_ALSA_ERROR)


def _missing(why: str) -> EngineMissing:
    return EngineMissing(
        "VLC's sound engine cannot be used", why, "Install VLC (the package is called vlc)."
    )


def _pulls(read: Callable[[int], bytes]) -> tuple[object, ...]:
    """Return the callbacks of a medium, which must be kept for as long as it plays.

    libVLC never seeks here, but what it could not seek in it would not play in measured time.
    """
    from vlc import CallbackDecorators as Kinds  # noqa: PLC0415 - loaded, or there is no deck

    def opened(_opaque: int, _data: object, size: ctypes.Array[ctypes.c_uint64]) -> int:
        size[0] = _ENDLESS
        return 0

    def pulled(_opaque: int, buffer: ctypes.Array[ctypes.c_char], size: int) -> int:
        try:
            piece = read(size)
        except Exception:
            log.exception("the sound could not be made")
            return -1
        ctypes.memmove(buffer, piece, len(piece))
        return len(piece)

    never = Kinds.MediaSeekCb(lambda _opaque, _place: -1)
    return Kinds.MediaOpenCb(opened), Kinds.MediaReadCb(pulled), never, None

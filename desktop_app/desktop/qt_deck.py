"""Qt's own player and loudspeaker, in their Qt thread.

Seen with Qt 6.11: a position set before the source has loaded is lost, Paused keeps its place
through a seek, and without a sound device the player runs on in silence. The length of a VBR MP3
without a header is only guessed, and no seek goes beyond the guess: such a file is opened anew
with a header (:mod:`desktop_app.desktop.headed`), and of a stream it is told where it did go.
What it writes of a source has the whole address in it, password and all: that is switched off.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QIODevice, QLoggingCategory, QObject, Qt, QUrl, Signal
from PySide6.QtMultimedia import QAudio, QAudioOutput, QMediaDevices, QMediaPlayer

from desktop_app.base.secrets import signed
from desktop_app.desktop.headed import Headed
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

if TYPE_CHECKING:
    from collections.abc import Callable

_STEP_MS = 250
_GUESSED = 1.0
"""Seconds by which the length that Qt finds may differ from the one that was counted."""

_TELLS_ADDRESSES = "qt.multimedia.ffmpeg.mediadataholder*=false"


class QtDeck(QObject):
    """The player itself, in its Qt thread.

    As with VLC nothing is loaded until sound is wanted: what is opened paused only stands at
    its place. ``_loaded`` tells whether Qt has taken the source in.
    """

    asked = Signal(object)

    def __init__(self, *, silent: bool) -> None:
        super().__init__()
        self.listener: Callable[[PlayerEvent], None] | None = None
        self._silent = silent
        self._source: Source | None = None
        self._place = 0.0
        self._rate = 1.0
        self._running = self._loaded = False
        self._told_ms = 0
        self._device: Headed | None = None
        self._output = QAudioOutput(self)
        QLoggingCategory.setFilterRules(_TELLS_ADDRESSES)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.playbackStateChanged.connect(self._state_changed)
        self._player.positionChanged.connect(self._position_changed)
        self._player.bufferProgressChanged.connect(self._buffer_changed)
        self._player.errorOccurred.connect(self._error_occurred)
        self.asked.connect(self._carry_out, Qt.ConnectionType.QueuedConnection)

    def open(self, source: Source, start: float, rate: float, paused: bool) -> None:
        self.stop()
        self._source, self._place, self._rate = source, start, rate
        why = obstacle(source)
        if why:
            self._fail(why)
        elif paused:
            self._tell(Paused(source.generation))
        else:
            self.play()

    def play(self) -> None:
        if self._source is None:
            return
        if self._running:
            if self._loaded:
                self._player.play()
            return
        why = obstacle(self._source)
        if not (self._silent or why) and QMediaDevices.defaultAudioOutput().isNull():
            why = NO_SOUND_DEVICE
        if why:
            self._fail(why)
            return
        self._unload()
        self._running = True
        self._player.setSource(_address(self._source))

    def pause(self) -> None:
        if self._source is None or not self._running:
            return
        if self._loaded:
            self._player.pause()
            return
        self._unload()
        self._tell(Paused(self._source.generation))

    def seek(self, position: float) -> None:
        if self._source is None:
            return
        if self._loaded:
            position = min(position, self._player.duration() / 1000 or position)
            self._player.setPosition(round(position * 1000))
        self._place = position
        self._tell(Moved(self._source.generation, position))

    def set_rate(self, rate: float) -> None:
        self._rate = rate
        if self._loaded:
            self._player.setPlaybackRate(rate)

    def set_volume(self, volume: float) -> None:
        linear = QAudio.convertVolume(
            min(max(volume, 0.0), 1.0),
            QAudio.VolumeScale.CubicVolumeScale,
            QAudio.VolumeScale.LinearVolumeScale,
        )
        self._output.setVolume(linear)

    def stop(self) -> None:
        self._source = None
        self._unload()

    def close(self) -> None:
        self.stop()
        self.deleteLater()

    def _carry_out(self, command: Callable[[], None]) -> None:
        command()

    def _tell(self, event: PlayerEvent) -> None:
        if self.listener is not None:
            self.listener(event)

    def _rest(self) -> None:
        """Stand at the place; Qt unloads later, as it may be amid a signal of its own."""
        self._running = self._loaded = False
        self.asked.emit(self._let_go)

    def _let_go(self) -> None:
        """Unload, unless a command that was on its way has begun something by now."""
        if not self._running:
            self._unload()

    def _unload(self) -> None:
        """Let Qt forget the source; what it signals meanwhile counts for nothing."""
        self._running = self._loaded = False
        if not self._player.source().isEmpty():
            self._player.setSource(QUrl())
        if self._device is not None:
            self._device.close()
            self._device = None

    def _fail(self, why: str) -> None:
        self._rest()
        if self._source is not None:
            self._tell(Failed(self._source.generation, why))

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        if self._source is None or not self._running:
            return
        match status:
            case QMediaPlayer.MediaStatus.LoadedMedia if not self._loaded:
                self._begin()
            case QMediaPlayer.MediaStatus.EndOfMedia:
                self._place = 0.0
                self._rest()
                self._tell(Ended(self._source.generation))
            case QMediaPlayer.MediaStatus.InvalidMedia:
                self._fail(NOT_PLAYABLE if self._source.url is None else NOT_FETCHED)

    def _begin(self) -> None:
        """Start the sound; only now does Qt heed a position."""
        if not self._player.hasAudio():
            self._fail(NO_SOUND_INSIDE)
            return
        if self._is_guess(self._source):
            self.asked.emit(partial(self._reload, self._source))
            return
        self._loaded = True
        self._told_ms = round(self._place * 1000)
        self._player.setPlaybackRate(self._rate)
        self._player.setPosition(self._told_ms)
        self._player.play()

    def _is_guess(self, source: Source | None) -> TypeGuard[Source]:
        """Tell whether Qt takes the recording for shorter or longer than it is."""
        if source is None or not source.mp3 or not source.path or self._device is not None:
            return False
        found = self._player.duration() / 1000
        return source.duration is not None and abs(found - source.duration) > _GUESSED

    def _reload(self, source: Source) -> None:
        """Open a file anew with a header before it, or go on with the guess."""
        if source is not self._source or not self._running or source.path is None:
            return
        try:
            device = Headed(source.path, source.duration or 0.0)
        except (OSError, ValueError):
            self._fail(NOT_PLAYABLE)
            return
        device.open(QIODevice.OpenModeFlag.ReadOnly)
        self._device = device
        self._player.setSourceDevice(device, _address(source))

    def _state_changed(self, state: QMediaPlayer.PlaybackState) -> None:
        if self._source is None or not self._loaded:
            return
        if state is QMediaPlayer.PlaybackState.PlayingState:
            self._tell(Playing(self._source.generation, self._player.position() / 1000))
        elif state is QMediaPlayer.PlaybackState.PausedState:
            self._tell(Paused(self._source.generation))

    def _position_changed(self, milliseconds: int) -> None:
        if self._source is None or not self._loaded:
            return
        self._place = milliseconds / 1000
        if abs(milliseconds - self._told_ms) >= _STEP_MS:
            self._told_ms = milliseconds
            self._tell(Moved(self._source.generation, self._place))

    def _buffer_changed(self, filled: float) -> None:
        if self._source is not None and self._source.url is not None and self._loaded:
            self._tell(Buffering(self._source.generation, filled * 100))

    def _error_occurred(self, error: QMediaPlayer.Error, _text: str) -> None:
        if self._source is None or not self._running or error is QMediaPlayer.Error.NoError:
            return
        network = QMediaPlayer.Error.NetworkError
        fetched = self._source.url is None and error is not network
        self._fail(NOT_PLAYABLE if fetched else NOT_FETCHED)


def _address(source: Source) -> QUrl:
    if source.path is not None:
        return QUrl.fromLocalFile(source.path)
    return QUrl(signed(source.url or "", source.login))

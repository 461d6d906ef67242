"""MPRIS 2: media keys, lock screens and ``playerctl`` see and steer the player.

After https://specifications.freedesktop.org/mpris-spec/latest/. In our own way Stop pauses, for
the place is never given up, and in discreet mode nothing is said of what plays.
"""

from __future__ import annotations

import math
import os
import time
from typing import TYPE_CHECKING, Annotated

from dbus_fast import DBusError, ErrorType, NameFlag, PropertyAccess, RequestNameReply
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from desktop_app.base.listening import FASTEST, SLOWEST
from desktop_app.desktop import mpris_terms as terms
from desktop_app.desktop.facts import Facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from dbus_fast.aio import MessageBus

    from desktop_app.desktop.wishes import Wishes

NAME = "org.mpris.MediaPlayer2.hearthside"
PATH = "/org/mpris/MediaPlayer2"
Texts = Annotated[list[str], DBusSignature("as")]
Nothing = Annotated[None, DBusSignature("")]
_SCHEMES = ("http", "https", "file")
_READ = PropertyAccess.READ


class Mpris:
    """Both interfaces under one name; lives in the bus thread.

    ``monotonic`` is the clock of ``NowPlaying.at``, in seconds.
    """

    def __init__(self, wishes: Wishes, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._root = Root(wishes)
        self._player = Player(wishes, monotonic)

    async def appear(self, bus: MessageBus) -> str:
        """Be found on the bus; return the name, which bears our process if another has it.

        Raises:
            OSError, EOFError, DBusError: The bus is gone.
        """
        bus.export(PATH, self._root)
        bus.export(PATH, self._player)
        name = NAME
        if await bus.request_name(name, NameFlag.DO_NOT_QUEUE) is RequestNameReply.EXISTS:
            name = f"{NAME}.instance{os.getpid()}"
            await bus.request_name(name, NameFlag.DO_NOT_QUEUE)
        return name

    def show(self, facts: Facts) -> None:
        """Tell what is different from now on."""
        self._root.show(facts)
        self._player.show(facts)


class _Told(ServiceInterface):
    """An interface whose properties are a function of the facts; changes are told by themselves."""

    def __init__(
        self, name: str, wishes: Wishes, properties: Callable[[Facts], dict[str, Any]]
    ) -> None:
        super().__init__(name)
        self._wishes = wishes
        self._properties = properties
        self._told = properties(Facts())

    def show(self, facts: Facts) -> None:
        """Tell what is different from now on."""
        before, self._told = self._told, self._properties(facts)
        changed = {name: value for name, value in self._told.items() if value != before[name]}
        if changed:
            self.emit_properties_changed(changed)


class Root(_Told):
    """``org.mpris.MediaPlayer2``: the app itself."""

    def __init__(self, wishes: Wishes) -> None:
        super().__init__("org.mpris.MediaPlayer2", wishes, terms.root)

    @dbus_method(name="Raise")
    def come(self) -> Nothing:
        """Bring the window forward."""
        self._wishes.come()

    @dbus_method(name="Quit")
    def leave(self) -> Nothing:
        """End the app."""
        self._wishes.leave()

    @dbus_property(_READ, "CanRaise")
    def can_raise(self) -> DBusBool:
        """It can."""
        return True

    @dbus_property(_READ, "CanQuit")
    def can_quit(self) -> DBusBool:
        """It can."""
        return True

    @dbus_property(_READ, "HasTrackList")
    def has_track_list(self) -> DBusBool:
        """There is none."""
        return False

    @dbus_property(_READ, "Identity")
    def identity(self) -> DBusStr:
        """What it calls itself."""
        return str(self._told["Identity"])

    @dbus_property(_READ, "DesktopEntry")
    def desktop_entry(self) -> DBusStr:
        """The name of its .desktop file."""
        return str(self._told["DesktopEntry"])

    @dbus_property(_READ, "SupportedUriSchemes")
    def schemes(self) -> Texts:
        """What OpenUri takes."""
        return list(_SCHEMES)

    @dbus_property(_READ, "SupportedMimeTypes")
    def types(self) -> Texts:
        """What a recording usually is."""
        return ["audio/mpeg", "audio/mp4", "audio/ogg", "audio/flac", "audio/x-wav"]


class Player(_Told):
    """``org.mpris.MediaPlayer2.Player``: what plays."""

    def __init__(self, wishes: Wishes, monotonic: Callable[[], float]) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player", wishes, terms.player)
        self._monotonic = monotonic
        self._facts = Facts()

    def show(self, facts: Facts) -> None:
        """Tell what is different from now on, and where a jump went."""
        before, self._facts = self._facts, facts
        super().show(facts)
        if terms.jumped(before.now, facts.now, self._monotonic()):
            self.seeked()

    @dbus_method(name="Play")
    def play(self) -> Nothing:
        """Go on, unless it sounds already."""
        if not self._facts.sounding:
            self._wishes.command(lambda core: core.listening.resume())

    @dbus_method(name="Pause")
    def pause(self) -> Nothing:
        """Stand still."""
        self._pause()

    @dbus_method(name="PlayPause")
    def play_pause(self) -> Nothing:
        """The one or the other."""
        self._wishes.command(lambda core: core.listening.toggle())

    @dbus_method(name="Stop")
    def stop(self) -> Nothing:
        """Stand still: a place is never given up."""
        self._pause()

    @dbus_method(name="Next")
    def next(self) -> Nothing:
        """Play what the queue has next."""
        self._wishes.command(lambda core: core.listening.next())

    @dbus_method(name="Previous")
    def previous(self) -> Nothing:
        """Begin the talk anew."""
        self._wishes.command(lambda core: core.listening.previous())

    @dbus_method(name="Seek")
    def seek(self, offset: DBusInt64) -> Nothing:
        """Skip by microseconds; past its end the talk is over, and what waits plays."""
        self._wishes.command(lambda core: core.listening.skip(offset / terms.MICRO))

    @dbus_method(name="SetPosition")
    def set_position(self, track: DBusObjectPath, position: DBusInt64) -> Nothing:
        """Go to a place in microseconds, unless it is none of the talk that plays by now."""
        seconds = position / terms.MICRO
        if terms.fits(self._facts.now, track, seconds):
            self._wishes.command(lambda core: core.listening.seek(seconds))

    @dbus_method(name="OpenUri")
    def open_uri(self, uri: DBusStr) -> Nothing:
        """Take an address or a file, as a second start of the app does."""
        if uri.partition(":")[0].casefold() not in _SCHEMES:
            raise DBusError(ErrorType.INVALID_ARGS, "An address of the web or a file is needed.")
        self._wishes.open(uri)

    @dbus_signal(name="Seeked")
    def seeked(self) -> DBusInt64:
        """Tell where a jump went, in microseconds."""
        return self._position()

    @dbus_property(_READ, "PlaybackStatus")
    def playback_status(self) -> DBusStr:
        """Playing, Paused or Stopped."""
        return str(self._told["PlaybackStatus"])

    @dbus_property(_READ, "Metadata")
    def metadata(self) -> DBusDict:
        """What plays."""
        return dict(self._told["Metadata"])

    @dbus_property(_READ, "Position")
    def position(self) -> DBusInt64:
        """Where it is now, in microseconds; clients ask, they are not told."""
        return self._position()

    @dbus_property(name="Rate")
    def rate(self) -> DBusDouble:
        """How many times as fast it plays; 0 means pause, as the specification has it."""
        return float(self._told["Rate"])

    @rate.setter
    def set_rate(self, rate: DBusDouble) -> None:
        if rate > 0:
            wanted = min(max(rate, SLOWEST), FASTEST)
            self._wishes.command(lambda core: core.listening.set_rate(wanted))
        elif rate == 0:
            self._pause()

    @dbus_property(_READ, "MinimumRate")
    def slowest(self) -> DBusDouble:
        """The slowest that it plays."""
        return SLOWEST

    @dbus_property(_READ, "MaximumRate")
    def fastest(self) -> DBusDouble:
        """The fastest that it plays."""
        return FASTEST

    @dbus_property(name="Volume")
    def volume(self) -> DBusDouble:
        """How loud, from 0 to 1."""
        return float(self._told["Volume"])

    @volume.setter
    def set_volume(self, volume: DBusDouble) -> None:
        if not math.isnan(volume):
            self._wishes.command(lambda core: core.listening.set_volume(min(max(volume, 0.0), 1.0)))

    @dbus_property(_READ, "CanGoNext")
    def can_go_next(self) -> DBusBool:
        """Whether a talk waits."""
        return bool(self._told["CanGoNext"])

    @dbus_property(_READ, "CanGoPrevious")
    def can_go_previous(self) -> DBusBool:
        """Whether there is one to begin anew."""
        return bool(self._told["CanGoPrevious"])

    @dbus_property(_READ, "CanPlay")
    def can_play(self) -> DBusBool:
        """Whether one is loaded."""
        return bool(self._told["CanPlay"])

    @dbus_property(_READ, "CanPause")
    def can_pause(self) -> DBusBool:
        """Whether one is loaded."""
        return bool(self._told["CanPause"])

    @dbus_property(_READ, "CanSeek")
    def can_seek(self) -> DBusBool:
        """Whether one is loaded."""
        return bool(self._told["CanSeek"])

    @dbus_property(_READ, "CanControl")
    def can_control(self) -> DBusBool:
        """It can."""
        return True

    def _pause(self) -> None:
        self._wishes.command(lambda core: core.listening.pause())

    def _position(self) -> int:
        now = self._facts.now
        return 0 if now is None else round(now.position_at(self._monotonic()) * terms.MICRO)

"""The place is kept before the computer sleeps, and the sound goes on when it wakes.

After https://www.freedesktop.org/wiki/Software/systemd/inhibit/: a "delay" lock makes logind
wait for us, for some seconds at most; ``PrepareForSleep`` says that it is time.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from dbus_fast import Message, MessageType

from desktop_app.base.model import SOUNDING, PlayStatus
from desktop_app.desktop.bus import ask
from desktop_app.desktop.inhibit import Hold, logind

if TYPE_CHECKING:
    from collections.abc import Callable

    from dbus_fast.aio import MessageBus

    from desktop_app.desktop.facts import Facts
    from desktop_app.desktop.wishes import Wishes
    from desktop_app.services.core import Core

_MANAGER = "org.freedesktop.login1.Manager"
_PATH = "/org/freedesktop/login1"
_RULE = f"type='signal',interface='{_MANAGER}',member='PrepareForSleep',path='{_PATH}'"
_WHY = "The place is being kept"


class Nap:
    """Pauses before the sleep and goes on after it; lives in the engine's thread."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()
        self._interrupted: int | None = None

    async def begin(self, core: Core) -> None:
        """Pause what sounds and keep its place.

        Raises:
            KnownError: The place cannot be written.
        """
        async with self._turn:
            now = await core.listening.now()
            if now is not None and now.status in SOUNDING:
                self._interrupted = now.episode.id
                await core.listening.pause()

    async def end(self, core: Core) -> None:
        """Go on with what sounded before, unless the person has done something else.

        Raises:
            KnownError: It cannot be played any more.
        """
        async with self._turn:
            interrupted, self._interrupted = self._interrupted, None
            now = await core.listening.now()
            if now is None or now.episode.id != interrupted:
                return
            if now.status is PlayStatus.PAUSED:
                await core.listening.resume()


class SleepWatch:
    """Hears of the computer's sleep; lives in the bus thread.

    ``post`` runs something in the bus thread, from any other; ``spawn`` a coroutine.
    """

    def __init__(
        self,
        bus: MessageBus,
        wishes: Wishes,
        post: Callable[[Callable[[], object]], object],
        spawn: Callable[..., None],
    ) -> None:
        self._bus = bus
        self._wishes = wishes
        self._post = post
        self._nap = Nap()
        self._name = ""
        self._falling = False
        self._hold = Hold([logind(bus, "sleep", "delay", _WHY)], spawn)

    async def open(self) -> None:
        """Listen from now on."""
        self._bus.add_message_handler(self._hear)
        await ask(
            self._bus,
            "org.freedesktop.DBus",
            "/org/freedesktop/DBus",
            "org.freedesktop.DBus",
            "AddMatch",
            "s",
            [_RULE],
        )

    def show(self, facts: Facts) -> None:
        """Let logind wait for us only while there is a place to keep."""
        self._name = facts.name if facts.sounding else ""
        self._settle()

    async def close(self) -> None:
        """Let logind wait no more."""
        self._bus.remove_message_handler(self._hear)
        await self._hold.drop()

    def _settle(self) -> None:
        """A lock that logind waits for is kept until the place is."""
        if not self._falling:
            self._hold.want(self._name)

    def _hear(self, message: Message) -> None:
        if (
            message.message_type is not MessageType.SIGNAL
            or message.interface != _MANAGER
            or message.member != "PrepareForSleep"
            or message.signature != "b"
        ):
            return
        if message.body[0]:
            self._falling = True
            self._wishes.command(self._fall_asleep)
        else:
            self._falling = False
            self._settle()
            self._wishes.command(self._nap.end)

    async def _fall_asleep(self, core: Core) -> None:
        """Keep the place, then let the computer sleep, come what may."""
        try:
            await self._nap.begin(core)
        finally:
            self._post(self._kept)

    def _kept(self) -> None:
        """Release the lock: logind goes on as soon as nobody has one."""
        self._falling = False
        self._hold.want("")

"""The computer does not fall asleep by itself while something sounds or a sitting runs.

Asked are, one after the other until one agrees: the desktop portal (which asks whatever desktop
there is), logind, and the old ScreenSaver interface. Only the sleep that comes from idling is
held off; who closes the lid or chooses "Suspend" means it. The screen may go dark and be locked,
but not while one sits before it: for that all of them are asked, because a portal agrees even
where the desktop behind it does nothing. Whatever was taken ends with the process, too.
"""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING, TypeAlias

from dbus_fast import Variant

from desktop_app.desktop.bus import ask, tell

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from dbus_fast.aio import MessageBus

    Release: TypeAlias = Callable[[], Awaitable[None]]
    Taker: TypeAlias = Callable[[str], Awaitable[Release | None]]

_PORTAL = "org.freedesktop.portal.Desktop"
_PORTAL_PATH = "/org/freedesktop/portal/desktop"
SUSPEND, IDLE = 4, 8
"""What the portal is to hold off: falling asleep; counting as idle, which darkens and locks."""
_LOGIND = "org.freedesktop.login1"
_LOGIND_PATH = "/org/freedesktop/login1"
_SCREENSAVER = "org.freedesktop.ScreenSaver"
_SCREENSAVER_PATH = "/org/freedesktop/ScreenSaver"
WHY = "Sound is playing"
WHY_LIT = "A timer is running"


class Hold:
    """Has something exactly while it is wanted; the first taker that gives it is enough.

    Taking can take a while. What is wanted no more when it comes is given back at once. Lives in
    the bus thread; ``spawn`` runs a coroutine there. ``tell`` is told True when somebody gave it,
    False when nobody did, and before it is given back.
    """

    def __init__(
        self,
        takers: Sequence[Taker],
        spawn: Callable[..., None],
        tell: Callable[[bool], None] = lambda _held: None,
    ) -> None:
        self._takers = takers
        self._spawn = spawn
        self._tell = tell
        self._wanted = ""
        self._tried = ""
        self._release: Release | None = None
        self._turn = asyncio.Lock()

    def want(self, name: str) -> None:
        """Have it under this name; "": let it go."""
        if name != self._wanted:
            self._wanted = name
            self._spawn(self._settle())

    async def drop(self) -> None:
        """Let it go for good, before this returns."""
        self._wanted = ""
        await self._settle()

    async def _settle(self) -> None:
        async with self._turn:
            while self._tried != self._wanted:
                if self._release is not None:
                    release, self._release = self._release, None
                    self._tell(self._release is not None)
                    await release()
                self._tried = self._wanted
                if self._tried:
                    self._release = await self._take(self._tried)
                    self._tell(self._release is not None)

    async def _take(self, name: str) -> Release | None:
        for take in self._takers:
            release = await take(name)
            if release is not None:
                return release
        return None


def together(*takers: Taker) -> Taker:
    """Return how all are asked, each for itself; one that agrees is enough."""

    async def take(name: str) -> Release | None:
        taken: list[Release] = []

        async def release() -> None:
            for each in taken:
                await each()

        try:
            for ask_one in takers:
                given = await ask_one(name)
                if given is not None:
                    taken.append(given)
        except asyncio.CancelledError:
            await release()
            raise
        return release if taken else None

    return take


def portal(bus: MessageBus | None, what: int = SUSPEND, why: str = WHY) -> Taker:
    """Return how the portal is asked: ``Inhibit`` gives a request, closing it ends that."""

    async def take(_name: str) -> Release | None:
        """The portal knows by itself who asks."""
        reply = await ask(
            bus, _PORTAL, _PORTAL_PATH, "org.freedesktop.portal.Inhibit", "Inhibit", "sua{sv}",
            ["", what, {"reason": Variant("s", why)}],
        )  # fmt: skip
        if reply is None or bus is None:
            return None
        handle = str(reply.body[0])

        async def release() -> None:
            await tell(bus, _PORTAL, handle, "org.freedesktop.portal.Request", "Close")

        return release

    return take


def logind(bus: MessageBus | None, what: str, mode: str, why: str = WHY) -> Taker:
    """Return how logind is asked: it gives a descriptor, closing it ends that."""

    async def take(name: str) -> Release | None:
        reply = await ask(
            bus, _LOGIND, _LOGIND_PATH, f"{_LOGIND}.Manager", "Inhibit", "ssss",
            [what, name, why, mode],
        )  # fmt: skip
        if reply is None or not reply.unix_fds:
            return None
        descriptor = reply.unix_fds[0]

        async def release() -> None:
            os.close(descriptor)

        return release

    return take


def screensaver(bus: MessageBus | None, why: str = WHY) -> Taker:
    """Return how the ScreenSaver interface is asked: it gives a number to be told in the end."""

    async def take(name: str) -> Release | None:
        reply = await ask(
            bus, _SCREENSAVER, _SCREENSAVER_PATH, _SCREENSAVER, "Inhibit", "ss", [name, why]
        )
        if reply is None or bus is None:
            return None
        cookie = int(reply.body[0])

        async def release() -> None:
            await tell(
                bus, _SCREENSAVER, _SCREENSAVER_PATH, _SCREENSAVER, "UnInhibit", "u", [cookie]
            )

        return release

    return take

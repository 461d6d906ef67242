"""Stand-ins for the desktop's services on a private bus, and a client that looks from outside."""

from __future__ import annotations

import asyncio
import os
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated, Any

import pytest
from dbus_fast import DBusError, ErrorType, Message, MessageType, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import (
    DBusBool,
    DBusDict,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
    DBusUInt32,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

PATIENCE = 20.0
Descriptor = Annotated[int, DBusSignature("h")]
Nothing = Annotated[None, DBusSignature("")]
PORTAL = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop")
LOGIND = ("org.freedesktop.login1", "/org/freedesktop/login1")
SCREENSAVER = ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver")


class Ledger:
    """What was asked of a service, in order; ``until`` waits for what comes."""

    def __init__(self) -> None:
        self.told: list[tuple[Any, ...]] = []
        self._changed = asyncio.Event()

    def note(self, *what: object) -> None:
        """Write down."""
        self.told.append(what)
        self._changed.set()

    async def until(self, *expected: tuple[Any, ...]) -> None:
        """Return when exactly this was told, in this order."""
        await self._until(lambda: self.told == list(expected), expected)

    async def until_any(self, *expected: tuple[Any, ...]) -> None:
        """Return when exactly this was told, in any order."""
        await self._until(lambda: sorted(self.told) == sorted(expected), expected)

    async def _until(self, fits: Callable[[], bool], expected: object) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                while not fits():
                    await self._changed.wait()
                    self._changed.clear()
        except TimeoutError:
            pytest.fail(f"told was {self.told}, not {expected}")


class Portal(ServiceInterface):
    """``org.freedesktop.portal.Inhibit``; ``refusing``: there is no backend for it."""

    def __init__(self, ledger: Ledger, bus: MessageBus, *, refusing: bool = False) -> None:
        super().__init__("org.freedesktop.portal.Inhibit")
        self._ledger, self._bus, self._refusing = ledger, bus, refusing
        self._number = 0

    @dbus_method(name="Inhibit")
    def inhibit(self, window: DBusStr, flags: DBusUInt32, options: DBusDict) -> DBusObjectPath:
        """Give a request."""
        if self._refusing:
            raise DBusError(ErrorType.NOT_SUPPORTED, "no backend")
        self._number += 1
        handle = f"{PORTAL[1]}/request/1/n{self._number}"
        self._bus.export(handle, Request(self._ledger, self._number))
        self._ledger.note("inhibit", flags, options["reason"].value)
        return handle


class Request(ServiceInterface):
    """``org.freedesktop.portal.Request``: what is closed in the end."""

    def __init__(self, ledger: Ledger, number: int) -> None:
        super().__init__("org.freedesktop.portal.Request")
        self._ledger, self._number = ledger, number

    @dbus_method(name="Close")
    def close(self) -> Nothing:
        """End what was asked for."""
        self._ledger.note("close", self._number)


class Logind(ServiceInterface):
    """``org.freedesktop.login1.Manager``: a lock is a pipe whose other end it watches."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__("org.freedesktop.login1.Manager")
        self._ledger = ledger

    @dbus_method(name="Inhibit")
    def inhibit(self, what: DBusStr, who: DBusStr, why: DBusStr, mode: DBusStr) -> Descriptor:
        """Hand one end over; when the last copy of it is closed the lock is gone."""
        ours, theirs = os.pipe()
        loop = asyncio.get_running_loop()
        loop.call_later(0, self._watch, loop, ours, theirs, what)
        self._ledger.note("inhibit", what, who, mode)
        return theirs

    def _watch(self, loop: asyncio.AbstractEventLoop, ours: int, theirs: int, what: str) -> None:
        os.close(theirs)

        def ended() -> None:
            loop.remove_reader(ours)
            os.close(ours)
            self._ledger.note("released", what)

        loop.add_reader(ours, ended)

    @dbus_signal(name="PrepareForSleep")
    def prepare_for_sleep(self, start: bool) -> DBusBool:
        """Tell that the computer falls asleep, or has woken."""
        return start


class ScreenSaver(ServiceInterface):
    """``org.freedesktop.ScreenSaver``: numbers."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__("org.freedesktop.ScreenSaver")
        self._ledger = ledger

    @dbus_method(name="Inhibit")
    def inhibit(self, who: DBusStr, why: DBusStr) -> DBusUInt32:
        """Give a number."""
        self._ledger.note("inhibit", who)
        return 4711

    @dbus_method(name="UnInhibit")
    def uninhibit(self, cookie: DBusUInt32) -> Nothing:
        """Take it back."""
        self._ledger.note("uninhibit", cookie)


@asynccontextmanager
async def joined(address: str) -> AsyncIterator[MessageBus]:
    """Be on a bus."""
    bus = await MessageBus(bus_address=address, negotiate_unix_fd=True).connect()
    try:
        yield bus
    finally:
        bus.disconnect()
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]


class Remote:
    """Steers a player as any program of the desktop does, and hears its signals."""

    def __init__(self, bus: MessageBus, name: str) -> None:
        self._bus, self._name = bus, name
        self.heard = Ledger()

    async def listen(self) -> None:
        """Note what changes and where jumps go."""
        self._bus.add_message_handler(self._hear)
        rule = "type='signal',path='/org/mpris/MediaPlayer2'"
        call = Message("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                       "AddMatch", signature="s", body=[rule])  # fmt: skip
        await self._bus.call(call)

    async def call(
        self,
        member: str,
        signature: str = "",
        *body: object,
        interface: str = "org.mpris.MediaPlayer2.Player",
    ) -> list[Any]:
        """Call a method.

        Raises:
            DBusError: It was refused.
        """
        call = Message(self._name, "/org/mpris/MediaPlayer2", interface, member,
                       signature=signature, body=list(body))  # fmt: skip
        reply = await self._bus.call(call)
        if reply.message_type is MessageType.ERROR:
            raise DBusError(reply.error_name or "", str(reply.body))
        return reply.body

    async def get(self, name: str, interface: str = "org.mpris.MediaPlayer2.Player") -> Variant:
        """Return a property with its exact type."""
        variant: Variant = (await self.call("Get", "ss", interface, name, interface=_PROPERTIES))[0]
        return variant

    async def all(self, interface: str) -> dict[str, Variant]:
        """Return all properties with their exact types."""
        found: dict[str, Variant] = (await self.call("GetAll", "s", interface,
                                                     interface=_PROPERTIES))[0]  # fmt: skip
        return found

    async def set(self, name: str, value: Variant) -> None:
        """Change a property."""
        await self.call("Set", "ssv", "org.mpris.MediaPlayer2.Player", name, value,
                        interface=_PROPERTIES)  # fmt: skip

    def _hear(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        if message.member == "Seeked":
            self.heard.note("Seeked", message.signature, message.body[0])
        elif message.member == "PropertiesChanged":
            self.heard.note("changed", *sorted(message.body[1]))


_PROPERTIES = "org.freedesktop.DBus.Properties"

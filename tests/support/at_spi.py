"""AT-SPI as it is spoken: the bus on which programs are read, and what can be asked there."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from dbus_fast import DBusError, Message, MessageType

from tests.support.desktop import joined

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from dbus_fast.aio import MessageBus

    Where = tuple[str, str]

REGISTRY = "org.a11y.atspi.Registry"
ROOT = "/org/a11y/atspi/accessible/root"
PROPERTIES = "org.freedesktop.DBus.Properties"
_ACCESSIBLE = "org.a11y.atspi.Accessible"
_LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
_EVENTS = ("object:state-changed", "object:property-change", "object:announcement")
_STATES = {4: "checked", 8: "enabled", 11: "focusable", 12: "focused", 23: "selected",
           25: "showing", 30: "visible"}  # fmt: skip
"""The bits of ``AtspiStateType`` that anything here asks for."""

_KEY_OF_X = 3
"""``ATSPI_KEY_SYM``: pressed and let go."""

_AT_ONCE = 16
"""Questions on the way; of too many dbus-fast loses some when the socket is full."""

_PATIENCE = 20.0
_ASK_AGAIN = 0.1


@contextmanager
def accessible(session: str, screen: str, folder: Path) -> Iterator[None]:
    """Let the programs of a session bus be read, and worked by keys that reach ``screen``.

    ``folder`` is where the bus of its own may lie.
    """
    known = (shutil.which("at-spi-bus-launcher"), *_LAUNCHERS)
    launcher = next((each for each in known if each and Path(each).exists()), None)
    if launcher is None:
        pytest.skip("at-spi2-core is not installed")
    private = {
        "DBUS_SESSION_BUS_ADDRESS": session,
        "DISPLAY": screen,
        "XDG_RUNTIME_DIR": str(folder),
    }
    process = subprocess.Popen(
        [launcher, "--launch-immediately"],
        env=os.environ | private,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield
    finally:
        process.terminate()
        process.wait()


@asynccontextmanager
async def programs(session: str) -> AsyncIterator[Programs]:
    """Be where the programs of a session bus are read."""
    async with joined(session) as bus:
        address = await _address(bus)
    async with joined(address) as bus:
        yield Programs(bus)


@dataclass(frozen=True, slots=True)
class Thing:
    """What a screen reader knows of one thing: its role and name, in the words of AT-SPI."""

    service: str
    path: str
    role: str
    name: str
    states: frozenset[str]

    def is_it(self, role: str, name: str) -> bool:
        """Tell whether it has this role; of its name the beginning will do."""
        return self.role == role and self.name.startswith(name)


class Programs:
    """Asks programs for what they show, a few questions at a time."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._few = asyncio.Semaphore(_AT_ONCE)

    async def listen(self, hear: Callable[[Message], None]) -> None:
        """Be told of what changes and of what is to be read aloud."""

        def heard(message: Message) -> None:
            if message.message_type is MessageType.SIGNAL and len(message.body) > 3:
                hear(message)

        self._bus.add_message_handler(heard)
        rule = "type='signal',interface='org.a11y.atspi.Event.Object'"
        desk = ("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus")
        await self.ask(*desk, "AddMatch", "s", rule)
        registry = (REGISTRY, "/org/a11y/atspi/registry", REGISTRY)
        async with asyncio.timeout(_PATIENCE):
            for event in _EVENTS:
                question: tuple[Any, ...] = (*registry, "RegisterEvent", "sass", event, [], "")
                while not await self._is_heard(*question):  # noqa: ASYNC110 - nothing tells
                    await asyncio.sleep(_ASK_AGAIN)

    async def _is_heard(self, *question: Any) -> bool:  # noqa: ANN401 - as in :meth:`ask`
        """Tell whether somebody answers; the registry may go once while it is being started."""
        try:
            await self.ask(*question)
        except DBusError:
            return False
        return True

    async def type(self, symbol: int) -> None:
        """Press a key, by X's number for it."""
        controller = "/org/a11y/atspi/registry/deviceeventcontroller"
        typing = (REGISTRY, controller, "org.a11y.atspi.DeviceEventController")
        await self.ask(*typing, "GenerateKeyboardEvent", "isu", symbol, "", _KEY_OF_X)

    async def read(self, service: str, path: str) -> Thing | None:
        """Return what a thing is; None: it has gone meanwhile."""
        try:
            role, states, name = await asyncio.gather(
                self.ask(service, path, _ACCESSIBLE, "GetRoleName"),
                self.ask(service, path, _ACCESSIBLE, "GetState"),
                self.ask(service, path, PROPERTIES, "Get", "ss", _ACCESSIBLE, "Name"),
            )
        except DBusError:
            return None
        low, high = states[0]
        bits = low | high << 32
        held = frozenset(word for bit, word in _STATES.items() if bits >> bit & 1)
        return Thing(service, path, role[0], name[0].value, held)

    async def children(self, service: str, path: str) -> list[Where]:
        """Return where the parts of a thing are; none: it has gone meanwhile."""
        try:
            (told,) = await self.ask(service, path, _ACCESSIBLE, "GetChildren")
        except DBusError:
            return []
        return [(each, at) for each, at in told]

    async def ask(
        self,
        service: str,
        path: str,
        interface: str,
        member: str,
        signature: str = "",
        *body: object,
    ) -> list[Any]:
        """Call a method.

        Raises:
            DBusError: It was refused, or there is no such thing (any more).
        """
        call = Message(service, path, interface, member, signature=signature, body=list(body))
        async with self._few:
            reply = await self._bus.call(call)
        if reply.message_type is MessageType.ERROR:
            raise DBusError(reply.error_name or "", str(reply.body))
        return reply.body


async def _address(bus: MessageBus) -> str:
    """Return where the bus is on which programs are read, once it is."""
    ask = Message("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress")
    async with asyncio.timeout(_PATIENCE):
        while True:
            reply = await bus.call(ask)
            if reply.message_type is not MessageType.ERROR:
                return str(reply.body[0])
            await asyncio.sleep(_ASK_AGAIN)

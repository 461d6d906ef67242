"""A desktop's tray on a private bus: takes items, reads their menus, clicks on them.

After https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/ and
com.canonical.dbusmenu.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

from dbus_fast import Message, MessageType, PropertyAccess, Variant
from dbus_fast.annotations import DBusBool, DBusInt32, DBusSignature, DBusStr
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from dbus_fast.aio import MessageBus

_NAME = "org.kde.StatusNotifierWatcher"
_ITEM, _ITEM_PATH = "org.kde.StatusNotifierItem", "/StatusNotifierItem"
_MENU = "com.canonical.dbusmenu"
_PATIENCE = 20.0
Nothing = Annotated[None, DBusSignature("")]
Strings = Annotated[list[str], DBusSignature("as")]


class Watcher(ServiceInterface):
    """``org.kde.StatusNotifierWatcher``."""

    def __init__(self) -> None:
        super().__init__(_NAME)
        self.items: list[str] = []
        self.came = asyncio.Event()

    @dbus_method(name="RegisterStatusNotifierItem")
    def register_item(self, service: DBusStr) -> Nothing:
        """Take an item in."""
        self.items.append(service)
        self.came.set()

    @dbus_method(name="RegisterStatusNotifierHost")
    def register_host(self, service: DBusStr) -> Nothing:
        """Take note of whoever shows items."""

    @dbus_signal(name="StatusNotifierHostRegistered")
    def host_registered(self) -> Nothing:
        """Say that somebody shows items."""

    @dbus_property(access=PropertyAccess.READ, name="IsStatusNotifierHostRegistered")
    def is_host_registered(self) -> DBusBool:
        """Tell that there is somebody who shows items."""
        return True

    @dbus_property(access=PropertyAccess.READ, name="RegisteredStatusNotifierItems")
    def registered(self) -> Strings:
        """Return the items."""
        return self.items

    @dbus_property(access=PropertyAccess.READ, name="ProtocolVersion")
    def version(self) -> DBusInt32:
        """Return the only one."""
        return 0


class Tray:
    """What a person sees of one item, and does with it."""

    def __init__(self, bus: MessageBus, watcher: Watcher) -> None:
        self._bus, self._watcher = bus, watcher

    async def tip(self) -> tuple[str, str]:
        """Return what the item is called, and what its tip says."""
        title = (await self._property("Title")).value
        return title, (await self._property("ToolTip")).value[2]

    async def name(self) -> str:
        """Return the name by which the desktop tells items apart."""
        return str((await self._property("Id")).value)

    async def picture(self) -> int:
        """Return how many pictures the item has."""
        return len((await self._property("IconPixmap")).value)

    async def activate(self) -> None:
        """Click on it."""
        await self._call(_ITEM_PATH, _ITEM, "Activate", "ii", 0, 0)

    async def menu(self) -> dict[str, int]:
        """Return the lines of the menu that can be chosen, with their numbers."""
        path = (await self._property("Menu")).value
        _revision, (_root, _about, children) = await self._call(
            path, _MENU, "GetLayout", "iias", 0, -1, []
        )
        lines = [(each.value[0], each.value[1]) for each in children]
        return {
            about["label"].value: number
            for number, about in lines
            if "label" in about and all(_is(about, what) for what in ("visible", "enabled"))
        }

    async def choose(self, label: str) -> None:
        """Click on a line of the menu."""
        path = (await self._property("Menu")).value
        number = (await self.menu())[label]
        clicked = [number, "clicked", Variant("i", 0), 0]
        await self._call(path, _MENU, "Event", "isvu", *clicked)

    async def until(self, fits: Callable[[dict[str, int]], bool]) -> dict[str, int]:
        """Return the menu as soon as it fits."""
        async with asyncio.timeout(_PATIENCE):
            while not fits(menu := await self.menu()):  # noqa: ASYNC110 - it tells nobody
                await asyncio.sleep(0.05)
        return menu

    async def _property(self, name: str) -> Variant:
        (value,) = await self._call(
            _ITEM_PATH, "org.freedesktop.DBus.Properties", "Get", "ss", _ITEM, name
        )
        assert isinstance(value, Variant)
        return value

    async def _call(
        self, path: str, interface: str, member: str, signature: str, *body: object
    ) -> list[Any]:
        service = self._watcher.items[-1]
        reply = await self._bus.call(
            Message(service, path, interface, member, signature=signature, body=list(body))
        )
        assert reply.message_type is MessageType.METHOD_RETURN, (member, reply.body)
        return reply.body


def _is(about: dict[str, Variant], what: str) -> bool:
    return what not in about or bool(about[what].value)


async def be_a_tray(bus: MessageBus) -> Watcher:
    """Be the desktop's tray on this bus."""
    watcher = Watcher()
    bus.export("/StatusNotifierWatcher", watcher)
    await bus.request_name(_NAME)
    return watcher

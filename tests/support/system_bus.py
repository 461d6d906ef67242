"""A system bus of one's own, with a NetworkManager on it that says what the test wants."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

from dbus_fast import PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusObjectPath, DBusSignature, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_property

from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

NAME = "org.freedesktop.NetworkManager"
PATH = "/org/freedesktop/NetworkManager"
CONNECTION = f"{PATH}/ActiveConnection/1"
DEVICE = f"{PATH}/Devices/1"
Paths = Annotated[list[str], DBusSignature("ao")]
CONNECTED, DISCONNECTED = 70, 20
PAID, FREE = 1, 2


class NetworkManager(ServiceInterface):
    """The properties that Qt reads, with their exact types (NMState, NMMetered)."""

    def __init__(self) -> None:
        super().__init__(NAME)
        self._state = CONNECTED
        self.device = Device()

    @dbus_property(access=PropertyAccess.READ, name="State")
    def state(self) -> DBusUInt32:
        """NMState."""
        return self._state

    @dbus_property(access=PropertyAccess.READ, name="Metered")
    def metered(self) -> DBusUInt32:
        """NMMetered."""
        return self.device.is_metered

    @dbus_property(access=PropertyAccess.READ, name="PrimaryConnection")
    def primary(self) -> DBusObjectPath:
        """Where the connection in use is told of."""
        return CONNECTION

    def be(self, *, state: int = CONNECTED, metered: int = FREE) -> None:
        """Change, and tell everybody."""
        self._state, self.device.is_metered = state, metered
        self.emit_properties_changed({"State": state, "Metered": metered})


class Connection(ServiceInterface):
    """The connection in use, which goes over one device."""

    def __init__(self) -> None:
        super().__init__(f"{NAME}.Connection.Active")

    @dbus_property(access=PropertyAccess.READ, name="Devices")
    def devices(self) -> Paths:
        """The one."""
        return [DEVICE]


class Device(ServiceInterface):
    """A device; what it costs is asked of it at first."""

    def __init__(self) -> None:
        super().__init__(f"{NAME}.Device")
        self.is_metered = FREE

    @dbus_property(access=PropertyAccess.READ, name="DeviceType")
    def kind(self) -> DBusUInt32:
        """NMDeviceType: Ethernet."""
        return 1

    @dbus_property(access=PropertyAccess.READ, name="Metered")
    def metered(self) -> DBusUInt32:
        """NMMetered."""
        return self.is_metered


@asynccontextmanager
async def system_bus(folder: Path) -> AsyncIterator[tuple[str, NetworkManager]]:
    """Run the bus in ``folder``; give its address and the manager on it."""
    with private_bus(folder) as address:
        bus = await MessageBus(bus_address=address).connect()
        manager = NetworkManager()
        for path, told in ((PATH, manager), (CONNECTION, Connection()), (DEVICE, manager.device)):
            bus.export(path, told)
        await bus.request_name(NAME)
        try:
            yield address, manager
        finally:
            bus.disconnect()

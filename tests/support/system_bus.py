"""A system bus of one's own, with a NetworkManager on it that says what the test wants."""

from __future__ import annotations

import asyncio
import shutil
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Annotated

import pytest
from dbus_fast import PropertyAccess
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import DBusObjectPath, DBusSignature, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_property

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

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


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
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("dbus-daemon is not installed")
    config = folder / "bus.conf"
    config.write_text(_CONFIG.format(socket=folder / "bus"))
    process = await asyncio.create_subprocess_exec(
        daemon, f"--config-file={config}", "--nofork", "--print-address",
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        assert process.stdout is not None
        address = (await process.stdout.readline()).decode().strip()
        bus = await MessageBus(bus_address=address).connect()
        manager = NetworkManager()
        for path, told in ((PATH, manager), (CONNECTION, Connection()), (DEVICE, manager.device)):
            bus.export(path, told)
        await bus.request_name(NAME)
        try:
            yield address, manager
        finally:
            bus.disconnect()
    finally:
        process.terminate()
        await process.wait()

"""The connection as the desktop tells it, in a process of its own: Qt asks once for each."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING

from tests.support.command import environment
from tests.support.system_bus import CONNECTED, DISCONNECTED, FREE, PAID, system_bus

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 30
WATCH = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QNetworkInformation
from desktop_app.desktop.line import Line

app = QCoreApplication([])
{before}
line = Line()

def tell():
    print("online" if line.online else "offline", "paid" if line.metered else "free", flush=True)

line.changed.connect(tell)
found = QNetworkInformation.instance()
print(found.backendName() if found else "nothing", flush=True)
tell()
if "wait" in sys.argv:
    app.exec()
"""


async def watch(
    address: str, *arguments: str, before: str = ""
) -> tuple[asyncio.subprocess.Process, asyncio.StreamReader]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", WATCH.format(before=before), *arguments,
        env=environment(DBUS_SYSTEM_BUS_ADDRESS=address),
        stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdout is not None
    return process, process.stdout


async def said(out: asyncio.StreamReader) -> str:
    return (await asyncio.wait_for(out.readline(), PATIENCE)).decode().strip()


async def ended(process: asyncio.subprocess.Process) -> str:
    """Return what the process complained of."""
    _out, complaints = await asyncio.wait_for(process.communicate(), PATIENCE)
    return complaints.decode()


async def test_what_networkmanager_says_arrives(tmp_path: Path) -> None:
    async with system_bus(tmp_path) as (address, manager):
        manager.be(state=CONNECTED, metered=PAID)
        process, out = await watch(address, "wait")
        try:
            assert await said(out) == "networkmanager"
            assert await said(out) == "online paid"
            manager.be(state=CONNECTED, metered=FREE)
            assert await said(out) == "online free"
            manager.be(state=DISCONNECTED, metered=FREE)
            assert await said(out) == "offline free"
            manager.be(state=CONNECTED, metered=FREE)
            assert await said(out) == "online free"
            assert process.returncode is None
        finally:
            process.terminate()
            complaints = await ended(process)
        assert complaints == ""


async def test_where_nothing_knows_there_is_a_connection_that_costs_nothing(
    tmp_path: Path,
) -> None:
    """Without plugins to ask, as in a lean installation; nothing is complained of."""
    lean = f"app.setLibraryPaths([{str(tmp_path)!r}])"
    process, out = await watch(f"unix:path={tmp_path / 'none'}", before=lean)
    assert await said(out) == "nothing"
    assert await said(out) == "online free"
    assert await ended(process) == ""


async def test_without_a_system_bus_nothing_is_complained_of(tmp_path: Path) -> None:
    process, out = await watch(f"unix:path={tmp_path / 'none'}")
    assert await said(out) != "networkmanager"
    assert (await said(out)).endswith("free")
    assert await ended(process) == ""

"""A whole app on buses of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.desktop.whole import App
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home


@pytest.fixture
def app(home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[App]:
    """An app that is not started yet."""
    with private_bus(tmp_path, "session") as session, private_bus(tmp_path, "system") as system:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", system)
        app = App(home, qtbot, system, session)
        yield app
        app.close()

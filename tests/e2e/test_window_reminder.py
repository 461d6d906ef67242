"""The reminder through the real window: it comes while the window is hidden, and brings it back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import settings
from desktop_app.base.settings import Settings
from desktop_app.ui.pages.meditations import MeditationsPage
from tests.desktop.test_reminder import Shower
from tests.e2e.test_window import PATIENCE, opened
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home


@pytest.fixture(autouse=True)
def no_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is played here."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "null")


def minutes_ago(minutes: int) -> int:
    """Return the time of day that was then, in minutes after midnight."""
    then = datetime.now(UTC) - timedelta(minutes=minutes)
    return then.hour * 60 + then.minute


def test_it_comes_to_a_hidden_window_and_brings_it_back(
    home: Home, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = Settings(welcomed=True, sit_reminder=True, sit_reminder_at=minutes_ago(2))
    settings.save(home.settings, chosen)
    with private_bus(tmp_path) as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
        with Shower(session, qtbot) as shower, opened(home, qtbot) as house:
            house.sight.hide()
            qtbot.waitUntil(lambda: bool(shower.ledger.told), timeout=PATIENCE)
            assert shower.ledger.told[0][0] == "notify"
            assert not house.window.window().isVisible()
            shower.click(41)
            qtbot.waitUntil(lambda: house.window.window().isVisible(), timeout=PATIENCE)
            assert isinstance(house.window.page, MeditationsPage)

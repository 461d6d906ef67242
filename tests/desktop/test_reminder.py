"""The reminder on the desktop: what it says, who shows it, where a click leads."""

from __future__ import annotations

import asyncio
import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

import pytest
from PySide6.QtCore import QLocale, QTime
from PySide6.QtGui import QGuiApplication, QIcon

from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.desktop.facts import Facts, Note
from desktop_app.desktop.integration import Integration
from desktop_app.desktop.reminder import let_come, note, picture
from desktop_app.services.events import (
    ReminderDue,
    RunningSitting,
    SettingsChanged,
    SittingChanged,
)
from desktop_app.ui.look.sign import sign
from tests.support.desktop import Ledger, joined
from tests.support.hand import HandBridge, HandCore
from tests.support.notifications import Notifications, show_notes
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PATIENCE = 20_000
HALF_PAST_SEVEN = 7 * 60 + 30
WANTED = Settings(sit_reminder=True, sit_reminder_at=HALF_PAST_SEVEN)
SITTING = RunningSitting(Preset("Ten minutes", 600), 600.0, (), (), elapsed=0.0, at=0.0)
TELLING = ("sit", "medit", "recover", "step", "bell", "remind", "12")


@pytest.fixture
def in_britain() -> Iterator[None]:
    """Write times as they are written there."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("in_britain", "qapp")
@pytest.mark.parametrize(
    ("discreet", "now", "title", "text"),
    [
        (False, QTime(7, 30, 0), "Hearthside", "It is 07:30, the time you chose."),
        (False, QTime(7, 30, 59), "Hearthside", "It is 07:30, the time you chose."),
        (False, QTime(8, 2), "Hearthside", "It is past 07:30, the time you chose."),
        (True, QTime(7, 30), "Audio", "It is 07:30, the time you chose."),
    ],
)
def test_it_says_the_time_and_nothing_else(
    discreet: bool, now: QTime, title: str, text: str
) -> None:
    chosen = Settings(discreet=discreet, sit_reminder_at=HALF_PAST_SEVEN)
    said = note(Integration(chosen).facts, now)
    assert (said.title, said.text) == (title, text)
    assert not [word for word in TELLING if word in f"{said.title} {said.text}".lower()]


def test_times_are_written_as_the_person_writes_them(qapp: object) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    try:
        text = note(Facts(settings=WANTED), QTime(7, 30)).text
    finally:
        QLocale.setDefault(before)
    assert "7:30" in text
    assert "AM" in text


@pytest.mark.parametrize("discreet", [False, True])
def test_it_bears_the_sign_of_the_app(qapp: QGuiApplication, discreet: bool) -> None:
    before = qapp.windowIcon()
    qapp.setWindowIcon(sign(discreet))
    shown = note(Facts()).picture
    qapp.setWindowIcon(before)
    assert shown == picture(sign(discreet))
    assert shown is not None
    assert len(shown.points) == shown.width * shown.height * 4
    assert shown != picture(sign(not discreet)), "the lamp would tell as much as a name"
    assert picture(QIcon()) is None


def test_the_token_is_left_only_where_it_is_asked_for(
    qapp: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, expected in (("wayland", "token"), ("xcb", None)):
        monkeypatch.delenv("XDG_ACTIVATION_TOKEN", raising=False)
        monkeypatch.setattr(QGuiApplication, "platformName", lambda name=name: name)
        let_come("")
        let_come("token")
        assert os.environ.get("XDG_ACTIVATION_TOKEN") == expected


class Shower:
    """Somebody on the bus who shows notes, in a thread of its own; the window's loop runs on."""

    def __init__(self, address: str, qtbot: QtBot) -> None:
        self.ledger = Ledger()
        self._qtbot = qtbot
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever)
        self._bus = joined(address)

    def __enter__(self) -> Self:
        self._thread.start()
        self.service: Notifications = self.do(self._appear())
        return self

    def __exit__(self, *_error: object) -> None:
        self.do(self._bus.__aexit__(None, None, None))
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - whatever it gives
        """Do something there."""
        future = asyncio.run_coroutine_threadsafe(work, self._loop)
        self._qtbot.waitUntil(future.done, timeout=PATIENCE)
        return future.result()

    def click(self, number: int) -> None:
        """Click on a note."""
        self._loop.call_soon_threadsafe(self.service.action_invoked, number, "default")

    async def _appear(self) -> Notifications:
        bus = await self._bus.__aenter__()
        return await show_notes(bus, self.ledger)


class Desk:
    """The integration over a hand-driven bridge, on buses of its own."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        core = HandCore()
        core.queue.answers["first"] = None
        self.bridge = HandBridge(core)
        self.integration = Integration(WANTED)
        self.integration.follow(self.bridge)
        self.unsaid: list[Note] = []
        self.integration.unsaid.connect(self.unsaid.append)

    def until(self, fits: Callable[[], bool]) -> None:
        """Return when it is so."""
        self.qtbot.waitUntil(fits, timeout=PATIENCE)


@contextmanager
def desk(qtbot: QtBot, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Desk, str]]:
    with private_bus(folder, "session") as session:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", session)
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", f"unix:path={folder / 'none'}")
        this = Desk(qtbot)
        try:
            yield this, session
        finally:
            this.integration.close()
            this.bridge.close()


def test_it_is_shown_and_a_click_leads_to_what_can_be_sat(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(qtbot, tmp_path, monkeypatch) as (this, session), Shower(session, qtbot) as shower:
        this.integration.start()
        this.bridge.tell(ReminderDue())
        this.until(lambda: len(shower.ledger.told) == 1)
        what, app, *_, title, text, _actions, _expires = shower.ledger.told[0]
        assert (what, app, title) == ("notify", "Hearthside", "Hearthside")
        assert "the time you chose." in text
        with qtbot.waitSignal(this.integration.sit, timeout=PATIENCE):
            shower.click(41)
        this.bridge.tell(ReminderDue())
        this.until(lambda: [each[0] for each in shower.ledger.told[1:]] == ["take away", "notify"])
        assert this.unsaid == []


def test_whoever_begins_needs_no_reminder(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(qtbot, tmp_path, monkeypatch) as (this, session), Shower(session, qtbot) as shower:
        this.integration.start()
        this.bridge.tell(SettingsChanged(Settings(discreet=True, sit_reminder_at=5)))
        this.bridge.tell(ReminderDue())
        this.until(lambda: [each[:2] for each in shower.ledger.told] == [("notify", "Audio")])
        this.bridge.tell(SittingChanged(SITTING))
        this.until(lambda: shower.ledger.told[1:] == [("take away", 41)])


def test_closing_takes_it_away(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(qtbot, tmp_path, monkeypatch) as (this, session), Shower(session, qtbot) as shower:
        this.integration.start()
        this.bridge.tell(ReminderDue())
        this.until(lambda: len(shower.ledger.told) == 1)
        this.integration.close()
        this.until(lambda: shower.ledger.told[1:] == [("take away", 41)])


def test_what_no_service_shows_is_left_to_the_tray(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk(qtbot, tmp_path, monkeypatch) as (this, _session):
        this.bridge.tell(ReminderDue())
        assert len(this.unsaid) == 1, "without D-Bus at once"
        this.integration.start()
        this.bridge.tell(ReminderDue())
        this.until(lambda: len(this.unsaid) == 2)
        assert this.unsaid[0].title == "Hearthside"


def test_without_any_bus_it_is_left_to_the_tray(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{kind}_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    this = Desk(qtbot)
    this.integration.start()
    this.bridge.tell(ReminderDue())
    this.until(lambda: len(this.unsaid) == 1)
    this.integration.close()
    this.bridge.close()

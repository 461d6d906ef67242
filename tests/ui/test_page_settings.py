"""The Settings page: shows what is in force, changes it through the services."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt, QTime, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QSystemTrayIcon

from desktop_app.base.errors import KnownError
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.events import SettingsChanged
from desktop_app.ui.pages.own_choice import OwnChoice
from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.pages.settings_sittings import TimeForm
from desktop_app.ui.widgets.chips import Chip
from tests.support.hand import HandBridge, HandCore, Told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look


@pytest.fixture
def page(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, tmp_path: Path
) -> SettingsPage:
    vars(core)["home"] = SimpleNamespace(root=tmp_path)
    vars(core)["backups"] = Told("backups", core.log)
    core.settings.answers["current"] = Settings(theme=Theme.DARK, skip_back=10, text_percent=120)
    page = SettingsPage(look, bridge)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def chip(page: SettingsPage, field: str, text: str) -> Chip:
    [found] = [each for each in page.choices[field].findChildren(Chip) if each.text() == text]
    return found


def test_shows_what_is_in_force(page: SettingsPage, tmp_path: Path) -> None:
    assert page.choices["theme"].value() is Theme.DARK
    assert page.choices["skip_back"].value() == 10
    assert page.looks.text_size.shown.text() == "120 %"
    assert page.library.place.text().replace("\u200b", "") == str(tmp_path)
    assert chip(page, "theme", "Light").accessibleName() == "Colours: Light"


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("theme", "Light", Theme.LIGHT),
        ("short_names", "As the feed says", False),
        ("discreet", "On", True),
        ("skip_back", "30 s", 30),
        ("skip_forward", "45 s", 45),
        ("parallel_downloads", "4", 4),
        ("bandwidth_kb", "500 kB/s", 500),
        ("budget_mb", "20 GB", 20_000),
        ("keep_heard_days", "30 days later", 30),
        ("refresh_hours", "Only when I ask", 0),
        ("refresh_hours", "Every 8 hours", 8),
        ("refresh_hours", "Once a day", 24),
        ("refresh_on_start", "Do not refresh", False),
        ("spare_metered", "Wait", True),
        ("log_sittings", "Do not keep", False),
        ("sit_reminder", "Off", False),
        ("speed", "1.5×", 1.5),
        ("levelling", "Off", False),
        ("restore_idle", "At any time", False),
    ],
)
def test_a_choice_holds_at_once(
    page: SettingsPage, bridge: HandBridge, core: HandCore, field: str, text: str, value: object
) -> None:
    chip(page, field, text).click()
    bridge.run()
    assert core.log == [("settings.change", (field, value))]


def test_the_tray_is_offered_where_there_is_one(
    page: SettingsPage, bridge: HandBridge, core: HandCore, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = chip(page, "stay_in_tray", "Keep going in the tray")
    assert not keep.isEnabled()
    assert "has no tray" in page.window_rows.hint.text()
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    page.shown(None)
    assert "Ctrl+Q ends Hearthside" in page.window_rows.hint.text()
    core.log.clear()
    keep.click()
    bridge.run()
    assert ("settings.change", ("stay_in_tray", True)) in core.log


def test_the_hours_of_downloads_are_three_settings_in_one(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    chip(page, "download_hours", "22:00 – 07:00").click()
    chip(page, "download_hours", "Any time").click()
    bridge.run()
    assert core.log == [
        (
            "settings.change",
            ("download_from", 22 * 60), ("download_hours", True), ("download_until", 7 * 60),
        ),
        ("settings.change", ("download_hours", False)),
    ]  # fmt: skip
    own = Settings(download_hours=True, download_from=65, download_until=300, budget_mb=7_500)
    bridge.tell(SettingsChanged(own))
    assert chip(page, "download_hours", "01:05 – 05:00").isChecked()
    assert chip(page, "budget_mb", "7.5 GB").isChecked()


def test_a_reminder_is_a_time_or_none(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    choice = page.choices["sit_reminder"]
    assert choice.value() is None
    chip(page, "sit_reminder", "21:00").click()
    chip(page, "sit_reminder", "Off").click()
    bridge.run()
    assert core.log == [
        ("settings.change", ("sit_reminder", True), ("sit_reminder_at", 21 * 60)),
        ("settings.change", ("sit_reminder", False)),
    ]
    bridge.tell(SettingsChanged(Settings(sit_reminder=True, sit_reminder_at=395)))
    assert chip(page, "sit_reminder", "06:35").isChecked()
    bridge.tell(SettingsChanged(Settings(sit_reminder=False, sit_reminder_at=395)))
    assert choice.value() is None


def test_a_reminder_at_a_time_of_ones_own(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    choice = page.choices["sit_reminder"]
    assert isinstance(choice, OwnChoice)
    assert isinstance(choice.form, TimeForm)
    chip(page, "sit_reminder", "Other…").click()
    assert choice.form.field.time() == QTime(7, 30)
    choice.form.field.setTime(QTime(5, 45))
    QTest.keyClick(choice.form.field, Qt.Key.Key_Return)
    bridge.run()
    assert core.log == [
        ("settings.change", ("sit_reminder", True), ("sit_reminder_at", 5 * 60 + 45)),
    ]


def test_the_text_grows_in_steps_within_limits(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    page.looks.text_size.more.click()
    page.looks.text_size.usual.click()
    bridge.run()
    assert core.log == [
        ("settings.change", ("text_percent", 130)),
        ("settings.change", ("text_percent", 100)),
    ]
    bridge.tell(SettingsChanged(Settings(text_percent=70)))
    assert not page.looks.text_size.less.isEnabled()
    assert page.looks.text_size.more.isEnabled()


def test_follows_a_change_made_elsewhere(page: SettingsPage, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(theme=Theme.LIGHT, log_sittings=False)))
    assert page.choices["theme"].value() is Theme.LIGHT
    assert page.choices["log_sittings"].value() is False


def test_discreet_mode_says_what_it_hides(page: SettingsPage, bridge: HandBridge) -> None:
    said = " ".join(each.text() for each in page.findChildren(QLabel))
    for hidden in ("title of the window", "tray", "media controls", "pictures"):
        assert hidden in said
    assert chip(page, "discreet", "On").accessibleName() == "Discreet mode: On"
    assert page.choices["discreet"].value() is False
    bridge.tell(SettingsChanged(Settings(discreet=True)))
    assert page.choices["discreet"].value() is True


def test_the_speed_is_that_of_feeds_without_their_own(page: SettingsPage) -> None:
    said = [each.text() for each in page.findChildren(QLabel)]
    assert "Usual speed" in said
    assert any(each.startswith("For feeds that have no speed of their own") for each in said)


def test_what_cannot_be_kept_goes_back_and_says_so(
    page: SettingsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.settings.answers["change"] = KnownError("The settings could not be saved", "disk full")
    chip(page, "theme", "Light").click()
    bridge.run()
    assert page.choices["theme"].value() is Theme.DARK
    assert "could not be saved" in page.notice.accessibleName()


def test_subscriptions_are_written(
    page: SettingsPage, bridge: HandBridge, core: HandCore, tmp_path: Path
) -> None:
    core.subscriptions.answers["export_opml"] = b"<opml/>"
    page.library.export.click()
    [dialog] = page.findChildren(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    target = tmp_path / "feeds.opml"
    dialog.fileSelected.emit(str(target))
    bridge.run()
    dialog.reject()
    assert target.read_bytes() == b"<opml/>"
    assert str(target) in page.notice.accessibleName()


def test_a_place_that_cannot_be_written_is_a_line(
    page: SettingsPage, bridge: HandBridge, core: HandCore, tmp_path: Path
) -> None:
    core.subscriptions.answers["export_opml"] = b"<opml/>"
    page.library.export.click()
    [dialog] = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "feeds.opml"))
    bridge.run()
    dialog.reject()
    assert "The subscriptions were not saved" in page.notice.accessibleName()


def test_a_backup_is_made_where_the_person_says(
    page: SettingsPage, bridge: HandBridge, core: HandCore, tmp_path: Path
) -> None:
    page.library.backup.click()
    [dialog] = page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.sqlite"))
    bridge.run()
    dialog.reject()
    assert core.log == [("backups.write", tmp_path / "copy.sqlite")]


class Opener(QObject):
    """Takes what the desktop would open."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[QUrl] = []

    @Slot(QUrl)
    def take(self, url: QUrl) -> None:
        self.opened.append(url)


def test_the_folder_opens(page: SettingsPage, tmp_path: Path) -> None:
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "take")  # type: ignore[arg-type] # the stub errs
    page.library.open_folder.click()
    QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in opener.opened] == [tmp_path]


def test_leads_to_keys_problems_and_about(page: SettingsPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.open_page) as opened:
        page.help.about.click()
    assert opened.args == ["about", None]
    with qtbot.waitSignal(page.open_page) as opened:
        page.help.problems.click()
    assert opened.args == ["problems", None]
    with qtbot.waitSignal(page.keys_wanted):
        page.help.keys.click()

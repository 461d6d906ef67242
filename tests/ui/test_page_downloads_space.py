"""Room, hours and speed on the Downloads page: what is in force, and how it is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtTest import QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.settings import Settings
from desktop_app.base.shelf import Removable, Space
from desktop_app.services.events import EpisodesChanged, SettingsChanged
from desktop_app.ui.pages.own_choice import OwnChoice
from tests.ui.downloads_desk import full_page

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.downloads import DownloadsPage
    from desktop_app.ui.widgets.chips import Chip, Chips
    from tests.support.hand import HandBridge, HandCore


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> DownloadsPage:
    return full_page(look, bridge, core, qtbot)


def budget(page: DownloadsPage) -> OwnChoice[int]:
    """Return the choice of the room for recordings."""
    found = page.space.choices["budget_mb"]
    assert isinstance(found, OwnChoice)
    return found


def offered(choice: Chips[object]) -> dict[str, bool]:
    """Return what is offered, and which of it is on."""
    return {chip.text(): chip.isChecked() for _value, chip in choice._chips}


def chip(choice: Chips[object], text: str) -> Chip:
    return next(each for _value, each in choice._chips if each.text() == text)


def test_the_bar_names_what_takes_the_room(page: DownloadsPage, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(keep_heard_days=30)))
    bridge.run()
    said = [label.text() for label in page.space.legend.labels if label.isVisible()]
    assert said == [
        "Favorites 9.0 GB, never removed",
        "Meditations 2.2 GB",
        "Talks 1.0 GB",
        "Heard 2.0 GB, removed after 30 days",
        "5.8 GB left",
    ]
    assert page.space.bar.accessibleName() == ". ".join(said)
    assert [round(share, 2) for share, _colour in page.space.bar._parts] == [0.45, 0.11, 0.05, 0.1]


def test_what_is_not_there_is_not_named(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["space"] = Space(talks=1_000_000, free=9_000_000)
    bridge.tell(EpisodesChanged())
    bridge.run()
    said = [label.text() for label in page.space.legend.labels if label.isVisible()]
    assert said == ["Talks 1.0 MB", "9.0 MB free on the disk"]


def test_heard_talks_are_removed_after_a_question(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    clean = page.space.clean
    assert clean.ask.text() == "Remove heard talks (34, 2.0 GB)…"
    clean.ask.click()
    assert clean.yes.isVisible()
    assert page.window().focusWidget() is clean.no
    for spared in ("favorites", "bookmarked", "queue", "in the middle of", "not heard yet"):
        assert spared in clean.question.text().replace("\n", " ")
    QTest.keyClick(clean.no, Qt.Key.Key_Escape)
    assert not clean.yes.isVisible()
    bridge.run()
    assert core.log == []
    core.cleaning.answers["free"] = Removable(34, 2_000_000_000)
    clean.ask.click()
    clean.yes.click()
    bridge.run()
    assert core.log == [("cleaning.free",)]
    assert page.notice.accessibleName() == "34 recordings are removed. 2.0 GB"


def test_a_clean_up_that_fails_is_a_line(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.cleaning.answers["free"] = KnownError("The library is busy", "", "Wait.")
    page.space.clean.ask.click()
    page.space.clean.yes.click()
    bridge.run()
    assert "The library is busy" in page.notice.accessibleName()


def test_nothing_heard_is_nothing_to_remove(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    page.space.clean.ask.click()
    core.cleaning.answers["removable"] = Removable()
    bridge.tell(EpisodesChanged())
    bridge.run()
    assert page.space.clean.ask.text() == "Nothing heard to remove"
    assert not page.space.clean.ask.isEnabled()
    assert not page.space.clean.yes.isVisible()


def test_a_full_shelf_of_what_is_kept_says_what_can_be_done(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    assert not page.space.full.isVisible()
    core.browsing.answers["space"] = Space(20 * 10**9, free=10**11, budget=20 * 10**9)
    core.cleaning.answers["removable"] = Removable()
    bridge.tell(EpisodesChanged())
    bridge.run()
    assert page.space.full.isVisible()
    assert "Allow more room" in page.space.full.text()


def test_a_budget_among_the_usual_ones_or_of_ones_own(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    choice = budget(page)
    chip(choice.chips, "20 GB").click()
    chip(choice.chips, "Other…").click()
    form = choice.form
    assert form.isVisible()
    form.field.setValue(7.5)  # type: ignore[attr-defined]
    form.keep.click()
    assert not form.isVisible()
    bridge.run()
    asked = [call for call in core.log if call[0] == "settings.change"]
    assert asked == [
        ("settings.change", ("budget_mb", 20_000)), ("settings.change", ("budget_mb", 7_500))
    ]  # fmt: skip
    chip(choice.chips, "Other…").setFocus()
    bridge.tell(SettingsChanged(Settings(budget_mb=7_500)))
    on = [text for text, checked in offered(choice.chips).items() if checked]
    assert on == ["7.5 GB"]
    assert page.window().focusWidget() is chip(choice.chips, "7.5 GB")
    bridge.tell(SettingsChanged(Settings(budget_mb=5_000)))
    assert list(offered(choice.chips)) == [
        "No limit", "5 GB", "10 GB", "20 GB", "50 GB", "100 GB", "Other…"
    ]  # fmt: skip
    assert page.window().focusWidget() is chip(choice.chips, "5 GB")


def test_a_form_that_is_left_changes_nothing(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    choice = budget(page)
    chip(choice.chips, "Other…").click()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Escape)
    assert not choice.form.isVisible()
    assert page.window().focusWidget() is chip(choice.chips, "Other…")
    assert choice.value() == 0
    assert offered(choice.chips)["No limit"]
    bridge.run()
    assert core.log == []


def test_what_was_heard_may_go_by_itself(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    days = page.space.choices["keep_heard_days"]
    chip(days, "30 days later").click()  # type: ignore[arg-type]
    bridge.run()
    assert core.log[0] == ("settings.change", ("keep_heard_days", 30))


def test_pause_all_and_resume_all(page: DownloadsPage, bridge: HandBridge, core: HandCore) -> None:
    pause = page.controls.pause
    assert pause.text() == "Pause all"
    pause.click()
    bridge.run()
    assert core.log == [("downloading.pause_all",)]
    core.downloading.answers["paused"] = True
    bridge.tell(SettingsChanged(Settings(downloads_paused=True)))
    assert pause.text() == "Resume all"
    pause.click()
    bridge.run()
    assert ("downloading.resume_all",) in core.log
    assert page.subtitle.text().startswith("Everything is paused")


def test_a_limit_is_chosen_and_named(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    menu = page.controls.limit_menu()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["No limit"]
    next(action for action in menu.actions() if action.text() == "2 MB/s").trigger()
    bridge.run()
    assert core.log == [("settings.change", ("bandwidth_kb", 2000))]
    bridge.tell(SettingsChanged(Settings(bandwidth_kb=2000)))
    assert page.controls.limit.text() == "Limit 2 MB/s"
    assert page.controls.limit.accessibleName() == "Limit of the speed: 2 MB/s"


def test_hours_are_chosen_and_named(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    controls = page.controls
    assert controls.hours.text() == "Any time"
    next(one for one in controls.hours_menu().actions() if one.text() == "22:00 – 07:00").trigger()
    bridge.run()
    assert core.log == [
        (
            "settings.change",
            ("download_from", 22 * 60), ("download_hours", True), ("download_until", 7 * 60),
        )
    ]  # fmt: skip
    bridge.tell(SettingsChanged(Settings(download_hours=True)))
    bridge.run()
    assert controls.hours.text() == "Only 22:00 – 07:00"
    assert controls.hours.accessibleName() == "When downloads run: Only 22:00 – 07:00"
    core.log.clear()
    next(one for one in controls.hours_menu().actions() if one.text() == "Any time").trigger()
    bridge.run()
    assert core.log == [("settings.change", ("download_hours", False))]


def test_hours_of_ones_own(page: DownloadsPage, bridge: HandBridge, core: HandCore) -> None:
    controls = page.controls
    own = Settings(download_hours=True, download_from=65, download_until=300)
    bridge.tell(SettingsChanged(own))
    bridge.run()
    core.log.clear()
    menu = controls.hours_menu()
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["01:05 – 05:00"]
    menu.actions()[-1].trigger()
    form = controls.times
    assert form.isVisible()
    assert page.window().focusWidget() is form.begin
    assert (form.begin.text(), form.end.text()) == ("01:05", "05:00")
    form.end.setTime(QTime(6, 30))
    QTest.keyClick(form.end, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert page.window().focusWidget() is controls.hours
    bridge.run()
    assert core.log == [
        (
            "settings.change",
            ("download_from", 65), ("download_hours", True), ("download_until", 390),
        )
    ]  # fmt: skip


def test_from_ten_until_ten_is_any_time(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    form = page.controls.times
    form.start((600, 600))
    form.keep.click()
    bridge.run()
    assert core.log == [("settings.change", ("download_hours", False))]

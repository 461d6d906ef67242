"""The field at the top of the Settings page: plain words find rows, and nothing else stays."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.ui.pages.settings import SettingsPage
from desktop_app.ui.pages.settings_search import meant
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


@pytest.fixture
def page(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, tmp_path: Path
) -> SettingsPage:
    vars(core)["home"] = SimpleNamespace(root=tmp_path)
    page = SettingsPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.shown(None)
    bridge.run()
    return page


def titles(page: SettingsPage) -> list[str]:
    """Return the titles of the rows in sight."""
    rows = [row for section in page.sections for row in section.group._rows]
    return [row.title.text() for row in rows if row.title.isVisibleTo(page)]


def headings(page: SettingsPage) -> list[str]:
    return [each.heading.text() for each in page.sections if each.heading.isVisibleTo(page)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("dark", ["Colours"]),
        ("night", ["Colours", "When downloads run"]),
        ("THEME", ["Colours"]),
        ("font", ["Text size"]),
        ("fönt", ["Text size"]),
        ("spanish", ["Language"]),
        ("Español", ["Language"]),
        ("espanol", ["Language"]),
        ("space", ["Room for recordings", "Remove what was heard"]),
        ("space on my disk", ["Room for recordings", "Remove what was heard"]),
        ("save space", ["Room for recordings", "Remove what was heard"]),
        ("notifications", ["A reminder to sit"]),
        ("notify", ["A reminder to sit"]),
        ("bells", ["A reminder to sit"]),
        ("wifi", ["On a connection that is paid by use", "Highest speed", "When downloads run"]),
        ("wi-fi", ["On a connection that is paid by use", "Highest speed", "When downloads run"]),
        ("louder", ["Bring quiet recordings up"]),
        ("tray", ["When the window is closed", "Discreet mode", "A reminder to sit"]),
        ("delete everything", ["Erase everything"]),
        ("wipe", ["Erase everything"]),
        ("opml", ["Subscriptions"]),
        ("shortcuts", ["Keyboard"]),
        ("skip back", ["Skip back"]),
        ("privacy telemetry", ["What Hearthside keeps"]),
    ],
)
def test_plain_words_find_the_row(page: SettingsPage, typed: str, found: list[str]) -> None:
    page.field.setText(typed)
    assert titles(page) == found
    assert not page.nothing.isVisibleTo(page)


def test_a_title_of_a_group_finds_all_of_it(page: SettingsPage) -> None:
    page.field.setText("appearance")
    assert headings(page) == ["Appearance"]
    assert titles(page) == ["Language", "Colours", "Text size", "Names"]


def test_nothing_found_says_what_to_do_and_escape_shows_all(page: SettingsPage) -> None:
    everything = titles(page)
    assert len(everything) > 20
    page.field.setText(" zebra ")
    assert titles(page) == headings(page) == []
    said = [each.text() for each in page.nothing.findChildren(Text)]
    assert "No setting fits “zebra”" in said
    assert any("Esc shows all" in each for each in said)
    QTest.keyClick(page.field, Qt.Key.Key_Escape)
    assert page.field.text() == ""
    assert titles(page) == everything
    assert not page.nothing.isVisibleTo(page)
    page.field.setText("zebra")
    page.nothing._button.click()
    assert titles(page) == everything


def test_the_keyboard_goes_there(page: SettingsPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.field.setText("dark")
    assert page.search()
    qtbot.waitUntil(page.field.hasFocus)
    assert page.field.selectedText() == "dark"


def test_the_next_visit_shows_all(page: SettingsPage) -> None:
    page.field.setText("dark")
    page.shown(None)
    assert len(titles(page)) > 20


def test_every_row_has_a_line_that_explains(page: SettingsPage) -> None:
    rows = [row for section in page.sections for row in section.group._rows]
    assert all(row.title.text() and row.hint.text().strip() for row in rows)
    assert all(row.also for row in rows)


def test_filling_words_count_only_where_there_are_no_others() -> None:
    assert meant("The space on a Disk") == (["space", "disk"], ["space", "disk"])
    assert meant("on the") == (["on", "the"], ["on", "the"])
    assert meant("downloading bells gas") == (
        ["downloading", "bells", "gas"], ["download", "bell", "gas"])  # fmt: skip

"""The bookmarks of a talk: their notes, their removal, and the way out of the library."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Bookmark
from desktop_app.ui.pages.talk_bookmarks import BookmarkList, BookmarkRow
from tests.support.hand import MOMENT

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

HUMILITY = Bookmark(1, 7, 880.0, "humility", MOMENT)
BARE = Bookmark(2, 7, 2310.0, "", MOMENT)
LATE = Bookmark(3, 7, 3000.0, "the end\nof it", MOMENT)


@pytest.fixture
def marks(look: Look, bridge: HandBridge, qtbot: QtBot) -> BookmarkList:
    marks = BookmarkList(look, bridge)
    qtbot.addWidget(marks)
    marks.resize(900, 400)
    marks.show_bookmarks((LATE, BARE, HUMILITY))
    marks.show()
    return marks


def rows(marks: BookmarkList) -> list[BookmarkRow]:
    """Return the rows from the top."""
    body = marks._card.body
    found = [item.widget() for at in range(body.count()) if (item := body.itemAt(at))]
    return [row for row in found if isinstance(row, BookmarkRow)]


def press(marks: BookmarkList, key: Qt.Key) -> None:
    """Press a key where the keyboard is."""
    focused = marks.window().focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_they_stand_in_the_order_of_their_places(marks: BookmarkList) -> None:
    assert [row.go.text() for row in rows(marks)] == ["14:40", "38:30", "50:00"]
    assert rows(marks)[1].note.text() == "22 Nov 2026"
    marks.show_bookmarks((replace(HUMILITY, position=2400.0), BARE))
    assert [row.go.text() for row in rows(marks)] == ["38:30", "40:00"]
    marks.show_bookmarks(())
    assert marks.isHidden()


def test_enter_keeps_a_note(marks: BookmarkList, bridge: HandBridge, core: HandCore) -> None:
    row = rows(marks)[0]
    row.edit.click()
    assert (row.field.text(), row.note.isHidden()) == ("humility", True)
    assert marks.window().focusWidget() is row.field
    row.field.setText("  thinking of yourself less ")
    press(marks, Qt.Key.Key_Return)
    bridge.run()
    assert core.log == [("places.edit_bookmark", 1, 7, "thinking of yourself less")]
    assert not row.editing
    assert marks.window().focusWidget() is row.edit
    marks.show_bookmarks((replace(HUMILITY, note="thinking of yourself less"), BARE, LATE))
    assert rows(marks)[0] is row
    assert row.note.text() == "thinking of yourself less"


def test_escape_leaves_a_note_as_it_was(
    marks: BookmarkList, bridge: HandBridge, core: HandCore
) -> None:
    row = rows(marks)[2]
    row.edit.click()
    assert row.field.text() == "the end of it", "a note of several lines becomes one"
    row.field.setText("something else")
    press(marks, Qt.Key.Key_Escape)
    row.edit.click()
    assert row.field.text() == "the end of it"
    press(marks, Qt.Key.Key_Escape)
    assert not row.editing
    assert row.note.text() == "the end\nof it"
    bridge.run()
    assert core.log == []


def test_a_note_that_is_typed_stays_while_others_come(marks: BookmarkList) -> None:
    row = rows(marks)[0]
    row.edit.click()
    row.field.setText("half a th")
    marks.show_bookmarks((HUMILITY, BARE, LATE, Bookmark(4, 7, 10.0, "", MOMENT)))
    assert rows(marks)[0].go.text() == "0:10"
    assert rows(marks)[1] is row
    assert (row.editing, row.field.text()) == (True, "half a th")
    assert marks.window().focusWidget() is row.field


def test_the_keyboard_goes_on_from_one_that_is_removed(
    marks: BookmarkList, bridge: HandBridge, core: HandCore
) -> None:
    first, second, third = rows(marks)
    second.remove.setFocus()
    press(marks, Qt.Key.Key_Space)
    bridge.run()
    assert core.log == [("places.remove_bookmark", 2, 7)]
    marks.show_bookmarks((HUMILITY, LATE))
    assert marks.window().focusWidget() is third.remove
    marks.show_bookmarks((HUMILITY,))
    assert marks.window().focusWidget() is first.remove


def test_what_cannot_be_kept_is_told(
    marks: BookmarkList, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.places.answers["edit_bookmark"] = problem = KnownError("The library cannot be written")
    rows(marks)[0].noted.emit("another")
    with qtbot.waitSignal(marks.failed, timeout=0) as failed:
        bridge.run()
    assert failed.args == [problem]


def test_all_bookmarks_are_written_as_text(
    marks: BookmarkList, bridge: HandBridge, core: HandCore, tmp_path: Path, qtbot: QtBot
) -> None:
    core.places.answers["bookmarks_as_markdown"] = "# Bookmarks — all\n"
    marks.export.click()
    [dialog] = marks.findChildren(QFileDialog)
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    target = tmp_path / "mine.md"
    dialog.fileSelected.emit(str(target))
    with qtbot.waitSignal(marks.saved, timeout=0) as saved:
        bridge.run()
    assert saved.args == [str(target)]
    assert target.read_text("utf-8") == "# Bookmarks — all\n"
    dialog.fileSelected.emit(str(tmp_path / "nowhere" / "mine.md"))
    with qtbot.waitSignal(marks.failed, timeout=0) as failed:
        bridge.run()
    assert "The bookmarks were not saved" in str(failed.args)
    dialog.reject()


@pytest.mark.parametrize("kept", [True, False])
def test_they_are_offered_a_place_among_the_documents(
    marks: BookmarkList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, kept: bool
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    if kept:
        (tmp_path / "Documents").mkdir()
    marks.export.click()
    [dialog] = marks.findChildren(QFileDialog)
    expected = tmp_path / "Documents" if kept else tmp_path
    assert dialog.directory().absolutePath() == str(expected)

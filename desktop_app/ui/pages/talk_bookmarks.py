"""The bookmarks of a talk: ways to their places, with notes that are changed where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.settings_save import choose_file, export_bookmarks
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.tab_order import go_along
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.model import Bookmark
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look


class BookmarkRow(QWidget):
    """One bookmark; while its note is changed, Enter keeps it and Escape leaves it as it was.

    Signals:
        noted: the note is to be this.
    """

    noted = Signal(str)

    def __init__(self, look: Look, mark: Bookmark) -> None:
        super().__init__()
        self.mark = mark
        self.go = Button(look, "", Kind.LINK, icon=Icon.FLAG)
        self.note = Text(look, "", Role.BODY, wrap=True)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("A note of your own"))
        self.field.hide()
        self.edit = Button(look, "", Kind.PLAIN, icon=Icon.EDIT)
        self.remove = Button(look, "", Kind.PLAIN, icon=Icon.TRASH)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(12))
        line.addWidget(self.go)
        line.addWidget(self.note, 1)
        line.addWidget(self.field, 1)
        line.addWidget(self.edit)
        line.addWidget(self.remove)
        self.go.setMinimumWidth(look.px(86))
        self.edit.clicked.connect(self.start)
        self.field.returnPressed.connect(self._keep)
        self.show_mark(mark)

    def show_mark(self, mark: Bookmark) -> None:
        """Show what is in force; what is being typed stays."""
        self.mark = mark
        aloud = words.spoken(mark.position)
        self.go.setText(words.clock(mark.position))
        self.go.set_name(tr("Go to {time}", time=aloud))
        self.note.setText(mark.note or words.short_date(mark.created.astimezone()))
        self.note.set_tone(Tone.INK if mark.note else Tone.SOFT)
        self.field.setAccessibleName(tr("Note of the bookmark at {time}", time=aloud))
        self.edit.set_name(tr("Change the note at {time}", time=aloud))
        self.remove.set_name(tr("Remove the bookmark at {time}", time=aloud))

    @property
    def editing(self) -> bool:
        """Whether the note is being changed."""
        return not self.field.isHidden()

    def start(self) -> None:
        """Offer the note for change; a note of several lines becomes one."""
        if self.editing:
            return
        self.field.setText(" ".join(self.mark.note.split()))
        self._open(on=True)
        self.field.selectAll()
        self.field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the note as it was with Escape."""
        if event.key() == Qt.Key.Key_Escape and self.editing:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        note = self.field.text().strip()
        self._leave()
        if note != self.mark.note:
            self.noted.emit(note)

    def _leave(self) -> None:
        self.edit.setFocus()
        self._open(on=False)

    def _open(self, *, on: bool) -> None:
        self.field.setVisible(on)
        self.note.setVisible(not on)


class BookmarkList(QWidget):
    """The bookmarks in the order of their places.

    Signals:
        sought: the place to go to, in seconds.
        saved: the path that all bookmarks were written to.
        failed: the ``KnownError`` of something that could not be done.
    """

    sought = Signal(float)
    saved = Signal(str)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._rows: dict[int, BookmarkRow] = {}
        self._card = Card(look, padding=6, spacing=2)
        self.export = Button(look, tr("Export bookmarks…"), Kind.LINK)
        self.export.setToolTip(tr("Those of all talks, as a text in Markdown"))
        head = QHBoxLayout()
        head.addWidget(Text(look, tr("Bookmarks"), Role.SECTION))
        head.addStretch(1)
        head.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(self._card)
        self.export.clicked.connect(self._export)
        self.hide()

    def show_bookmarks(self, marks: tuple[Bookmark, ...]) -> None:
        """Show these; none: nothing is shown at all. A note that is being typed stays."""
        before = list(self._rows.values())
        rows = {}
        for mark in sorted(marks, key=lambda each: each.position):
            row = self._rows.pop(mark.id, None) or self._row(mark)
            row.show_mark(mark)
            rows[mark.id] = row
        gone, self._rows = self._rows, rows
        for row in gone.values():
            self._hand_on(before, row)
            self._card.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        for at, row in enumerate(rows.values()):
            if self._card.body.indexOf(row) != at:
                self._card.body.insertWidget(at, row)
        stops = ((row.go, row.field, row.edit, row.remove) for row in rows.values())
        go_along(self.export, *(stop for each in stops for stop in each))
        self.setVisible(bool(marks))

    def _hand_on(self, before: list[BookmarkRow], gone: BookmarkRow) -> None:
        """Let the keyboard go on from a row that goes to the next one that stays."""
        focused, at = QApplication.focusWidget(), before.index(gone)
        stay = [row for row in (*before[at:], *reversed(before[:at])) if row.mark.id in self._rows]
        if stay and focused is not None and gone.isAncestorOf(focused):
            stay[0].remove.setFocus()

    def _row(self, mark: Bookmark) -> BookmarkRow:
        row, one, talk = BookmarkRow(self._look, mark), mark.id, mark.episode_id
        row.go.clicked.connect(lambda: self.sought.emit(row.mark.position))
        row.noted.connect(
            lambda note: self._do(lambda core: core.places.edit_bookmark(one, talk, note))
        )
        row.remove.clicked.connect(
            lambda: self._do(lambda core: core.places.remove_bookmark(one, talk))
        )
        return row

    def _export(self) -> None:
        choose_file(self, tr("Export bookmarks"), "hearthside-bookmarks.md", self._save)

    def _save(self, path: str) -> None:
        self._bridge.call(
            lambda core: export_bookmarks(core, path),
            lambda _none: self.saved.emit(path),
            self.failed.emit,
        )

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)

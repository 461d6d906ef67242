"""All keys on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look


def keys() -> tuple[tuple[str, str], ...]:
    """Return each key with what it does."""
    return (
        (tr("Space"), tr("Play or pause")),
        (tr("← and →"), tr("Skip back and forward")),
        (tr("Shift with ← and →"), tr("The chapter before and the next")),
        (tr(", and ."), tr("A little slower, a little faster")),
        ("T", tr("Open the talk that plays")),
        (tr("B, then N"), tr("Bookmark this place; write a note for it")),
        ("Ctrl+1 … 6", tr("Today, Speakers, Meditations, Favorites, Queue, Downloads")),
        (tr("0 … 9, Ctrl with ← and →"), tr("On the line of a talk: its tenths; its marks")),
        ("Ctrl+F", tr("Search")),
        ("Alt+←", tr("Back to the page before")),
        ("F5", tr("Refresh all feeds")),
        ("Ctrl+Z", tr("Take back what a line on the screen offers to undo")),
        (tr("+ and −"), tr("Louder and softer")),
        ("Ctrl+M", tr("The mini player, and back")),
        ("Ctrl+Q", tr("End Hearthside")),
        ("Ctrl + and −", tr("Larger and smaller; Ctrl 0 for the usual size")),
        ("M", tr("On Today, on Meditations: begin the sitting that is offered")),
        ("1 … 9", tr("On Meditations: begin a sitting")),
        (tr("F2, Del"), tr("On a sitting’s card, in the log: change; remove")),
        (tr("Space, Esc"), tr("In a sitting: pause or go on; end early")),
        (tr("F or F11"), tr("In a sitting: full screen; Esc leaves it")),
        ("+", tr("In a sitting, or at its end: five minutes more")),
        (tr("↑ and ↓"), tr("In a sitting: what sounds all along louder and softer")),
        ("T", tr("In a sitting: have the time that is left read aloud")),
        (tr("Enter"), tr("In a list: open")),
        ("P", tr("In a list: play or pause")),
        ("D", tr("In a list: download, hold, or go on")),
        ("S", tr("In a list, on a talk’s page: put among the favorites")),
        ("N", tr("In a list: write a note beside the star")),
        (tr("Q, Shift+Q"), tr("In a list: add to the end of the queue; play next")),
        ("H", tr("In a list: mark as heard, or as not heard")),
        (tr("Shift+↑ and ↓"), tr("In a list: choose several; Ctrl+A: all; Esc: one")),
        (tr("Alt+↑ and ↓"), tr("In the queue, in a collection, among sittings: move up and down")),
        (tr("Menu key"), tr("Everything that can be done with a talk")),
        (tr("? or F1"), tr("This sheet")),
    )


class _Scroll(QScrollArea):
    """As high as what it holds, or as the screen allows."""

    def __init__(self, held: QWidget) -> None:
        super().__init__()
        self._held = held
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(held)
        self.setAccessibleName(tr("Keys"))

    def sizeHint(self) -> QSize:
        """Leave room for the rest of the sheet and the title bar."""
        wanted, screen = self._held.sizeHint(), self.screen().availableGeometry()
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(wanted.width() + bar, min(wanted.height(), screen.height() * 2 // 3))

    def minimumSizeHint(self) -> QSize:
        """Show all of each line."""
        return QSize(self.sizeHint().width(), 100)


class KeyboardSheet(QDialog):
    """Closes with Escape; deletes itself."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(14))
        column.addWidget(Text(look, tr("Keys"), Role.HEADLINE))
        self.sheet = QWidget()
        grid = QGridLayout(self.sheet)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(28))
        grid.setVerticalSpacing(px(8))
        for row, (key, what) in enumerate(keys()):
            grid.addWidget(Text(look, key, Role.SMALL_STRONG), row, 0)
            grid.addWidget(Text(look, what, Role.SMALL, Tone.SOFT), row, 1)
        column.addWidget(_Scroll(self.sheet), 1)
        close = Button(look, tr("Close"), Kind.QUIET)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

"""All keys on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

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
        ("T", tr("Open the talk that plays")),
        ("B", tr("Bookmark this place")),
        ("Ctrl+1 … 6", tr("Today, Speakers, Meditations, Favorites, Queue, Downloads")),
        ("Ctrl+F", tr("Search")),
        ("Alt+←", tr("Back to the page before")),
        ("F5", tr("Refresh all feeds")),
        ("Ctrl + and −", tr("Larger and smaller; Ctrl 0 for the usual size")),
        (tr("Space, Esc"), tr("In a sitting: pause or go on; end early")),
        (tr("Enter"), tr("In a list: open")),
        ("P", tr("In a list: play or pause")),
        ("D", tr("In a list: download, hold, or go on")),
        ("S", tr("In a list: put among the favorites")),
        ("Q", tr("In a list: add to the queue")),
        (tr("Alt+↑ and ↓"), tr("In the queue: move up and down")),
        (tr("Menu key"), tr("Everything that can be done with a talk")),
        (tr("? or F1"), tr("This sheet")),
    )


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
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(28))
        grid.setVerticalSpacing(px(8))
        for row, (key, what) in enumerate(keys()):
            grid.addWidget(Text(look, key, Role.SMALL_STRONG), row, 0)
            grid.addWidget(Text(look, what, Role.SMALL, Tone.SOFT), row, 1)
        column.addLayout(grid)
        close = Button(look, tr("Close"), Kind.QUIET)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

"""A part of the Downloads page: its title, what can be done with all of it, and what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look


class Part(QWidget):
    """A titled column; ``add_link`` puts buttons at the end of the title's line, or below it.

    ``hint`` is a line below the title, hidden while it has nothing to say.
    """

    def __init__(self, look: Look, title: str) -> None:
        super().__init__()
        self.look = look
        self.heading = Text(look, title, Role.SECTION)
        self.hint = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self._links = Buttons(look)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self.heading)
        self._head.addStretch(1)
        self._head.addWidget(self._links)
        self.column.addLayout(self._head)
        self.column.addWidget(self.hint)
        self.say("")
        look.changed.connect(self._dress)
        self._dress()

    def add_link(self, text: str) -> Button:
        """Return a new button behind the title."""
        button = Button(self.look, text, Kind.LINK)
        self._links.add(button)
        return button

    def say(self, hint: str) -> None:
        """Say this below the title."""
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow page, however the title's line stands now."""
        return QSize(self.look.px(220), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the title when there is no room beside it."""
        super().resizeEvent(event)
        needed = self.heading.sizeHint().width() + self._links.sizeHint().width()
        wide = needed + self._head.spacing() <= self.width()
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _dress(self) -> None:
        self.heading.setMinimumWidth(self.look.px(80))
        self.column.setSpacing(self.look.px(8))
        self._head.setSpacing(self.look.px(12))
        self.heading.setFixedHeight(self.look.px(30))

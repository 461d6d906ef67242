"""Two parts of the first start: words with a button beside them, and the way on at the foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.page_foot import PageFoot
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look

_WORDS = 220
"""The least width, in design pixels, that is left to the words beside the buttons."""


class WelcomeFoot(PageFoot):
    """``begin`` is there as long as something is ticked; ``later`` always, and as easy.

    ``begin`` is met first: who has ticked something loses it by no key pressed too early.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._chosen = False
        self._held: Button | None = None
        advice = tr("Feeds can be added and removed at any time.")
        self._advice = Text(look, advice, Role.SMALL, Tone.SOFT, wrap=True)
        self.begin = Button(look, "", Kind.PRIMARY)
        self.later = Button(look, tr("Not now"))
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.addWidget(self._advice, 1)
        self._row.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignRight)
        self._row.addWidget(self.later, 0, Qt.AlignmentFlag.AlignRight)
        look.changed.connect(self.dress)
        self.count(0)
        self.dress()

    def count(self, ticks: int) -> None:
        """Offer to subscribe to so many."""
        if ticks:
            self.begin.setText(words.count(ticks, "Subscribe to 1 feed", "Subscribe to {n} feeds"))
            self.begin.updateGeometry()
        self.begin.setVisible(ticks > 0)
        self._turn()

    def chose(self) -> None:
        """Say "Go on" from now on: the person has chosen something already."""
        if not self._chosen:
            self._chosen = True
            self.later.setText(tr("Go on"))
            self.later.updateGeometry()
            self._turn()

    def set_busy(self, *, on: bool) -> None:
        """Let nothing be pressed while something is done; the keyboard waits here meanwhile."""
        if on:
            self._held = next((one for one in (self.begin, self.later) if one.hasFocus()), None)
            if self._held is not None:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.begin.setEnabled(not on)
        self.later.setEnabled(not on)
        if not on and self._held is not None and self.hasFocus():
            self._held.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below each other where one line is too short for them."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        px, margins = self.look.px, self._row.contentsMargins()
        buttons = [one for one in (self.begin, self.later) if not one.isHidden()]
        needed = sum(one.sizeHint().width() + px(8) for one in buttons) - px(8)
        room = self.width() - margins.left() - margins.right()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if needed <= room else way.TopToBottom)
        self._advice.setVisible(room - needed >= px(_WORDS))

    def dress(self) -> None:
        """Keep the margins anew."""
        px = self.look.px
        self._row.setContentsMargins(self.side, px(12), self.side, px(14))
        self._row.setSpacing(px(8))
        self._turn()


class Beside(QWidget):
    """Words with a button at their end, or below them where both have no room in one line."""

    def __init__(self, look: Look, said: QWidget, button: Button) -> None:
        super().__init__()
        self._look, self._button = look, button
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(said, 1)
        self._row.addWidget(button)
        look.changed.connect(self._turn)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Be content with the wider of the two."""
        return QSize(self._button.sizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the button where it has room."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        beside = self._button.sizeHint().width() + self._look.px(_WORDS) <= self.width()
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._row.setSpacing(self._look.px(8))

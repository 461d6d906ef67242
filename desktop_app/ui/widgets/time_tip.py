"""The small card above the line of a talk: the time under the pointer, and what is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.tokens import Role

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_WIDEST = 340


class TimeTip(QWidget):
    """Words above the line; the mouse goes through them.

    A tool tip of the system is a window that may lie under the pointer and take the press.
    """

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._ground = look, parent
        self.text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def say(self, text: str, above: QPoint) -> None:
        """Show ``text`` with the middle of its foot here, inside the parent."""
        px, room = self._look.px, self._ground.rect()
        self.text = text
        metrics = QFontMetrics(self._look.font(Role.SMALL))
        wide = min(px(_WIDEST), room.width(), metrics.horizontalAdvance(text) + px(16))
        self.resize(wide, metrics.height() + px(8))
        x = max(0, min(room.width() - self.width(), above.x() - self.width() // 2))
        self.move(x, max(0, above.y() - self.height()))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a small card with the words, shortened to its width."""
        palette, radius, inset = self._look.palette, self._look.px(6), self._look.px(8)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.card))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        font = self._look.font(Role.SMALL)
        painter.setPen(QColor(palette.ink))
        painter.setFont(font)
        words = QFontMetrics(font).elidedText(
            self.text, Qt.TextElideMode.ElideRight, self.width() - 2 * inset + 1
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
        painter.end()

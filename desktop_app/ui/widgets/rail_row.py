"""A row of the sidebar, which in a narrow window is a sign instead of words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.models.plain import Index, Line, line_at
from desktop_app.ui.widgets.line_row import LineRow

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

_SIGNS = {
    "today": Icon.HOME,
    "speakers": Icon.PERSON,
    "meditations": Icon.MOON,
    "favorites": Icon.STAR_OUTLINE,
    "queue": Icon.LIST,
    "downloads": Icon.DOWNLOAD,
    "add": Icon.PLUS,
    "problems": Icon.WARNING,
    "settings": Icon.SLIDERS,
}
_SIDE = 19
_LETTERS = 2


class RailRow(LineRow):
    """Like any line; while ``narrow`` a page's sign, or the first letters of a feed."""

    narrow = False

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a line; without words a heading is but a gap."""
        line = line_at(index)
        if self.narrow and line is not None and line.heading:
            return QSize(self._look.px(40), self._look.px(13))
        return super().sizeHint(option, index)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the line, or the hairline that stands for a heading."""
        line = line_at(index)
        if not self.narrow or line is None or not line.heading:
            super().paint(painter, option, index)
            return
        rect: QRect = option.rect
        inset = self._look.px(10)
        middle = rect.adjusted(inset, rect.height() // 2, -inset, 0)
        middle.setHeight(1)
        painter.fillRect(middle, QColor(self._look.palette.line))

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        inner: QRect,
        line: Line[Any],
        state: QStyle.StateFlag,
    ) -> None:
        if not self.narrow:
            super()._row(painter, rect, inner, line, state)
            return
        lit = self._ground(painter, rect, state)
        tone = Tone.LAMP if lit or line.accent else Tone.BAD if line.trouble else self._tone
        sign = _SIGNS.get(line.value[0])
        if sign is not None:
            side = self._look.px(_SIDE)
            box = QRect(0, 0, side, side)
            box.moveCenter(rect.center())
            icons.paint(painter, sign, QRectF(box), self._look.colour(tone))
        else:
            painter.setFont(self._look.font(Role.SMALL_STRONG))
            painter.setPen(self._look.colour(tone))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), initials(line.text))
        self._ring(painter, rect, state)


def initials(title: str) -> str:
    """Return the letters that a feed's name begins its words with: "FS" for Fireside Speakers."""
    return "".join(word[0] for word in title.split() if word[0].isalnum())[:_LETTERS].upper()

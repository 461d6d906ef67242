"""All keys on one sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QMainWindow,
    QStyle,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import Index, Line, LinesModel, line_at
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.line_row import LineRow
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.windows.keyboard_words import Keys, aloud, groups

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_HIGH, _NEAR = 28, 3
_GAP, _INSET = 24, 8
_MOST = 10_000
_BAR = 40
"""The scroll bar and the frame are narrower than that at any size of the text."""
_SHARE = 0.9
"""So much of the screen the sheet may take."""


def lines() -> tuple[Line[Keys | None], ...]:
    """Return the rows of the sheet: each group's name, then its keys."""
    rows: list[Line[Keys | None]] = []
    for name, held in groups():
        rows.append(Line(None, name, heading=True))
        rows += [Line(each, each.keys, aloud=aloud(each), hint=each.what) for each in held]
    return tuple(rows)


class KeyRow(LineRow):
    """Paints keys and what they do side by side; one below the other when that is too wide."""

    def __init__(self, look: Look, room: int) -> None:
        super().__init__(look, height=_HIGH, inset=_INSET)
        held = [each for _name, keys in groups() for each in keys]
        bold, plain = (QFontMetrics(look.font(each)) for each in (Role.SMALL_STRONG, Role.SMALL))
        self.left = max(bold.horizontalAdvance(each.keys) for each in held) + look.px(_GAP)
        right = max(plain.horizontalAdvance(each.what) for each in held)
        edge = 2 * look.px(_INSET) + look.px(4)
        self.stacked = self.left + right + edge > room
        most = max(self.left, right) if self.stacked else self.left + right
        self.wide = min(most + edge, room)
        self.words = self.wide - edge

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return one line's height, or that of the keys and all that is said of them."""
        line = line_at(index)
        if line is None or line.heading or not self.stacked:
            return super().sizeHint(option, index)
        return QSize(self._look.px(120), self._look.px(_HIGH) + self.height_of(line.hint))

    def height_of(self, what: str) -> int:
        """Return how high the words are that stand below the keys."""
        metrics = QFontMetrics(self._look.font(Role.SMALL))
        room = QRect(0, 0, self.words, _MOST)
        return metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, what).height()

    def _row(
        self,
        painter: QPainter,
        rect: QRect,
        inner: QRect,
        line: Line[Any],
        state: QStyle.StateFlag,
    ) -> None:
        rtl = painter.layoutDirection() == Qt.LayoutDirection.RightToLeft
        keys, high = inner, self._look.px(_HIGH)
        what = inner.adjusted(0 if rtl else self.left, 0, -self.left if rtl else 0, 0)
        if self.stacked:
            keys = inner.adjusted(0, 0, 0, high - inner.height())
            what = inner.adjusted(0, high - self._look.px(_NEAR), 0, 0)
        self._say(painter, keys, line.text, Role.SMALL_STRONG, Tone.INK)
        side = QStyle.visualAlignment(painter.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        upright = Qt.AlignmentFlag.AlignTop if self.stacked else Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._look.font(Role.SMALL))
        painter.setPen(self._look.colour(Tone.SOFT))
        painter.drawText(what, int(side | upright | Qt.TextFlag.TextWordWrap), line.hint)
        self._ring(painter, rect, state)


class KeyboardSheet(QDialog):
    """Closes with Escape; deletes itself. Arrows walk through the keys, each is read aloud."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keys"))
        px, screen = look.px, self.screen().availableGeometry()
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(14))
        column.addWidget(Text(look, tr("Keys"), Role.HEADLINE))
        model: LinesModel[Keys | None] = LinesModel(self)
        model.set_lines(lines())
        room = round(screen.width() * _SHARE) - 2 * px(24) - _BAR
        self.row = KeyRow(look, room)
        self.row.setParent(self)
        self.list = LineList(look, model, name=tr("Keys"), delegate=self.row)
        self.list.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        column.addWidget(self.list, 1)
        close = Button(look, tr("Close"), Kind.QUIET)
        close.clicked.connect(self.accept)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        bar = self.list.verticalScrollBar().sizeHint().width()
        self.list.setMinimumWidth(self.row.wide + bar)
        wanted = self.list.length() + close.sizeHint().height() + px(110)
        high = min(wanted, round(screen.height() * _SHARE), _window_height(parent) or wanted)
        self.resize(self.sizeHint().expandedTo(QSize(0, high)))
        self.list.enter(last=False)


def _window_height(parent: QWidget | None) -> int:
    """Return how high the whole window is that the sheet stands over; 0: there is none.

    The mini player is too low to be a measure.
    """
    window = parent.window() if parent is not None else None
    return window.height() if isinstance(window, QMainWindow) else 0

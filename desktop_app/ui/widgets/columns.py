"""Things side by side where there is room, one below the other where there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look


class Columns(QWidget):
    """Lays widgets out with weights; below ``narrow`` (design pixels) they are stacked."""

    def __init__(self, look: Look, narrow: float = 640, gap: float = 16) -> None:
        super().__init__()
        self._look, self._narrow, self._gap = look, narrow, gap
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)
        look.changed.connect(self._turn)
        self._turn()

    def add(self, widget: QWidget, weight: int = 1) -> None:
        """Put a widget at the end, as wide as its weight among the others'."""
        self._row.addWidget(widget, weight)
        self._turn()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest part alone, so that a narrow page can stack them."""
        hints = [self._hint(at) for at in range(self._row.count())]
        width = max((hint.width() for hint in hints), default=0)
        return QSize(width, self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack the parts or put them side by side."""
        super().resizeEvent(event)
        self._turn()

    def _hint(self, at: int) -> QSize:
        item = self._row.itemAt(at)
        return item.minimumSize() if item is not None else QSize()

    def _turn(self) -> None:
        stacked = self.width() < self._look.px(self._narrow)
        way = QBoxLayout.Direction
        wanted = way.TopToBottom if stacked else way.LeftToRight
        self._row.setSpacing(self._look.px(self._gap))
        if self._row.direction() != wanted:
            self._row.setDirection(wanted)
            self.updateGeometry()

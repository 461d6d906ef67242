"""What stands below a page and stays in sight while that scrolls: the buttons that leave it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.page import Page


class PageFoot(QWidget):
    """Has a hairline above it. Subclasses fill it, and keep ``side`` pixels beside them.

    Call :meth:`stand` at first and whenever the page has another size.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, self.side = look, 0

    def stand(self, page: Page, least: float) -> None:
        """Stay in sight; on a page lower than ``least`` design pixels come at its end."""
        whole = page.layout()
        assert isinstance(whole, QVBoxLayout)  # noqa: S101 - as every page's
        into = page.body if page.height() < self.look.px(least) else whole
        if into.indexOf(self) < 0:
            (whole if into is page.body else page.body).removeWidget(self)
            into.addWidget(self)
        side = 0 if into is page.body else page.side()
        if side != self.side:
            self.side = side
            self.dress()

    def dress(self) -> None:
        """Keep the margins anew."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline above."""
        painter = QPainter(self)
        painter.setPen(QPen(QColor(self.look.palette.line), 1))
        painter.drawLine(0, 0, self.width(), 0)
        painter.end()

"""The window itself: painted in the right colours before anything else is loaded.

What it needs is next to nothing, so that something is to be seen at once; the rest is put
into it with :meth:`Frame.furnish` after the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look.tokens import DARK, LIGHT, PLAYER_BAR, SIDEBAR, WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable


class Frame(QMainWindow):
    """Shows the ground of sidebar, page and player bar until it is furnished.

    Attributes:
        settings: the choices of the person when the window opened.

    Signals:
        painted: the first paint is done.
    """

    painted = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self.setWindowTitle("Hearthside" if not settings.discreet else "Audio")
        self.settings = settings
        self._told = False
        self._may_close: Callable[[], bool] | None = None
        self.resize(*WINDOW)

    def furnish(self, content: QMainWindow, may_close: Callable[[], bool]) -> None:
        """Let ``content`` fill the window and name it; ``may_close`` is asked before it closes."""
        self._may_close = may_close
        self.setWindowTitle(content.windowTitle())
        content.windowTitleChanged.connect(self.setWindowTitle)
        self.setCentralWidget(content)
        content.show()

    def come_forward(self) -> None:
        """Show the window on top of others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, if that is what closing means now."""
        event.setAccepted(self._may_close is None or self._may_close())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the grounds; tell when that was done for the first time."""
        if self.centralWidget() is not None:
            super().paintEvent(event)
            return
        painter = QPainter(self)
        palette = DARK if self._is_dark() else LIGHT
        scale = self.settings.text_percent / 100
        side, bar = round(SIDEBAR * scale), round(PLAYER_BAR * scale)
        painter.fillRect(self.rect(), QColor(palette.paper))
        painter.fillRect(0, 0, side, self.height(), QColor(palette.side))
        painter.fillRect(0, self.height() - bar, self.width(), bar, QColor(palette.card))
        painter.end()
        if not self._told:
            self._told = True
            self.painted.emit()

    def _is_dark(self) -> bool:
        if self.settings.theme is Theme.SYSTEM:
            return QApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.settings.theme is Theme.DARK

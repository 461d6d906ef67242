"""The window itself: painted in the right colours before anything else is loaded.

What it needs is next to nothing, so that something is to be seen at once; the rest is put
into it with :meth:`Frame.furnish` after the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look.tokens import DARK, LIGHT, PLAYER_BAR, SIDEBAR, WINDOW

if TYPE_CHECKING:
    from collections.abc import Callable


_EDGE, _BAR = 4, 40
"""What a desktop puts around a window, in pixels; it is known only once the window is shown."""


def first_place(room: QRect) -> QRect:
    """Return where a window opens that was never open: in the middle of a screen's free room, and
    no larger than that."""
    inner = room.adjusted(_EDGE, _BAR, -_EDGE, -_EDGE)
    place = QRect(inner.topLeft(), QSize(*WINDOW).boundedTo(inner.size()))
    place.moveCenter(inner.center())
    return place


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

    def stand(self) -> None:
        """Take the size and the place that the window had the last time, within the screen.

        It is never on the whole screen, which only a sitting takes.
        """
        noted = QByteArray.fromBase64(self.settings.window_place.encode("ascii", "replace"))
        if self.restoreGeometry(noted):
            self.setWindowState(self.windowState() & Qt.WindowState.WindowMaximized)
        else:
            self.setGeometry(first_place(self.screen().availableGeometry()))

    def place(self) -> str:
        """Return the window's size and place, as the settings keep it."""
        return self.saveGeometry().toBase64().toStdString()

    def furnish(self, content: QMainWindow, may_close: Callable[[], bool]) -> None:
        """Let ``content`` fill the window and name it; ``may_close`` is asked before it closes.

        What filled it before is taken out first: else Qt deletes it, yet its Python objects stay.
        """
        self._may_close = may_close
        self.setWindowTitle(content.windowTitle())
        content.windowTitleChanged.connect(self.setWindowTitle)
        before = self.takeCentralWidget()
        if before is not None:
            before.deleteLater()
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

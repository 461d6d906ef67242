"""The low glow that a sitting's screen sinks into while nobody touches anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QCursor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QWidget

from desktop_app.ui.pages.sitting_ring import Inks, paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from desktop_app.ui.pages.sitting_ring import Ring
    from desktop_app.ui.widgets.text import Text

REST_MS = 30_000
_STEPS = 30
_STEP_MS = 130
_GROUND = "#0b0a09"
_INKS = Inks("#1c1b19", "#35524f", _GROUND)
_WORDS = "#75705f"
_TOUCHES = {QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress,
            QEvent.Type.Wheel, QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
            QEvent.Type.ShortcutOverride}  # fmt: skip
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}


class Glow(QWidget):
    """Lies over a page's window: a dark ground with the ring and some words, as at night.

    Opaque once it is whole, so that nothing below it is painted; ``parts`` are the words.
    """

    def __init__(self, page: QWidget, ring: Ring, parts: tuple[Text, ...]) -> None:
        super().__init__(page)
        self._page, self._ground = page, page
        self._places: tuple[QRect, ...] = ()
        self._ring, self._parts = ring, parts
        self._depth = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    @property
    def sunk(self) -> float:
        """How far it has sunk: 0 is bright, 1 the low glow."""
        return self._depth

    def sink(self, depth: float) -> None:
        """Let so much of the glow be seen."""
        self._depth = depth
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, depth >= 1)
        if depth > 0 and self.isHidden():
            self.cover()
            self.raise_()
        self.setVisible(depth > 0)
        self.update()

    def cover(self) -> None:
        """Be as large as the window that the page is in now."""
        if self._ground is not self._page.window():
            self._ground = self._page.window()
            self.setParent(self._ground)
        self.setGeometry(self._ground.rect())

    def move_on(self) -> None:
        """Show what the ring and the words say now, and repaint no more than these."""
        before = self._places
        self._places = tuple(self._place(part) for part in (self._ring, *self._parts))
        if self._places != before:
            self.update()
        for place in self._places:
            self.update(place.adjusted(-2, -2, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what glows."""
        painter = QPainter(self)
        painter.setOpacity(self._depth)
        painter.fillRect(event.rect(), QColor(_GROUND))
        if self._ring.isVisible():
            box = self._ring.box
            box.translate(QPointF(self._place(self._ring).topLeft()))
            paint_ring(painter, box, _INKS, self._ring.share, self._ring.marks)
        painter.setPen(QColor(_WORDS))
        for part in self._parts:
            if part.isVisible():
                wrap = int(Qt.TextFlag.TextWordWrap) if part.wordWrap() else 0
                painter.setFont(part.font())
                place = QRectF(self._place(part))
                painter.drawText(place, int(part.alignment()) | wrap, part.text())
        painter.end()

    def _place(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self._ground, QPoint(0, 0)), part.size())


class Resting(QObject):
    """Lets a glow come when nothing was touched for half a minute, and go at any touch.

    A key does its own work as well. A press of the mouse, or a touch, only brings the light: what
    lies below was not to be seen.

    Signals:
        changed: the low glow is there, or is gone.
    """

    changed = Signal()

    def __init__(self, glow: Glow) -> None:
        super().__init__(glow)
        self._glow = glow
        self._wanted = False
        self._at = QPoint()
        self._window: QWindow | None = None
        self.rest = QTimer(self, interval=REST_MS, singleShot=True)
        self.rest.timeout.connect(self._fade)
        self.step = QTimer(self, interval=_STEP_MS)
        self.step.timeout.connect(self._sink)

    @property
    def dark(self) -> bool:
        """Whether the low glow is all that is seen."""
        return self._glow.sunk >= 1

    def want(self, *, on: bool) -> None:
        """Watch from now on, or wake and do not."""
        if on and not self._wanted:
            self._wanted = True
            self._window = self._glow.window().windowHandle()
            if self._window is not None:
                self._window.installEventFilter(self)
            self.wake()
        elif not on and self._wanted:
            self._wanted = False
            if self._window is not None:
                self._window.removeEventFilter(self)
                self._window = None
            self.wake()

    def wake(self) -> None:
        """Be bright at once, and wait anew."""
        was = self._glow.sunk > 0
        self.step.stop()
        if was:
            self._glow.sink(0)
            self.changed.emit()
        if self._wanted:
            self.rest.start()
        else:
            self.rest.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Wake at a touch; a pointer that stands still while the window moves is none."""
        kind = event.type()
        if kind not in _TOUCHES:
            return False
        if kind == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            at = event.globalPosition().toPoint()
            if self._glow.sunk > 0 and at == self._at:
                return False
            self._at = at
        swallowed = self.dark and kind in _PRESSES
        self.wake()
        return swallowed

    def _fade(self) -> None:
        if not self._wanted or QAccessible.isActive():
            self.rest.start()
            return
        self._at = QCursor.pos()
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        if self._glow.style().styleHint(hint, None, self._glow) == 0:
            self._glow.sink(1)
            self.changed.emit()
        else:
            self.step.start()

    def _sink(self) -> None:
        depth = min(1.0, self._glow.sunk + 1 / _STEPS)
        if depth > 1 - 1 / (2 * _STEPS):
            depth = 1.0
            self.step.stop()
        self._glow.sink(depth)
        if depth >= 1:
            self.changed.emit()

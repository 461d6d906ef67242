"""The line that shows and moves the place in a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QToolTip

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import paint_ring

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_STEP = 5
_PAGE = 60
_SPOKEN_EVERY = 15


class SeekBar(QSlider):
    """A slider in seconds. ``sought`` fires once, when the person has chosen a place.

    While it is dragged, :meth:`set_position` moves nothing. Arrows step 5 s, Page Up and
    Page Down a minute, Home and End go to the ends. ``marks`` are places of bookmarks.
    """

    sought = Signal(float)
    dragged = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._position = 0.0
        self._duration = 0.0
        self._spoken = -1
        self.marks: tuple[float, ...] = ()
        self.setSingleStep(_STEP)
        self.setPageStep(_PAGE)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.actionTriggered.connect(self._stepped)
        look.changed.connect(self.updateGeometry)
        self._speak()

    @property
    def position(self) -> float:
        """The place that is shown, in seconds; while dragging, that under the pointer."""
        return self._position

    def set_duration(self, seconds: float | None) -> None:
        """Set the length; with none the line cannot be moved."""
        self._duration = seconds or 0.0
        self.setRange(0, int(self._duration))
        self.setEnabled(self._duration > 0)
        self._speak()
        self.update()

    def set_position(self, seconds: float) -> None:
        """Show this place, unless the person holds the line."""
        if not self.isSliderDown():
            self._move(seconds)

    def sizeHint(self) -> QSize:
        """Return a line that is easier to hit than it is thick."""
        return QSize(self._look.px(200), self._look.px(21))

    def minimumSizeHint(self) -> QSize:
        """Leave room to aim."""
        return QSize(self._look.px(80), self._look.px(21))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold at the pointer, wherever that is."""
        if event.button() == Qt.MouseButton.LeftButton and self._duration > 0:
            self.setSliderDown(True)
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer and show the time under it."""
        if self.isSliderDown():
            self._drag(event)
        elif self._duration > 0:
            self._tip(event, self._at(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if self.isSliderDown() and event.button() == Qt.MouseButton.LeftButton:
            self._drag(event)
            self.setSliderDown(False)
            self.sought.emit(self._position)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the place up with Escape while dragging; otherwise step."""
        if event.key() == Qt.Key.Key_Escape and self.isSliderDown():
            self.setSliderDown(False)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what was heard, the marks, and the knob under hand or focus."""
        palette, px = self._look.palette, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thick = px(5)
        track = QRectF(0, (self.height() - thick) / 2, self.width(), thick)
        shape = QPainterPath()
        shape.addRoundedRect(track, thick / 2, thick / 2)
        painter.fillPath(shape, QColor(palette.line))
        x = self._x(self._position)
        done = QRectF(track)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            done.setLeft(x)
        else:
            done.setRight(x)
        painter.setClipPath(shape)
        painter.fillRect(done, QColor(palette.lamp))
        painter.setClipping(False)
        for mark in self.marks:
            painter.fillRect(QRectF(self._x(mark) - 1, track.top() - 3, 2, thick + 6),
                             QColor(palette.calm))  # fmt: skip
        if self.isEnabled() and (self.underMouse() or self.hasFocus() or self.isSliderDown()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(palette.lamp))
            radius = px(7)
            x = max(radius, min(self.width() - radius, x))
            painter.drawEllipse(
                QRectF(x - radius, track.center().y() - radius, 2 * radius, 2 * radius)
            )
        if self.hasFocus():
            paint_ring(painter, self._look, QRectF(self.rect()), px(6))
        painter.end()

    def _stepped(self, _action: int) -> None:
        self._move(float(self.sliderPosition()), aloud=True)
        self.sought.emit(self._position)

    def _move(self, seconds: float, *, aloud: bool = False) -> None:
        self._position = max(0.0, min(seconds, self._duration or seconds))
        self.blockSignals(True)  # noqa: FBT003
        self.setValue(int(self._position))
        self.blockSignals(False)  # noqa: FBT003
        whole = int(self._position)
        if aloud or abs(whole - self._spoken) >= _SPOKEN_EVERY:
            self._speak()
        if aloud:
            QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, whole))
        self.update()

    def _speak(self) -> None:
        self._spoken = int(self._position)
        place, whole = words.spoken(self._position), words.spoken(self._duration)
        name = tr("Place: {place} of {whole}", place=place, whole=whole)
        self.setAccessibleName(name if self._duration else tr("Place"))

    def _drag(self, event: QMouseEvent) -> None:
        self._position = self._at(event)
        self._speak()
        self._tip(event, self._position)
        self.dragged.emit(self._position)
        self.update()

    def _tip(self, event: QMouseEvent, seconds: float) -> None:
        above = QPoint(event.position().toPoint().x() - 12, -2 * self.height())
        QToolTip.showText(self.mapToGlobal(above), words.clock(seconds), self)

    def _at(self, event: QMouseEvent) -> float:
        share = max(0.0, min(1.0, event.position().x() / max(1, self.width())))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return share * self._duration

    def _x(self, seconds: float) -> float:
        share = seconds / self._duration if self._duration else 0.0
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            share = 1 - share
        return share * self.width()

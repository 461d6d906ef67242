"""The line that shows and moves the place in a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QColor,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import paint_ring

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_STEP = 5
_PAGE = 60
_SPOKEN_EVERY = 15


class TimeTip(QWidget):
    """The time under the pointer, above the line; the mouse goes through it.

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
        self.resize(metrics.horizontalAdvance(text) + px(16), metrics.height() + px(8))
        x = max(0, min(room.width() - self.width(), above.x() - self.width() // 2))
        self.move(x, max(0, above.y() - self.height()))
        self.raise_()
        self.show()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a small card with the time."""
        palette, radius = self._look.palette, self._look.px(6)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.card))
        painter.setPen(QPen(QColor(palette.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(QColor(palette.ink))
        painter.setFont(self._look.font(Role.SMALL))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text)
        painter.end()


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
        self.tip: TimeTip | None = None
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
        if not self.isEnabled():
            self._hide_tip()
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
            if not self.rect().contains(event.position().toPoint()):
                self._hide_tip()
            self.sought.emit(self._position)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the time away with the pointer."""
        super().leaveEvent(event)
        if not self.isSliderDown():
            self._hide_tip()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the time away with the line."""
        super().hideEvent(event)
        self._hide_tip()

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
        ground = self.window()
        if self.tip is None or self.tip.parentWidget() is not ground:
            self._hide_tip()
            self.tip = TimeTip(self._look, ground)
        x = max(0, min(self.width(), event.position().toPoint().x()))
        self.tip.say(words.clock(seconds), self.mapTo(ground, QPoint(x, -self._look.px(2))))

    def _hide_tip(self) -> None:
        if self.tip is not None:
            self.tip.hide()

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

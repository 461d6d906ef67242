"""The line that shows and moves the place in a recording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleValueChangeEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QSlider, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import ring, seek_line
from desktop_app.ui.widgets.marks import Mark, following, near, preceding
from desktop_app.ui.widgets.time_tip import TimeTip

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_STEP = 5
_PAGE = 60
_SPOKEN_EVERY = 15
_REACH = 6
"""Pixels beside a mark that still mean it."""
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


class SeekBar(QSlider):
    """A slider in seconds. ``sought`` fires once, when the person has chosen a place.

    While it is dragged, :meth:`set_position` moves nothing; a click beside a mark goes to it.
    Arrows step 5 s, Page Up and Page Down a minute, Home and End go to the ends, digits to the
    tenths, Ctrl with arrows from mark to mark.
    """

    sought = Signal(float)
    dragged = Signal(float)

    def __init__(self, look: Look) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._position = 0.0
        self._duration = 0.0
        self._spoken = -1
        self._pressed = QPoint()
        self.tip: TimeTip | None = None
        self.roof: QWidget = self
        """What the tip stands above, so that it covers nothing that is pressed."""
        self.marks: tuple[Mark, ...] = ()
        self.here: float | None = None
        self.filling: float | None = None
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

    @property
    def backwards(self) -> bool:
        """Whether the talk begins at the right."""
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    @property
    def look(self) -> Look:
        """The look that it is painted in."""
        return self._look

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

    def set_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these places; a screen reader is told how many there are."""
        if marks == self.marks:
            return
        self.marks = marks
        notes = sum(mark.bookmark for mark in marks)
        others = len(marks) - notes
        said = words.join(
            words.count(notes, "1 bookmark", "{n} bookmarks") if notes else "",
            words.count(others, "1 chapter mark", "{n} chapter marks") if others else "",
        )
        keys = tr("Ctrl and the arrow keys go from mark to mark")
        self.setAccessibleDescription(words.join(said, keys) if said else "")
        self.update()

    def set_here(self, share: float | None) -> None:
        """Show that this share of the recording has come so far, from 0 to 1; None: no matter."""
        if share != self.here:
            self.here = share
            self.update()

    def set_filling(self, share: float | None) -> None:
        """Show at the place how full the buffer is, from 0 to 1, while nothing sounds for it."""
        if share != self.filling:
            self.filling = share
            self.update()

    def sizeHint(self) -> QSize:
        """Return a line that is easier to hit than it is thick."""
        return QSize(self._look.px(200), self._look.px(21))

    def minimumSizeHint(self) -> QSize:
        """Leave room to aim."""
        return QSize(self._look.px(80), self._look.px(21))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold at the pointer, wherever that is."""
        ring.came(self, Qt.FocusReason.MouseFocusReason)
        if event.button() == Qt.MouseButton.LeftButton and self._duration > 0:
            self._pressed = event.position().toPoint()
            self.setSliderDown(True)
            self._drag(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer and show what is under it."""
        if self.isSliderDown():
            self._drag(event)
        elif self._duration > 0:
            self._tip(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Go there; to the mark there, if it was a mere click."""
        if self.isSliderDown() and event.button() == Qt.MouseButton.LeftButton:
            self._drag(event)
            moved = (event.position().toPoint() - self._pressed).manhattanLength()
            mark = self._near(event)
            if mark is not None and moved < QApplication.startDragDistance():
                self._position = mark.place
                self._speak(mark)
            self.setSliderDown(False)
            if not self.rect().contains(event.position().toPoint()):
                self._hide_tip()
            self.sought.emit(self._position)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the tip away with the pointer."""
        super().leaveEvent(event)
        if not self.isSliderDown():
            self._hide_tip()

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the tip away with the line."""
        super().hideEvent(event)
        self._hide_tip()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give the place up with Escape while dragging; otherwise step, or leave it to others."""
        ring.pressed(self)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        arrow = event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}
        if event.key() == Qt.Key.Key_Escape and self.isSliderDown():
            self.setSliderDown(False)
        elif arrow and held == Qt.KeyboardModifier.ControlModifier:
            self._to_mark(forward=(event.key() == Qt.Key.Key_Right) != self.backwards)
        elif event.key() in _DIGITS and not held:
            self._choose((event.key() - Qt.Key.Key_0) / 10 * self._duration)
        elif held:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, what was heard, the marks, and the knob under hand or focus."""
        painter = QPainter(self)
        seek_line.paint(painter, self)
        painter.end()

    def x_of(self, seconds: float) -> float:
        """Return where a place stands, in pixels from the left."""
        share = seconds / self._duration if self._duration else 0.0
        return (1 - share if self.backwards else share) * self.width()

    def _stepped(self, _action: int) -> None:
        self._choose(float(self.sliderPosition()))

    def _to_mark(self, *, forward: bool) -> None:
        step = following if forward else preceding
        place = step((mark.place for mark in self.marks), self._position)
        if place is not None:
            self._choose(place, near(self.marks, place, 0))

    def _choose(self, seconds: float, mark: Mark | None = None) -> None:
        """Go to a place by the keyboard, and say so."""
        self._move(seconds)
        self._speak(mark)
        QAccessible.updateAccessibility(QAccessibleValueChangeEvent(self, int(self._position)))
        self.sought.emit(self._position)

    def _move(self, seconds: float) -> None:
        self._position = max(0.0, min(seconds, self._duration or seconds))
        self.blockSignals(True)  # noqa: FBT003
        self.setValue(int(self._position))
        self.blockSignals(False)  # noqa: FBT003
        if abs(int(self._position) - self._spoken) >= _SPOKEN_EVERY:
            self._speak()
        self.update()

    def _speak(self, mark: Mark | None = None) -> None:
        self._spoken = int(self._position)
        place, whole = words.spoken(self._position), words.spoken(self._duration)
        name = tr("Place: {place} of {whole}", place=place, whole=whole)
        if mark is not None:
            name = tr("{place}, at “{mark}”", place=name, mark=mark.words)
        if not self._duration:
            name = tr("Place: {place}", place=place) if self._position >= 1 else tr("Place")
        self.setAccessibleName(name)

    def _drag(self, event: QMouseEvent) -> None:
        self._position = self._at(event.position().x())
        self._speak()
        self._tip(event)
        self.dragged.emit(self._position)
        self.update()

    def _tip(self, event: QMouseEvent) -> None:
        ground = self.window()
        if self.tip is None or self.tip.parentWidget() is not ground:
            self._hide_tip()
            self.tip = TimeTip(self._look, ground)
        mark = self._near(event)
        place = self._at(event.position().x())
        said = words.clock(place)
        if mark is not None:
            said = words.join(words.clock(mark.place), " ".join(mark.words.split()))
        x = max(0, min(self.width(), event.position().toPoint().x()))
        foot = self.mapTo(ground, QPoint(x, 0))
        foot.setY(self.roof.mapTo(ground, QPoint(0, 0)).y() - self._look.px(2))
        self.tip.say(said, foot)

    def _hide_tip(self) -> None:
        if self.tip is not None:
            self.tip.hide()

    def _near(self, event: QMouseEvent) -> Mark | None:
        """Return the mark that the pointer means."""
        reach = self._look.px(_REACH) / max(1, self.width()) * self._duration
        return near(self.marks, self._at(event.position().x()), reach)

    def _at(self, x: float) -> float:
        share = max(0.0, min(1.0, x / max(1, self.width())))
        return (1 - share if self.backwards else share) * self._duration

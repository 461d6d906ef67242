"""Walking a window with the Tab key as a person does, and what is met on the way.

A stop is what has the keyboard after a press. Nothing is addressed by its name in the code: what
a walk knows of a stop is what can be seen of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Pixels = NDArray[np.float64]

MOST = 120
"""So many presses and no more, then it is a trap."""
SEEN = 3.0
"""The contrast by which a part with the keyboard must differ from itself without it."""
_PRESSED = (QAbstractButton, QLineEdit, QAbstractSpinBox, QPlainTextEdit, QComboBox,
            QAbstractItemView, QAbstractSlider)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stop:
    """A widget that had the keyboard: where it was, and whether it could be seen."""

    widget: QWidget
    in_sight: bool

    def __str__(self) -> str:
        return called(self.widget)


def called(widget: QWidget) -> str:
    """Return what a widget is called, for the message of a test that fails."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} “{widget.accessibleName() or text}”"


def press(key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is."""
    target = QApplication.focusWidget() or QApplication.activeWindow()
    assert target is not None, "no window has the keyboard"
    QTest.keyClick(target, key, held)
    QApplication.processEvents()


def walk(key: Qt.Key = Qt.Key.Key_Tab) -> list[Stop]:
    """Press Tab until the first stop comes again; return the stops in their order.

    Raises:
        AssertionError: The keyboard went nowhere, or never came round.
    """
    stops: list[Stop] = []
    for _ in range(MOST):
        before = QApplication.focusWidget()
        press(key)
        held = QApplication.focusWidget()
        assert held is not None, f"after {before} nothing has the keyboard"
        if stops and held is stops[0].widget:
            return stops
        assert all(held is not stop.widget for stop in stops), f"{called(held)} is met twice"
        stops.append(Stop(held, _in_sight(held)))
    raise AssertionError(f"no way round: {[str(stop) for stop in stops[-5:]]}")


def along(stop: QWidget, key: Qt.Key = Qt.Key.Key_Right) -> list[QWidget]:
    """Return what an arrow key leads through from here until it comes round."""
    stop.setFocus(Qt.FocusReason.TabFocusReason)
    met = [stop]
    for _ in range(MOST):
        press(key)
        held = QApplication.focusWidget()
        if held is None or held in met:
            break
        met.append(held)
    return met


def shown_focus(widget: QWidget) -> int:
    """Count the pixels that differ by :data:`SEEN` with the keyboard here and without it."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    painter, rect = _spot(widget)
    if painter is not widget and not isinstance(widget, QAbstractItemView):
        painter, rect = widget, widget.rect()  # the border of a field of many lines
    held = _pixels(painter, rect)
    widget.window().setFocus(Qt.FocusReason.OtherFocusReason)
    without = _pixels(painter, rect)
    low, high = np.minimum(held, without), np.maximum(held, without)
    return int(np.count_nonzero((high + 0.05) / (low + 0.05) >= SEEN))


def can_be_pressed(window: QWidget) -> list[QWidget]:
    """Return what a mouse could use in this window, seen and enabled."""
    return [
        each
        for each in window.findChildren(QWidget)
        if isinstance(each, _PRESSED)
        and not isinstance(each, QScrollBar | QHeaderView)
        and each.isVisible()
        and each.isEnabled()
        and not (isinstance(each, QLineEdit) and isinstance(each.parent(), QAbstractSpinBox))
        and not isinstance(each.parent(), QLineEdit)  # its cross: Escape does the same
    ]


def disorder(stops: Sequence[QWidget], page: QWidget) -> list[str]:
    """Return where the way through one page goes against the way one reads.

    It may go down, to the end of a line, and up only into another column beside.
    """
    rtl = page.layoutDirection() == Qt.LayoutDirection.RightToLeft
    faults = []
    for first, second in pairwise(stops):
        (a_ground, a), (b_ground, b) = _place(first, page), _place(second, page)
        if a_ground is not b_ground:
            continue
        back = b.left() >= a.right() if rtl else b.right() <= a.left()
        beside = b.right() <= a.left() if rtl else b.left() >= a.right()
        above = b.bottom() <= a.top()
        level = b.top() < a.bottom() and a.top() < b.bottom()
        if (above and not beside) or (level and back):
            faults.append(f"{called(first)} → {called(second)}")
    return faults


def _place(widget: QWidget, page: QWidget) -> tuple[QWidget, QRect]:
    """Return where a widget stands on the ground that scrolls with it, and that ground."""
    above = widget.parentWidget()
    while above is not None and above is not page:
        around = above.parentWidget()
        area = around.parentWidget() if around is not None else None
        if isinstance(area, QScrollArea) and area.widget() is above:
            return above, QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())
        above = around
    return page, QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())


def _spot(widget: QWidget) -> tuple[QWidget, QRect]:
    """Return the part that shows the keyboard, the row of a list, in the widget that paints it."""
    if isinstance(widget, QAbstractItemView):
        index = widget.currentIndex()
        rect = widget.visualRect(index) if index.isValid() else widget.viewport().rect()
        return widget.viewport(), rect
    if isinstance(widget, QAbstractScrollArea):
        return widget.viewport(), widget.viewport().rect()
    return widget, widget.rect()


def _in_sight(widget: QWidget) -> bool:
    painter, rect = _spot(widget)
    return painter.visibleRegion().contains(rect.center())


def _pixels(painter: QWidget, rect: QRect) -> Pixels:
    """Return the light of each pixel, 0 to 1 (the relative luminance of WCAG 2.2)."""
    window = painter.window()  # a part alone may have no ground
    seen = QRect(painter.mapTo(window, rect.topLeft()), rect.size())
    image = window.grab(seen).toImage().convertToFormat(QImage.Format.Format_RGB32)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    each = rows[:, : image.width() * 4].reshape(image.height(), image.width(), 4) / 255.0
    linear = np.where(each <= 0.04045, each / 12.92, ((each + 0.055) / 1.055) ** 2.4)
    light: Pixels = linear[:, :, 2] * 0.2126 + linear[:, :, 1] * 0.7152 + linear[:, :, 0] * 0.0722
    return light

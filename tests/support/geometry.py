"""Looks at a window that is shown, and says where it is wrong: cut, covered, out of reach.

Words are found where they are painted: every widget is drawn once into an SVG, whose text
elements are read back. So painted rows, placeholders and buttons are judged like labels.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import Enum
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QToolTip,
    QWidget,
)

from tests.support.drawn import Drawn, drawn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

_SLACK = 2.0
"""Pixels by which the measure of words may be wrong."""
_LEAST_BUTTON = 32
"""The least height of what is pressed; what stands in a line of text may be a little less."""
_LEAST_TICK = 24
_HANG = 8
"""Pixels by which a link may hang over at 100 %, so that its words stand flush."""
_STEM = 4
"""So many letters at the start of what was shortened are looked for in its tool tip."""


class Kind(Enum):
    """What is wrong."""

    CUT = "words are cut off"
    COVERED = "words lie on other words"
    SILENT = "shortened words whose whole is nowhere to be read"
    SHORTENED = "shortened words"
    OVERLAP = "two widgets overlap"
    OUTSIDE = "lies outside what it is in"
    SIDEWAYS = "scrolls sideways"
    NESTED = "a list scrolls inside a page that scrolls"
    SMALL = "is too small to be pressed"
    SQUEEZED = "is smaller than it needs to be"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: where in the tree, and what."""

    kind: Kind
    where: str
    what: str

    def __str__(self) -> str:
        """Return it as one line of a report."""
        return f"{self.kind.name}: {self.where}: {self.what}"


def examine(window: QWidget) -> list[Finding]:
    """Return all that is wrong with a window as it is shown now.

    ``SHORTENED`` is among it, which is right for long words in a narrow place: leave it to the
    test what it makes of that.
    """
    found: list[Finding] = []
    for widget in list(seen(window)):
        found += _sizes(widget)
        found += _children(widget)
        if isinstance(widget, QAbstractScrollArea):
            found += _scrolling(widget)
        found += _words(widget)
    return found


def seen(window: QWidget) -> Iterator[QWidget]:
    """Yield the window and everything in it that is shown, other windows left out."""
    yield window
    for child in window.children():
        if isinstance(child, QWidget) and _is_shown(child):
            yield from seen(child)


def colours(window: QWidget) -> Counter[tuple[str, str]]:
    """Return which colour of words stands on which ground, and how often; enabled parts only."""
    image = window.grab().toImage()
    pairs: Counter[tuple[str, str]] = Counter()
    for widget in seen(window):
        if widget.isEnabled():
            at = QPointF(widget.mapTo(window, QPoint(0, 0)))
            region = widget.visibleRegion().boundingRect()
            for words in drawn(widget):
                box = words.box.intersected(QRectF(region))
                if box.width() > 2 and box.height() > 2:
                    ground = _ground(image, box.translated(at).toRect())
                    pairs[words.colour, ground] += 1
    return pairs


def named(widget: QWidget) -> str:
    """Return how a widget can be found in the tree: "TodayPage > Card > Button 'Open'"."""
    chain: list[str] = []
    one: QWidget | None = widget
    while one is not None and len(chain) < 4:
        if type(one).__name__ not in {"QWidget", "BodyScroll"} or not chain:
            chain.append(type(one).__name__)
        one = one.parentWidget()
    said = widget.accessibleName()
    if isinstance(widget, QAbstractButton | QLabel):
        said = widget.text() or said
    return " > ".join(reversed(chain)) + (f" ‘{said[:48]}’" if said else "")


def _is_shown(widget: QWidget) -> bool:
    size = widget.size()
    return widget.isVisible() and not widget.isWindow() and not size.isEmpty()


def _ground(image: QImage, box: QRect) -> str:
    """Return the colour that most of a place has."""
    inside = box.intersected(image.rect())
    seen_there = Counter(
        image.pixel(x, y)
        for x in range(inside.left(), inside.right() + 1, 2)
        for y in range(inside.top(), inside.bottom() + 1, 2)
    )
    return f"#{seen_there.most_common(1)[0][0] & 0xFFFFFF:06x}" if seen_there else ""


def _words(widget: QWidget) -> Iterator[Finding]:
    words = drawn(widget)
    where = named(widget)
    room = QRectF(widget.rect()).adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    rows = isinstance(widget.parentWidget(), QAbstractItemView)
    scrolled = rows or isinstance(widget.parentWidget(), QAbstractScrollArea)
    for one in words:
        if isinstance(widget, QLineEdit) and one.text.strip() in widget.text():
            continue  # a field scrolls what is written in it
        slack = 0.01 * one.box.width()  # spacing of letters that is not told
        side = one.box.left() < room.left() or one.box.right() - slack > room.right()
        over = one.box.top() < room.top() or one.box.bottom() > room.bottom()
        if side or (over and not scrolled):
            yield Finding(Kind.CUT, where, f"‘{one.text}’ {_said(one.box)} in {_said(room)}")
        if one.shortened and one.text.strip() not in _given(widget):
            kind = Kind.SHORTENED if _tip_tells(widget, one) else Kind.SILENT
            yield Finding(kind, where, f"‘{one.text}’")
    for first, second in combinations(words, 2):
        both = first.box.intersected(second.box)
        if both.width() > _SLACK and both.height() > min(first.box.height(), 9) / 2:
            yield Finding(Kind.COVERED, where, f"‘{first.text}’ and ‘{second.text}’")


def _given(widget: QWidget) -> str:
    """Return the words that were given to a widget, among which an ellipsis is meant."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.placeholderText() if isinstance(widget, QLineEdit) else ""


def _tip_tells(widget: QWidget, words: Drawn) -> bool:
    """Point at shortened words; tell whether the tool tip that comes has their beginning."""
    at = words.box.center().toPoint()
    QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    tip = QToolTip.text() or widget.toolTip()
    QToolTip.hideText()
    return _letters(words.text)[:_STEM] in _letters(tip)


def _letters(text: str) -> str:
    return "".join(one for one in text.casefold() if one.isalnum())


def _children(widget: QWidget) -> Iterator[Finding]:
    children = [
        one
        for one in widget.children()
        if isinstance(one, QWidget)
        and _is_shown(one)
        and not one.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]
    area = widget.parentWidget()
    scrolls = isinstance(area, QScrollArea) and area.viewport() is widget
    room = widget.rect()
    for child in children:
        box = child.geometry()
        if scrolls:
            room = QRect(0, min(0, box.top()), widget.width(), max(widget.height(), box.height()))
        hang = round(_HANG * widget.fontMetrics().height() / 18)
        if not room.adjusted(-hang, 0, hang, 0).contains(box):
            what = f"{_said(QRectF(box))} in {_said(QRectF(room))}"
            yield Finding(Kind.OUTSIDE, named(child), what)
    if isinstance(widget, QAbstractScrollArea):
        return
    for first, second in combinations(children, 2):
        both = first.geometry().intersected(second.geometry())
        if both.width() > 1 and both.height() > 1:
            yield Finding(Kind.OVERLAP, named(first), f"{named(second)}, by {_said(QRectF(both))}")


def _scrolling(area: QAbstractScrollArea) -> Iterator[Finding]:
    if area.horizontalScrollBar().maximum() > area.horizontalScrollBar().minimum():
        what = f"by {area.horizontalScrollBar().maximum()} pixels"
        yield Finding(Kind.SIDEWAYS, named(area), what)
    if not _scrolls(area):
        return
    outer = area.parentWidget()
    while outer is not None and not outer.isWindow():
        if isinstance(outer, QScrollArea) and _scrolls(outer):
            what = f"{area.height()} high in {outer.viewport().height()}"
            yield Finding(Kind.NESTED, named(area), what)
        outer = outer.parentWidget()


def _scrolls(area: QAbstractScrollArea) -> bool:
    bar = area.verticalScrollBar()
    return bar.maximum() > bar.minimum()


def _sizes(widget: QWidget) -> Iterator[Finding]:
    least = widget.minimumSizeHint()
    if isinstance(widget.parentWidget(), QLineEdit):
        return
    if isinstance(widget, QCheckBox | QRadioButton):
        floor = _LEAST_TICK
    elif isinstance(widget, QAbstractButton):
        floor, across = _LEAST_BUTTON, widget.sizePolicy().horizontalPolicy()
        shrinks = bool(across.value & QSizePolicy.PolicyFlag.ShrinkFlag.value)
        least = widget.minimumSizeHint() if shrinks else widget.sizeHint()
    elif isinstance(widget, QLabel | QLineEdit):
        floor = 0
    else:
        return
    if widget.height() < floor:
        yield Finding(Kind.SMALL, named(widget), f"{widget.height()} high")
    if widget.width() < least.width() or widget.height() < least.height() - _SLACK:
        what = f"{widget.width()}×{widget.height()}, needs {least.width()}×{least.height()}"
        yield Finding(Kind.SQUEEZED, named(widget), what)


def _said(box: QRectF) -> str:
    return f"{box.left():.0f},{box.top():.0f} {box.width():.0f}×{box.height():.0f}"

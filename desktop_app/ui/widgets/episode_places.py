"""Where the parts of a talk's row are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QStyle

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDE = 600
_NARROW = 430
_TIGHT = 300
_GAP = 14


@dataclass(frozen=True, slots=True)
class Columns:
    """How wide the columns behind the title are, in pixels of the screen; 0: not there."""

    badge: int
    middle: int
    end: int

    def both(self, other: Columns) -> Columns:
        """Return what has room for both."""
        return Columns(
            max(self.badge, other.badge),
            max(self.middle, other.middle),
            max(self.end, other.end),
        )


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of one row; an empty rectangle is not shown."""

    play: QRect
    title: QRect
    subtitle: QRect
    star: QRect
    badge: QRect
    middle: QRect
    end: QRect

    @property
    def words(self) -> tuple[QRect, QRect]:
        """The two lines."""
        return (self.title, self.subtitle)

    def beyond(self, line: QRect) -> QRect:
        """Return the room of the star at the height of a line, which has it without a star."""
        return QRect(self.star.left(), line.top(), self.star.width(), line.height())

    def moved(self, down: int) -> Places:
        """Return the same parts so many pixels lower."""
        parts = (self.play, self.title, self.subtitle, self.star, self.badge, self.middle, self.end)
        return Places(*(part.translated(0, down) for part in parts))


def places(
    rect: QRect,
    px: Callable[[float], int],
    *,
    rtl: bool = False,
    columns: Columns | None = None,
) -> Places:
    """Divide a row; narrow rows lose the badge first, then the length.

    With ``columns`` the words behind the title take no more than that, where the design
    gives them more, and the title has the rest.
    """
    wide, narrow = rect.width() >= px(_WIDE), rect.width() < px(_NARROW)
    right, middle = rect.right() + 1, rect.center().y()
    tight = rect.width() < px(_TIGHT)
    top, high = rect.top() - px(1), rect.height()
    end = QRect(right - px(134), top, 0 if tight else px(120), high)
    length_x = right - px(218 if wide else 194)
    length = QRect(length_x, top, 0 if narrow else px(76 if wide else 58), high)
    badge = QRect(right - px(354), top, px(128) if wide else 0, high)
    if columns is not None:
        end, length, badge = _packed((end, length, badge), columns, px)
    shown = [part for part in (badge, length, end) if part.width() > 0]
    stop = shown[0].left() if shown else right
    circle, star_side = px(38), px(32)
    play = QRect(rect.left() + px(14), middle - circle // 2, circle, circle)
    star = QRect(stop - px(12) - star_side, middle - star_side // 2, star_side, star_side)
    text_x = play.right() + 1 + px(18)
    text_w = max(0, star.left() - px(8) - text_x)
    title = QRect(text_x, middle - px(18), text_w, px(18))
    subtitle = QRect(text_x, middle, text_w, px(20))
    parts = (play, title, subtitle, star, badge, length, end)
    if rtl:
        way = Qt.LayoutDirection.RightToLeft
        parts = tuple(QStyle.visualRect(way, rect, part) for part in parts)  # type: ignore[assignment]
    return Places(*parts)


def _packed(
    parts: tuple[QRect, QRect, QRect], columns: Columns, px: Callable[[float], int]
) -> tuple[QRect, QRect, QRect]:
    """Move the state, the length and the badge together, as close as their words let them."""
    edge, packed = parts[0].right() + 1, []
    for part, needed in zip(parts, (columns.end, columns.middle, columns.badge), strict=True):
        width = min(part.width(), needed)
        packed.append(QRect(edge - width, part.top(), width, part.height()))
        edge -= width + px(_GAP) if width else 0
    return packed[0], packed[1], packed[2]

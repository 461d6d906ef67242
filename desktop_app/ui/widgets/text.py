"""Labels that follow the look."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.widgets.cutting import cut

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_WORD = 120
"""The longest word that is not broken, in design pixels."""

_WIDTHS = 60
"""For so many the height is remembered."""


class Text(QLabel):
    """Plain words in one of the type scale's roles; never read as HTML.

    ``wrap`` breaks lines; ``elide`` shortens to the room there is, with the whole text as a
    tool tip. With neither, the label is as wide as its words.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Role = Role.BODY,
        tone: Tone = Tone.INK,
        *,
        wrap: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._role, self._tone, self._elide = look, role, tone, elide
        self._tips, self._tail = elide, ""
        self._known = ("", "")
        self._heights: dict[int, int] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.setToolTip(plainly(text))
        look.changed.connect(self._dress)
        self._dress()

    def set_tone(self, tone: Tone) -> None:
        """Take another colour."""
        self._tone = tone
        self._dress()

    def set_wrap(self, *, on: bool) -> None:
        """Break lines for once instead of shortening, or shorten again."""
        if on is not self.wordWrap():
            self._elide = not on
            self.setWordWrap(on)
            self.updateGeometry()

    def set_role(self, role: Role) -> None:
        """Take another size and weight."""
        self._role = role
        self._dress()

    def setText(self, text: str, tail: str = "") -> None:
        """Say something else; ``tail``: the end of it that is not to be cut, if it can be."""
        self._tail = tail
        super().setText(text)
        if self._tips:
            self.setToolTip(plainly(text))

    def minimumSizeHint(self) -> QSize:
        """An elided label may shrink to almost nothing, and a word be broken to fit a line."""
        hint = super().minimumSizeHint()
        if self._elide:
            return QSize(self._look.px(24), hint.height())
        if self.wordWrap():
            return QSize(min(hint.width(), self._look.px(_WORD)), hint.height())
        return hint

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines, in which only words wider than a line are broken."""
        if not self.wordWrap():
            return super().heightForWidth(width)
        known = (self.text(), self.font().key())
        if known != self._known or len(self._heights) > _WIDTHS:
            self._known, self._heights = known, {}
        if width not in self._heights:  # a layout tries several again and again
            self._heights[width] = self._measure(width)
        return self._heights[width]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words in the tone's colour, shortened when asked to."""
        text = self.text()
        if self._elide:
            text = cut(self.fontMetrics(), text, self.width(), self._tail)
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._tone))
        if self.wordWrap():
            option = self._breaking()
            option.setAlignment(align)
            painter.drawText(QRectF(self.contentsRect()), text, option)
        else:
            painter.drawText(self.contentsRect(), int(align), text)
        painter.end()

    def _breaking(self) -> QTextOption:
        """Return how lines are broken; words that run against the layout's direction keep theirs,
        or Qt lets the space at a line's end push its beginning out of sight."""
        option = QTextOption()
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        return option

    def _measure(self, width: int) -> int:
        """Return the height of the text in so wide a label, as :meth:`paintEvent` breaks it."""
        edges = self.contentsMargins()
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font())
        layout.setTextOption(self._breaking())
        layout.beginLayout()
        heights = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width - edges.left() - edges.right()))
            heights.append(line.height())
        layout.endLayout()
        between = QFontMetricsF(self.font()).leading() * (len(heights) - 1)
        return ceil(sum(heights) + max(0.0, between)) + edges.top() + edges.bottom()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        self.update()

"""Labels that follow the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.widgets.cutting import cut

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look


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
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if elide:
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            self.setToolTip(text)
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
            self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """An elided label may shrink to almost nothing."""
        hint = super().minimumSizeHint()
        return QSize(self._look.px(24), hint.height()) if self._elide else hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words in the tone's colour, shortened when asked to."""
        text = self.text()
        if self._elide:
            text = cut(self.fontMetrics(), text, self.width(), self._tail)
        align = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        wrap = int(Qt.TextFlag.TextWordWrap) if self.wordWrap() else 0
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._tone))
        painter.drawText(self.contentsRect(), int(align) | wrap, text)
        painter.end()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        self.update()

"""Labels that follow the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app.ui.look.tokens import Role, Tone

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

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        if self._elide:
            self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """An elided label may shrink to almost nothing."""
        hint = super().minimumSizeHint()
        return QSize(self._look.px(24), hint.height()) if self._elide else hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, shortened when asked to."""
        if not self._elide:
            super().paintEvent(_event)
            return
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._tone))
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        align = Qt.AlignmentFlag.AlignVCenter | (
            self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
        )
        painter.drawText(self.rect(), int(align), shown)
        painter.end()

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.WindowText, self._look.colour(self._tone))
        self.setPalette(palette)

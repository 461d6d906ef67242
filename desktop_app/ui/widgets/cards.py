"""Surfaces: the rounded card, the picture of a talk, the thin bar that fills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import CARD_PADDING, RADIUS_CARD, Role, Tone
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.look.theme import Look


class Card(QFrame):
    """A rounded surface; put things into ``body``. ``calm`` cards belong to meditation."""

    def __init__(
        self,
        look: Look,
        *,
        calm: bool = False,
        padding: float = CARD_PADDING,
        spacing: float = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._calm, self._padding, self._spacing = look, calm, padding, spacing
        self.body = QVBoxLayout(self)
        look.changed.connect(self._dress)
        self._dress()

    def add_heading(self, text: str) -> Text:
        """Put the small line at a card's top that says what it is."""
        tone = Tone.CALM if self._calm else Tone.SOFT
        label = Text(self._look, text, Role.SMALL_STRONG, tone)
        self.body.addWidget(label)
        return label

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the surface and its hairline."""
        palette, radius = self._look.palette, self._look.px(RADIUS_CARD)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.calm_soft if self._calm else palette.card))
        painter.setPen(QPen(QColor(palette.calm_soft if self._calm else palette.line), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _dress(self) -> None:
        inset = self._look.px(self._padding) + 1
        self.body.setContentsMargins(inset, inset, inset, inset)
        self.body.setSpacing(self._look.px(self._spacing))
        self.update()


class Cover(QWidget):
    """The square picture of a talk: the lamp's glow; ``side`` and ``radius`` in design pixels."""

    def __init__(
        self, look: Look, side: float, radius: float = 10, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._side, self._radius = look, side, radius
        look.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the square inside its rounded corners."""
        radius = self._look.px(self._radius)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), radius, radius)
        painter.fillPath(shape, self.ground())
        painter.end()

    def ground(self) -> QBrush:
        """Return what fills the square."""
        glow = QLinearGradient(0, 0, self.width(), self.height())
        glow.setColorAt(0, QColor(self._look.palette.lamp))
        glow.setColorAt(1, QColor(self._look.palette.lamp_dark))
        return QBrush(glow)

    def _dress(self) -> None:
        side = self._look.px(self._side)
        self.setFixedSize(side, side)
        self.update()


class Bar(QWidget):
    """A thin line that is filled in parts; for progress it has one part.

    Parts are shares of one with a colour, drawn one after the other from the start.
    """

    def __init__(self, look: Look, height: float = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._height = look, height
        self._parts: tuple[tuple[float, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def set_share(self, share: float, name: str = "") -> None:
        """Fill one part with the lamp; ``name`` is what a screen reader says of it."""
        self.set_parts([(share, "lamp")], name)

    def set_parts(self, parts: Sequence[tuple[float, str]], name: str = "") -> None:
        """Fill parts; each colour is the name of a field of the palette ("calm")."""
        self._parts = tuple(parts)
        if name:
            self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a small width and the scaled height."""
        return QSize(self._look.px(80), self._look.px(self._height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track and its parts."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        shape = QPainterPath()
        shape.addRoundedRect(whole, whole.height() / 2, whole.height() / 2)
        painter.fillPath(shape, QColor(self._look.palette.line))
        painter.setClipPath(shape)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        done = 0.0
        for share, colour in self._parts:
            width = whole.width() * max(0.0, min(1.0, share))
            left = whole.width() - done - width if rtl else done
            part = QRectF(left, 0, width, whole.height())
            painter.fillRect(part, QColor(str(getattr(self._look.palette, colour))))
            done += width
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

"""The cards of the presets, as many beside each other as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import describe
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.model import Preset
    from desktop_app.ui.look.theme import Look

_NARROWEST = 200
_MOST = 4


class Pie(QWidget):
    """A length as a slice of an hour, as on a clock's face; decoration, so it has no name."""

    def __init__(self, look: Look, seconds: float) -> None:
        super().__init__()
        self._look = look
        self._share = min(1.0, seconds / 3600)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the scaled square."""
        return QSize(self._look.px(22), self._look.px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the face and the slice."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        calm = QColor(self._look.palette.calm)
        width = self._look.px(2)
        face = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.setPen(QPen(calm, width))
        painter.drawEllipse(face)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(calm)
        painter.drawPie(face, 90 * 16, -round(self._share * 360 * 16))
        painter.end()

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class PresetCard(Card):
    """One sitting that can be begun."""

    begun = Signal(str)

    def __init__(self, look: Look, preset: Preset) -> None:
        super().__init__(look, spacing=2)
        self.body.addWidget(Pie(look, preset.length))
        self.body.addSpacing(look.px(12))
        self.body.addWidget(Text(look, tr(preset.name), Role.STRONG, wrap=True))
        self.body.addWidget(Text(look, words.minutes(preset.length), Role.LARGE))
        self.body.addWidget(Text(look, describe(preset), Role.ROW, Tone.SOFT, wrap=True))
        self.body.addStretch(1)
        self.body.addSpacing(look.px(16))
        length = words.spoken(preset.length)
        self.button = Button(
            look,
            tr("Begin"),
            Kind.CALM,
            name=tr("Begin {name}, {length}", name=tr(preset.name), length=length),
            height=38,
        )
        self.button.clicked.connect(lambda _checked: self.begun.emit(preset.name))
        self.body.addWidget(self.button)
        self.setAccessibleName(f"{tr(preset.name)}, {length}, {describe(preset)}")


class PresetCards(QWidget):
    """All presets; ``begun`` carries the name of the one that was chosen."""

    begun = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._presets: tuple[Preset, ...] = ()
        self._columns = 0
        self.cards: list[PresetCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.changed.connect(self._dress)
        self._dress()

    def set_presets(self, presets: tuple[Preset, ...]) -> None:
        """Offer these."""
        if presets == self._presets:
            return
        self._presets = presets
        for card in self.cards:
            self._grid.removeWidget(card)
            card.deleteLater()
        self.cards = [PresetCard(self._look, preset) for preset in presets]
        for card in self.cards:
            card.begun.connect(self.begun)
        self._columns = 0
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Be content with one card's width."""
        return QSize(self._look.px(_NARROWEST), self._grid.minimumSize().height())

    def _place(self) -> None:
        room = (self.width() + self._grid.spacing()) // (
            self._look.px(_NARROWEST) + self._grid.spacing()
        )
        columns = max(1, min(_MOST, room))
        if columns == 3 and len(self.cards) == _MOST:
            columns = 2
        if columns == self._columns:
            return
        self._columns = columns
        for at, card in enumerate(self.cards):
            self._grid.removeWidget(card)
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _dress(self) -> None:
        self._grid.setSpacing(self._look.px(16))
        self._place()

"""How much room the downloads take, by kind, and what the disk has left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.downloads_shelf import parts
from desktop_app.ui.widgets.cards import Bar, Card
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.model import Space
    from desktop_app.ui.look.theme import Look


class Key(QWidget):
    """The square that shows a colour of the bar."""

    def __init__(self, look: Look, colour: str) -> None:
        super().__init__()
        self._look, self._colour = look, colour
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return the scaled square."""
        return QSize(self._look.px(10), self._look.px(10))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the square."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.setBrush(QColor(str(getattr(self._look.palette, self._colour))))
        radius = self._look.px(3)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.end()

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class SpaceCard(Card):
    """One bar for all, a legend below; the whole bar is what could be used."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, spacing=12)
        self.bar = Bar(look, 12)
        self.body.addWidget(self.bar)
        legend = QWidget()
        flow = Flow(legend, look.px(18))
        look.changed.connect(lambda: flow.set_gap(look.px(18)))
        self.labels: list[Text] = []
        for colour in ("lamp", "calm", "faint", "line"):
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            label = Text(look, "", Role.ROW, Tone.SOFT)
            row.addWidget(Key(look, colour))
            row.addWidget(label)
            self.labels.append(label)
            flow.addWidget(entry)
        self.body.addWidget(legend)

    def set_space(self, space: Space) -> None:
        """Show these numbers."""
        kinds = parts(space)
        whole = max(1, sum(amount for _words, _colour, amount in kinds) + space.free)
        said = [f"{what} {words.size(amount)}" for what, _colour, amount in kinds]
        said.append(tr("{size} free", size=words.size(space.free)))
        for label, text in zip(self.labels, said, strict=True):
            label.setText(text)
        shares = [(amount / whole, colour) for _words, colour, amount in kinds]
        self.bar.set_parts(shares, ", ".join(said))

"""How much room the recordings take, by kind, and how to free some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.tokens import CARD_PADDING, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages import downloads_words as said_of
from desktop_app.ui.pages.feed_fields import Confirm
from desktop_app.ui.pages.settings_rows import Group
from desktop_app.ui.widgets.cards import Bar
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.base.settings import Settings
    from desktop_app.base.shelf import Removable, Space
    from desktop_app.ui.look.theme import Look

_COLOURS = ("lamp", "calm", "soft", "faint", "line")


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


class Legend(QWidget):
    """The bar's colours in words, in a line that wraps; what is not there is not named."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.labels: list[Text] = []
        self._entries: list[QWidget] = []
        self._flow = Flow(self)
        for colour in _COLOURS:
            entry = QWidget()
            row = QHBoxLayout(entry)
            row.setContentsMargins(0, 0, 0, 0)
            label = Text(look, "", Role.ROW, Tone.SOFT, elide=True)
            label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(Key(look, colour))
            row.addWidget(label)
            self.labels.append(label)
            self._entries.append(entry)
            self._flow.addWidget(entry)
        look.changed.connect(self._dress)
        self._dress()

    def set_words(self, said: list[str]) -> None:
        """Name the colours, in their order; an empty one is left out."""
        for entry, label, text in zip(self._entries, self.labels, said, strict=True):
            label.setText(text)
            entry.setVisible(bool(text))

    def _dress(self) -> None:
        self._flow.set_gap(self._look.px(14))


class SpaceCard(Group):
    """One bar for all, a legend, and the choices that keep it from filling up.

    Signals:
        chosen: a field of :mod:`downloads_choices` and its value.
        freed: the person wants what was heard removed, and has said so twice.
    """

    chosen = Signal(str, object)
    freed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.bar, self.legend = Bar(look, 12), Legend(look)
        self.full = Text(look, "", Role.STRONG, wrap=True)
        for widget in (self.bar, self.legend, self.full):
            self.body.addWidget(widget)
        self.choices = choices.add_room(self, look)
        self.clean = Confirm(look, "", tr("Yes, remove them"), tr("Keep them"))
        self.add_row(tr("Free some now"), tr("All of it can be downloaded again."), self.clean)
        for field, choice in self.choices.items():
            choice.chosen.connect(lambda value, field=field: self.chosen.emit(field, value))
        self.clean.confirmed.connect(self._freed)
        self._removable: Removable | None = None
        look.changed.connect(self._name_clean)

    def show_choices(self, settings: Settings) -> None:
        """Show what is in force."""
        for field, choice in self.choices.items():
            choice.set_value(getattr(settings, field))

    def set_space(self, space: Space, removable: Removable, keep_days: int, *, stuck: bool) -> None:
        """Show these numbers; ``stuck``: all room is used, and nothing in it may be removed."""
        kinds = said_of.parts(space, keep_days)
        left, rest = said_of.rest(space)
        whole = max(1, space.used + rest)
        said = [
            ", ".join(part for part in (f"{what} {words.size(amount)}", fate) if part)
            if amount
            else ""
            for what, _colour, amount, fate in kinds
        ]
        self.legend.set_words([*said, left])
        shares = [(amount / whole, colour) for _what, colour, amount, _fate in kinds]
        self.bar.set_parts(shares, ". ".join(part for part in (*said, left) if part))
        self.full.setText(
            tr("The room is used up by what is never removed by itself: favorites, and what is "
               "bookmarked, queued, half heard or not heard yet. Allow more room below, or "
               "remove a download: it is in the menu of each talk on this computer.")
        )  # fmt: skip
        self.full.setVisible(stuck)
        self._show_removable(removable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less on the button where there is no room."""
        super().resizeEvent(event)
        self._name_clean()

    def _show_removable(self, removable: Removable) -> None:
        self._removable = removable
        if not removable.recordings:
            self.clean.reset()
        many = words.count(removable.recordings, "1 recording", "{n} recordings")
        self.clean.question.setText(
            tr("Remove {many} that you have heard, {size}? Never touched: favorites, what is "
               "bookmarked or in the queue, what you are in the middle of, what you have not "
               "heard yet, and tapes in folders of your own.", many=many,
               size=words.size(removable.bytes))
        )  # fmt: skip
        self._name_clean()

    def _name_clean(self) -> None:
        if self._removable is None:
            return
        ask, px = self.clean.ask, self._look.px
        self.clean.setMinimumWidth(px(150))
        some, number = self._removable.recordings > 0, words.number(self._removable.recordings)
        size = words.size(self._removable.bytes)
        ask.setText(tr("Remove heard talks ({n}, {size})…", n=number, size=size))
        ask.setAccessibleName(ask.text() if some else "")
        if not some:
            ask.setText(tr("Nothing heard to remove"))
        elif ask.sizeHint().width() > self.contentsRect().width() - 2 * px(CARD_PADDING):
            ask.setText(tr("Remove ({n})…", n=number))
        ask.setEnabled(some)
        ask.updateGeometry()

    def _freed(self) -> None:
        self.clean.reset()
        self.clean.ask.setFocus()
        self.freed.emit()

"""The cards of the presets, as many beside each other as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QMenu, QSizePolicy, QWidget

from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_words import describe, sat_for
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.tab_order import go_in
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent

    from desktop_app.base.sittings import Preset
    from desktop_app.ui.look.theme import Look

_NARROWEST = 200
_MOST = 4
_DIGITS = 9
SUGGESTED_KEY = "M"
"""Begins the suggested sitting; S is the star of a row, which the same pages have."""


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
    """One sitting that can be begun.

    Signals:
        begun: the preset.
        asked: what is to be done with it ("change", "copy", "earlier", "later", "remove"), and
            the preset.
    """

    begun = Signal(object)
    asked = Signal(str, object)

    def __init__(self, look: Look, preset: Preset, *, changeable: bool) -> None:
        super().__init__(look, spacing=2)
        self.preset, self._changeable = preset, changeable
        self.first = self.last = False
        self._name, length = tr(preset.name), words.spoken(sat_for(preset))
        self.more = Button(look, "", Kind.PLAIN, icon=Icon.MORE, height=32,
                           name=tr("More about {name}", name=self._name))  # fmt: skip
        head = QHBoxLayout()
        head.addWidget(Pie(look, sat_for(preset)))
        head.addStretch(1)
        head.addWidget(self.more)
        self.body.addLayout(head)
        self.more.setVisible(changeable)  # not before it has a parent, or it is a window
        self.body.addSpacing(look.px(12 if not changeable else 4))
        self.body.addWidget(Text(look, talk_words.breakable(self._name), Role.STRONG, wrap=True))
        self.body.addSpacing(look.px(3))
        self.body.addWidget(Text(look, words.minutes(sat_for(preset)), Role.LARGE))
        line = words.opening(describe(preset))
        self.body.addSpacing(look.px(2))
        self.body.addWidget(Text(look, line, Role.SMALL, Tone.SOFT, wrap=True))
        self.body.addStretch(1)
        self.body.addSpacing(look.px(19))
        said = tr("Begin {name}, {length}", name=self._name, length=length)
        self.button = Button(look, tr("Begin"), Kind.CALM, name=said, height=38)
        self.button.clicked.connect(lambda _checked: self.begun.emit(self.preset))
        self.more.clicked.connect(lambda _on: self._offer(self._below()))
        self.body.addWidget(self.button)
        self.setAccessibleName(f"{self._name}, {length}, {line}")
        if changeable:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tr("Change this sitting"))

    def set_place(self, at: int, count: int, *, suggested: bool) -> None:
        """Learn where it stands among the others, and say which keys begin it."""
        self.first, self.last = at == 0, at == count - 1
        keys = [str(at + 1)] if at < _DIGITS else []
        keys += [SUGGESTED_KEY] if suggested else []
        tip = {0: "", 1: tr("Key {keys}", keys="".join(keys))}
        self.button.setToolTip(tip.get(len(keys), tr("Keys {keys}", keys=tr(" and ").join(keys))))

    def menu(self) -> QMenu:
        """Return what can be done with it; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for what, text, icon, on in (
            ("change", tr("Change…"), Icon.EDIT, True),
            ("copy", tr("Make another like it"), Icon.PLUS, True),
            ("earlier", tr("Move forward") + "\t" + tr("Alt+↑"), Icon.CHEVRON_UP, not self.first),
            ("later", tr("Move back") + "\t" + tr("Alt+↓"), Icon.CHEVRON_DOWN, not self.last),
            ("remove", tr("Remove") + "\t" + tr("Del"), Icon.TRASH, True),
        ):
            action = menu.addAction(qicon(self._look, icon), text)
            action.setEnabled(on)
            action.triggered.connect(lambda _on, what=what: self.asked.emit(what, self.preset))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with Alt and ↑ or ↓, remove with Del, change with F2."""
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        what = {Qt.Key.Key_Delete: "remove", Qt.Key.Key_F2: "change"}.get(Qt.Key(event.key()))
        if alt:
            moves = {Qt.Key.Key_Up: "earlier", Qt.Key.Key_Down: "later"}
            what = moves.get(Qt.Key(event.key()))
        ends = (what == "earlier" and self.first) or (what == "later" and self.last)
        if not self._changeable or what is None:
            super().keyPressEvent(event)
        elif not ends:
            self.asked.emit(what, self.preset)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Change it when the card itself is pressed."""
        inside = self.rect().contains(event.position().toPoint())
        if self._changeable and inside and event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit("change", self.preset)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the press, so that letting go comes here too."""
        if not self._changeable:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with it, by pointer or by key."""
        if self._changeable:
            by_key = event.reason() == event.Reason.Keyboard
            self._offer(self._below() if by_key else event.globalPos())

    def _below(self) -> QPoint:
        return self.more.mapToGlobal(self.more.rect().bottomLeft())

    def _offer(self, at: QPoint) -> None:
        self.menu().popup(at)


class PresetCards(QWidget):
    """All presets. With ``changeable`` each can be changed, moved, copied and removed.

    Signals:
        begun: the preset that was chosen.
        asked: what is to be done with a preset, as :class:`PresetCard` says it.
    """

    begun = Signal(object)
    asked = Signal(str, object)

    def __init__(self, look: Look, *, changeable: bool = False) -> None:
        super().__init__()
        self._look, self._changeable = look, changeable
        self._suggested = 0
        self._columns = 0
        self.cards: list[PresetCard] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        look.changed.connect(self._dress)
        self._dress()

    def set_presets(self, presets: tuple[Preset, ...], suggested: int = 0) -> None:
        """Offer these; ``suggested`` is the id of the one that a key begins, 0: none.

        Cards of presets that are as before stay, and keep the keyboard.
        """
        kept = {card.preset: card for card in self.cards}
        held = next((card for card in self.cards if card.isAncestorOf(_focus(self))), None)
        at_before = self.cards.index(held) if held is not None else 0
        more = held is not None and held.more.hasFocus()
        cards = [kept.pop(each) if each in kept else self._make(each) for each in presets]
        for card in kept.values():
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._suggested = suggested
        if cards != self.cards:
            self.cards, self._columns = cards, 0
            self._place()
        for at, card in enumerate(cards):
            card.set_place(at, len(cards), suggested=card.preset.id == suggested != 0)
        if held is not None and held not in cards and cards:
            same = (card for card in cards if card.preset.id == held.preset.id)
            card = next(same, cards[min(at_before, len(cards) - 1)])
            (card.more if more else card.button).setFocus(Qt.FocusReason.OtherFocusReason)

    def begin(self, at: int) -> bool:
        """Begin the sitting at this place; tell whether there is one."""
        if not 0 <= at < len(self.cards):
            return False
        self.begun.emit(self.cards[at].preset)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the width there is."""
        super().resizeEvent(event)
        self._place()

    def minimumSizeHint(self) -> QSize:
        """Be content with one card's width."""
        return QSize(self._look.px(_NARROWEST), self._grid.minimumSize().height())

    def _make(self, preset: Preset) -> PresetCard:
        card = PresetCard(self._look, preset, changeable=self._changeable)
        card.begun.connect(self.begun)
        card.asked.connect(self.asked)
        return card

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
        for card in self.cards:
            self._grid.removeWidget(card)
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        go_in(self, *(stop for card in self.cards for stop in (card.more, card.button)))

    def _dress(self) -> None:
        self._grid.setSpacing(self._look.px(16))
        self._place()


def _focus(part: QWidget) -> QWidget:
    """Return what has the keyboard; the part itself where nothing has."""
    return QApplication.focusWidget() or part

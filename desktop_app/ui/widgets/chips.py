"""Pills: to choose one of few, to switch conditions on and off, and to name a fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import RADIUS_BADGE, Role
from desktop_app.ui.look.words import number, tr
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import paint_ring, shade
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.tab_order import go_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.look.theme import Look

T = TypeVar("T")


class Chip(QPushButton):
    """A pill that is on or off; with ``menu`` it opens one and shows an arrow."""

    def __init__(self, look: Look, text: str, *, menu: bool = False) -> None:
        super().__init__(text)
        self._look, self._menu = look, menu
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return what the words need between two half circles."""
        px = self._look.px
        words = QFontMetrics(self._look.font(Role.SMALL_MEDIUM)).horizontalAdvance(self.text())
        return QSize(words + px(28 + (15 if self._menu else 0)), px(31))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the chips with arrows; Enter presses as Space does."""
        ring.pressed(self)
        forward, back = Qt.Key.Key_Right, Qt.Key.Key_Left
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            forward, back = back, forward
        if event.key() in {forward, back}:
            chips = self._row()
            step = 1 if event.key() == forward else -1
            chips[(chips.index(self) + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        palette, px = self._look.palette, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        usable = self.isEnabled()
        fill = QColor((palette.ink if usable else palette.line) if on else palette.card)
        if self.underMouse() and not on and usable:
            fill = shade(fill, dark=palette.dark)
        painter.setBrush(fill)
        painter.setPen(QPen(fill if on else QColor(palette.line), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        off = palette.soft if usable or on else palette.faint
        colour = QColor(palette.on_ink if on and usable else off)
        painter.setFont(self._look.font(Role.SMALL_MEDIUM))
        painter.setPen(colour)
        words = self.rect()
        if self._menu:
            rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            words.adjust(px(15) if rtl else 0, 0, 0 if rtl else -px(15), 0)
            x = px(12) if rtl else self.width() - px(25)
            sign = QRectF(x, (self.height() - px(13)) / 2, px(13), px(13))
            icons.paint(painter, Icon.CHEVRON_DOWN, sign, colour)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignCenter), self.text())
        if ring.seen(self):
            paint_ring(painter, self._look, QRectF(self.rect()), self.height() / 2)
        painter.end()

    def _row(self) -> list[Chip]:
        """Return the chips in sight of the row that this one is in, as they stand there."""
        row = self.parentWidget()
        layout = row.layout() if row else None
        items = [layout.itemAt(at) for at in range(layout.count())] if layout else []
        widgets = [item.widget() for item in items if item is not None]
        chips = [each for each in widgets if isinstance(each, Chip) and not each.isHidden()]
        return chips if self in chips else [self]

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class Chips(QWidget, Generic[T]):
    """A row of chips for values; wraps when there is no room.

    With ``several`` each can be on; otherwise exactly one is, unless ``value`` is None.
    """

    chosen = Signal(object)

    def __init__(
        self,
        look: Look,
        options: Sequence[tuple[T, str]],
        *,
        name: str,
        several: bool = False,
    ) -> None:
        super().__init__()
        self._look, self._several = look, several
        self._chips: list[tuple[T, Chip]] = []
        self._flow = Flow(self)
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self.set_options(options)
        self._dress()

    def set_options(self, options: Sequence[tuple[T, str]]) -> None:
        """Offer these values instead; what was on stays on."""
        on = self.values()
        for _value, chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [(value, Chip(self._look, text)) for value, text in options]
        for value, chip in self._chips:
            chip.setChecked(value in on)
            chip.clicked.connect(lambda _on, value=value: self._clicked(value))
            self._flow.addWidget(chip)
        go_in(self, *(chip for _value, chip in self._chips))

    def add(self, chip: QWidget) -> None:
        """Put another chip at the end of the row, a :class:`MenuChip` say."""
        self._flow.addWidget(chip)

    def values(self) -> tuple[T, ...]:
        """Return what is on."""
        return tuple(value for value, chip in self._chips if chip.isChecked())

    def value(self) -> T | None:
        """Return the one that is on."""
        return next(iter(self.values()), None)

    def set_value(self, value: T | None) -> None:
        """Switch exactly this one on, without telling anybody."""
        for each, chip in self._chips:
            chip.setChecked(each == value)

    def set_values(self, values: Sequence[T]) -> None:
        """Switch exactly these on, without telling anybody."""
        for each, chip in self._chips:
            chip.setChecked(each in values)

    def _clicked(self, value: T) -> None:
        if self._several:
            self.chosen.emit(self.values())
        else:
            self.set_value(value)
            self.chosen.emit(value)

    def _dress(self) -> None:
        self._flow.set_gap(self._look.px(7))
        self.updateGeometry()


class MenuChip(Chip, Generic[T]):
    """A chip that offers a menu; it is on while something other than the first is chosen."""

    chosen = Signal(object)

    def __init__(self, look: Look, text: str, options: Sequence[tuple[T, str]]) -> None:
        super().__init__(look, text, menu=True)
        self._name = text
        self._value: T | None = None
        self._options: tuple[tuple[T, str], ...] = ()
        self._numbers: tuple[int, ...] = ()
        self.clicked.connect(self._open)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[T, str]], numbers: Sequence[int] = ()) -> None:
        """Offer these values; the first stands for "no matter".

        ``numbers``: how many there are of each but the first, told in the menu.
        """
        self._options, self._numbers = tuple(options), tuple(numbers)
        self.set_value(self._value if self._value is not None else self._options[0][0])

    def options(self) -> tuple[tuple[T, str], ...]:
        """Return what is offered."""
        return self._options

    def value(self) -> T | None:
        """Return what is chosen."""
        return self._value

    def set_value(self, value: T) -> None:
        """Choose without telling anybody."""
        self._value = value
        first = self._options[0][0] == value
        words = next((text for each, text in self._options if each == value), self._name)
        self.setText(self._name if first else words)
        self.setAccessibleName(tr("{what}: {value}", what=self._name, value=words))
        self.setChecked(not first)
        self.updateGeometry()

    def _open(self) -> None:
        menu = QMenu(self)
        numbers = ("", *map(number, self._numbers))
        for at, (value, text) in enumerate(self._options):
            said = text.replace("&", "&&")
            count = numbers[at] if at < len(numbers) else ""
            action = menu.addAction(f"{said}\t{count}" if count else said)
            action.setCheckable(True)
            action.setChecked(value == self._value)
            action.setData(at)
        menu.triggered.connect(self._picked)
        menu.aboutToHide.connect(menu.deleteLater)
        self.set_value(self._options[0][0] if self._value is None else self._value)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _picked(self, action: QAction) -> None:
        value = self._options[action.data()][0]
        self.set_value(value)
        self.chosen.emit(value)


class Badge(QWidget):
    """A small fact on a soft ground: a fellowship, a step, "Tape restored"."""

    def __init__(self, look: Look, text: str = "") -> None:
        super().__init__()
        self._look, self._text = look, text
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.changed.connect(self._dress)

    def set_text(self, text: str) -> None:
        """Name another fact."""
        self._text = text
        self.setAccessibleName(text)
        self._dress()

    def sizeHint(self) -> QSize:
        """Return what the words need."""
        words = QFontMetrics(self._look.font(Role.BADGE)).horizontalAdvance(self._text)
        return QSize(words + self._look.px(16), self._look.px(21))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the words."""
        palette, radius = self._look.palette, self._look.px(RADIUS_BADGE)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.calm_soft))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(self.rect(), radius, radius)
        painter.setFont(self._look.font(Role.BADGE))
        painter.setPen(QColor(palette.calm))
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._text)
        painter.end()

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

"""Pills: to choose one of few, and to switch conditions on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import aloud, one_stop, ring
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
        self._known = False
        self.setCheckable(True)
        self.toggled.connect(self._switched)
        aloud.name_by_text(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        look.changed.connect(self._dress)
        self._dress()

    def setChecked(self, on: bool) -> None:
        """Be on or off, without telling anybody."""
        self._known = True
        super().setChecked(on)
        self._known = False

    def nextCheckState(self) -> None:
        """Be switched by a click, which is told as one."""
        self._known = True
        super().nextCheckState()
        self._known = False

    def sizeHint(self) -> QSize:
        """Return what the words need between two half circles."""
        px = self._look.px
        words = QFontMetrics(self._look.font(Role.SMALL_MEDIUM)).horizontalAdvance(self.text())
        return QSize(words + px(28 + (15 if self._menu else 0)), px(32))

    def minimumSizeHint(self) -> QSize:
        """A chip is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard; from now on Tab leads here."""
        ring.came(self, event.reason())
        one_stop.stop_at(self, self._row())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move among the chips with arrows; Enter presses as Space does."""
        ring.pressed(self)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        elif event.key() in one_stop.STEPS:
            event.setAccepted(one_stop.go(event.key(), self, self._row()))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Be the stop of a row that has none."""
        super().showEvent(event)
        one_stop.settle(self._row())

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave the row a stop."""
        super().hideEvent(event)
        one_stop.settle(self._row())

    def changeEvent(self, event: QEvent) -> None:
        """Be no stop that the keyboard cannot come to."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            one_stop.settle(self._row())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pill."""
        palette, px = self._look.palette, self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        usable = self.isEnabled()
        fill = QColor((palette.ink if usable else palette.line) if on else palette.card)
        if usable and (self.underMouse() or self.isDown()):
            fill = shade(palette, "ink" if on else "card", strong=self.isDown())
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

    def _switched(self, on: bool) -> None:
        """Make a click of what a screen reader switches: Qt does that without one."""
        if not self._known:
            self.setChecked(not on)
            self.click()

    def _row(self) -> list[Chip]:
        """Return the chips in sight of the row that this one is in, as they stand there."""
        row = self.parentWidget()
        layout = row.layout() if row else None
        items = [layout.itemAt(at) for at in range(layout.count())] if layout else []
        widgets = [item.widget() for item in items if item is not None]
        chips = [each for each in widgets if isinstance(each, Chip)]
        return [each for each in chips if not each.isHidden()] if self in chips else [self]

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
            if not self._several:
                said = tr("{what}: {value}", what=self.accessibleName(), value=chip.text())
                chip.setAccessibleName(said)
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
            if each == value and not any(one.hasFocus() for _value, one in self._chips):
                one_stop.stop_at(chip, [one for _value, one in self._chips])

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

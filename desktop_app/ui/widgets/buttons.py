"""Buttons of the four kinds that the design knows, and the round one that plays."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolTip, QWidget

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role
from desktop_app.ui.widgets import aloud, ring

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.look.tokens import Palette

_SHORTEST = 96
"""A name on a button is not shortened to less, in design pixels."""


class Kind(Enum):
    """How much a button asks for: fill, words, border (fields of the palette).

    One PRIMARY at most on a page; CALM begins a sitting; QUIET is everything else; LINK and
    PLAIN stand in a line of text, PLAIN for what is not the point of the page.
    """

    PRIMARY = ("lamp", "on_lamp", "lamp")
    CALM = ("calm", "on_calm", "calm")
    QUIET = ("card", "ink", "line")
    LINK = ("", "lamp_text", "")
    PLAIN = ("", "soft", "")


class Button(QPushButton):
    """A button painted in the look, with an icon before its words or alone.

    ``name`` is what a screen reader says when the words do not suffice; it is the tool tip
    of a button without words. ``height`` in the design's pixels. With ``elide`` the words, a
    name, are shortened where there is no room. Arrow keys are left to the window; Space and
    Enter press. ``plays``: it starts and stops the sound, so the arrows beside it skip.
    """

    plays = False

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: Kind = Kind.QUIET,
        *,
        icon: Icon | None = None,
        name: str = "",
        role: Role | None = None,
        height: float = 42,
        icon_last: bool = False,
        elide: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look, self._kind, self._icon, self._icon_last = look, kind, icon, icon_last
        self._inline = kind in {Kind.LINK, Kind.PLAIN}
        self._role = role or (Role.SMALL_STRONG if kind is Kind.LINK else Role.STRONG)
        self._height = 32 if self._inline and height == 42 else height
        self._tint = ""
        aloud.name_by_text(self)
        self._elide = elide
        across = QSizePolicy.Policy.Maximum if elide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if name:
            self.set_name(name)
        look.changed.connect(self._dress)
        self._dress()

    def setText(self, text: str) -> None:
        """Say something else."""
        if self.accessibleName() == self.text():
            self.setAccessibleName("")
        super().setText(text)
        aloud.name_by_text(self)

    def set_icon(self, icon: Icon | None) -> None:
        """Show another sign."""
        self._icon = icon
        self._dress()

    def set_name(self, name: str) -> None:
        """Say this to a screen reader, and as a tool tip when there are no words."""
        self.setAccessibleName(name)
        self.setToolTip("" if self.text() else name)

    def set_tint(self, field: str) -> None:
        """Draw words and icon in this field of the palette; empty: as the kind says."""
        self._tint = field
        self.update()

    def sizeHint(self) -> QSize:
        """Return what the words, the icon and the padding need."""
        px = self._look.px
        metrics = QFontMetrics(self._look.font(self._role))
        words = metrics.horizontalAdvance(self.text()) if self.text() else 0
        sign = px(self._icon_side()) if self._icon else 0
        between = px(4) if words and sign else 0
        padding = px(4 if self._inline else 17 if self._height >= 42 else 15)
        width = words + sign + between + 2 * padding
        if not self.text():
            width = max(width, px(self._height))
        return QSize(width, px(self._height))

    def minimumSizeHint(self) -> QSize:
        """A button is never cut, unless it bears a name that somebody else gave."""
        whole = self.sizeHint()
        if not self._elide:
            return whole
        return QSize(min(whole.width(), self._look.px(_SHORTEST)), whole.height())

    def event(self, event: QEvent) -> bool:
        """Tell the whole of a name that is shortened."""
        if event.type() == QEvent.Type.ToolTip and self.width() < self.sizeHint().width():
            asked: QHelpEvent = event  # type: ignore[assignment]
            QToolTip.showText(asked.globalPos(), plainly(self.text()), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave arrows to the window, which skips with them; Enter presses as Space does."""
        arrows = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.key() in arrows:
            event.ignore()
            return
        ring.pressed(self)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, sign, words and the ring of the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)
        if ring.seen(self):
            paint_ring(painter, self._look, QRectF(self.rect()), self._look.px(RADIUS_BUTTON))
        painter.end()

    def _icon_side(self) -> float:
        return 20 if not self.text() else 17

    def _paint_ground(self, painter: QPainter) -> None:
        palette, radius = self._look.palette, self._look.px(RADIUS_BUTTON)
        fill, _words, border = self._kind.value
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if fill:
            colour = QColor(str(getattr(palette, fill)))
            if not self.isEnabled() and fill == border:
                colour = QColor(palette.line)
            elif self.isEnabled() and (self.isDown() or self.underMouse()):
                colour = shade(palette, fill, strong=self.isDown())
            painter.setBrush(colour)
            edge = colour if fill == border else QColor(str(getattr(palette, border)))
            painter.setPen(QPen(edge, 1))
            painter.drawRoundedRect(box, radius, radius)
        elif self.isEnabled() and (self.isDown() or self.underMouse()):
            ground = QColor(palette.ink)
            ground.setAlphaF(touch("", strong=self.isDown()))
            painter.setBrush(ground)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, radius, radius)

    def _paint_content(self, painter: QPainter) -> None:
        palette, px = self._look.palette, self._look.px
        colour = QColor(str(getattr(palette, self._tint or self._kind.value[1])))
        if not self.isEnabled():
            filled = self._kind in {Kind.PRIMARY, Kind.CALM}
            colour = QColor(palette.soft if filled else palette.faint)
        font = self._look.font(self._role)
        metrics = QFontMetrics(font)
        side = px(self._icon_side()) if self._icon else 0
        between = px(4) if self.text() and side else 0
        text = self.text()
        if self._elide:
            room = self.width() - side - between - 2 * px(4 if self._inline else 17)
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room + 1)
        words = metrics.horizontalAdvance(text) if text else 0
        left = (self.width() - words - side - between) // 2
        sign_first = self._icon_last == (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        sign_x = left if sign_first else left + words + between
        words_x = left + side + between if sign_first else left
        if self._icon:
            place = QRectF(sign_x, (self.height() - side) / 2, side, side)
            icons.paint(painter, self._icon, place, colour)
        painter.setFont(font)
        painter.setPen(colour)
        box = QRect(words_x, 0, words + px(2), self.height())
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, int(flags | Qt.TextFlag.TextSingleLine), text)

    def _dress(self) -> None:
        self.setFont(self._look.font(self._role))
        self.updateGeometry()
        self.update()


class RoundButton(Button):
    """The filled circle that plays and pauses."""

    def __init__(self, look: Look, icon: Icon, name: str, side: float = 42) -> None:
        super().__init__(look, "", Kind.PRIMARY, icon=icon, name=name, height=side)

    def sizeHint(self) -> QSize:
        """Return a square."""
        side = self._look.px(self._height)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the circle, the sign and the ring of the focus."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(palette.lamp if self.isEnabled() else palette.line)
        if self.isEnabled() and (self.underMouse() or self.isDown()):
            colour = shade(palette, "lamp", strong=self.isDown())
        painter.setBrush(colour)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawEllipse(QRectF(self.rect()))
        inset = self.width() * 0.28
        sign = QColor(palette.on_lamp if self.isEnabled() else palette.soft)
        inner = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        icons.paint(painter, self._icon or Icon.PLAY, inner, sign)
        if ring.seen(self):
            paint_ring(painter, self._look, QRectF(self.rect()), self.width() / 2)
        painter.end()


def touch(field: str, *, strong: bool = False) -> float:
    """Return how much of the ink a ground takes on under the pointer, or pressed when ``strong``.

    A filled ground, ``field`` of the palette, needs more of it to be seen than a bare one.
    """
    return (0.14 if field in {"lamp", "calm", "ink"} else 0.06) * (2 if strong else 1)


def shade(palette: Palette, field: str, *, strong: bool = False) -> QColor:
    """Return the colour of a surface under the pointer, or pressed when ``strong``.

    A card takes on ink; what is filled turns darker, except where it is the darkest already.
    """
    to_paper = field == "ink" or (palette.dark and field in {"lamp", "calm"})
    ground = QColor(str(getattr(palette, field)))
    toward = QColor(palette.paper if to_paper else palette.ink)
    share = touch(field, strong=strong)
    red, green, blue = (
        round(channel(ground) * (1 - share) + channel(toward) * share)
        for channel in (QColor.red, QColor.green, QColor.blue)
    )
    return QColor(red, green, blue)


def paint_ring(painter: QPainter, look: Look, rect: QRectF, radius: float) -> None:
    """Draw the ring that shows where the keyboard is: ink inside paper, seen on any ground."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(look.palette.card), 1))
    painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), radius - 2, radius - 2)
    painter.setPen(QPen(QColor(look.palette.ink), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)

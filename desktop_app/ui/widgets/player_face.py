"""The parts of the player bar, where they stand, and which go when there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import PLAYER_BAR, WINDOW, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.badge import BadgeButton
from desktop_app.ui.widgets.buttons import Button, Kind, RoundButton
from desktop_app.ui.widgets.seek_bar import SeekBar
from desktop_app.ui.widgets.talk_cover import TalkCover
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_ROOMY = 980
_ENOUGH = 760
_LEAST = 400
_LOW = 400
"""A window lower than that, in design pixels, has no room for two lines of the player."""
_FLAT = 58
_SHORTEST = 70
_NAMES = 90
_LINE = 540
_SHARE = 0.43
"""The line and its buttons are at most so wide, and take at most this share of a narrow bar."""
_AROUND = 98
"""The margins, and the gaps between the three parts; each button counts one gap more."""
_CENTRE = 8
"""So many of the buttons stand above the line."""


class PlayerFace(QWidget):
    """Everything that can be seen of the bar; what it does is :class:`PlayerBar`'s.

    Its buttons take the keyboard by Tab only: after a click, Space still plays and pauses.
    """

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._long = self._low = False
        self._window = WINDOW[1]
        self._parted = False
        """Whether what plays has chapters."""
        self._restored: bool | None = None
        """Whether the restored recording sounds; None: there is but the original."""
        self._make_parts()
        self._lay_out()
        look.changed.connect(self._dress)
        self._dress()

    def set_room(self, height: int) -> None:
        """Be one line instead of two in a window that is so low, in pixels."""
        self._window = height
        low = height < self._look.px(_LOW)
        way = QBoxLayout.Direction
        self._centre.setDirection(way.LeftToRight if low else way.TopToBottom)
        px = self._look.px
        self.setFixedHeight(px(_FLAT if low else PLAYER_BAR))
        side = px(14 if low else 22)
        self._row.setContentsMargins(side, px(4 if low else 9), side, px(4))
        self._low = low
        self.elapsed.setHidden(low)
        self._fit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in the order of the eye."""
        last = (*self._parts[_CENTRE:], self.small, self.rest)
        return (*self._parts[:_CENTRE], self.seek, self.remaining, *last)

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as asked; what does not fit goes, so no text size widens the window."""
        return QSize(_LEAST, self._look.px(_FLAT if self._low else PLAYER_BAR))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground and the line above it."""
        palette = self._look.palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(palette.card))
        painter.fillRect(0, 0, self.width(), 1, QColor(palette.line))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let go of what can be missed when there is little room; never of play and skip."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() / self._look.scale
        roomy = room >= _ROOMY
        self.mark.setText(tr("Bookmark") if roomy else "")
        self.mark.set_name(tr("Bookmark this place"))
        self.mark.updateGeometry()
        for button in (self.previous, self.next):
            button.setVisible(room >= _ENOUGH)
        self._let_go()

    def _let_go(self) -> None:
        """Leave out what stands least in the way of listening, until the rest is whole.

        Play and skip stay; what goes can be found in a menu, which needs room itself.
        """
        px, left = self._look.px, self._sides[0]
        names = px(_NAMES)
        self.rest.hide()
        if self._fold() or not self.next.isVisibleTo(self):
            self.rest.show()
            self._fold()
        left.setMinimumWidth(names + (0 if self.cover.isHidden() else px(68)))
        self._buttons.invalidate()
        share = self.width() - px(_AROUND) if self._low else round(self.width() * _SHARE)
        widest = min(px(_LINE), share)
        self._sides[1].setMaximumWidth(max(self._buttons.sizeHint().width(), widest))
        for inner, side in zip((self._left, self._centre, self._right), self._sides, strict=True):
            inner.invalidate()
            side.updateGeometry()  # a layout remembers what its parts wanted before

    def _fold(self) -> bool:
        """Hide what has no room; tell whether that is something that can be pressed."""
        px, left = self._look.px, self._sides[0]
        kept = (self.previous, self.back, self.play, self.forward, self.next, self.more, self.rest)
        room = self.width() - px(_AROUND)
        room -= sum(self._wide(each) for each in kept if not each.isHidden())
        if self._low:
            room -= px(_SHORTEST) + self._wide(self.remaining)
            self.remaining.setVisible(room >= 0)
        in_turn = {left: px(_NAMES), self.sleep: 0, self.rate: 0, self.chapters: 0, self.star: 0,
                   self.mark: 0, self.badge: 0, self.cover: px(68), self.small: 0}  # fmt: skip
        needless = {self.cover: self._look.discreet, self.chapters: not self._parted,
                    self.sleep: not self.more.isHidden(),
                    self.badge: self._restored is None}  # fmt: skip
        folded = False
        for part, width in in_turn.items():
            if needless.get(part):
                part.hide()
                continue
            room -= width or self._wide(part)
            part.setVisible(room >= 0)
            folded = folded or (room < 0 and isinstance(part, QPushButton))
        return folded

    def _wide(self, part: QWidget) -> int:
        """Return the room that a part takes, with the gap beside it."""
        return max(part.sizeHint().width(), part.minimumWidth()) + self._look.px(12)

    def _make_parts(self) -> None:
        look = self._look
        self.cover = TalkCover(look, self._bridge, 54)
        self.title = Text(look, "", Role.STRONG, elide=True)
        self.subtitle = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.rate = Button(look, "", Kind.PLAIN, role=Role.SMALL_STRONG)
        self.previous = Button(look, "", Kind.PLAIN, icon=Icon.PREVIOUS, name=tr("From the start"))
        self.back = Button(look, "", Kind.PLAIN, icon=Icon.BACK, role=Role.BODY)
        self.play = RoundButton(look, Icon.PLAY, tr("Play"))
        self.forward = Button(
            look, "", Kind.PLAIN, icon=Icon.FORWARD, role=Role.BODY, icon_last=True
        )
        self.next = Button(look, "", Kind.PLAIN, icon=Icon.NEXT, name=tr("Next in the queue"))
        self.sleep = Button(look, "", Kind.PLAIN, icon=Icon.MOON, role=Role.SMALL)
        self.more = Button(look, tr("More time"), Kind.PRIMARY, icon=Icon.MOON, height=36)
        self.more.hide()
        self.elapsed = Text(look, "", Role.SMALL, Tone.SOFT)
        self.seek = SeekBar(look)
        self.remaining = Button(look, "", Kind.PLAIN, role=Role.SMALL, height=32)
        self.chapters = Button(look, "", Kind.PLAIN, icon=Icon.LIST, name=tr("Chapters"))
        self.star = Button(look, "", Kind.PLAIN, icon=Icon.STAR_OUTLINE)
        self.mark = Button(look, tr("Bookmark"), Kind.PLAIN, icon=Icon.FLAG, role=Role.BODY,
                           name=tr("Bookmark this place"))  # fmt: skip
        self.badge = BadgeButton(look)
        self.badge.hide()
        self.small = Button(look, "", Kind.PLAIN, icon=Icon.MINI, name=tr("Mini player"))
        self.rest = Button(look, "", Kind.PLAIN, icon=Icon.MORE, name=tr("More"))
        for button in (self.previous, self.back, self.forward, self.next):
            button.set_tint("ink")
        self._parts: tuple[QPushButton, ...] = (
            self.rate, self.previous, self.back, self.play, self.forward, self.next, self.sleep,
            self.more, self.chapters, self.star, self.mark, self.badge)  # fmt: skip
        for part in (*self._parts, self.remaining, self.small, self.rest):
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._name_skips()

    def _lay_out(self) -> None:
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        left, centre, right = QWidget(), QWidget(), QWidget()
        self._left, self._centre, self._right = (
            QHBoxLayout(left), QBoxLayout(QBoxLayout.Direction.TopToBottom, centre),
            QHBoxLayout(right))  # fmt: skip
        names = QVBoxLayout()
        self._names = names
        names.addStretch(1)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        names.addStretch(1)
        self._left.addWidget(self.cover)
        self._left.addLayout(names, 1)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        for part in self._parts[:_CENTRE]:
            self._buttons.addWidget(part)
        self._buttons.addStretch(1)
        self._times = QHBoxLayout()
        self._times.addWidget(self.elapsed)
        self._times.addWidget(self.seek, 1)
        self._times.addWidget(self.remaining)
        self._centre.addLayout(self._buttons)
        self._centre.addLayout(self._times)
        self._right.addStretch(1)
        for part in self._parts[_CENTRE:]:
            self._right.addWidget(part)
        self._right.addWidget(self.small)
        self._right.addWidget(self.rest)
        for side in (left, right):
            side.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.addWidget(left, 1)
        self._row.addSpacing(self._look.px(20))
        self._row.addWidget(centre, 100)
        self._row.addWidget(right, 1)
        self._sides = (left, centre, right)

    def _dress(self) -> None:
        px = self._look.px
        self.set_room(self._window)
        self._row.setSpacing(px(20))
        for layout in (self._left, self._centre, self._right):
            layout.setContentsMargins(0, 0, 0, 0)
        self._left.setSpacing(px(14))
        self._names.setSpacing(px(3))
        self._centre.setSpacing(0)
        self._buttons.setSpacing(px(12))
        self._times.setSpacing(px(6))
        self._right.setSpacing(px(8))
        self._sides[1].setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_times()
        self._fit()
        self.elapsed.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _fit_times(self) -> None:
        for label in (self.elapsed, self.remaining):
            label.setFixedWidth(self._look.px(66 if self._long else 52))

    def _name_skips(self) -> None:
        chosen = self._look.settings
        self.back.setText(str(chosen.skip_back))
        self.back.setAccessibleName(tr("Back {n} seconds", n=chosen.skip_back))
        self.forward.setText(str(chosen.skip_forward))
        self.forward.setAccessibleName(tr("Forward {n} seconds", n=chosen.skip_forward))

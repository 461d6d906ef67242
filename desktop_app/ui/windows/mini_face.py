"""The player as a small card: the player bar's own parts, laid out anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.model import PlayStatus
from desktop_app.services.events import SettingsChanged
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.player_bar import PlayerBar, waiting

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from desktop_app.services.events import NowPlaying

WIDTH = 400
"""In the design's pixels; less on a screen that has no such room."""
_BESIDE = 40
_KEPT_ASIDE = ("rate", "previous", "next", "chapters", "star", "badge", "rest")


class MiniFace(PlayerBar):
    """Does what the player bar does; ``small`` leads back to the whole window.

    A click on the title opens the talk.
    """

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key goes through, in the order of the eye."""
        return (self.small, self.seek, self.remaining, self.sleep, self.more,
                self.back, self.play, self.forward, self.mark)  # fmt: skip

    def heard(self, event: object) -> None:
        """Follow the player; what may be read depends on a setting."""
        super().heard(event)
        if isinstance(event, SettingsChanged):
            self.show_now(self.now)

    def sizeHint(self) -> QSize:
        """Return the width of the design and the height of what stands in it."""
        screen = self.screen()
        wide = min(self._look.px(WIDTH), screen.availableGeometry().width() - _BESIDE)
        return QSize(wide, self._column.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """It has one size."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.palette.card))
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the talk that plays when its title is clicked."""
        if self._label.geometry().contains(event.position().toPoint()):
            self.open_talk()

    def _lay_out(self) -> None:
        self.small.set_icon(Icon.WHOLE)
        self.small.set_name(tr("The whole window"))
        names = self._label = QWidget()
        self._names = QVBoxLayout(names)
        self._names.setContentsMargins(0, 0, 0, 0)
        self._names.addWidget(self.title)
        self._names.addWidget(self.subtitle)
        self._upper, self._times, self._lower = QHBoxLayout(), QHBoxLayout(), QGridLayout()
        middle = Qt.AlignmentFlag.AlignVCenter
        self._upper.addWidget(self.cover)
        self._upper.addWidget(names, 1, middle)
        self._upper.addWidget(self.small, 0, Qt.AlignmentFlag.AlignTop)
        self._times.addWidget(self.elapsed)
        self._times.addWidget(self.seek, 1)
        self._times.addWidget(self.remaining)
        self._lower.addLayout(_row(self.sleep, self.more), 0, 0, Qt.AlignmentFlag.AlignLeft)
        self._steer = _row(self.back, self.play, self.forward)
        self._lower.addLayout(self._steer, 0, 1, Qt.AlignmentFlag.AlignCenter)
        self._lower.addWidget(self.mark, 0, 2, Qt.AlignmentFlag.AlignRight)
        for side in (0, 2):
            self._lower.setColumnStretch(side, 1)
        self._column = QVBoxLayout(self)
        for part in (self._upper, self._times, self._lower):
            self._column.addLayout(part)
        self._put_aside()

    def _put_aside(self) -> None:
        """Keep what there is no room for out of sight; the bar goes on writing on it."""
        aside = QWidget(self)
        aside.hide()
        for name in _KEPT_ASIDE:
            part: QWidget = getattr(self, name)
            part.setParent(aside)

    def _roof(self) -> QWidget:
        """Nothing is pressed above the line."""
        return self.seek

    def _show_words(self, now: NowPlaying) -> None:
        """Say what plays; it floats above other programs, so in discreet mode only that it does."""
        super()._show_words(now)
        if self._look.discreet:
            self.title.setText(tr("Audio"))
            self.title.setToolTip("")
            if now.status is not PlayStatus.FAILED and not waiting(now):
                self.subtitle.setText("")

    def _fit(self) -> None:
        """Everything has its place always; but a picture would tell what plays."""
        self.cover.setVisible(not self._look.discreet)
        self.mark.setText("")
        self.mark.set_name(tr("Bookmark this place"))

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(14), px(16), px(12))
        self._column.setSpacing(px(8))
        self._upper.setSpacing(px(12))
        self._names.setSpacing(px(2))
        self._times.setSpacing(px(6))
        self._steer.setSpacing(px(12))
        self._fit_times()
        self._fit()
        self.updateGeometry()


def _row(*parts: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    for part in parts:
        row.addWidget(part)
    return row

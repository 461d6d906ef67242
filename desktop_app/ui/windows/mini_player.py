"""The mini player: a small window above all others, while the whole one is out of sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.services.events import Bookmarked, PlayerChanged, SettingsChanged
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.windows.keyboard_sheet import KeyboardSheet
from desktop_app.ui.windows.mini_face import MiniFace
from desktop_app.ui.windows.player_keys import PlayerKeys

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look

_MARGIN = 40
_IN_SIGHT = 60
"""So many pixels of it must be on a screen, or it goes where the desktop puts it."""


def corner(kept: str, screens: list[QRect], size: QSize) -> QPoint | None:
    """Return where the window stood, if that is still on a screen; None: nowhere known."""
    try:
        x, y = map(int, kept.split(","))
    except ValueError:
        return None
    place = QRect(QPoint(x, y), size)
    for screen in screens:
        seen = screen.intersected(place)
        if min(seen.width(), seen.height()) >= _IN_SIGHT and y >= screen.top():
            return QPoint(x, y)
    return None


def _first_place(screen: QRect, size: QSize) -> QPoint:
    """Return the lower corner where a line of text ends."""
    rtl = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    x = screen.left() + _MARGIN if rtl else screen.right() - size.width() - _MARGIN
    return QPoint(x, screen.bottom() - size.height() - _MARGIN)


class MiniPlayer(QWidget):
    """Shows what plays and commands it; the keys are those of the whole window.

    It asks ``may_close`` before it closes, and ``toggle`` is behind the space bar. A Wayland
    desktop lets no window choose its place or stay above others; there it is a small window.

    Signals:
        whole_wanted: the person wants the whole window back.
    """

    whole_wanted = Signal()

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        toggle: Callable[[], None],
        may_close: Callable[[], bool],
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=False)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._look, self._bridge, self._may_close = look, bridge, may_close
        look.dress(self)
        self.face = MiniFace(look, bridge)
        self.notice = Notice(look)
        self._keys = PlayerKeys(look, bridge, self.face, toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        column.addWidget(self.face)
        column.addWidget(self.notice)
        before: QWidget | None = None
        for stop in self.face.stops:
            if before is not None:
                self.setTabOrder(before, stop)
            before = stop
        self.face.failed.connect(self.tell)
        self.face.keeping.said.connect(self._say)
        self.face.small.clicked.connect(self.whole_wanted)
        bridge.happened.connect(self._heard)
        look.changed.connect(self._dress)
        self._dress()

    def appear(self, now: NowPlaying | None) -> None:
        """Come into sight where it stood, at first in a corner; no button has the keyboard yet."""
        self.face.show_now(now)
        self._name()
        if not self.isVisible():
            screens = [screen.availableGeometry() for screen in QGuiApplication.screens()]
            size = self.sizeHint()
            place = corner(self._look.settings.mini_place, screens, size)
            self.move(place or _first_place(self.screen().availableGeometry(), size))
            self.setFocus()
        self.show()
        self.raise_()
        self.activateWindow()

    def tell(self, problem: KnownError) -> None:
        """Show a trouble below the player."""
        self.notice.tell(problem)

    def show_keys(self) -> None:
        """Show all keys."""
        KeyboardSheet(self._look, self).open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Act on the plain keys."""
        if event.key() == Qt.Key.Key_Escape:
            self.whole_wanted.emit()
        elif event.text() == "?":
            self.show_keys()
        elif not self._keys.obey(event):
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember where it stood."""
        super().hideEvent(event)
        place = f"{self.x()},{self.y()}"
        if not event.spontaneous() and place != self._look.settings.mini_place:
            self._bridge.call(
                lambda core: core.settings.change(mini_place=place), None, lambda _refused: None
            )

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close as the whole window would."""
        event.setAccepted(self._may_close())

    def _say(self, what: str, more: str, action: str, do: Callable[[], None] | None) -> None:
        """Say what became of a star, with the way back."""
        self.notice.say(what, more, action, do, undo=do is not None)

    def _heard(self, event: object) -> None:
        self.face.heard(event)
        if isinstance(event, (PlayerChanged, SettingsChanged)):
            self._name()
        elif isinstance(event, Bookmarked) and self.isVisible():
            place = words.clock(event.mark.position)
            self._keys.say(tr("Bookmarked at {time}", time=place))

    def _name(self) -> None:
        """Call the window as the talk is called; in discreet mode by a word that tells nothing."""
        now, title = self.face.now, "Hearthside"
        if self._look.discreet:
            title = tr("Audio")
        elif now is not None:
            title = talk_words.headline(now.episode, short=self._look.short_names)
        self.setWindowTitle(title)

    def _dress(self) -> None:
        self.notice.setMaximumWidth(self.face.sizeHint().width())
        self._name()

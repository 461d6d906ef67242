"""Which window is in sight: the whole one, the mini player, or none while the tray stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject

from desktop_app.ui.windows.closing import Closing
from desktop_app.ui.windows.mini_player import MiniPlayer
from desktop_app.ui.windows.shortcuts import add_shortcut
from desktop_app.ui.windows.whole_screen import WholeScreen
from desktop_app.ui.windows.window_keys import everywhere

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.windows.frame import Frame
    from desktop_app.ui.windows.main_window import MainWindow


@runtime_checkable
class Lit(Protocol):
    """A page that says so when the screen stays lit."""

    def stay_lit(self, *, on: bool) -> None:
        """Learn whether somebody keeps the screen lit."""


class Sight(QObject):
    """Owns the mini player, which is made when it is first wanted.

    ``closing`` decides for both what closing means.
    """

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        frame: Frame,
        window: MainWindow,
        has_tray: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._look, self._bridge, self._frame, self._window = look, bridge, frame, window
        self.mini: MiniPlayer | None = None
        self._was_mini = self._lit = False
        self.closing = Closing(look, bridge, self, window.closing_line, has_tray, window.asks)
        self.whole = WholeScreen(frame, window)
        window.leave_wanted.connect(self.closing.leave)
        window.player.failed.connect(self._tell_mini)
        window.mini_wanted.connect(self.show_mini)
        window.page_shown.connect(lambda _name, _argument: self._tell_lit())

    @property
    def is_mini(self) -> bool:
        """Whether the mini player is what is seen."""
        return self.mini is not None and self.mini.isVisible()

    @property
    def lit(self) -> bool:
        """Whether the desktop keeps the screen lit."""
        return self._lit

    def show_whole(self) -> None:
        """Bring the whole window forward; the mini player goes."""
        self._was_mini = False
        self._frame.come_forward()
        if self.mini is not None:
            self.mini.hide()

    def show_mini(self) -> None:
        """Bring the mini player forward; the whole window goes."""
        self._was_mini = True
        if self.mini is None:
            self.mini = self._make_mini()
        self.mini.appear(self._window.player.now)
        self._frame.hide()

    def come(self, *, recording: bool) -> None:
        """Come forward; the mini player will do for a recording that was handed over."""
        if recording and self.is_mini:
            self.show_mini()
        else:
            self.show_whole()

    def add(self, address: str) -> None:
        """Offer to add an address that was handed over."""
        self._window.open("add", address)
        self.show_whole()

    def add_list(self, path: Path) -> None:
        """Subscribe to a list of feeds that was handed over, and show what becomes of it."""
        from desktop_app.ui.pages.add import AddPage  # noqa: PLC0415 - rarely needed

        self.add("")
        page = self._window.page
        if isinstance(page, AddPage):
            page.adding.opml(str(path))

    def toggle_mini(self) -> None:
        """Change from the one to the other."""
        if self.is_mini:
            self.show_whole()
        else:
            self.show_mini()

    def toggle(self) -> None:
        """Hide what is seen, or bring back what was seen last."""
        if self.is_mini or (self._frame.isVisible() and not self._frame.isMinimized()):
            self.hide()
        elif self._was_mini:
            self.show_mini()
        else:
            self.show_whole()

    def hide(self) -> None:
        """Show no window at all."""
        self._frame.hide()
        if self.mini is not None:
            self.mini.hide()

    def minimise(self) -> None:
        """Leave of the window what the desktop leaves of it."""
        self._frame.showMinimized()
        if self.mini is not None:
            self.mini.hide()

    def tell(self, problem: KnownError) -> None:
        """Say what went wrong in every window where it may be read."""
        self._window.tell(problem)
        self._tell_mini(problem)

    def stay_lit(self, on: bool) -> None:
        """Learn whether the desktop keeps the screen lit; the page in sight may say so."""
        self._lit = on
        self._tell_lit()

    def close(self) -> None:
        """Take the mini player away for good."""
        if self.mini is not None:
            self.mini.hide()
            self.mini.deleteLater()
            self.mini = None

    def _tell_lit(self) -> None:
        page = self._window.page
        if isinstance(page, Lit):
            page.stay_lit(on=self._lit)

    def _make_mini(self) -> MiniPlayer:
        mini = MiniPlayer(self._look, self._bridge, self._play_or_pause, self.closing.may_close)
        mini.whole_wanted.connect(self.show_whole)
        mini.face.open_requested.connect(lambda episode: self._open_talk(episode.id))
        for keys, do in (
            ("Ctrl+M", self.show_whole),
            ("F1", mini.show_keys),
            *everywhere(self._window),
        ):
            add_shortcut(mini, keys, do)
        return mini

    def _tell_mini(self, problem: KnownError) -> None:
        if self.mini is not None and self.mini.isVisible():
            self.mini.tell(problem)

    def _open_talk(self, episode_id: int) -> None:
        self._window.open("talk", episode_id)
        self.show_whole()

    def _play_or_pause(self) -> None:
        """Do as the window does, which shows a sitting rather than play over its silence."""
        before = self._window.place
        self._window.play_or_pause()
        if self._window.place != before:
            self.show_whole()

"""A small picture in the desktop's tray, where there is one, to pause without the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QIcon

    from desktop_app.desktop.facts import Facts, Note
    from desktop_app.desktop.integration import Integration


tr = partial(QCoreApplication.translate, "words")
_X11 = "xcb"
"""The one platform on which Qt waits by itself for a tray that comes later."""
_LONGEST = 48
"""Letters of a title in the menu."""


class Tray(QObject):
    """Follows ``integration.changed``; a click opens and hides, the menu has the rest.

    Where there is no tray it is simply not seen. ``icon``
    gives the picture, told whether it must tell nothing.

    Signals:
        clicked: the window is to be shown, or hidden if it is.
        mini_wanted: the mini player is wanted, or the whole window again.
    """

    clicked = Signal()
    mini_wanted = Signal()

    def __init__(self, integration: Integration, icon: Callable[[bool], QIcon]) -> None:
        super().__init__(integration)
        self._integration = integration
        self._picture = icon
        self._discreet: bool | None = None
        self.menu = QMenu()
        self.playing = self._action(integration.come.emit)
        self._apart = self.menu.addSeparator()
        self.play = self._action(self._toggle)
        self.back = self._action(partial(self._skip, -1))
        self.forward = self._action(partial(self._skip, 1))
        self.menu.addSeparator()
        self.open = self._action(integration.come.emit)
        self.mini = self._action(self.mini_wanted.emit)
        self.quit = self._action(integration.leave.emit)
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        self.icon.messageClicked.connect(integration.sit)
        integration.unsaid.connect(self.say)
        integration.changed.connect(self.show_facts)
        self.show_facts(integration.facts)
        if QSystemTrayIcon.isSystemTrayAvailable() or QGuiApplication.platformName() == _X11:
            self.icon.show()

    @property
    def there(self) -> bool:
        """Whether the person can see it, so that the window may be closed without an end."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self.icon.isVisible()

    def show_facts(self, facts: Facts) -> None:
        """Say what a click would do; what plays is told, but not in discreet mode."""
        loaded, discreet = facts.now is not None, facts.settings.discreet
        if discreet is not self._discreet:
            self._discreet = discreet
            self.icon.setIcon(self._picture(discreet))
        self.playing.setText(_for_menu(facts.title))
        for part in (self.playing, self._apart):
            part.setVisible(loaded and not discreet)
        self.play.setText(tr("Pause") if facts.sounding else tr("Play"))
        self.back.setText(self._seconds(tr("Back {n} seconds"), facts.settings.skip_back))
        self.forward.setText(self._seconds(tr("Forward {n} seconds"), facts.settings.skip_forward))
        for action in (self.play, self.back, self.forward):
            action.setEnabled(loaded)
        self.open.setText(tr("Open {name}").replace("{name}", facts.name))
        self.mini.setText(tr("Mini player"))
        self.quit.setText(tr("Quit"))
        self.icon.setToolTip(_for_tip(facts.title))

    def say(self, note: Note) -> None:
        """Show a note that nobody else does, where there is a tray that can."""
        if self.there and QSystemTrayIcon.supportsMessages():
            self.icon.showMessage(note.title, note.text, self.icon.icon())

    def close(self) -> None:
        """Take it out of the tray."""
        self._integration.unsaid.disconnect(self.say)
        self._integration.changed.disconnect(self.show_facts)
        self.icon.hide()
        self.menu.deleteLater()

    def _action(self, do: Callable[[], object]) -> QAction:
        action = self.menu.addAction("")
        action.triggered.connect(lambda _checked: do())
        return action

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        match reason:
            case QSystemTrayIcon.ActivationReason.Trigger:
                self.clicked.emit()
            case QSystemTrayIcon.ActivationReason.MiddleClick:
                self._toggle()

    def _toggle(self) -> None:
        self._integration.command(lambda core: core.listening.toggle())

    def _skip(self, direction: int) -> None:
        settings = self._integration.facts.settings
        step = settings.skip_forward if direction > 0 else -settings.skip_back
        self._integration.command(lambda core: core.listening.skip(step))

    @staticmethod
    def _seconds(text: str, seconds: int) -> str:
        return text.replace("{n}", str(seconds))


def _for_menu(title: str) -> str:
    """Return a title that fits a menu, which takes a single & for the sign of a key."""
    short = title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1].rstrip()}…"
    return short.replace("&", "&&")


def _for_tip(title: str) -> str:
    """Return a title without brackets: some desktops read tips as HTML, and load its pictures."""
    return title.replace("<", "‹").replace(">", "›")

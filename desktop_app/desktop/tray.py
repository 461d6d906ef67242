"""A small picture in the desktop's tray, where there is one, to pause without the window."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QIcon

    from desktop_app.desktop.facts import Facts
    from desktop_app.desktop.integration import Integration


class Tray(QObject):
    """Follows ``integration.changed``; a click opens the window, the menu has the rest.

    Where there is no tray it is simply not seen.
    """

    def __init__(self, integration: Integration, icon: QIcon) -> None:
        super().__init__(integration)
        self._integration = integration
        self.menu = QMenu()
        self.play = self._action(self._toggle)
        self.back = self._action(partial(self._skip, -1))
        self.forward = self._action(partial(self._skip, 1))
        self.menu.addSeparator()
        self.open = self._action(integration.come.emit)
        self.quit = self._action(integration.leave.emit)
        self.icon = QSystemTrayIcon(icon, self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._activated)
        integration.changed.connect(self.show_facts)
        self.show_facts(integration.facts)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self.icon.show()

    @property
    def there(self) -> bool:
        """Whether the person can see it, so that the window may be closed without an end."""
        return QSystemTrayIcon.isSystemTrayAvailable() and self.icon.isVisible()

    def show_facts(self, facts: Facts) -> None:
        """Say what a click would do; the tip tells what plays, but not in discreet mode."""
        loaded = facts.now is not None
        self.play.setText(self.tr("Pause") if facts.sounding else self.tr("Play"))
        self.back.setText(self._seconds(self.tr("Back {n} seconds"), facts.settings.skip_back))
        self.forward.setText(
            self._seconds(self.tr("Forward {n} seconds"), facts.settings.skip_forward)
        )
        for action in (self.play, self.back, self.forward):
            action.setEnabled(loaded)
        self.open.setText(self.tr("Open {name}").replace("{name}", facts.name))
        self.quit.setText(self.tr("Quit"))
        self.icon.setToolTip(facts.title)

    def close(self) -> None:
        """Take it out of the tray."""
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
                self._integration.come.emit()
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

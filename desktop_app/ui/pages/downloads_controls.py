"""The buttons above the downloads: all of them, when they run, how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.own_choice import TimesForm
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.base.settings import Settings
    from desktop_app.ui.look.theme import Look


class Controls(QWidget):
    """Each button says what is in force; a menu offers what else there is.

    Signals:
        pause_asked: True to let all stand still, False to go on.
        chosen: a field of :mod:`downloads_choices` and its value.
    """

    pause_asked = Signal(bool)
    chosen = Signal(str, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._settings = look.settings
        self._paused = False
        self.pause = Button(look, "", icon=Icon.PAUSE)
        self.hours = Button(look, "", icon=Icon.CHEVRON_DOWN, icon_last=True)
        self.limit = Button(look, "", icon=Icon.CHEVRON_DOWN, icon_last=True)
        self.times = TimesForm(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Buttons(look, self.pause, self.hours, self.limit))
        column.addWidget(self.times)
        self.pause.clicked.connect(lambda _on: self.pause_asked.emit(not self._paused))
        self.hours.clicked.connect(lambda _on: _pop(self.hours_menu(), self.hours))
        self.limit.clicked.connect(lambda _on: _pop(self.limit_menu(), self.limit))
        self.times.given.connect(self._given)
        self.times.given_up.connect(self._leave)
        look.fit(self, lambda: column.setSpacing(look.px(8)))
        self.show_state(self._settings, paused=False)

    def show_state(self, settings: Settings, *, paused: bool) -> None:
        """Say what is in force."""
        self._settings, self._paused = settings, paused
        self.pause.setText(tr("Resume all") if paused else tr("Pause all"))
        self.pause.set_icon(Icon.PLAY if paused else Icon.PAUSE)
        window = choices.window(settings)
        times = choices.window_words(window)
        self.hours.setText(tr("Only {times}", times=times) if window else times)
        self.hours.setAccessibleName(tr("When downloads run: {times}", times=self.hours.text()))
        speed = choices.limit_words(settings.bandwidth_kb)
        self.limit.setText(tr("Limit {speed}", speed=speed) if settings.bandwidth_kb else speed)
        self.limit.setAccessibleName(tr("Limit of the speed: {speed}", speed=speed))
        for button in (self.pause, self.hours, self.limit):
            button.updateGeometry()

    def limit_menu(self) -> QMenu:
        """Return the menu of limits."""
        return self._menu("bandwidth_kb", choices.LIMITS_KB, choices.limit_words)

    def hours_menu(self) -> QMenu:
        """Return the menu of the times of the day at which downloads run."""
        window = choices.window(self._settings)
        usual = choices.WINDOWS
        offered = usual if window in usual else (*usual, window)
        menu = self._menu(choices.HOURS, offered, choices.window_words)
        menu.addSeparator()
        other = menu.addAction(tr("Other times…"))
        other.triggered.connect(lambda _on: self.times.start(window))
        return menu

    def _menu(self, field: str, values: Sequence[object], say: Callable[..., str]) -> QMenu:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for value in values:
            action = menu.addAction(say(value))
            action.setCheckable(True)
            action.setChecked(value == choices.in_force(self._settings, field))
            action.triggered.connect(lambda _on, value=value: self.chosen.emit(field, value))
        return menu

    def _given(self, window: object) -> None:
        self._leave()
        self.chosen.emit(choices.HOURS, window)

    def _leave(self) -> None:
        self.times.hide()
        self.hours.setFocus()


def _pop(menu: QMenu, button: Button) -> None:
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

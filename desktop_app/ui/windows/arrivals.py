"""What was asked for and has come is said to who cannot see it come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible

from desktop_app.services.events import Arrived
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import aloud

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.base.model import Episode
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class Arrivals(QObject):
    """Has a screen reader say which downloads are here; without one it asks for nothing.

    What a feed's rule brings by itself is not told: nobody waits for it.
    """

    def __init__(self, look: Look, bridge: Crossing, window: QWidget) -> None:
        super().__init__(window)
        self._look, self._bridge, self._window = look, bridge, window
        bridge.happened.connect(self._heard)

    def _heard(self, event: object) -> None:
        if isinstance(event, Arrived) and event.asked and QAccessible.isActive():
            one = event.episode_id
            self._bridge.call(lambda core: core.browsing.episode(one), self._say)

    def _say(self, episode: Episode) -> None:
        title = talk_words.headline(episode, short=self._look.short_names)
        aloud.say(self._window, tr("Downloaded: {title}", title=title))

"""The ground of the page of a sitting: its fields, or what stands there while there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.preset_foot import PresetFoot
from desktop_app.ui.pages.preset_form import PresetForm
from desktop_app.ui.pages.sounds_ear import Ear
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_LOW = 560


class PresetGround(Page):
    """Lays the page out and leads back."""

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Sitting"))
        self.ear = Ear(bridge, self)
        self.form = PresetForm(look, bridge, self.ear, self)
        self.foot = PresetFoot(look)
        self.rest = Card(look)
        self.waiting = Placeholder(look)
        self.back = WayBack(
            look, tr("Meditations"), lambda: self.open_page.emit("meditations", None)
        )
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.rest.body.addWidget(self.waiting)
        self.body.addWidget(self.rest)
        for group in self.form.groups:
            self.body.addWidget(group)
        self.body.addStretch(1)
        self.foot.stand(self, _LOW)
        self.foot.leaving.asked.connect(self._look_down)
        self.show_form(on=False)

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def heard(self, event: object) -> None:
        """Follow what is tried out."""
        self.ear.heard(event)

    def key(self, key: Qt.Key) -> bool:
        """Go back with Escape."""
        if key != Qt.Key.Key_Escape:
            return False
        self.back.click()
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """Let nothing sound from a window that is not to be seen."""
        super().hideEvent(event)
        self.ear.hush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the buttons their place."""
        super().resizeEvent(event)
        self.foot.stand(self, _LOW)

    def show_form(self, *, on: bool) -> None:
        """Show the fields, or what stands there without them."""
        self.rest.setVisible(not on)
        for part in (*self.form.groups, self.foot):
            part.setVisible(on)

    def _look_down(self) -> None:
        """Bring what is asked into sight once it is laid out."""
        QTimer.singleShot(0, self, lambda: self._area.ensureWidgetVisible(self.foot))

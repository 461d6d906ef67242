"""The ground of a page that Settings leads to: the way back stands at its top."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class SettingsLeaf(Page):
    """Names the place before; where there was none it leads to Settings."""

    def __init__(self, look: Look, bridge: Crossing, title: str) -> None:
        super().__init__(look, bridge, title)
        self.back = WayBack(look, tr("Settings"), lambda: self.open_page.emit("settings", None))
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def key(self, key: Qt.Key) -> bool:
        """Go back with Escape."""
        if key != Qt.Key.Key_Escape:
            return False
        self.back.click()
        return True

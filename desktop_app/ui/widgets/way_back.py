"""The link at the top of a page that belongs to no row of the sidebar: back to where one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.look.theme import Look


class WayBack(Button):
    """Names the place before; where there was none it leads to ``usual``, called ``title``."""

    def __init__(self, look: Look, title: str, usual: Callable[[], None]) -> None:
        super().__init__(
            look, title, Kind.PLAIN, icon=Icon.CHEVRON_BACK, role=Role.SMALL, height=32, elide=True
        )
        self._usual = (title, usual)
        self._back: Callable[[], None] | None = None
        self.clicked.connect(lambda _on: self._go())

    def lead(self, title: str, back: Callable[[], None] | None) -> None:
        """Lead back to the place that is called ``title``; None: there was none."""
        self._back = back
        self.setText(title if back is not None and title else self._usual[0])
        self.setShortcut(QKeySequence())  # an ampersand in a title is no key
        self.set_name(tr("Back to {title}", title=self.text()))
        self.updateGeometry()

    def _go(self) -> None:
        (self._back or self._usual[1])()

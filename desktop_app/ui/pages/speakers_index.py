"""The index of speakers beside the list of talks, and what its menu does with a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import LinesModel, speaker_lines
from desktop_app.ui.pages.speaker_names import NamesLine
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.line_row import LineRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.shelves import SpeakerFacts
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.speakers_filter import Index


class SpeakerIndex(LineList):
    """Marks who is chosen; ``line`` is where the person says who is who.

    ``open_page`` as that of a page.
    """

    open_page = Signal(str, object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        self.speakers: LinesModel[str | None] = LinesModel()
        row = LineRow(look, height=36, role=Role.BODY, tone=Tone.INK, inset=10)
        super().__init__(
            look, self.speakers, name=tr("Speakers"), delegate=row, even=True, typing=True
        )
        for part in (self.speakers, row):
            part.setParent(self)
        self._bridge = bridge
        self._sought = False
        self.line = NamesLine(look, bridge, page="speakers")
        self.line.open_page.connect(self.open_page)
        self.chosen.connect(lambda name: self.open_page.emit("speakers", name))
        self.menu_requested.connect(self._popup)

    def mark(self, name: str | None, *, anew: bool = False) -> None:
        """Mark who is chosen; ``anew``: and bring the row into sight, once it is there."""
        self._sought = self._sought or anew
        if self.select(name) and self._sought:
            self._sought = False
            self.scrollTo(self.speakers.index(self.speakers.row_of(name)))

    def show_index(self, index: Index, name: str | None) -> None:
        """Show who speaks; ``name``: who is chosen."""
        short = self._look.short_names
        lines = index.lines
        if index.short is not short:
            lines = speaker_lines(index.speakers, index.everyone, short=short)
        self.speakers.set_lines(lines)
        self.mark(name)

    def menu(self, name: str) -> QMenu:
        """Return what can be done with a speaker; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(text: str, icon: Icon, do: Callable[[], None]) -> None:
            menu.addAction(qicon(self._look, icon), text).triggered.connect(lambda _on: do())

        add(tr("All about this speaker"), Icon.INFO, lambda: self.open_page.emit("speaker", name))
        add(tr("Rename…"), Icon.EDIT, lambda: self._ask(name, self.line.rename))
        add(tr("Same person as…"), Icon.LINK, lambda: self._ask(name, self.line.merge))
        return menu

    def _popup(self, name: object, at: QPoint) -> None:
        if isinstance(name, str):
            self.menu(name).popup(at)

    def _ask(self, name: str, then: Callable[[SpeakerFacts], None]) -> None:
        self._bridge.call(lambda core: core.browsing.speaker(name), then, self.line.failed.emit)

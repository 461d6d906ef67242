"""Keeping what the list of talks is narrowed to as a collection that fills itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.ui.look import shelf_words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.field_line import FieldLine

if TYPE_CHECKING:
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.shelves import Collection
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class SaveFilter(Button):
    """A link that is seen while there is something to save; ``line`` takes the name.

    Signals:
        open_page: as that of a page.
        failed: the ``KnownError`` of a name that cannot be.
    """

    open_page = Signal(str, object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, tr("Save as a collection…"), Kind.LINK, height=22)
        self._bridge = bridge
        self._query: EpisodeQuery | None = None
        self.line = FieldLine(look)
        self.clicked.connect(lambda _on: self._ask())

    def offer(self, query: EpisodeQuery | None) -> None:
        """Offer to save this filter; None: it leaves nothing out."""
        if query != self._query and self.line.writing:
            self.line.hide()  # the name that is being written was meant for another one
        self._query = query
        self.setVisible(query is not None)

    def _ask(self) -> None:
        query = self._query
        if query is not None:
            self.line.ask(
                tr("Name of the collection"),
                shelf_words.filter_words(query, short=self._look.short_names),
                tr("It fills itself with every talk that is like this."),
                lambda name: self._save(name, query),
            )

    def _save(self, name: str, query: EpisodeQuery) -> None:
        if name:
            self._bridge.call(
                lambda core: core.collections.create(name, query), self._saved, self.failed.emit
            )

    def _saved(self, made: Collection) -> None:
        self.line.say(
            tr("“{name}” is among your favorites now, and fills itself", name=made.name),
            "",
            tr("Show it"),
            lambda: self.open_page.emit("favorites", made.id),
        )

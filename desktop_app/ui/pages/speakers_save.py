"""Keeping what the list of talks is narrowed to as a collection that fills itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence

from desktop_app.ui.look import shelf_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.field_line import FieldLine
from desktop_app.ui.widgets.notice import in_short

if TYPE_CHECKING:
    from desktop_app.base.model import EpisodeQuery
    from desktop_app.base.shelves import Collection
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_LONGEST = 28
"""Letters of a name that the link shows."""


class SaveFilter(Button):
    """A link that is seen while there is something to save; ``line`` takes the name.

    Signals:
        open_page: as that of a page.
        failed: the ``KnownError`` of what could not be saved.
    """

    open_page = Signal(str, object)
    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, "", Kind.LINK, height=32)
        self._bridge = bridge
        self._query: EpisodeQuery | None = None
        self._into: Collection | None = None
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # what stands around it keeps its place
        self.setSizePolicy(policy)
        self.line = FieldLine(look)
        self.clicked.connect(lambda _on: self._save())
        self._show()

    def change(self, collection: Collection | None) -> None:
        """Save in this collection from now on; None: in a new one."""
        self._into = collection
        self._show()

    def offer(self, query: EpisodeQuery | None) -> None:
        """Offer to save this filter; None: it leaves nothing out."""
        if query != self._query and self.line.writing:
            self.line.hide()  # the name that is being written was meant for another one
        self._query = query
        self._show()

    def _show(self) -> None:
        text = tr("Save as a collection…")
        if self._into is not None:
            name = words.shortened(self._into.name, _LONGEST)
            text = tr("Save in “{name}”", name=name)
        self.setText(text)
        self.setShortcut(QKeySequence())  # an ampersand in a name is no key
        self.set_name(text)
        self.updateGeometry()
        saved = self._into is not None and self._query == self._into.query
        self.setVisible(self._query is not None and not saved)

    def _save(self) -> None:
        query, into = self._query, self._into
        if query is not None and into is not None:
            self._change(into, query)
        elif query is not None:
            self._ask(
                query,
                shelf_words.filter_words(query, short=self._look.short_names),
                tr("It stands under Favorites, and fills itself with every talk that is like this,"
                   " also with those to come."),
            )  # fmt: skip

    def _ask(self, query: EpisodeQuery, text: str, more: str) -> None:
        self.line.ask(
            tr("Name of the collection"),
            text,
            tr("Its name"),
            lambda name: self._create(name, query),
            more,
        )

    def _create(self, name: str, query: EpisodeQuery) -> None:
        if name:
            self._bridge.call(
                lambda core: core.collections.create(name, query),
                self._created,
                lambda problem: self._ask(query, name, in_short(problem)),
            )

    def _created(self, made: Collection) -> None:
        self.line.say(
            tr("“{name}” is among your favorites now, and fills itself", name=made.name),
            "",
            tr("Show it"),
            lambda: self.open_page.emit("favorites", made.id),
        )

    def _change(self, one: Collection, query: EpisodeQuery) -> None:
        self._bridge.call(
            lambda core: core.collections.change(one.id, query),
            lambda _none: self._changed(one, query),
            self.failed.emit,
        )

    def _changed(self, before: Collection, query: EpisodeQuery) -> None:
        now, old = replace(before, query=query), before.query
        if self._into is not None and self._into.id == now.id:
            self.change(now)
        said = tr("“{name}” fills itself with what is shown here now", name=now.name)
        self.line.say(said, "", tr("Undo"), lambda: self._put_back(now, old), undo=True)

    def _put_back(self, now: Collection, old: EpisodeQuery | None) -> None:
        if old is not None:
            self._bridge.call(
                lambda core: core.collections.change(now.id, old),
                lambda _none: self.change(replace(now, query=old) if self._into else None),
                self.failed.emit,
            )

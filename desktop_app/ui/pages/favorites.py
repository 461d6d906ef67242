"""Favorites: the talks that helped, in the person's own collections, and the places in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.services.events import CollectionsChanged, EpisodesChanged, SettingsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import ListState
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS, Bookmarks
from desktop_app.ui.pages.favorites_collection import CollectionHand
from desktop_app.ui.pages.favorites_files import FavoriteFiles
from desktop_app.ui.pages.favorites_index import ShelfList
from desktop_app.ui.pages.favorites_lines import NEW, ShelvesModel, shelf_lines
from desktop_app.ui.pages.favorites_list import FavoriteList, FavoritesModel
from desktop_app.ui.pages.favorites_shelf import Shelf, query_of, read_shelf, summary
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_SIDE_BY_SIDE = 660
_INDEX_WIDTH = 220
_LONGEST = 28
"""Letters on the chip, which is never cut."""


class FavoritesPage(Page):
    """An index of collections and the list of what is chosen in it.

    Its argument is None for all favorites, a collection's id, or "bookmarks" for the bookmarks
    of all talks; choosing opens the page anew, so that "back" leads to what was seen before.
    """

    name = "favorites"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Favorites"))
        self._open = False
        self._chosen: int | str | None = None
        self.shelf = Shelf()
        self._reading = Reading(bridge, lambda core: read_shelf(core, self.chosen),
                                self._took, self._refused)  # fmt: skip
        self.who = Chip(look, tr("All favorites"), menu=True)
        self.more = Button(look, "", icon=Icon.MORE, name=tr("Collections, export and import"))
        self.shelves = ShelvesModel(self)
        self.index = ShelfList(look, self.shelves)
        self.index_card = Card(look, padding=10, spacing=4)
        self.bookmarks = Bookmarks(look, bridge, self.notice)
        self.model = FavoritesModel(look, bridge, self)
        self.list = FavoriteList(look, bridge, self.model, name=tr("Favorites"), movable=True)
        self.hint = Text(look, tr("Drag a talk to another place, or move it with Alt+↑ and Alt+↓."
                                  " Delete takes it out."),
                         Role.SMALL, Tone.SOFT, wrap=True)  # fmt: skip
        self.files = FavoriteFiles(bridge, self.notice, self)
        self.hand = CollectionHand(self, self.list, self.index, self.files)
        self._fill()
        self._connect()

    @property
    def chosen(self) -> int | None:
        """The collection that is shown; None: all favorites, or the bookmarks."""
        return self._chosen if isinstance(self._chosen, int) else None

    @property
    def ordered(self) -> bool:
        """Whether the list's order is the person's own."""
        collection = self.shelf.collection(self.chosen)
        return collection is not None and collection.query is None

    def shown(self, argument: object) -> None:
        """Read what is chosen, keeping the place on a later visit."""
        self._open = True
        chosen = argument if isinstance(argument, int | str) else None
        if chosen != self._chosen:
            self._chosen = chosen
            self.hand.leave()
        self.who.setChecked(False)
        self.bookmarks.watch(on=self._chosen == BOOKMARKS)
        if self.chosen is None or self.shelf.collection(self.chosen) is not None:
            self._choose()
        self._reading.ask()
        self._arrange()

    def hidden(self) -> None:
        """Read no more until the next visit."""
        self._open = False
        self.bookmarks.watch(on=False)

    def heard(self, event: object) -> None:
        """Read anew when talks or collections are others."""
        self.bookmarks.heard(event)
        if not self._open:
            return
        if isinstance(event, CollectionsChanged) and self.ordered:
            self.model.refresh()
        if isinstance(event, CollectionsChanged | EpisodesChanged | SettingsChanged):
            self._reading.ask()

    def search(self) -> bool:
        """Put the cursor into the field of the bookmarks, where they are shown."""
        if self._chosen != BOOKMARKS or not self._open:
            return False
        self.bookmarks.search()
        return True

    def show_index(self) -> None:
        """Bring the index into sight, where it takes turns with the list."""
        self.who.setChecked(not self.who.isHidden())
        self._arrange()

    def read(self) -> None:
        """Read collections, numbers and notes anew."""
        self._reading.ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let index and list take turns where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the picked talks out of a collection with Delete."""
        if not (self.list.view.hasFocus() and self.hand.key(event.key())):
            super().keyPressEvent(event)

    def _fill(self) -> None:
        self._above = QHBoxLayout()
        self._above.addWidget(self.who)
        self._above.addStretch(1)
        self.tools.addWidget(self.more)
        self.index_card.body.addWidget(self.index)
        both = QWidget()
        self._both = QHBoxLayout(both)
        self._both.setContentsMargins(0, 0, 0, 0)
        for part, room in ((self.index_card, 0), (self.list, 1), (self.bookmarks, 1)):
            self._both.addWidget(part, room)
        self.body.addLayout(self._above)
        self.body.addWidget(both, 1)
        self.body.addWidget(self.hint)
        self.let_flow(self.list)
        self._list_shelves()
        self._space()

    def _connect(self) -> None:
        self.look.changed.connect(self._space)
        self.who.clicked.connect(self._arrange)
        self.more.clicked.connect(lambda: self.hand.drop_menu(self.more))
        self.index.chosen.connect(self._picked)
        self.list.open_requested.connect(self._open_talk)
        self.list.failed.connect(self.notice.tell)
        self.model.state_changed.connect(self._arrange)
        self.bookmarks.open_page.connect(self.open_page)
        self.bookmarks.said.connect(self._say_bookmarks)

    def _space(self) -> None:
        self._both.setSpacing(self.look.px(20))
        self._list_shelves()
        self._arrange()

    def _arrange(self) -> None:
        px, marks = self.look.px, self._chosen == BOOKMARKS
        narrow = self.width() < px(_SIDE_BY_SIDE)
        self.who.setVisible(narrow)
        self._place_more(beside_chip=narrow)
        choosing = narrow and self.who.isChecked()
        self.index_card.setVisible(choosing or not narrow)
        self.list.setVisible(not choosing and not marks)
        self.bookmarks.setVisible(not choosing and marks)
        ready = self.model.state is ListState.READY
        self.hint.setVisible(self.ordered and ready and not choosing)
        self.index_card.setMinimumWidth(px(_INDEX_WIDTH))
        self.index_card.setMaximumWidth(self.width() if narrow else px(_INDEX_WIDTH))

    def _place_more(self, *, beside_chip: bool) -> None:
        """Let the menu's button stand at the end of the title, or of the chip's line."""
        here = self._above if beside_chip else self.tools
        if here.indexOf(self.more) < 0:
            for row in (self._above, self.tools):
                row.removeWidget(self.more)
            here.addWidget(self.more)
            self._turn()

    def _picked(self, value: object) -> None:
        if value == NEW:
            self.index.write(NEW)
        else:
            self.open_page.emit("favorites", value)

    def _choose(self) -> None:
        """Show the list of what is chosen, and say what it is."""
        self.index.select(self._chosen)
        collection = self.shelf.collection(self.chosen)
        called = collection.name if collection is not None else tr("All favorites")
        chip = tr("Bookmarks") if self._chosen == BOOKMARKS else called
        self.who.setText(words.shortened(chip, _LONGEST))
        self.title.setText(collection.name if collection is not None else tr("Favorites"))
        self.setAccessibleName(self.title.text())
        if self._chosen == BOOKMARKS:
            return
        self.list.view.setAccessibleName(called)
        self.list.view.set_movable(self.ordered)
        self.hand.set_empty(collection)
        query = query_of(collection)
        if self.model.query != query or self.model.state is ListState.FAILED:
            self.model.show(query)
        else:
            self.model.refresh()

    def _took(self, shelf: Shelf) -> None:
        before, self.shelf = self.shelf, shelf
        self._list_shelves()
        self.model.set_notes(shelf.notes)
        if self.chosen is not None and shelf.collection(self.chosen) is None:
            self._chosen = None
            self._choose()
        elif self.chosen is not None and before.collection(self.chosen) != shelf.collection(
            self.chosen
        ):
            self._choose()
        self.hand.follow(shelf)
        if self._open and self._chosen != BOOKMARKS and shelf.chosen == self.chosen:
            self.subtitle.setText(summary(shelf, short=self.look.short_names))
        self._arrange()

    def _refused(self, problem: KnownError) -> None:
        """Say it, unless the list says it already."""
        if self.model.state is not ListState.FAILED:
            self.notice.tell(problem, self.read)

    def _list_shelves(self) -> None:
        shelf, short = self.shelf, self.look.short_names
        self.index.show_lines(shelf_lines(shelf.everything, shelf.collections, short=short))

    def _say_bookmarks(self, text: str) -> None:
        if self._chosen == BOOKMARKS:
            self.subtitle.setText(text)

    def _open_talk(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)

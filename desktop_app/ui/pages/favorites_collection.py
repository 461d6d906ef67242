"""What the person does with collections: makes, names, orders, fills, empties, removes them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.favorites_lines import NEW
from desktop_app.ui.pages.favorites_shelf import fills_itself
from desktop_app.ui.pages.speakers_filter import can_be_asked
from desktop_app.ui.widgets.arranging import Arranging
from desktop_app.ui.widgets.keeping import put_back

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Collection
    from desktop_app.services.core import Core
    from desktop_app.ui.pages.favorites import FavoritesPage
    from desktop_app.ui.pages.favorites_files import FavoriteFiles
    from desktop_app.ui.pages.favorites_index import ShelfList
    from desktop_app.ui.pages.favorites_list import FavoriteList
    from desktop_app.ui.pages.favorites_shelf import Shelf

    Add = Callable[[str, Icon, Callable[[], None]], None]


class CollectionHand(QObject):
    """Acts for the page on its index and its list."""

    def __init__(
        self, page: FavoritesPage, shown: FavoriteList, index: ShelfList, files: FavoriteFiles
    ) -> None:
        super().__init__(page)
        self._page, self._list, self._index, self._files = page, shown, index, files
        self._refusal = ""
        self._talks = Arranging(page.bridge, self._arranged, page.read, page.notice.tell)
        self._shelves = Arranging(
            page.bridge,
            lambda ids: lambda core: core.collections.reorder(ids),
            page.read,
            page.notice.tell,
        )
        index.named.connect(self._name)
        index.removed.connect(self.remove)
        index.moved.connect(lambda row, target: self._shelves.move((row,), target))
        index.taken.connect(self._put_in)
        index.menu_requested.connect(self._index_menu)
        shown.move_requested.connect(lambda row, target: self._talks.move((row,), target))
        shown.block_requested.connect(self._talks.move)
        shown.menu_made.connect(self._row_menu)

    def follow(self, shelf: Shelf) -> None:
        """Take the order of talks and of collections from what was read."""
        if not self._talks.busy and shelf.chosen == self._page.chosen:
            self._talks.ids = shelf.ids
        if not self._shelves.busy:
            self._shelves.ids = tuple(each.id for each in shelf.collections)

    def leave(self) -> None:
        """Forget the order of a list that is seen no more, until that of the next is read."""
        self._talks.ids = ()

    def key(self, key: int) -> bool:
        """Take the picked talks out with Delete; tell whether it was that."""
        if key != Qt.Key.Key_Delete or not self._page.ordered:
            return False
        model = self._list.model
        talks = [model.episode(row) for row in self._list.view.chosen()]
        self._take_out([talk for talk in talks if talk is not None])
        return True

    def remove(self, collection_id: int) -> None:
        """Remove a collection; the line that says so brings it back."""
        page, collection = self._page, self._page.shelf.collection(collection_id)
        if collection is None:
            return
        gone = collection

        def restore(had: tuple[int, ...]) -> None:
            page.bridge.call(
                lambda core: core.collections.restore(gone, had),
                lambda back: page.open_page.emit("favorites", back.id),
                page.notice.tell,
            )

        def removed(had: tuple[int, ...]) -> None:
            said = tr("Removed: “{name}”", name=gone.name)
            more = tr("Its talks stay favorites.") if had else ""
            page.notice.say(said, more, tr("Undo"), lambda: restore(had), undo=True)
            if page.chosen == gone.id:
                page.open_page.emit("favorites", None)

        page.bridge.call(
            lambda core: core.collections.remove(collection_id), removed, page.notice.tell
        )

    def drop_menu(self, button: QWidget) -> None:
        """Offer what can be done with the collection in sight, and with files."""
        menu = self.menu(self._page.shelf.collection(self._page.chosen))
        corner = button.mapToGlobal(QPoint(button.width(), button.height()))
        menu.popup(corner - QPoint(menu.sizeHint().width(), 0))

    def menu(self, collection: Collection | None) -> QMenu:
        """Return the menu of a collection; it deletes itself when it closes."""
        menu, add = self._menu()
        if collection is not None:
            self._add_collection(collection, add)
            menu.addSeparator()
        add(tr("New collection"), Icon.PLUS, self._write_new)
        menu.addSeparator()
        if collection is not None:
            add(tr("Export this collection…"), Icon.LINK, lambda: self._files.export(collection))
        add(tr("Export favorites…"), Icon.LINK, self._files.export)
        add(tr("Import…"), Icon.FOLDER, self._files.bring_in)
        return menu

    def set_empty(self, collection: Collection | None) -> None:
        """Say what an empty list means, and what to do."""
        page = self._page
        if collection is None:
            self._list.set_empty(
                tr("No favorites yet"),
                tr("Press the star beside a talk that helped you, or S on its row. It is kept"
                   " here, and its recording is never cleaned away."),
                tr("Look through the talks"),
                lambda: page.open_page.emit("speakers", None),
            )  # fmt: skip
        elif collection.query is None:
            self._list.set_empty(
                tr("Nothing in this collection yet"),
                tr("On any page, choose “Add to a collection” in the menu of a talk."),
                tr("Look through the favorites"),
                lambda: page.open_page.emit("favorites", None),
            )
        else:
            itself = fills_itself(collection.query, short=page.look.short_names)
            asked = can_be_asked(collection.query)
            self._list.set_empty(
                tr("No talk is like this now"),
                tr("This collection {itself}.", itself=itself),
                tr("Change its filter") if asked else "",
                (lambda: self._change_filter(collection)) if asked else None,
            )

    def _add_collection(self, collection: Collection, add: Add) -> None:
        one, ids = collection.id, self._shelves.ids
        add(tr("Rename"), Icon.EDIT, lambda: self._write(one))
        if one in ids[1:]:
            add(tr("Move up"), Icon.CHEVRON_UP, lambda: self._index.shift(one, -1))
        if one in ids[:-1]:
            add(tr("Move down"), Icon.CHEVRON_DOWN, lambda: self._index.shift(one, 1))
        add(tr("Remove the collection"), Icon.TRASH, lambda: self.remove(one))
        if collection.query is not None and can_be_asked(collection.query):
            add(tr("Change its filter"), Icon.FUNNEL, lambda: self._change_filter(collection))

    def _change_filter(self, collection: Collection) -> None:
        self._page.open_page.emit("speakers", collection)

    def _menu(self) -> tuple[QMenu, Add]:
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(text: str, icon: Icon, do: Callable[[], None]) -> None:
            action = menu.addAction(qicon(self._page.look, icon), text)
            action.triggered.connect(lambda _on: do())

        return menu, add

    def _index_menu(self, value: object, at: QPoint) -> None:
        """Offer what can be done with a row of the index."""
        collection = self._page.shelf.collection(value) if isinstance(value, int) else None
        if value is None or collection is not None:
            self.menu(collection).popup(at)

    def _row_menu(self, menu: QMenu, talks: Sequence[Episode]) -> None:
        """Offer what can be done with talks in a collection that is ordered by hand."""
        if not (self._page.ordered and self._list.view.chosen()):
            return
        rows, look = self._list.view.chosen(), self._page.look
        menu.addSeparator()
        view = self._list.view
        steps = ((tr("Move up"), Icon.CHEVRON_UP, -1, rows[0] > 0),
                 (tr("Move down"), Icon.CHEVRON_DOWN, 1,
                  rows[-1] < self._list.model.rowCount() - 1))  # fmt: skip
        for text, icon, step, possible in steps:
            if possible:
                action = menu.addAction(qicon(look, icon), text)
                action.triggered.connect(lambda _on, step=step: view.shift(step))
        out = menu.addAction(qicon(look, Icon.CLOSE), tr("Take out of this collection"))
        out.triggered.connect(lambda _on: self._take_out(talks))

    def _arranged(self, ids: tuple[int, ...]) -> Callable[[Core], Coroutine[Any, Any, None]]:
        one = self._page.chosen or 0
        return lambda core: core.collections.arrange(one, ids)

    def _put_in(self, collection_id: int) -> None:
        """Put the picked talks into another collection, onto which they were dropped."""
        collection, rows = self._page.shelf.collection(collection_id), self._list.view.chosen()
        keeping = self._list.commands.keeping
        if collection is not None and rows:
            self._list.several.read(
                self._list.model,
                rows,
                lambda talks: keeping.put_in(collection, tuple(talk.id for talk in talks)),
            )

    def _take_out(self, talks: Sequence[Episode]) -> None:
        """Take talks out; the line that says so puts them back where they were."""
        page, one = self._page, self._page.chosen
        gone = tuple(talk.id for talk in talks if talk.id in self._talks.ids)
        if one is None or not gone:
            return
        before, here = self._talks.ids, self._list.view.currentIndex().row()
        what = words.count(len(gone), "1 talk", "{n} talks")
        if len(gone) == 1:
            (talk,) = (talk for talk in talks if talk.id in gone)
            what = talk_words.headline(talk, short=page.look.short_names)
        said, back = tr("Taken out: {what}", what=what), tr("Put it back")
        back = back if len(gone) == 1 else tr("Put them back")
        undo = partial(put_back, collection_id=one, ids=gone, order=before)
        self._list.view.choose(here, here)
        self._talks.ids = tuple(each for each in before if each not in gone)
        self._talks.change(
            lambda core: core.collections.take_out(one, gone),
            lambda: page.notice.say(said, "", back, lambda: self._talks.change(undo), undo=True),
        )

    def _write_new(self) -> None:
        self._write(NEW)

    def _write(self, value: object) -> None:
        self._page.show_index()
        self._index.write(value)

    def _name(self, value: object, name: str) -> None:
        page, one = self._page, value

        def made(collection: Collection) -> None:
            page.notice.take_back(self._refusal)
            page.open_page.emit("favorites", collection.id)

        if isinstance(one, int):
            page.bridge.call(
                lambda core: core.collections.rename(one, name),
                lambda _none: page.notice.take_back(self._refusal),
                self._refused,
            )
        else:
            page.bridge.call(lambda core: core.collections.create(name), made, self._refused)

    def _refused(self, problem: KnownError) -> None:
        """Say why a name cannot be, until a good one is given."""
        self._refusal = problem.what
        self._page.notice.tell(problem)

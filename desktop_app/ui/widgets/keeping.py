"""What the person keeps of a talk: its star, a note beside it, its place in collections."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.notice import in_short

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Collection, Unmarked
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

    Held = tuple[tuple[Collection, bool], ...]


class Keeping(QObject):
    """Does it, from whatever shows talks; the window has the line where it is answered.

    Signals:
        failed: carries the KnownError.
        said: what was done, more of it, what a button says, and what it does (or None).
        asked: the name of a line of text, what is in it, a hint, who takes what was typed, and
            what is said below the name.
    """

    failed = Signal(object)
    said = Signal(str, str, str, object)
    asked = Signal(str, str, str, object, str)

    def __init__(self, look: Look, bridge: Crossing, parent: QObject) -> None:
        super().__init__(parent)
        self._look, self._bridge = look, bridge

    def mark(self, episode_ids: Sequence[int]) -> None:
        """Put talks among the favorites."""
        ids = tuple(episode_ids)
        self._do(lambda core: _mark(core, ids))

    def unmark(self, episode_ids: Sequence[int]) -> None:
        """Take talks out; where words or places went with the star, say so and offer it back."""
        ids = tuple(episode_ids)
        self._bridge.call(lambda core: _unmark(core, ids), self._unmarked, self.failed.emit)

    def write_note(self, episode: Episode) -> None:
        """Ask for the words beside a talk's star; what was none becomes a favorite by them."""
        self._bridge.call(
            lambda core: core.browsing.detail(episode.id),
            lambda detail: self._ask_note(episode, detail.note),
            self.failed.emit,
        )

    def set_note(self, episode_id: int, note: str) -> None:
        """Keep these words beside the star."""
        self._do(lambda core: core.favorites.set_note(episode_id, note.strip()))

    def add_menu(self, menu: QMenu, talks: Sequence[Episode]) -> QMenu:
        """Put "Add to a collection" into the menu of talks; it is filled when that comes up."""
        ids = tuple(talk.id for talk in talks)
        inner = QMenu(tr("Add to a collection"), menu)
        inner.setIcon(qicon(self._look, Icon.FOLDER))
        inner.addAction(tr("One moment…")).setEnabled(False)
        menu.addMenu(inner)
        menu.aboutToShow.connect(lambda: self._fill(inner, ids))
        return inner

    def add_to_new(self, episode_ids: Sequence[int], text: str = "", more: str = "") -> None:
        """Ask for the name of a new collection, and put talks into it.

        ``text``: what was typed before, and ``more``: why that cannot be.
        """
        ids = tuple(episode_ids)
        self.asked.emit(
            tr("Name of the new collection"),
            text,
            tr("Step Four, For sponsees, Sunday mornings…"),
            lambda name: self._make(name, ids),
            more,
        )

    def _ask_note(self, episode: Episode, note: str) -> None:
        title = talk_words.headline(episode, short=self._look.short_names)
        self.asked.emit(
            tr("Note beside {talk}", talk=title),
            note,
            tr("What helped in it"),
            lambda text: self.set_note(episode.id, text) if text.strip() != note else None,
            "",
        )

    def _fill(self, menu: QMenu, ids: tuple[int, ...]) -> None:
        def took(held: Held) -> None:
            if not menu.isEmpty():
                menu.clear()
                self._offer(menu, held, ids)

        call = self._bridge.call(lambda core: _held(core, ids), took, self.failed.emit)
        menu.destroyed.connect(lambda: call.cancel())  # noqa: PLW0108 - Qt holds no method's owner

    def _offer(self, menu: QMenu, held: Held, ids: tuple[int, ...]) -> None:
        for collection, inside in held:
            action = menu.addAction(_menu_safe(collection.name))
            action.setCheckable(True)
            action.setChecked(inside)
            put = self._take_out if inside else self.put_in
            action.triggered.connect(lambda _on, one=collection, put=put: put(one, ids))
        if held:
            menu.addSeparator()
        new = menu.addAction(qicon(self._look, Icon.PLUS), tr("New collection…"))
        new.triggered.connect(lambda _on: self.add_to_new(ids))

    def put_in(self, collection: Collection, ids: tuple[int, ...]) -> None:
        """Put talks into a collection, and say so."""
        said = tr("Added to “{name}”", name=collection.name)
        self._bridge.call(
            lambda core: core.collections.add(collection.id, ids),
            lambda _none: self.said.emit(said, "", "", None),
            self.failed.emit,
        )

    def _take_out(self, collection: Collection, ids: tuple[int, ...]) -> None:
        def back(order: tuple[int, ...]) -> Callable[[], None]:
            return lambda: self._do(lambda core: put_back(core, collection.id, ids, order))

        self._bridge.call(
            lambda core: take_out(core, collection.id, ids),
            lambda order: self.said.emit(
                tr("Taken out of “{name}”", name=collection.name), "", tr("Undo"), back(order)
            ),
            self.failed.emit,
        )

    def _make(self, name: str, ids: tuple[int, ...]) -> None:
        self._bridge.call(
            lambda core: _create_with(core, name, ids),
            lambda made: self.said.emit(tr("Added to “{name}”", name=made.name), "", "", None),
            lambda problem: self.add_to_new(ids, name, in_short(problem)),
        )

    def _unmarked(self, gone: tuple[Unmarked, ...]) -> None:
        said = unmarked_words(gone)
        if said:
            self.said.emit(said, "", tr("Undo"), partial(self._do, partial(_restore, gone=gone)))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)


def unmarked_words(gone: Sequence[Unmarked]) -> str:
    """Return "Removed from favorites and 2 collections"; empty where only stars went."""
    collections = len({place for each in gone for place, _at in each.places})
    notes = sum(bool(each.note) for each in gone)
    if not collections and not notes:
        return ""
    parts = [tr("favorites") if len(gone) == 1 else tr("favorites, {n} talks", n=len(gone))]
    if collections:
        parts.append(words.count(collections, "1 collection", "{n} collections"))
    said = tr("Removed from {places}", places=tr(" and ").join(parts))
    if not notes:
        return said
    return words.join(said, words.count(notes, "its note went with it", "{n} notes went with it"))


async def take_out(core: Core, collection_id: int, ids: Sequence[int]) -> tuple[int, ...]:
    """Take talks out of a collection and return the order that it had.

    Raises:
        KnownError: The library cannot be written.
    """
    order = await core.collections.members(collection_id)
    await core.collections.take_out(collection_id, ids)
    return order


async def put_back(
    core: Core, collection_id: int, ids: Sequence[int], order: Sequence[int]
) -> None:
    """Put talks into a collection again, where they stood.

    Raises:
        KnownError: The library cannot be written.
    """
    await core.collections.add(collection_id, ids)
    await core.collections.arrange(collection_id, order)


async def _mark(core: Core, ids: tuple[int, ...]) -> None:
    for one in ids:
        await core.favorites.mark(one)


async def _unmark(core: Core, ids: tuple[int, ...]) -> tuple[Unmarked, ...]:
    gone = [await core.favorites.unmark(one) for one in ids]
    return tuple(each for each in gone if each is not None)


async def _restore(core: Core, gone: tuple[Unmarked, ...]) -> None:
    for each in gone:
        await core.favorites.restore(each)


async def _held(core: Core, ids: tuple[int, ...]) -> Held:
    """Return the collections that are filled by hand, and whether all these talks are in them."""
    wanted = set(ids)
    return tuple(
        [
            (each, wanted <= set(await core.collections.members(each.id)))
            for each in await core.collections.all()
            if each.query is None
        ]
    )


async def _create_with(core: Core, name: str, ids: tuple[int, ...]) -> Collection:
    made = await core.collections.create(name)
    await core.collections.add(made.id, ids)
    return made


def _menu_safe(text: str) -> str:
    """Let an ampersand be one: a menu takes it for the mark of a key."""
    return text.replace("&", "&&")

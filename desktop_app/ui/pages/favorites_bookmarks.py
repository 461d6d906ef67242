"""All bookmarks of all talks: to be searched, gone to, given other words, taken along."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.services.events import BookmarksChanged, EpisodesChanged, SettingsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.words import tr
from desktop_app.ui.models import place_words
from desktop_app.ui.models.moments import MomentsModel
from desktop_app.ui.pages.add_field import FindField
from desktop_app.ui.pages.settings_save import choose_file, export_bookmarks
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.moment_list import MomentList
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desktop_app.base.errors import KnownError
    from desktop_app.base.listening import Marked
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.notice import Notice

BOOKMARKS = "bookmarks"


class Bookmarks(QWidget):
    """They are read whole: nobody sets more of them than a list holds.

    Signals:
        open_page: as that of a page.
        said: how many there are, for the page's second line.
    """

    open_page = Signal(str, object)
    said = Signal(str)

    def __init__(self, look: Look, bridge: Crossing, notice: Notice) -> None:
        super().__init__()
        self._look, self._bridge, self._notice = look, bridge, notice
        self._watching = False
        self._marks: tuple[Marked, ...] = ()
        self._reading = Reading(
            bridge, lambda core: core.places.bookmarks(), self._took, self._refused
        )
        self.commands = EpisodeActions(look, bridge, self)
        self.model: MomentsModel[Marked] = MomentsModel(self)
        self.field = FindField(
            tr("A word of a note, a talk, a speaker"), tr("Search the bookmarks")
        )
        self.export = Button(look, tr("Export…"), name=tr("Export the bookmarks"))
        self.export.setToolTip(tr("All bookmarks, as a text in Markdown"))
        self.list = MomentList(
            look,
            self.model,
            name=tr("Bookmarks"),
            tools=(("edit", Icon.EDIT, tr("Change the note")),
                   ("remove", Icon.TRASH, tr("Remove the bookmark"))),
        )  # fmt: skip
        self.placeholder = Placeholder(look)
        self._lay_out()
        self._connect()

    def watch(self, *, on: bool) -> None:
        """Read now and follow what changes, or leave it."""
        self._watching = on
        if on:
            self._reading.ask()

    def heard(self, event: object) -> None:
        """Read anew when a bookmark or its talk may be another."""
        whole = isinstance(event, EpisodesChanged) and not event.ids
        if self._watching and (whole or isinstance(event, BookmarksChanged | SettingsChanged)):
            self._reading.ask()

    def search(self) -> None:
        """Put the cursor into the field, everything marked."""
        self.field.setFocus()
        self.field.selectAll()

    def menu(self, each: Marked) -> QMenu:
        """Return the menu of a row; it deletes itself when it closes."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        place = words.clock(each.bookmark.position)
        entries: tuple[tuple[str, Icon, Callable[[], None]], ...] = (
            (tr("Play from {time}", time=place), Icon.PLAY, lambda: self._play(each)),
            (tr("Open"), Icon.INFO, lambda: self.open_page.emit("talk", each.episode.id)),
            (tr("Change the note"), Icon.EDIT, lambda: self.list.change(each.bookmark.id)),
            (tr("Remove the bookmark"), Icon.TRASH, lambda: self._remove(each)),
        )
        for text, icon, do in entries:
            action = menu.addAction(qicon(self._look, icon), text)
            action.triggered.connect(lambda _on, do=do: do())
        return menu

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.field, 1)
        self._head.addWidget(self.export)
        card = Card(self._look, padding=6)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(card, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._fill())
        self.field.left.connect(self._enter)
        self.export.clicked.connect(self._export)
        self.list.chosen.connect(self._play)
        self.list.noted.connect(self._note)
        self.list.tool_used.connect(self._use)
        self.list.menu_requested.connect(self._menu)
        self.commands.failed.connect(self._notice.tell)
        self._look.changed.connect(self._dress)
        self._dress()

    def _took(self, marks: tuple[Marked, ...]) -> None:
        self._marks = marks
        self._fill()

    def _refused(self, problem: KnownError) -> None:
        self.placeholder.failed(problem, self._reading.ask)
        self._stack.setCurrentWidget(self.placeholder)

    def _fill(self) -> None:
        text = self.field.text()
        found = place_words.fitting(self._marks, text)
        self.list.show_moments(place_words.bookmark_lines(found, short=self._look.short_names))
        self.field.setEnabled(bool(self._marks))
        self.export.setEnabled(bool(self._marks))
        if not self._marks:
            self.placeholder.empty(
                tr("No bookmarks yet"),
                tr("Press B while you listen, or the flag in the player, to keep a place; here you"
                   " find them all, with your notes."),
                tr("Look through the talks"),
                lambda: self.open_page.emit("speakers", None),
            )  # fmt: skip
        elif not found:
            self.placeholder.empty(
                tr("No bookmark has “{words}”", words=" ".join(text.split())),
                tr("Try fewer letters."),
                tr("Clear the search"),
                self.field.clear,
            )
        self._stack.setCurrentWidget(self.list if found else self.placeholder)
        self._count(len(found))

    def _count(self, found: int) -> None:
        talks = len({each.episode.id for each in self._marks})
        number = words.count(len(self._marks), "1 bookmark", "{n} bookmarks")
        where = words.count(talks, "in 1 talk", "in {n} talks")
        shown = tr("{n} found", n=words.number(found)) if found < len(self._marks) else ""
        if self._watching:
            self.said.emit(words.join(f"{number} {where}", shown) if self._marks else "")

    def _enter(self) -> None:
        if self.model.rowCount() and not self.list.isHidden():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))

    def _play(self, each: Marked) -> None:
        self.commands.play(each.episode, each.bookmark.position)

    def _note(self, each: Marked, note: str) -> None:
        one, talk = each.bookmark.id, each.bookmark.episode_id
        self._do(lambda core: core.places.edit_bookmark(one, talk, note))

    def _use(self, tool: str, each: Marked) -> None:
        if tool == "remove":
            self._remove(each)

    def _remove(self, each: Marked) -> None:
        mark = each.bookmark
        said = tr("Removed: the bookmark at {time}", time=words.clock(mark.position))

        def put_back() -> None:
            self._do(lambda core: core.places.restore_bookmark(mark))

        self._bridge.call(
            lambda core: core.places.remove_bookmark(mark.id, mark.episode_id),
            lambda _none: self._notice.say(said, mark.note, tr("Put it back"), put_back, undo=True),
            self._notice.tell,
        )

    def _menu(self, each: Marked | None, at: QPoint) -> None:
        if each is not None:
            self.menu(each).popup(at)

    def _export(self) -> None:
        choose_file(self, tr("Export bookmarks"), "hearthside-bookmarks.md", self._save)

    def _save(self, path: str) -> None:
        self._bridge.call(
            lambda core: export_bookmarks(core, path),
            lambda _none: self._notice.say(tr("Saved"), path),
            self._notice.tell,
        )

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self._notice.tell)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(16))
        self._head.setSpacing(self._look.px(12))

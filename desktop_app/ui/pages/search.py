"""Search: speakers, talks, notes, bookmarks and transcripts, while the person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtWidgets import QListView

from desktop_app.base.model import Speaker
from desktop_app.base.shelves import FoundLine, FoundMark, Group
from desktop_app.services.events import BookmarksChanged, SettingsChanged
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import search_words
from desktop_app.ui.pages.add_field import FindField
from desktop_app.ui.pages.search_groups import Groups
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Found
    from desktop_app.crossing import Call, Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.search_words import Thing

FEW = 6
ALL = 200


class SearchPage(Page):
    """A field and what it finds, letter by letter.

    An answer replaces the one before only when it is there, so that nothing flickers under the
    person's typing. Down leads from the field through all groups, Escape back to it.
    """

    name = "search"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Search"))
        self._call: Call | None = None
        self._asked: tuple[str, Group | None] = ("", None)
        self.found: Found | None = None
        self.field = FindField(
            tr("A name, a step, a place, words that were said"), tr("Search everything")
        )
        self.groups = Groups(look, bridge)
        self.placeholder = Placeholder(look)
        self._lay_out()
        self._connect()
        self._say_what_for()

    def shown(self, argument: object) -> None:
        """Look for the words that were handed on; none: what was looked for before."""
        if isinstance(argument, str) and argument.strip():
            self.field.setText(argument)
        if self._text() and self._call is None:
            self._ask()
        self.search()
        self.field.end(False)  # noqa: FBT003 - Qt's "mark"

    def heard(self, event: object) -> None:
        """Ask again when a bookmark, or the way that names are shown, is another."""
        if isinstance(event, BookmarksChanged | SettingsChanged):
            self._ask_again()

    def search(self) -> bool:
        """Put the cursor into the field, everything marked."""
        self._hold_field()
        self.field.selectAll()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows run from group to group, and Escape lead back to the field."""
        if event.type() == QEvent.Type.KeyPress and isinstance(watched, QListView):
            pressed: QKeyEvent = event  # type: ignore[assignment]
            held = pressed.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if not held and self._leave(watched, Qt.Key(pressed.key())):
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        card = Card(self.look, padding=6)
        card.body.addWidget(self.placeholder)
        self._before = card
        self.body.addWidget(self.field)
        self.body.addWidget(card, 1)
        self.body.addWidget(self.groups, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(lambda: self._enter(0, 0))
        self.groups.list.open_requested.connect(self._open)
        self.groups.list.failed.connect(self.notice.tell)
        self.groups.talks.outdated.connect(self._ask_again)
        self.groups.chosen.connect(self._choose)
        self.groups.menu_wanted.connect(self._menu)
        self.groups.wanted.connect(self._show_alone)
        for view in self.groups.views:
            view.installEventFilter(self)

    def _text(self) -> str:
        return " ".join(self.field.text().split())

    def _typed(self) -> None:
        text = self._text()
        if not text:
            self._forget()
            self._say_what_for()
        elif text != self._asked[0]:
            self._asked = (text, None)
            self._ask()
            self._area.verticalScrollBar().setValue(0)

    def _show_alone(self, group: Group | None) -> None:
        """Show all of one group, or the best of all groups."""
        self._asked = (self._asked[0], group)
        self._ask()
        self._area.verticalScrollBar().setValue(0)

    def _ask_again(self) -> None:
        if self.isVisible() and self._text():
            self._ask()

    def _ask(self) -> None:
        """Ask; an answer to an older question is dropped."""
        text, only = self._asked
        if self._call is not None:
            self._call.cancel()
        if self.found is None:
            self.placeholder.loading()
            self._show_rows(on=False)
        limit = ALL if only else FEW
        self._call = self.bridge.call(
            lambda core: core.searching.everything(text, limit, only), self._took, self._refused
        )

    def _took(self, found: Found) -> None:
        self._call = None
        text, only = self._asked
        if only and not getattr(found, only.value):
            self._show_alone(None)
            return
        self.found = found
        held = next((view for view in self.groups.filled if view.hasFocus()), None)
        self.groups.show_found(found, only)
        if held is not None and held not in self.groups.filled:
            self._hold_field()
        self.subtitle.setText(search_words.summary(found, only))
        if not self.groups.filled:
            self._say_nothing(text)
        self._show_rows(on=bool(self.groups.filled))

    def _refused(self, problem: KnownError) -> None:
        """Leave nothing of an older question under the new words."""
        self._call = self.found = None
        self.subtitle.setText("")
        self.placeholder.failed(problem, self._ask)
        self._show_rows(on=False)

    def _forget(self) -> None:
        if self._call is not None:
            self._call.cancel()
        self._call = self.found = None
        self._asked = ("", None)
        self.subtitle.setText("")

    def _say_what_for(self) -> None:
        self.placeholder.empty(
            tr("What are you looking for?"),
            tr("Type a name, a step, a place, a year, or words that you remember. The search looks"
               " at speakers, talks and their notes, at your own notes and bookmarks, and at the"
               " transcripts that are on this computer."),
        )  # fmt: skip
        self._show_rows(on=False)

    def _say_nothing(self, text: str) -> None:
        self.placeholder.empty(
            tr("Nothing was found for “{words}”", words=text),
            tr("Try fewer letters or another spelling."),
            tr("Clear the search"),
            self._clear,
        )

    def _clear(self) -> None:
        self.field.clear()
        self._hold_field()

    def _hold_field(self) -> None:
        self.field.setFocus()
        self._area.ensureWidgetVisible(self.field)

    def _show_rows(self, *, on: bool) -> None:
        """Show the groups, or what stands in their place."""
        self._before.setHidden(on)
        self.groups.setVisible(on)

    def _leave(self, view: QListView, key: Qt.Key) -> bool:
        """Go where a key leads beyond a list; False: it does not."""
        row, last = view.currentIndex().row(), view.model().rowCount() - 1
        filled = self.groups.filled
        at = filled.index(view) if view in filled else 0
        if key == Qt.Key.Key_Escape and len(view.selectedIndexes()) < 2:
            view.clearSelection()
            self._hold_field()
        elif key == Qt.Key.Key_Up and row <= 0:
            view.clearSelection()
            self._enter(at - 1, -1)
        elif key == Qt.Key.Key_Down and row == last and at + 1 < len(filled):
            view.clearSelection()
            self._enter(at + 1, 0)
        else:
            return False
        return True

    def _enter(self, at: int, row: int) -> None:
        """Give the keyboard to the first (0) or last (-1) row of a group; before all: the field."""
        filled = () if self.groups.isHidden() else self.groups.filled
        if at < 0:
            self._hold_field()
        elif at < len(filled):
            view = filled[at]
            view.setFocus(Qt.FocusReason.TabFocusReason)
            view.setCurrentIndex(QModelIndex())
            view.setCurrentIndex(view.model().index(row % view.model().rowCount(), 0))

    def _choose(self, thing: Thing) -> None:
        """Open what a row stands for; a place in a talk is played, too."""
        if isinstance(thing, Speaker):
            self.open_page.emit("speaker", thing.name)
            return
        place = None
        if isinstance(thing, FoundMark):
            place = thing.mark.position
        elif isinstance(thing, FoundLine):
            place = thing.start
        if place is not None and not talk_words.is_silent(thing.episode):
            self.groups.list.commands.play(thing.episode, place)
        self._open(thing.episode)

    def _open(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)

    def _menu(self, episode: Episode, at: QPoint) -> None:
        commands = self.groups.list.commands
        commands.menu(episode, self, lambda: self._open(episode)).popup(at)

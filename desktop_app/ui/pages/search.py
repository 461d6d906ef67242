"""Search: every talk and meditation, the best fit first, while the person types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedLayout

from desktop_app.base.model import EpisodePage, EpisodeQuery
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel, ListState
from desktop_app.ui.pages.add_field import FindField
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

LIMIT = 50


class FoundModel(EpisodesModel):
    """What a search finds, in the order of how well it fits.

    A new question replaces the rows only when its answer is there, so that the list does not
    flicker under the person's typing.
    """

    def __init__(self, look: Look, bridge: Crossing, parent: Page) -> None:
        super().__init__(look, bridge, parent, limit=LIMIT)

    def find(self, text: str) -> None:
        """Show what fits ``text``; an answer to an older question is dropped."""
        self._forget()
        self._query = EpisodeQuery(text=text)
        if self.state is not ListState.READY:
            self._enter(ListState.LOADING)
        self._ask(0)

    def retry(self) -> None:
        """Ask once more."""
        if self.query is not None:
            self.find(self.query.text)

    def _ask(self, number: int) -> None:
        query = self.query
        if query is None:
            return
        self._asked[number] = self._bridge.call(
            lambda core: _found(core, query.text),
            lambda page: self._answered(number, page),
            lambda problem: self._refused(number, problem),
        )

    def _refused(self, number: int, problem: KnownError) -> None:
        """Leave no rows of an older question under the new words."""
        self.beginResetModel()
        self._pages.clear()
        self._total = self.total = 0
        self.endResetModel()
        super()._refused(number, problem)


class SearchPage(Page):
    """A field and what it finds, letter by letter. Down leads from the field into the list."""

    name = "search"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Search"))
        self.model = FoundModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("What was found"))
        self.field = FindField(
            tr("A name, a step, a place, a word from the notes"),
            tr("Search all talks and meditations"),
        )
        self.intro = Placeholder(look)
        self.intro.empty(
            tr("What are you looking for?"),
            tr("Type a name, a step, a place or a year. The search looks at everything that you"
               " are subscribed to: titles, speakers and notes."),
        )  # fmt: skip
        self._lay_out()
        self._connect()

    def shown(self, argument: object) -> None:
        """Look for the words that were handed on; none: what was looked for before."""
        if isinstance(argument, str) and argument.strip():
            self.field.setText(argument)
        elif self.model.query is not None and self._text():
            self.model.refresh()
        self.search()
        self.field.end(False)  # noqa: FBT003 - Qt's "mark"

    def search(self) -> bool:
        """Put the cursor into the field, everything marked."""
        self.field.setFocus()
        self.field.selectAll()
        return True

    def _lay_out(self) -> None:
        before = Card(self.look, padding=6)
        before.body.addWidget(self.intro)
        self._before = before
        self._stack = QStackedLayout()
        self._stack.addWidget(before)
        self._stack.addWidget(self.list)
        self.body.addWidget(self.field)
        self.body.addLayout(self._stack, 1)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._find)
        self.field.left.connect(self._enter)
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        self.model.state_changed.connect(self._count)
        self.model.dataChanged.connect(self._count)

    def _text(self) -> str:
        return " ".join(self.field.text().split())

    def _find(self) -> None:
        text = self._text()
        self._stack.setCurrentWidget(self.list if text else self._before)
        asked = self.model.query
        if text and (asked is None or asked.text != text):
            self.model.find(text)
            self.list.set_empty(
                tr("Nothing was found for “{words}”", words=text),
                tr("Try fewer letters or another spelling."),
                tr("Clear the search"),
                self._clear,
            )
            self.list.view.scrollToTop()
        self._count()

    def _enter(self) -> None:
        if self.list.isVisible() and self.model.rowCount():
            self.list.view.setFocus(Qt.FocusReason.TabFocusReason)

    def _clear(self) -> None:
        self.field.clear()
        self.field.setFocus()

    def _count(self) -> None:
        found = self.model.total if self.model.state is ListState.READY else 0
        if not self._text() or not found:
            self.subtitle.setText("")
        elif found >= LIMIT:
            self.subtitle.setText(
                tr("The {n} that fit best · another word finds fewer", n=words.number(found))
            )
        else:
            self.subtitle.setText(words.count(found, "1 found", "{n} found"))


async def _found(core: Core, text: str) -> EpisodePage:
    episodes = await core.browsing.search(text, LIMIT)
    return EpisodePage(len(episodes), 0, episodes)

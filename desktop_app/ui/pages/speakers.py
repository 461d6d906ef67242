"""Speakers: all talks, who gave them, and the way to find one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.base.shelves import Collection
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.numbers import Numbers
from desktop_app.ui.pages.speakers_chips import SpeakersChips
from desktop_app.ui.pages.speakers_field import SearchField
from desktop_app.ui.pages.speakers_filter import (
    ALL,
    Index,
    Totals,
    choice_of,
    everyones,
    orders,
    query_for,
    read_index,
    summary,
)
from desktop_app.ui.pages.speakers_index import SpeakerIndex
from desktop_app.ui.pages.speakers_save import SaveFilter
from desktop_app.ui.pages.speakers_strip import SpeakerStrip
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Latest
from desktop_app.ui.widgets.tab_order import go_along

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Facets, SpeakerFacts
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_SIDE_BY_SIDE, _ROOMY = 660, 880
_PATIENCE_MS = 1000


class SpeakersPage(Page):
    """The list of talks with the index of speakers.

    Its argument is the speaker who is chosen, an ``EpisodeQuery`` that the chips are set to, or a
    ``Collection`` whose filter is to be changed. Choosing a speaker opens the page anew with the
    name, so that "back" leads to everyone again.
    """

    name = "speakers"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Speakers"))
        self._speaker: str | None = None
        self._index: Index | None = None
        self._read_for: EpisodeQuery | None = None
        self._totals: Totals | None = None
        self._stale = True
        self._numbers = Numbers()
        self._open = False
        self._argument: object = None
        self._latest = Latest(bridge, self._refused)
        self.field = SearchField(look)
        self.save = SaveFilter(look, bridge)
        self.chips = SpeakersChips(look)
        self.index = SpeakerIndex(look, bridge)
        self.speakers = self.index.speakers
        self.index_card = Card(look, padding=10, spacing=4)
        self.strip = SpeakerStrip(look)
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("Talks"))
        self.soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._fill()
        self._connect()

    def shown(self, argument: object) -> None:
        """Show one speaker's talks, or everyone's; the filters stay as they were left."""
        self._visit(argument, anew=True)

    def returned(self, argument: object) -> None:
        """Leave the chips as they were, unless they were set to another filter meanwhile."""
        self._visit(argument, anew=argument != self._argument)

    def hidden(self) -> None:
        """Read nothing while nobody looks."""
        self._open = False
        self.field.pause.stop()
        self.soon.stop()
        self.index.line.leave_unless_said()
        if self.save.line.writing:
            self.save.line.hide()

    def heard(self, event: object) -> None:
        """Count anew when talks or feeds are others; a place that was saved changes no count."""
        if self._numbers.changed_by(event):
            self._stale = True
            if self._open and not self.soon.isActive():
                self.soon.start()

    def search(self) -> bool:
        """Put the cursor into the search field."""
        self.field.setFocus()
        self.field.selectAll()
        return True

    def read(self) -> None:
        """Read what stands beside the list, if it may be another; older answers are dropped."""
        query, name, short = self._query(), self._speaker, self.look.short_names
        totals = None if self._stale else self._totals
        if self._stale or self._read_for != everyones(query):
            self._stale, self._read_for = False, everyones(query)
            self._latest.ask(
                "index", lambda core: read_index(core, query, totals, short=short), self._took
            )
        if name is None:
            self._latest.drop("speaker")
        else:
            self._latest.ask(
                "speaker", lambda core: core.browsing.speaker(name), self._know, self._nobody
            )
        self._latest.ask("facets", lambda core: core.browsing.facets(query), self._offer)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let index and list take turns where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _visit(self, argument: object, *, anew: bool) -> None:
        into = argument if isinstance(argument, Collection) else None
        query = into.query if into is not None else argument
        if anew and (isinstance(query, EpisodeQuery) or not self._open):
            self.save.change(into)
        if anew and isinstance(query, EpisodeQuery):
            self._set(query)
        asked = query.speaker if isinstance(query, EpisodeQuery) else argument
        self._speaker = asked if isinstance(asked, str) else None
        self._open, self._argument = True, argument
        self.field.clear()
        self.chips.who.setChecked(False)
        self._apply(visit=True)

    def _set(self, query: EpisodeQuery) -> None:
        """Let the chips ask this question."""
        self.chips.set_value(choice_of(query))
        if query.order in dict(orders()):
            self.chips.order.set_value(query.order)

    def _fill(self) -> None:
        tools = QVBoxLayout()
        tools.setSpacing(0)
        tools.addWidget(self.field)
        tools.addWidget(self.save, 0, Qt.AlignmentFlag.AlignRight)
        tools.addStretch(1)
        self.tools.addLayout(tools)
        self.body.addSpacing(-self.look.px(8))
        self.body.addWidget(self.chips)
        self.body.addWidget(self.save.line)
        self.body.addWidget(self.index.line)
        self._heading = self.index_card.add_heading(tr("By speaker"))
        self.index_card.body.addWidget(self.index)
        both = QWidget()
        self._both, self._right = QHBoxLayout(both), QVBoxLayout()
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.addWidget(self.index_card)
        self._both.addLayout(self._right, 1)
        self._right.addWidget(self.strip)
        self._right.addWidget(self.list, 1)
        self.let_flow(self.list)
        self.body.addWidget(both, 1)
        self.look.changed.connect(self._space)
        self._space()

    def _connect(self) -> None:
        self.chips.changed.connect(self._apply)
        self.chips.who.clicked.connect(self._arrange)
        self.save.open_page.connect(self.open_page)
        self.save.failed.connect(self.notice.tell)
        self.index.open_page.connect(self.open_page)
        self.index.line.failed.connect(self.notice.tell)
        self.strip.open_page.connect(self.open_page)
        self.list.open_requested.connect(self._open_talk)
        self.list.failed.connect(self.notice.tell)
        self.field.pause.timeout.connect(self._search)
        self.soon.timeout.connect(self.read)
        Sight(self.look, self._area).watch(self.save.line, self.index.line, self.notice)

    def _space(self) -> None:
        px = self.look.px
        self._both.setSpacing(px(20))
        self._right.setSpacing(px(12))
        self._heading.setContentsMargins(px(10), px(6), 0, px(2))
        self._list_speakers()
        self._arrange()

    def _arrange(self) -> None:
        px = self.look.px
        narrow = self.width() < px(_SIDE_BY_SIDE)
        self.chips.who.setVisible(narrow)
        choosing = narrow and self.chips.who.isChecked()
        self.index_card.setVisible(choosing or not narrow)
        self.list.setVisible(not choosing)
        self.strip.setVisible(self.strip.chosen is not None and not choosing)
        self.index_card.setMinimumWidth(wide := px(200 if self.width() >= px(_ROOMY) else 168))
        self.index_card.setMaximumWidth(self.width() if narrow else wide)

    def _query(self) -> EpisodeQuery:
        order = self.chips.order.value() or Order.SPEAKER
        return query_for(self.chips.value, self._speaker, order)

    def _apply(self, *, visit: bool = False) -> None:
        """Ask for the list before all else: it is what the person waits for."""
        query = self._query()
        if query == self.model.query:
            self.model.refresh()
        else:
            self.model.show(query)
        self.index.mark(self._speaker, anew=visit)
        self._say_shown()
        self.strip.choose(self._speaker)
        narrowed = self.chips.value != ALL or self._speaker is not None
        self.save.offer(query if narrowed else None)
        self._arrange()
        self.read()

    def _took(self, index: Index) -> None:
        self._index, self._totals = index, index.totals
        self._say_shown()
        self._list_speakers()
        if index.totals.talks:
            self.list.set_empty(
                tr("No talk is like this"),
                tr("Fewer conditions find more."),
                tr("Show all talks"),
                self._show_all,
            )
        else:
            self.list.set_empty(
                tr("No talks yet"),
                tr("Add a feed of recorded speakers; its talks are listed here by who gave them."),
                tr("Add a feed"),
                lambda: self.open_page.emit("add", None),
            )

    def _know(self, facts: SpeakerFacts) -> None:
        """Say who is chosen; a name that became another's leads to that one."""
        if facts.name != self._speaker:
            self._speaker = facts.name
            self._apply()
        else:
            self.strip.show_facts(facts)

    def _nobody(self, _problem: KnownError) -> None:
        """Offer no page of somebody who is gone; the list says that there is nothing."""
        self.strip.choose(None)

    def _offer(self, facets: Facets) -> None:
        choice = replace(self.chips.value, fellowship=None)
        self.chips.show_facets(facets, narrowed=choice != ALL or self._speaker is not None)
        self._order_tabs()

    def _refused(self, problem: KnownError) -> None:
        self._stale = True
        self.notice.tell(problem, self.read)

    def _list_speakers(self) -> None:
        if self._index is not None:
            self.index.show_index(self._index, self._speaker)

    def _say_shown(self) -> None:
        """Say how much there is, or how much of it is shown."""
        if self._index is not None:
            shown = self._index.talks(self._speaker)
            self.subtitle.setText(summary(self._index.totals, shown))

    def _order_tabs(self) -> None:
        lines = (*self.save.line.stops, *self.index.line.stops)
        parts = (*lines, self.index, self.strip.more, self.list.view)
        go_along(self.field, self.save, *self.chips.stops(), *parts)

    def _show_all(self) -> None:
        self.chips.set_value(ALL)
        self.open_page.emit("speakers", None)

    def _search(self) -> None:
        text = self.field.words()
        if text:
            self.open_page.emit("search", text)

    def _open_talk(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)

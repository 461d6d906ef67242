"""Speakers: all talks, who gave them, and the way to find one."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app.base.model import Order
from desktop_app.base.names import shorten
from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.models.plain import LinesModel, speaker_lines
from desktop_app.ui.pages.speakers_filter import (
    ALL,
    Filter,
    Index,
    options,
    query_for,
    read_index,
    settled,
    summary,
)
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.chips import Chip, Chips, MenuChip
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.line_list import LineList, LineRow
from desktop_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.base.model import Episode, EpisodeQuery
    from desktop_app.crossing import Call, Crossing
    from desktop_app.ui.look.theme import Look

_SIDE_BY_SIDE = 660
_PATIENCE_MS = 1000
_TYPING_MS = 500
_FEWEST_LETTERS = 2


class SearchField(QLineEdit):
    """Asks for the search page when the person presses Enter or stops typing for a moment.

    ``pause`` is that moment; connect to its ``timeout`` and ask for :meth:`words`.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.pause = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self.setPlaceholderText(tr("Search everything  Ctrl+F"))
        self.setAccessibleName(tr("Search everything"))
        self.textEdited.connect(self._edited)
        self.returnPressed.connect(self.pause.timeout)
        look.changed.connect(self._dress)
        self._dress()

    def words(self) -> str:
        """Return what was typed, and stop waiting for more."""
        self.pause.stop()
        return self.text().strip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.pause.stop()
            self.clear()
        else:
            super().keyPressEvent(event)

    def _edited(self, text: str) -> None:
        if len(text.strip()) >= _FEWEST_LETTERS:
            self.pause.start()
        else:
            self.pause.stop()

    def _dress(self) -> None:
        self.setFixedWidth(self._look.px(300))


class SpeakersPage(Page):
    """The list of talks with the index of speakers; its argument is the speaker who is chosen.

    Choosing one opens the page anew with the name, so that "back" leads to everyone again.
    """

    name = "speakers"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Speakers"))
        self._speaker: str | None = None
        self._filters: tuple[Filter, ...] = (ALL,)
        self._index: Index | None = None
        self._playing: int | None = None
        self._open = False
        self._asked: Call | None = None
        self.field = SearchField(look)
        self.chips: Chips[Filter] = Chips(
            look, options(()), name=tr("Which talks are shown"), several=True
        )
        self.order = MenuChip(look, tr("By speaker"), _orders())
        self.who = Chip(look, tr("Speakers"))
        self.speakers: LinesModel[str | None] = LinesModel(self)
        row = LineRow(look, self, height=36, role=Role.BODY, tone=Tone.INK, inset=10)
        self.index = LineList(look, self.speakers, name=tr("Speakers"), delegate=row)
        self.index_card = Card(look, padding=10, spacing=4)
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("Talks"))
        self.soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._fill()
        self._connect()

    def shown(self, argument: object) -> None:
        """Show one speaker's talks, or everyone's; the filters stay as they were left."""
        self._open = True
        self._speaker = argument if isinstance(argument, str) else None
        self.field.clear()
        self.who.setChecked(False)
        self._apply()

    def hidden(self) -> None:
        """Read nothing while nobody looks."""
        self._open = False
        self.field.pause.stop()

    def heard(self, event: object) -> None:
        """Count anew when talks or feeds are others; a place that was saved changes no count."""
        if isinstance(event, PlayerChanged):
            self._playing = event.now.episode.id if event.now else None
        elif self._open and not self.soon.isActive() and self._counts(event):
            self.soon.start()

    def search(self) -> bool:
        """Put the cursor into the search field."""
        self.field.setFocus()
        self.field.selectAll()
        return True

    def read(self) -> None:
        """Read the index and the numbers; an older answer is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        query = self._query()
        self._asked = self.bridge.call(
            lambda core: read_index(core, query),
            self._took,
            lambda problem: self.notice.tell(problem, self.read),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let index and list take turns where there is no room for both."""
        super().resizeEvent(event)
        self._arrange()

    def _counts(self, event: object) -> bool:
        """Tell whether an event may change a number; a place that was saved does not."""
        if isinstance(event, EpisodesChanged):
            return event.ids != {self._playing}
        return isinstance(event, FeedsChanged)

    def _fill(self) -> None:
        self.tools.addWidget(self.field)
        self.chips.set_values(self._filters)
        self.chips.add(self.order)
        self.chips.add(self.who)
        self.body.addSpacing(-self.look.px(8))
        self.body.addWidget(self.chips)
        self._heading = self.index_card.add_heading(tr("By speaker"))
        self.index_card.body.addWidget(self.index)
        both = QWidget()
        self._both = QHBoxLayout(both)
        self._both.addWidget(self.index_card)
        self._both.addWidget(self.list, 1)
        self.body.addWidget(both, 1)
        self.look.changed.connect(self._space)
        self._space()

    def _connect(self) -> None:
        self.chips.chosen.connect(self._filtered)
        self.order.chosen.connect(lambda _order: self._apply())
        self.who.clicked.connect(self._arrange)
        self.index.chosen.connect(lambda name: self.open_page.emit("speakers", name))
        self.list.open_requested.connect(self._open_talk)
        self.list.failed.connect(self.notice.tell)
        self.field.pause.timeout.connect(self._search)
        self.soon.timeout.connect(self.read)

    def _space(self) -> None:
        px = self.look.px
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(px(20))
        self._heading.setContentsMargins(px(10), px(6), 0, px(2))
        self._list_speakers()
        self._arrange()

    def _arrange(self) -> None:
        px = self.look.px
        narrow = self.width() < px(_SIDE_BY_SIDE)
        self.who.setVisible(narrow)
        choosing = narrow and self.who.isChecked()
        self.index_card.setVisible(choosing or not narrow)
        self.list.setVisible(not choosing)
        self.index_card.setMinimumWidth(px(200))
        self.index_card.setMaximumWidth(self.width() if narrow else px(200))

    def _query(self) -> EpisodeQuery:
        return query_for(self._filters, self._speaker, self.order.value() or Order.SPEAKER)

    def _apply(self) -> None:
        query = self._query()
        if query == self.model.query:
            self.model.refresh()
        else:
            self.model.show(query)
        self.index.select(self._speaker)
        self._arrange()
        self.read()

    def _filtered(self, on: tuple[Filter, ...]) -> None:
        self._filters = settled(self._filters, on)
        self.chips.set_values(self._filters)
        self._apply()

    def _took(self, index: Index) -> None:
        before, self._index = self._index, index
        self.subtitle.setText(summary(index))
        self._list_speakers()
        if before is None or before.fellowships != index.fellowships:
            self.chips.set_options(options(index.fellowships))
            self.chips.add(self.order)
            self.chips.add(self.who)
            self.chips.set_values(self._filters)
            self._order_tabs()
        if index.talks:
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

    def _list_speakers(self) -> None:
        if self._index is None:
            return
        lines = speaker_lines(self._index.speakers, self._index.everyone)
        if self.look.short_names:
            lines = tuple(replace(each, text=shorten(each.text)) for each in lines)
        self.speakers.set_lines(lines)

    def _order_tabs(self) -> None:
        """Let Tab go as the eye does: chips that were made anew would come last."""
        ends = (self.order, self.who)
        chips = [chip for chip in self.chips.findChildren(Chip) if chip not in ends]
        stops = (self.field, *chips, *ends, self.index, self.list.view)
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _show_all(self) -> None:
        self._filters = (ALL,)
        self.chips.set_values(self._filters)
        self.open_page.emit("speakers", None)

    def _search(self) -> None:
        text = self.field.words()
        if text:
            self.open_page.emit("search", text)

    def _open_talk(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)


def _orders() -> tuple[tuple[Order, str], ...]:
    return (
        (Order.SPEAKER, tr("By speaker")),
        (Order.NEWEST, tr("Newest first")),
        (Order.OLDEST, tr("Oldest first")),
        (Order.TITLE, tr("By title")),
    )

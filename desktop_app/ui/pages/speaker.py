"""One speaker: who it is, the series, and all the talks; and what the person knows better."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QMenu

from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.base.names import shorten
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    SettingsChanged,
)
from desktop_app.ui.look import shelf_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages import speaker_work
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.speaker_names import NamesLine
from desktop_app.ui.pages.speaker_series import SeriesCard
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Series, SpeakerFacts
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.speaker_work import Wanted

_PATIENCE_MS = 500
_ROWS = 3
"""The list never has less room than so many rows: then the page scrolls."""


class SpeakerPage(Page):
    """The page of the speaker whose name is its argument."""

    name = "speaker"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self._name = ""
        self._facts: SpeakerFacts | None = None
        self._open = False
        self._playing: int | None = None
        self._asked: Call | None = None
        self.back = WayBack(
            look, tr("Speakers"), lambda: self.open_page.emit("speakers", self._name)
        )
        self.more = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.also = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.download = Button(look, tr("Download all"), icon=Icon.DOWNLOAD)
        self.menu = Button(look, "", icon=Icon.MORE, name=tr("More about this speaker"))
        self.line = NamesLine(look, bridge)
        self.series = SeriesCard(look)
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("All talks"))
        self.soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._fill()
        self._connect()

    def shown(self, argument: object) -> None:
        """Show the speaker of this name."""
        if not isinstance(argument, str):
            raise TypeError(f"the page of a speaker needs a name, not {argument!r}")
        self._open = True
        if argument != self._name:
            self._name, self._facts = argument, None
            self._title()
            self.subtitle.setText(tr("One moment…"))
            self.notice.hide()
            self.line.hide()
            for part in (self.more, self.also, self.series, self._series_title):
                part.hide()
        self._list()
        self.read()

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def hidden(self) -> None:
        """Read nothing while nobody looks."""
        self._open = False
        if self.line.writing:
            self.line.hide()

    def heard(self, event: object) -> None:
        """Read anew when talks are others; a place that was saved changes no fact."""
        if isinstance(event, PlayerChanged):
            self._playing = event.now.episode.id if event.now else None
        elif isinstance(event, SettingsChanged) and self._facts is not None:
            self._took(self._facts)
        elif self._open and not self.soon.isActive() and self._counts(event):
            self.soon.start()

    def key(self, key: Qt.Key) -> bool:
        """Go back with Escape."""
        if key != Qt.Key.Key_Escape:
            return False
        self.back.click()
        return True

    def read(self) -> None:
        """Read what is known of the speaker; an older answer is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        name = self._name
        self._asked = self.bridge.call(
            lambda core: core.browsing.speaker(name), self._took, self._gone
        )

    def _counts(self, event: object) -> bool:
        if isinstance(event, EpisodesChanged):
            return event.ids != {self._playing}
        return isinstance(event, FeedsChanged)

    def _fill(self) -> None:
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        for part in (self.more, self.also, Buttons(self.look, self.download, self.menu), self.line):
            self.body.addWidget(part)
        self._series_title = self.add_section(tr("Series"))
        self.body.addWidget(self.series)
        self.add_section(tr("All talks"))
        self.body.addWidget(self.list, 1)
        self.look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self.list.setMinimumHeight(self.look.px(66 * _ROWS))
        self.back.setContentsMargins(0, 0, 0, 0)
        if self._facts is not None:
            self._took(self._facts)

    def _connect(self) -> None:
        self.download.clicked.connect(lambda _on: self._ask_download())
        self.menu.clicked.connect(lambda _on: self._popup())
        self.line.failed.connect(self.notice.tell)
        self.line.open_page.connect(self.open_page)
        self.series.opened.connect(lambda each: self.open_page.emit("series", each.key))
        self.series.play.connect(self._play)
        self.series.download.connect(self._download_series)
        self.list.menu_made.connect(self._add_to_menu)
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        self.soon.timeout.connect(self.read)
        Sight(self.look, self._area).watch(self.line, self.notice)

    def _list(self) -> None:
        query = EpisodeQuery(speaker=self._name, order=Order.SPEAKER)
        if query == self.model.query:
            self.model.refresh()
        else:
            self.model.show(query)

    def _title(self) -> None:
        self.title.setText(shorten(self._name) if self.look.short_names else self._name)

    def _took(self, facts: SpeakerFacts) -> None:
        fresh, self._facts = self._facts is None, facts
        if facts.name != self._name:  # the name that was asked for is this one's by now
            self._name = facts.name
            self._list()
        self._title()
        self.subtitle.setText(shelf_words.speaker_in_short(facts))
        for part, said in (
            (self.more, shelf_words.speaker_more(facts)),
            (self.also, shelf_words.also(facts, short=self.look.short_names)),
        ):
            part.setText(said)
            part.setVisible(bool(said))
        self.series.show_series(facts.series, anew=fresh)
        self._series_title.setVisible(bool(facts.series))
        self.list.set_empty(tr("No talks"), tr("They appear here when their feeds have some."))

    def _gone(self, problem: KnownError) -> None:
        self._facts = None
        self.subtitle.setText("")
        for part in (self.more, self.also, self.series, self._series_title):
            part.hide()
        self.list.set_failed(problem, self.read)

    def _popup(self) -> None:
        facts = self._facts
        if facts is None:
            return
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        entries: list[tuple[str, Icon, Callable[[], None]]] = [
            (tr("Rename…"), Icon.EDIT, lambda: self.line.rename(facts)),
            (tr("Same person as…"), Icon.LINK, lambda: self.line.merge(facts)),
            *(
                (tr("Not the same person: {name}", name=self._shown(each)), Icon.CLOSE,
                 partial(self.line.separate, facts, each))
                for each in facts.also
            ),
        ]  # fmt: skip
        for text, icon, do in entries:
            action = menu.addAction(qicon(self.look, icon), text.replace("&", "&&"))
            action.triggered.connect(lambda _on, do=do: do())
        menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))

    def _shown(self, name: str) -> str:
        return shorten(name) if self.look.short_names else name

    def _add_to_menu(self, menu: QMenu, talks: tuple[Episode, ...]) -> None:
        menu.addSeparator()
        one = len(talks) == 1
        text = tr("This is by someone else…") if one else tr("These are by someone else…")
        action = menu.addAction(qicon(self.look, Icon.EDIT), text)
        action.triggered.connect(lambda _on: self.line.give(self._name, talks))

    def _play(self, series: Series) -> None:
        self._do(lambda core: speaker_work.play(core, series))

    def _download_series(self, series: Series) -> None:
        self.bridge.call(
            lambda core: core.series.download(series.key),
            lambda number: self.notice.say(shelf_words.on_their_way(number)),
            self.notice.tell,
        )

    def _ask_download(self) -> None:
        name = self._name
        self.bridge.call(
            lambda core: speaker_work.elsewhere(core, name), self._offer, self.notice.tell
        )

    def _offer(self, wanted: Wanted) -> None:
        if not wanted.ids:
            self.notice.say(tr("Every talk is here or on its way"))
            return
        size = tr("They take about {size} or more.", size=words.size(wanted.size))
        self.notice.say(
            words.count(len(wanted.ids), "Download 1 talk?", "Download {n} talks?"),
            size if wanted.size else "",
            tr("Download them") if len(wanted.ids) > 1 else tr("Download"),
            partial(self._download, wanted.ids),
        )

    def _download(self, ids: tuple[int, ...]) -> None:
        self.download.setFocus()
        self._do(lambda core: core.downloading.request(ids))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

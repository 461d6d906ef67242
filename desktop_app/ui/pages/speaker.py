"""One speaker: who it is, the series, and all the talks; and what the person knows better."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSpacerItem, QVBoxLayout

from desktop_app.base.model import EpisodeQuery, Order
from desktop_app.base.names import shorten
from desktop_app.base.shelves import SpeakerFacts
from desktop_app.ui.look import shelf_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.name_words import told_apart
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages import speaker_work
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.speaker_names import NamesLine
from desktop_app.ui.pages.speaker_series import SeriesCard
from desktop_app.ui.pages.subject import SubjectPage
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.tab_order import go_along
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Series
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.speaker_work import Wanted

_UP = 16
"""So far the facts stand nearer to the line under the title, as one block with it."""
_ROWS = 3
"""The list never has less room than so many rows: then the page scrolls."""


class SpeakerPage(SubjectPage[SpeakerFacts]):
    """The page of the speaker whose name is its argument."""

    name = "speaker"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self._coming = ("", "")
        """The series whose parts were asked for, and what was said of them."""
        self.more = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.also = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.download = Button(look, tr("Download all"), icon=Icon.DOWNLOAD)
        self.menu = Button(look, "", icon=Icon.MORE, name=tr("More about this speaker"))
        self.line = NamesLine(look, bridge)
        self.series = SeriesCard(look)
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("All talks"))
        self._fill()
        self._connect()

    def shown(self, argument: object) -> None:
        """Show the speaker of this name."""
        if not isinstance(argument, str):
            raise TypeError(f"the page of a speaker needs a name, not {argument!r}")
        self._open = True
        if argument != self._subject:
            self._subject, self._known = argument, None
            self._title()
            self.subtitle.setText(tr("One moment…"))
            self.notice.hide()
            self.line.drop()
            self._hide_facts()
        self._list()
        self.read()

    def hidden(self) -> None:
        """Read nothing while nobody looks, and ask nothing."""
        super().hidden()
        self.line.leave_unless_said()

    def _usual(self) -> str:
        return self._subject

    def _question(self, core: Core, subject: str) -> Coroutine[Any, Any, SpeakerFacts]:
        return core.browsing.speaker(subject)

    def _fill(self) -> None:
        self._gap, self._lines = QSpacerItem(0, 0), QVBoxLayout()
        self.body.addSpacerItem(self._gap)
        for part in (self.more, self.also):
            self._lines.addWidget(part)
        self.body.addLayout(self._lines)
        self._buttons = Buttons(self.look, self.download, self.menu)
        self.body.addWidget(self._buttons)
        self.body.addWidget(self.line)
        self._series_title = self.add_section(tr("Series"))
        self.body.addWidget(self.series)
        self.add_section(tr("All talks"))
        self.body.addWidget(self.list, 1)
        self.let_flow(self.list)
        self.look.changed.connect(self._space)
        self._space()

    def _space(self) -> None:
        self.list.setMinimumHeight(self.look.px(66 * _ROWS))
        self._lines.setSpacing(self.look.px(2))
        self._gap.changeSize(0, -self.look.px(_UP))
        if self._known is not None:
            self._took(self._known)

    def _connect(self) -> None:
        self.download.clicked.connect(lambda _on: self._ask_download())
        self.menu.clicked.connect(lambda _on: self._popup())
        self.line.failed.connect(self.notice.tell)
        self.line.open_page.connect(self.open_page)
        self.series.built.connect(self._order_tabs)
        self.series.opened.connect(lambda each: self.open_page.emit("series", each.key))
        self.series.play.connect(self._play)
        self.series.download.connect(self._download_series)
        self.list.menu_made.connect(self._add_to_menu)
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        Sight(self.look, self._area).watch(self.line, self.notice)

    def _order_tabs(self) -> None:
        go_along(self.menu, *self.line.stops, *self.series.stops, self.list.view)

    def _list(self) -> None:
        query = EpisodeQuery(speaker=self._subject, order=Order.SPEAKER)
        if query == self.model.query:
            self.model.refresh()
        else:
            self.model.show(query)

    def _title(self) -> None:
        self.title.setText(self._shown(self._subject))

    def _took(self, facts: SpeakerFacts) -> None:
        fresh, self._known = self._known is None, facts
        if facts.name != self._subject:  # the name that was asked for is this one's by now
            self._subject = facts.name
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
        key, coming = self._coming
        if any(each.key == key and each.here == each.talks for each in facts.series):
            self.notice.take_back(coming)
        self._series_title.setVisible(bool(facts.series))
        self._buttons.show()
        self.list.set_empty(tr("No talks"), tr("They appear here when their feeds have some."))

    def _gone(self, problem: KnownError) -> None:
        self._known = None
        self.subtitle.setText("")
        self._hide_facts()
        self.list.set_failed(problem, self.read)

    def _hide_facts(self) -> None:
        """Offer nothing of somebody who is not known yet, or not any more."""
        for part in (self.more, self.also, self._buttons, self.series, self._series_title):
            part.hide()

    def _popup(self) -> None:
        facts = self._known
        if facts is None:
            return
        shown = told_apart((facts.name, *facts.also), short=self.look.short_names)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        entries: list[tuple[str, Icon, Callable[[], None]]] = [
            (tr("Rename…"), Icon.EDIT, lambda: self.line.rename(facts)),
            (tr("Same person as…"), Icon.LINK, lambda: self.line.merge(facts)),
            *(
                (tr("Not the same person: {name}", name=shown[each]), Icon.CLOSE,
                 partial(self.line.separate, facts, each))
                for each in facts.also
            ),
            (tr("Two people share this name…"), Icon.LIST, self._part),
        ]  # fmt: skip
        for text, icon, do in entries:
            action = menu.addAction(qicon(self.look, icon), text.replace("&", "&&"))
            action.triggered.connect(lambda _on, do=do: do())
        menu.popup(self.menu.mapToGlobal(self.menu.rect().bottomLeft()))

    def _part(self) -> None:
        """Say how to tell two people apart, and go to the talks."""
        self.line.part()
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown(self, name: str) -> str:
        return shorten(name) if self.look.short_names else name

    def _add_to_menu(self, menu: QMenu, talks: tuple[Episode, ...]) -> None:
        menu.addSeparator()
        one = len(talks) == 1
        text = tr("This is by someone else…") if one else tr("These are by someone else…")
        action = menu.addAction(qicon(self.look, Icon.EDIT), text)
        action.triggered.connect(lambda _on: self.line.give(self._subject, talks))

    def _play(self, series: Series) -> None:
        self._do(lambda core: speaker_work.play(core, series))

    def _download_series(self, series: Series) -> None:
        self.bridge.call(
            lambda core: core.series.download(series.key),
            lambda number: self._say_coming(series.key, number),
            self.notice.tell,
        )

    def _say_coming(self, key: str, number: int) -> None:
        """Say it until all parts of that series are here."""
        self._coming = (key, shelf_words.on_their_way(number))
        self.notice.say(self._coming[1])

    def _ask_download(self) -> None:
        name = self._subject
        self.bridge.call(
            lambda core: speaker_work.elsewhere(core, name),
            lambda wanted: self._offer(name, wanted),
            self.notice.tell,
        )

    def _offer(self, name: str, wanted: Wanted) -> None:
        if name != self._subject:
            return
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

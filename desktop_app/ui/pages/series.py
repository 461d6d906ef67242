"""One series: how far one is in it, and its parts in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from desktop_app.base.names import shorten
from desktop_app.base.shelves import Series
from desktop_app.ui.look import shelf_words, talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages import speaker_work
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.subject import SubjectPage
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.tab_order import go_along

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look


def part_title(episode: Episode, short: bool) -> str:
    """Return what a part is called among the others: "Part 3 of 12 — The doctor's opinion"."""
    part = words.opening(talk_words.part(episode))
    if not part:
        return talk_words.headline(episode, short=short)
    own = episode.subject.strip()
    if not own or own.casefold() == (episode.series or "").casefold():
        return part
    return f"{part} — {own}"


class SeriesPage(SubjectPage[Series]):
    """The page of the series whose key is its argument."""

    name = "series"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self.play = Button(look, tr("Continue"), Kind.PRIMARY, icon=Icon.PLAY)
        self.start = Button(look, tr("Play from the start"))
        self.download = Button(look, tr("Download the series"), icon=Icon.DOWNLOAD)
        self.buttons = Buttons(look, self.play, self.start, self.download)
        self.people: list[Button] = []
        self._names: tuple[str, ...] = ()
        self._coming = ""
        self.model = EpisodesModel(look, bridge, self)
        text = RowText(
            title=part_title,
            subtitle=lambda episode: talk_words.subtitle(episode, with_feed=False),
        )
        self.list = EpisodeList(look, bridge, self.model, name=tr("Parts"), text=text, onward=True)
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.list, 1)
        self.let_flow(self.list)
        self._connect()

    def shown(self, argument: object) -> None:
        """Show the series with this key."""
        if not isinstance(argument, str):
            raise TypeError(f"the page of a series needs its key, not {argument!r}")
        self._open = True
        if argument != self._subject:
            self._subject, self._known = argument, None
            self.title.setText("")
            self.subtitle.setText(tr("One moment…"))
            self.notice.hide()
            self.buttons.hide()
        query = speaker_work.parts_of(argument)
        if query == self.model.query:
            self.model.refresh()
        else:
            self.model.show(query)
        self.read()

    def _question(self, core: Core, subject: str) -> Coroutine[Any, Any, Series]:
        return core.series.one(subject)

    def _connect(self) -> None:
        self.play.clicked.connect(lambda _on: self._continue())
        self.start.clicked.connect(lambda _on: self._from_start())
        self.download.clicked.connect(lambda _on: self._download())
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        Sight(self.look, self._area).watch(self.notice)

    def _took(self, series: Series) -> None:
        self._known = series
        self.title.setText(series.name)
        self.subtitle.setText(shelf_words.series_in_full(series))
        going = series.heard > 0 and series.next is not None
        self.play.setText(tr("Continue") if going else tr("Play from the start"))
        self.play.updateGeometry()
        if self.start.hasFocus() and not going:
            self.play.setFocus()
        self.start.setVisible(going)
        if self.download.hasFocus() and series.here == series.talks:
            self.play.setFocus()
        self.download.setVisible(series.here < series.talks)
        if series.here == series.talks:
            self.notice.take_back(self._coming)
        self._name_speakers(series.speakers)
        self.buttons.show()

    def _name_speakers(self, names: tuple[str, ...]) -> None:
        """Offer the way to each speaker's own page."""
        shown = tuple(shorten(name) if self.look.short_names else name for name in names)
        if (names, shown) == (self._names, tuple(button.text() for button in self.people)):
            return
        self._names = names
        for button in self.people:
            button.hide()
            button.deleteLater()
        self.people = []
        for name, text in zip(names, shown, strict=True):
            button = Button(self.look, text, Kind.LINK, height=41)
            button.setShortcut(QKeySequence())  # an ampersand in a name is no key
            button.set_name(tr("All about {name}", name=text))
            button.clicked.connect(lambda _on, name=name: self.open_page.emit("speaker", name))
            self.buttons.add(button)
            self.people.append(button)
        go_along(self.play, self.start, self.download, *self.people, self.list.view)

    def _gone(self, problem: KnownError) -> None:
        self._known = None
        self.title.setText(tr("Series"))
        self.subtitle.setText("")
        self.buttons.hide()
        self.list.set_failed(problem, self.read)

    def _continue(self) -> None:
        series = self._known
        if series is not None:
            self._do(lambda core: speaker_work.play(core, series))

    def _from_start(self) -> None:
        key = self._subject
        self._do(lambda core: speaker_work.play_first(core, key))

    def _download(self) -> None:
        key = self._subject
        self.bridge.call(
            lambda core: core.series.download(key),
            self._say_coming,
            self.notice.tell,
        )

    def _say_coming(self, number: int) -> None:
        """Say it until all of them are here."""
        self._coming = shelf_words.on_their_way(number)
        self.notice.say(self._coming)

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

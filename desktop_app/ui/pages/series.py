"""One series: how far one is in it, and its parts in their order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence

from desktop_app.base.names import shorten
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    SettingsChanged,
)
from desktop_app.ui.look import shelf_words, talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages import speaker_work
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Series
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

_PATIENCE_MS = 500


def part_title(episode: Episode, short: bool) -> str:
    """Return what a part is called among the others: "Part 3 of 12 — The doctor's opinion"."""
    part = words.opening(talk_words.part(episode))
    if not part:
        return talk_words.headline(episode, short=short)
    own = episode.subject.strip()
    if not own or own.casefold() == (episode.series or "").casefold():
        return part
    return f"{part} — {own}"


class SeriesPage(Page):
    """The page of the series whose key is its argument."""

    name = "series"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self._key = ""
        self._series: Series | None = None
        self._open = False
        self._playing: int | None = None
        self._asked: Call | None = None
        self.back = WayBack(look, tr("Speakers"), lambda: self.open_page.emit("speakers", None))
        self.play = Button(look, tr("Continue"), Kind.PRIMARY, icon=Icon.PLAY)
        self.start = Button(look, tr("Play from the start"))
        self.download = Button(look, tr("Download the series"), icon=Icon.DOWNLOAD)
        self.buttons = Buttons(look, self.play, self.start, self.download)
        self.people: list[Button] = []
        self.model = EpisodesModel(look, bridge, self)
        text = RowText(
            title=part_title,
            subtitle=lambda episode: talk_words.subtitle(episode, with_feed=False),
        )
        self.list = EpisodeList(look, bridge, self.model, name=tr("Parts"), text=text)
        self.soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.buttons)
        self.body.addWidget(self.list, 1)
        self._connect()

    def shown(self, argument: object) -> None:
        """Show the series with this key."""
        if not isinstance(argument, str):
            raise TypeError(f"the page of a series needs its key, not {argument!r}")
        self._open = True
        if argument != self._key:
            self._key, self._series = argument, None
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

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def hidden(self) -> None:
        """Read nothing while nobody looks."""
        self._open = False

    def heard(self, event: object) -> None:
        """Read anew when talks are others; a place that was saved changes nothing here."""
        if isinstance(event, PlayerChanged):
            self._playing = event.now.episode.id if event.now else None
        elif isinstance(event, SettingsChanged) and self._series is not None:
            self._took(self._series)
        elif self._open and not self.soon.isActive() and self._counts(event):
            self.soon.start()

    def key(self, key: Qt.Key) -> bool:
        """Go back with Escape."""
        if key != Qt.Key.Key_Escape:
            return False
        self.back.click()
        return True

    def read(self) -> None:
        """Read how far one is; an older answer is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        key = self._key
        self._asked = self.bridge.call(lambda core: core.series.one(key), self._took, self._gone)

    def _counts(self, event: object) -> bool:
        if isinstance(event, EpisodesChanged):
            return event.ids != {self._playing}
        return isinstance(event, FeedsChanged)

    def _connect(self) -> None:
        self.play.clicked.connect(lambda _on: self._continue())
        self.start.clicked.connect(lambda _on: self._from_start())
        self.download.clicked.connect(lambda _on: self._download())
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        self.soon.timeout.connect(self.read)
        Sight(self.look, self._area).watch(self.notice)

    def _took(self, series: Series) -> None:
        self._series = series
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
        self._name_speakers(series.speakers)
        self.buttons.show()

    def _name_speakers(self, names: tuple[str, ...]) -> None:
        """Offer the way to each speaker's own page."""
        shown = [shorten(name) if self.look.short_names else name for name in names]
        if [button.text() for button in self.people] == shown:
            return
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

    def _gone(self, problem: KnownError) -> None:
        self._series = None
        self.title.setText(tr("Series"))
        self.subtitle.setText("")
        self.buttons.hide()
        self.list.set_failed(problem, self.read)

    def _continue(self) -> None:
        series = self._series
        if series is not None:
            self._do(lambda core: speaker_work.play(core, series))

    def _from_start(self) -> None:
        key = self._key
        self._do(lambda core: speaker_work.play_first(core, key))

    def _download(self) -> None:
        key = self._key
        self.bridge.call(
            lambda core: core.series.download(key),
            lambda number: self.notice.say(shelf_words.on_their_way(number)),
            self.notice.tell,
        )

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

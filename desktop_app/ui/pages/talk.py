"""One talk: what it is, where the person is in it, and everything that can be done with it."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices

from desktop_app.base.errors import KnownError
from desktop_app.base.model import SOUNDING, DownloadState, FeedKind
from desktop_app.services.events import DownloadProgress, PlayerChanged, SoundMeasured
from desktop_app.ui.look import sentences
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.talk_about import AboutTalk
from desktop_app.ui.pages.talk_bookmarks import BookmarkList
from desktop_app.ui.pages.talk_cards import (
    AsleepLine,
    SeekCard,
    SleepCard,
    SpeedCard,
    leave_it,
    rate_of,
    rate_wish,
    sleep_wish,
)
from desktop_app.ui.pages.talk_head import TalkHead, progressed
from desktop_app.ui.pages.talk_lists import ChapterList
from desktop_app.ui.pages.talk_notes import Notes, may_open
from desktop_app.ui.pages.talk_read import TalkRead, concerned, read_talk
from desktop_app.ui.pages.talk_restoration import RestorationCard
from desktop_app.ui.pages.talk_transcript import TranscriptPanel
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.player_bar import filling
from desktop_app.ui.widgets.player_talk import come
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.model import EpisodeDetail
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look

_TICK_MS = 250


class TalkPage(Page):
    """The page of the talk whose id is its argument; it follows the player.

    ``open_link`` hands a checked address to the browser; ``monotonic`` is the clock of
    ``NowPlaying.at``.
    """

    name = "talk"

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        monotonic: Callable[[], float] = time.monotonic,
        open_link: Callable[[QUrl], object] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(look, bridge)
        self._monotonic, self._open_link = monotonic, open_link
        self._id = 0
        self._detail: EpisodeDetail | None = None
        self._now: NowPlaying | None = None
        self._open = False
        self._go_back: Callable[[], None] | None = None
        self._reading = Reading(
            bridge, lambda core: read_talk(core, self._id), self._took, self._gone
        )
        self.commands = EpisodeActions(look, bridge, self)
        self.head = TalkHead(look, bridge, self.commands)
        self.seek, self.speed, self.sleep = SeekCard(look, bridge), SpeedCard(look), SleepCard(look)
        self.restoration = RestorationCard(look, bridge)
        self.asleep, self.about = AsleepLine(look), AboutTalk(look, bridge)
        self.chapters, self.bookmarks = ChapterList(look), BookmarkList(look, bridge)
        self.transcript = TranscriptPanel(look, bridge, lambda core: core.transcripts)
        self.notes_title = Text(look, tr("Notes"), Role.SECTION)
        self.notes = Notes(look)
        self.link = Button(look, tr("Open its page on the web"), Kind.LINK)
        self._cards = Columns(look)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._fill()
        self._connect()

    def shown(self, argument: object) -> None:
        """Read the talk with this id, and what the player does with it."""
        if not isinstance(argument, int):
            raise TypeError(f"the page of a talk needs its id, not {argument!r}")
        self._open = True
        if argument != self._id:
            self._id, self._detail = argument, None
            self.about.leave()
            self.notice.hide()
            self._show_parts(on=False)
            self.subtitle.setText(tr("One moment…"))
        self._reading.ask()
        self.bridge.call(lambda core: core.listening.now(), self._follow, self.notice.tell)
        self.bridge.call(lambda core: core.chapters.fetch(argument), None, leave_it)
        self.seek.show_sound(argument)
        self.restoration.show_talk(argument)

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called and how to go back; None: there was none."""
        self._go_back = back
        self.head.show_before(title)

    def hidden(self) -> None:
        """Let the place stand still."""
        self._open = False
        self._tick.stop()

    def heard(self, event: object) -> None:
        """Follow the player, the download, and whatever else changes this talk."""
        if self._open:
            self.restoration.heard(event)
        if isinstance(event, PlayerChanged):
            self._follow(event.now)
        elif isinstance(event, DownloadProgress):
            self._progress(event)
        elif isinstance(event, SoundMeasured) and event.episode_id == self._id:
            self.seek.show_sound(self._id)
        elif self._open and concerned(event, {self._id, *self.about.beside}):
            self._reading.ask()

    def key(self, key: Qt.Key) -> bool:
        """Star the talk with S, as a row is."""
        return self._detail is not None and self.head.key(key)

    def _fill(self) -> None:
        self._header.hide()
        for card in (self.restoration, self.speed, self.sleep):
            self._cards.add(card)
        self._parts = (self.head, self.seek, self.asleep, self._cards, self.about,
                       self.chapters, self.bookmarks, self.notes_title, self.notes,
                       self.link)  # fmt: skip
        self.body.addSpacing(-self.look.px(5))
        for part in self._parts:
            self.body.addWidget(part)
        self.body.insertWidget(self.body.indexOf(self.notes_title), self.transcript)
        self.body.addStretch(1)
        self._show_parts(on=False)

    def _connect(self) -> None:
        self.head.back.clicked.connect(self._back)
        self.head.play.clicked.connect(self._play)
        self.head.mark.clicked.connect(lambda: self._do(lambda core: core.listening.bookmark("")))
        for part in (self.seek.bar, self.asleep, self.chapters, self.bookmarks, self.transcript):
            part.sought.connect(self._seek)
        for each in (self.commands, self.bookmarks, self.about, self.restoration):
            each.failed.connect(self.notice.tell)
        self.about.open_page.connect(self.open_page)
        self.about.unfolded.connect(lambda: QTimer.singleShot(0, self.about, self._make_room))
        self.about.note.noted.connect(self.commands.keeping.set_note)
        self.bookmarks.saved.connect(lambda path: self.notice.say(tr("Saved"), path))
        self.speed.chips.chosen.connect(self._set_rate)
        self.sleep.chips.chosen.connect(lambda minutes: self._do(sleep_wish(minutes)))
        self.sleep.more.clicked.connect(lambda: self._do(lambda core: core.listening.sleep_later()))
        self.notes.link_pressed.connect(self._open_link)
        self.link.clicked.connect(self._open_page_on_web)
        self._tick.timeout.connect(self._show_place)
        self.look.changed.connect(self._show)

    def _make_room(self) -> None:
        """Bring the card that corrects into sight, with its beginning."""
        self._area.verticalScrollBar().setValue(self.about.y())

    def _took(self, read: TalkRead) -> None:
        detail = read.detail
        if detail.episode.id != self._id:
            return
        before, self._detail = self._detail, detail
        failed = detail.episode.state is DownloadState.FAILED
        if failed and (before is None or before.failure != detail.failure):
            what = tr("This talk was not downloaded")
            again = partial(self.commands.download, detail.episode)
            self.notice.tell(KnownError(what, sentences.say(detail.failure or "")), again)
        elif not failed and before is not None and before.episode.state is DownloadState.FAILED:
            self.notice.hide()
        self.about.show_talk(read)
        self._show()

    def _gone(self, problem: KnownError) -> None:
        self._detail = None
        self._show_parts(on=False)
        self.title.setText(tr("Talk"))
        self.subtitle.setText("")
        self.notice.tell(problem, self._reading.ask)

    def _show_parts(self, *, on: bool) -> None:
        self._header.setVisible(not on)
        for part in self._parts:
            part.setVisible(on)
        if not on:
            self.transcript.hide()
            self.title.setText("")

    def _show(self) -> None:
        detail = self._detail
        if detail is None:
            return
        self._show_parts(on=True)
        self.transcript.show_talk(detail.episode.id)
        self.head.show_episode(detail.episode)
        self.restoration.show_episode(detail.episode)
        self.title.setText(self.head.title.accessibleName())
        self.asleep.show_place(detail.asleep)
        self.chapters.show_chapters(detail.chapters)
        self.bookmarks.show_bookmarks(detail.bookmarks)
        self.notes.show_notes(detail.notes)
        has_notes = bool(detail.notes.strip())
        has_link = may_open(QUrl(detail.link or ""))
        self.notes.setVisible(has_notes)
        self.link.setVisible(has_link)
        self.notes_title.setVisible(has_notes or has_link)
        self._show_player()

    def _follow(self, now: NowPlaying | None) -> None:
        self._now = now
        self._show_player()

    def _show_player(self) -> None:
        now, detail = self._now, self._detail
        if detail is None:
            return
        self.speed.show_rate(rate_of(detail, now, self.look.settings.speed))
        sounding = self._loaded() and now is not None and now.status in SOUNDING
        self.head.show_player(loaded=self._loaded(), sounding=sounding)
        mine = now if self._loaded() else None
        self.restoration.show_player(mine)
        length = (mine.duration if mine else None) or detail.episode.duration
        self.seek.show_length(length, detail.bookmarks, detail.chapters)
        self.seek.show_coming(come(detail.episode), filling(mine) if mine else None)
        ticking = self._open and (sounding or (now is not None and now.sleep_at is not None))
        self._tick.start() if ticking else self._tick.stop()
        self._show_place()

    def _show_place(self) -> None:
        now, detail = self._now, self._detail
        moment = self._monotonic()
        self.sleep.show_timer(now, moment)
        if detail is None:
            return
        loaded = self._loaded() and now is not None
        place = now.position_at(moment) if loaded and now is not None else detail.episode.position
        self.seek.show_place(place)
        for part in (self.chapters, self.transcript):
            part.show_place(place if loaded or place else -1.0)

    def _set_rate(self, rate: float) -> None:
        if self._detail is not None:
            self._do(rate_wish(self._detail, self._now, rate))
            self._detail = replace(self._detail, speed=rate)
            self._show_player()

    def _loaded(self) -> bool:
        """Tell whether this talk is the one in the player."""
        return self._now is not None and self._now.episode.id == self._id

    def _progress(self, event: DownloadProgress) -> None:
        detail = self._detail
        if detail is None or event.episode_id != self._id:
            return
        self._detail = progressed(detail, event)
        self.head.show_episode(self._detail.episode)
        self._show_player()

    def _back(self) -> None:
        talks = self._detail is None or self._detail.episode.kind is FeedKind.TALKS
        usual = partial(self.open_page.emit, "speakers" if talks else "meditations", None)
        (self._go_back or usual)()

    def _play(self) -> None:
        one, loaded = self._id, self._loaded()
        self._do(lambda core: core.listening.toggle() if loaded else core.listening.play(one))

    def _seek(self, place: float) -> None:
        one, on = self._id, self._loaded()
        self._do(lambda core: core.listening.seek(place) if on else core.listening.play(one, place))

    def _open_page_on_web(self) -> None:
        if self._detail is not None and self._detail.link:
            self._open_link(QUrl(self._detail.link))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

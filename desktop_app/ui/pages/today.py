"""Today: where the person was, a sitting for this hour, and what is new."""

from __future__ import annotations

import time
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from desktop_app.base.model import SOUNDING, DownloadState, FeedKind, PlayStatus
from desktop_app.base.shelves import Why
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    PresetsChanged,
    QueueChanged,
    SettingsChanged,
    SittingChanged,
    SittingsChanged,
)
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.preset_begin import Beginning
from desktop_app.ui.pages.today_cards import SittingCard, TalkCard
from desktop_app.ui.pages.today_facts import (
    NEW_TALKS,
    TodayFacts,
    days_sat,
    habit_line,
    line,
    offered,
    read_today,
    reason,
)
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Offer
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look

FEW = 4
_PATIENCE_MS = 300
_TICK_MS = 1000
_READ_ANEW = FeedsChanged | QueueChanged | SittingChanged | SittingsChanged | PresetsChanged


class TodayPage(Page):
    """The page that the window opens with; ``clock`` gives the local time, aware."""

    name = "today"

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(look, bridge)
        self._clock, self._monotonic = clock, monotonic
        self._facts: TodayFacts | None = None
        self._now: NowPlaying | None = None
        self._open = False
        self._passed: set[int] = set()
        self._held: int | None = None
        self.talk, self.sitting = TalkCard(look), SittingCard(look)
        self.model = EpisodesModel(look, bridge, self, limit=FEW)
        self.list = EpisodeList(
            look,
            bridge,
            self.model,
            name=tr("New talks"),
            text=RowText(subtitle=line),
            fit=True,
        )
        self._reading = Reading(
            bridge, lambda core: read_today(core, self._clock()), self._took, self._refused
        )
        self._beginning = Beginning(bridge, self._sit, self.notice.tell)
        self.soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._fill()
        self._connect()
        self._greet()

    def shown(self, _argument: object) -> None:
        """Read everything; the player may have been busy before this page was there."""
        self._open, self._held = True, None
        self._greet()
        self.bridge.call(lambda core: core.listening.now(), self._follow, self.notice.tell)
        self.read()
        if self.model.query is None:
            self.model.show(NEW_TALKS)
        else:
            self.model.refresh()

    def hidden(self) -> None:
        """Let the place stand still."""
        self._open = False
        self._tick.stop()

    def heard(self, event: object) -> None:
        """Follow the player; read anew when talks, feeds or the sitting are others."""
        if isinstance(event, PlayerChanged):
            self._follow(event.now)
        elif isinstance(event, SettingsChanged):
            self._show()
        elif (
            isinstance(event, _READ_ANEW)
            or (isinstance(event, EpisodesChanged) and not self._own_place(event))
        ) and self._open:
            self.soon.start()

    def key(self, key: Qt.Key) -> bool:
        """Begin the sitting that is offered."""
        if key != Qt.Key.Key_M or self.sitting.isHidden():
            return False
        self.sitting.begin.click()
        return True

    def read(self) -> None:
        """Read what the cards show."""
        self._reading.ask()

    def _fill(self) -> None:
        pair = Columns(self.look)
        pair.add(self.talk, 27)
        pair.add(self.sitting, 20)
        self.body.addWidget(pair)
        self.add_section(tr("New talks"), tr("See all"), self._see_all)
        self.body.addWidget(self.list)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.talk.go.clicked.connect(self._go)
        self.talk.over.clicked.connect(self._start_over)
        self.talk.other.clicked.connect(self._pass_by)
        self.talk.opened.connect(self._open_talk)
        self.sitting.begin.clicked.connect(self._begin)
        self.list.open_requested.connect(self._open_talk)
        self.list.failed.connect(self.notice.tell)
        self.model.dataChanged.connect(self._greet)
        self.model.rowsRemoved.connect(self._greet)
        self.soon.timeout.connect(self.read)
        self._tick.timeout.connect(self._show_talk)
        self.look.changed.connect(self._show)

    def _took(self, facts: TodayFacts) -> None:
        self._facts = facts
        self._show()

    def _refused(self, problem: KnownError) -> None:
        self.notice.tell(problem, self.read)
        if self._facts is None:  # cards that say "One moment" would say it for ever
            self.sitting.hide()
            self.talk.setVisible(self._playing() is not None)

    def _follow(self, now: NowPlaying | None) -> None:
        before = self._playing()
        self._now = now
        if before is not None and self._playing() is None and self._open:
            self.soon.start()
        if self._sounding() and self._open:
            self._tick.start()
        else:
            self._tick.stop()
        self._show_talk()

    def _show(self) -> None:
        self._greet()
        self._show_talk()
        facts = self._facts
        if facts is None:
            return
        moment = self._clock()
        self.sitting.setVisible(facts.preset is not None)
        if facts.preset is not None:
            why = habit_line(moment.hour) if facts.habit else ""
            self.sitting.offer(facts.preset, why, under_way=facts.sitting_now)
        keeps_log = self.look.settings.log_sittings
        week = days_sat(facts.sittings, moment) if keeps_log else ()
        self.sitting.show_week(week if any(sat for _day, sat in week) else ())
        if facts.subscribed:
            self.list.set_empty(
                tr("You are up to date"), tr("Talks that you have not heard yet appear here.")
            )
        else:
            self.list.set_empty(
                tr("No speaker feeds yet"),
                tr("Add a feed of recorded talks, and what is new appears here."),
                tr("Add a feed"),
                lambda: self.open_page.emit("add", None),
            )

    def _show_talk(self) -> None:
        now, facts = self._now, self._facts
        playing = self._playing()
        if facts is not None or playing is not None:
            self.talk.show()
        if playing is not None and now is not None:
            place = now.position_at(self._monotonic())
            self.talk.go_on(playing, place, sounding=self._sounding())
        elif facts is None:
            self.talk.clear()
        else:
            self._offer(facts.offers)

    def _offer(self, offers: tuple[Offer, ...]) -> None:
        offer = offered(offers, self._passed, self._held)
        self._held = offer.episode.id if offer is not None else None
        if offer is None:
            self.talk.rest()
        elif offer.why is Why.HALF_HEARD:
            self.talk.go_on(offer.episode, offer.episode.position, sounding=False)
        else:
            others = any(each.episode.id not in {*self._passed, self._held} for each in offers)
            why = reason(offer, self._clock(), short=self.look.short_names)
            self.talk.suggest(offer.episode, why, others=others)

    def _pass_by(self) -> None:
        """Offer another talk, and not this one again as long as the window lives."""
        if self._held is not None:
            self._passed.add(self._held)
            self._show_talk()

    def _playing(self) -> Episode | None:
        """Return the talk in the player, unless it is over, or nothing for this card."""
        now = self._now
        if now is None or now.status is PlayStatus.ENDED or not now.episode.id:
            return None
        return now.episode if now.episode.kind is FeedKind.TALKS else None

    def _sounding(self) -> bool:
        return self._now is not None and self._now.status in SOUNDING

    def _own_place(self, event: EpisodesChanged) -> bool:
        """Tell whether only the playing talk's place was saved; the player tells that itself."""
        return self._now is not None and event.ids == {self._now.episode.id}

    def _greet(self) -> None:
        moment = self._clock()
        self.title.setText(words.greeting(moment.hour))
        facts = self._facts
        new = words.count(facts.new, "1 new talk", "{n} new talks") if facts and facts.new else ""
        loaded = self.model.loaded()
        if self.talk.episode is not None:
            loaded = [*loaded, self.talk.episode]
        here = loaded and all(one.state is DownloadState.DOWNLOADED for one in loaded)
        offline = tr("everything below plays offline") if here else ""
        self.subtitle.setText(words.join(words.date_line(moment), new, offline))

    def _go(self) -> None:
        episode = self.talk.episode
        playing = self._playing()
        if episode is None:
            return
        if playing is not None and playing.id == episode.id:
            self._do(lambda core: core.listening.toggle())
        else:
            self._do(lambda core: core.listening.play(episode.id))

    def _start_over(self) -> None:
        episode = self.talk.episode
        if episode is not None:
            self._do(lambda core: core.listening.play(episode.id, 0.0))

    def _begin(self) -> None:
        facts, preset = self._facts, self.sitting.preset
        if facts is not None and facts.sitting_now:
            self._sit()
        elif preset is not None:
            self._beginning.begin(preset, self.sitting.begin)

    def _sit(self) -> None:
        self.open_page.emit("sitting", None)

    def _see_all(self) -> None:
        self.open_page.emit("speakers", None)

    def _open_talk(self, episode: Episode) -> None:
        self.open_page.emit("talk", episode.id)

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

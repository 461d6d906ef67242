"""One feed: what it is, whether it could be read, and all that it brought."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
    SettingsChanged,
)
from desktop_app.ui.look import feed_words, sentences, talk_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.add_sight import Sight
from desktop_app.ui.pages.feed_head import FeedHead
from desktop_app.ui.pages.feed_panel import FeedPanel
from desktop_app.ui.pages.feed_place import wants_sign_in
from desktop_app.ui.pages.feed_unheard import unheard_elsewhere
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.model import Episode, Feed
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.refresh import RefreshOutcome
    from desktop_app.ui.look.theme import Look

FEW = 5
"""So many talks are downloaded without a question."""


class FeedPage(Page):
    """The page of the feed whose id is its argument; ``clock`` gives the local time, aware."""

    name = "feed"

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(look, bridge)
        self._clock = clock
        self._id = 0
        self._feed: Feed | None = None
        self._open = False
        self._playing: int | None = None
        self._said: tuple[str | None, str] = (None, "")
        self._reading = Reading(
            bridge, lambda core: core.browsing.feed(self._id), self._took, self._gone
        )
        self.head = FeedHead(look)
        self.panel = FeedPanel(look, bridge)
        self.panel.hide()
        self._sight = Sight(look, self._area)
        self.model = EpisodesModel(look, bridge, self)
        self.model.with_feed = False
        text = RowText(subtitle=partial(talk_words.subtitle, with_feed=False))
        self.list = EpisodeList(look, bridge, self.model, name=tr("Talks of this feed"), text=text)
        self.body.addWidget(self.head)
        self.body.addWidget(self.panel)
        self.body.addWidget(self.list, 1)
        self.let_flow(self.list)
        self._connect()

    def shown(self, argument: object) -> None:
        """Read the feed with this id; why it fails is said again, though it was closed."""
        if not isinstance(argument, int):
            raise TypeError(f"the page of a feed needs its id, not {argument!r}")
        self._open = True
        if argument != self._id:
            self._id, self._feed = argument, None
            self.title.setText("")
            self.subtitle.setText(tr("One moment…"))
            self.notice.hide()
            self.head.hide()
            self._unfold(on=False)
            self.head.refreshing(on=False)
        if self._said[0] is not None:
            self._said = (None, "")
            self.notice.hide()
        query = EpisodeQuery(feed_id=self._id)
        if query == self.model.query:
            self.model.refresh()
        else:
            self.model.show(query)
        self.read()

    def hidden(self) -> None:
        """Read nothing while nobody looks."""
        self._open = False

    def heard(self, event: object) -> None:
        """Read anew when this feed may be another."""
        if isinstance(event, PlayerChanged):
            self._playing = event.now.episode.id if event.now else None
        elif isinstance(event, SettingsChanged) and self._feed is not None:
            self._took(self._feed)
        elif self._open and (
            isinstance(event, FeedsChanged)
            or (isinstance(event, EpisodesChanged) and event.ids != {self._playing})
        ):
            self.read()

    def key(self, key: Qt.Key) -> bool:
        """Fold the settings with Escape."""
        if key != Qt.Key.Key_Escape or self.panel.isHidden():
            return False
        self._unfold(on=False)
        self.head.settings.setFocus()
        return True

    def read(self) -> None:
        """Read what is known of the feed."""
        self._reading.ask()

    def _connect(self) -> None:
        head, panel = self.head, self.panel
        head.refresh.clicked.connect(self._refresh)
        head.download.clicked.connect(self._ask_download)
        head.settings.clicked.connect(lambda _on: self._unfold(on=panel.isHidden()))
        head.resume.clicked.connect(lambda _on: panel.toggle_pause())
        panel.failed.connect(self.notice.tell)
        panel.remove.connect(self._remove)
        panel.asked.connect(self._sight.hold)
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)

    def _unfold(self, *, on: bool) -> None:
        self.panel.setVisible(on)
        self.head.unfolded(on=on)
        if on:
            self._sight.hold(self.panel)
        else:
            self._sight.let_go()

    def _took(self, feed: Feed) -> None:
        if feed.id != self._id:
            return
        self._feed = feed
        self.title.setText(feed.title)
        self.subtitle.setText(feed_words.summary(feed, self._clock()))
        self.head.show_feed(feed)
        self.head.show()
        self.panel.show_feed(feed)
        self._say_problem(feed)

    def _say_problem(self, feed: Feed) -> None:
        """Say it once: in the place of the talks while there are none, else above them."""
        hours = self.look.settings.refresh_hours
        before, again = self._said, feed_words.next_try(feed, hours, self._clock())
        self._said = (feed.problem, again)
        if feed.problem is None:
            if before[0] is not None:
                self.notice.hide()
            self._set_empty(feed)
            return
        problem, do, action = self._way_on(feed, feed.problem, again)
        if feed_words.never_read(feed):
            self.notice.hide()
            self.list.set_failed(problem, do, action)
            return
        if before != self._said:
            self.notice.tell(problem, do, action)
        self._set_empty(feed)

    def _way_on(
        self, feed: Feed, problem: str, again: str
    ) -> tuple[KnownError, Callable[[], None], str]:
        """Return a feed's problem in parts, and what a button offers to do about it."""
        what, why = feed_words.parted(problem, feed.title)
        if wants_sign_in(feed):
            return sentences.error(KnownError(what, why)), self._sign_in, tr("Sign in…")
        action = tr("Try now") if again else tr("Ask it again") if feed.stopped else ""
        said = KnownError(sentences.say(what), feed_words.advice(why, again))
        return said, self._try_now, action

    def _set_empty(self, feed: Feed) -> None:
        meditations = feed.kind is FeedKind.MEDITATIONS
        self.list.set_empty(
            tr("No meditations yet") if meditations else tr("No talks yet"),
            tr("They appear here when the feed has been refreshed."),
            tr("Refresh"),
            self._try_now,
        )

    def _sign_in(self) -> None:
        self._unfold(on=True)
        self.panel.account.start()

    def _gone(self, problem: KnownError) -> None:
        self._feed = None
        self.title.setText(tr("Feed"))
        self.subtitle.setText("")
        self.head.hide()
        self._unfold(on=False)
        self.notice.tell(problem, self.read)

    def _try_now(self) -> None:
        """Refresh for a button that goes away, whose keyboard would go to the next one."""
        self.head.refresh.setFocus()
        self._refresh()

    def _refresh(self) -> None:
        if self.head.busy:
            return
        feed_id = self._id
        self.head.refreshing(on=True)
        self.bridge.call(
            lambda core: core.refresh.refresh((feed_id,)),
            partial(self._refreshed, feed_id),
            partial(self._not_refreshed, feed_id),
        )

    def _refreshed(self, feed_id: int, outcomes: tuple[RefreshOutcome, ...]) -> None:
        if feed_id != self._id:
            return
        self.head.refreshing(on=False)
        outcome = next((each for each in outcomes if each.feed_id == feed_id), None)
        if outcome is None or outcome.error is not None:
            if outcome is not None and outcome.error is not None and not self._nothing():
                self.notice.tell(sentences.error(outcome.error), self._try_now)
            self._said = (None, "")
            self.read()
        elif outcome.new:
            self.notice.say(words.count(outcome.new, "1 is new", "{n} are new"))
        else:
            self.notice.say(tr("Nothing new since the last time"))

    def _nothing(self) -> bool:
        return self._feed is not None and feed_words.never_read(self._feed)

    def _not_refreshed(self, feed_id: int, problem: KnownError) -> None:
        if feed_id == self._id:
            self.head.refreshing(on=False)
            self.notice.tell(problem, self._try_now)

    def _ask_download(self) -> None:
        feed_id = self._id
        self.bridge.call(
            lambda core: unheard_elsewhere(core, feed_id), self._found, self.notice.tell
        )

    def _found(self, episodes: tuple[Episode, ...]) -> None:
        if not episodes:
            self.notice.say(tr("Everything that you have not heard is here or on its way"))
        elif len(episodes) <= FEW:
            self._download(episodes)
        else:
            known = sum(each.size or 0 for each in episodes)
            size = tr("They take about {size} or more.", size=words.size(known)) if known else ""
            self.notice.say(
                tr("Download {n}?", n=words.number(len(episodes))),
                size,
                tr("Download them all"),
                partial(self._download, episodes),
            )

    def _download(self, episodes: tuple[Episode, ...]) -> None:
        ids = tuple(each.id for each in episodes)
        self.head.download.setFocus()
        self._do(lambda core: core.downloading.request(ids))

    def _remove(self) -> None:
        feed_id, kind = self._id, self._feed.kind if self._feed else FeedKind.TALKS
        back = "meditations" if kind is FeedKind.MEDITATIONS else "speakers"
        self.bridge.call(
            lambda core: core.subscriptions.remove(feed_id),
            lambda _done: self.open_page.emit(back, None),
            self.notice.tell,
        )

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)

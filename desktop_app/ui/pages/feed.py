"""One feed: what it is, whether it could be read, and all that it brought."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind
from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.feed_head import FeedHead, never_read, summary
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.model import Episode, Feed
    from desktop_app.services.core import Core
    from desktop_app.services.refresh import RefreshOutcome
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.crossing import Crossing

FEW = 20
_CHUNK = 500


async def unheard_elsewhere(core: Core, feed_id: int) -> tuple[Episode, ...]:
    """Return what was not heard and is not on this computer nor on its way, the newest first.

    Raises:
        KnownError: The library cannot be read.
    """
    query = EpisodeQuery(
        feed_id=feed_id, unheard=True, states=(DownloadState.REMOTE, DownloadState.FAILED)
    )
    found: list[Episode] = []
    while True:
        page = await core.browsing.page(query, len(found), _CHUNK)
        found.extend(page.episodes)
        if not page.episodes or len(found) >= page.total:
            return tuple(found)


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
        self._reading = Reading(
            bridge, lambda core: core.browsing.feed(self._id), self._took, self._gone
        )
        self.head = FeedHead(look)
        self.model = EpisodesModel(look, bridge, self)
        text = RowText(subtitle=partial(talk_words.subtitle, with_feed=False))
        self.list = EpisodeList(look, bridge, self.model, name=tr("Talks of this feed"), text=text)
        self.tools.addWidget(self.head.kind)
        self.body.addWidget(self.head)
        self.body.addWidget(self.list, 1)
        self._connect()

    def shown(self, argument: object) -> None:
        """Read the feed with this id."""
        if not isinstance(argument, int):
            raise TypeError(f"the page of a feed needs its id, not {argument!r}")
        self._open = True
        if argument != self._id:
            self._id, self._feed = argument, None
            self.title.setText("")
            self.subtitle.setText(tr("One moment…"))
            self.notice.hide()
            self._show_head(on=False)
            self.head.renaming(on=False)
            self.head.refreshing(on=False)
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
        elif self._open and (
            isinstance(event, FeedsChanged)
            or (isinstance(event, EpisodesChanged) and event.ids != {self._playing})
        ):
            self.read()

    def read(self) -> None:
        """Read what is known of the feed."""
        self._reading.ask()

    def _connect(self) -> None:
        head = self.head
        head.refresh.clicked.connect(self._refresh)
        head.download.clicked.connect(self._ask_download)
        head.rename.clicked.connect(self._start_rename)
        head.rename_field.named.connect(self._rename)
        head.rename_field.left.connect(self._end_rename)
        head.kind.chosen.connect(self._set_kind)
        head.remove.clicked.connect(self._ask_remove)
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)

    def _took(self, feed: Feed) -> None:
        if feed.id != self._id:
            return
        before, self._feed = self._feed, feed
        self.title.setText(feed.title)
        self.subtitle.setText(summary(feed, self._clock()))
        self.head.show_feed(feed)
        self._show_head(on=True)
        self._say_problem(feed, before)

    def _say_problem(self, feed: Feed, before: Feed | None) -> None:
        """Say it once: in the place of the talks while there are none, else above them."""
        if feed.problem and never_read(feed):
            self.notice.hide()
            what, _colon, why = feed.problem.partition(": ")
            self.list.set_failed(KnownError(what, why), self._refresh)
            return
        if feed.problem and (before is None or before.problem != feed.problem):
            action = tr("Ask it again") if feed.stopped else ""
            self.notice.tell(KnownError(feed.problem), self._refresh, action)
        elif before is not None and before.problem and not feed.problem:
            self.notice.hide()
        meditations = feed.kind is FeedKind.MEDITATIONS
        self.list.set_empty(
            tr("No meditations yet") if meditations else tr("No talks yet"),
            tr("They appear here when the feed has been refreshed."),
            tr("Refresh"),
            self._refresh,
        )

    def _show_head(self, *, on: bool) -> None:
        self.head.setVisible(on)
        self.head.kind.setVisible(on)

    def _gone(self, problem: KnownError) -> None:
        self._feed = None
        self.title.setText(tr("Feed"))
        self.subtitle.setText("")
        self._show_head(on=False)
        self.notice.tell(problem, self.read)

    def _refresh(self) -> None:
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
        nothing = self._feed is not None and never_read(self._feed)
        if outcome is None or (outcome.error is not None and nothing):
            self.read()
        elif outcome.error is not None:
            self.notice.tell(outcome.error, self._refresh)
        elif outcome.new:
            self.notice.say(words.count(outcome.new, "1 is new", "{n} are new"))
        else:
            self.notice.say(tr("Nothing new since the last time"))

    def _not_refreshed(self, feed_id: int, problem: KnownError) -> None:
        if feed_id == self._id:
            self.head.refreshing(on=False)
            self.notice.tell(problem, self._refresh)

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
        self._do(lambda core: core.downloading.request(ids))

    def _start_rename(self) -> None:
        if self._feed is not None:
            self.head.renaming(on=True)
            self.head.rename_field.start(self._feed.title)

    def _rename(self, title: str) -> None:
        feed_id = self._id
        self._end_rename()
        if self._feed is not None and title != self._feed.title:
            self._do(lambda core: core.feed_settings.rename(feed_id, title))

    def _end_rename(self) -> None:
        self.head.renaming(on=False)
        self.head.rename.setFocus()

    def _set_kind(self, kind: FeedKind) -> None:
        feed_id = self._id
        self._do(lambda core: core.feed_settings.set_kind(feed_id, kind))

    def _ask_remove(self) -> None:
        if self._feed is not None:
            self.notice.say(
                tr("Remove “{title}”?", title=self._feed.title),
                tr("Favorites, talks with bookmarks and downloaded files stay with you."),
                tr("Remove"),
                self._remove,
            )

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

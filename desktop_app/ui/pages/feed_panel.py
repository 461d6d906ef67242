"""Everything that the person may choose for one feed, folded away below its buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from desktop_app.base.model import FeedKind
from desktop_app.base.paths import STARTER_URL
from desktop_app.ui.look import feed_words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Changeable, Confirm
from desktop_app.ui.pages.feed_place import AccountRow, AddressRow, FolderRow, wants_sign_in
from desktop_app.ui.pages.own_choice import OwnChoice, SecondsForm
from desktop_app.ui.pages.settings_rows import Choice, Group
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.model import Feed
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

T = TypeVar("T")
NEWEST = (1, 3, 5, 10)
"""Offered numbers of talks to download by themselves; "no" stands before them, "all" after."""
HOURS = (1, 4, 12, 24, 168)
"""Offered between refreshes; "as in the settings" stands before them, "only when I ask" after."""


SPEEDS = (0.8, 1.0, 1.2, 1.5, 2.0)
"""Offered speeds; "as in the settings" stands before them."""
OPENINGS = (0.0, 15.0, 30.0, 45.0, 60.0, 90.0)
"""Offered seconds to leave out at the start of each talk."""
_LONGEST = 600


class FeedPanel(Group):
    """Rows for name, kind, place, refreshing, sign-in and leaving; each holds at once.

    Signals:
        failed: the ``KnownError`` of something that could not be kept.
        remove: the person wants to unsubscribe, and has said so twice.
        asked: a form for a name and a password, or a question, which wants to be seen.
    """

    failed = Signal(object)
    asked = Signal(object)
    remove = Signal()

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look)
        self._bridge = bridge
        self._feed: Feed | None = None
        self._offered: dict[object, object] = {}
        self.title = Changeable(
            look, tr("Name of this feed"), tr("Rename"), tr("Keep this name"),
            tr("The feed's own name"),
        )  # fmt: skip
        kinds = [(FeedKind.TALKS, tr("Talks")), (FeedKind.MEDITATIONS, tr("Meditations"))]
        self.kind: Choice[FeedKind] = Choice(look, tr("What this feed has"), kinds)
        self.address = AddressRow(look, bridge)
        self.folder = FolderRow(look, bridge)
        self.often: Choice[int | None] = Choice(look, tr("Refresh by itself"), ())
        self.fetch: Choice[int | None] = Choice(look, tr("Download by itself"), ())
        self.speed: Choice[float | None] = Choice(look, tr("Speed"), ())
        self.opening: OwnChoice[float] = OwnChoice(
            look, tr("Skip the opening"), OPENINGS, feed_words.skipped,
            SecondsForm(look, tr("Seconds"), _LONGEST),
        )  # fmt: skip
        on = ((True, tr("On")), (False, tr("Off")))
        self.restore: Choice[bool] = Choice(look, tr("Restore its tapes by itself"), on)
        self.pause = Button(look, "", height=36)
        self.account = AccountRow(look, bridge)
        self.leave = Confirm(look, tr("Remove…"), tr("Yes, remove it"), tr("Keep it"))
        self._add_rows()
        self._connect()

    def show_feed(self, feed: Feed) -> None:
        """Show what is in force for this feed; another one begins with nothing half done."""
        if self._feed is None or self._feed.id != feed.id:
            self._reset()
        left = feed.account is None and self.account.sign_out.hasFocus()
        if left:  # else the keyboard would go on to a button that does something else
            self.setFocus()
        self._feed = feed
        self.title.set_value(feed.title)
        self.kind.set_value(feed.kind)
        self._offer(self.often, self._times(feed))
        self.often.set_value(feed.every)
        self._offer(self.fetch, feed_words.fetches(feed.auto, NEWEST))
        self.fetch.set_value(feed.auto)
        self.name_row(self.fetch, feed_words.fetched_by_itself(feed.kind))
        self._offer(self.speed, feed_words.speeds(feed.speed, SPEEDS, self._look.settings.speed))
        self.speed.set_value(feed.speed)
        self.opening.set_value(feed.opening)
        self.restore.set_value(feed.restore)
        self.pause.setText(tr("Resume") if feed.paused else tr("Pause this feed"))
        self.pause.updateGeometry()
        self.leave.question.setText(tr("Remove “{title}”?", title=feed.title))
        for place in (self.address, self.folder, self.account):
            place.show_feed(feed)
        self._show_rows(feed)

    def follow_settings(self) -> None:
        """Say what "as in the settings" comes to now."""
        if self._feed is not None:
            self.show_feed(self._feed)

    def _add_rows(self) -> None:
        kept = tr("Its talks, and your places in them, are kept when you change it.")
        rest = tr("Paused, it is refreshed only when you press Refresh.")
        once = tr("As they come; what you remove is not fetched again by itself.")
        said = tr("An announcement, say, that every talk begins with.")
        old = tr("Those that hiss, hum or are quiet, once they are on this computer.")
        stays = tr("Favorites, talks with bookmarks and downloaded files stay with you.")
        self.add_row(tr("Name"), "", self.title)
        self.add_row(tr("What this feed has"), "", self.kind)
        self.add_row(tr("Address"), kept, self.address)
        self.add_row(tr("Folder"), kept, self.folder)
        self.add_row(tr("Refresh by itself"), "", self.often)
        self.add_row(feed_words.fetched_by_itself(FeedKind.TALKS), once, self.fetch)
        self.add_row(tr("Speed"), tr("The voice keeps its pitch."), self.speed)
        self.add_row(tr("Skip the opening"), said, self.opening)
        self.add_row(tr("Restore its tapes by itself"), old, self.restore)
        self.add_row(tr("Pause"), rest, self.pause)
        self.add_row(tr("Sign-in"), "", self.account)
        self.add_row(tr("Remove this feed"), stays, self.leave)

    def _connect(self) -> None:
        self.title.given.connect(self._rename)
        self.kind.chosen.connect(self._set_kind)
        self.often.chosen.connect(self._set_every)
        self.fetch.chosen.connect(self._set_auto)
        self.speed.chosen.connect(self._set_speed)
        self.opening.chosen.connect(self._set_opening)
        self.restore.chosen.connect(self._set_restore)
        self.pause.clicked.connect(lambda _on: self.toggle_pause())
        self.account.sign_out.clicked.connect(lambda _on: self._sign_out())
        self.leave.confirmed.connect(self.remove)
        for place in (self.address, self.folder, self.account):
            place.asking.asked.connect(self.asked)

    def toggle_pause(self) -> None:
        """Let the feed rest, or be refreshed again."""
        if self._feed is not None:
            paused = not self._feed.paused
            self._do(lambda core, feed_id: core.feed_settings.pause(feed_id, paused=paused))

    def _reset(self) -> None:
        self.title.leave()
        self.address.leave()
        self.folder.reset()
        self.opening.form.hide()
        self.account.reset()
        self.leave.reset()

    def _times(self, feed: Feed) -> tuple[tuple[int | None, str], ...]:
        """Return the usual times between refreshes, and the one in force if it is another."""
        hours = sorted({*HOURS, feed.every or HOURS[0]})
        return (
            (None, feed_words.as_in_settings(self._look.settings.refresh_hours)),
            *((each, feed_words.every(each)) for each in hours),
            (0, feed_words.every(0)),
        )

    def _offer(self, choice: Choice[T], options: tuple[tuple[T, str], ...]) -> None:
        """Offer these; the same once more would take the keyboard from its place."""
        if options != self._offered.get(choice):
            self._offered[choice] = options
            choice.set_options(options)

    def _show_rows(self, feed: Feed) -> None:
        ours, web = feed.url == STARTER_URL, feed.url.startswith(("http:", "https:"))
        self.show_row(self.address, on=web)
        self.show_row(self.folder, on=not web and not ours)
        self.show_row(self.often, on=not ours)
        self.show_row(self.fetch, on=web)
        self.show_row(self.restore, on=not ours)
        self.show_row(self.pause, on=not ours)
        self.show_row(self.account, on=web and (feed.account is not None or wants_sign_in(feed)))

    def _rename(self, title: str) -> None:
        self.title.leave()
        if self._feed is not None and title != self._feed.title:
            self._do(lambda core, feed_id: core.feed_settings.rename(feed_id, title))

    def _set_kind(self, kind: FeedKind) -> None:
        self._do(lambda core, feed_id: core.feed_settings.set_kind(feed_id, kind))

    def _set_every(self, hours: int | None) -> None:
        self._do(lambda core, feed_id: core.feed_settings.set_every(feed_id, hours))

    def _set_auto(self, count: int | None) -> None:
        self._do(lambda core, feed_id: core.feed_settings.set_auto(feed_id, count))

    def _set_speed(self, speed: float | None) -> None:
        self._do(lambda core, feed_id: core.feed_settings.set_speed(feed_id, speed))

    def _set_opening(self, seconds: float) -> None:
        self._do(lambda core, feed_id: core.feed_settings.set_opening(feed_id, seconds))

    def _set_restore(self, on: bool) -> None:
        self._do(lambda core, feed_id: core.feed_settings.set_restore(feed_id, on=on))

    def _sign_out(self) -> None:
        self._do(lambda core, feed_id: core.feed_settings.sign_out(feed_id))

    def _do(self, make: Callable[[Core, int], Coroutine[Any, Any, object]]) -> None:
        if self._feed is None:
            return
        feed_id = self._feed.id

        def failed(problem: object) -> None:
            self.follow_settings()
            self.failed.emit(problem)

        self._bridge.call(lambda core: make(core, feed_id), None, failed)

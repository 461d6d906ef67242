"""Favorites: the talks that helped, the newest star first, and the places in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.services.events import EpisodesChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel, ListState
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS, Bookmarks
from desktop_app.ui.widgets.chips import Chips
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.page import Page

if TYPE_CHECKING:
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

FAVORITES = EpisodeQuery(favorite=True, order=Order.FAVORITED)
HERE = EpisodeQuery(favorite=True, states=(DownloadState.DOWNLOADED,))


class FavoritesPage(Page):
    """One list and two numbers: how many there are, how many play without a connection.

    With the argument "bookmarks" it shows the bookmarks of all talks instead.
    """

    name = "favorites"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Favorites"))
        self._visible = False
        self._asked: Call | None = None
        self.tabs: Chips[str | None] = Chips(
            look, ((None, tr("Talks")), (BOOKMARKS, tr("Bookmarks"))), name=tr("What is shown")
        )
        self.bookmarks = Bookmarks(look, bridge, self.notice)
        self.model = EpisodesModel(look, bridge, self)
        self.list = EpisodeList(look, bridge, self.model, name=tr("Favorites"))
        self.list.set_empty(
            tr("No favorites yet"),
            tr(
                "Press the star beside a talk that helped you, or S on its row. It is kept here,"
                " and its recording is never cleaned away."
            ),
            tr("Look through the talks"),
            lambda: self.open_page.emit("speakers", None),
        )
        self.list.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.list.failed.connect(self.notice.tell)
        self.tabs.chosen.connect(lambda tab: self.open_page.emit("favorites", tab))
        self.bookmarks.open_page.connect(self.open_page)
        self.bookmarks.said.connect(self.subtitle.setText)
        self.body.addSpacing(-look.px(8))
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.list, 1)
        self.body.addWidget(self.bookmarks, 1)

    def shown(self, argument: object) -> None:
        """Read the list, keeping the place on a later visit."""
        marks = argument == BOOKMARKS
        self.tabs.set_value(BOOKMARKS if marks else None)
        self._visible = not marks
        self.list.setVisible(not marks)
        self.bookmarks.setVisible(marks)
        self.bookmarks.watch(on=marks)
        if not marks:
            self._read()

    def search(self) -> bool:
        """Put the cursor into the field of the bookmarks, where they are shown."""
        if self._visible:
            return False
        self.bookmarks.search()
        return True

    def _read(self) -> None:
        if self.model.query is None or self.model.state is ListState.FAILED:
            self.model.show(FAVORITES)
        else:
            self.model.refresh()
        self._count()

    def hidden(self) -> None:
        """Count no more until the next visit."""
        self._visible = False
        self.bookmarks.watch(on=False)

    def heard(self, event: object) -> None:
        """Count anew when talks have changed."""
        self.bookmarks.heard(event)
        if self._visible and isinstance(event, EpisodesChanged):
            self._count()

    def _count(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self.bridge.call(_numbers, self._say, lambda _problem: None)

    def _say(self, numbers: tuple[int, int]) -> None:
        total, here = numbers
        if not self._visible:
            return
        every = tr("all on this computer") if total > 1 else tr("on this computer")
        some = tr("{n} on this computer", n=words.number(here)) if here else ""
        self.subtitle.setText(
            words.join(
                words.count(total, "1 favorite", "{n} favorites"), every if here == total else some
            )
            if total
            else ""
        )


async def _numbers(core: Core) -> tuple[int, int]:
    """Return how many favorites there are and how many of them are on this computer."""
    every = await core.browsing.page(FAVORITES, 0, 1)
    here = await core.browsing.page(HERE, 0, 1)
    return every.total, here.total

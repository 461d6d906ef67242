"""A Favorites page over collections that a test can look into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop_app.base.model import EpisodePage, EpisodeQuery, FeedKind, Order
from desktop_app.base.shelves import Collection
from desktop_app.ui.pages.favorites import FavoritesPage
from tests.support.hand import episode

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

SMART = EpisodeQuery(kind=FeedKind.TALKS, fellowship="AA", step=4, unheard=True, order=Order.TITLE)
SUNDAY, SPONSEES = Collection(1, "Sunday mornings", 3), Collection(2, "For sponsees", 0)
UNHEARD = Collection(3, "Step Four", 2, SMART)


class Desk:
    """Four favorites; "Sunday mornings" has 2, 3 and 4 in this order, "For sponsees" none."""

    def __init__(self, look: Look, bridge: HandBridge, core: HandCore) -> None:
        self.bridge, self.core = bridge, core
        self.collections = [SUNDAY, SPONSEES, UNHEARD]
        self.members: dict[int, tuple[int, ...]] = {1: (2, 3, 4), 2: ()}
        self.opened: list[Any] = []
        core.episodes = [episode(one, favorite=True) for one in (1, 2, 3, 4)]
        core.browsing.answers["page"] = self._page
        core.browsing.quiet |= {"page"}
        core.collections.answers |= {
            "all": lambda: tuple(self.collections),
            "members": lambda one: self.members[one],
            "remove": lambda one: self.members.get(one, ()),
        }
        core.favorites.answers["notes"] = {3: "Made me\n phone home"}
        self.page = FavoritesPage(look, bridge)
        self.page.open_page.connect(lambda name, argument: self.opened.append((name, argument)))
        self.page.resize(1000, 640)
        self.page.show()

    def open(self, argument: object) -> FavoritesPage:
        """Show it, and forget what was asked so far."""
        self.page.shown(argument)
        self.said()
        return self.page

    def said(self) -> list[Any]:
        """Let everything happen; return what was asked for."""
        self.bridge.run()
        said, self.core.log[:] = list(self.core.log), []
        return said

    def ids(self) -> list[int]:
        """Return the talks in the list."""
        return [one.id for one in self.page.model.loaded()]

    def _page(self, query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        self.core.asked.append((query, offset, limit))
        every = {one.id: one for one in self.core.episodes}
        rows = list(every.values())
        if query.collection is not None:
            rows = [every[one] for one in self.members[query.collection]]
        elif query.fellowship:
            rows = rows[:2]
        fit = [one for one in rows if not query.states or one.state in query.states]
        return EpisodePage(len(fit), offset, tuple(fit[offset : offset + limit]))

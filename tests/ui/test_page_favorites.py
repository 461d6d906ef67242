"""Favorites: the right list, the two numbers, what stands there when there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, EpisodeQuery, Order
from desktop_app.services.events import EpisodesChanged
from desktop_app.ui.pages.favorites import FavoritesPage
from tests.support.hand import episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


@pytest.fixture
def page(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> FavoritesPage:
    """The page before its first visit; two favorites, one of them downloaded."""
    core.episodes = [
        episode(4, favorite=True, state=DownloadState.DOWNLOADED),
        episode(2, favorite=True),
    ]

    def answer(query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        core.asked.append((query, offset, limit))
        fit = [one for one in core.episodes if not query.states or one.state in query.states]
        return EpisodePage(len(fit), offset, tuple(fit[offset : offset + limit]))

    core.browsing.answers["page"] = answer
    page = FavoritesPage(look, bridge)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    return page


def test_it_lists_favorites_the_newest_first(
    page: FavoritesPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    assert page.list.placeholder.accessibleName() == "One moment…"
    bridge.run()

    assert core.asked[0] == (EpisodeQuery(favorite=True, order=Order.FAVORITED), 0, 100)
    assert [one.id for one in page.model.loaded()] == [4, 2]
    assert page.subtitle.text() == "2 favorites · 1 on this computer"


@pytest.mark.parametrize(
    ("states", "said"),
    [
        ([DownloadState.DOWNLOADED], "1 favorite · on this computer"),
        ([DownloadState.DOWNLOADED] * 2, "2 favorites · all on this computer"),
        ([DownloadState.REMOTE], "1 favorite"),
        ([], ""),
    ],
)
def test_numbers(
    page: FavoritesPage,
    bridge: HandBridge,
    core: HandCore,
    states: list[DownloadState],
    said: str,
) -> None:
    core.episodes = [episode(at, state=state) for at, state in enumerate(states)]
    page.shown(None)
    bridge.run()

    assert page.subtitle.text() == said


def test_empty_says_how_to_add_one(page: FavoritesPage, bridge: HandBridge, core: HandCore) -> None:
    places: list[Any] = []
    page.open_page.connect(lambda name, argument: places.append((name, argument)))
    core.episodes = []
    page.shown(None)
    bridge.run()

    assert page.list.placeholder.accessibleName().startswith("No favorites yet. Press the star")
    page.list.placeholder._button.click()
    assert places == [("speakers", None)]


def test_failure_can_be_tried_again_at_the_next_visit(
    page: FavoritesPage, bridge: HandBridge, core: HandCore
) -> None:
    good = core.browsing.answers["page"]
    core.browsing.answers["page"] = KnownError("The library cannot be read", "it is locked")
    page.shown(None)
    bridge.run()
    assert page.list.placeholder.accessibleName() == "The library cannot be read. It is locked."

    core.browsing.answers["page"] = good
    page.shown(None)
    bridge.run()
    assert page.model.rowCount() == 2


def test_a_star_taken_away_leaves_the_list_and_the_count(
    page: FavoritesPage, bridge: HandBridge, core: HandCore
) -> None:
    page.shown(None)
    bridge.run()
    gone = core.episodes.pop()
    bridge.tell(EpisodesChanged(frozenset({gone.id})))
    page.heard(EpisodesChanged(frozenset({gone.id})))
    bridge.run()

    assert page.model.rowCount() == 1
    assert page.subtitle.text() == "1 favorite · on this computer"

    page.hidden()
    page.heard(EpisodesChanged())
    assert bridge.waiting == []


def test_opening_and_unstarring(page: FavoritesPage, bridge: HandBridge, core: HandCore) -> None:
    places: list[Any] = []
    page.open_page.connect(lambda name, argument: places.append((name, argument)))
    page.shown(None)
    bridge.run()
    first = page.model.episode(0)
    assert first is not None
    page.list.open_requested.emit(first)
    page.list.commands.favorite(first)
    core.log.clear()
    bridge.run()

    assert places == [("talk", 4)]
    assert core.log == [("favorites.unmark", 4)]

"""What the tests of the Downloads page share: episodes in every state, a page that shows them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodePage
from desktop_app.base.shelf import Removable, Space, Wait, WaitFor
from desktop_app.services.events import DownloadProgress
from desktop_app.ui.pages.downloads import DownloadsPage
from tests.support.hand import MOMENT, episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode, EpisodeQuery
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

LOADING = DownloadState.DOWNLOADING
QUEUED = DownloadState.QUEUED
PAUSED = DownloadState.PAUSED
FAILED = DownloadState.FAILED
HERE = DownloadState.DOWNLOADED
AT_TEN = MOMENT + timedelta(hours=2)
IN_FORTY = MOMENT + timedelta(seconds=40)
RETRY = Wait(WaitFor.RETRY, IN_FORTY, "connection lost")


def moving(number: int = 1, **values: object) -> Episode:
    """Return a download under way."""
    return episode(number, **{"state": LOADING, "received": 22_400_000, **values})


def queued(*numbers: int) -> list[Episode]:
    """Return downloads that wait."""
    return [episode(number, state=QUEUED) for number in numbers]


def progress(number: int = 1, speed: float = 1_145_000, waiting: str = "") -> DownloadProgress:
    """Return what a download under way tells."""
    return DownloadProgress(number, 22_400_000, 35_000_000, speed, waiting)


def fill(core: HandCore, *episodes: Episode) -> None:
    """Let the library hold these, in this order."""
    core.episodes = list(episodes)

    def page(query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        rows = [
            one
            for one in core.episodes
            if (one.lost if query.lost else one.state in query.states and not one.lost)
        ]
        return EpisodePage(len(rows), offset, tuple(rows[offset : offset + limit]))

    core.browsing.answers["page"] = page


def shown_page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> DownloadsPage:
    """Return the page in sight, everything read; it is eight in the evening."""
    page = DownloadsPage(look, bridge, lambda: MOMENT)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 2400)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def full_page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> DownloadsPage:
    """Return the page with something of every kind."""
    fill(
        core,
        moving(1, title="Big Book, part 3"),
        episode(2, state=PAUSED, received=5_000_000),
        *queued(4, 5, 6),
        episode(7, state=FAILED),
        episode(8, state=HERE, file="8.mp3"),
        episode(9, lost=True),
        episode(10, lost=True),
    )
    core.browsing.answers["space"] = Space(
        9_000_000_000, 1_000_000_000, 2_200_000_000, 2_000_000_000, 10**11, 20 * 10**9
    )
    core.cleaning.answers["removable"] = Removable(34, 2_000_000_000)
    return shown_page(look, bridge, core, qtbot)

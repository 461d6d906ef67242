"""Why the window does not stall, counted: what its thread never does, and how little at a time.

How long it takes is measured by ``./hearthside bench stall``.
"""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base import settings
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.settings import Settings
from desktop_app.library import database
from desktop_app.services.events import DownloadProgress, EpisodesChanged
from desktop_app.ui.pages.speakers import SpeakersPage
from tests.e2e.test_window import PATIENCE, answer, opened
from tests.support import pod
from tests.support.server import Reply, Server, static
from tests.support.sound import speech_bytes
from tests.support.ui_thread import watched

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    import pytest
    from PySide6.QtCore import QModelIndex
    from pytestqt.qtbot import QtBot

    from desktop_app.base.paths import Home
    from desktop_app.house import House
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event

FEEDS = 3
TALKS = 100
MORE = 300
"""So many come new to each feed: after the newest 50, more than one transaction may hold."""

FILES = 4
MOST = 200
"""Rows of a transaction, and of one fact that a list hears of, while the window is open."""

PAGE = 100
STEP = 400


class Counted:
    """How much was handed over at once, and when it was told what came of downloads."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.written = self.told = self.changed = 0
        self.progress: dict[int, list[float]] = defaultdict(list)
        write = database._writing

        def writing(
            connection: sqlite3.Connection,
            function: Callable[..., object],
            args: tuple[object, ...],
            named: dict[str, object],
        ) -> object:
            given = [*args, *named.values()]
            sizes = [len(one) for one in given if isinstance(one, (list, tuple, set, frozenset))]
            self.written = max(self.written, *sizes, 0)
            return write(connection, function, args, named)

        monkeypatch.setattr(database, "_writing", writing)

    def hear(self, event: Event) -> None:
        """Note an event, in the thread where it was published."""
        if isinstance(event, EpisodesChanged):
            self.told = max(self.told, len(event.ids))
        elif isinstance(event, DownloadProgress):
            self.progress[event.episode_id].append(time.monotonic())

    def look(self, first: QModelIndex, last: QModelIndex, *_roles: object) -> None:
        """Note how many rows a list tells of at once."""
        self.changed = max(self.changed, last.row() - first.row() + 1)


def publish(server: Server, number: int, count: int, sound: bytes) -> str:
    """Serve a feed of so many talks, whose sound drips."""
    talks = []
    for talk in range(count):
        path = f"/{number}/{talk}.mp3"
        server.add(path, replace(static(sound), piece=4000, pause=0.02))
        talks.append(
            pod.item(talk, title=f"Bob D. - Talk {talk} of {number}", url=server.url(path))
        )
    name, kind = f"/feed{number}.xml", {"Content-Type": "application/rss+xml"}
    body = pod.feed(f"Tapes {number}", talks)
    server.add(name, Reply(body=body, headers=kind, etag=f'"{count}"'))
    return server.url(name)


async def subscribe(core: Core, url: str) -> None:
    await core.subscriptions.add(url)


def scrolled(page: SpeakersPage) -> int:
    """Go down the list, and from its end to the top; return where that is, in pixels."""
    bar = page.list.view.verticalScrollBar()
    bar.setValue(0 if bar.value() >= bar.maximum() else bar.value() + STEP)
    return bar.value()


def begin(house: House, qtbot: QtBot, counted: Counted) -> list[bool]:
    """Refresh everything and download some; what is returned is filled when the first is over."""
    over: list[bool] = []

    async def load(core: Core) -> None:
        core.events.listen(counted.hear)
        talks = (await core.browsing.page(EpisodeQuery(), 0, FILES)).episodes
        await core.downloading.request(talk.id for talk in talks)

    answer(house, qtbot, load)
    house.bridge.call(lambda core: core.refresh.refresh(), lambda _: over.append(True))
    return over


def there(house: House, qtbot: QtBot) -> bool:
    """Tell whether all downloads have come."""
    query = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
    return answer(house, qtbot, lambda core: core.browsing.page(query, 0, 1)).total == FILES


def test_refreshing_and_downloading_while_a_list_scrolls(
    home: Home, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = speech_bytes(20)
    settings.save(home.settings, Settings(welcomed=True, refresh_on_start=False, refresh_hours=0))
    with Server() as server, opened(home, qtbot) as house:
        for number in range(FEEDS):
            url = publish(server, number, TALKS, sound)
            answer(house, qtbot, partial(subscribe, url=url))
        house.window.open("speakers")
        page = house.window.page
        assert isinstance(page, SpeakersPage)
        qtbot.waitUntil(lambda: page.model.rowCount() == FEEDS * TALKS, timeout=PATIENCE)
        for number in range(FEEDS):
            publish(server, number, TALKS + MORE, sound)
        counted = Counted(monkeypatch)
        page.model.dataChanged.connect(counted.look)
        with watched(home.root) as done:
            over = begin(house, qtbot, counted)
            qtbot.waitUntil(lambda: scrolled(page) >= 0 and bool(over), timeout=PATIENCE)
            every = FEEDS * (TALKS + MORE)
            qtbot.waitUntil(lambda: page.model.rowCount() == every, timeout=PATIENCE)
            qtbot.waitUntil(lambda: there(house, qtbot), timeout=PATIENCE)
        assert done == []
        assert MOST / 2 < counted.written <= MOST
        assert counted.told <= MOST
        assert 0 < counted.changed <= PAGE
        assert len(counted.progress) == FILES
        for moments in counted.progress.values():
            assert len(moments) <= 2 + 4 * (moments[-1] - moments[0]), moments

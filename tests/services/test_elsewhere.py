"""What the command line writes while a window is open is seen there."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest_asyncio

from desktop_app.services import elsewhere
from desktop_app.services.core import open_core
from desktop_app.services.events import (
    BookmarksChanged,
    CollectionsChanged,
    DownloadsChanged,
    EpisodesChanged,
    FeedsChanged,
    HistoryChanged,
    PresetsChanged,
    ProblemsChanged,
    QueueChanged,
    SittingsChanged,
)
from tests.support import pod
from tests.support.command import hearthside
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    import pytest

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


@pytest_asyncio.fixture
async def started(home: Home, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Core]:
    """The services of an open window, which look often."""
    monkeypatch.setattr(elsewhere, "EVERY", 0.05)
    async with open_core(home) as core:
        await core.start_up()
        yield core


async def test_a_feed_that_the_terminal_adds_is_there_at_once(
    started: Core, server: Server, sound: bytes
) -> None:
    url = pod.serve(server, "tapes", 3, sound)
    heard: list[Event] = []
    started.events.listen(heard.append)
    root = started.home.root
    adding = asyncio.create_task(asyncio.to_thread(hearthside, root, "add", url))

    async def told() -> bool:
        feeds = {each.url: each.episodes for each in await started.browsing.feeds()}
        return feeds.get(url) == 3 and CollectionsChanged() in heard

    await until(started, told)
    assert (await adding).status == 0
    assert FeedsChanged() in heard
    heard.clear()
    starring = asyncio.create_task(
        asyncio.to_thread(hearthside, root, "collect", "Grief", "talk 1")
    )

    async def collected() -> bool:
        found = await started.collections.all()
        return [each.talks for each in found] == [1] and CollectionsChanged() in heard

    await until(started, collected)
    assert (await starring).status == 0


async def test_everything_is_told_once(core: Core) -> None:
    heard: list[Event] = []
    core.events.listen(heard.append)
    assert not await core.elsewhere.look(), "the first look has nothing to compare with"
    with closing(sqlite3.connect(core.home.database)) as other, other:
        other.execute("INSERT INTO collections (name, place, created) VALUES ('A', 1, 0)")
    assert await core.elsewhere.look()
    assert heard == [
        FeedsChanged(),
        EpisodesChanged(),
        QueueChanged(),
        CollectionsChanged(),
        BookmarksChanged(),
        ProblemsChanged(),
        HistoryChanged(),
        DownloadsChanged(),
        PresetsChanged(),
        SittingsChanged(),
    ]
    assert not await core.elsewhere.look()
    assert len(heard) == 10


async def test_a_foreign_write_is_not_hidden_by_an_own_one(core: Core) -> None:
    await core.elsewhere.look()
    with closing(sqlite3.connect(core.home.database)) as other, other:
        other.execute("INSERT INTO collections (name, place, created) VALUES ('A', 1, 0)")
    await core.collections.create("B")
    assert await core.elsewhere.look()


async def test_what_it_writes_itself_is_no_news(
    core: Core, server: Server, sound: bytes, tmp_path: Path
) -> None:
    await core.elsewhere.look()
    await core.subscriptions.add(pod.serve(server, "tapes", 30, sound))
    for number in range(300):
        made = await core.collections.create(f"{number} {'x' * 60}")
        await core.collections.remove(made.id)
    await core.backups.daily()
    await core.backups.write(tmp_path / "copy.sqlite")
    assert not await core.elsewhere.look()


async def test_who_only_reads_is_no_news(core: Core) -> None:
    await core.elsewhere.look()
    with closing(sqlite3.connect(core.home.database)) as other:
        other.execute("SELECT count(*) FROM episodes").fetchall()
    assert not await core.elsewhere.look()


async def test_closed_nobody_looks_any_more(home: Home) -> None:
    def looking() -> int:
        return sum("Elsewhere" in repr(task.get_coro()) for task in asyncio.all_tasks())

    async with open_core(home) as core:
        assert looking() == 0, "the command line does not"
        await core.elsewhere.start()
        await core.elsewhere.start()
        await asyncio.sleep(0)
        assert looking() == 1
    assert looking() == 0

"""A long feed comes newest first: some at once, the rest of the same body afterwards."""

from __future__ import annotations

import asyncio
import contextlib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services.events import EpisodesChanged
from tests.support.server import static

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

COUNT = 1100
NEWEST_FIRST = [f"Talk {number}" for number in range(COUNT, 0, -1)]
NOTES = "<p>Words.</p>" * 160
START = datetime(2020, 1, 1, 12, tzinfo=UTC)


def long_feed(*, turned: bool = False, dated: bool = True) -> bytes:
    """Return a feed of two megabytes and more; ``turned``: its oldest first."""
    numbers = range(1, COUNT + 1) if turned else range(COUNT, 0, -1)
    return (
        '<rss version="2.0"><channel><title>Long</title>'
        + "".join(item(number, dated=dated) for number in numbers)
        + "</channel></rss>"
    ).encode()


def item(number: int, *, dated: bool) -> str:
    date = f"<pubDate>{format_datetime(START + timedelta(days=number))}</pubDate>" if dated else ""
    return (
        f"<item><title>Talk {number}</title><guid>{number}</guid>{date}"
        f'<enclosure url="https://a.example/{number}.mp3" type="audio/mpeg" length="1"/>'
        f"<description><![CDATA[{NOTES}]]></description></item>"
    )


async def titles(core: Core) -> list[str]:
    page = await core.browsing.page(EpisodeQuery(), 0, COUNT + 50)
    return [episode.title for episode in page.episodes]


async def subscribed(core: Core, url: str) -> int:
    (feed,) = (await core.subscriptions.add_entries([CatalogueEntry("Long", "", url)])).added
    return feed.id


async def told(core: Core, task: asyncio.Task[object], more_than: int = 0, *, end: bool) -> int:
    """Wait for the news of ``more_than`` episodes; ``end``: break off there.

    Return how many are in the list then; it has the newest first.
    """
    enough = asyncio.Event()
    ids: set[int] = set()

    def hear(event: Event) -> None:
        if isinstance(event, EpisodesChanged):
            ids.update(event.ids)
            if len(ids) > more_than:
                enough.set()

    forget = core.events.listen(hear)
    await enough.wait()
    if end:
        task.cancel()
    found = await titles(core)
    forget()
    assert found[:50] == NEWEST_FIRST[:50]
    with contextlib.suppress(asyncio.CancelledError):
        await task
    return len(await titles(core)) if end else len(found)


@pytest.mark.parametrize("turned", [False, True])
async def test_the_newest_are_in_the_list_before_the_rest_is_read(
    core: Core, server: Server, *, turned: bool
) -> None:
    feed_id = await subscribed(core, server.add("/feed", static(long_feed(turned=turned))))
    task = asyncio.create_task(core.refresh.refresh((feed_id,)))
    assert 50 <= await told(core, task, end=False) <= 100
    (outcome,) = task.result()
    assert (outcome.error, outcome.new) == (None, COUNT)
    assert await titles(core) == NEWEST_FIRST
    assert len(server.asked("/feed")) == 1
    (again,) = await core.refresh.refresh((feed_id,))
    assert (again.new, again.changed) == (0, 0)
    assert server.asked("/feed")[1].headers["if-none-match"] == '"v1"'


@pytest.mark.parametrize("had", [0, 50, 100])
async def test_what_was_broken_off_is_completed_by_the_next_refresh(
    core: Core, server: Server, had: int
) -> None:
    feed_id = await subscribed(core, server.add("/feed", static(long_feed())))
    task = asyncio.create_task(core.refresh.refresh((feed_id,)))
    had = await told(core, task, had, end=True)
    assert had < COUNT
    (outcome,) = await core.refresh.refresh((feed_id,))
    assert (outcome.error, outcome.new) == (None, COUNT - had)
    assert await titles(core) == NEWEST_FIRST
    assert "if-none-match" not in server.asked("/feed")[1].headers


async def test_without_dates_all_are_read_before_any_is_placed(core: Core, server: Server) -> None:
    feed_id = await subscribed(core, server.add("/feed", static(long_feed(dated=False))))
    (outcome,) = await core.refresh.refresh((feed_id,))
    assert (outcome.error, outcome.new) == (None, COUNT)
    assert await titles(core) == NEWEST_FIRST


async def test_who_subscribes_to_a_long_feed_has_it_whole(core: Core, server: Server) -> None:
    url = server.add("/feed", static(long_feed()))
    task = asyncio.create_task(core.subscriptions.add(url))
    assert 50 <= await told(core, task, end=False) <= 100
    assert await titles(core) == NEWEST_FIRST
    assert len(server.asked("/feed")) == 1
    (again,) = await core.refresh.refresh()
    assert (again.error, again.new, again.changed) == (None, 0, 0)
    assert server.asked("/feed")[1].headers["if-none-match"] == '"v1"'

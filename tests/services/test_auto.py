"""Feeds whose new talks are downloaded without being asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.library import downloads
from desktop_app.library.database import Library
from desktop_app.services.auto import AutoDownloads
from desktop_app.services.core import open_core
from desktop_app.services.events import DownloadsChanged, EpisodesChanged, Events, FeedsChanged
from tests.support import pod
from tests.support.clock import HandClock
from tests.support.server import Reply, redirect, static
from tests.support.shelf import add_feed, add_talks, parsed
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.base.model import Feed
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

WAITING = (DownloadState.QUEUED, DownloadState.DOWNLOADING)


def publish(server: Server, *numbers: int, path: str = "/tapes.xml", more: str = "") -> str:
    """Serve a feed of these talks, one a day, and return its address."""
    items = [
        pod.item(number, url=server.url(f"/{number}.mp3")).replace(" Jan 2020", " Jan 2021")
        for number in numbers
    ]
    return server.add(path, Reply(body=pod.feed("Tapes", [*items, more])))


async def subscribe(core: Core, server: Server, *numbers: int) -> Feed:
    """Subscribe to a feed of these talks; all downloads stand still."""
    await core.settings.change(downloads_paused=True)
    return await core.subscriptions.add(publish(server, *numbers))


async def numbers(core: Core, *states: DownloadState, order: Order = Order.DOWNLOAD) -> list[int]:
    """Return the numbers of the talks in these states."""
    page = await core.browsing.page(EpisodeQuery(states=states, order=order), 0, 99)
    return [int(each.title.split()[-1]) for each in page.episodes]


async def ids(core: Core) -> dict[int, int]:
    """Return the id of each talk by its number."""
    page = await core.browsing.page(EpisodeQuery(), 0, 99)
    return {int(each.title.split()[-1]): each.id for each in page.episodes}


async def queued(core: Core) -> list[int]:
    """Return the numbers of the talks that wait for their download, in order."""
    return await numbers(core, *WAITING)


async def test_without_a_rule_nothing_is_downloaded(core: Core, server: Server) -> None:
    await subscribe(core, server, 1)
    publish(server, 1, 2)
    await core.refresh.refresh()
    assert await queued(core) == []


async def test_the_newest_are_queued_at_once_and_new_ones_later(core: Core, server: Server) -> None:
    feed = await subscribe(core, server, 1, 2, 3, 4)
    told: list[Event] = []
    core.events.listen(told.append)
    await core.feed_settings.set_auto(feed.id, 2)
    assert (await core.browsing.feed(feed.id)).auto == 2
    assert await queued(core) == [4, 3]
    talks = await ids(core)
    assert EpisodesChanged(frozenset({talks[4], talks[3]})) in told
    assert DownloadsChanged() in told
    assert FeedsChanged() in told
    await core.refresh.refresh()
    assert await queued(core) == [4, 3]
    publish(server, 1, 2, 3, 4, 5)
    await core.refresh.refresh()
    assert await queued(core) == [4, 3, 5]
    publish(server, 1, 2, 3, 4, 5, 6, 7, 8, 9)
    await core.refresh.refresh()
    assert await queued(core) == [4, 3, 5, 9, 8]


async def test_all_means_old_ones_too(core: Core, server: Server) -> None:
    feed = await subscribe(core, server, 2, 3)
    await core.feed_settings.set_auto(feed.id, 0)
    assert await queued(core) == [3, 2]
    publish(server, 3, 2, 1)
    await core.refresh.refresh()
    assert await queued(core) == [3, 2, 1]


async def test_what_the_person_sends_away_does_not_come_back(
    core: Core, server: Server, sound: bytes
) -> None:
    for number in range(1, 6):
        server.add(f"/{number}.mp3", static(sound))
    feed = await subscribe(core, server, 1, 2, 3)
    await core.feed_settings.set_auto(feed.id, 0)
    talks = await ids(core)
    await core.downloading.cancel(talks[3])
    await core.downloading.pause(talks[2])
    await core.settings.change(downloads_paused=False)
    await core.downloading.start()

    async def one_is_there() -> bool:
        return await numbers(core, DownloadState.DOWNLOADED) == [1]

    await until(core, one_is_there)
    await core.downloading.remove_file(talks[1])
    await core.downloading.pause_all()
    publish(server, 1, 2, 3, 4)
    await core.refresh.refresh()
    assert await queued(core) == [4]
    assert await numbers(core, DownloadState.PAUSED) == [2]
    await core.feed_settings.set_auto(feed.id, 5)
    assert await queued(core) == [4]
    await core.feed_settings.set_auto(feed.id, None)
    publish(server, 1, 2, 3, 4, 5)
    await core.refresh.refresh()
    assert await queued(core) == [4]
    await core.feed_settings.set_auto(feed.id, 3)
    assert await queued(core) == [4, 5, 3]


async def test_a_wider_rule_looks_at_what_it_was_not_for(core: Core, server: Server) -> None:
    feed = await subscribe(core, server, 1, 2, 3, 4, 5)
    await core.feed_settings.set_auto(feed.id, 2)
    await core.downloading.cancel((await ids(core))[5])
    await core.feed_settings.set_auto(feed.id, 3)
    assert await queued(core) == [4, 3]
    await core.feed_settings.set_auto(feed.id, 1)
    await core.feed_settings.set_auto(feed.id, 0)
    assert await queued(core) == [4, 3, 2, 1]


async def test_what_was_heard_and_what_is_no_sound_are_left(core: Core, server: Server) -> None:
    feed = await subscribe(core, server, 1, 2)
    await core.places.mark_heard((await ids(core))[2], heard=True)
    await core.feed_settings.set_auto(feed.id, 0)
    assert await queued(core) == [1]
    leaflet = pod.item(9, url=server.url("/9.pdf")).replace("audio/mpeg", "application/pdf")
    film = pod.item(8, url=server.url("/8.mp4")).replace("audio/mpeg", "video/mp4")
    publish(server, 1, 2, more=leaflet + film)
    await core.refresh.refresh()
    assert await queued(core) == [1, 8]


async def test_the_talks_of_another_guid_or_address_are_no_new_ones(
    core: Core, server: Server
) -> None:
    feed = await subscribe(core, server, 1, 2)
    await core.feed_settings.set_auto(feed.id, 0)
    for talk in (await ids(core)).values():
        await core.downloading.cancel(talk)
    items = [pod.item(n, url=server.url(f"/{n}.mp3?a=b"), guid=f"other-{n}") for n in (1, 2)]
    body = pod.feed("Tapes", [each.replace("2020", "2021") for each in items])
    server.add("/tapes.xml", Reply(body=body))
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.changed) == (0, 2)
    assert await queued(core) == []


async def test_many_are_queued_a_little_at_a_time(core: Core, server: Server) -> None:
    items = [pod.item(n, url=server.url(f"/{n}.mp3")) for n in range(450)]
    server.add("/many.xml", Reply(body=pod.feed("Many", items)))
    await core.settings.change(downloads_paused=True)
    feed = await core.subscriptions.add(server.url("/many.xml"))
    await core.feed_settings.set_auto(feed.id, 0)
    assert (await core.browsing.counts()).downloads == 450


async def test_a_rule_says_that_nobody_asked(home: Home) -> None:
    library = await Library.open(home, HandClock())
    feed = await add_feed(library)
    await add_talks(library, feed, *(parsed(number) for number in range(3)))
    auto = AutoDownloads(library, Events())
    queued = await auto.switch(feed, 2)
    await library.write(downloads.enqueue, (3,))
    rows = await library.read(downloads.in_state, DownloadState.QUEUED)
    assert [(each.episode_id, each.automatic) for each in rows] == [
        (1, True),
        (2, True),
        (3, False),
    ]
    assert queued == {1, 2}
    assert await auto.consider(feed) == frozenset()
    await library.close()


async def test_tapes_are_there_already(core: Core, home: Home, sound: bytes) -> None:
    tapes = home.root / "tapes"
    tapes.mkdir()
    (tapes / "1.mp3").write_bytes(sound)
    feed = await core.subscriptions.add(str(tapes))
    await core.feed_settings.set_auto(feed.id, 0)
    assert (await core.browsing.counts()).downloads == 0


async def test_a_feed_that_is_removed_has_no_rule_any_more(core: Core, server: Server) -> None:
    feed = await subscribe(core, server, 1, 2)
    await core.feed_settings.set_auto(feed.id, 0)
    await core.favorites.mark((await ids(core))[1])
    await core.subscriptions.remove(feed.id)
    assert await queued(core) == []
    again = await subscribe(core, server, 1, 2, 3)
    assert (again.id, again.auto) == (feed.id, None)
    assert await queued(core) == []


@pytest.mark.parametrize("rule", ["one", "two"])
async def test_two_feeds_that_are_one_have_one_rule(core: Core, server: Server, rule: str) -> None:
    one = await subscribe(core, server, 1, 2)
    two = await core.subscriptions.add(publish(server, 1, 2, path="/two.xml"))
    await core.feed_settings.set_auto({"one": one, "two": two}[rule].id, 0)
    for talk in [each.id for each in (await core.browsing.page(EpisodeQuery(), 0, 9)).episodes]:
        await core.downloading.cancel(talk)
    server.add("/tapes.xml", redirect("/two.xml", 301))
    await core.refresh.refresh()
    (feed,) = await core.browsing.feeds()
    assert feed.auto == 0
    assert await queued(core) == []
    publish(server, 1, 2, 3, path="/two.xml")
    await core.refresh.refresh()
    assert await queued(core) == [3]


async def test_what_a_command_line_queued_the_window_fetches(
    home: Home, server: Server, sound: bytes
) -> None:
    server.add("/2.mp3", static(sound))
    async with open_core(home) as core:
        feed = await core.subscriptions.add(publish(server, 1))
        await core.feed_settings.set_auto(feed.id, 1)
        await core.downloading.cancel((await ids(core))[1])
        publish(server, 1, 2)
        await core.refresh.refresh()
        assert await queued(core) == [2]
    async with open_core(home) as core:

        async def there() -> bool:
            return await numbers(core, DownloadState.DOWNLOADED) == [2]

        await core.downloading.start()
        await until(core, there)


async def test_the_window_fetches_them_at_once(core: Core, server: Server, sound: bytes) -> None:
    server.add("/1.mp3", static(sound))
    server.add("/2.mp3", static(sound))
    feed = await core.subscriptions.add(publish(server, 1))
    await core.downloading.start()

    async def there() -> bool:
        return await numbers(core, DownloadState.DOWNLOADED, order=Order.OLDEST) == [1, 2]

    await core.feed_settings.set_auto(feed.id, 1)
    publish(server, 1, 2)
    await core.refresh.refresh()
    await until(core, there)

"""Feeds that live elsewhere from now on, and two that turn out to be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind
from desktop_app.services.events import Notice
from desktop_app.services.finding import AlreadySubscribedError
from tests.support import pod
from tests.support.server import Reply, redirect
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.base.model import Episode, Feed
    from desktop_app.services.core import Core
    from tests.support.server import Server

NEW_URL = '<itunes:new-feed-url xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">{}</{}>'


async def everything(core: Core) -> dict[str, Episode]:
    page = await core.browsing.page(EpisodeQuery(), 0, 99)
    assert len({episode.title for episode in page.episodes}) == page.total
    return {episode.title.rpartition(" - ")[2]: episode for episode in page.episodes}


def announce(server: Server, name: str, url: str, count: int) -> None:
    """Serve a feed that says where it lives from now on."""
    items = [pod.item(number, url=server.url(f"/{name}/{number}.mp3")) for number in range(count)]
    said = NEW_URL.format(url, "itunes:new-feed-url")
    body = pod.feed(name.title(), items).replace(b"</channel>", f"{said}</channel>".encode())
    server.add(f"/{name}.xml", Reply(body=body))


@pytest.mark.parametrize(
    ("there", "follows"),
    [("the same", True), ("another", False), ("nothing", False), ("a page", False)],
)
async def test_an_address_that_a_feed_announces(
    core: Core, server: Server, sound: bytes, there: str, follows: bool
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "old", 3, sound))
    new = server.url("/new.xml")
    if there == "the same":
        pod.serve(server, "new", 4, sound)
    elif there == "another":
        item = pod.item(77, "Someone else - Something", server.url("/x.mp3"), "other-77")
        server.add("/new.xml", Reply(body=pod.feed("Another", [item])))
    elif there == "a page":
        server.add("/new.xml", Reply(body=b"<html><body>Welcome</body></html>"))
    announce(server, "old", new, 3)
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (0, None)
    found = await core.browsing.feed(feed.id)
    assert found.url == (new if follows else server.url("/old.xml"))
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (1 if follows else 0, None)
    assert await core.browsing.problems() == ()


@pytest.mark.parametrize("known", [False, True])
async def test_subscribing_to_a_feed_that_has_moved(
    core: Core, server: Server, sound: bytes, *, known: bool
) -> None:
    new = pod.serve(server, "new", 3, sound)
    announce(server, "old", new, 3)
    if known:
        await core.subscriptions.add(new)
        with pytest.raises(AlreadySubscribedError, match="New is subscribed already"):
            await core.subscriptions.add(server.url("/old.xml"))
    else:
        feed = await core.subscriptions.add(server.url("/old.xml"))
        assert feed.url == new
    assert [feed.url for feed in await core.browsing.feeds()] == [new]
    assert len(await everything(core)) == 3


async def test_a_feed_that_announces_itself_asks_nobody(
    core: Core, server: Server, sound: bytes
) -> None:
    await core.subscriptions.add(pod.serve(server, "old", 3, sound))
    announce(server, "old", server.url("/old.xml").replace("http:", "https:") + "/", 3)
    server.requests.clear()
    await core.refresh.refresh()
    assert [request.path for request in server.requests] == ["/old.xml"]


async def test_a_feed_that_moves_tells_what_is_new_and_solves_its_problem(
    core: Core, server: Server, sound: bytes
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "old", 2, sound))
    server.add("/old.xml", Reply(500))
    await core.refresh.refresh()
    assert len(await core.browsing.problems()) == 1
    pod.serve(server, "new", 5, sound, etag='"new"')
    server.add("/old.xml", redirect("/new.xml", 301))
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (3, None)
    assert await core.browsing.problems() == ()
    assert (await core.browsing.feed(feed.id)).url == server.url("/new.xml")


@dataclass(frozen=True)
class Two:
    """Two subscriptions with the same three talks; the old one has a fourth."""

    old: Feed
    new: Feed
    marked: dict[str, int]


@pytest.fixture
async def two(core: Core, server: Server, sound: bytes) -> Two:
    """Each of them has marks of its own."""
    old = await core.subscriptions.add(pod.serve(server, "old", 4, sound))
    await core.feed_settings.rename(old.id, "Evenings")
    await core.feed_settings.set_kind(old.id, FeedKind.MEDITATIONS)
    page = await core.browsing.page(EpisodeQuery(feed_id=old.id), 0, 9)
    ids = {episode.title.rpartition(" - ")[2]: episode.id for episode in page.episodes}
    await core.places.save(ids["Talk 0"], 9.0)
    await core.favorites.mark(ids["Talk 1"])
    await core.places.bookmark(ids["Talk 1"], 3.0, "here")
    await core.places.bookmark(ids["Talk 3"], 4.0, "only there")
    await core.queue.add((ids["Talk 2"],))
    new = await core.subscriptions.add(pod.serve(server, "new", 3, sound, etag='"new"'))
    page = await core.browsing.page(EpisodeQuery(feed_id=new.id), 0, 9)
    theirs = {episode.title.rpartition(" - ")[2]: episode.id for episode in page.episodes}
    await core.places.save(theirs["Talk 0"], 5.0)
    await core.favorites.mark(theirs["Talk 1"])
    await core.places.bookmark(theirs["Talk 1"], 7.0, "there")
    await core.queue.add((theirs["Talk 2"],))
    await core.downloading.request((ids["Talk 0"], theirs["Talk 0"], ids["Talk 1"]))

    async def are_here() -> bool:
        query = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
        return (await core.browsing.page(query, 0, 9)).total == 3

    await until(core, are_here)
    return Two(old, new, ids)


async def test_two_subscriptions_become_one(core: Core, server: Server, two: Two) -> None:
    said: list[str] = []
    core.events.listen(lambda event: said.append(event.text) if isinstance(event, Notice) else None)
    server.add("/old.xml", redirect("/new.xml", 301))
    outcomes = await core.refresh.refresh()
    assert [outcome.error for outcome in outcomes] == [None, None]
    (feed,) = await core.browsing.feeds()
    assert (feed.id, feed.title, feed.kind) == (two.new.id, "Evenings", FeedKind.MEDITATIONS)
    talks = await everything(core)
    assert set(talks) == {"Talk 0", "Talk 1", "Talk 2", "Talk 3"}
    assert talks["Talk 0"].position == 9.0
    assert talks["Talk 1"].favorite
    assert talks["Talk 2"].queued
    assert talks["Talk 3"].id == two.marked["Talk 3"]
    notes = (await core.browsing.detail(talks["Talk 1"].id)).bookmarks
    assert [(mark.position, mark.note) for mark in notes] == [(3.0, "here"), (7.0, "there")]
    here = [t for t, talk in talks.items() if talk.state is DownloadState.DOWNLOADED]
    assert sorted(here) == ["Talk 0", "Talk 1"]
    files = sorted(str(path) for path in core.home.audio.rglob("*.mp3"))
    assert files == sorted(talks[t].file or "" for t in here), "no file that nobody knows"
    assert ["turned out to be the same feed" in text for text in said] == [True]
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.changed) == (0, 0)


async def test_not_while_one_of_its_talks_is_in_the_player(
    core: Core, server: Server, two: Two
) -> None:
    await core.listening.play(two.marked["Talk 0"])
    server.add("/old.xml", redirect("/new.xml", 301))
    await core.refresh.refresh()
    assert len(await core.browsing.feeds()) == 2
    theirs = await core.browsing.page(EpisodeQuery(feed_id=two.new.id), 0, 1)
    await core.listening.play(theirs.episodes[0].id)
    await core.refresh.refresh()
    assert [feed.id for feed in await core.browsing.feeds()] == [two.new.id]


async def test_not_while_a_talk_of_one_that_was_removed_is_in_the_player(
    core: Core, server: Server, two: Two
) -> None:
    await core.subscriptions.remove(two.old.id)
    await core.listening.play(two.marked["Talk 0"])
    server.add("/new.xml", redirect("/old.xml", 301))
    await core.refresh.refresh()
    await core.listening.seek(6.0)
    await core.listening.pause()
    assert (await core.browsing.episode(two.marked["Talk 0"])).position == pytest.approx(6, abs=1)


async def test_a_feed_comes_to_the_address_of_one_that_was_removed(
    core: Core, server: Server, two: Two
) -> None:
    await core.subscriptions.remove(two.new.id)
    server.add("/old.xml", redirect("/new.xml", 301))
    await core.refresh.refresh()
    (feed,) = await core.browsing.feeds()
    assert (feed.id, feed.url) == (two.old.id, server.url("/new.xml"))
    talks = await everything(core)
    assert talks["Talk 0"].position == 9.0
    notes = (await core.browsing.detail(talks["Talk 1"].id)).bookmarks
    assert {mark.note for mark in notes} == {"here", "there"}

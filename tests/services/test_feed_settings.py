"""What the person chooses for one feed, and what a refresh never undoes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.services.events import FeedsChanged
from desktop_app.services.finding import AlreadySubscribedError, AnotherFeedError
from tests.support import pod
from tests.support.server import Reply, redirect
from tests.support.sound import speech_mp3

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.model import Episode, Feed
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def talks(core: Core, feed: Feed) -> dict[str, Episode]:
    page = await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 99)
    return {episode.title: episode for episode in page.episodes}


async def test_an_address_changes_and_the_history_stays(
    core: Core, server: Server, sound: bytes
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "old", 3, sound))
    await core.feed_settings.rename(feed.id, "Mine")
    before = await talks(core, feed)
    talk = before["Bob D. - Talk 1"]
    await core.places.save(talk.id, 5.0)
    await core.favorites.mark(talk.id)
    new = pod.serve(server, "new", 4, sound)
    changed = await core.feed_settings.change_address(feed.id, new)
    assert (changed.id, changed.url, changed.title) == (feed.id, new, "Mine")
    after = await talks(core, feed)
    assert {after[title].id for title in before} == {each.id for each in before.values()}
    kept = after["Bob D. - Talk 1"]
    assert (kept.position, kept.favorite, len(after)) == (5.0, True, 4)
    server.requests.clear()
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.changed, outcome.error) == (0, 0, None)
    assert [request.path for request in server.requests] == ["/new.xml"]


@pytest.mark.parametrize(
    ("address", "reply", "words"),
    [
        ("/gone.xml", Reply(404), "nothing at this address"),
        ("/page", Reply(body=b"<html><body>Hello</body></html>"), "No feed was found"),
        ("/torn.xml", Reply(body=b"<?xml version='1.0'?><rss><channel><item>"), "incomplete"),
        ("/circle", redirect("/circle"), "without end"),
    ],
    ids=["404", "a page", "torn", "circle"],
)
async def test_an_address_that_is_none_changes_nothing(
    core: Core, server: Server, sound: bytes, address: str, reply: Reply, words: str
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "old", 3, sound))
    await core.indexing.finish()
    before = await talks(core, feed)
    with pytest.raises(KnownError, match=words):
        await core.feed_settings.change_address(feed.id, server.add(address, reply))
    assert await core.browsing.feed(feed.id) == feed
    assert await talks(core, feed) == before


async def test_an_address_that_another_feed_has(core: Core, server: Server, sound: bytes) -> None:
    one = await core.subscriptions.add(pod.serve(server, "one", 1, sound))
    two = await core.subscriptions.add(pod.serve(server, "two", 1, sound))
    with pytest.raises(AlreadySubscribedError, match="Two is subscribed"):
        await core.feed_settings.change_address(one.id, two.url)
    server.add("/hop", redirect("/two.xml", 301))
    with pytest.raises(AlreadySubscribedError, match="Two is subscribed"):
        await core.feed_settings.change_address(one.id, server.url("/hop"))
    assert len(await core.browsing.feeds()) == 2


async def test_an_address_of_quite_another_feed_is_asked_about(
    core: Core, server: Server, sound: bytes
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "old", 3, sound))
    items = [pod.item(n, f"Sit {n}", server.url(f"/s/{n}.mp3"), f"sit-{n}") for n in range(5)]
    other = server.add("/sits.xml", Reply(body=pod.feed("Sits", items)))
    with pytest.raises(AnotherFeedError, match="None of these talks is in “Sits”") as asked:
        await core.feed_settings.change_address(feed.id, other)
    assert (asked.value.title, asked.value.episodes) == ("Sits", 5)
    assert (await core.browsing.feed(feed.id)).url == feed.url
    changed = await core.feed_settings.change_address(feed.id, other, anyway=True)
    assert (changed.url, changed.episodes) == (other, 8)


async def test_tapes_in_another_folder(core: Core, tmp_path: Path) -> None:
    for name in ("Tape 1", "Tape 2"):
        speech_mp3(tmp_path / "stick" / f"{name}.mp3", 3)
    feed = await core.subscriptions.add(str(tmp_path / "stick"))
    before = await talks(core, feed)
    for episode in before.values():
        await core.places.save(episode.id, 1.5)
    (tmp_path / "stick").rename(tmp_path / "disk")
    await core.feed_settings.change_address(feed.id, str(tmp_path / "disk"))
    after = await talks(core, feed)
    assert {each.id for each in after.values()} == {each.id for each in before.values()}
    assert [(each.position, each.state) for each in after.values()] == [(1.5, "downloaded")] * 2
    assert {each.file for each in after.values()} == {
        str(tmp_path / "disk" / f"Tape {number}.mp3") for number in (1, 2)
    }


async def test_a_feed_that_rests_is_asked_only_by_name(
    core: Core, server: Server, sound: bytes
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "one", 1, sound))
    await core.feed_settings.pause(feed.id, paused=True)
    assert (await core.browsing.feed(feed.id)).paused
    assert await core.refresh.refresh() == ()
    assert len(await core.refresh.refresh((feed.id,))) == 1
    await core.feed_settings.pause(feed.id, paused=False)
    assert len(await core.refresh.refresh()) == 1


async def test_choices_outlive_a_refresh(core: Core, server: Server, sound: bytes) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "one", 1, sound))
    await core.feed_settings.rename(feed.id, "Evenings")
    await core.feed_settings.set_kind(feed.id, FeedKind.MEDITATIONS)
    await core.feed_settings.set_every(feed.id, 24)
    await core.feed_settings.set_speed(feed.id, 1.2)
    await core.feed_settings.set_opening(feed.id, 30.0)
    server.add("/one.xml", Reply(body=pod.feed("Another name", [])))
    await core.refresh.refresh()
    found = await core.browsing.feed(feed.id)
    assert (found.title, found.kind, found.every) == ("Evenings", FeedKind.MEDITATIONS, 24)
    assert (found.speed, found.opening) == (1.2, 30.0)
    await core.feed_settings.rename(feed.id, "")
    assert (await core.browsing.feed(feed.id)).title == "Another name"


async def test_a_feed_that_is_gone_has_no_settings(core: Core) -> None:
    with pytest.raises(KnownError, match="removed"):
        await core.feed_settings.change_address(99, "https://example.org/feed")


async def test_tapes_can_be_restored_by_themselves(
    core: Core, server: Server, sound: bytes
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "old", 1, sound))
    assert not feed.restore
    told: list[Event] = []
    core.events.listen(told.append)
    await core.feed_settings.set_restore(feed.id, on=True)
    assert (await core.browsing.feed(feed.id)).restore
    assert told == [FeedsChanged()]
    await core.refresh.refresh()
    assert (await core.browsing.feed(feed.id)).restore
    await core.feed_settings.set_restore(feed.id, on=False)
    assert not (await core.browsing.feed(feed.id)).restore

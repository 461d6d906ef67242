"""Two subscriptions that turn out to be one feed become one; what is marked in either stays."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.services.events import Notice
from tests.services.identity import (
    COUNT,
    Item,
    everything,
    indexed,
    item,
    items,
    mark,
    numbers,
    publish,
    serve_sound,
)
from tests.support.fetched import fetch_all
from tests.support.server import Gate, Reply, redirect, static
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def ids_of(core: Core, feed_id: int) -> dict[int, int]:
    return numbers({each.id: each.url for each in await everything(core, feed_id)})


async def two_feeds(
    core: Core, server: Server, sound: bytes, one: list[Item], other: list[Item]
) -> tuple[int, int]:
    """Subscribe to two addresses of one podcast; return the feeds' ids."""
    serve_sound(server, sound)
    first = await core.subscriptions.add(publish(server, one, "/one.xml"))
    second = await core.subscriptions.add(publish(server, other, "/two.xml"))
    await indexed(core)
    return first.id, second.id


async def turn_out(core: Core, server: Server, status: int = 301) -> list[str]:
    """Let the first lead to the second for good, refresh, and return what the person is told."""
    server.add("/one.xml", redirect("/two.xml", status))
    told: list[Event] = []
    forget = core.events.listen(told.append)
    outcomes = await core.refresh.refresh()
    forget()
    assert [outcome.error for outcome in outcomes if outcome.error] == []
    return [event.text for event in told if isinstance(event, Notice)]


def other_guids() -> list[Item]:
    return [
        Item(each.number, each.title, f"urn:two:{each.number}", each.sound, each.day)
        for each in items()
    ]


@pytest.mark.parametrize("status", [301, 308])
@pytest.mark.parametrize("guids", ["the same", "others"])
async def test_marks_of_both_are_on_one_talk_each(
    core: Core, server: Server, sound: bytes, status: int, guids: str
) -> None:
    theirs = items() if guids == "the same" else other_guids()
    one, two = await two_feeds(core, server, sound, items(), theirs)
    ours, other = await ids_of(core, one), await ids_of(core, two)
    await mark(core, [ours[number] for number in range(COUNT)])
    await core.places.save(other[0], 900.0)
    await core.places.mark_heard(other[5], heard=True)
    await core.favorites.mark(other[1])
    await core.places.bookmark(other[2], 70.0, "from the other one")
    await core.queue.add((other[3], other[1], other[5]))
    await fetch_all(core, (other[4], other[0]))
    (told,) = await turn_out(core, server, status)
    assert "same feed" in told
    (feed,) = await core.browsing.feeds()
    assert (feed.url, feed.episodes) == (server.url("/two.xml"), COUNT)
    left = await ids_of(core, feed.id)
    assert len(await everything(core)) == COUNT
    rows = {number: await core.browsing.episode(left[number]) for number in range(COUNT)}
    assert rows[0].position == 900.0
    assert rows[5].heard
    assert [number for number in rows if rows[number].favorite] == [1, 5]
    notes = [each.note for each in (await core.browsing.detail(left[2])).bookmarks]
    assert notes == [f"what helped in {ours[2]}", "from the other one"]
    queued = await core.browsing.page(EpisodeQuery(queued=True, order=Order.QUEUE), 0, 99)
    assert sorted(each.id for each in queued.episodes) == sorted(left[n] for n in (1, 3, 5))
    whole = [number for number in rows if rows[number].state is DownloadState.DOWNLOADED]
    assert whole == [0, 4, 5]
    kept = sorted(str(rows[number].file) for number in whole)
    assert kept == sorted(str(path) for path in core.home.audio.rglob("*.mp3"))
    assert await core.browsing.problems() == ()
    assert await turn_out(core, server) == []


async def test_what_only_one_of_them_has_stays(core: Core, server: Server, sound: bytes) -> None:
    one, two = await two_feeds(core, server, sound, items()[2:], items()[:3])
    ours = await ids_of(core, one)
    await core.feed_settings.rename(one, "My tapes")
    await core.favorites.mark(ours[0])
    await turn_out(core, server)
    (feed,) = await core.browsing.feeds()
    assert (feed.id, feed.title, feed.episodes) == (two, "My tapes", COUNT)
    assert (await core.browsing.episode(ours[0])).favorite
    assert sorted(await ids_of(core, two)) == list(range(COUNT))
    publish(server, [item(COUNT), *items()], "/two.xml")
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (1, None)


async def test_a_redirect_for_now_makes_them_not_one(
    core: Core, server: Server, sound: bytes
) -> None:
    one, two = await two_feeds(core, server, sound, items(), items())
    assert await turn_out(core, server, 302) == []
    assert [feed.id for feed in await core.browsing.feeds()] == [one, two]


async def test_a_feed_that_was_removed_gives_back_what_was_kept_of_it(
    core: Core, server: Server, sound: bytes
) -> None:
    one, two = await two_feeds(core, server, sound, items(), other_guids())
    theirs = await ids_of(core, two)
    await core.favorites.mark(theirs[3])
    await core.places.bookmark(theirs[4], 30.0, "kept")
    await core.subscriptions.remove(two)
    await turn_out(core, server)
    (feed,) = await core.browsing.feeds()
    assert (feed.id, feed.url, feed.episodes) == (one, server.url("/two.xml"), COUNT)
    left = await ids_of(core, one)
    assert (await core.browsing.episode(left[3])).favorite
    assert [b.note for b in (await core.browsing.detail(left[4])).bookmarks] == ["kept"]
    assert len(await everything(core)) == COUNT


@pytest.mark.parametrize("whole", [False, True])
@pytest.mark.parametrize("holder", ["the one that goes", "the one that stays"])
async def test_a_download_under_way_is_not_lost(
    core: Core, server: Server, sound: bytes, holder: str, *, whole: bool
) -> None:
    one, two = await two_feeds(core, server, sound, items(), items())
    busy, idle = (one, two) if holder == "the one that goes" else (two, one)
    if whole:
        await fetch_all(core, ((await ids_of(core, idle))[2],))
    gate = Gate()
    held = Reply(body=sound, headers={"Content-Type": "audio/mpeg"}, gate=gate, gate_after=1000)
    server.add("/sound/2.mp3", held, static(sound))
    before = len(server.asked("/sound/2.mp3"))
    await core.downloading.request(((await ids_of(core, busy))[2],))
    await asyncio.to_thread(server.wait_for, "/sound/2.mp3", before + 1)
    await turn_out(core, server)
    gate.set()
    await until(core, partial(is_here, core, 2))
    await turn_out(core, server)
    (feed,) = await core.browsing.feeds()
    talk = await core.browsing.episode((await ids_of(core, feed.id))[2])
    assert talk.state is DownloadState.DOWNLOADED
    assert [str(path) for path in core.home.audio.rglob("*.mp3")] == [talk.file]


async def is_here(core: Core, number: int) -> bool:
    """Tell whether no download is under way and the talk is on this computer."""
    rows = await everything(core)
    moving = {DownloadState.QUEUED, DownloadState.DOWNLOADING} & {each.state for each in rows}
    return not moving and any(
        each.state is DownloadState.DOWNLOADED
        for each in rows
        if str(each.url).endswith(f"/{number}.mp3")
    )


async def test_what_is_in_the_player_goes_on(core: Core, server: Server, sound: bytes) -> None:
    one, _ = await two_feeds(core, server, sound, items(), items())
    playing = (await ids_of(core, one))[3]
    await fetch_all(core, (playing,))
    await core.listening.play(playing, 2.0)
    await turn_out(core, server)
    now = await core.listening.now()
    assert now is not None
    talk = await core.browsing.episode(now.episode.id)
    assert talk.file is not None
    assert Path(talk.file).is_file()
    await core.listening.pause()
    await core.listening.seek(5.0)
    assert (await core.browsing.episode(now.episode.id)).position == pytest.approx(5, abs=0.5)

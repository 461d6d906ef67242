"""A feed changes in every way that feeds do; what the person has stays on the same talks.

Each case goes through the whole service, over a real server: first refresh, marks, change,
refresh, and again. :mod:`tests.feeds.test_decide` has a table of the rules alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from desktop_app.base.model import DownloadState
from desktop_app.services.events import EpisodesChanged
from tests.services.identity import (
    COUNT,
    OTHER_HOST,
    Item,
    changed,
    everything,
    indexed,
    item,
    items,
    mark,
    marks,
    numbers,
    publish,
    serve_sound,
    sounds_asked,
)
from tests.support.fetched import fetch_all
from tests.support.server import Reply, redirect, static

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

Items = list[Item]
Step = Callable[[Items], Items]
NEW = item(COUNT)


def each(**values: Any) -> Step:  # noqa: ANN401 - the fields of an item
    """Change every item in the same way; a function is given the item."""

    def step(now: Items) -> Items:
        return [
            replace(one, **{k: v(one) if callable(v) else v for k, v in values.items()})
            for one in now
        ]

    return step


def one(number: int, **values: object) -> Step:
    return lambda now: changed(number, now, **values)


def chain(*steps: Step) -> Step:
    """Change in several ways at once."""

    def step(now: Items) -> Items:
        for change in steps:
            now = change(now)
        return now

    return step


def added(now: Items) -> Items:
    return [NEW, *now]


def turned(now: Items) -> Items:
    return now[::-1]


def shuffled(now: Items) -> Items:
    return [now[at] for at in (3, 0, 5, 1, 4, 2)]


def without(*numbers: int) -> Step:
    return lambda now: [one for one in now if one.number not in numbers]


def again(number: int, **values: object) -> Step:
    """List a talk a second time, beside the first."""
    return lambda now: [
        *(replace(one, **values) for one in now if one.number == number),  # type: ignore[arg-type]
        *now,
    ]


same: Step = list
new_guids = each(guid=lambda one: f"urn:migrated:{one.number}")
new_query = each(sound=lambda one: f"{one.sound}?token={one.number * 7}&amp;x=1")
other_query = each(sound=lambda one: f"{one.sound.partition('?')[0]}?token=another{one.number}")
new_host = each(host=OTHER_HOST)
new_titles = each(title=lambda one: f"Ann B. - Renamed {one.number}")
no_guids = each(guid=None)
one_guid = each(guid="the-podcast")
paired = each(guid=lambda one: f"pair-{one.number // 2}")
secure = each(guid=lambda one: one.guid.replace("http:", "https:"))

# name: how the feed is at first, how it is then, how many talks are new.
CASES: dict[str, tuple[Step, Step, int]] = {
    "nothing": (same, same, 0),
    "one new": (same, added, 1),
    "duplicated guids stay": (paired, same, 0),
    "duplicated guids, one new": (paired, chain(added, one(COUNT, guid="pair-2")), 1),
    "guids become duplicated": (same, paired, 0),
    "guids become unique": (paired, each(guid=lambda one: item(one.number).guid), 0),
    "duplicated guids, notes edited": (paired, each(notes="Edited"), 0),
    "duplicated guids, turned round": (paired, turned, 0),
    "an item listed twice": (same, again(3), 0),
    "an item listed twice, other notes": (same, again(3, notes="Other"), 0),
    "missing guids stay": (no_guids, same, 0),
    "missing guids, one new": (no_guids, chain(added, one(COUNT, guid=None)), 1),
    "missing guids, query changed": (chain(no_guids, new_query), other_query, 0),
    "missing guids, notes edited": (no_guids, each(notes="Edited"), 0),
    "guids vanish": (same, no_guids, 0),
    "guids appear": (no_guids, each(guid=lambda one: item(one.number).guid), 0),
    "some guids vanish, others change": (same, chain(one(1, guid=None), one(4, guid="x")), 0),
    "guids change": (same, new_guids, 0),
    "guids change, one new": (same, chain(new_guids, added), 1),
    "guids change, order turned": (same, chain(new_guids, turned), 0),
    "guids change, query changes": (new_query, chain(new_guids, other_query), 0),
    "guids change, notes edited": (same, chain(new_guids, each(notes="Edited")), 0),
    "guids change, some withdrawn": (same, chain(new_guids, without(0, 5)), 0),
    "permalinks become https": (same, secure, 0),
    "permalinks become https, turned": (same, chain(secure, turned), 0),
    "every guid the same from now on": (same, one_guid, 0),
    "every guid the same, one new": (one_guid, chain(added, one(COUNT, guid="the-podcast")), 1),
    "every guid the same, then none": (one_guid, no_guids, 0),
    "every guid the same, query changes": (chain(one_guid, new_query), other_query, 0),
    "queries appear": (same, new_query, 0),
    "queries change": (new_query, other_query, 0),
    "queries vanish": (new_query, each(sound=lambda one: one.sound.partition("?")[0]), 0),
    "sound moves to another host": (same, new_host, 0),
    "sound moves, titles change": (same, chain(new_host, new_titles), 0),
    "titles change": (same, new_titles, 0),
    "titles lose their case": (no_guids, each(title=lambda one: one.title.upper()), 0),
    "titles change and come back": (new_titles, each(title=lambda one: item(one.number).title), 0),
    "turned round": (same, turned, 0),
    "shuffled": (same, shuffled, 0),
    "shuffled and edited": (same, chain(shuffled, each(notes="Edited")), 0),
    "republished": (same, chain(one(0, guid="again", day=28), turned), 0),
    "all republished": (same, chain(new_guids, each(day=lambda one: one.day + 10)), 0),
    "edited": (same, one(3, notes="Edited"), 0),
    "all edited": (same, each(notes="Edited"), 0),
    "withdrawn": (same, without(3), 0),
    "all but one withdrawn": (same, without(0, 1, 2, 3, 4), 0),
    "all withdrawn": (same, without(*range(COUNT)), 0),
    "host migration": (same, chain(new_guids, new_host, turned), 0),
}  # fmt: skip


async def refreshed(core: Core, feed_id: int) -> tuple[int, int, list[EpisodesChanged]]:
    """Refresh; return how many came, how many changed, and what was told of it."""
    await indexed(core)
    told: list[Event] = []
    forget = core.events.listen(told.append)
    (outcome,) = await core.refresh.refresh((feed_id,))
    forget()
    assert outcome.error is None
    heard = [event for event in told if isinstance(event, EpisodesChanged)]
    return outcome.new, outcome.changed, heard


async def subscribed(
    core: Core, server: Server, sound: bytes, at_first: Items
) -> tuple[int, dict[int, int]]:
    """Subscribe, mark, and return the feed's id and the talks' ids by number."""
    serve_sound(server, sound)
    feed = await core.subscriptions.add(publish(server, at_first))
    ids = numbers({each.id: each.url for each in await everything(core)})
    assert sorted(ids) == list(range(COUNT))
    await mark(core, [ids[number] for number in range(COUNT)])
    return feed.id, ids


async def check(core: Core, ids: dict[int, int], now: Items, new: int) -> None:
    """Every talk that is in the feed looks like it, under the id that it always had."""
    found = await everything(core)
    assert len(found) == COUNT + new
    rows = {each.id: each for each in found}
    for expected in now:
        if expected.number in ids:
            row = rows[ids[expected.number]]
            assert row.title == expected.title
            assert str(row.url).endswith(expected.sound.replace("&amp;", "&"))
            assert (expected.host in str(row.url)) is True


@pytest.mark.parametrize("case", CASES)
async def test_what_a_person_has_stays(core: Core, server: Server, sound: bytes, case: str) -> None:
    before, after, new = CASES[case]
    at_first = before(items())
    feed_id, ids = await subscribed(core, server, sound, at_first)
    had, asked = await marks(core), sounds_asked(server)
    assert len(had) == COUNT
    now = after(at_first)
    publish(server, now)
    came, _, _ = await refreshed(core, feed_id)
    assert came == new
    await check(core, ids, now, new)
    assert await marks(core) == had
    assert (await core.browsing.feed(feed_id)).episodes == COUNT + new
    for built in (0, 1):
        publish(server, now, built=built)
        assert await refreshed(core, feed_id) == (0, 0, [])
    assert await marks(core) == had
    assert sounds_asked(server) == asked


async def test_what_was_withdrawn_comes_back(core: Core, server: Server, sound: bytes) -> None:
    feed_id, ids = await subscribed(core, server, sound, items())
    had = await marks(core)
    for now in (without(2, 5)(items()), items(), without(5)(new_guids(items())), items()):
        publish(server, now)
        came, _, _ = await refreshed(core, feed_id)
        assert came == 0
        await check(core, ids, now, 0)
        assert await marks(core) == had


@pytest.mark.parametrize(
    ("statuses", "moves"),
    [((301,), True), ((308,), True), ((301, 308), True), ((302,), False), ((307,), False),
     ((301, 302), False)],
)  # fmt: skip
async def test_a_feed_that_moves(
    core: Core, server: Server, sound: bytes, statuses: tuple[int, ...], *, moves: bool
) -> None:
    feed_id, ids = await subscribed(core, server, sound, items())
    had, old = await marks(core), server.url("/f.xml")
    now = new_guids(items())
    publish(server, now, "/new.xml")
    places = ["/f.xml", *(f"/hop{hop}" for hop in range(1, len(statuses))), "/new.xml"]
    for at, status in enumerate(statuses):
        server.add(places[at], redirect(server.url(places[at + 1], OTHER_HOST), status))
    came, _, _ = await refreshed(core, feed_id)
    assert came == 0
    feed = await core.browsing.feed(feed_id)
    assert feed.url == (server.url("/new.xml", OTHER_HOST) if moves else old)
    await check(core, ids, now, 0)
    assert await marks(core) == had
    old_asked = len(server.asked("/f.xml"))
    assert await refreshed(core, feed_id) == (0, 0, [])
    assert len(server.asked("/f.xml")) == old_asked + (not moves)


async def test_a_feed_does_not_move_to_what_is_none(
    core: Core, server: Server, sound: bytes
) -> None:
    feed_id, _ = await subscribed(core, server, sound, items())
    had, old = await marks(core), server.url("/f.xml")
    server.add("/f.xml", redirect("/parked", 301))
    server.add("/parked", Reply(body=b"<!doctype html><html>This domain is for sale</html>"))
    (outcome,) = await core.refresh.refresh((feed_id,))
    assert outcome.error is not None
    assert (await core.browsing.feed(feed_id)).url == old
    assert await marks(core) == had
    publish(server, items())
    assert (await refreshed(core, feed_id))[:2] == (0, 0)
    assert await core.browsing.problems() == ()


async def test_a_talk_that_was_queued_for_download_is_fetched_from_its_new_place(
    core: Core, server: Server, sound: bytes
) -> None:
    feed_id, ids = await subscribed(core, server, sound, items())
    await core.downloading.pause_all()
    await core.downloading.request((ids[1],))
    moved = chain(new_guids, each(sound=lambda one: f"/new{one.sound}"))(items())
    moved = each(guid=lambda one: item(one.number).guid)(moved)
    server.add("/new/sound/1.mp3", static(sound))
    server.add("/sound/1.mp3", Reply(404))
    publish(server, moved)
    assert (await refreshed(core, feed_id))[0] == 0
    assert (await core.browsing.episode(ids[1])).state is DownloadState.QUEUED
    (result,) = [one for one in await fetch_all(core, ()) if one.episode_id == ids[1]]
    assert result.error is None
    assert len(server.asked("/new/sound/1.mp3")) == 1

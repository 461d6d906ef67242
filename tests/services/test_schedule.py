"""Refreshing without being asked: on start, when due, after failures, and when not to."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.services.core import open_core
from desktop_app.services.events import FeedsChanged, RefreshProgress
from desktop_app.services.refresh import NO_CONNECTION
from tests.support import pod
from tests.support.clock import HandClock
from tests.support.server import Reply, unused_port
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desktop_app.base.model import Feed
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

HOUR = 3600.0


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest_asyncio.fixture
async def core(home: Home, clock: HandClock) -> AsyncIterator[Core]:
    async with open_core(home, clock=clock) as opened:
        yield opened


@pytest_asyncio.fixture
async def feed(core: Core, server: Server, sound: bytes) -> Feed:
    return await core.subscriptions.add(pod.serve(server, "one", 1, sound))


async def looked(core: Core, *, opening: bool = False) -> int:
    """Return how many feeds were refreshed at this look."""
    return len(await core.schedule.look(opening=opening))


async def test_every_so_many_hours(core: Core, feed: Feed, clock: HandClock) -> None:
    found = []
    for hours in (0, 3.9, 0.2, 0, 3.9, 0.2):
        clock.advance(hours * HOUR)
        found.append(await looked(core))
    assert found == [0, 0, 1, 0, 0, 1]
    await core.settings.change(refresh_hours=0)
    clock.advance(100 * HOUR)
    assert await looked(core) == 0
    await core.feed_settings.set_every(feed.id, 24)
    assert await looked(core) == 1


async def test_on_start(core: Core, feed: Feed) -> None:
    assert await looked(core, opening=True) == 1
    await core.settings.change(refresh_on_start=False)
    assert await looked(core, opening=True) == 0
    await core.settings.change(refresh_on_start=True)
    await core.feed_settings.pause(feed.id, paused=True)
    assert await looked(core, opening=True) == 0


async def test_a_line_that_is_paid_by_use(core: Core, feed: Feed, clock: HandClock) -> None:
    del feed
    clock.advance(5 * HOUR)
    await core.schedule.set_line(online=True, metered=True)
    await core.settings.change(spare_metered=True)
    assert await looked(core, opening=True) == 0
    await core.schedule.set_line(online=True, metered=False)
    assert await looked(core) == 1
    clock.advance(5 * HOUR)
    await core.settings.change(spare_metered=False)
    await core.schedule.set_line(online=True, metered=True)
    assert await looked(core) == 1


async def test_nothing_is_tried_without_a_connection(
    core: Core, feed: Feed, clock: HandClock
) -> None:
    del feed
    clock.advance(5 * HOUR)
    await core.schedule.set_line(online=False, metered=False)
    assert await looked(core, opening=True) == 0
    await core.schedule.set_line(online=True, metered=False)
    assert await looked(core) == 1


async def test_what_is_due_without_a_connection_is_no_reason_to_look_each_second(
    core: Core, feed: Feed, clock: HandClock
) -> None:
    del feed
    clock.advance(5 * HOUR)
    await core.schedule.set_line(online=False, metered=False)
    assert await core.schedule._pause() > 60
    await core.schedule.set_line(online=True, metered=False)
    assert await core.schedule._pause() == 1


async def test_a_clock_that_was_wrong_keeps_no_feed_waiting(
    core: Core, feed: Feed, clock: HandClock, server: Server
) -> None:
    server.add("/one.xml", Reply(429, headers={"Retry-After": "60"}))
    clock.advance(10_000 * HOUR)
    await core.refresh.refresh((feed.id,))
    clock.advance(-10_000 * HOUR)
    assert await looked(core, opening=True) == 1


async def test_a_feed_that_fails_is_tried_less_and_less(
    core: Core, feed: Feed, clock: HandClock, server: Server
) -> None:
    server.add("/one.xml", Reply(500))
    waits = []
    clock.advance(5 * HOUR)
    for _ in range(9):
        assert await looked(core) == 1
        found = await core.browsing.feed(feed.id)
        assert found.next_try is not None
        waits.append((found.next_try - clock.now()).total_seconds() / 60)
        clock.advance(waits[-1] * 60 - 5)
        assert await looked(core, opening=True) == 0
        clock.advance(10)
    limits = [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    assert all(0.79 * most <= wait <= most for wait, most in zip(waits, limits, strict=True)), waits
    pod.serve(server, "one", 2, b"sound", etag='"2"')
    (outcome,) = await core.schedule.look()
    assert (outcome.new, outcome.error) == (1, None)
    assert (await core.browsing.feed(feed.id)).next_try is None
    assert await core.browsing.problems() == ()


@pytest.mark.parametrize("status", [429, 503])
async def test_a_server_that_asks_for_time_gets_it(
    core: Core, feed: Feed, clock: HandClock, server: Server, status: int
) -> None:
    server.add("/one.xml", Reply(status, headers={"Retry-After": "7200"}))
    (outcome,) = await core.refresh.refresh()
    assert outcome.error is not None
    found = await core.browsing.feed(feed.id)
    assert found.next_try == clock.now().replace(microsecond=0) + timedelta(hours=2)
    clock.advance(1.9 * HOUR)
    assert await core.refresh.refresh() == ()
    assert await looked(core, opening=True) == 0
    assert len(await core.refresh.refresh((feed.id,))) == 1, "by its name, the person knows best"
    clock.advance(2.1 * HOUR)
    assert len(await core.refresh.refresh()) == 1


async def test_a_feed_that_is_gone_is_left_in_peace(
    core: Core, feed: Feed, clock: HandClock, server: Server, sound: bytes
) -> None:
    server.add("/one.xml", Reply(410))
    await core.refresh.refresh()
    clock.advance(1000 * HOUR)
    assert await looked(core, opening=True) == 0
    assert await core.refresh.refresh() == ()
    found = await core.browsing.feed(feed.id)
    assert (found.stopped, found.next_try, found.episodes) == (True, None, 1)
    pod.serve(server, "one", 2, sound)
    await core.refresh.refresh((feed.id,))
    assert not (await core.browsing.feed(feed.id)).stopped


async def test_without_a_connection_one_line_says_so(
    core: Core, server: Server, sound: bytes, clock: HandClock
) -> None:
    urls = [pod.serve(server, name, 1, sound) for name in ("one", "two", "three")]
    ids = [(await core.subscriptions.add(url)).id for url in urls]
    nowhere = f"http://127.0.0.1:{unused_port()}"
    for feed_id, name in zip(ids, ("one", "two", "three"), strict=True):
        await core.browsing._library.write(
            lambda c, u, i: c.execute("UPDATE feeds SET url = ? WHERE id = ?", (u, i)),
            f"{nowhere}/{name}.xml",
            feed_id,
        )
    await core.subscriptions.add_starter()
    for _ in range(9):
        outcomes = await core.refresh.refresh()
        errors = {outcome.feed_id: outcome.error for outcome in outcomes if outcome.error}
        assert errors == dict.fromkeys(ids, NO_CONNECTION), "the starter needs no connection"
        (problem,) = await core.browsing.problems()
        assert (problem.what, problem.feed_id) == ("The feeds could not be refreshed", None)
        clock.advance(HOUR)
    found = [await core.browsing.feed(feed_id) for feed_id in ids]
    quarter = clock.now().replace(microsecond=0) + timedelta(minutes=15) - timedelta(hours=1)
    assert {(feed.problem, feed.next_try) for feed in found} == {(None, quarter)}
    await core.browsing._library.write(
        lambda c: c.execute(
            "UPDATE feeds SET url = ? WHERE id = ?", (server.url("/one.xml"), ids[0])
        )
    )
    await core.refresh.refresh()
    problems = await core.browsing.problems()
    assert {problem.feed_id for problem in problems} == set(ids[1:])


async def test_it_runs_by_itself_from_start_to_close(
    core: Core, feed: Feed, clock: HandClock
) -> None:
    rounds: list[int] = []

    def hear(event: Event) -> None:
        if isinstance(event, RefreshProgress) and event.done == event.total:
            rounds.append(event.total)

    async def times(number: int) -> bool:
        return len(rounds) >= number

    core.events.listen(hear)
    await core.settings.change(welcomed=True)
    await core.start_up()
    await until(core, lambda: times(1))
    clock.advance(5 * HOUR)
    core.events.publish(FeedsChanged())
    await until(core, lambda: times(2))
    await core.schedule.close()
    assert rounds == [1, 1]
    assert (await core.browsing.feed(feed.id)).refreshed == clock.now().replace(microsecond=0)

"""Lists: any question in any order gives what a plain loop over all talks gives."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery, FeedKind, Order
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.shelves import Facet, Facets
from desktop_app.library import collections, counts, episodes, facts, favorites, lists
from desktop_app.services.browsing import Browsing
from desktop_app.services.events import Events
from desktop_app.services.settings import SettingsService
from tests.library.world import World, fits, key, order, places
from tests.support.shelf import NOW, add_feed, add_talks, parsed, read_titles

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library
    from tests.library.world import Places


@pytest.mark.parametrize("seed", range(6))
async def test_a_page_is_what_a_plain_loop_gives(library: Library, home: Home, seed: int) -> None:
    world = World(library, home, random.Random(seed))  # noqa: S311 - the same again
    await world.make()
    talks = await world.all()
    where = await library.read(places, world.collection)
    found_any = 0
    for _ in range(150):
        query = world.question()
        expected = [each for each in talks if fits(query, each, where, world.removed)]
        expected.sort(key=order(query, where))
        offset, limit = world.chance.randrange(0, 40, 3), world.chance.choice((3, 100))
        page = await library.read(episodes.page, home.audio, query, offset, limit)
        assert [each.id for each in page.episodes] == [
            each.id for each in expected[offset : offset + limit]
        ], query
        assert page.total == len(expected), query
        assert list(page.episodes) == expected[offset : offset + limit]
        found_any += bool(expected)
        await _check_facets(world, query, talks, where)
    assert found_any > 50


async def _check_facets(
    world: World, query: EpisodeQuery, talks: list[Episode], where: Places
) -> None:
    def all_in(asked: EpisodeQuery) -> list[Episode]:
        return [each for each in talks if fits(asked, each, where, world.removed)]

    def counted(values: Counter[str] | Counter[int]) -> dict[str | int, int]:
        return {value: talks for value, talks in values.items()}  # noqa: C416 - for its type

    def told(facets: tuple[Facet, ...]) -> dict[str | int, int]:
        return {each.value: each.talks for each in facets}

    read = world.library.read
    people = Counter(name for each in all_in(query) for name in each.speakers)
    found = await read(lists.speakers, query)
    assert {each.name: each.talks for each in found} == dict(people)
    named, decades = await read(lists.fellowships_and_decades, query)
    lifted = all_in(replace(query, fellowship=None))
    assert told(named) == counted(Counter(e.fellowship for e in lifted if e.fellowship))
    lifted = all_in(replace(query, decade=None))
    assert told(decades) == counted(Counter(e.year // 10 * 10 for e in lifted if e.year))
    lifted = all_in(replace(query, step=None))
    steps = await read(lists.steps, query)
    assert told(steps) == counted(Counter(step for each in lifted for step in each.steps))
    lifted = all_in(replace(query, topic=None))
    topics = await read(lists.topics, query)
    assert told(topics) == counted(Counter(name for each in lifted for name in each.topics))


@pytest.mark.parametrize("seed", range(6, 12))
async def test_what_stands_on_the_shelf_is_what_all_tables_say(
    library: Library, home: Home, seed: int
) -> None:
    world = World(library, home, random.Random(seed))  # noqa: S311 - the same again
    await world.make()

    def differing(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
        return connection.execute(
            "SELECT e.id, e.shelf, s.shelf FROM episodes e JOIN shelved s ON s.id = e.id"
            " WHERE e.shelf != s.shelf"
        ).fetchall()

    assert not await library.read(differing)
    talks = await world.all()
    where = await library.read(places, world.collection)
    kinds = Counter(e.kind for e in talks if fits(EpisodeQuery(), e, where, world.removed))
    numbers = await library.read(counts.of_all)
    assert (numbers.talks, numbers.meditations) == (
        kinds[FeedKind.TALKS],
        kinds[FeedKind.MEDITATIONS],
    )
    assert numbers.speakers == len(await library.read(lists.speakers, EpisodeQuery()))


async def test_no_list_walks_through_the_rows_of_the_library(library: Library) -> None:
    """Each order is an index's own, and each question is told from an index."""
    asked = EpisodeQuery(kind=FeedKind.TALKS, unheard=True, fellowship="AA", step=4, decade=1990)
    plans: list[str] = []

    def explain(connection: sqlite3.Connection, query: EpisodeQuery) -> None:
        said: list[str] = []
        connection.set_trace_callback(said.append)
        lists.page(connection, query, 0, 100)
        connection.set_trace_callback(None)
        for statement in said:
            found = connection.execute(f"EXPLAIN QUERY PLAN {statement}")
            plans.extend(row["detail"] for row in found)

    for order_ in (Order.NEWEST, Order.OLDEST, Order.TITLE, Order.SPEAKER, Order.SERIES):
        await library.read(explain, replace(asked, order=order_))
    assert plans
    assert not [each for each in plans if "TEMP B-TREE" in each]
    assert not [each for each in plans if " e " in each and "COVERING INDEX" not in each]


async def test_parts_of_a_series_stand_together_in_order(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    titles = ("Ann one", "Part 10", "Ann two", "Part 2", "Zed", "Nobody", "Part 1")
    await add_talks(library, feed, *(parsed(each, name) for each, name in enumerate(titles)))

    def says(title: str) -> TitleFacts:
        if title.startswith("Part"):
            return TitleFacts(speakers=("Ann B.",), series="Study", part=int(title[5:]))
        return {
            "Zed": TitleFacts(speakers=("Zed A.",)),
            "Nobody": TitleFacts(),
        }.get(title, TitleFacts(speakers=("Ann B.",)))

    unread = await library.read(facts.unread)
    said = [facts.Read(one.id, one.hash, says(one.source.title), one.tags) for one in unread]
    await library.write(facts.store, said, key)
    query = EpisodeQuery(order=Order.SPEAKER)
    page = await library.read(episodes.page, home.audio, query, 0, 9)
    assert [each.title for each in page.episodes] == [
        "Ann one", "Ann two", "Part 1", "Part 2", "Part 10", "Zed", "Nobody",
    ]  # fmt: skip
    series = EpisodeQuery(series=f"{feed} Study Ann B.", order=Order.SERIES)
    page = await library.read(episodes.page, home.audio, series, 1, 9)
    assert ([each.title for each in page.episodes], page.total) == (["Part 2", "Part 10"], 3)


async def test_a_talks_own_page_has_its_note_and_its_collections(
    library: Library, home: Home
) -> None:
    (talk,) = await add_talks(library, await add_feed(library), parsed(1))
    first = await library.write(collections.create, "First", None, NOW)
    second = await library.write(collections.create, "Second", None, NOW)
    await library.write(collections.create, "Third", None, NOW)
    for one in (second, first):
        await library.write(collections.add, one.id, [talk], NOW)
    await library.write(favorites.set_note, talk, "for Tuesdays", NOW)
    detail = await library.read(episodes.detail, home.audio, talk)
    assert detail is not None
    assert (detail.note, detail.collections) == ("for Tuesdays", (first.id, second.id))


async def test_what_a_list_can_be_narrowed_to_comes_with_its_own_condition_lifted(
    library: Library, home: Home
) -> None:
    events = Events()
    browsing = Browsing(home, library, events, SettingsService(home, events))
    feed = await add_feed(library)
    await add_talks(library, feed, *(parsed(each, str(each)) for each in range(4)))
    said = {
        "0": TitleFacts(fellowship="AA", year=1994, steps=(4, 5), topics=("fear",)),
        "1": TitleFacts(fellowship="AA", year=2004, steps=(4,)),
        "2": TitleFacts(fellowship="NA", year=1999, topics=("amends", "fear")),
        "3": TitleFacts(),
    }
    await read_titles(library, lambda title: said[title])
    assert await browsing.facets(EpisodeQuery(fellowship="AA", decade=1990)) == Facets(
        fellowships=(Facet("AA", 1), Facet("NA", 1)),
        steps=(Facet(4, 1), Facet(5, 1)),
        topics=(Facet("fear", 1),),
        decades=(Facet(1990, 1), Facet(2000, 1)),
    )
    everything = await browsing.facets(EpisodeQuery())
    assert everything.fellowships == (Facet("AA", 2), Facet("NA", 1))
    assert everything.topics == (Facet("amends", 1), Facet("fear", 2))
    assert everything.decades == (Facet(1990, 2), Facet(2000, 1))

"""Names that are one person's, whatever is merged with whatever; a person's page; series."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.parsed import TitleFacts
from desktop_app.library import downloads, facts, feeds, positions, series, speakers
from desktop_app.library.facts import Read
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.library.database import Library

Merging = tuple[tuple[str, ...], str]

CASES: dict[str, tuple[tuple[Merging, ...], dict[str, str]]] = {
    "two": (((("B",), "A"),), {"B": "A"}),
    "a new name": (((("A", "B"), "C"),), {"A": "C", "B": "C"}),
    "itself": (((("A",), "A"),), {}),
    "nobody": ((((), "A"),), {}),
    "one after the other": (((("B",), "A"), (("C",), "A")), {"B": "A", "C": "A"}),
    "a merged name takes in": (((("B",), "A"), (("C",), "B")), {"B": "A", "C": "A"}),
    "all follow": (((("B",), "A"), (("A",), "C")), {"A": "C", "B": "C"}),
    "they change places": (((("B",), "A"), (("A",), "B")), {"A": "B"}),
    "the merged one is named": (((("B",), "A"), (("B",), "C")), {"A": "C", "B": "C"}),
    "both ways at once": (((("B",), "A"), (("A", "B"), "B")), {"A": "B"}),
}


@pytest.mark.parametrize("case", CASES)
async def test_merging(library: Library, case: str) -> None:
    merged, expected = CASES[case]
    for names, into in merged:
        await library.write(speakers.merge, names, into)
    assert await library.read(speakers.aliases) == expected


async def test_a_name_that_is_spelt_otherwise_is_no_other_speaker(
    library: Library, home: Home
) -> None:
    await fill(library, home)
    await library.write(speakers.merge, ("ann b",), "BÓB D")
    assert await library.read(speakers.aliases) == {"Ann B.": "Bob D."}
    person = await library.read(speakers.one, "ann b")
    assert person is not None
    assert (person.name, person.also) == ("Bob D.", ("Ann B.",))
    assert await library.write(speakers.separate, "ANN B.") is not None
    await library.write(speakers.merge, ("Bob D.",), "Bob D")
    assert await library.read(speakers.aliases) == {"Bob D.": "Bob D"}, "a way to spell it"
    assert await library.read(speakers.meant, "…") == "…"


@pytest.mark.parametrize("seed", range(20))
async def test_every_name_leads_in_one_step_to_one_that_is_shown(
    library: Library, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test's
    names = "ABCDEF"
    for _ in range(30):
        some = tuple(chance.sample(names, chance.randint(1, 3)))
        into = chance.choice(names)
        if chance.random() < 0.25:
            await library.write(speakers.separate, some[0])
            same_as = await library.read(speakers.aliases)
            assert some[0] not in same_as
        else:
            await library.write(speakers.merge, some, into)
            same_as = await library.read(speakers.aliases)
            heads = {same_as.get(each, each) for each in (*some, into)}
            assert len(heads) == 1, "they are one now"
        assert same_as.keys().isdisjoint(same_as.values())


async def fill(library: Library, home: Home) -> tuple[int, ...]:
    """Bob's study in three of four parts, and two more talks of Bob's; one of Ann's."""
    feed = await add_feed(library)
    ids = await add_talks(library, feed, *(parsed(number) for number in range(6)))

    def part(number: int | None, **values: object) -> TitleFacts:
        study: dict[str, object] = {
            "speakers": ("Bob D.",), "series": "Step study", "part": number, "of": 4,
            "place": "Akron, OH", "year": 1998, "fellowship": "AA",
        }  # fmt: skip
        return TitleFacts(**(study | values))  # type: ignore[arg-type]

    said = [
        part(3, of=None),
        part(1),
        part(2, series="step study", year=1999),
        TitleFacts(speakers=("Bob D.",), fellowship="AA", place="Leeds", year=1990),
        TitleFacts(speakers=("Bob D.", "Ann B."), fellowship="Al-Anon"),
        TitleFacts(speakers=("Ann B.",), series="Alone", part=1),
    ]
    by_id = dict(zip(ids, said, strict=True))
    unread = await library.read(facts.unread)
    readings = [Read(each.id, each.hash, by_id[each.id]) for each in unread]
    await library.write(
        facts.store, readings, lambda _, one: one.series.casefold() if one.series else None
    )
    await library.write(positions.mark_heard, ids[1], NOW, heard=True)
    await library.write(downloads.enqueue, (ids[2],))
    await library.write(downloads.finish, ids[2], "a.mp3", 9, NOW)
    return ids


async def test_a_series(library: Library, home: Home) -> None:
    ids = await fill(library, home)
    found = await library.read(series.one, "step study")
    assert found is not None
    assert (found.name, found.speakers, found.talks, found.of) == ("Step study", ("Bob D.",), 3, 4)
    assert (found.heard, found.here, found.place, found.year) == (1, 1, "Akron, OH", 1998)
    assert found.next == ids[2], "the first part that was not heard"
    parts = await library.read(series.parts, "step study")
    assert [part.id for part in parts] == [ids[1], ids[2], ids[0]]
    for each in ids[:3]:
        await library.write(positions.mark_heard, each, NOW, heard=True)
    heard = await library.read(series.one, "step study")
    assert heard is not None
    assert (heard.heard, heard.next) == (3, None)
    assert await library.read(series.one, "nothing") is None
    assert await library.read(series.key_of, ids[1]) == "step study"
    assert await library.read(series.key_of, 99) is None


async def test_what_there_is_of_a_speaker(library: Library, home: Home) -> None:
    await fill(library, home)
    await library.write(speakers.merge, ("Robert D.", "bobby d"), "Bob D.")
    for name in ("Bob D.", "Robert D."):
        found = await library.read(speakers.one, name)
        assert found is not None
        assert (found.name, found.talks, found.here, found.heard) == ("Bob D.", 5, 1, 1)
        assert found.seconds == sum(60.0 * (number + 1) for number in range(5))
        assert found.fellowships == ("AA", "Al-Anon")
        assert found.places == ("Akron, OH", "Leeds")
        assert (found.first_year, found.last_year) == (1990, 1999)
        assert [each.key for each in found.series] == ["step study"]
        assert found.also == ("bobby d", "Robert D.")
    ann = await library.read(speakers.one, "Ann B.")
    assert ann is not None
    assert (ann.talks, ann.first_year, ann.series) == (2, None, ()), "one part is no series yet"
    assert await library.read(speakers.one, "Nobody") is None


async def test_what_a_removed_feed_left_behind_does_not_count(library: Library, home: Home) -> None:
    ids = await fill(library, home)
    await library.write(feeds.unsubscribe, 1)
    found = await library.read(speakers.one, "Bob D.")
    assert found is not None
    assert (found.talks, found.series) == (1, ()), "the download alone was kept on purpose"
    parts = await library.read(series.parts, "step study")
    assert [part.id for part in parts] == [ids[2]]

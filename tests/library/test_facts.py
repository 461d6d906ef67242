"""What talks are: read of their sources, overridden by the person, by rules that get better."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import AudioFacts, Chapter, TitleFacts
from desktop_app.base.shelves import Fact
from desktop_app.library import (
    chapters,
    corrections,
    downloads,
    episodes,
    facts,
    merging,
    search,
    sharing,
    sorting,
    speakers,
    tapes,
)
from desktop_app.library.episodes import Arrival
from desktop_app.library.facts import Read
from desktop_app.library.tapes import Place
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.base.shelves import FactValue
    from desktop_app.library.database import Library

SAID = TitleFacts(
    speakers=("Bob D.", "Ann B."), fellowship="AA", place="Akron, OH", event="Founders' Day",
    year=1998, steps=(6, 7), part=2, of=3, subject="Steps 6 & 7", series="Step study",
    topics=("humility", "surrender"),
)  # fmt: skip

BESIDE = (
    "SELECT name FROM episode_speakers ORDER BY 1",
    "SELECT step FROM episode_steps ORDER BY 1",
    "SELECT topic FROM episode_topics ORDER BY 1",
)


def key(feed_id: int, said: TitleFacts) -> str | None:
    return f"{feed_id} {said.series} {' '.join(said.speakers)}" if said.series else None


async def read(library: Library, said: TitleFacts = SAID, rules: int = 1) -> tuple[int, ...]:
    """Read all that is to be read, as if everything said the same."""
    unread = await library.read(facts.unread, 200, rules)
    readings = [Read(each.id, each.hash, said, each.tags) for each in unread]
    return await library.write(facts.store, readings, key, rules)


async def shelf(library: Library, home: Home) -> dict[int, Episode]:
    page = await library.read(episodes.page, home.audio, EpisodeQuery(), 0, 999)
    return {each.id: each for each in page.episodes}


async def values(library: Library, statement: str) -> list[object]:
    return await library.read(lambda connection: [row[0] for row in connection.execute(statement)])


async def test_all_of_it_is_kept(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    (one,) = await add_talks(library, feed, parsed(1))
    assert await read(library) == (one,)
    found = (await shelf(library, home))[one]
    for name in ("speakers", "fellowship", "place", "event", "year", "steps", "part", "of",
                 "subject", "series", "topics"):  # fmt: skip
        assert getattr(found, name) == getattr(SAID, name), name
    assert found.series_key == f"{feed} Step study Bob D. Ann B."
    assert await library.read(facts.known, one) == SAID
    kept = [await values(library, statement) for statement in BESIDE]
    assert kept == [["Ann B.", "Bob D."], [6, 7], ["humility", "surrender"]]
    assert await library.read(facts.unread) == ()


async def test_what_is_no_longer_said_is_gone(library: Library, home: Home) -> None:
    (one,) = await add_talks(library, await add_feed(library), parsed(1))
    await read(library)
    await library.write(facts.read_again, (one,))
    assert await read(library) == (), "it looks the same"
    await library.write(facts.read_again, (one,))
    assert await read(library, TitleFacts()) == (one,)
    found = (await shelf(library, home))[one]
    assert (found.speakers, found.steps, found.topics, found.series_key) == ((), (), (), None)
    assert [await values(library, statement) for statement in BESIDE] == [[], [], []]


@pytest.mark.parametrize("what", ["another hash", "other tags", "a tape's number", "gone"])
async def test_what_changed_meanwhile_is_left_for_the_next_round(
    library: Library, home: Home, what: str
) -> None:
    feed = await add_feed(library)
    one, two = await add_talks(library, feed, parsed(1), parsed(2))
    unread = await library.read(facts.unread)
    if what == "another hash":
        again = parsed(1, "Renamed", hash="another")
        await library.write(episodes.store, feed, [Arrival(one, again)], NOW)
    elif what == "other tags":
        await library.write(downloads.enqueue, (one,))
        tagged = AudioFacts(60.0, "mp3", artist="Tom C.")
        await library.write(downloads.finish, one, "a.mp3", 9, NOW, tagged)
    elif what == "a tape's number":
        await library.write(tapes.place, [Place(one, "file:///Tapes/2.mp3", 2, 3)])
    else:
        await library.write(lambda c: c.execute("DELETE FROM episodes WHERE id = ?", (one,)))
    readings = [Read(each.id, each.hash, SAID, each.tags) for each in unread]
    assert await library.write(facts.store, readings) == (two,)
    left = await library.read(facts.unread)
    assert [each.id for each in left] == ([] if what == "gone" else [one])


async def test_what_a_talk_is_read_of(library: Library) -> None:
    feed = await add_feed(library, "Speaker Tapes")
    url = "https://tapes.example/audio/bob%20d_1998.mp3?x=1"
    (one,) = await add_talks(
        library, feed, parsed(1, "A talk", url=url, author="Bob D.", notes="N" * 5000)
    )
    (unread,) = await library.read(facts.unread)
    source = unread.source
    assert source[:4] == ("A talk", "Bob D.", "Speaker Tapes", "")
    assert source.file == "/audio/bob d_1998.mp3"
    assert len(source.notes) == 1500
    assert unread.numbered is None
    await library.write(downloads.enqueue, (one,))
    tags = AudioFacts(60.0, "mp3", title="  The\ntag ", artist="Someone", album="Album")
    await library.write(downloads.finish, one, "a.mp3", 9, NOW, tags)
    (tagged,) = await library.read(facts.sources, (one,))
    assert tagged.source[1:] == (*source[1:6], "Album", "The tag")


@pytest.mark.parametrize(
    ("author", "expected"), [(None, "Tom C."), ("The feed", "Tom C."), ("Bob D.", "Bob D.")]
)
async def test_the_artist_speaks_where_the_author_is_the_feed(
    library: Library, author: str | None, expected: str
) -> None:
    feed = await add_feed(library)
    (one,) = await add_talks(library, feed, parsed(1, author=author))
    await library.write(lambda c: c.execute("UPDATE feeds SET author = 'The feed'"))
    await library.write(downloads.enqueue, (one,))
    await library.write(
        downloads.finish, one, "a.mp3", 9, NOW, AudioFacts(60.0, "mp3", artist="Tom C.")
    )
    (unread,) = await library.read(facts.unread)
    assert unread.source.author == expected


async def test_what_a_file_says_goes_where_it_goes(library: Library) -> None:
    old, new = await add_feed(library, "Old"), await add_feed(library, "New")
    (one,) = await add_talks(library, old, parsed(1))
    (same,) = await add_talks(library, new, parsed(1))
    await library.write(downloads.enqueue, (one,))
    inside = (Chapter(0.0, "Opening"), Chapter(30.0, "Story"))
    tags = AudioFacts(60.0, "mp3", artist="Tom C.", chapters=inside)
    await library.write(downloads.finish, one, "a.mp3", 9, NOW, tags)
    await library.write(merging.merge, old, new, ((one, same),))
    assert await library.read(chapters.of, same) == inside
    (unread,) = await library.read(facts.unread)
    assert (unread.id, unread.source.author) == (same, "Tom C.")


async def test_tags_that_say_nothing_new_are_no_reason_to_read_again(library: Library) -> None:
    (one,) = await add_talks(library, await add_feed(library), parsed(1))
    await read(library)
    await library.write(downloads.enqueue, (one,))
    for tags, reading in (
        (AudioFacts(60.0, "mp3"), 0),
        (AudioFacts(60.0, "mp3", album="Album"), 1),
        (AudioFacts(60.0, "mp3", album="Album"), 0),
        (AudioFacts(60.0, "mp3"), 0),
    ):
        await library.write(downloads.finish, one, "a.mp3", 9, NOW, tags)
        assert len(await library.read(facts.unread)) == reading, tags
        await read(library)


async def test_better_rules_read_everything_again_the_newest_first(
    library: Library, home: Home
) -> None:
    feed = await add_feed(library)
    ids = await add_talks(library, feed, *(parsed(number) for number in (3, 1, 2)))
    await read(library)
    assert await library.read(facts.unread, 9, 1) == ()
    (fresh,) = await add_talks(library, feed, parsed(9))
    again = [each.id for each in await library.read(facts.unread, 9, 2)]
    assert again == [fresh, ids[1], ids[2], ids[0]], "what came first, then the newest"
    unread = await library.read(facts.unread, 9, 2)
    other = TitleFacts(speakers=("Tom C.",))
    readings = [
        Read(each.id, each.hash, other if each.id == ids[2] else SAID, each.tags) for each in unread
    ]
    different = await library.write(facts.store, readings, key, 2)
    assert set(different) == {fresh, ids[2]}, "nobody is told of what looks the same"
    assert await library.read(facts.unread, 9, 2) == ()
    assert (await shelf(library, home))[ids[2]].speakers == ("Tom C.",)


CORRECTIONS: dict[Fact, FactValue] = {
    Fact.SPEAKERS: ("Renée O.",),
    Fact.SUBJECT: "The promises",
    Fact.FELLOWSHIP: "Al-Anon",
    Fact.PLACE: None,
    Fact.EVENT: "Roundup",
    Fact.YEAR: 2001,
    Fact.STEPS: (),
    Fact.PART: 5,
    Fact.OF: None,
    Fact.SERIES: None,
    Fact.TOPICS: ("amends",),
}


@pytest.mark.parametrize("field", Fact)
async def test_a_correction_counts_at_once_and_outlives_every_reading(
    library: Library, home: Home, field: Fact
) -> None:
    feed = await add_feed(library)
    one, other = await add_talks(library, feed, parsed(1), parsed(2))
    await read(library)
    wanted: Mapping[Fact, FactValue] = {field: CORRECTIONS[field]}
    assert await library.write(facts.correct, (one,), wanted, key) == (one,)

    async def check() -> None:
        found = await shelf(library, home)
        assert getattr(found[one], field.value) == CORRECTIONS[field]
        assert getattr(found[other], field.value) == getattr(SAID, field.value)

    await check()
    renamed = parsed(1, "Renamed", hash="renamed")
    await library.write(episodes.store, feed, [Arrival(one, renamed)], NOW)
    await check()
    for rules in (1, 2):
        await read(library, rules=rules)
        await check()
    kept = await library.read(corrections.of, (one, other))
    assert kept == {one: wanted}
    await library.write(facts.revert, (one,), (field,))
    await read(library)
    assert await library.read(facts.known, one) == SAID
    assert await library.read(corrections.of, (one,)) == {}


async def test_a_corrected_name_is_found(library: Library, home: Home) -> None:
    (one,) = await add_talks(library, await add_feed(library), parsed(1))
    await read(library)
    await library.write(facts.correct, (one,), {Fact.SPEAKERS: ("Wilhelmina Q.",)}, key)
    found = await library.read(search.find, home.audio, "wilhelm", 9)
    assert [each.id for each in found] == [one]
    assert await library.read(search.find, home.audio, "bob", 9) == ()


async def test_a_field_of_a_newer_program_is_passed_over(library: Library) -> None:
    (one,) = await add_talks(library, await add_feed(library), parsed(1))
    await library.write(
        lambda c: c.execute("INSERT INTO corrections VALUES (?, 'mood', '\"calm\"')", (one,))
    )
    await read(library)
    assert await library.read(facts.known, one) == SAID


async def test_a_talk_that_is_gone_cannot_be_corrected(library: Library) -> None:
    assert await library.write(facts.correct, (7,), {Fact.YEAR: 1999}, key) == ()


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({Fact.PART: 3}, None),
        ({Fact.PART: 4}, (4, 3)),
        ({Fact.OF: 2}, None),
        ({Fact.OF: 1}, (2, 1)),
        ({Fact.PART: 9, Fact.OF: 9}, None),
    ],
)
async def test_parts_beyond_the_last(
    library: Library, numbers: dict[Fact, FactValue], expected: tuple[int, int] | None
) -> None:
    ids = await add_talks(library, await add_feed(library), parsed(1))
    await read(library)
    assert await library.read(facts.out_of_order, ids, numbers) == expected


async def test_a_tape_keeps_its_neighbours_word_beside_the_persons(
    library: Library, home: Home
) -> None:
    feed = await add_feed(library)
    tape = parsed(1, url="file:///tapes/a.mp3", guid="a.mp3", order="a", album="Step study")
    (one,) = await add_talks(library, feed, tape)
    await library.write(tapes.place, [tapes.Place(one, "file:///tapes/a.mp3", 2, 12)])
    (unread,) = await library.read(facts.unread)
    assert unread.numbered == (2, 12)
    assert (unread.source.file, unread.source.album) == ("a.mp3", "Step study")
    await read(library)
    await library.write(facts.correct, (one,), {Fact.PART: 3}, key)
    await library.write(tapes.place, [tapes.Place(one, "file:///tapes/a.mp3", 4, 11)])
    found = (await shelf(library, home))[one]
    assert (found.part, found.of) == (3, 11)
    (had,) = await library.read(tapes.of_feed, feed)
    assert (had.part, had.of) == (4, 11)


async def test_names_of_one_person_are_shown_as_one(library: Library, home: Home) -> None:
    feed = await add_feed(library)
    ids = await add_talks(library, feed, parsed(1), parsed(2), parsed(3))
    unread = await library.read(facts.unread)
    names = (("Bob D.",), ("Robert D.",), ("Robert D.", "Bob D.", "Ann B."))
    said = [TitleFacts(speakers=each, series="Study") for each in names]
    by_id = dict(zip(ids, said, strict=True))
    readings = [Read(each.id, each.hash, by_id[each.id]) for each in unread]
    await library.write(facts.store, readings, key)
    touched = await library.write(speakers.merge, ("Robert D.",), "Bob D.")
    assert set(touched) == {ids[1], ids[2]}
    assert {each.id for each in await library.read(facts.unread)} == {ids[1], ids[2]}
    await library.write(facts.count_again, touched, key)
    found = await shelf(library, home)
    assert [found[each].speakers for each in ids] == [
        ("Bob D.",),
        ("Bob D.",),
        ("Bob D.", "Ann B."),
    ]
    assert found[ids[0]].series_key == found[ids[1]].series_key, "one person, one series"
    assert await library.read(speakers.shown, "Robert D.") == "Bob D."
    assert set(await library.write(speakers.separate, "Robert D.")) == set(ids)  # type: ignore[arg-type]
    await library.write(facts.store, readings, key)
    found = await shelf(library, home)
    assert [found[each].speakers for each in ids] == list(names)
    assert await library.write(speakers.separate, "Robert D.") is None


async def test_json_in_columns_is_readable(library: Library) -> None:
    await add_talks(library, await add_feed(library), parsed(1))
    await read(library, TitleFacts(speakers=("Renée",)))
    assert await values(library, "SELECT speakers FROM episodes") == ['["Renée"]']


@pytest.mark.parametrize(
    ("said", "headed"),
    [
        (TitleFacts(speakers=("Kip Tarn",), event="Roundup", place="Reno, NV"), "Kip T. — Roundup"),
        (TitleFacts(speakers=("Kip Tarn",), place="Reno, NV"), "Kip T. — Reno"),
        (
            TitleFacts(speakers=("Kip Tarn",), series="The book", part=2),
            "Kip T. — The book, part 2",
        ),
        (TitleFacts(event="Roundup"), "Talk 1"),
    ],
)
async def test_by_title_and_for_others_a_talk_is_called_as_in_its_row(
    library: Library, home: Home, said: TitleFacts, headed: str
) -> None:
    (talk,) = await add_talks(library, await add_feed(library), parsed(1, "Talk 1"))
    await read(library, said)
    keys = await library.read(
        lambda connection: connection.execute("SELECT sort_title FROM episodes").fetchall()
    )
    told = headed.replace("T. —", "Tarn").replace(", part", "")
    assert [row[0] for row in keys] == [sorting.by_title(told)]
    (shared,) = await library.read(sharing.talks, home.audio, (talk,))
    assert shared.headline == headed

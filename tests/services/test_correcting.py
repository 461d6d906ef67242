"""The person's word stands, whatever becomes of the feed that it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.base.shelves import Fact
from desktop_app.catalog.topics import TOPICS
from desktop_app.services import backups
from desktop_app.services.core import open_core
from desktop_app.services.events import EpisodesChanged
from desktop_app.services.given_facts import checked
from tests.services.identity import changed, everything, indexed, item, items, publish
from tests.support.server import Reply, redirect

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import FactValue
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.services.identity import Item
    from tests.support.server import Server

WORD: dict[Fact, FactValue] = {
    Fact.SPEAKERS: ("Renée O.", "Tom C."),
    Fact.PLACE: "Akron, OH",
    Fact.YEAR: 1998,
    Fact.STEPS: (6, 7),
    Fact.FELLOWSHIP: None,
    Fact.TOPICS: ("amends",),
}


def has(talk: Episode) -> dict[Fact, FactValue]:
    return {field: getattr(talk, field.value) for field in WORD}


async def subscribed(core: Core, server: Server, now: Sequence[Item]) -> dict[int, int]:
    """Subscribe; return the talks' ids by number."""
    await core.subscriptions.add(publish(server, now))
    await indexed(core)
    found = await everything(core)
    return {int(str(each.url).rpartition("/")[2].removesuffix(".mp3")): each.id for each in found}


async def refreshed(core: Core, server: Server, now: Sequence[Item]) -> None:
    publish(server, now)
    (outcome,) = await core.refresh.refresh()
    assert outcome.error is None
    await indexed(core)


async def test_it_counts_at_once_and_is_told(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, items())
    told: list[Event] = []
    core.events.listen(told.append)
    await core.correcting.correct((ids[1],), WORD)
    assert told == [EpisodesChanged(frozenset({ids[1]}))]
    assert has(await core.browsing.episode(ids[1])) == WORD
    assert [each.name for each in await core.browsing.speakers(EpisodeQuery())] == [
        "Bob D.", "Renée O.", "Tom C.",
    ]  # fmt: skip
    assert [each.id for each in await core.browsing.search("renee")] == [ids[1]]


CHANGES: dict[str, dict[str, object]] = {
    "title": {"title": "Al-Anon: Ann B. from Dallas, TX 2004"},
    "guid": {"guid": "urn:another"},
    "address": {"sound": "/sound/1.mp3?token=7"},
    "all": {"title": "Sandra M.", "sound": "/sound/1.mp3?token=8", "notes": "Other notes"},
}


@pytest.mark.parametrize("change", CHANGES)
async def test_no_refresh_undoes_it(core: Core, server: Server, change: str) -> None:
    ids = await subscribed(core, server, items())
    await core.correcting.correct((ids[1],), WORD)
    before = {each.id: each for each in await everything(core)}
    now = changed(1, items(), **CHANGES[change])
    await refreshed(core, server, now)
    await refreshed(core, server, [item(9), *now])
    found = {each.id: each for each in await everything(core)}
    assert len(found) == len(before) + 1
    assert has(found[ids[1]]) == WORD
    assert found[ids[2]] == before[ids[2]]
    facts = await core.correcting.facts(ids[1])
    assert facts.corrected == WORD.keys()
    title = CHANGES[change].get("title")
    if title == "Sandra M.":
        assert facts.said.speakers == ("Sandra M.",)


async def test_the_title_may_speak_again(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, items())
    await core.correcting.correct((ids[1], ids[2]), WORD)
    await refreshed(core, server, changed(1, items(), title="Sandra M. - The promises"))
    told: list[Event] = []
    core.events.listen(told.append)
    await core.correcting.revert((ids[1],), (Fact.SPEAKERS, Fact.YEAR))
    assert told == [EpisodesChanged(frozenset({ids[1]}))]
    facts = await core.correcting.facts(ids[1])
    assert (facts.known.speakers, facts.known.year) == (("Sandra M.",), None)
    assert facts.corrected == WORD.keys() - {Fact.SPEAKERS, Fact.YEAR}
    assert has(await core.browsing.episode(ids[2])) == WORD


async def test_it_moves_with_the_feed(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, items())
    await core.correcting.correct((ids[1],), WORD)
    publish(server, items(), "/new.xml")
    server.add("/f.xml", redirect(server.url("/new.xml"), 301))
    await core.refresh.refresh()
    await indexed(core)
    (feed,) = await core.browsing.feeds()
    assert feed.url == server.url("/new.xml")
    assert has(await core.browsing.episode(ids[1])) == WORD


async def test_two_feeds_that_become_one_keep_the_words_of_both(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, items())
    publish(server, items(), "/other.xml")
    other = await core.subscriptions.add(server.url("/other.xml"))
    await indexed(core)
    theirs = {each.title: each.id for each in await everything(core, other.id)}
    one, two = (theirs[f"Bob D. - Talk {number}"] for number in (1, 2))
    await core.correcting.correct((ids[1],), {Fact.YEAR: 1998, Fact.PLACE: "Akron, OH"})
    await core.correcting.correct((one,), {Fact.YEAR: 2001})
    await core.correcting.correct((ids[2],), {Fact.SPEAKERS: ("Tom C.",)})
    server.add("/f.xml", redirect(server.url("/other.xml"), 301))
    await core.refresh.refresh()
    await indexed(core)
    assert [feed.id for feed in await core.browsing.feeds()] == [other.id]
    found = {each.id: each for each in await everything(core)}
    assert (found[one].year, found[one].place) == (2001, "Akron, OH"), "the one that stays holds"
    assert found[two].speakers == ("Tom C.",)
    assert (await core.correcting.facts(one)).corrected == {Fact.YEAR, Fact.PLACE}


async def test_a_removed_feed_comes_back_with_it(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, items())
    await core.correcting.correct((ids[1], ids[2]), WORD)
    await core.favorites.mark(ids[1])
    (feed,) = await core.browsing.feeds()
    await core.subscriptions.remove(feed.id)
    await indexed(core)
    (kept,) = await everything(core)
    assert has(kept) == WORD
    again = await core.subscriptions.add(server.url("/f.xml"))
    await indexed(core)
    assert again.id == feed.id
    words = [each.id for each in await everything(core) if has(each) == WORD]
    assert sorted(words) == sorted((ids[1], ids[2])), "whatever else of it was kept"


async def test_a_backup_has_it(core: Core, server: Server, tmp_path: Path) -> None:
    ids = await subscribed(core, server, items())
    await core.correcting.correct((ids[1],), WORD)
    await core.correcting.merge_speakers(("Bob D.",), "Robert D.")
    copy = tmp_path / "copy.sqlite"
    await core.backups.write(copy)
    other = Home(tmp_path / "other")
    other.prepare()
    backups.restore(other, copy, SystemClock())
    async with open_core(other) as restored:
        assert has(await restored.browsing.episode(ids[1])) == WORD
        assert (await restored.browsing.speaker("Bob D.")).name == "Robert D."


async def test_names_are_merged_now_and_in_talks_to_come(core: Core, server: Server) -> None:
    now = changed(1, items(), title="Robert D. - The promises")
    ids = await subscribed(core, server, now)
    told: list[Event] = []
    core.events.listen(told.append)
    await core.correcting.merge_speakers(("Robert D.",), "Bob D.")
    assert EpisodesChanged(frozenset({ids[1]})) in told
    assert (await core.browsing.episode(ids[1])).speakers == ("Bob D.",)
    await indexed(core)
    await refreshed(core, server, [item(9), *changed(9, [item(9)], title="Robert D. - Hope"), *now])
    await refreshed(core, server, changed(2, now, title="Robert D. - Talk 2"))
    names = [each.name for each in await core.browsing.speakers(EpisodeQuery())]
    assert names == ["Bob D."]
    assert (await core.browsing.speaker("Robert D.")).name == "Bob D."
    assert (await core.browsing.speaker("Bob D.")).also == ("Robert D.",)
    page = await core.browsing.page(EpisodeQuery(speaker="Robert D."), 0, 99)
    assert page.total == (await core.browsing.speaker("Bob D.")).talks, "a saved filter still fits"
    await core.correcting.separate_speaker("Robert D.")
    assert (await core.browsing.episode(ids[1])).speakers == ("Robert D.",)
    assert (await core.browsing.speaker("Robert D.")).name == "Robert D."
    with pytest.raises(KnownError):
        await core.correcting.separate_speaker("Robert D.")


async def test_a_speaker_gets_another_name(core: Core, server: Server) -> None:
    await subscribed(core, server, items())
    await core.correcting.merge_speakers(("Bob D.",), "  Bob  Dobbs ")
    found = await core.browsing.speaker("Bob D.")
    assert (found.name, found.talks) == ("Bob Dobbs", len(items()))
    with pytest.raises(KnownError):
        await core.correcting.merge_speakers(("Bob Dobbs",), " ")


async def test_two_people_of_one_name_are_told_apart(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, items())
    texan = {Fact.SPEAKERS: ("Bob D. (Texas)",)}
    await core.correcting.correct((ids[1], ids[2]), texan)
    await refreshed(core, server, [item(9), *changed(1, items(), notes="Edited")])
    found = {each.name: each.talks for each in await core.browsing.speakers(EpisodeQuery())}
    assert found == {"Bob D.": len(items()) - 1, "Bob D. (Texas)": 2}


async def test_many_are_merged(core: Core, server: Server) -> None:
    titles = [f"Robert D. - Talk {number}" for number in range(450)]
    body = "".join(f"<item><title>{title}</title><guid>{title}</guid></item>" for title in titles)
    feed = f'<rss version="2.0"><channel><title>Tapes</title>{body}</channel></rss>'
    server.add("/f.xml", Reply(body=feed.encode(), headers={"Content-Type": "text/xml"}))
    await core.subscriptions.add(server.url("/f.xml"))
    await indexed(core)
    told: list[Event] = []
    core.events.listen(told.append)
    await core.correcting.merge_speakers(("Robert D.",), "Bob D.")
    ids = [event.ids for event in told if isinstance(event, EpisodesChanged)]
    assert sorted(map(len, ids)) == [50, 200, 200]
    await indexed(core)
    assert len([event for event in told if isinstance(event, EpisodesChanged)]) == 3, "told once"
    assert (await core.browsing.speaker("Bob D.")).talks == 450


async def test_a_merging_that_was_broken_off_is_gone_on_with(home: Home, server: Server) -> None:
    async with open_core(home) as core:
        ids = await subscribed(core, server, items())
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(core.correcting._indexing, "soon", lambda: None)
            patch.setattr("desktop_app.library.facts.count_again", lambda *_: ())
            await core.correcting.merge_speakers(("Bob D.",), "Robert D.")
        assert (await core.browsing.episode(ids[1])).speakers == ("Bob D.",)
    async with open_core(home) as core:
        core.indexing.soon()
        await core.indexing.finish()
        assert (await core.browsing.episode(ids[1])).speakers == ("Robert D.",)


async def test_nobody_speaks_in_a_talk_that_is_gone(core: Core) -> None:
    for asked in (core.correcting.facts(7), core.browsing.speaker("Nobody")):
        with pytest.raises(KnownError):
            await asked
    await core.correcting.revert((7,), (Fact.YEAR,))
    await core.correcting.correct((7,), {Fact.YEAR: 1999})


async def test_parts_beyond_the_last_are_refused(core: Core, server: Server) -> None:
    ids = await subscribed(core, server, changed(1, items(), title="Bob D. - Study, part 2 of 3"))
    for wrong in ({Fact.PART: 4}, {Fact.OF: 1}, {Fact.PART: 9, Fact.OF: 8}):
        with pytest.raises(KnownError, match="There is no part"):
            await core.correcting.correct((ids[1],), wrong)
    assert (await core.correcting.facts(ids[1])).corrected == frozenset()
    await core.correcting.correct((ids[1],), {Fact.PART: 9, Fact.OF: None})
    found = await core.browsing.episode(ids[1])
    assert (found.part, found.of) == (9, None)


VALUES: list[tuple[Fact, FactValue, FactValue]] = [
    (Fact.SPEAKERS, (" Bob \n D. ", "", "Bob D."), ("Bob D.",)),
    (Fact.SPEAKERS, (), ()),
    (Fact.SUBJECT, "  The\tpromises ", "The promises"),
    (Fact.SUBJECT, None, ""),
    (Fact.SUBJECT, "Half a letter \ud83d\0 less", "Half a letter less"),
    (Fact.PLACE, " ", None),
    (Fact.EVENT, "Founders’ Day", "Founders’ Day"),
    (Fact.FELLOWSHIP, None, None),
    (Fact.SERIES, "Big Book  study", "Big Book study"),
    (Fact.YEAR, 1935, 1935),
    (Fact.YEAR, 2027, 2027),
    (Fact.YEAR, None, None),
    (Fact.STEPS, (7, 6, 7), (6, 7)),
    (Fact.STEPS, (), ()),
    (Fact.PART, 1, 1),
    (Fact.OF, None, None),
    (Fact.TOPICS, (TOPICS[0].upper(), TOPICS[1]), TOPICS[:2]),
]


@pytest.mark.parametrize(("field", "value", "expected"), VALUES)
def test_what_is_said_is_tidied(field: Fact, value: FactValue, expected: FactValue) -> None:
    assert checked({field: value}, 2026) == {field: expected}


NONSENSE: list[Mapping[Fact, FactValue]] = [
    {Fact.YEAR: 1934},
    {Fact.YEAR: 2028},
    {Fact.YEAR: "1998"},
    {Fact.STEPS: (0,)},
    {Fact.STEPS: (4, 13)},
    {Fact.STEPS: 4},
    {Fact.PART: 0},
    {Fact.OF: 1000},
    {Fact.SPEAKERS: "Bob D."},
    {Fact.SPEAKERS: None},
    {Fact.TOPICS: ("no such topic",)},
    {Fact.PLACE: 7},
    {Fact.EVENT: "x" * 301},
]


@pytest.mark.parametrize("fields", NONSENSE)
async def test_what_makes_no_sense_is_refused(
    core: Core, server: Server, fields: Mapping[Fact, FactValue]
) -> None:
    ids = await subscribed(core, server, items()[:2])
    before = await everything(core)
    with pytest.raises(KnownError) as caught:
        await core.correcting.correct(tuple(ids.values()), {Fact.SUBJECT: "Hope", **fields})
    assert caught.value.what
    assert await everything(core) == before

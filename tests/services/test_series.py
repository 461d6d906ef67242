"""Series as a whole: in feeds and in folders, played on from a part, downloaded together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.base.shelves import Fact
from tests.services.identity import indexed
from tests.services.test_listening import playing, tapes
from tests.services.test_listening_queue import waiting
from tests.support.pod import feed, item
from tests.support.server import Reply, redirect, static
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.shelves import FactValue, Series
    from desktop_app.services.core import Core
    from tests.support.server import Server

STUDY = "Joe & Charlie - Big Book study, part {} of 4 - AA Laughlin, NV 1998"
OTHER = "Joe & Charlie - Big Book study, part {} of 4 - AA Tulsa, OK 1987"


def publish(
    server: Server, sound: bytes, titles: list[str], path: str = "/f.xml", silent: int = -1
) -> str:
    """Serve a feed with these talks, the newest first; number ``silent`` has no sound."""
    items = []
    for number, title in enumerate(titles):
        server.add(f"/{number}.mp3", static(sound))
        one = item(number, title, server.url(f"/{number}.mp3"))
        if number == silent:
            one = one[: one.index("<enclosure")] + "</item>"
        items.append(one)
    kind = {"Content-Type": "application/rss+xml"}
    return server.add(path, Reply(body=feed("Studies", items), headers=kind))


async def studies(core: Core, server: Server, sound: bytes, silent: int = -1) -> dict[int, int]:
    """Subscribe to a study in four parts, in disorder; return the ids by number of part."""
    order = (2, 1, 4, 3)
    titles = [*(STUDY.format(part) for part in order), OTHER.format(1), "Bob D. - Hope"]
    await core.subscriptions.add(publish(server, sound, titles, silent=silent))
    await indexed(core)
    page = await core.browsing.page(EpisodeQuery(), 0, 99)
    by_title = {each.title: each.id for each in page.episodes}
    return {part: by_title[STUDY.format(part)] for part in order}


async def series_of(core: Core, episode_id: int) -> Series:
    key = (await core.browsing.episode(episode_id)).series_key
    assert key is not None
    return await core.series.one(key)


async def test_the_parts_of_one_series(core: Core, server: Server, sound: bytes) -> None:
    ids = await studies(core, server, sound)
    found = await series_of(core, ids[3])
    assert (found.name, found.speakers) == ("Big Book study", ("Joe & Charlie",))
    assert (found.talks, found.of, found.place, found.year) == (4, 4, "Laughlin, NV", 1998)
    assert found.next == ids[1]
    page = await core.browsing.page(EpisodeQuery(series=found.key, order=Order.SERIES), 0, 9)
    assert [each.id for each in page.episodes] == [ids[part] for part in (1, 2, 3, 4)]
    person = await core.browsing.speaker("Joe & Charlie")
    assert (person.talks, [each.key for each in person.series]) == (5, [found.key])
    await core.correcting.correct(tuple(ids.values()), {Fact.EVENT: "Roundup"})
    with pytest.raises(KnownError, match=r"not there any more.*corrected"):
        await core.series.one(found.key)


async def test_downloading_a_series_asks_for_what_is_missing(
    core: Core, server: Server, sound: bytes
) -> None:
    ids = await studies(core, server, sound, silent=3)
    key = (await series_of(core, ids[1])).key
    await core.downloading.pause_all()
    await core.downloading.request((ids[1],))
    assert await core.series.download(key) == 2
    states = {part: (await core.browsing.episode(each)).state for part, each in ids.items()}
    queued, remote = DownloadState.QUEUED, DownloadState.REMOTE
    assert states == {1: queued, 2: queued, 3: remote, 4: queued}, "part 3 has no sound"
    assert await core.series.download(key) == 0


async def test_a_correction_brings_a_talk_into_its_series(
    core: Core, server: Server, sound: bytes
) -> None:
    ids = await studies(core, server, sound)
    page = await core.browsing.page(EpisodeQuery(speaker="Bob D."), 0, 9)
    (bob,) = page.episodes
    joe: dict[Fact, FactValue] = {
        Fact.SPEAKERS: ("Joe & Charlie",), Fact.SERIES: "Big Book Study!", Fact.PART: 5,
        Fact.PLACE: "Laughlin, NV", Fact.YEAR: 1998, Fact.FELLOWSHIP: "AA",
    }  # fmt: skip
    await core.correcting.correct((bob.id,), joe)
    found = await series_of(core, bob.id)
    assert (found.talks, found.name) == (5, "Big Book study")
    await core.correcting.correct((ids[1],), {Fact.SERIES: ""})
    assert (await core.browsing.episode(ids[1])).series_key is None
    assert (await series_of(core, bob.id)).talks == 4


async def test_a_series_stays_one_when_two_feeds_become_one(
    core: Core, server: Server, sound: bytes
) -> None:
    ids = await studies(core, server, sound)
    publish(server, sound, [STUDY.format(part) for part in (1, 2, 3, 4)], "/other.xml")
    kept = await core.subscriptions.add(server.url("/other.xml"))
    await indexed(core)
    server.add("/f.xml", redirect(server.url("/other.xml"), 301))
    await core.refresh.refresh()
    await indexed(core)
    assert [each.id for each in await core.browsing.feeds()] == [kept.id]
    page = await core.browsing.page(EpisodeQuery(speaker="Joe & Charlie"), 0, 99)
    keys = {each.series_key for each in page.episodes if each.year == 1998}
    assert len(keys) == 1, ids


async def test_playing_on_from_a_part(core: Core, tmp_path: Path) -> None:
    one, two, three, four = await tapes(core, tmp_path / "Step study", 60, 60, 60, 60)
    (stray,) = await tapes(core, tmp_path / "Others", 60)
    await indexed(core)
    found = await series_of(core, three.id)
    assert (found.name, found.talks, found.of, found.here) == ("Step study", 4, 4, 4)
    await core.places.save(two.id, 20.0)
    await core.places.mark_heard(three.id, heard=True)
    await core.queue.add((stray.id, four.id, one.id, two.id))
    await core.series.play_from(two.id)

    async def second_plays() -> bool:
        return await playing(core) and two.id not in await waiting(core)

    await until(core, second_plays)
    now = await core.listening.now()
    assert now is not None
    assert (now.episode.id, now.position >= 15) == (two.id, True), "from where it was left"
    assert await waiting(core) == (three.id, four.id, stray.id, one.id)
    await core.series.play_from(stray.id)
    assert core.listening.loaded == stray.id
    assert (await waiting(core))[:2] == (three.id, four.id), "it is no part of anything"


async def test_a_tape_in_a_series_keeps_the_persons_number(core: Core, tmp_path: Path) -> None:
    folder = tmp_path / "Step study"
    one, two, three = await tapes(core, folder, 5, 5, 5)
    await indexed(core)
    await core.correcting.correct((two.id,), {Fact.PART: 9, Fact.OF: None})
    (folder / "Tape 3.mp3").rename(folder / "Tape 4.mp3")
    await core.refresh.refresh()
    await indexed(core)
    found = {each.id: each for each in (
        await core.browsing.page(EpisodeQuery(feed_id=one.feed_id), 0, 9)
    ).episodes}  # fmt: skip
    assert (found[two.id].part, found[two.id].of) == (9, None)
    assert found[three.id].part == 4
    assert (await series_of(core, two.id)).talks == 3
    await core.correcting.revert((two.id,), (Fact.PART, Fact.OF))
    assert (await core.browsing.episode(two.id)).part == 2

"""Which talks are offered, for which reason, and which are not."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import FeedKind
from desktop_app.base.shelves import Offer, Why
from desktop_app.library import downloads, favorites, feeds, offers, positions, queue
from tests.support.shelf import NOW, add_feed, add_talks, parsed

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from desktop_app.library.database import Library


class Shelf:
    """Six talks, the first of them the newest, and what befalls them."""

    def __init__(self, library: Library, audio: Path) -> None:
        self.library, self.audio = library, audio
        self.talks: tuple[int, ...] = ()

    async def fill(self) -> None:
        feed = await add_feed(self.library)
        self.talks = await add_talks(self.library, feed, *(parsed(each) for each in range(6)))

    async def hear(self, talk: int, days_ago: int = 1) -> None:
        then = NOW - timedelta(days=days_ago)
        await self.library.write(positions.mark_heard, self.talks[talk], then, heard=True)

    async def here(self, *talks: int) -> None:
        for talk in talks:
            one = self.talks[talk]
            await self.library.write(downloads.enqueue, (one,))
            await self.library.write(downloads.begin, one, f"{one}.mp3")
            await self.library.write(downloads.finish, one, f"{one}.mp3", 9, NOW)

    async def spoken(self, name: str, *talks: int) -> None:
        def say(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "INSERT INTO episode_speakers (name, episode_id) VALUES (?, ?)",
                [(name, self.talks[talk]) for talk in talks],
            )

        await self.library.write(say)

    async def parts(self, *talks: int) -> None:
        def number(connection: sqlite3.Connection) -> None:
            connection.executemany(
                "UPDATE episodes SET series = 'Study', series_key = 'k', part = ? WHERE id = ?",
                [(part, self.talks[talk]) for part, talk in enumerate(talks, 1)],
            )

        await self.library.write(number)

    async def offers(self) -> list[tuple[int, Why]]:
        return [(self.talks.index(each.episode.id), each.why) for each in await self.whole()]

    async def whole(self) -> tuple[Offer, ...]:
        return await self.library.read(offers.offers, self.audio, NOW)


@pytest.fixture
async def shelf(library: Library, tmp_path: Path) -> Shelf:
    made = Shelf(library, tmp_path)
    await made.fill()
    return made


async def newest(shelf: Shelf) -> list[int]:
    return [talk for talk, why in await shelf.offers() if why is Why.NEWEST]


async def test_without_any_trace_the_newest_are_offered(shelf: Shelf) -> None:
    found = await shelf.offers()
    assert [why for _talk, why in found] == [Why.NEWEST] * offers.EACH


async def test_what_was_left_half_heard_comes_before_all(shelf: Shelf) -> None:
    await shelf.library.write(queue.add, [shelf.talks[2]], first=False)
    await shelf.library.write(positions.save, shelf.talks[4], 99.0, NOW)
    assert (await shelf.offers())[:2] == [(4, Why.HALF_HEARD), (2, Why.QUEUED)]


async def test_a_talk_is_offered_once_for_its_best_reason(shelf: Shelf) -> None:
    await shelf.here(3)
    await shelf.library.write(queue.add, [shelf.talks[3]], first=False)
    found = await shelf.offers()
    assert found[0] == (3, Why.QUEUED)
    assert [talk for talk, _why in found].count(3) == 1


async def test_after_a_part_the_next_that_was_not_heard(shelf: Shelf) -> None:
    await shelf.parts(5, 4, 3, 2)
    await shelf.hear(5)
    await shelf.hear(4)
    offer = (await shelf.whole())[0]
    assert (shelf.talks.index(offer.episode.id), offer.why, offer.about) == (3, Why.NEXT_PART, "2")


async def test_a_series_offers_one_part_and_leaves_room_for_others(shelf: Shelf) -> None:
    await shelf.parts(5, 4, 3, 2, 1)
    (other,) = await add_talks(shelf.library, await add_feed(shelf.library, "B"), parsed(7))
    shelf.talks = (*shelf.talks, other)
    for talk in (4, 3, 2):
        await shelf.hear(talk)
    await shelf.hear(5, days_ago=2)

    def study(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE episodes SET series_key = 'l' WHERE id = ?", (other,))
        connection.execute(
            "UPDATE episodes SET series_key = 'l', part = 2 WHERE id = ?", (shelf.talks[0],)
        )
        connection.execute("UPDATE episodes SET part = 1 WHERE id = ?", (other,))

    await shelf.library.write(study)
    await shelf.hear(6, days_ago=3)
    following = [each for each in await shelf.whole() if each.why is Why.NEXT_PART]
    assert [(shelf.talks.index(each.episode.id), each.about) for each in following] == [
        (1, "4"),
        (0, "1"),
    ]


async def test_a_series_that_was_heard_to_its_end_offers_nothing(shelf: Shelf) -> None:
    await shelf.parts(5, 4)
    await shelf.hear(5)
    await shelf.hear(4)
    assert Why.NEXT_PART not in [why for _talk, why in await shelf.offers()]


async def test_nobody_begins_a_series_in_the_middle(shelf: Shelf) -> None:
    await shelf.parts(3, 2, 1, 0)
    assert set(await newest(shelf)) == {3, 4, 5}
    await shelf.here(1, 3)
    assert [talk for talk, why in await shelf.offers() if why is Why.AT_HAND] == [3]


async def test_what_is_here_of_a_speaker_whose_talk_is_a_favorite(shelf: Shelf) -> None:
    await shelf.spoken("Ann B.", 1, 5)
    await shelf.here(0, 5)
    assert (await shelf.offers())[0] == (0, Why.AT_HAND)
    await shelf.library.write(favorites.mark, shelf.talks[1], NOW)
    offer = (await shelf.whole())[0]
    assert (offer.episode.id, offer.why, offer.about) == (
        shelf.talks[5],
        Why.SAME_SPEAKER,
        "Ann B.",
    )


async def test_what_was_heard_or_begun_is_not_new(shelf: Shelf) -> None:
    for talk in range(4):
        await shelf.hear(talk)
    await shelf.library.write(positions.save, shelf.talks[4], 9.0, NOW)
    assert await newest(shelf) == [5]


async def test_a_favorite_comes_back_after_a_long_time(shelf: Shelf) -> None:
    for talk in range(6):
        await shelf.hear(talk, days_ago=100 if talk == 2 else 10)
    await shelf.library.write(favorites.mark, shelf.talks[1], NOW)
    await shelf.library.write(favorites.mark, shelf.talks[2], NOW)
    (offer,) = await shelf.whole()
    assert (offer.episode.id, offer.why) == (shelf.talks[2], Why.FAVORITE)
    assert offer.when == NOW - timedelta(days=100)


async def test_of_a_removed_feed_nothing_new_and_of_meditations_nothing(shelf: Shelf) -> None:
    one = await shelf.library.read(lambda connection: feeds.subscribed(connection)[0].id)

    def remove(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE feeds SET removed = 1 WHERE id = ?", (one,))

    def calm(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE feeds SET kind = ? WHERE id = ?", (FeedKind.MEDITATIONS, one))

    await shelf.here(0)
    await shelf.library.write(remove)
    assert await shelf.offers() == [(0, Why.AT_HAND)]
    await shelf.library.write(calm)
    assert await shelf.offers() == []

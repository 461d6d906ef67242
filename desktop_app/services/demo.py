"""A realistic library without a network, for looking at the window and for pictures of it.

Speakers and talks are invented. The sound is real and as long as it says: a murmur of some
seconds, encoded once for each of some levels, whose MP3 frames are repeated.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from itertools import count
from math import sin
from typing import TYPE_CHECKING

from desktop_app.audio import encode
from desktop_app.audio.synth import murmur
from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.base.parsed import ParsedEpisode
from desktop_app.base.settings import Settings, save
from desktop_app.base.shelves import Fact
from desktop_app.catalog import RULES
from desktop_app.catalog.series import series_key
from desktop_app.catalog.talks import read_talk
from desktop_app.downloads import files
from desktop_app.library import (
    bookmarks,
    collections,
    downloads,
    episodes,
    facts,
    favorites,
    feeds,
    positions,
    problems,
    queue,
    sittings,
    sources,
    speakers,
)
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from desktop_app.services import demo_tapes
from desktop_app.services.demo_talks import FEEDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.services.demo_talks import Talk

_LOOP = 20.0
_LEVELS = (0.22, 0.4, 0.7, 1.0)
_RATE = 16_000
_BIT_RATE = 24_000

_SETTINGS = Settings(
    welcomed=True,
    downloads_paused=True,
    refresh_hours=0,
    refresh_on_start=False,
    download_hours=True,
    bandwidth_kb=2000,
    budget_mb=150,
    keep_heard_days=30,
)
"""Its feeds are invented: nothing of it is to be asked for."""


async def make_demo(home: Home) -> None:
    """Fill an empty home.

    Raises:
        KnownError: The home has a library already, or cannot be written.
    """
    if home.database.exists():
        raise KnownError(f"{home.root} has a library already", "", "Choose an empty folder.")
    home.prepare()
    tape = await asyncio.to_thread(lambda: [_loop_of_tape(home, level) for level in _LEVELS])
    library = await Library.open(home, SystemClock())
    try:
        await _fill(library, home, tape, datetime.now(UTC).replace(microsecond=0))
    finally:
        await library.close()
    save(home.settings, _SETTINGS)


async def _fill(library: Library, home: Home, tape: Sequence[bytes], now: datetime) -> None:
    ids: dict[str, int] = {}
    for title, (kind, talks) in FEEDS.items():
        slug = title.casefold().replace(" ", "-")
        url = f"https://{slug}.example/feed.xml"
        feed_id = await library.write(
            feeds.subscribe,
            url=url,
            address=f"{slug}.example/feed.xml",
            title=title,
            kind=kind,
            group="",
            now=now - timedelta(days=7),
        )
        arrivals = [_arrival(slug, talk, now, place) for place, talk in enumerate(talks)]
        stored = await library.write(episodes.store, feed_id, arrivals, now)
        await library.write(sources.refreshed, feed_id, now - timedelta(hours=2), sources.NONE)
        for episode_id, talk in zip(stored, talks, strict=True):
            ids[talk.title] = episode_id
            if talk.state is not DownloadState.REMOTE:
                await _download(library, home, tape, episode_id, talk, now)
    await _read(library)
    await _live_in(library, ids, now)
    tape_of = next(one for title, one in ids.items() if "Steps 6 & 7" in title)
    await demo_tapes.restore(library, home, tape_of, now)
    await _read(library)


async def _read(library: Library) -> None:
    """Read what is to be read, as it is done in the background otherwise."""
    while unread := await library.read(facts.unread, 200, RULES):
        readings = [
            facts.Read(each.id, each.hash, read_talk(each.source), each.tags) for each in unread
        ]
        await library.write(facts.store, readings, series_key, RULES)


def _arrival(slug: str, talk: Talk, now: datetime, place: int) -> Arrival:
    published = now - timedelta(days=talk.days_ago, hours=3)
    parsed = ParsedEpisode(
        title=talk.title,
        hash=f"{slug}-{place}",
        guid=f"{slug}-{place}",
        url=f"https://{slug}.example/{place}.mp3",
        type="audio/mpeg",
        size=int(talk.minutes * 60 * _BIT_RATE / 8),
        notes=talk.notes or f"<p>{talk.title}.</p>",
        published=published,
        duration=talk.minutes * 60,
    )
    return Arrival(None, parsed, place)


async def _download(
    library: Library, home: Home, tape: Sequence[bytes], episode_id: int, talk: Talk, now: datetime
) -> None:
    await library.write(downloads.enqueue, (episode_id,))
    row = await library.read(downloads.one, episode_id)
    if row is None or talk.state is DownloadState.QUEUED:
        return
    if talk.state is DownloadState.FAILED:
        why = "the recording is no longer at its address (404)"
        await library.write(downloads.set_state, episode_id, talk.state, why)
        what, advice = f"“{talk.title}” was not downloaded", "Refresh the feed: it may have moved."
        error = KnownError(what, why, advice)
        await library.write(problems.report, error, now, episode_id=episode_id)
        return
    path = files.file_name(row.feed, talk.title, row.published)
    final = home.audio / path
    target = final if talk.state is DownloadState.DOWNLOADED else files.part_of(final)
    written = await asyncio.to_thread(_write_tape, target, tape, talk.minutes * 60 * talk.share)
    await library.write(downloads.begin, episode_id, path)
    if talk.state is DownloadState.DOWNLOADED:
        await library.write(downloads.finish, episode_id, path, written, now)
        if talk.lost:
            final.unlink()
    else:
        whole = round(written / talk.share)
        await library.write(downloads.set_validators, episode_id, '"demo"', None, whole)
        await library.write(downloads.set_received, episode_id, written)
        await library.write(downloads.set_state, episode_id, talk.state)


async def _live_in(library: Library, ids: dict[str, int], now: datetime) -> None:
    """Leave the traces of some weeks of use."""

    def named(words: str) -> int:
        return next(episode_id for title, episode_id in ids.items() if words in title)

    chris = named("Steps 6 & 7")
    await library.write(positions.save, chris, 24 * 60 + 17, now)
    note = "humility is not thinking less of yourself"
    await library.write(bookmarks.add, chris, 14 * 60 + 40, note, now)
    await library.write(bookmarks.add, chris, 38 * 60 + 25, "", now)
    for words in ("Surrender to win", "Making amends", "Steps 6 & 7", "Loving-kindness"):
        await library.write(favorites.mark, named(words), now)
    await library.write(favorites.set_note, chris, "For the week when I am stuck", now)
    await _correct(library, named)
    await _collect(library, [named("Surrender to win"), chris, named("Making amends")], now)
    await library.write(positions.mark_heard, named("Why we were chosen"), now, heard=True)
    await library.write(
        queue.add,
        [named("Emotional sobriety"), named("part 1 of 12"), named("part 2 of 12")],
        first=False,
    )
    for day in range(112):
        if day % 7 not in {3, 6} and day * day % 11 not in {2, 5}:
            sat = (600.0, 1200.0, 720.0)[day % 3]
            names = ("Morning quiet", "Evening sitting", "Step Eleven")
            started = now - timedelta(days=day, hours=2)
            await library.write(
                sittings.add, started=started, planned=sat, sat=sat, preset=names[day % 3]
            )


async def _correct(library: Library, named: Callable[[str], int]) -> None:
    """Leave the word of a person who knows better than a title, and knows who Christopher is."""
    word = {Fact.SUBJECT: "Why we were chosen", Fact.EVENT: "Pacific Group"}
    await library.write(facts.correct, (named("Why we were chosen"),), word, series_key)
    same = await library.write(speakers.merge, ("Christopher R.",), "Chris R.")
    await library.write(facts.count_again, same, series_key)


async def _collect(library: Library, talks: Sequence[int], now: datetime) -> None:
    """Leave collections, one of which fills itself."""
    sunday = await library.write(collections.create, "Sunday mornings", None, now)
    await library.write(collections.add, sunday.id, talks, now)
    sponsees = await library.write(collections.create, "For sponsees", None, now)
    await library.write(collections.add, sponsees.id, talks[1:2], now)
    unheard = EpisodeQuery(kind=FeedKind.TALKS, fellowship="AA", unheard=True, order=Order.SPEAKER)
    await library.write(collections.create, "AA, still to hear", unheard, now)


def _loop_of_tape(home: Home, level: float) -> bytes:
    """Return some seconds of murmur as bare MP3 frames, which may be repeated at will."""
    path = home.audio / "loop.mp3"
    samples = murmur(_LOOP, rate=_RATE) * level
    encode.write(str(path), samples, _RATE, bit_rate=_BIT_RATE)
    data = path.read_bytes()
    path.unlink()
    if data.startswith(b"ID3"):
        size = 0
        for byte in data[6:10]:
            size = size << 7 | byte
        data = data[10 + size :]
    frame = 72 * _BIT_RATE // _RATE
    while b"Info" in data[:frame] or b"Xing" in data[:frame]:
        data = data[frame:]
    return data[: len(data) // frame * frame]


def _write_tape(path: Path, loops: Sequence[bytes], seconds: float) -> int:
    """Write ``seconds`` of sound, now louder, now softer, and return its bytes."""
    size = int(seconds * _BIT_RATE / 8)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        for number in count(len(path.name)):
            if file.tell() >= size:
                break
            swell = (1 + sin(number / 3 + 2 * sin(number / 11))) / 2
            loop = loops[min(int(swell * len(loops)), len(loops) - 1)]
            file.write(loop[: size - file.tell()])
    return size

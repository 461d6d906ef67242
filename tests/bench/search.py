"""Search as it is typed: 100,000 episodes, some sixty questions, letter by letter.

Each letter goes from the engine to the reader thread and back: first the search of talks, as the
command line asks it (goal: p95 at most 16 ms a letter), then, with 1,000 transcripts of 1,000
lines, 1,000 bookmarks and 500 notes beside favorites, that of everything, as the search page asks
it, and each of its groups alone (transcripts: at most 50 ms). Beside us, in the same run, on the
same thread: the queries that come to mind first, ``title LIKE … OR notes LIKE …`` and ``text LIKE
…`` of the lines, at every eighth letter.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.parsed import TitleFacts, TranscriptLine
from desktop_app.base.paths import Home
from desktop_app.base.shelves import Group
from desktop_app.library import bookmarks, episodes, facts, favorites, rows, transcripts
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from desktop_app.library.facts import Read
from desktop_app.services.browsing import Browsing
from desktop_app.services.events import Events
from desktop_app.services.searching import Searching
from desktop_app.services.settings import SettingsService
from tests.support.shelf import NOW, add_feed, parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable, Iterator

    from desktop_app.base.parsed import ParsedEpisode

FEEDS = 100
EACH = 1_000
TRANSCRIPTS = 1_000
LINES = 1_000
MARKS = 1_000
NOTES = 500
VOCABULARY = 6_000
EVERY = 8
ASKED = (
    "bob", "bob d", "bob d surrender", "Mary K.", "josé", "jose r", "renée", "clancy", "sandy b",
    "step 4", "step 4 and 5", "4th step", "steps 1-3", "acceptance", "resentment", "surrender",
    "sponsorship", "gratitude list", "amends", "making amends", "fear", "higher power", "prayer",
    "meditation", "morning meditation", "letting go", "body scan", "sleep", "akron", "tulsa ok",
    "roundup 1998", "founders' weekend", "al-anon", "big book", "tradition 3", "emotional",
    "one day at a time", "the promises", "don't quit", "o'brien", "a", "the", "to win",
    "how it works", "why we were chosen", "family afterwards", "dr. paul", "bill & lois", "2004",
    "1976 reno", "spiritual awakening", "serenity", "powerless", "unmanageable", "relapse",
    "newcomer", "zzyzx", "qwerty", "hope and joy", "who is it",
)  # fmt: skip
_FIRST = (
    "Bob", "Mary", "Clancy", "Sandy", "José", "Renée", "Earl", "Lila", "Tom", "Polly", "Don",
    "Kerry", "Scott", "Peggy", "Bill", "Lois", "Adam", "Paul", "Ann", "Chuck", "Bettina",
    "Seán", "O'Brien", "Frances", "Johnny", "Marty", "Sylvia", "Ruth", "Eve", "Lupe",
)  # fmt: skip
_ABOUT = (
    "Surrender to Win", "Step {n}: Letting Go", "Steps 1-{n} Workshop", "Sponsorship", "Acceptance",
    "A Vision of Freedom", "The Family Afterwards", "Tradition {n}", "Forgiveness", "Making Amends",
    "Living in the Solution", "Prayer & Meditation", "Resentment and Fear", "How It Works",
    "One Day at a Time", "Emotional Sobriety", "Big Book Study, Chapter {n}", "Higher Power",
    "The Promises", "Guided Body Scan", "Spiritual Awakening", "Gratitude", "Powerless",
)  # fmt: skip
_WHERE = (
    "Founders' Weekend in Akron, OH", "Spring Roundup, Tulsa, OK", "Al-Anon", "Reno, NV", "Cork",
    "State Convention in Chicago, IL", "Saturday Breakfast", "Guadalajara, México", "Bristol, UK",
)  # fmt: skip
_COMMON = """
the and to of a in that we i it was is for my with as on but this be you not they have he had
 at so from all she by when there what about an me one our who will do if or her up out can
 how no time just them then program meeting life people god day step sobriety alcohol years
 story recovery prayer hope fear amends sponsor newcomer acceptance resentment gratitude
 surrender serenity meditation relapse powerless unmanageable don't promises works family
 higher power morning sleep breath spiritual awakening emotional traditions josé café
""".split()  # noqa: SIM905 - easier to read


def words(chance: random.Random) -> tuple[list[str], list[float]]:
    """Return a vocabulary and how often each word is met: by Zipf's law, the second half as often
    as the first, the third a third as often.
    """
    sounds = [a + b for a in "bcdfglmnprstv" for b in "aeiou"]
    made = {"".join(chance.choices(sounds, k=chance.randint(2, 4))) for _ in range(VOCABULARY)}
    every = [*_COMMON, *sorted(made)]
    return every, list(itertools.accumulate(1 / (place + 2) for place in range(len(every))))


def talks(
    chance: random.Random, feed: int, count: int = EACH
) -> Iterator[tuple[ParsedEpisode, TitleFacts]]:
    """Return the talks of a feed with their speakers; notes of 300 to 2,000 letters."""
    vocabulary, weights = words(random.Random(1))  # noqa: S311 - the same words for all
    for number in range(count):
        who = f"{chance.choice(_FIRST)} {chance.choice('ABCDEFGHJKLMNPRSTW')}."
        about = chance.choice(_ABOUT).format(n=chance.randint(1, 12))
        year = chance.randint(1960, 2026)
        title = f"{who} - {about} - {chance.choice(_WHERE)} {year}"
        said = chance.choices(vocabulary, cum_weights=weights, k=chance.randint(50, 340))
        item = parsed(number, title, guid=f"{feed}-{number}", notes=f"<p>{' '.join(said)}.</p>")
        yield item._replace(hash=f"{feed}-{number}"), TitleFacts(speakers=(who,))


async def fill(library: Library) -> None:
    """Fill a library with 100,000 episodes and index them."""
    chance = random.Random(3)  # noqa: S311 - the same library every time
    for number in range(FEEDS):
        feed = await add_feed(library, f"Feed {number}")
        made = list(talks(chance, number))
        for start in range(0, EACH, 200):
            some = made[start : start + 200]
            arrivals = [Arrival(None, item) for item, _ in some]
            ids = await library.write(episodes.store, feed, arrivals, NOW)
            read = [Read(i, item.hash, said) for i, (item, said) in zip(ids, some, strict=True)]
            await library.write(facts.store, read)


async def speak(library: Library) -> None:
    """Add the transcripts, bookmarks and notes."""
    chance = random.Random(5)  # noqa: S311 - the same words every time
    vocabulary, weights = words(random.Random(1))  # noqa: S311 - the same words for all

    def some(least: int, most: int) -> str:
        count = chance.randint(least, most)
        return " ".join(chance.choices(vocabulary, cum_weights=weights, k=count))

    spoken = chance.sample(range(1, FEEDS * EACH + 1), TRANSCRIPTS)
    for talk in spoken:
        said = [TranscriptLine(3.0 * at, None, "", some(4, 14)) for at in range(LINES)]
        await library.write(transcripts.replace, talk, said)
    for talk in chance.choices(spoken, k=MARKS):
        await library.write(bookmarks.add, talk, 60.0, some(2, 12), NOW)
    for talk in spoken[:NOTES]:
        await library.write(favorites.keep, talk, NOW, some(2, 12))


def letters() -> list[str]:
    """Return what stands in the field after each letter."""
    return [text[:end] for text in ASKED for end in range(1, len(text) + 1) if text[end - 1] != " "]


def naive(connection: sqlite3.Connection, text: str) -> int:
    """Ask as one would without an index, for whole rows, the newest first."""
    return len(
        connection.execute(
            f"{rows.EPISODE} {rows.EPISODE_FROM} JOIN notes n ON n.episode_id = e.id"
            " WHERE e.title LIKE :like OR e.speakers LIKE :like OR n.html LIKE :like"
            " ORDER BY e.sorted DESC LIMIT 50",
            {"like": f"%{text}%"},
        ).fetchall()
    )


def naive_lines(connection: sqlite3.Connection, text: str) -> int:
    """Ask the lines of transcripts as one would without an index."""
    return len(
        connection.execute(
            "SELECT episode_id, start, text FROM transcript_lines WHERE text LIKE ?"
            " ORDER BY episode_id DESC LIMIT 50",
            (f"%{text}%",),
        ).fetchall()
    )


async def time_each(ask: Callable[[str], Awaitable[object]], every: int = 1) -> str:
    """Type, ask at every so many letters, and return how long the answers took."""
    times: list[tuple[float, str]] = []
    for text in letters()[::every]:
        began = time.perf_counter()
        await ask(text)
        times.append((1000 * (time.perf_counter() - began), text))
    slow = ", ".join(f"{text!r} {took:.0f}" for took, text in sorted(times, reverse=True)[:3])
    return f"{spread([took for took, _ in times])}   slowest: {slow}"


async def measure(home: Home) -> None:
    """Fill a library, type, and print how long the answers took."""
    library = await Library.open(home, SystemClock())
    events = Events()
    browsing = Browsing(home, library, events, SettingsService(home, events))
    searching = Searching(home, library)
    if not await library.read(lambda c: c.execute("SELECT 1 FROM episodes LIMIT 1").fetchone()):
        began = time.monotonic()
        await fill(library)
        print(f"filled and indexed in {time.monotonic() - began:.0f} s")
        began = time.monotonic()
        await speak(library)
        print(f"transcripts kept and indexed in {time.monotonic() - began:.0f} s")
    size = home.database.stat().st_size / 1e6
    print(f"{FEEDS * EACH:,} episodes, {TRANSCRIPTS * LINES:,} lines, {size:,.0f} MB")
    print("talks (goal: p95 ≤ 16 ms)")
    print("  ours      ", await time_each(lambda text: browsing.search(text, 50)))
    print("  LIKE      ", await time_each(lambda text: library.read(naive, text), EVERY))
    print("everything (goal for lines: ≤ 50 ms)")
    print("  ours      ", await time_each(searching.everything))
    for group in Group:
        alone = partial(_alone, searching, group)
        print(f"  {group.value:10}", await time_each(alone))
    print("  lines LIKE", await time_each(lambda text: library.read(naive_lines, text), EVERY))
    await library.close()


async def _alone(searching: Searching, group: Group, text: str) -> object:
    return await searching.everything(text, only=group)


def spread(times: list[float]) -> str:
    """Return p50, p95 and the greatest of some times in milliseconds."""
    ordered = sorted(times)
    p50, p95 = (ordered[int(len(ordered) * share)] for share in (0.50, 0.95))
    return f"p50 {p50:7.1f} ms   p95 {p95:7.1f} ms   max {ordered[-1]:7.1f} ms"


def main() -> None:
    """Measure and print, in a home that is thrown away."""
    with tempfile.TemporaryDirectory() as scratch:
        home = Home(Path(scratch))
        home.prepare()
        asyncio.run(measure(home))

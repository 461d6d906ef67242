"""Search as it is typed: 100,000 episodes, some sixty questions, letter by letter.

Each letter goes the way that the search page's goes, from the engine to the reader thread and
back. Goal: p95 at most 16 ms a letter. Beside us, in the same run, on the same thread: the
query that comes to mind first, ``title LIKE … OR notes LIKE …``, at every eighth letter.
"""

from __future__ import annotations

import asyncio
import itertools
import random
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.parsed import TitleFacts
from desktop_app.base.paths import Home
from desktop_app.library import episodes, facts, rows
from desktop_app.library.database import Library
from desktop_app.library.episodes import Arrival
from desktop_app.library.facts import Read
from desktop_app.services.browsing import Browsing
from desktop_app.services.events import Events
from desktop_app.services.settings import SettingsService
from tests.support.shelf import NOW, add_feed, parsed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from desktop_app.base.parsed import ParsedEpisode

FEEDS = 100
EACH = 1_000
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


def talks(chance: random.Random, feed: int) -> Iterator[tuple[ParsedEpisode, TitleFacts]]:
    """Return the talks of a feed with their speakers; notes of 300 to 2,000 letters."""
    vocabulary, weights = words(random.Random(1))  # noqa: S311 - the same words for all
    for number in range(EACH):
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
            read = [Read(i, item.title, said) for i, (item, said) in zip(ids, some, strict=True)]
            await library.write(facts.store, read)


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


async def measure(home: Home) -> None:
    """Type, and print how long the answers took."""
    library = await Library.open(home, SystemClock())
    count = await library.read(lambda c: c.execute("SELECT count(*) FROM episodes").fetchone()[0])
    if not count:
        began = time.monotonic()
        await fill(library)
        print(f"filled and indexed in {time.monotonic() - began:.0f} s")
    events = Events()
    browsing = Browsing(home, library, events, SettingsService(home, events))
    typed = letters()
    ours: list[tuple[float, str]] = []
    peer: list[float] = []
    for number, text in enumerate(typed):
        began = time.perf_counter()
        await browsing.search(text, 50)
        ours.append((1000 * (time.perf_counter() - began), text))
        if number % EVERY == 0:
            began = time.perf_counter()
            await library.read(naive, text)
            peer.append(1000 * (time.perf_counter() - began))
    await library.close()
    size = home.database.stat().st_size / 1e6
    print(f"{FEEDS * EACH:,} episodes, {size:,.0f} MB, {len(typed)} letters (goal p95 ≤ 16 ms)")
    print(f"ours  {spread([took for took, _ in ours])}")
    print(f"LIKE  {spread(peer)}")
    slow = sorted(ours, reverse=True)[:5]
    print("slowest:", ", ".join(f"{text!r} {took:.1f} ms" for took, text in slow))


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

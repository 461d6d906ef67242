"""Lists of 100,000 episodes: every filter, every order, the first page and the last.

Each page goes the way that a list's goes, from the engine to the reader thread and back, and
has the list's length with it. Goal: median and p95 at most 50 ms. Beside us, in the same run,
on the same thread: the plain question, counting and sorting over the joined tables, and reading
whole rows of one page alone, as it was asked before there were indexes for it. Then the memory
of a fresh process that pages through 1,000 and through 100,000 (goal: ≤ 40 MB more).
"""

from __future__ import annotations

import asyncio
import itertools
import os
import random
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order
from desktop_app.base.paths import Home
from desktop_app.library import rows
from desktop_app.library.database import Library
from desktop_app.services.browsing import Browsing
from desktop_app.services.events import Events
from desktop_app.services.settings import SettingsService
from desktop_app.services.today import Today
from tests.bench._shelves import PAGE, fill
from tests.bench.search import spread

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable

T = TypeVar("T")

COUNT = 100_000
SMALL = 1_000
PAIRS = 40
ROOT = Path(__file__).resolve().parents[2]
TALKS = EpisodeQuery(kind=FeedKind.TALKS)
HERE = (DownloadState.DOWNLOADED,)
FILTERS: dict[str, dict[str, Any]] = {
    "talks": {},
    "fellowship": {"fellowship": "AA"},
    "step": {"step": 4},
    "topic": {"topic": "fear"},
    "decade": {"decade": 1990},
    "speaker": {"speaker": "Bob D."},
    "downloaded": {"states": HERE},
    "not heard": {"unheard": True},
    "favorites": {"favorite": True},
    "feed": {"feed_id": 7},
    "meditations": {"kind": FeedKind.MEDITATIONS},
    "collection": {"collection": 1},
}
ORDERS = (Order.SPEAKER, Order.NEWEST, Order.OLDEST, Order.TITLE)
"""Those that a list of any filter may have; the others are the orders of lists of their own."""

OWN = {
    "half heard": EpisodeQuery(half_heard=True, order=Order.LAST_PLAYED),
    "favorites": EpisodeQuery(favorite=True, order=Order.FAVORITED),
    "queue": EpisodeQuery(queued=True, order=Order.QUEUE),
    "downloads": EpisodeQuery(states=(DownloadState.QUEUED,), order=Order.DOWNLOAD),
    "a collection": EpisodeQuery(collection=1, order=Order.COLLECTION),
}
PLAIN_ORDERS = {
    Order.SPEAKER: "e.speakers COLLATE NOCASE, e.sorted DESC, e.id",
    Order.NEWEST: "e.sorted DESC, e.id DESC",
    Order.TITLE: "e.title COLLATE NOCASE, e.id",
}
PLAIN_FILTERS = {
    "talks": "",
    "fellowship": " AND e.fellowship = 'AA'",
    "not heard": " AND coalesce(p.heard, 0) = 0",
    "downloaded": " AND d.state = 'downloaded'",
}


@dataclass(slots=True)
class Bench:
    """The library that is looked at, and the hand that looks."""

    browsing: Browsing
    today: Today
    library: Library

    async def both_ends(self, query: EpisodeQuery) -> tuple[float, float]:
        """Return how long the first page of a list took, and its last."""
        first, page = await timed(self.browsing.page(query, 0, PAGE))
        end = max(0, page.total - PAGE)
        last, _ = await timed(self.browsing.page(query, end, PAGE))
        return first, last


async def timed(answer: Awaitable[T]) -> tuple[float, T]:
    """Return how long an answer took, in milliseconds, and the answer."""
    began = time.perf_counter()
    found = await answer
    return 1000 * (time.perf_counter() - began), found


def plain(connection: sqlite3.Connection, name: str, order: Order, *, end: bool) -> int:
    """Ask as one would without more ado: count and sort over the joined tables."""
    where = f"WHERE coalesce(f.chosen_kind, f.kind) = 'talks'{PLAIN_FILTERS[name]}"
    total = connection.execute(f"SELECT count(*) {rows.EPISODE_FROM} {where}").fetchone()[0]
    connection.execute(
        f"{rows.EPISODE} {rows.EPISODE_FROM} WHERE e.id IN (SELECT e.id {rows.EPISODE_FROM} {where}"
        f" ORDER BY {PLAIN_ORDERS[order]} LIMIT {PAGE} OFFSET {max(0, total - PAGE) if end else 0})"
        f" ORDER BY {PLAIN_ORDERS[order]}"
    ).fetchall()
    return int(total)


async def measure(bench: Bench) -> None:
    """Look at every list, and print how long that took."""
    by_order: dict[str, list[float]] = {}
    by_filter: dict[str, list[float]] = {}
    every: list[tuple[float, str]] = []
    pairs = list(itertools.combinations(FILTERS, 2))
    some = random.Random(1).sample(pairs, PAIRS)  # noqa: S311 - the same ones every time
    for names in [*((name,) for name in FILTERS), *some]:
        values: dict[str, Any] = {}
        for name in names:
            values |= FILTERS[name]
        for order in ORDERS:
            first, last = await bench.both_ends(replace(TALKS, order=order, **values))
            by_order.setdefault(f"{order}, first page", []).append(first)
            by_order.setdefault(f"{order}, last page", []).append(last)
            by_filter.setdefault(names[0] if len(names) == 1 else "two of them", []).extend(
                (first, last)
            )
            every.extend((took, f"{' + '.join(names)} by {order}") for took in (first, last))
    for name, query in OWN.items():
        by_filter[f"{name}, own order"] = [
            took for _ in range(4) for took in await bench.both_ends(query)
        ]
    for group in (by_order, by_filter):
        for name, times in group.items():
            print(f"{name:24} {spread(times)}")
    print(f"{'all lists':24} {spread([took for took, _ in every])}  (goal p95 ≤ 50 ms)")
    slow = sorted(every, reverse=True)[:4]
    print("slowest:", ", ".join(f"{name} {took:.0f} ms" for took, name in slow))


async def compare(bench: Bench) -> None:
    """Print how long the plain question takes for lists that both can tell."""
    ours: list[float] = []
    theirs: list[float] = []
    for name, order in itertools.product(PLAIN_FILTERS, PLAIN_ORDERS):
        query = replace(TALKS, order=order, **FILTERS[name])
        ours.extend(await bench.both_ends(query))
        for end in (False, True):
            took, _ = await timed(bench.library.read(plain, name, order, end=end))
            theirs.append(took)
    share = sum(ours) / sum(theirs)
    print(f"{'the same lists, ours':24} {spread(ours)}")
    print(f"{'the plain question':24} {spread(theirs)}  ours takes {share:.2f} of it")


async def beside(bench: Bench) -> None:
    """Print how long what stands beside a list took, and what Today offers."""
    questions = [replace(TALKS, **values) for values in FILTERS.values()]
    browsing = bench.browsing
    times = {
        "speakers": [(await timed(browsing.speakers(query)))[0] for query in questions],
        "facets": [(await timed(browsing.facets(query)))[0] for query in questions],
        "counts": [(await timed(browsing.counts()))[0] for _ in questions],
        "offers": [(await timed(bench.today.offers()))[0] for _ in questions],
    }
    for what, took in times.items():
        print(f"{what:24} {spread(took)}  (goal 50 ms)")


def memory(home: Home) -> float:
    """Return the megabytes of a fresh process that pages through a library."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench._shelves", str(home.root)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT), "HEARTHSIDE_AUDIO": "null"},
    )
    return float(done.stdout.split()[-1])


async def look(home: Home) -> None:
    """Open the library and measure."""
    library = await Library.open(home, SystemClock())
    events = Events()
    browsing = Browsing(home, library, events, SettingsService(home, events))
    bench = Bench(browsing, Today(home, library, SystemClock()), library)
    await measure(bench)
    await compare(bench)
    await beside(bench)
    await library.close()


def main() -> None:
    """Measure and print, in homes that are thrown away."""
    with tempfile.TemporaryDirectory() as scratch:
        small, large = Home(Path(scratch) / "small"), Home(Path(scratch) / "large")
        asyncio.run(fill(small, SMALL))
        began = time.monotonic()
        asyncio.run(fill(large, COUNT))
        size = large.database.stat().st_size / 1e6
        print(f"{COUNT:,} episodes, {size:,.0f} MB, filled in {time.monotonic() - began:.0f} s")
        asyncio.run(look(large))
        held = {name: memory(home) for name, home in (("small", small), ("large", large))}
        more = held["large"] - held["small"]
        print(
            f"memory: {held['small']:.0f} MB with {SMALL:,}, {held['large']:.0f} MB with"
            f" {COUNT:,}: {more:.0f} MB more (goal ≤ 40)"
        )


if __name__ == "__main__":
    main()

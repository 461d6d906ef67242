"""Feeds broken on purpose: the app goes on, and each that fails is one line.

A short form of ``tests/bench/fuzz.py``, which takes thousands of real feeds. A seed that fails
here fails everywhere: ``mutated(seed, OURS)`` is the document.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services import jobs
from desktop_app.services.worker import Worker, WorkerError
from tests.feeds.feeds_made import atom, entry, item, rss
from tests.support import pod
from tests.support.corpus import CORPUS
from tests.support.fuzzing import attempt, bodies_in, mutated
from tests.support.server import Reply

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desktop_app.services.core import Core
    from tests.support.server import Server

RICH = (
    '<itunes:duration>1:02:03</itunes:duration><itunes:image href="http://x.org/i.jpg"/>'
    "<content:encoded><![CDATA[<p>Notes &amp; more</p>]]></content:encoded>"
    '<media:content url="http://x.org/9.mp3" type="audio/mpeg" duration="99" fileSize="5"/>'
    '<podcast:chapters url="http://x.org/c.json" type="application/json"/>'
    '<podcast:transcript url="http://x.org/t.vtt" type="text/vtt" language="en"/>'
)
HEAD = (
    '<itunes:category text="Health"/><itunes:new-feed-url>http://x.org/f</itunes:new-feed-url>'
    "<podcast:liveItem><title>Live</title></podcast:liveItem>"
)
RDF = (
    b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
    b' xmlns="http://purl.org/rss/1.0/"><channel><title>Tapes</title></channel>'
    b'<item rdf:about="g1"><title>Talk 1</title><link>http://x.org/1</link></item></rdf:RDF>'
)
OURS = [
    rss(*(item(number) for number in range(1, 6))),
    rss(*(item(number, RICH) for number in range(1, 6)), head=HEAD),
    rss(*(item(number, guid="") for number in range(1, 4))).replace(b"</rss>", b""),
    atom(*(entry(number) for number in range(1, 6))),
    RDF,
    rss(item(1, title="Zoë &amp;amp; Ann")).decode().replace("UTF-8", "UTF-16").encode("utf-16"),
    pod.feed("Tapes", [pod.item(number, url="http://x.org/1.mp3") for number in range(20)]),
]


@pytest.fixture
async def worker() -> AsyncIterator[Worker]:
    worker = Worker()
    yield worker
    await worker.close()


async def test_our_own_feeds_broken(worker: Worker) -> None:
    ends = [await attempt(worker, seed, OURS, 30) for seed in range(90)]
    assert [end for end in ends if end.end not in {"read", "refused"}] == []
    assert {end.end for end in ends} == {"read", "refused"}


async def test_real_feeds_broken(worker: Worker) -> None:
    bodies = bodies_in(CORPUS / "feeds", 20_000)
    if not bodies:
        pytest.skip("the corpus of real feeds is not beside this checkout")
    ends = [await attempt(worker, seed, bodies, 30) for seed in range(60)]
    assert [end for end in ends if end.end not in {"read", "refused"}] == []


async def test_limits_hold() -> None:
    worker = Worker(memory_limit=200 * 2**20)

    async def read(body: bytes, seconds: float) -> str:
        try:
            job = partial(jobs.read_document, body, {}, frozenset())
            return (await worker.run(job, seconds)).title
        except WorkerError as error:
            return str(error)

    long = rss(*(item(1, description="<p>") for _ in range(40_000))).replace(b"</rss>", b"")
    try:
        assert "more than 0.2 seconds" in await read(long, 0.2)
        assert "too much memory" in await read(rss(item(1, title="word " * 10_000_000)), 30)
        assert await read(OURS[0], 30) == "Tapes"
    finally:
        await worker.close()


async def test_each_that_fails_is_one_line(core: Core, server: Server) -> None:
    bodies = {seed: mutated(seed, OURS)[0] for seed in range(40)}
    entries = []
    for seed, body in bodies.items():
        kind = {"Content-Type": "application/rss+xml"}
        server.add(f"/{seed}.xml", Reply(body=body, headers=kind))
        address = server.url(f"/{seed}.xml", f"host{seed}.localhost")
        entries.append(CatalogueEntry(f"Feed {seed}", "", address))
    await core.subscriptions.add_entries(entries)
    outcomes = await core.refresh.refresh()
    assert len(outcomes) == len(bodies)
    failed = {outcome.feed_id: outcome.error for outcome in outcomes if outcome.error}
    assert 0 < len(failed) < len(bodies)
    problems = await core.browsing.problems()
    assert sorted(problem.feed_id or 0 for problem in problems) == sorted(failed)
    for problem in problems:
        assert problem.why
        assert problem.what_next
        assert f"{problem.what} {problem.why} {problem.what_next}".isprintable()
    feeds = await core.browsing.feeds()
    page = await core.browsing.page(EpisodeQuery(), 0, 10)
    assert page.total == sum(feed.episodes for feed in feeds) > 0
    again = await core.refresh.refresh()
    assert [outcome.new for outcome in again] == [0] * len(again)
    assert len(await core.browsing.problems()) == len(failed)

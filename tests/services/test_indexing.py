"""The index: filled in the background, and never before the lists."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import TitleFacts
from desktop_app.catalog import RULES
from desktop_app.library import episodes, facts
from desktop_app.library.database import Library
from desktop_app.services import indexing as reading
from desktop_app.services import jobs
from desktop_app.services.events import EpisodesChanged, Events
from desktop_app.services.indexing import Indexing
from desktop_app.services.worker import Worker
from tests.support.fetched import fetch_all
from tests.support.pod import feed, item
from tests.support.server import Reply, static
from tests.support.shelf import add_feed, add_talks, parsed
from tests.support.sound import save, tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import pytest

    from desktop_app.base.parsed import TalkSource
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def test_it_rests_while_lists_are_filled(home: Home) -> None:
    library, worker = await Library.open(home, SystemClock()), Worker()
    indexing = Indexing(library, worker, Events())
    try:
        await add_talks(library, await add_feed(library), parsed(1), parsed(2))
        with indexing.resting():
            with indexing.resting():
                indexing.soon()
            for _ in range(3):
                await worker.run(os.getpid)
                assert len(await library.read(facts.unread)) == 2
        await indexing.finish()
        assert await library.read(facts.unread) == ()
    finally:
        await indexing.close()
        await worker.close()
        await library.close()


async def test_the_tags_of_a_download_tell_whose_talk_it_is(
    core: Core, server: Server, tmp_path: Path
) -> None:
    tags = {"artist": "Sandra M.", "album": "Hope"}
    recording = save(tmp_path / "a.mp3", tone(3), tags=tags).read_bytes()
    server.add("/a.mp3", static(recording))
    body = feed("Recordings", [item(1, "Recording 1147", server.url("/a.mp3"))])
    kind = {"Content-Type": "application/rss+xml"}
    await core.subscriptions.add(server.add("/f.xml", Reply(body=body, headers=kind)))
    await core.indexing.finish()
    (talk,) = (await core.browsing.page(EpisodeQuery(), 0, 9)).episodes
    assert talk.speakers == ()
    (result,) = await fetch_all(core, (talk.id,))
    assert result.error is None
    await core.indexing.finish()
    assert (await core.browsing.episode(talk.id)).speakers == ("Sandra M.",)


async def test_better_rules_read_everything_again_and_tell_what_changed(
    core: Core, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = ["Bob D. - Hope", "Bob D. - Fear", "A talk"]
    items = [item(number, title) for number, title in enumerate(titles)]
    kind = {"Content-Type": "application/rss+xml"}
    server.add("/f.xml", Reply(body=feed("Tapes", items), headers=kind))
    await core.subscriptions.add(server.url("/f.xml"))
    await core.indexing.finish()
    told: list[Event] = []
    core.events.listen(told.append)
    monkeypatch.setattr(reading, "RULES", RULES + 1)
    core.indexing.soon()
    await core.indexing.finish()
    assert told == []
    await core.browsing._library.write(
        lambda connection: connection.execute(
            "UPDATE episodes SET fellowship = 'by older rules' WHERE title = 'A talk'"
        )
    )
    monkeypatch.setattr(reading, "RULES", RULES + 2)
    core.indexing.soon()
    await core.indexing.finish()
    (changed,) = told
    assert isinstance(changed, EpisodesChanged)
    (one,) = changed.ids
    talk = await core.browsing.episode(one)
    assert (talk.title, talk.fellowship) == ("A talk", None)


async def test_the_worker_tells_whether_it_runs() -> None:
    worker = Worker()
    assert not worker.running
    try:
        await worker.run(os.getpid)
        assert worker.running
    finally:
        await worker.close()
    assert not worker.running


async def test_a_title_that_breaks_the_worker_holds_up_no_other(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "read_talks", _read_or_die)
    library, worker = await Library.open(home, SystemClock()), Worker()
    indexing = Indexing(library, worker, Events())
    try:
        talks = [parsed(number, f"Bob D. - Talk {number}") for number in range(6)]
        talks[3] = parsed(3, "deadly")
        ids = await add_talks(library, await add_feed(library), *talks)
        indexing.soon()
        await indexing.finish()
        assert await library.read(facts.unread) == ()
        page = await library.read(episodes.page, home.audio, EpisodeQuery(), 0, 9)
        speakers = {episode.id: episode.speakers for episode in page.episodes}
        assert speakers == {n: () if n == ids[3] else ("Bob D.",) for n in ids}
    finally:
        await indexing.close()
        await worker.close()
        await library.close()


def _read_or_die(sources: Sequence[TalkSource]) -> tuple[TitleFacts, ...]:
    if "deadly" in [source.title for source in sources]:
        os._exit(1)
    return tuple(TitleFacts(speakers=("Bob D.",)) for _ in sources)

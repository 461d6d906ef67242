"""The index: filled in the background, and never before the lists."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.library import facts
from desktop_app.library.database import Library
from desktop_app.services.events import Events
from desktop_app.services.indexing import Indexing
from desktop_app.services.worker import Worker
from tests.support.shelf import add_feed, add_talks, parsed

if TYPE_CHECKING:
    from desktop_app.base.paths import Home


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


async def test_the_worker_tells_whether_it_runs() -> None:
    worker = Worker()
    assert not worker.running
    try:
        await worker.run(os.getpid)
        assert worker.running
    finally:
        await worker.close()
    assert not worker.running

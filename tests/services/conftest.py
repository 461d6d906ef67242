"""Open services over a fresh home, a misbehaving server, and some sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.downloads import queue
from desktop_app.library.database import Library
from desktop_app.services.core import open_core
from tests.support.clock import HandClock
from tests.support.resolver import find_localhost
from tests.support.server import Server
from tests.support.shelf import add_feed, add_talks, parsed
from tests.support.sound import speech_bytes
from tests.support.workshop import Workshop

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core


@pytest.fixture
def soon_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Try again soon after a first failure: seconds are long for a test."""
    monkeypatch.setattr(queue, "FIRST_PAUSE", 0.2)


@pytest_asyncio.fixture
async def core(home: Home, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Core]:
    """The services of a new home; names below "localhost" serve as other hosts."""
    find_localhost(monkeypatch)
    async with open_core(home) as opened:
        yield opened


@pytest_asyncio.fixture
async def workshop(home: Home) -> AsyncIterator[Workshop]:
    """Five talks whose recordings are restored by stand-ins."""
    library = await Library.open(home, HandClock())
    feed = await add_feed(library)
    talks = await add_talks(library, feed, *map(parsed, range(5)))
    workshop = Workshop(home, library, feed, talks)
    yield workshop
    await workshop.restoring.close()
    await library.close()


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback."""
    with Server() as running:
        yield running


@pytest.fixture(scope="session")
def sound() -> bytes:
    """Ten seconds of MP3."""
    return speech_bytes(10)

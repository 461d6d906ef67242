"""A server and a desk for every test of transfers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import aiohttp
import pytest

from tests.downloads.desk import Desk
from tests.support.server import Server

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator
    from pathlib import Path


@pytest.fixture
def server() -> Iterator[Server]:
    with Server() as server:
        yield server


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with aiohttp.ClientSession() as session:
        yield Desk(session, tmp_path)

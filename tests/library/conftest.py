"""An open library for each test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest_asyncio

from desktop_app.library.database import Library
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from desktop_app.base.paths import Home


@pytest_asyncio.fixture
async def library(home: Home) -> AsyncIterator[Library]:
    """A new library, closed afterwards."""
    opened = await Library.open(home, HandClock())
    yield opened
    await opened.close()

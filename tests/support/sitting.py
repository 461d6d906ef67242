"""What the command line and the services of a home tell of sittings."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from desktop_app.base.paths import Home
from desktop_app.services.core import open_core
from tests.support.command import hearthside

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from desktop_app.services.core import Core
    from tests.support.command import Ran


def fine(ran: Ran) -> str:
    """Return what a command said that had nothing to complain of."""
    assert (ran.status, ran.err) == (0, "")
    return ran.out


def listed(folder: Path, *arguments: str) -> list[dict[str, Any]]:
    """Return what a listing has for scripts."""
    rows = json.loads(fine(hearthside(folder, *arguments, "--json")))
    assert isinstance(rows, list)
    return rows


def with_core(folder: Path, work: Callable[[Core], Awaitable[object]]) -> None:
    """Do something with the services of a home, as the window would."""

    async def whole() -> None:
        async with open_core(Home(folder)) as core:
            await work(core)

    asyncio.run(whole())

"""Waiting for a fact instead of for a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event


async def until(core: Core, fits: Callable[[], Awaitable[bool]], seconds: float = 20) -> None:
    """Return when ``fits()`` holds, which is looked at after each event of the services."""
    happened = asyncio.Event()

    def hear(_event: Event) -> None:
        happened.set()

    forget = core.events.listen(hear)
    try:
        async with asyncio.timeout(seconds):
            while not await fits():
                await happened.wait()
                happened.clear()
    finally:
        forget()

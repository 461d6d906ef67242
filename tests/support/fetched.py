"""Downloads that a test waits for, as a command line does."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.services.core import Core
    from desktop_app.services.downloading import DownloadResult


async def fetch_all(core: Core, episode_ids: Iterable[int]) -> list[DownloadResult]:
    """Download these and whatever waits; return what became of them, in the order asked for."""
    wanted = list(episode_ids)
    results = [result async for result in core.downloading.fetch(wanted)]
    places = {episode_id: place for place, episode_id in enumerate(wanted)}
    return sorted(results, key=lambda result: places.get(result.episode_id, len(places)))

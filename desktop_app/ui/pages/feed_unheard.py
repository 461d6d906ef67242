"""What "Download all unheard" on a feed's page is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.ui.look import talk_words

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.services.core import Core

_CHUNK = 500


async def unheard_elsewhere(core: Core, feed_id: int) -> tuple[Episode, ...]:
    """Return what was not heard and is not on this computer nor on its way, the newest first.

    Raises:
        KnownError: The library cannot be read.
    """
    query = EpisodeQuery(
        feed_id=feed_id, unheard=True, states=(DownloadState.REMOTE, DownloadState.FAILED)
    )
    found: list[Episode] = []
    while True:
        page = await core.browsing.page(query, len(found), _CHUNK)
        found.extend(page.episodes)
        if not page.episodes or len(found) >= page.total:
            return tuple(each for each in found if not talk_words.is_tape(each))

"""The pages of a list that were read: which episode is where, which pages are in sight."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, Episode

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from desktop_app.services.events import DownloadProgress

_KEPT = 40
_IN_SIGHT = 3


class ReadPages(OrderedDict[int, tuple[Episode, ...]]):
    """Pages by number, of ``size`` rows each; the one that was looked at last is the last.

    Those that nobody has looked at for long are let go.
    """

    def __init__(self, size: int) -> None:
        super().__init__()
        self._size = size

    def episode(self, row: int) -> Episode | None:
        """Return the episode of a row if its page was read."""
        page, at = self.get(row // self._size, ()), row % self._size
        return page[at] if row >= 0 and at < len(page) else None

    def put(self, number: int, episodes: tuple[Episode, ...]) -> None:
        """Keep a page, and let go of what has not been looked at for longest."""
        self[number] = episodes
        self.move_to_end(number)
        while len(self) > _KEPT:
            self.popitem(last=False)

    def in_sight(self) -> set[int]:
        """Return the pages that were looked at last: more than a window shows."""
        return set(list(self)[-_IN_SIGHT:])

    def holding(self, ids: AbstractSet[int]) -> set[int]:
        """Return the pages that have any of these episodes."""
        return {number for number, page in self.items() if any(one.id in ids for one in page)}

    def cut(self, total: int) -> None:
        """Forget what lies beyond the list's end."""
        for number in [number for number in self if number * self._size >= total]:
            del self[number]

    def progress(self, event: DownloadProgress) -> int | None:
        """Note how far a download is; return its row, None when it was not read."""
        for number, page in self.items():
            for at, episode in enumerate(page):
                if episode.id == event.episode_id:
                    size = event.total or episode.size
                    state = DownloadState.DOWNLOADING
                    now = replace(episode, received=event.received, size=size, state=state)
                    self[number] = (*page[:at], now, *page[at + 1 :])
                    return number * self._size + at
        return None

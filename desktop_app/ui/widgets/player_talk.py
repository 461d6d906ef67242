"""What the player bar knows of its talk beside how it plays: its star, its places, its file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.base.model import DownloadState
from desktop_app.services.events import DownloadProgress, EpisodesChanged
from desktop_app.ui.look import talk_words

if TYPE_CHECKING:
    from desktop_app.base.model import Bookmark, Episode, EpisodeDetail
    from desktop_app.crossing import Call, Crossing

_COMING = {DownloadState.DOWNLOADING, DownloadState.PAUSED}


class PlayingTalk(QObject):
    """Follows the talk that plays; ``changed`` tells that something of this is different.

    Attributes:
        episode: The talk as it was last read; None: nothing plays.
        bookmarks: The person's places in it.
        here: Which share of it has come so far, from 0 to 1, while it is downloaded.
    """

    changed = Signal()

    def __init__(self, bridge: Crossing, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._call: Call | None = None
        self.episode: Episode | None = None
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.here: float | None = None

    @property
    def favorite(self) -> bool:
        """Whether it has the star."""
        return self.episode is not None and self.episode.favorite

    def show(self, episode: Episode | None) -> None:
        """Follow this talk; the same again is no news."""
        if (episode and episode.id) == (self.episode and self.episode.id):
            return
        self.episode, self.bookmarks = episode, ()
        self.here = come(episode)
        self._read()

    def heard(self, event: object) -> None:
        """Take note of what changes the talk, and of how its download comes on."""
        if self.episode is None:
            return
        if isinstance(event, EpisodesChanged):
            if not event.ids or self.episode.id in event.ids:
                self._read()
        elif isinstance(event, DownloadProgress) and event.episode_id == self.episode.id:
            self.here = min(1.0, event.received / event.total) if event.total else None
            self.changed.emit()

    def _read(self) -> None:
        if self._call is not None:
            self._call.cancel()
            self._call = None
        if self.episode is not None and self.episode.id:
            one = self.episode.id
            self._call = self._bridge.call(
                lambda core: core.browsing.detail(one), self._took, lambda _problem: None
            )

    def _took(self, detail: EpisodeDetail) -> None:
        self.episode, self.bookmarks = detail.episode, detail.bookmarks
        self.here = come(detail.episode)
        self.changed.emit()


def come(episode: Episode | None) -> float | None:
    """Return which share of a talk that is being downloaded is here; None: it is not."""
    if episode is None or episode.state not in _COMING:
        return None
    return talk_words.fetched(episode)

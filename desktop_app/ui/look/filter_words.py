"""What a saved filter says of itself: "AA · Step 4 · not heard"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.model import DownloadState, FeedKind
from desktop_app.base.names import shorten
from desktop_app.ui.look import topic_words, words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.base.model import EpisodeQuery


def filter_words(query: EpisodeQuery, *, short: bool) -> str:
    """Return every condition of a filter in words; without any it holds all talks."""
    speaker = query.speaker or ""
    said = (
        shorten(speaker) if short else speaker,
        query.fellowship or "",
        tr("Step {n}", n=query.step) if query.step else "",
        topic_words.topic(query.topic) if query.topic else "",
        tr("{year}s", year=query.decade) if query.decade else "",
        tr("one series") if query.series else "",
        tr("one feed") if query.feed_id else "",
        tr("“{words}”", words=query.text) if query.text else "",
        *(state for state, on in _states(query).items() if on),
    )
    return words.join(*said) or _everything(query.kind)


def _states(query: EpisodeQuery) -> dict[str, bool]:
    return {
        tr("favorites"): query.favorite,
        tr("not heard"): query.unheard,
        tr("half heard"): query.half_heard,
        tr("in the queue"): query.queued,
        tr("on this computer"): DownloadState.DOWNLOADED in query.states,
        tr("not on this computer"): DownloadState.REMOTE in query.states,
    }


def _everything(kind: FeedKind | None) -> str:
    return tr("All meditations") if kind is FeedKind.MEDITATIONS else tr("All talks")

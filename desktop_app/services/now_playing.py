"""What the player bar shows, made out of what lies on and the timers that run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.services.events import NowPlaying

if TYPE_CHECKING:
    from desktop_app.services.timers import SleepTimer, Stretch
    from desktop_app.services.turntable import Turntable


def now_playing(table: Turntable, sleep: SleepTimer, stretch: Stretch) -> NowPlaying | None:
    """Return it; None: nothing is loaded."""
    talk, state = table.talk, table.state
    if talk is None or state.status is None:
        return None
    return NowPlaying(
        episode=talk.episode,
        status=state.status,
        position=state.position,
        at=state.at,
        rate=state.rate,
        duration=state.duration or talk.episode.duration,
        volume=state.volume,
        sleep_at=sleep.at,
        sleep_minutes=sleep.minutes,
        sleep_fading=sleep.fading,
        sleep_with_talk=sleep.with_talk,
        stretch=stretch.left_at(state.at),
        buffered=state.buffered,
        chapters=talk.chapters,
        problem=state.why,
        restored=talk.restored is not None if talk.restored or talk.original else None,
    )

"""A sitting under way as its screen has it. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.headlines import headline
from desktop_app.base.model import SOUNDING
from desktop_app.meditation import clock
from desktop_app.services.events import RunningSitting

if TYPE_CHECKING:
    from desktop_app.meditation.clock import Running
    from desktop_app.services.events import NowPlaying


def view(
    state: Running, now: float, *, ended: bool, kept: int | None, before: str
) -> RunningSitting:
    """Return what there is to show at the reading ``now`` of the clock."""
    return RunningSitting(
        preset=state.plan.preset,
        total=state.plan.total,
        bells=tuple(bell.at for bell in state.plan.bells),
        prompts=state.plan.prompts,
        elapsed=clock.since_start(state, now),
        at=now,
        paused=state.zero is None and not ended,
        ended=ended,
        kept=kept if ended else None,
        before=before,
    )


def played(now: NowPlaying | None) -> str:
    """Return the title of the talk that sounds, its speaker's name short; "" if none does."""
    if now is None or now.status not in SOUNDING:
        return ""
    return headline(now.episode, "", short=True) or now.episode.title

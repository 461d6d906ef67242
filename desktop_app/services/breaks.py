"""What to do when the sound of a stream, or of a download under way, breaks off: pure rules."""

from __future__ import annotations

LONGEST_PAUSE = 30.0
MOST_BREAKS = 25
"""Some ten minutes without any progress: the person may have gone to another room, or away."""

FEW_BREAKS = 2
"""For what never sounded, whose address is more likely wrong than the line, and for what comes
to the same end again, which is more likely its own."""

PROGRESS = 2.0
"""Seconds of sound after which a break counts as the first one again."""


def pause_before(breaks: int, *, sounded: bool, ended: bool) -> float | None:
    """Return the seconds until the next try after so many breaks in a row; None: there is none.

    ``ended``: the server let it end, and did not fail to answer.
    """
    if breaks >= (MOST_BREAKS if sounded and not ended else FEW_BREAKS):
        return None
    return min(2.0**breaks, LONGEST_PAUSE)

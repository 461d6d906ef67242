"""Values about listening that cross between rooms: frozen, free of behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.base.model import Bookmark, Episode


SLOWEST, FASTEST = 0.5, 3.0
"""How many times as fast as it was spoken a talk may be played."""

MORE_MINUTES = 15
"""What “more time” gives to the sleep timer."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the talks of one feed are played.

    ``speed``: None means as in the settings; ``opening``: seconds that are skipped at the start.
    """

    speed: float | None = None
    opening: float = 0.0


USUAL = Habits()


@dataclass(frozen=True, slots=True)
class Listened:
    """One time of listening, from the place ``begin`` to ``until``, in seconds.

    ``asleep``: the place at which the sleep timer was set last, if it was set at this time.
    """

    id: int
    episode: Episode
    started: datetime
    begin: float
    until: float
    asleep: float | None = None


@dataclass(frozen=True, slots=True)
class Marked:
    """A bookmark with the talk that it is in."""

    bookmark: Bookmark
    episode: Episode

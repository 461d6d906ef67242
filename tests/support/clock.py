"""A clock that a test moves by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta


@dataclass
class HandClock:
    """A clock that moves only when told to."""

    wall: datetime = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    seconds: float = 1000.0
    asleep: float = 0.0

    def now(self) -> datetime:
        """Return the wall time that was set."""
        return self.wall

    def monotonic(self) -> float:
        """Return the seconds that :meth:`advance` has added up."""
        return self.seconds

    def boottime(self) -> float:
        """Return the monotonic seconds and those spent in :meth:`suspend`."""
        return self.seconds + self.asleep

    def advance(self, seconds: float) -> None:
        """Let ``seconds`` pass while awake."""
        self.seconds += seconds
        self.wall += timedelta(seconds=seconds)

    def suspend(self, seconds: float) -> None:
        """Let ``seconds`` pass while the machine sleeps."""
        self.asleep += seconds
        self.wall += timedelta(seconds=seconds)

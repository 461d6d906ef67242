"""Clocks as arguments, so that rules about time can be tested without waiting."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Wall time for the log and monotonic seconds for everything that is measured."""

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""

    def monotonic(self) -> float:
        """Return seconds that never step back; they stand still in suspend."""

    def boottime(self) -> float:
        """Return seconds that never step back and go on counting in suspend."""


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """Return the wall time, aware, in UTC."""
        return datetime.now(UTC)

    def monotonic(self) -> float:
        """Return ``CLOCK_MONOTONIC`` in seconds."""
        return time.monotonic()

    def boottime(self) -> float:
        """Return ``CLOCK_BOOTTIME`` where there is one (Linux), else the monotonic clock."""
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()


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

"""When feeds are asked again."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.feeds.schedule import due_at, pause_after

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(1, 15), (2, 30), (3, 60), (6, 480), (7, 960), (8, 1440), (9, 1440), (5000, 1440)],
)
def test_pauses_double_up_to_a_day(failures: int, minutes: float) -> None:
    assert pause_after(failures, 0.0) == minutes * 60
    assert minutes * 60 * 0.8 <= pause_after(failures, 0.999) < minutes * 60


@pytest.mark.parametrize(
    ("refreshed", "next_try", "hours", "due"),
    [
        (None, None, 4, NOW),
        (NOW - HOUR, None, 4, NOW + 3 * HOUR),
        (NOW - 9 * HOUR, None, 4, NOW - 5 * HOUR),
        (NOW - 9 * HOUR, NOW + HOUR, 4, NOW + HOUR),
        (None, NOW + HOUR, 4, NOW + HOUR),
        (NOW - 9 * HOUR, None, 0, None),
        (None, NOW + HOUR, 0, None),
        (NOW + 99 * HOUR, None, 4, NOW),
        (NOW - 9 * HOUR, NOW - HOUR, 4, NOW - HOUR),
        (NOW - 9 * HOUR, NOW + 169 * HOUR, 4, NOW),
    ],
    ids=[
        "new",
        "fresh",
        "late",
        "failed",
        "never read",
        "only asked",
        "asked, failed",
        "clock",
        "failed long ago",
        "failed, clock",
    ],
)
def test_due(
    refreshed: datetime | None, next_try: datetime | None, hours: int, due: datetime | None
) -> None:
    assert due_at(refreshed, next_try, hours, NOW) == due

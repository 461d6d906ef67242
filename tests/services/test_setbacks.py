"""How long it takes until the next try."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.downloads import faults
from desktop_app.downloads.faults import DiskFull, TransferError
from desktop_app.services.setbacks import pause_before

LINE = faults.silent(60)
SERVER = faults.refused(503, {})


def asked(seconds: str) -> TransferError:
    return faults.refused(429, {"Retry-After": seconds})


@pytest.mark.parametrize(
    ("error", "attempt", "impatient", "pause"),
    [
        (SERVER, 1, False, 5),
        (SERVER, 3, False, 20),
        (SERVER, 19, False, 3600),
        (SERVER, 20, False, None),
        (SERVER, 2, True, 10),
        (SERVER, 3, True, None),
        (LINE, 20, False, 120),
        (LINE, 500, False, 120),
        (LINE, 3, True, None),
        (asked("600"), 1, False, 600),
        (asked("0"), 4, False, 40),  # else twenty tries are over in a second
        (asked("1"), 4, False, 40),
        (asked("9" * 15), 1, False, 86_400),  # else no calendar holds the day
        (asked("9" * 400), 1, False, 86_400),
        (asked("Fri, 31 Dec 9999 23:59:59 GMT"), 1, False, 86_400),
        (faults.refused(404, {}), 1, False, None),
        (DiskFull(), 1, False, None),
        (KnownError("x", "y"), 1, False, None),
    ],
)
def test_the_pause_before_the_next_try(
    error: KnownError, attempt: int, impatient: bool, pause: float | None
) -> None:
    assert pause_before(error, attempt, 1.0, impatient=impatient) == pause

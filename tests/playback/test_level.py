"""How much louder or quieter a recording is played."""

from __future__ import annotations

import pytest

from desktop_app.playback.level import gain


@pytest.mark.parametrize(
    ("loudness", "peak", "expected"),
    [
        (-16.0, -2.0, 0.0),
        (-20.0, -6.0, 4.0),
        (-31.2, -14.0, 8.0),  # as far as libVLC amplifies
        (-24.0, -5.0, 4.0),  # as far as its peaks allow
        (-24.0, -1.0, 0.0),
        (-24.0, 0.5, 0.0),  # a peak that is too high makes nothing quieter by itself
        (-9.5, 0.3, -6.5),
        (-15.0, -3.0, -1.0),
        (None, None, 0.0),
        (-24.0, None, 0.0),
    ],
)
def test_gain(loudness: float | None, peak: float | None, expected: float) -> None:
    assert gain(loudness, peak) == pytest.approx(expected)


def test_another_target_and_another_engine() -> None:
    assert gain(-30.0, -20.0, target=-18.0, most=20.0) == pytest.approx(12.0)

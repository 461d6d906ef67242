"""The log as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from desktop_app.base.sittings import Sitting
from desktop_app.meditation.log_file import as_csv, as_json

BERLIN = ZoneInfo("Europe/Berlin")
EVENING = Sitting(
    7, datetime(2026, 7, 1, 20, 0, tzinfo=UTC), 1200, 1199.6, "Evening", 'He said "sit",\nso I did'
)
ELSEWHERE = Sitting(8, datetime(2026, 12, 1, 20, 0, tzinfo=UTC), 0, 600)


def test_json_has_local_times_and_whole_seconds() -> None:
    assert json.loads(as_json([EVENING, ELSEWHERE], BERLIN)) == [
        {
            "id": 7, "started": "2026-07-01T22:00:00+02:00", "sat": 1200, "planned": 1200,
            "preset": "Evening", "note": 'He said "sit",\nso I did',
        },
        {
            "id": 8, "started": "2026-12-01T21:00:00+01:00", "sat": 600, "planned": None,
            "preset": "", "note": "",
        },
    ]  # fmt: skip


def test_csv_is_read_back_as_it_was() -> None:
    header, evening, elsewhere = csv.reader(io.StringIO(as_csv([EVENING, ELSEWHERE], BERLIN)))
    assert header == ["started", "sat", "planned", "preset", "note"]
    assert evening == [
        *("2026-07-01T22:00:00+02:00", "1200", "1200", "Evening", 'He said "sit",\nso I did')
    ]
    assert elsewhere == ["2026-12-01T21:00:00+01:00", "600", "", "", ""]
    assert as_csv([]).splitlines() == ["started,sat,planned,preset,note"]


@pytest.mark.parametrize("words", ["=1+1", "+49", "-", "@home", "\tx"])
def test_no_note_becomes_a_formula(words: str) -> None:
    sitting = Sitting(1, EVENING.started, 60, 60, words, words)
    _, row = csv.reader(io.StringIO(as_csv([sitting])))
    assert row[3:] == [f"'{words}"] * 2

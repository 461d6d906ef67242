"""``hearthside sittings`` and ``presets``: the log and what can be begun, as lists and tables."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.sittings import Preset
from tests.support.command import environment, hearthside
from tests.support.sitting import fine, listed, with_core

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A home that does not exist yet."""
    return tmp_path / "new home"


async def keep(core: Core) -> None:
    day = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
    await core.sittings.add(day, 600, planned=600, preset="Morning quiet")
    await core.sittings.add(day + timedelta(days=1), 90.4, note='=1+1, "so"\nwas it')
    await core.sittings.add(day + timedelta(days=2), 45, preset="@home", note="fine")


def test_the_log_as_lines(folder: Path) -> None:
    with_core(folder, keep)
    assert fine(hearthside(folder, "sittings")).splitlines() == [
        "2026-03-03  07:30      45 s  @home  fine",
        '2026-03-02  07:30     2 min    =1+1, "so" was it',
        "2026-03-01  07:30    10 min  Morning quiet",
    ]
    assert [each["sat"] for each in listed(folder, "sittings", "--limit", "2")] == [45, 90]
    assert [each["sat"] for each in listed(folder, "sittings", "--since", "2026-03-02")] == [45, 90]
    assert listed(folder, "sittings", "--since", "2026-03-04") == []
    assert listed(folder, "sittings", "--since", "9999-12-31") == []
    assert len(listed(folder, "sittings", "--since", "0001-01-01")) == len(
        listed(folder, "sittings")
    )
    assert listed(folder, "sittings", "--since", "2026-03-01", "--limit", "1")[0]["planned"] is None


def test_the_log_as_a_table(folder: Path) -> None:
    with_core(folder, keep)
    zone = {"TZ": "EST+5"}
    said = subprocess.run(
        [sys.executable, "-m", "desktop_app", "--home", str(folder), "sittings", "--csv"],
        env=environment(**zone),
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert said.count("\r\n") == 4
    assert list(csv.reader(io.StringIO(said, newline=""))) == [
        ["started", "sat", "planned", "preset", "note"],
        ["2026-03-03T02:30:00-05:00", "45", "", "'@home", "fine"],
        ["2026-03-02T02:30:00-05:00", "90", "", "", '\'=1+1, "so"\nwas it'],
        ["2026-03-01T02:30:00-05:00", "600", "600", "Morning quiet", ""],
    ]


def test_presets_for_people(folder: Path) -> None:
    plan = Preset("Mine", 90, bell_every=30, bell_at=(45,), ambience="sea")
    with_core(folder, lambda core: core.presets.save(plan))
    lines = fine(hearthside(folder, "presets")).splitlines()
    assert lines[0].endswith("Morning quiet  (10 minutes, 10 seconds to settle in, bowl)")
    assert lines[-1].endswith("Mine  (1 minute 30 seconds, bowl every 30 seconds, at 0:45, sea)")
    assert listed(folder, "presets")[-1]["bell_at"] == [45]

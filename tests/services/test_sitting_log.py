"""The log of sittings as a person keeps it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core


def _ago(**how_long: float) -> datetime:
    return datetime.now(UTC).replace(microsecond=0) - timedelta(**how_long)


async def test_one_is_written_down_corrected_removed_and_put_back(core: Core) -> None:
    started = _ago(days=1)
    number = await core.sittings.add(started, 900, preset=" at the group ", note="with Ann")
    (entry,) = await core.sittings.recent()
    assert (entry.id, entry.started, entry.sat, entry.planned) == (number, started, 900, 0)
    assert (entry.preset, entry.note) == ("at the group", "with Ann")
    await core.sittings.change(replace(entry, sat=600, note=""))
    (corrected,) = await core.sittings.recent()
    assert corrected == replace(entry, sat=600, note="")
    gone = await core.sittings.remove([number])
    assert (gone, await core.sittings.recent()) == ((corrected,), ())
    with pytest.raises(KnownError, match="removed"):
        await core.sittings.change(corrected)
    await core.sittings.put_back(gone)
    assert await core.sittings.recent() == (corrected,)


@pytest.mark.parametrize("seconds", [0, -5, 25 * 3600, float("nan"), float("inf")])
async def test_a_length_that_no_sitting_has_is_refused(core: Core, seconds: float) -> None:
    with pytest.raises(KnownError, match="24 hours"):
        await core.sittings.add(_ago(days=1), seconds)
    assert await core.sittings.recent() == ()


async def test_the_future_is_refused(core: Core) -> None:
    with pytest.raises(KnownError, match="future"):
        await core.sittings.add(_ago(days=-1), 600)


async def test_days_are_read_and_added_up(core: Core) -> None:
    noon = datetime.now().astimezone().replace(hour=12, minute=0, second=0, microsecond=0)
    for days in (1, 2, 30):
        await core.sittings.add(noon - timedelta(days=days), 600)
    yesterday = (noon - timedelta(days=1)).date()
    found = await core.sittings.between(yesterday - timedelta(days=1), yesterday)
    assert [each.started.astimezone().date() for each in found] == [
        yesterday, yesterday - timedelta(days=1),
    ]  # fmt: skip
    statistics = await core.sittings.statistics()
    assert (statistics.count, statistics.days_of_7, statistics.seconds) == (3, 2, 1800)


async def test_the_log_is_taken_along(core: Core, tmp_path: Path) -> None:
    await core.sittings.add(_ago(days=1), 600, note="one")
    await core.sittings.add(_ago(days=2), 600, note="two")
    assert await core.sittings.export(str(tmp_path / "log.JSON")) == 2
    assert await core.sittings.export(str(tmp_path / "log.csv")) == 2
    told = json.loads((tmp_path / "log.JSON").read_text("utf-8"))
    assert [each["note"] for each in told] == ["one", "two"]
    assert (tmp_path / "log.csv").read_bytes().count(b"\r\n") == 3
    with pytest.raises(KnownError, match="ending"):
        await core.sittings.export(str(tmp_path / "log.txt"))
    with pytest.raises(KnownError, match="cannot be written"):
        await core.sittings.export(str(tmp_path / "nowhere" / "log.csv"))
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [
        "log.JSON", "log.csv",
    ]  # fmt: skip

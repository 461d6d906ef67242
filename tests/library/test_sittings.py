"""The log of sittings, as rows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.library import sittings

if TYPE_CHECKING:
    from desktop_app.base.sittings import Sitting
    from desktop_app.library.database import Library

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


async def _add(library: Library, *days: int) -> list[Sitting]:
    for day in days:
        started = NOON - timedelta(days=day)
        await library.write(
            sittings.add, started=started, planned=600, sat=590, preset="Morning", note=f"{day}"
        )
    return list(await library.read(sittings.log, 999))


async def test_the_log_is_read_in_pages_from_the_newest_on(library: Library) -> None:
    every = await _add(library, 3, 1, 2, 1, 5)
    assert [each.note for each in every] == ["1", "1", "2", "3", "5"]
    pages: list[Sitting] = []
    while page := await library.read(sittings.log, 2, pages[-1] if pages else None):
        pages += page
    assert pages == every


async def test_a_stretch_of_time_has_its_beginning_and_not_its_end(library: Library) -> None:
    await _add(library, 0, 1, 2, 3)
    found = await library.read(sittings.between, NOON - timedelta(days=2), NOON)
    assert [each.note for each in found] == ["1", "2"]


async def test_an_entry_is_corrected_and_grows(library: Library) -> None:
    (entry,) = await _add(library, 1)
    corrected = replace(entry, sat=300.5, note="rain", started=NOON, preset="")
    assert await library.write(sittings.change, corrected)
    await library.write(sittings.note_length, entry.id, planned=900, sat=880)
    await library.write(sittings.note, entry.id, "more rain")
    (found,) = await library.read(sittings.log, 9)
    assert found == replace(corrected, planned=900, sat=880, note="more rain")
    assert not await library.write(sittings.change, replace(corrected, id=99))


async def test_what_was_removed_is_put_back(library: Library) -> None:
    every = await _add(library, 0, 1, 2)
    gone = await library.write(sittings.remove, [every[0].id, every[2].id, 77])
    assert set(gone) == {every[0], every[2]}
    assert await library.read(sittings.log, 9) == (every[1],)
    await library.write(sittings.put_back, gone)
    assert list(await library.read(sittings.log, 9)) == every


async def test_a_number_given_anew_meanwhile_costs_nobody_his_entry(library: Library) -> None:
    (old,) = await _add(library, 1)
    gone = await library.write(sittings.remove, [old.id])
    first, _ = [*(await _add(library, 0)), None]
    assert first is not None
    assert first.id == old.id
    await library.write(sittings.put_back, gone)
    assert [each.note for each in await library.read(sittings.log, 9)] == ["0", "1"]

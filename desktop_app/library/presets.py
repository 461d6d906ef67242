"""The sittings that can be begun, in the person's order.

Of a built-in one only its place is kept, until the person changes it: what is built in may get
better with a later version.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Kept:
    """A row: ``preset`` is None for a built-in one that is as it was built in."""

    id: int
    built_in: str
    preset: Preset | None
    hidden: bool


def kept(connection: sqlite3.Connection) -> tuple[Kept, ...]:
    """Return all rows in their order, hidden ones too.

    One's own whose plan cannot be read is left out, and stays where it is: one row must not cost
    the others.
    """
    found = connection.execute(
        "SELECT p.id, p.built_in, p.plan, p.hidden, p.guided, e.title, e.duration"
        " FROM presets p LEFT JOIN episodes e ON e.id = p.guided ORDER BY p.place, p.id"
    )
    rows = (
        Kept(row["id"], row["built_in"] or "", _preset(row), bool(row["hidden"])) for row in found
    )
    return tuple(row for row in rows if row.built_in or row.preset is not None)


def add(connection: sqlite3.Connection, preset: Preset) -> int:
    """Keep a new one at the end; return its id."""
    cursor = connection.execute(
        "INSERT INTO presets (plan, guided, place)"
        " SELECT ?, ?, coalesce(max(place), 0) + 1 FROM presets",
        _columns(preset),
    )
    return int(cursor.lastrowid or 0)


def change(connection: sqlite3.Connection, preset: Preset) -> bool:
    """Make the one of ``preset``'s id what it says, and show it; False: there is none."""
    cursor = connection.execute(
        "UPDATE presets SET plan = ?, guided = ?, hidden = 0 WHERE id = ?",
        (*_columns(preset), preset.id),
    )
    return cursor.rowcount > 0


def remove(connection: sqlite3.Connection, preset_id: int) -> None:
    """Delete one's own; hide a built-in one."""
    connection.execute("DELETE FROM presets WHERE id = ? AND built_in IS NULL", (preset_id,))
    connection.execute("UPDATE presets SET hidden = 1 WHERE id = ?", (preset_id,))


def put_back(connection: sqlite3.Connection, preset: Preset, before: int | None) -> None:
    """Restore one that was removed, before the one of the id ``before`` or at the end."""
    if not preset.built_in:
        connection.execute(
            "INSERT OR IGNORE INTO presets (id, plan, guided, place) VALUES (?, ?, ?, 0)",
            (preset.id, *_columns(preset)),
        )
    connection.execute("UPDATE presets SET hidden = 0 WHERE id = ?", (preset.id,))
    put(connection, preset.id, before)


def as_built_in(connection: sqlite3.Connection, ids: Sequence[int]) -> None:
    """Show these built-in ones again, as they were built in."""
    connection.executemany(
        "UPDATE presets SET plan = NULL, guided = NULL, hidden = 0"
        " WHERE id = ? AND built_in IS NOT NULL",
        [(each,) for each in ids],
    )


def put(connection: sqlite3.Connection, preset_id: int, before: int | None) -> None:
    """Move one before another, or to the end."""
    ids = [row[0] for row in connection.execute("SELECT id FROM presets ORDER BY place, id")]
    if preset_id not in ids:
        return
    ids.remove(preset_id)
    ids.insert(ids.index(before) if before in ids else len(ids), preset_id)
    connection.executemany(
        "UPDATE presets SET place = ? WHERE id = ?", [(n, each) for n, each in enumerate(ids, 1)]
    )


def _columns(preset: Preset) -> tuple[str, int | None]:
    plan = {
        "name": preset.name,
        "length": preset.length,
        "settle": preset.settle,
        "bell": preset.bell,
        "bell_every": preset.bell_every,
        "bell_at": list(preset.bell_at),
        "start_strikes": preset.start_strikes,
        "end_strikes": preset.end_strikes,
        "ambience": preset.ambience,
        "ambience_volume": preset.ambience_volume,
        "prompts": [[each.start, each.title] for each in preset.prompts],
    }
    guided = preset.guided.episode_id if preset.guided else None
    return json.dumps(plan, ensure_ascii=False), guided


def _preset(row: sqlite3.Row) -> Preset | None:
    try:
        plan = _plan(json.loads(row["plan"] or "null"))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    guided = None
    if row["title"] is not None:
        guided = Guided(row["guided"], row["title"], row["duration"])
    return plan and replace(plan, guided=guided, id=row["id"], built_in=row["built_in"] or "")


def _plan(said: dict[str, Any] | None) -> Preset | None:
    """Return the plan as it was said; what is missing is as usual, what is unknown left out.

    Raises:
        ValueError, TypeError, KeyError, AttributeError: It says something else than a plan.
    """
    if said is None:
        return None
    usual = asdict(Preset("", 0.0))
    told = usual | {name: value for name, value in said.items() if name in usual}
    every = told["bell_every"]
    return Preset(
        name=str(said["name"]),
        length=float(said["length"]),
        settle=float(told["settle"]),
        bell=_name(told["bell"]),
        bell_every=None if every is None else float(every),
        bell_at=tuple(map(float, told["bell_at"])),
        start_strikes=int(told["start_strikes"]),
        end_strikes=int(told["end_strikes"]),
        ambience=_name(told["ambience"]),
        ambience_volume=float(told["ambience_volume"]),
        prompts=tuple(Chapter(float(start), str(title)) for start, title in told["prompts"]),
    )


def _name(said: object) -> str | None:
    return None if said is None else str(said)

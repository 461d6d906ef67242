"""What was measured of recordings; a file of another size makes it void."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.sound import Sound

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

_BATCH = 50
_UNMEASURED = """
SELECT d.episode_id, d.path, d.size
FROM downloads d LEFT JOIN sounds s ON s.episode_id = d.episode_id AND s.size = d.size
WHERE d.state = 'downloaded' AND d.path IS NOT NULL AND d.size IS NOT NULL
      AND s.episode_id IS NULL
"""


@dataclass(frozen=True, slots=True)
class Unmeasured:
    """A recording that is here; ``path`` is below the audio folder, or absolute."""

    episode_id: int
    path: str
    size: int


def of(connection: sqlite3.Connection, episode_id: int) -> Sound | None:
    """Return what was measured of an episode; None: nothing, or of a file that was another.

    It outlives the file, as the same sound can still be streamed.
    """
    row = connection.execute(
        "SELECT s.waveform, s.loudness, s.peak FROM sounds s"
        " LEFT JOIN downloads d ON d.episode_id = s.episode_id"
        " WHERE s.episode_id = ? AND s.waveform <> x'' AND coalesce(d.size, s.size) = s.size",
        (episode_id,),
    ).fetchone()
    return Sound(*row) if row else None


def unmeasured(
    connection: sqlite3.Connection, without: Collection[int] = ()
) -> tuple[Unmeasured, ...]:
    """Return some recordings that are to be measured, the newest first, without these."""
    found = connection.execute(
        f"{_UNMEASURED} AND d.episode_id NOT IN (SELECT value FROM json_each(?))"
        " ORDER BY d.finished DESC, d.episode_id DESC LIMIT ?",
        (json.dumps(sorted(without)), _BATCH),
    )
    return tuple(Unmeasured(*row) for row in found)


def unmeasured_of(
    connection: sqlite3.Connection, episode_ids: Collection[int]
) -> tuple[Unmeasured, ...]:
    """Return those of these episodes whose recording is to be measured."""
    found = connection.execute(
        f"{_UNMEASURED} AND d.episode_id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(episode_ids)),),
    )
    return tuple(Unmeasured(*row) for row in found)


def store(connection: sqlite3.Connection, measured: Unmeasured, sound: Sound | None) -> None:
    """Keep what was measured; None: it cannot be, and is not to be tried again."""
    connection.execute(
        "INSERT INTO sounds (episode_id, size, waveform, loudness, peak)"
        " SELECT id, ?2, ?3, ?4, ?5 FROM episodes WHERE id = ?1"
        " ON CONFLICT (episode_id) DO UPDATE SET size = excluded.size,"
        " waveform = excluded.waveform, loudness = excluded.loudness, peak = excluded.peak",
        (
            measured.episode_id,
            measured.size,
            sound.waveform if sound else b"",
            sound.loudness if sound else None,
            sound.peak if sound else None,
        ),
    )

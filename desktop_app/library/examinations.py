"""What was found out about the sound of recordings; a file of another size makes it void."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop_app.base.tape import Hum, Side, Tape

if TYPE_CHECKING:
    import sqlite3

CANNOT_BE = ""
"""Is kept of a recording that gives nothing to examine."""


def store(connection: sqlite3.Connection, episode_id: int, size: int, tape: Tape | None) -> None:
    """Keep how a recording of ``size`` bytes sounds; None: it cannot be examined."""
    connection.execute(
        "INSERT INTO tapes (episode_id, size, tape) SELECT id, ?2, ?3 FROM episodes WHERE id = ?1"
        " ON CONFLICT (episode_id) DO UPDATE SET size = excluded.size, tape = excluded.tape",
        (episode_id, size, CANNOT_BE if tape is None else written(tape)),
    )


def written(tape: Tape) -> str:
    """Return a tape as it is kept."""
    return json.dumps(asdict(tape))


def read(text: str | None) -> Tape | None:
    """Return a tape that was kept; None: there is none, or one of which less was measured."""
    if not text:
        return None
    values = json.loads(text)
    hum = values["hum"]
    if hum is not None:
        tones = tuple((int(number), float(height)) for number, height in hum["harmonics"])
        values["hum"] = Hum(hum["frequency"], tones)
    values["side"] = Side(values["side"])
    try:
        return Tape(**values)
    except TypeError:  # another version measured other things
        return None

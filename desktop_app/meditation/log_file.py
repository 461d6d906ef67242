"""The log of sittings as a file of its own: CSV for a spreadsheet, JSON for a program. Pure."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from desktop_app.base.sittings import Sitting

COLUMNS = ("started", "sat", "planned", "preset", "note")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def values(sitting: Sitting, zone: tzinfo | None = None) -> dict[str, object]:
    """Return a sitting as plain values, as the command line and the files have them.

    ``started`` is ISO 8601 with the offset of ``zone`` (None: this computer's) at that time;
    ``sat`` and ``planned`` are whole seconds, ``planned`` None where nothing was planned.
    """
    return {
        "id": sitting.id,
        "started": sitting.started.astimezone(zone).isoformat(timespec="seconds"),
        "sat": round(sitting.sat),
        "planned": round(sitting.planned) or None,
        "preset": sitting.preset,
        "note": sitting.note,
    }


def as_json(sittings: Iterable[Sitting], zone: tzinfo | None = None) -> str:
    """Return one JSON array."""
    return json.dumps([values(each, zone) for each in sittings], ensure_ascii=False, indent=2)


def as_csv(sittings: Iterable[Sitting], zone: tzinfo | None = None) -> str:
    """Return a table as RFC 4180 has it, with a header.

    Words that a spreadsheet would take for a formula get an apostrophe before them (OWASP, "CSV
    injection").
    """
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, extrasaction="ignore")
    writer.writeheader()
    for each in sittings:
        row = values(each, zone)
        writer.writerow(row | {"preset": _safe(each.preset), "note": _safe(each.note)})
    return out.getvalue()


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words

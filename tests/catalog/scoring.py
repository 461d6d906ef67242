"""Precision and recall of what titles say, field by field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.catalog.titles import read_title
from tests.catalog.invented import NO_SPEAKERS, SPEAKERS
from tests.catalog.invented_names import NAMES, NO_NAMES

if TYPE_CHECKING:
    from collections.abc import Sequence

LABELLED = Path(__file__).parents[3] / "shared" / "corpus" / "titles-labelled.jsonl"
FIELDS = ("speakers", "fellowship", "place", "year", "steps", "part", "of", "event")
NOTHING: dict[str, Any] = {
    "speakers": [],
    "fellowship": None,
    "place": None,
    "year": None,
    "steps": [],
    "part": None,
    "of": None,
}


class Score(NamedTuple):
    """How many values of a field were right, given, and wanted."""

    right: int
    given: int
    wanted: int

    @property
    def precision(self) -> float:
        """Return which share of what was given is right."""
        return self.right / self.given if self.given else 1.0

    @property
    def recall(self) -> float:
        """Return which share of what was wanted is given."""
        return self.right / self.wanted if self.wanted else 1.0


def labelled() -> list[dict[str, Any]]:
    """Return the corpus's titles with what they say."""
    return [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines() if line]


def invented() -> list[dict[str, Any]]:
    """Return our own ones in the same form."""
    rows = []
    for title, facts in SPEAKERS + NO_SPEAKERS + NAMES + NO_NAMES:
        row = NOTHING | {"title": title} | facts
        row["speakers"] = facts.get("who", [])
        rows.append(row)
    return rows


def score(field: str, rows: Sequence[dict[str, Any]]) -> Score:
    """Compare one field; a title that is not labelled for it does not count."""
    right = given = wanted = 0
    for row in rows:
        if field not in row:
            continue
        value = getattr(read_title(row["title"]), field)
        got = set(value) if isinstance(value, tuple) else {value} - {None}
        want = set(row[field]) if isinstance(row[field], list) else {row[field]} - {None}
        right += len(got & want)
        given += len(got)
        wanted += len(want)
    return Score(right, given, wanted)


def lines(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return a table of all fields."""
    head = f"{len(rows)} titles   precision  recall  wanted"
    found = [(field, score(field, rows)) for field in FIELDS]
    return [
        head,
        *(
            f"{field:12} {one.precision:11.3f} {one.recall:7.3f} {one.wanted:7}"
            for field, one in found
        ),
    ]

"""What titles say: the labelled ones by precision and recall, invented ones one by one."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.catalog.titles import read_title
from tests.catalog.invented import NO_SPEAKERS, SPEAKERS, Facts

LABELLED = Path(__file__).parents[3] / "shared" / "corpus" / "titles-labelled.jsonl"
FIELDS = ("speakers", "fellowship", "place", "year", "steps", "part", "of")
NOTHING: Facts = {
    "who": [],
    "fellowship": None,
    "place": None,
    "year": None,
    "steps": [],
    "part": None,
    "of": None,
}
needs_corpus = pytest.mark.skipif(
    not LABELLED.exists(), reason="the labelled titles (../shared/corpus) are not on this machine"
)


def labelled() -> list[dict[str, Any]]:
    return [json.loads(line) for line in LABELLED.read_text("utf-8").splitlines() if line]


@pytest.mark.parametrize(("title", "facts"), SPEAKERS + NO_SPEAKERS)
def test_invented_titles(title: str, facts: Facts) -> None:
    told = read_title(title)
    expected = NOTHING | facts
    got = {
        "who": list(told.speakers),
        "fellowship": told.fellowship,
        "place": told.place,
        "event": told.event,
        "year": told.year,
        "steps": list(told.steps),
        "part": told.part,
        "of": told.of,
    }
    assert {name: got[name] for name in expected} == expected


def score(field: str, rows: list[dict[str, Any]]) -> tuple[float, float]:
    """Return precision and recall of one field over the labelled titles."""
    right = given = wanted = 0
    for row in rows:
        value = getattr(read_title(row["title"]), field)
        got = set(value) if isinstance(value, tuple) else {value} - {None}
        want = set(row[field]) if isinstance(row[field], list) else {row[field]} - {None}
        right += len(got & want)
        given += len(got)
        wanted += len(want)
    return right / given if given else 1.0, right / wanted if wanted else 1.0


@needs_corpus
@pytest.mark.parametrize("field", FIELDS)
def test_labelled_titles(field: str) -> None:
    precision, recall = score(field, labelled())
    print(f"{field}: precision {precision:.3f}, recall {recall:.3f}")  # noqa: T201  # asked for
    assert precision >= 0.95
    assert recall >= 0.9


def test_a_title_takes_microseconds() -> None:
    titles = [title for title, _ in SPEAKERS + NO_SPEAKERS]
    best = min(_seconds(titles) for _ in range(5))
    assert best / len(titles) < 300e-6, "100 µs on an idle machine, three times that on a busy one"


def _seconds(titles: list[str]) -> float:
    begun = time.perf_counter()
    for title in titles:
        read_title(title)
    return time.perf_counter() - begun


@pytest.mark.parametrize(
    "character", ["A", "1", "-", "(", ".", "'", " of ", "A. ", "in A, ", "Bob & "]
)
def test_no_title_takes_long_or_breaks(character: str) -> None:
    assert _seconds([character * 100_000]) < 0.5

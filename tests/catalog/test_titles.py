"""What titles say: the labelled ones by precision and recall, invented ones one by one."""

from __future__ import annotations

import random
from typing import Any

import pytest

from desktop_app.catalog.titles import read_title
from tests.catalog import scoring
from tests.catalog.invented import NO_SPEAKERS, SPEAKERS, Facts
from tests.catalog.invented_names import NAMES, NO_NAMES

GOALS = ("speakers", "fellowship", "year", "steps", "part")
ALSO = ("place", "of")
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
    not scoring.LABELLED.exists(),
    reason="the labelled titles (../shared/corpus) are not on this machine",
)


@pytest.mark.parametrize(("title", "facts"), SPEAKERS + NO_SPEAKERS + NAMES + NO_NAMES)
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


@needs_corpus
@pytest.mark.parametrize("field", GOALS + ALSO)
def test_labelled_titles(field: str) -> None:
    found = scoring.score(field, scoring.labelled())
    assert found.precision >= 0.95
    assert found.recall >= 0.9


@needs_corpus
def test_table_of_the_labelled_titles() -> None:
    print("\n" + "\n".join(scoring.lines(scoring.labelled())))  # noqa: T201  # asked for


def test_table_of_the_invented_titles() -> None:
    rows = scoring.invented()
    print("\n" + "\n".join(scoring.lines(rows)))  # noqa: T201  # asked for
    assert all(scoring.score(field, rows).precision == 1 for field in GOALS)


def test_scores_count_what_is_wrong_and_what_is_missing() -> None:
    rows: list[dict[str, Any]] = [
        {"title": "Greta S & Ruben T", "speakers": ["Greta S.", "Nobody N."]},
        {"title": "Arlo B.", "speakers": []},
        {"title": "Arlo B."},
    ]
    found = scoring.score("speakers", rows)
    assert found == (1, 3, 2)
    assert found.precision == pytest.approx(1 / 3)
    assert found.recall == 0.5


@pytest.mark.parametrize(
    "character",
    ["A", "1", "-", "(", ".", "'", '"', "#", " of ", "A. ", "in A, ", "Bob & ", "Joe, ", "of the "],
)
def test_a_title_without_end_is_read(character: str) -> None:
    assert read_title(character * 100_000) == read_title(character * 50_000)


def test_no_text_breaks_it() -> None:
    chance = random.Random(4)  # noqa: S311 - to be had again
    words = [word for title, _ in SPEAKERS + NO_SPEAKERS for word in title.split()]
    signs = [*"-–—:;,.&/#()[]\"'“”?!…+@%_|~", "'s", "d'", "\0", "\ud800", "é", "中", "٣", "²", "1a"]
    for _ in range(3000):
        picked = chance.choices(words + signs * 8, k=chance.randint(1, 14))
        title = chance.choice(["", " ", "_", "-"]).join(picked)
        assert read_title(title) == read_title(title), title

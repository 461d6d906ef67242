"""What talks are about, by their titles and, warily, by their notes."""

from __future__ import annotations

import pytest

from desktop_app.catalog.topics import TOPICS, find_topics

SHOW = "<p>" + "This is a show of talks, new each week, for all who listen. " * 8 + "</p>"


@pytest.mark.parametrize(
    ("said", "topics"),
    [
        ("Gratitude", ["gratitude"]),
        ("Resentment and fear", ["fear", "resentment"]),
        ("Step Nine: amends to my family", ["amends", "family"]),
        ("Letting go", ["acceptance"]),
        ("Emotional sobriety", ["emotional sobriety"]),
        ("Lápiz, perdón y gratitud", ["forgiveness", "gratitude"]),
        ("La prière et le lâcher-prise", ["acceptance", "prayer"]),
        ("El inventario", ["inventory"]),
        ("Third Step Prayer", ["prayer"]),
        ("The Serenity Prayer", []),
        ("Experience, strength and hope", []),
        ("Nothing of the kind", []),
        ("", []),
    ],
)
def test_titles(said: str, topics: list[str]) -> None:
    assert sorted(find_topics(said)) == topics


@pytest.mark.parametrize(
    ("notes", "topics"),
    [
        ("<p>Nora J. shares about relapse and coming back.</p>", ["relapse"]),
        (SHOW + "<p>Resentment.</p>", []),
        (SHOW + "<p>Resentment, and resentment again.</p>", ["resentment"]),
        ("We close with the Serenity Prayer.", []),
        ("Nora J. tells of her family.", []),
        ("Nora J. tells of her family and what family means.", ["family"]),
        ("Write to grief@example.org or https://example.org/anger", []),
    ],
)
def test_notes(notes: str, topics: list[str]) -> None:
    assert sorted(find_topics("", notes)) == topics


def test_the_title_weighs_more_than_the_notes() -> None:
    notes = "Fear, fear, fear, and more fear; and humility."
    assert find_topics("Humility", notes) == ("humility", "fear")


def test_topics_are_ordered_keys() -> None:
    assert list(TOPICS) == sorted(set(TOPICS))
    asked = {"acceptance", "amends", "anger", "fear", "forgiveness", "gratitude", "grief"}
    asked |= {"honesty", "humility", "meditation", "prayer", "relapse", "relationships"}
    asked |= {"resentment", "service", "sponsorship", "surrender", "the promises"}
    assert asked <= set(TOPICS)

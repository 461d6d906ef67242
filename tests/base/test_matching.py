"""How words are compared, where they stand in a text, and the part of it that shows them."""

from __future__ import annotations

import pytest

from desktop_app.base import matching


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t  STOP—now", "don t stop now"),
        ("José Ñandú café", "jose nandu cafe"),
        ("e\u0301te\u0301", "ete"),
        ("snake_case_2", "snake case 2"),
        ("ﬁre ＡＢＣ ½", "fire abc 1 2"),
        ("İstanbul Straße", "istanbul strasse"),
        ("AA感恩2", "aa 感 恩 2"),
        ("👩‍👩‍👧 so\u00adber", "sober"),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert matching.words(text) == expected.split()


@pytest.mark.parametrize(
    ("typed", "said", "expected"),
    [
        ("bob d", "bob darling", True),
        ("d bob", "bob darling", True),
        ("bob x", "bob darling", False),
        ("arling", "bob darling", False),
        ("", "bob", True),
        ("bob", "", False),
    ],
)
def test_every_word_must_fit(typed: str, said: str, *, expected: bool) -> None:
    assert matching.fits(matching.asked(typed), said) is expected


@pytest.mark.parametrize(
    ("text", "typed", "expected"),
    [
        ("The Surrender to win", "surr", ["Surrender"]),
        ("José said, RENÉE!", "jose renee", ["José", "RENÉE"]),
        ("Jose\u0301 and e\u0301te\u0301", "jose ete", ["Jose\u0301", "e\u0301te\u0301"]),
        ("don’t", "don't", ["don", "t"]),
        ("感恩的心", "恩", ["恩"]),
        ("Straße", "strasse", ["Straße"]),
        ("nothing here", "zebra", []),
        ("", "zebra", []),
    ],
)
def test_where_the_words_stand(text: str, typed: str, expected: list[str]) -> None:
    spans = matching.spans(text, matching.asked(typed))
    assert [text[start:end] for start, end in spans] == expected


FAR = "one two three " * 40


@pytest.mark.parametrize(
    ("text", "typed", "begins", "has", "ends"),
    [
        ("short   and\nsweet", "sweet", "short and sweet", "", "sweet"),
        (f"{FAR}needle {FAR}", "needle", "…", "needle", "…"),
        (f"needle {FAR}", "needle", "needle", "", "…"),
        (f"{FAR}needle", "needle", "…", "", "needle"),
        (f"hay {FAR}hay needle {FAR}", "hay needle", "…", "hay needle", "…"),
        ("x" * 400 + "needle", "xxx", "x", "", "…"),
        ("心" * 400 + "感", "感", "…", "感", "感"),
        (FAR, "zebra", "one", "", "…"),
    ],
)
def test_an_excerpt_shows_most_of_the_words(
    text: str, typed: str, begins: str, has: str, ends: str
) -> None:
    shown = matching.excerpt(text, matching.asked(typed))
    assert shown.startswith(begins)
    assert has in shown
    assert shown.endswith(ends)
    assert len(shown) <= 182

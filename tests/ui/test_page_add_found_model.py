"""What was found as rows, and what is words to be searched for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.base.parsed import FoundFeed
from desktop_app.ui.pages.add_found_model import FoundModel, facts
from desktop_app.ui.pages.add_words import is_words

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

BOTH = ("Apple Podcasts", "fyyd")
EVENING = FoundFeed(
    "Evening Talks", "https://talks.example/feed", "Harbour", None, "<b>Calm", 1284, "en", BOTH
)
SITS = FoundFeed("Sits", "https://sits.example/rss", directories=("fyyd",))
HAVE = replace(SITS, title="Had", url="https://had.example/", episodes=1, subscribed=True)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", False),
        ("   ", False),
        ("serenity", True),
        ("serenity prayer", True),
        ("Bob D.", True),
        ("St. Paul", True),
        ("12 & 12", True),
        ("12/12", True),
        ("Step 1: honesty", True),
        ("what now...", True),
        ("sobercast.com or so", True),
        ("sobercast.com", False),
        (" sobercast.com ", False),
        ("example.org/my tapes", False),
        ("https://example.org/a b", False),
        ("feed:example.org", False),
        ("localhost", False),
        ("localhost:8080/feed", False),
        ("/home/me/My tapes", False),
        ("~/My tapes", False),
        ("./tapes", False),
        ("..\\tapes", False),
        (r"C:\My tapes", False),
        ("file:///home/me", False),
    ],
)
def test_words_are_told_from_addresses_and_folders(text: str, *, words: bool) -> None:
    assert is_words(text) is words


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (EVENING, "Harbour · 1,284 recordings · Apple Podcasts, fyyd"),
        (SITS, "fyyd"),
        (HAVE, "1 recording · fyyd"),
    ],
)
def test_the_second_line_of_a_row(look: Look, found: FoundFeed, said: str) -> None:
    assert facts(found) == said


def test_rows_for_a_screen_reader_and_a_tool_tip(look: Look) -> None:
    model = FoundModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show((EVENING, SITS, HAVE))
    role = Qt.ItemDataRole.AccessibleTextRole
    model.set_adding([SITS.url])
    assert [model.index(row).data(role) for row in range(3)] == [
        (
            "Evening Talks, Harbour, 1,284 recordings, found at Apple Podcasts, fyyd,"
            " press Enter to add it"
        ),
        "Sits, found at fyyd, it is being added",
        "Had, 1 recording, found at fyyd, subscribed already",
    ]
    tip = model.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Evening Talks<br>&lt;b&gt;Calm<br>https://talks.example/feed"
    model.show(())
    tester.deleteLater()

"""How a bookmark is said on the command line."""

from __future__ import annotations

from datetime import UTC, datetime

from desktop_app.base.listening import Marked
from desktop_app.base.model import Bookmark, Episode
from desktop_app.commands.terminal import bookmark_json, bookmark_line

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
TALK = Episode(7, 1, "Tapes", "Surrender", speakers=("Bob D.",))


def test_a_line_for_people() -> None:
    noted = Marked(Bookmark(1, 7, 3725.0, "two\nlines", NOON), TALK)
    assert bookmark_line(noted) == "     7  1:02:05  two lines  [Surrender]"
    assert bookmark_line(Marked(Bookmark(1, 7, 5.0, "", NOON), TALK)).endswith("0:05  [Surrender]")


def test_json_for_scripts() -> None:
    assert bookmark_json(Marked(Bookmark(1, 7, 5.5, "x", NOON), TALK)) == {
        "id": 1, "episode_id": 7, "position": 5.5, "note": "x", "title": "Surrender",
        "created": "2026-11-22T12:00:00Z", "speakers": ("Bob D.",), "feed": "Tapes",
    }  # fmt: skip

"""Reading titles on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support.command import hearthside

if TYPE_CHECKING:
    from pathlib import Path

NOTHING: dict[str, object] = {
    "speakers": [],
    "fellowship": None,
    "place": None,
    "event": None,
    "year": None,
    "steps": [],
    "part": None,
    "of": None,
}


def test_a_line_of_json_for_each_title(tmp_path: Path) -> None:
    file = tmp_path / "titles.txt"
    file.write_bytes(
        "\ufeffHorace P. - Steps 6 & 7 - AA Sawtooth Roundup in Boise, ID 1998\r\n\r\n"
        "Walt & Dick - Big Book study, part 3 of 12\n".encode()
        + b"Un caf\xe9\nQui\xc3\xa9n soy\n"
    )
    ran = hearthside(tmp_path / "home", "parse-titles", str(file))
    assert (ran.status, ran.err) == (0, "")
    assert [json.loads(line) for line in ran.out.splitlines()] == [
        NOTHING
        | {
            "title": "Horace P. - Steps 6 & 7 - AA Sawtooth Roundup in Boise, ID 1998",
            "speakers": ["Horace P."],
            "fellowship": "AA",
            "place": "Boise, ID",
            "event": "AA Sawtooth Roundup",
            "year": 1998,
            "steps": [6, 7],
        },
        NOTHING
        | {
            "title": "Walt & Dick - Big Book study, part 3 of 12",
            "speakers": ["Walt & Dick"],
            "part": 3,
            "of": 12,
        },
        NOTHING | {"title": "Un caf\ufffd"},
        NOTHING | {"title": "Quién soy"},
    ]
    assert list(json.loads(ran.out.splitlines()[0])) == ["title", *NOTHING]
    assert not (tmp_path / "home").exists()


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    ran = hearthside(tmp_path, "parse-titles", str(tmp_path / "absent.txt"))
    assert ran.status == 2
    assert "absent.txt" in ran.err

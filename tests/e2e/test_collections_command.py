"""Favorites and collections on the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.support import pod
from tests.support.command import hearthside
from tests.support.server import Server
from tests.support.sound import speech_bytes

if TYPE_CHECKING:
    from pathlib import Path


def test_keep_collect_hand_on_and_take_in(tmp_path: Path) -> None:
    home, other, file = tmp_path / "home", tmp_path / "other", tmp_path / "mine.json"
    with Server() as server:
        url = pod.serve(server, "tapes", 3, speech_bytes(2))
        assert hearthside(home, "add", url).status == 0
        ran = hearthside(home, "favorite", "talk 1", "--note", "it helped")
        assert (ran.out, ran.err) == ("★ Bob D. - Talk 1\n", "")
        for name, talk in (("Step work", "talk 2"), ("step WORK", "talk 0"), ("Grief", "talk 2")):
            assert hearthside(home, "collect", name, talk).status == 0
        listed = hearthside(home, "collections", "--json")
        assert json.loads(listed.out) == [
            {"id": 1, "name": "Step work", "talks": 2, "filter": None},
            {"id": 2, "name": "Grief", "talks": 1, "filter": None},
        ]
        for more, talks in (((), ["Talk 2", "Talk 0"]), (("--downloaded",), [])):
            ran = hearthside(home, "episodes", "--collection", "step work", "--json", *more)
            found = [each["title"].removeprefix("Bob D. - ") for each in json.loads(ran.out)]
            assert found == talks
        ran = hearthside(home, "uncollect", "2", "talk 2")
        assert ran.out == "Grief: without Bob D. - Talk 2\n"
        assert hearthside(home, "collections").out.splitlines() == [
            "   1  Step work  (2)",
            "   2  Grief  (0)",
        ]
        ran = hearthside(home, "export-favorites", str(file))
        assert (ran.status, ran.out) == (0, f"3 talks in {file}\n")
        playlist = tmp_path / "steps.m3u8"
        ran = hearthside(home, "export-favorites", str(playlist), "--collection", "step work")
        assert (ran.status, playlist.read_text().count("http:")) == (0, 2)
        ran = hearthside(other, "import-favorites", str(file))
        assert (ran.status, ran.out) == (1, "New: favorites 0, collections 1\n")
        assert f"hearthside add {url}" in ran.err
        assert hearthside(other, "add", url).status == 0
        ran = hearthside(other, "import-favorites", str(file))
        assert (ran.status, ran.out, ran.err) == (0, "New: favorites 3, collections 1\n", "")
        assert hearthside(home, "unfavorite", "talk 2").out == "☆ Bob D. - Talk 2\n"
        assert "Step work  (1)" in hearthside(home, "collections").out


def test_what_is_wrong_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text("[]")
    for arguments in (
        ("collect", "Grief", "12345"),
        ("uncollect", "Grief", "12345"),
        ("episodes", "--collection", "Grief"),
        ("export-favorites", str(tmp_path / "a.txt")),
        ("export-favorites", str(tmp_path / "a.json"), "--collection", "Grief"),
        ("export-favorites", str(tmp_path / "absent" / "a.json")),
        ("import-favorites", str(tmp_path / "bad.json")),
        ("import-favorites", str(tmp_path / "absent.json")),
    ):
        ran = hearthside(tmp_path / "home", *arguments)
        assert (ran.status, len(ran.err.splitlines())) == (1, 1), (arguments, ran.err)

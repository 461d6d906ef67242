"""``hearthside discover`` as a person runs it, against directories on the loopback."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.support import pod
from tests.support.command import Ran, hearthside
from tests.support.directories import APPLE, FYYD, apple, apple_row, bases, fyyd, fyyd_row
from tests.support.server import Reply, Server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on the loopback, whose directories know two feeds of its own and a strange one."""
    with Server() as running:
        tapes = pod.serve(running, "tapes", 2, b"")
        long = apple_row("https://far.example/feed", "A very long name " * 9)
        running.add(APPLE, Reply(body=apple(apple_row(tapes), long)))
        running.add(FYYD, Reply(body=fyyd(fyyd_row(tapes), fyyd_row(running.url("/sits.xml")))))
        yield running


def discover(server: Server, home: Path, *arguments: str) -> Ran:
    places = bases(server.url(""))
    return hearthside(home, "discover", *arguments, HEARTHSIDE_DIRECTORIES=places)


def test_lines_for_people_and_json_for_scripts(server: Server, tmp_path: Path) -> None:
    tapes = server.url("/tapes.xml")
    assert hearthside(tmp_path, "add", tapes).status == 0
    ran = discover(server, tmp_path, "bill", "wilson", "--limit", "3")
    assert (ran.status, ran.err) == (0, "")
    lines = ran.out.splitlines()
    assert [line[0] for line in lines] == ["✓", " ", " "]
    places = [tapes, "https://far.example/feed", server.url("/sits.xml")]
    assert [line.split()[-1] for line in lines] == places
    assert len({line.index("http") for line in lines}) == 1, "the columns are aligned"
    assert server.asked(FYYD)[0].query == "term=bill+wilson&count=3"

    ran = discover(server, tmp_path, "bill", "wilson", "--json")
    assert (ran.status, ran.err) == (0, "")
    assert json.loads(ran.out)[0] == {
        "title": "Evening Talks",
        "author": "Harbour",
        "url": tapes,
        "home_page": "https://harbour.example",
        "description": "Calm.",
        "episodes": 14,
        "language": "en",
        "directories": ["Apple Podcasts", "fyyd"],
        "subscribed": True,
    }


def test_a_directory_that_fails_is_a_line_beside_what_was_found(
    server: Server, tmp_path: Path
) -> None:
    server.add(APPLE, Reply(503))
    ran = discover(server, tmp_path, "bill", "--json")
    assert ran.status == 1
    assert ran.err == (
        "Apple Podcasts gave no answer: the server is too busy (HTTP 503). Try again later.\n"
    )
    assert len(json.loads(ran.out)) == 2

    server.add(FYYD, Reply(body=b"<html>"))
    ran = discover(server, tmp_path, "bill", "--json")
    assert (ran.status, json.loads(ran.out), len(ran.err.splitlines())) == (1, [], 2)


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ((), 2, "Missing argument"),
        (("",), 1, "nothing to look for"),
        (("a", "--limit", "0"), 2, ""),
    ],
)
def test_what_cannot_be_asked_for(
    server: Server, tmp_path: Path, arguments: tuple[str, ...], status: int, said: str
) -> None:
    ran = discover(server, tmp_path, *arguments)
    assert ran.status == status
    assert said in ran.err
    assert server.requests == []


def test_the_help_says_where_the_words_go(tmp_path: Path) -> None:
    ran = hearthside(tmp_path, "discover", "--help")
    assert "itunes.apple.com and fyyd.de" in ran.out

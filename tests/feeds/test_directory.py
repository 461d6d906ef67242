"""What directories answer: rows read, nonsense left out, doubles merged."""

from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import FoundFeed
from desktop_app.feeds import directory
from tests.support.corpus import CORPUS
from tests.support.directories import apple, apple_row, fyyd, fyyd_row

APPLE, FYYD = directory.SOURCES
TALKS = "https://talks.example/feed.xml"


def of_apple(body: bytes, base: str = APPLE.base) -> tuple[FoundFeed, ...]:
    return directory.read(APPLE, body, base)


def of_fyyd(body: bytes, base: str = FYYD.base) -> tuple[FoundFeed, ...]:
    return directory.read(FYYD, body, base)


def test_a_row_of_each() -> None:
    assert of_apple(apple(apple_row(TALKS))) == (
        FoundFeed(
            "Evening Talks",
            TALKS,
            author="Harbour Group",
            episodes=12,
            directories=("Apple Podcasts",),
        ),
    )
    assert of_fyyd(fyyd(fyyd_row(TALKS, language="EN"))) == (
        FoundFeed(
            "Evening Talks",
            TALKS,
            author="Harbour",
            home_page="https://harbour.example",
            description="Calm.",
            episodes=14,
            language="en",
            directories=("fyyd",),
        ),
    )


@pytest.mark.parametrize("body", [apple(), b'{"results": null}', b'{"results": {}}'])
def test_nothing_found_is_no_failure(body: bytes) -> None:
    assert of_apple(body) == ()


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>busy</html>",
        b'{"results": [',
        b"[]",
        b"7",
        b"null",
        b'{"status": 0, "msg": "no"}',
        b'{"results": "none"}',
        b'{"results": {"a": 1}}',
        b'{"results": true}',
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"results": ' + b"9" * 10_000 + b"}",
    ],
)
def test_what_is_no_answer(body: bytes) -> None:
    with pytest.raises(KnownError, match="Apple Podcasts was not understood"):
        of_apple(body)


@pytest.mark.parametrize(
    "row",
    [
        None,
        7,
        "text",
        [],
        {},
        apple_row(""),
        {"feedUrl": None},
        {"feedUrl": ["https://a.example/"]},
        apple_row("not an address"),
        apple_row("ftp://talks.example/feed"),
        apple_row("file:///etc/passwd"),
        apple_row("javascript:alert(1)"),
        apple_row("http://127.0.0.1/feed"),
        apple_row("http://localhost:8080/feed"),
        apple_row("http://192.168.1.1/feed"),
        apple_row("http://[::1]/feed"),
        apple_row("http://router.lan/feed"),
        apple_row("https://talks.example/a b"),
        apple_row("https://talks.example/\x1b[2J"),
        apple_row("https://talks.example/" + "a" * 2_000),
        apple_row("https://[talks/"),
    ],
)
def test_a_row_without_sense_costs_only_itself(row: object) -> None:
    good = apple_row(TALKS)
    rows = of_apple(apple(good, row, good))  # type: ignore[arg-type]  # nonsense is the point
    assert [feed.url for feed in rows] == [TALKS, TALKS]


def test_a_directory_at_home_may_name_feeds_at_home() -> None:
    body = apple(apple_row("http://127.0.0.1:9000/feed"))
    assert of_apple(body, "http://127.0.0.1:9000/apple/search") != ()


@pytest.mark.parametrize(
    ("given", "field", "expected"),
    [
        ({"title": " Two\n lines "}, "title", "Two lines"),
        ({"title": "Q&amp;amp;A"}, "title", "Q&A"),
        ({"title": "Red \x1b[31m&#x202e;txt.exe\ud800"}, "title", "Red [31m txt.exe"),
        ({"title": ""}, "title", "talks.example"),
        ({"title": 7}, "title", "talks.example"),
        ({"title": "x" * 999}, "title", "x" * 299 + "…"),
        ({"author": None}, "author", ""),
        ({"description": "<p>Calm <b>talks</b></p>"}, "description", "Calm talks"),
        ({"htmlURL": "file:///home"}, "home_page", None),
        ({"htmlURL": "http://10.0.0.1/"}, "home_page", None),
        ({"language": ""}, "language", None),
        ({"episode_count": 0}, "episodes", None),
        ({"episode_count": -3}, "episodes", None),
        ({"episode_count": "12"}, "episodes", None),
        ({"episode_count": True}, "episodes", None),
        ({"episode_count": 1.5}, "episodes", None),
        ({"episode_count": 10**30}, "episodes", None),
    ],
)
def test_fields_are_made_plain(given: dict[str, Any], field: str, expected: object) -> None:
    (feed,) = of_fyyd(fyyd(fyyd_row(TALKS, **given)))
    assert getattr(feed, field) == expected
    assert str(feed).encode()


def test_a_password_in_an_address_is_not_passed_on() -> None:
    (feed,) = of_apple(apple(apple_row("https://me:secret@talks.example/feed.xml")))
    assert feed.url == TALKS


def test_rows_without_end() -> None:
    rows = [apple_row(f"https://talks.example/{number}") for number in range(2_000)]
    assert len(of_apple(apple(*rows))) == 500


def found(name: str, url: str, **more: object) -> FoundFeed:
    return replace(FoundFeed(url, url, directories=(name,)), **more)  # type: ignore[arg-type]


def test_the_best_of_each_comes_in_turn() -> None:
    first = [found("A", f"https://a.example/{number}") for number in range(4)]
    second = [found("F", f"https://f.example/{number}") for number in range(2)]
    merged = directory.merge([first, second], 5)
    assert [feed.url for feed in merged] == [
        "https://a.example/0",
        "https://f.example/0",
        "https://a.example/1",
        "https://f.example/1",
        "https://a.example/2",
    ]
    assert directory.merge([], 5) == ()
    assert directory.merge([(), second], 5) == tuple(second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://www.talks.example/feed/", "https://talks.example/feed/"),
        ("https://TALKS.example/feed", "https://talks.example/feed"),
        ("http://talks.example/feed", "https://talks.example:443/feed/"),
    ],
)
@pytest.mark.parametrize("directories", [("A", "A"), ("A", "F")])
def test_one_feed_is_one_row(one: str, other: str, directories: tuple[str, str]) -> None:
    rows = [found(directories[0], one), found(directories[1], other)]
    for answers in ([rows, []], [rows[:1], rows[1:]]):
        (merged,) = directory.merge(answers, 9)
        assert merged.directories == tuple(dict.fromkeys(directories))
        assert merged.url == (one if one.startswith("https") else other)


def test_other_feeds_of_a_host_stay_apart() -> None:
    places = ("https://a.example/one", "https://a.example/two", "https://b.a.example/one")
    assert len(directory.merge([[found("A", place) for place in places]], 9)) == 3


def test_the_richer_row_wins_and_its_gaps_are_filled() -> None:
    poor = found("A", TALKS, title="TALKS", author="Somebody", episodes=9)
    rich = found(
        "F", TALKS, title="Talks", description="Calm.", episodes=14, language="en", home_page="h"
    )
    for answers in ([[poor], [rich]], [[rich], [poor]]):
        (merged,) = directory.merge(answers, 9)
        assert (merged.title, merged.author) == ("Talks", "Somebody")
        assert (merged.episodes, merged.language, merged.description) == (14, "en", "Calm.")


@pytest.mark.parametrize("words", ["a", "Søren & Åse?x=1#y", "\udcff", "w" * 5_000])
@pytest.mark.parametrize("source", directory.SOURCES)
def test_the_question(source: directory.Source, words: str) -> None:
    parts = urlsplit(directory.address(source, words, 1_000))
    asked = parse_qs(parts.query)
    assert f"{parts.scheme}://{parts.netloc}" == source.base
    assert asked["term"] == [words[:200].encode(errors="replace").decode()]
    assert asked["limit" if source is APPLE else "count"] == ["100"]


def test_a_stand_in_takes_the_place_of_as_many_as_it_names() -> None:
    assert directory.instead("") == directory.SOURCES
    one, two = directory.instead("http://a.example/ http://b.example/x")
    assert directory.address(one, "w", 3).startswith("http://a.example/search?")
    assert directory.address(two, "w", 3).startswith("http://b.example/x/0.2/search/podcast?")
    assert len(directory.instead("http://a.example")) == 1


def test_saved_answers() -> None:
    folder = CORPUS / "directory"
    if not folder.is_dir():
        pytest.skip("the corpus of saved answers is not beside this checkout")
    first = of_apple((folder / "apple-search.json").read_bytes())
    second = of_fyyd((folder / "fyyd-search.json").read_bytes())
    merged = directory.merge([first, second], 20)
    keys = {feed.url.lower().replace("://www.", "://") for feed in (*first, *second)}
    assert len(merged) == len(keys) < len(first) + len(second)
    assert all(feed.title and feed.episodes and feed.directories for feed in merged)

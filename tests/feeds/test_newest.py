"""Of a long document the newest items alone are read first, where they can be told."""

from __future__ import annotations

import pytest

from desktop_app.feeds.parse import parse

NOTES = "<description><![CDATA[" + "<p>Words.</p>" * 200 + "</p>]]></description>"
COUNT = 1000


def item(number: int, year: int | None, inside: str = "") -> str:
    date = f"<pubDate>1 Jan {year} 00:00:00 GMT</pubDate>" if year else ""
    return f"<item><guid>{number}</guid><title>{number}</title>{date}{inside}{NOTES}</item>"


def feed(items: list[str]) -> bytes:
    return f'<rss version="2.0"><channel><title>A</title>{"".join(items)}</channel></rss>'.encode()


def dated(years: list[int | None]) -> list[str]:
    return [item(number, year) for number, year in enumerate(years)]


FALLING = [2020 - number // 10 for number in range(COUNT)]
RISING = [*reversed(FALLING)]
MIXED = [2021 if number == COUNT - 1 else year for number, year in enumerate(FALLING)]
LEVEL = [2020] * COUNT
PLAIN = dated([*FALLING])


@pytest.mark.parametrize(
    ("items", "first"),
    [
        pytest.param(PLAIN, range(5), id="newest first"),
        pytest.param(dated([*RISING]), range(COUNT - 5, COUNT), id="oldest first"),
        pytest.param(dated([*LEVEL]), range(5), id="all of one day"),
    ],
)
def test_the_newest_are_told_by_their_dates(items: list[str], first: range) -> None:
    part = parse(feed(items), {}, newest=5)
    assert [episode.title for episode in part.episodes] == [str(number) for number in first]
    assert (part.title, part.unread, part.known) == ("A", COUNT - 5, frozenset())
    had = frozenset(episode.hash for episode in part.episodes)
    rest = parse(feed(items), {}, had)
    assert (len(rest.episodes), rest.known, rest.unread) == (COUNT - 5, had, 0)


WHOLE = {
    "no dates": dated([None] * COUNT),
    "one without a date": [item(0, None), *PLAIN[1:]],
    "in no order": dated([*MIXED]),
    "an item in a comment": [*PLAIN[:2], "<!--" + item(-1, 2020) + "-->", *PLAIN[2:]],
    "an item in CDATA": [
        *PLAIN[:2],
        item(-1, 2020, "<x><![CDATA[<item></item>]]></x>"),
        *PLAIN[2:],
    ],
    "a comment round many": [PLAIN[0], "<!--", *PLAIN[1:500], "-->", *PLAIN[500:]],
    "items deeper": ["<x>", *PLAIN, "</x>"],
    "broken inside the first": [item(0, 2020, "<b>"), *PLAIN[1:]],
}


@pytest.mark.parametrize("items", [*WHOLE.values()], ids=[*WHOLE])
def test_where_that_is_not_certain_all_is_read(items: list[str]) -> None:
    part = parse(feed(items), {}, newest=5)
    assert part.unread == 0
    assert part == parse(feed(items), {})


def test_a_short_document_is_read_whole() -> None:
    short = feed([item(number, 2020) for number in range(20)])
    assert parse(short, {}, newest=5) == parse(short, {})


def test_what_was_never_looked_at_may_be_broken() -> None:
    """The rest is then read by the other reader, and no episode is lost."""
    items = [*PLAIN[:500], item(-1, 2020, "<b>"), *PLAIN[500:]]
    part = parse(feed(items), {}, newest=5)
    assert (len(part.episodes), part.unread) == (5, COUNT - 4)
    rest = parse(feed(items), {}, frozenset(episode.hash for episode in part.episodes))
    assert (rest.reader, len(rest.episodes)) == ("generic", COUNT + 1)

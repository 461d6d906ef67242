"""Which episodes are new and which are known again, as a table of small feeds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop_app.base.parsed import KnownEpisode, ParsedEpisode, ParsedFeed
from desktop_app.feeds.decide import Decision, decide, newest_first


def parsed(text: str) -> ParsedEpisode:
    """Make an episode of "guid url title [revision]"; "-" stands for none."""
    guid, url, title, *revision = text.split()
    return ParsedEpisode(
        title=title,
        hash=" ".join([guid, url, title, *revision]),
        guid=None if guid == "-" else guid,
        url=None if url == "-" else f"http://x.org/{url}",
    )


def known(number: int, text: str) -> KnownEpisode:
    episode = parsed(text)
    return KnownEpisode(number, episode.guid, episode.url, episode.title, episode.hash, None)


def feed(*episodes: ParsedEpisode, hashes: frozenset[str] = frozenset()) -> ParsedFeed:
    return ParsedFeed("T", "rss", episodes, hashes)


def applied(had: list[KnownEpisode], decision: Decision) -> list[KnownEpisode]:
    """Carry a decision out as the library would."""
    rows = {episode.id: episode for episode in had}
    new = ((max(rows, default=0) + n, e) for n, e in enumerate(decision.insert, 1))
    for number, e in [*decision.update, *new]:
        rows[number] = KnownEpisode(number, e.guid, e.url, e.title, e.hash, e.published, e.content)
    return list(rows.values())


@pytest.mark.parametrize(
    ("had", "now", "inserted", "updated"),
    [
        pytest.param([], ["a 1 A", "b 2 B"], ["A", "B"], {}, id="first time"),
        pytest.param(["a 1 A"], ["a 1 A"], [], {}, id="nothing new"),
        pytest.param(["a 1 A"], ["b 2 B", "a 1 A"], ["B"], {}, id="one new"),
        pytest.param(["a 1 A"], ["b 2 B"], ["B"], {}, id="fell off"),
        pytest.param(["a 1 A"], ["a 9 Z"], [], {1: "Z"}, id="guid stays"),
        pytest.param(["a 1 A"], ["b 1 A"], [], {1: "A"}, id="guid changed"),
        pytest.param(["a 1 A"], ["- 1 A"], [], {1: "A"}, id="guid gone"),
        pytest.param(["- 1 A"], ["a 1 A"], [], {1: "A"}, id="guid came"),
        pytest.param(["a 1?x=1 A"], ["b 1?x=2 A"], [], {1: "A"}, id="guid and query changed"),
        pytest.param(["- 1?x=1 A"], ["- 1?x=2 a"], [], {1: "a"}, id="query and case changed"),
        pytest.param(["a 1 A"], ["b 1 B"], ["B"], {}, id="another title is another talk"),
        pytest.param(["a 1 A"], ["b 2 A"], ["A"], {}, id="another sound is another talk"),
        pytest.param(
            ["- p?id=1 A", "- p?id=2 B"], ["- p?id=3 A", "- p?id=4 A"], ["A", "A"], {},
            id="paths that tell nothing",
        ),
        pytest.param(
            ["a 1 A", "b 2 B"], ["b 2 B", "a 1 A"], [], {}, id="another order",
        ),
        pytest.param([], ["g 1 A", "g 2 B", "g 3 C"], ["A", "B", "C"], {}, id="one guid for all"),
        pytest.param(
            ["g 1 A", "g 2 B"], ["g 3 C", "g 1 A", "g 2 B"], ["C"], {}, id="one guid, one new",
        ),
        pytest.param(
            ["g 1 A", "g 2 B"], ["g 3 C", "g 2 B"], ["C"], {}, id="one guid, one fell off",
        ),
        pytest.param(
            ["g 1 A", "g 2 B"], ["g 1 A new", "g 2 B new"], [], {1: "A", 2: "B"},
            id="one guid, all rewritten",
        ),
        pytest.param(
            ["g 1 A"], ["g 1 A", "g 2 B"], ["B"], {}, id="a guid becomes shared",
        ),
        pytest.param([], ["a 1 A", "a 1 A"], ["A"], {}, id="listed twice"),
        pytest.param([], ["a 1 A", "a 1 A again"], ["A"], {}, id="listed twice, other notes"),
        pytest.param([], ["- 1 A", "- 1 A again"], ["A"], {}, id="no guid, listed twice"),
        pytest.param([], ["a 1 A", "b 1 A"], ["A", "A"], {}, id="two guids for one sound"),
        pytest.param([], ["- - A", "- - A other"], ["A", "A"], {}, id="no guid, no sound"),
        pytest.param(
            ["a 1 A", "b 1 A"], ["a 1 A new", "b 1 A new"], [], {1: "A", 2: "A"},
            id="repeats keep their guids",
        ),
        pytest.param(
            ["a 1 A", "b 2 B"], ["b 1 A", "c 2 B"], ["B"], {2: "A"}, id="guid before sound",
        ),
    ],
)  # fmt: skip
def test_table(
    had: list[str], now: list[str], inserted: list[str], updated: dict[int, str]
) -> None:
    library = [known(number, text) for number, text in enumerate(had, 1)]
    today = feed(*map(parsed, now))
    decision = decide(library, today)
    assert [episode.title for episode in decision.insert] == inserted
    assert {number: e.title for number, e in decision.update} == updated
    after = applied(library, decision)
    assert decide(after, today) == Decision()
    hashes = frozenset(episode.hash for episode in after)
    fresh = [e for e in today.episodes if e.hash not in hashes]
    seen = hashes & {e.hash for e in today.episodes}
    assert decide(after, feed(*fresh, hashes=seen)) == Decision()


def test_known_hashes_count_as_present() -> None:
    library = [known(1, "g 1 A"), known(2, "g 2 B")]
    today = feed(parsed("g 3 C"), hashes=frozenset({"g 1 A", "g 2 B"}))
    decision = decide(library, today)
    assert [episode.title for episode in decision.insert] == ["C"]
    assert decision.update == ()


def test_without_sound_title_and_date_tell() -> None:
    old = known(1, "- - A")._replace(published=day(3))
    same = parsed("- - A new")._replace(published=day(3))
    assert decide([old], feed(same)).update == ((1, same),)
    other = parsed("- - A new")._replace(published=day(4))
    assert decide([old], feed(other)).insert == (other,)


def tape(text: str) -> ParsedEpisode:
    """Make a tape of "path content [revision]"; "-" stands for a sound that is not known."""
    path, content, *_revision = text.split()
    return ParsedEpisode(
        title=path.rpartition("/")[2],
        hash=text,
        guid=path,
        url=f"file:///tapes/{path}",
        content=None if content == "-" else content,
    )


@pytest.mark.parametrize(
    ("had", "now", "inserted", "updated"),
    [
        pytest.param(["1 a"], ["2 a"], [], {1: "2"}, id="renamed"),
        pytest.param(["x/1 a", "x/2 b"], ["y/1 a", "y/2 b"], [], {1: "y/1", 2: "y/2"}, id="folder"),
        pytest.param(["1 a"], ["1 a again"], [], {1: "1"}, id="retagged"),
        pytest.param(["1 a"], ["1 b"], [], {1: "1"}, id="replaced by a better copy"),
        pytest.param(["1 a"], ["2 b"], ["2"], {}, id="another"),
        pytest.param(["1 a"], ["1 a", "2 a"], ["2"], {}, id="copied"),
        pytest.param(["1 a"], ["1 a again", "2 a"], ["2"], {1: "1"}, id="retagged and copied"),
        pytest.param(["1 a"], ["2 a", "3 a"], ["2", "3"], {}, id="which of the two?"),
        pytest.param(["x/1 a"], ["y/1 a", "3 a"], ["3"], {1: "y/1"}, id="the one of that name"),
        pytest.param(["1 a", "2 a"], ["1 a", "3 a"], [], {2: "3"}, id="a copy renamed"),
        pytest.param(
            ["x/1 a", "x/2 a"], ["y/1 a", "y/2 a"], [], {1: "y/1", 2: "y/2"}, id="copies moved",
        ),
        pytest.param(
            ["1 a", "2 b", "3 c"], ["1 x", "2 a", "3 b", "4 c"], ["1"], {1: "2", 2: "3", 3: "4"},
            id="room was made for a new first one",
        ),
        pytest.param(["1 a", "2 b"], ["1 b", "2 a"], [], {1: "2", 2: "1"}, id="swapped"),
        pytest.param(["1 a", "2 b"], ["1 b"], [], {2: "1"}, id="one deleted, the next renamed"),
        pytest.param(["1 -"], ["1 a"], [], {1: "1"}, id="read before there were digests"),
        pytest.param(["1 -"], ["2 -"], ["2"], {}, id="no digest tells nothing"),
        pytest.param(["1 a", "2 b"], ["2 b"], [], {}, id="missing"),
        pytest.param(["1 a", "1 b"], ["1 b", "2 a"], [], {1: "2"}, id="missing and found again"),
    ],
)  # fmt: skip
def test_tapes(
    had: list[str], now: list[str], inserted: list[str], updated: dict[int, str]
) -> None:
    library = [
        KnownEpisode(number, e.guid, e.url, e.title, e.hash, None, e.content)
        for number, e in enumerate(map(tape, had), 1)
    ]
    today = feed(*map(tape, now))
    decision = decide(library, today)
    assert [episode.guid for episode in decision.insert] == inserted
    assert {number: e.guid for number, e in decision.update} == updated
    assert decide(applied(library, decision), today) == Decision()


def day(number: int) -> datetime:
    return datetime(2009, 5, number, tzinfo=UTC)


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        ([3, 2, 1], [0, 1, 2]),
        ([1, 2, 3], [2, 1, 0]),
        ([2, 3, 1], [1, 0, 2]),
        ([None, None], [0, 1]),
        ([3, None, 1], [0, 1, 2]),
        ([None, 3, 1], [0, 1, 2]),
        ([1, None, 3], [2, 1, 0]),
        ([1, 1, 2], [2, 1, 0]),
        ([2, 2, 1], [0, 1, 2]),
        ([4, 30, 3], [0, 1, 2]),
        ([5, 4, 30], [0, 1, 2]),
        ([30, 30], [0, 1]),
        ([], []),
    ],
)
def test_newest_first(dates: list[int | None], order: list[int]) -> None:
    episodes = [
        ParsedEpisode(str(at), str(at), published=day(date) if date else None)
        for at, date in enumerate(dates)
    ]
    assert [int(episode.title) for episode in newest_first(episodes, now=day(10))] == order

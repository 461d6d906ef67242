"""Which recordings a clean-up removes, and which it must never touch."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import Recording
from desktop_app.downloads.cleaning import making_room, may_go, outdated, removable, taken

NOW = datetime(2026, 11, 22, tzinfo=UTC)
HEARD = Recording(
    1, "Tapes/1.mp3", DownloadState.DOWNLOADED, 100, heard=True, played=NOW - timedelta(days=30)
)
KEPT = {
    "a favorite": replace(HEARD, favorite=True),
    "bookmarked": replace(HEARD, bookmarked=True),
    "waiting to be played": replace(HEARD, queued=True),
    "not heard to its end": replace(HEARD, heard=False),
    "never heard": replace(HEARD, heard=False, played=None),
    "a tape in the person's own folder": replace(HEARD, ours=False, path="/tapes/1.mp3"),
    **{
        state.value: replace(HEARD, state=state)
        for state in DownloadState
        if state is not DownloadState.DOWNLOADED
    },
}


def test_what_was_heard_may_go() -> None:
    assert may_go(HEARD)
    assert may_go(HEARD, held={2})
    assert removable([HEARD]) == (HEARD,)


@pytest.mark.parametrize("kept", KEPT.values(), ids=KEPT)
def test_is_never_touched(kept: Recording) -> None:
    assert not may_go(kept)
    assert removable([kept]) == ()
    assert outdated([kept], (), NOW) == ()
    assert making_room([kept], (), 0) == ()


def test_what_is_in_the_player_is_never_touched() -> None:
    assert not may_go(HEARD, held={1})
    assert outdated([HEARD], {1}, NOW) == ()
    assert making_room([HEARD], {1}, 0) == ()


def test_what_was_heard_longest_ago_goes_first() -> None:
    days = [3, 9, None, 5]
    shelf = [
        replace(HEARD, id=number, played=None if ago is None else NOW - timedelta(days=ago))
        for number, ago in enumerate(days)
    ]
    assert [each.id for each in removable(shelf)] == [2, 1, 3, 0]


@pytest.mark.parametrize(
    ("ago", "goes"),
    [(29.9, False), (30, True), (31, True), (-400, False), (None, False)],
)
def test_it_goes_after_its_days_are_over(ago: float | None, goes: bool) -> None:
    """A time in the future (the clock was set) and one that nobody knows are no old ones."""
    played = None if ago is None else NOW - timedelta(days=ago)
    one = replace(HEARD, played=played)
    assert outdated([one], (), NOW - timedelta(days=30)) == ((one,) if goes else ())


@pytest.mark.parametrize(
    ("room", "going"),
    [
        (1000, []),
        (400, []),
        (399, [1]),
        (300, [1]),
        (299, [1, 2]),
        (200, [1, 2]),
        (199, []),
        (0, []),
        (-5, []),
    ],
)
def test_no_more_goes_than_makes_room_and_nothing_if_that_is_not_enough(
    room: int, going: list[int]
) -> None:
    shelf = [
        replace(HEARD, id=1, played=NOW - timedelta(days=9)),
        replace(HEARD, id=2, played=NOW - timedelta(days=8)),
        replace(HEARD, id=3, favorite=True),
        replace(HEARD, id=4, heard=False),
        replace(HEARD, id=5, ours=False, bytes=10_000),
    ]
    assert [each.id for each in making_room(shelf, (), room)] == going


def test_what_is_on_its_way_is_the_callers_to_count() -> None:
    shelf = [replace(HEARD, id=number, state=state) for number, state in enumerate(DownloadState)]
    counted = {DownloadState.DOWNLOADED, DownloadState.PAUSED, DownloadState.FAILED}
    gone = {DownloadState.REMOTE}
    shelf = [each for each in shelf if each.state not in gone]
    assert taken(shelf) == 100 * len(counted)


def test_on_any_shelf_nothing_that_is_protected_goes() -> None:
    for seed in range(300):
        draw = random.Random(seed)  # noqa: S311 - no secret
        shelf = [anything(draw, number) for number in range(draw.randrange(12))]
        held = set(draw.sample(range(12), 2))
        room = draw.randrange(-200, 1500)
        days = NOW - timedelta(days=draw.randrange(60))
        going = making_room(shelf, held, room)
        assert set(outdated(shelf, held, days)) <= set(removable(shelf, held))
        assert going == removable(shelf, held)[: len(going)]
        rest = [each for each in shelf if each not in going]
        assert not going or taken(rest) <= room < taken([*rest, going[-1]])
        for each in removable(shelf, held):
            assert each.heard
            assert each.ours
            assert each.state is DownloadState.DOWNLOADED
            assert (each.favorite, each.bookmarked, each.queued) == (False, False, False)
            assert each.id not in held


def anything(draw: random.Random, number: int) -> Recording:
    """Return a recording of any kind; four of five are what could go but for chance."""

    def seldom() -> bool:
        return draw.random() < 0.1

    return Recording(
        number,
        f"Tapes/{number}.mp3",
        draw.choice(list(DownloadState)) if seldom() else DownloadState.DOWNLOADED,
        draw.randrange(1, 300),
        ours=not seldom(),
        favorite=seldom(),
        bookmarked=seldom(),
        queued=seldom(),
        heard=not seldom(),
        played=None if seldom() else NOW - timedelta(days=draw.randrange(-5, 60)),
    )

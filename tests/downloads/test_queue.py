"""The order of downloads, and the pauses between tries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.base.shelf import Wait, WaitFor
from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.downloads.queue import (
    LONGEST_PAUSE,
    LONGEST_PAUSE_OF_LINE,
    MOST_ATTEMPTS,
    OPEN,
    Doors,
    Limits,
    Waiting,
    backoff,
    give_up,
    plan,
    server_of,
)

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)
PAUSED = Doors(paused=True)
NIGHT = Doors(opens=LATER)
TURN = Wait(WaitFor.TURN)


def waiting(*hosts: str) -> tuple[Waiting, ...]:
    return tuple(Waiting(number, host) for number, host in enumerate(hosts, start=1))


@pytest.mark.parametrize(
    ("queue", "active", "limits", "chosen"),
    [
        ((), (), Limits(), ()),
        (waiting("a"), (), Limits(), (1,)),
        (waiting("a", "b", "c", "d"), (), Limits(3), (1, 2, 3)),
        (tuple(reversed(waiting("a", "b", "c"))), (), Limits(2), (3, 2)),
        (waiting("a", "a", "a", "b"), (), Limits(4), (1, 2, 4)),
        (waiting("a", "a", "a", "b"), (), Limits(4, 1), (1, 4)),
        (waiting("a", "b"), (Waiting(9, "a"), Waiting(8, "a")), Limits(3), (2,)),
        (waiting("a", "b"), (Waiting(9, "a"),), Limits(2), (1,)),
        (waiting("a", "b"), (Waiting(9, "x"), Waiting(8, "y")), Limits(2), ()),
        (waiting("a", "b"), (Waiting(9, "x"), Waiting(8, "y")), Limits(1), ()),
        (waiting("a", "b"), (Waiting(1, "a"),), Limits(3), (2,)),
        ((Waiting(1, "a"), Waiting(1, "a"), Waiting(2, "b")), (), Limits(3), (1, 2)),
        ((Waiting(1, "a", LATER), Waiting(2, "b")), (), Limits(1), (2,)),
        ((Waiting(1, "a", NOW), Waiting(2, "b")), (), Limits(1), (1,)),
        (waiting("a"), (), Limits(0), ()),
    ],
)
def test_what_starts(
    queue: tuple[Waiting, ...],
    active: tuple[Waiting, ...],
    limits: Limits,
    chosen: tuple[int, ...],
) -> None:
    planned = plan(queue, active, limits, OPEN, NOW)
    assert planned.start == chosen
    assert planned.stop == ()
    others = {job.id for job in queue} - {*chosen} - {job.id for job in active}
    assert set(planned.waits) == others


@pytest.mark.parametrize(
    ("job", "doors", "wait"),
    [
        (Waiting(1, "a"), OPEN, None),
        (Waiting(1, "a"), PAUSED, Wait(WaitFor.PAUSE)),
        (Waiting(1, "a"), NIGHT, Wait(WaitFor.HOURS, LATER)),
        (Waiting(1, "a"), Doors(paused=True, opens=LATER), Wait(WaitFor.PAUSE)),
        (Waiting(1, "a"), Doors(metered=True), None),
        (Waiting(1, "a", automatic=True), Doors(metered=True), Wait(WaitFor.LINE)),
        (Waiting(1, "a", urgent=True), Doors(paused=True, opens=LATER, metered=True), None),
        (
            Waiting(1, "a", urgent=True),
            Doors(full="full"),
            Wait(WaitFor.ROOM, detail="full"),
        ),
        (Waiting(1, "a", LATER, failure="it broke"), OPEN, Wait(WaitFor.RETRY, LATER, "it broke")),
        (Waiting(1, "a", LATER), PAUSED, Wait(WaitFor.PAUSE)),
    ],
)
def test_what_one_waits_for(job: Waiting, doors: Doors, wait: Wait | None) -> None:
    planned = plan([job], (), Limits(), doors, NOW)
    assert planned.waits == ({} if wait is None else {1: wait})
    assert planned.start == ((1,) if wait is None else ())


def test_the_rest_waits_for_its_turn_or_its_server_in_order() -> None:
    planned = plan(waiting("a", "a", "b", "c", "d"), (), Limits(3, 1), OPEN, NOW)
    assert planned.start == (1, 3, 4)
    assert list(planned.waits.items()) == [(2, Wait(WaitFor.SERVER, detail="a")), (5, TURN)]


@pytest.mark.parametrize(
    ("doors", "stopped"),
    [
        (OPEN, ()),
        (PAUSED, (7, 8)),
        (NIGHT, (7, 8)),
        (Doors(metered=True), (8,)),
        (Doors(full="the disk is full"), ()),
    ],
)
def test_what_may_not_run_any_more_stops(doors: Doors, stopped: tuple[int, ...]) -> None:
    active = (Waiting(7, "a"), Waiting(8, "b", automatic=True), Waiting(9, "c", urgent=True))
    planned = plan((), active, Limits(), doors, NOW)
    assert planned.stop == stopped


def test_the_place_of_one_that_stops_is_free() -> None:
    active = (Waiting(8, "b", automatic=True),)
    planned = plan(waiting("b"), active, Limits(1), Doors(metered=True), NOW)
    assert (planned.stop, planned.start) == ((8,), (1,))


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.Example.org:8443/a.mp3", "example.org"),
        ("http://example.org/b.mp3?x=1", "example.org"),
        ("http://cdn.example.org/b.mp3", "cdn.example.org"),
        ("http://[bad", "http://[bad"),
        ("", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    assert server_of(url) == host


@pytest.mark.parametrize(
    ("attempt", "least", "most"),
    [(1, 2.5, 5), (2, 5, 10), (3, 10, 20), (7, 160, 320), (11, 1800, 3600), (19, 1800, 3600)],
)
def test_pauses_double_up_to_an_hour(attempt: int, least: float, most: float) -> None:
    assert backoff(attempt, 0) == least
    assert backoff(attempt, 1) == most
    assert least < backoff(attempt, 0.5) < most


def test_pauses_stay_sane_at_the_ends() -> None:
    assert backoff(0, 0.5) == backoff(1, 0.5)
    assert backoff(10_000, 1) == LONGEST_PAUSE


def test_giving_up() -> None:
    assert not give_up(MOST_ATTEMPTS - 1)
    assert give_up(MOST_ATTEMPTS)
    whole_night = sum(backoff(attempt, 0.5) for attempt in range(1, MOST_ATTEMPTS))
    assert 6 * 3600 < whole_night < 24 * 3600


def test_a_line_that_is_down_is_tried_often() -> None:
    assert backoff(50, 1, LONGEST_PAUSE_OF_LINE) == LONGEST_PAUSE_OF_LINE


def test_the_limit_lets_half_a_second_pass_and_then_the_rate() -> None:
    limit = Bandwidth(1000)
    assert limit.reserve(500, now=100.0) == 0
    assert limit.reserve(500, now=100.0) == pytest.approx(0.5)
    assert limit.reserve(1000, now=100.5) == pytest.approx(1.0)
    assert limit.reserve(500, now=200.0) == 0
    assert limit.reserve(100, now=200.0) == pytest.approx(0.1)


def test_the_limit_may_change_or_go() -> None:
    limit = Bandwidth()
    assert limit.reserve(10**9, now=5.0) == 0
    assert limit.chunk(262_144) == 262_144
    limit.rate = 8000
    assert limit.chunk(262_144) == 2000
    assert limit.reserve(8000, now=5.0) == pytest.approx(0.5)
    limit.rate = 1
    assert limit.chunk(262_144) == 1024

"""The order of downloads, and the pauses between tries."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_app.downloads.bandwidth import Bandwidth
from desktop_app.downloads.queue import (
    LONGEST_PAUSE,
    Active,
    Limits,
    Waiting,
    backoff,
    give_up,
    host_of,
    next_jobs,
)

NOW = datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
LATER = NOW + timedelta(seconds=1)


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
        (waiting("a", "b"), (Active(9, "a"), Active(8, "a")), Limits(3), (2,)),
        (waiting("a", "b"), (Active(9, "a"),), Limits(2), (1,)),
        (waiting("a", "b"), (Active(9, "x"), Active(8, "y")), Limits(2), ()),
        (waiting("a", "b"), (Active(9, "x"), Active(8, "y")), Limits(1), ()),
        (waiting("a", "b"), (Active(1, "a"),), Limits(3), (2,)),
        ((Waiting(1, "a"), Waiting(1, "a"), Waiting(2, "b")), (), Limits(3), (1, 2)),
        ((Waiting(1, "a", LATER), Waiting(2, "b")), (), Limits(1), (2,)),
        ((Waiting(1, "a", NOW), Waiting(2, "b")), (), Limits(1), (1,)),
        (waiting("a"), (), Limits(0), ()),
    ],
)
def test_next_jobs(
    queue: tuple[Waiting, ...], active: tuple[Active, ...], limits: Limits, chosen: tuple[int, ...]
) -> None:
    assert next_jobs(queue, active, limits, NOW) == chosen


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
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("attempt", "least", "most"),
    [(1, 2.5, 5), (2, 5, 10), (3, 10, 20), (7, 160, 320), (8, 300, 600), (9, 300, 600)],
)
def test_pauses_double_up_to_ten_minutes(attempt: int, least: float, most: float) -> None:
    assert backoff(attempt, 0) == least
    assert backoff(attempt, 1) == most
    assert least < backoff(attempt, 0.5) < most


def test_pauses_stay_sane_at_the_ends() -> None:
    assert backoff(0, 0.5) == backoff(1, 0.5)
    assert backoff(10_000, 1) == LONGEST_PAUSE


def test_giving_up() -> None:
    assert [n for n in range(1, 12) if give_up(n)] == [10, 11]


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

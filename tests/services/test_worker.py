"""The worker process: answers, limits, and life after death."""

from __future__ import annotations

import os
import time
from functools import partial

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.services.worker import Worker


def niceness() -> int:
    return os.nice(0)


def refuse() -> None:
    raise KnownError("what", "why", "next")


def stumble() -> None:
    raise ZeroDivisionError


def greedy() -> int:
    return len(bytearray(4 * 1024**3))


def die() -> None:
    os._exit(3)


def chatter() -> str:
    print("a library that talks")  # noqa: T201 - that is what is tried
    return "done"


async def test_it_answers_from_a_nicer_process() -> None:
    worker = Worker()
    try:
        assert await worker.run(os.getpid) != os.getpid()
        assert await worker.run(niceness) == min(19, os.nice(0) + 10)
        assert await worker.run(partial(pow, 2, 10)) == 1024
        assert await worker.run(partial(bytes, 5_000_000)) == bytes(5_000_000)
        assert await worker.run(chatter) == "done"
    finally:
        await worker.close()


@pytest.mark.parametrize(
    ("job", "words"),
    [
        (refuse, "what: why. next"),
        (stumble, "nobody foresaw"),
        (greedy, "too much memory"),
        (die, "too much memory"),
    ],
)
async def test_a_failure_is_one_line_and_the_next_job_runs(job: object, words: str) -> None:
    worker = Worker()
    try:
        with pytest.raises(KnownError, match=words):
            await worker.run(job)  # type: ignore[arg-type]
        assert await worker.run(partial(pow, 2, 3)) == 8
    finally:
        await worker.close()


async def test_a_job_that_hangs_is_ended() -> None:
    worker = Worker()
    try:
        first = await worker.run(os.getpid)
        with pytest.raises(KnownError, match="too long"):
            await worker.run(partial(time.sleep, 60), seconds=0.3)
        second = await worker.run(os.getpid)
        assert second != first
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
    finally:
        await worker.close()

"""The worker process: answers, limits, and life after death."""

from __future__ import annotations

import os
import shutil
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.services.worker import Worker, WorkerError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


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


def unspeakable() -> object:
    return lambda: None


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
    ("job", "kind", "words"),
    [
        (refuse, KnownError, "what: why. next"),
        (stumble, WorkerError, "nobody foresaw"),
        (greedy, WorkerError, "it needed too much memory.$"),
        (die, WorkerError, "too much memory, or ended the program"),
        (unspeakable, WorkerError, "nobody foresaw"),
    ],
)
async def test_a_failure_is_one_line_and_the_next_job_runs(
    job: Callable[[], object], kind: type[KnownError], words: str
) -> None:
    worker = Worker()
    try:
        with pytest.raises(KnownError, match=words) as raised:
            await worker.run(job)
        assert type(raised.value) is kind
        assert await worker.run(partial(pow, 2, 3)) == 8
    finally:
        await worker.close()


@pytest.mark.parametrize("executable", ["/nowhere/python", shutil.which("false")])
async def test_what_cannot_be_started_is_told_apart(
    executable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    worker = Worker()
    try:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "executable", executable)
            with pytest.raises(WorkerError, match="could not be started"):
                await worker.run(os.getpid)
        assert await worker.run(partial(pow, 2, 3)) == 8
    finally:
        await worker.close()


async def test_a_start_that_failed_once_is_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As with a Ctrl-C that ends the process before it has its own group."""
    once = tmp_path / "python"
    once.write_text(f'#!/bin/sh\nmv "$0" "$0.gone"\nln -s {sys.executable} "$0"\nexit 1\n')
    once.chmod(0o755)
    worker = Worker()
    try:
        monkeypatch.setattr(sys, "executable", str(once))
        assert await worker.run(partial(pow, 2, 3)) == 8
        assert once.is_symlink()
    finally:
        await worker.close()


@pytest.mark.parametrize("search", ["", os.pathsep])
async def test_nothing_in_the_current_folder_is_run(
    search: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pickle.py").write_text("raise SystemExit('a stranger ran')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", search)
    worker = Worker()
    try:
        assert await worker.run(partial(pow, 2, 3)) == 8
    finally:
        await worker.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal for one process")
async def test_ctrl_c_is_for_the_parent_alone() -> None:
    worker = Worker()
    try:
        assert await worker.run(os.getpgrp) != os.getpgrp()
    finally:
        await worker.close()


async def test_a_job_that_hangs_is_ended() -> None:
    worker = Worker()
    try:
        first = await worker.run(os.getpid)
        with pytest.raises(WorkerError, match="too long"):
            await worker.run(partial(time.sleep, 60), seconds=0.3)
        second = await worker.run(os.getpid)
        assert second != first
        with pytest.raises(ProcessLookupError):
            os.kill(first, 0)
    finally:
        await worker.close()

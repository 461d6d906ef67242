"""The log tells where something went wrong and nothing of the person, and is soon forgotten."""

from __future__ import annotations

import asyncio
import gc
import logging
import sqlite3
import threading
from contextlib import closing
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.log import (
    LOG_BYTES,
    LOG_DAYS,
    LOG_FILES,
    DiscreetFormatter,
    log_threads,
    recent,
    report_bug,
    start_logging,
    told,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.base.paths import Home

TELLING = "Zebulon Q. - The lantern https://zeb:pass@lantern.example/x"
_log = logging.getLogger("desktop_app.tested")


@pytest.fixture
def written(home: Home) -> Iterator[Callable[[], str]]:
    """Return what reads the log that is being written."""
    root = logging.getLogger()
    level = root.level
    handler = start_logging(home)
    yield lambda: (home.logs / "hearthside.log").read_text("utf-8")
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()


def no_such_talk() -> None:
    raise KeyError(TELLING)


def refuse() -> None:
    try:
        no_such_talk()
    except KeyError as error:
        raise KnownError(f"{TELLING} cannot be read", TELLING, TELLING) from error


def refused() -> KnownError:
    with pytest.raises(KnownError) as caught:
        refuse()
    return caught.value


def test_an_error_is_its_kind_its_place_and_what_it_came_of() -> None:
    line = told(refused())
    assert line.startswith("KnownError < KeyError (tests.base.test_log:")
    assert line.endswith("in refuse)")
    assert told(OSError(28, "No space left on device", TELLING)) == "OSError 28"
    assert told(ValueError(TELLING)) == "ValueError"
    assert told(TypeError("f() got an unexpected argument 'x'\nf(str)")).endswith("argument 'x'")
    assert told(ImportError("cannot import y (/home/zeb/z.py)", name="z")) == "ImportError: z"
    with pytest.raises(sqlite3.Error) as caught, closing(sqlite3.connect(":memory:")) as library:
        library.execute("SELECT lantern FROM nowhere")
    assert told(caught.value).startswith("OperationalError SQLITE_ERROR (tests.base")
    assert told(AttributeError("'Page' object has no attribute 'x'")).endswith("attribute 'x'")


def test_what_we_log_has_no_words_of_the_error(written: Callable[[], str]) -> None:
    error = refused()
    _log.info("a folder waits: %s", error)
    _log.info("a bug", exc_info=error)
    text = written()
    assert "a folder waits: KnownError < KeyError (tests.base.test_log:" in text
    assert "in no_such_talk" in text, "the way is told"
    assert TELLING not in text
    assert "/" not in text, "nor any path"


async def test_what_asyncio_tells_of_a_lost_error_is_cut(
    written: Callable[[], str], caplog: pytest.LogCaptureFixture
) -> None:
    async def fail() -> None:
        refuse()

    task = asyncio.get_running_loop().create_task(fail())
    await asyncio.wait({task})
    del task
    gc.collect()
    caplog.clear()
    text = written()
    assert "Task exception was never retrieved" in text
    assert "KnownError" in text
    assert TELLING not in text


def test_threads_and_finalisers_are_heard(
    written: Callable[[], str], capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    class Tape:
        def __del__(self) -> None:
            refuse()

    undo = log_threads()
    try:
        thread = threading.Thread(target=refuse)
        thread.start()
        thread.join()
        Tape()
        gc.collect()
    finally:
        undo()
    caplog.clear()
    assert [written().count(each) for each in ("a bug in a thread", "where nobody waits")] == [1, 1]
    assert capfd.readouterr().err == ""
    assert TELLING not in written()


def test_the_line_for_the_person_names_the_place_and_the_log_keeps_the_way(
    home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    root = logging.getLogger()
    before = list(root.handlers), root.level
    try:
        assert str(home.logs) in report_bug(home, refused())
    finally:
        for handler in set(root.handlers) - set(before[0]):
            root.removeHandler(handler)
        root.setLevel(before[1])
        caplog.clear()
    assert TELLING not in (home.logs / "hearthside.log").read_text("utf-8")


def test_it_stays_small(written: Callable[[], str], home: Home) -> None:
    for _ in range(3 * LOG_BYTES // 500):
        _log.info("x" * 500)
    files = list(home.logs.iterdir())
    assert len(files) == LOG_FILES
    assert sum(each.stat().st_size for each in files) <= LOG_FILES * LOG_BYTES
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}


def test_what_is_old_goes_at_the_next_start(home: Home) -> None:
    old, new = ((datetime.now(UTC) - timedelta(days=days)) for days in (LOG_DAYS + 1, 1))
    text = f"{old:%Y-%m-%d %H:%M:%S} INFO a: old\n  ValueError\n{new:%Y-%m-%d %H:%M:%S} INFO a: b\n"
    for name in ("hearthside.log", "hearthside.log.1"):
        (home.logs / name).write_text(text)
    root, level = logging.getLogger(), logging.getLogger().level
    handler = start_logging(home)
    root.removeHandler(handler)
    root.setLevel(level)
    handler.close()
    for name in ("hearthside.log", "hearthside.log.1"):
        assert (home.logs / name).read_text().endswith("INFO a: b\n")
        assert "old" not in (home.logs / name).read_text()


def test_lines_without_a_moment_belong_to_the_one_before() -> None:
    lines = ["2026-01-01 10:00:00 INFO a: b\n", "  x\n", "2026-01-03 10:00:00 INFO a: c\n", "  y\n"]
    assert recent(lines, datetime(2026, 1, 2, tzinfo=UTC)) == lines[2:]
    assert recent(lines, datetime(2025, 1, 2, tzinfo=UTC)) == lines
    assert recent(["garbage\n"], datetime(2025, 1, 2, tzinfo=UTC)) == []


def test_foreign_words_are_cut_before_values_are_put_in() -> None:
    record = logging.LogRecord("aiohttp.x", 30, "", 0, "Unclosed %s\nmore", (TELLING,), None)
    line = DiscreetFormatter().format(record)
    assert line.endswith("WARNING aiohttp.x: Unclosed %s")

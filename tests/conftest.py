"""What holds for every test: no warning passes unseen, no home of the person is touched."""

from __future__ import annotations

import gc
import logging
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.garbage import collect_due
from desktop_app.base.paths import Home

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
if hasattr(time, "tzset"):
    time.tzset()
gc.disable()  # else a widget of an earlier test may die in a thread of this one
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A job in the background ignores it, and hands that on to what the tests start.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """Collect garbage between tests, in their own thread."""
    yield
    collect_due()


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """A fresh, prepared home."""
    home = Home(tmp_path / "home")
    home.prepare()
    return home


@pytest.fixture(autouse=True)
def private_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep every test away from the home of whoever runs it."""
    monkeypatch.setenv("HEARTHSIDE_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "null")


@pytest.fixture(autouse=True)
def quiet_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning or worse."""
    yield
    records = caplog.get_records("setup") + caplog.get_records("call")
    loud = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not loud, loud

"""What must stay true of the whole: who loads what, what the repository may hold."""

from __future__ import annotations

import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal

from desktop_app.ui.pages import PAGES
from desktop_app.ui.widgets.page import Page

ROOT = Path(__file__).resolve().parents[2]


def loaded_by(statement: str) -> set[str]:
    """Return the packages that a fresh interpreter has loaded after ``statement``."""
    code = f"{statement}; import sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=True
    )
    return set(done.stdout.split())


def test_the_core_imports_no_qt() -> None:
    assert "PySide6" not in loaded_by("import desktop_app.services.core, desktop_app.cli")


def test_parsers_are_loaded_by_the_worker_alone() -> None:
    loaded = loaded_by("import desktop_app.services.core")
    assert not loaded & {"lxml", "feedparser", "av", "vlc", "sqlite_utils", "numpy"}
    assert "lxml" in loaded_by("import desktop_app.feeds.parse")


def test_the_window_waits_for_no_service() -> None:
    loaded = loaded_by("import desktop_app.house")
    assert "PySide6" in loaded
    assert not loaded & {"aiohttp", "lxml", "feedparser", "av", "vlc", "sqlite_utils", "numpy"}


@pytest.mark.parametrize(("name", "kind"), sorted(PAGES.items()))
def test_every_page_is_there(name: str, kind: str) -> None:
    page = getattr(importlib.import_module(f"desktop_app.ui.pages.{name}"), kind)
    assert issubclass(page, Page)
    assert page.name == name


def test_locks_name_versions_and_hashes_and_no_addresses() -> None:
    for lock in ("requirements.lock", "requirements-test.lock"):
        text = (ROOT / lock).read_text()
        assert "://" not in text
        assert "--index" not in text
        pins = re.findall(r"^(\S+)==\S+.*?\\\n    --hash=sha256:", text, re.MULTILINE)
        assert len(pins) == len(re.findall(r"^[A-Za-z0-9]", text, re.MULTILINE))


def test_emitting_a_signal_keeps_the_count_of_true() -> None:
    """PySide6 6.12.0 gave back a borrowed True on Python 3.11; some thousands ended the app."""

    class Sender(QObject):
        sent = Signal()

    sender = Sender()
    sender.sent.emit()
    before = sys.getrefcount(True)  # noqa: FBT003 - that is what is counted
    for _ in range(1000):
        sender.sent.emit()
    assert sys.getrefcount(True) > before - 500  # noqa: FBT003

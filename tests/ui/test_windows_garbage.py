"""No widget dies in a thread that is not the window's."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.base.garbage import collect_due
from desktop_app.ui.windows.garbage import Garbage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

MANY = 20_000


@pytest.fixture
def automatic() -> Iterator[None]:
    """Let Python collect by itself, as it does in a program that begins."""
    gc.enable()
    yield
    gc.disable()


class Ring(QWidget):
    """A widget that only the collector can let go of; it notes in which thread it does."""

    def __init__(self, died: list[str]) -> None:
        super().__init__()
        self.me = self
        weakref.finalize(self, lambda: died.append(threading.current_thread().name))


def rush() -> None:
    """Make so many objects that the collector would run."""
    kept: list[list[int]] = [[each] for each in range(MANY)]
    kept.clear()


def test_another_thread_collects_nothing(qtbot: QtBot, automatic: None) -> None:
    died: list[str] = []
    owner = QObject()
    collector = Garbage(owner)
    Ring(died)
    thread = threading.Thread(target=rush, name="other")
    thread.start()
    thread.join()
    assert died == []
    more = [[each] for each in range(MANY)]
    qtbot.waitUntil(lambda: died == [threading.main_thread().name], timeout=10_000)
    collector.close()
    assert more
    assert gc.isenabled()
    assert owner is collector.parent()


def test_it_gives_back_no_more_than_it_took(qtbot: QtBot) -> None:
    owner = QObject()
    Garbage(owner).close()
    assert not gc.isenabled()


@pytest.mark.parametrize("generation", [0, 1, 2])
def test_what_is_due_is_collected(generation: int, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[int] = []
    counts = [10_000 if each == generation else 0 for each in range(3)]
    monkeypatch.setattr(gc, "get_count", lambda: tuple(counts))
    monkeypatch.setattr(gc, "collect", done.append)
    collect_due()
    assert done == [generation]
    counts[generation] = 0
    collect_due()
    assert done == [generation]

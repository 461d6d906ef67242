"""The list without a layout: rows are where their numbers say, and nobody visits them all."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.model import EpisodeQuery
from desktop_app.services.events import EpisodesChanged
from desktop_app.ui.models.episodes import EpisodesModel, Index
from desktop_app.ui.widgets.episode_list import EpisodeList
from tests.support.hand import episode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.episode_view import EpisodeView
    from tests.support.hand import HandBridge, HandCore

ROWS = 30_000
_ROOT = QModelIndex()


class Counting(EpisodesModel):
    """Counts how often it is asked for its length."""

    asked = 0

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 - Qt's
        """Count, then answer."""
        self.asked += 1
        return super().rowCount(parent)


@pytest.fixture
def view(qtbot: QtBot, look: Look, bridge: HandBridge, core: HandCore) -> Iterator[EpisodeView]:
    """A list of 30,000 rows in sight."""
    core.episodes = [episode(number) for number in range(ROWS)]
    model = Counting(look, bridge)
    shelf = EpisodeList(look, bridge, model, name="Talks")
    qtbot.addWidget(shelf)
    shelf.resize(700, 500)
    shelf.show()
    model.show(EpisodeQuery())
    bridge.run()
    qtbot.waitUntil(lambda: shelf.view.verticalScrollBar().maximum() > 0)
    yield shelf.view  # noqa: PT022 - the card must outlive the test


def test_a_row_is_found_where_it_is_drawn(view: EpisodeView) -> None:
    bar, high = view.verticalScrollBar(), view.row_height()
    for top in (0, 1, high - 1, high, 12_345, bar.maximum()):
        bar.setValue(top)
        for row in view.rows_in(view.viewport().rect()):
            rect = view.visualRect(view.model().index(row, 0))
            assert rect == QRect(0, row * high - top, view.viewport().width(), high)
            assert view.indexAt(rect.center()).row() == row
    assert bar.maximum() == ROWS * high - view.viewport().height()
    assert view.rows_in(view.viewport().rect())[-1] == ROWS - 1
    assert not view.indexAt(QPoint(-1, 5)).isValid()


def test_a_change_visits_only_what_is_in_sight(
    view: EpisodeView, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    model = view.model()
    assert isinstance(model, Counting)
    model.asked = 0
    core.episodes = [episode(ROWS), *core.episodes]
    bridge.tell(EpisodesChanged(frozenset({ROWS})))
    qtbot.waitUntil(lambda: bool(bridge.waiting))
    bridge.run()
    high = view.row_height()
    qtbot.waitUntil(
        lambda: view.verticalScrollBar().maximum() == (ROWS + 1) * high - view.viewport().height()
    )
    assert model.asked < 1_000


def test_keys_lead_through_the_rows_and_keep_them_in_sight(view: EpisodeView) -> None:
    page = view.viewport().height() // view.row_height()
    view.setCurrentIndex(view.model().index(0, 0))
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_PageDown, 1 + page),
        (Qt.Key.Key_Up, page),
        (Qt.Key.Key_PageUp, 0),
        (Qt.Key.Key_Up, 0),
        (Qt.Key.Key_End, ROWS - 1),
        (Qt.Key.Key_Down, ROWS - 1),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(view, key)
        assert view.currentIndex().row() == row
        assert view.selectionModel().isSelected(view.currentIndex())
        rect = view.visualRect(view.currentIndex())
        assert view.viewport().rect().contains(rect)


def test_scrolling_draws_what_drawing_anew_would(view: EpisodeView) -> None:
    before = seen(view)
    for step in (7, 60, 133, -90):
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() + step)
        QApplication.processEvents()
    moved = seen(view)
    view.viewport().update()
    assert seen(view) == moved
    assert moved != before


def seen(view: EpisodeView) -> QImage:
    """Return what is on the screen, not what drawing anew would put there."""
    QApplication.processEvents()
    return view.screen().grabWindow(view.window().winId()).toImage()

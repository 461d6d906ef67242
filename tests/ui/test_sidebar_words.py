"""What a screen reader says of the rows in the sidebar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.base.model import Counts
from desktop_app.ui.widgets.sidebar import Sidebar
from tests.support.hand import feed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


def test_numbers_are_said_with_what_they_count(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.browsing.answers["counts"] = Counts(
        talks=26, meditations=1, favorites=3, queue=2, downloads=0
    )
    sidebar = Sidebar(look, bridge)
    qtbot.addWidget(sidebar)
    sidebar.read()
    bridge.run()
    model = sidebar.main.model()
    said = [
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    ]
    assert said[:6] == ["Today", "Speakers, 26 talks", "Meditations, 1 meditation",
                        "Favorites, 3 favorites", "Queue, 2 in line", "Downloads"]  # fmt: skip


def test_a_feed_that_rests_says_so(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.browsing.answers["feeds"] = (feed(3, paused=True, unheard=4), feed(4))
    sidebar = Sidebar(look, bridge)
    qtbot.addWidget(sidebar)
    sidebar.read()
    bridge.run()
    model = sidebar.main.model()
    roles = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    said = [[model.index(row, 0).data(role) for role in roles] for row in (7, 8)]
    assert said == [["Feed 3, 4 not heard, paused", "Feed 3 (paused)"], ["Feed 4", "Feed 4"]]

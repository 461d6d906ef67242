"""The list reads what is looked at, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind
from desktop_app.services.events import DownloadProgress, EpisodesChanged, FeedsChanged
from desktop_app.ui.models.episodes import EPISODE, EpisodesModel, ListState, episode_at
from tests.support.hand import HandBridge, HandCore, episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

ALL = EpisodeQuery()


def watch(model: QAbstractItemModel) -> None:
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)


@pytest.fixture
def model(look: Look, bridge: HandBridge) -> EpisodesModel:
    return EpisodesModel(look, bridge)


def shown(model: EpisodesModel, bridge: HandBridge, query: EpisodeQuery = ALL) -> None:
    model.show(query)
    bridge.run()


def titles(model: EpisodesModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_the_first_page_tells_how_long_the_list_is(
    model: EpisodesModel, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(n) for n in range(1, 251)]
    watch(model)
    shown(model, bridge)
    assert model.rowCount() == 250
    assert model.index(0).data(EPISODE) == episode(1)
    assert model.index(0).data() == "Talk 1"
    said = str(model.index(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert said == "Talk 1, 21 Nov 2026, Sober Cast, 58 minutes, not downloaded"
    assert model.state is ListState.READY


def test_a_row_that_is_not_there_asks_for_its_page_once(
    model: EpisodesModel, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(n) for n in range(1, 251)]
    shown(model, bridge)
    core.asked.clear()
    for row in range(200, 210):
        assert model.index(row).data(EPISODE) is None
    assert len(bridge.waiting) == 1
    with qtbot.waitSignal(model.dataChanged, timeout=0) as changed:
        bridge.run()
    assert [(index.row()) for index in changed.args[:2]] == [200, 249]
    assert core.asked == [(ALL, 200, 100)]
    assert episode_at(model.index(249)) == episode(250)


def test_a_hundred_thousand_rows_cost_as_ten_do(
    model: EpisodesModel, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(n) for n in range(1, 100_001)]
    shown(model, bridge)
    core.asked.clear()
    for row in range(0, 100_000, 100):
        model.index(row).data(EPISODE)
    bridge.run()
    assert len(core.asked) <= 6, "a sweep reads where it ends, not what it passes"
    assert len(model.loaded()) <= 1000
    for row in range(0, 100_000, 100):
        model.index(row).data(EPISODE)
        bridge.run()
    assert len(model.loaded()) <= 4000, "pages that nobody looks at are let go"
    assert model.episode(99_999) == episode(100_000)


def test_late_answers_to_an_older_question_are_dropped(
    model: EpisodesModel, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(1)]
    model.show(EpisodeQuery(kind=FeedKind.TALKS))
    late = bridge.waiting.pop()
    core.episodes = [episode(2), episode(3)]
    shown(model, bridge, EpisodeQuery(kind=FeedKind.MEDITATIONS))
    core.episodes = [episode(1)]
    bridge.waiting.append(late)
    bridge.run()
    assert titles(model) == ["Talk 2", "Talk 3"]


def test_what_changed_is_read_again_and_nothing_else(
    model: EpisodesModel, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(n) for n in range(1, 301)]
    watch(model)
    shown(model, bridge)
    for row in (150, 250):
        model.index(row).data()
        bridge.run()
    core.asked.clear()
    core.episodes[149] = episode(150, favorite=True)
    bridge.tell(EpisodesChanged(frozenset({150})))
    bridge.run()
    assert [offset for _query, offset, _limit in core.asked] == [100]
    changed = model.episode(149)
    assert changed is not None
    assert changed.favorite
    core.asked.clear()
    bridge.tell(EpisodesChanged())
    qtbot.waitUntil(lambda: bool(bridge.waiting))
    bridge.run()
    assert sorted(offset for _query, offset, _limit in core.asked) == [0, 100, 200]


def test_a_change_while_a_page_is_under_way_is_not_missed(
    model: EpisodesModel, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(1)]
    shown(model, bridge)
    bridge.tell(EpisodesChanged(frozenset({1})))
    bridge.tell(EpisodesChanged(frozenset({1})))
    assert len(bridge.waiting) == 1
    bridge.step()
    core.episodes = [episode(1, heard=True)]
    qtbot.waitUntil(lambda: bool(bridge.waiting))
    bridge.run()
    now = model.episode(0)
    assert now is not None
    assert now.heard


def test_rows_come_and_go_when_the_list_changes_its_length(
    model: EpisodesModel, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(n) for n in range(1, 151)]
    watch(model)
    shown(model, bridge)
    model.index(120).data()
    bridge.run()
    with qtbot.assertNotEmitted(model.modelReset):
        core.episodes = core.episodes[50:]
        bridge.tell(EpisodesChanged(frozenset({1})))
        bridge.run()
        assert model.rowCount() == 100
        assert model.episode(0) == episode(51)
        core.episodes = [episode(999), *core.episodes]
        bridge.tell(EpisodesChanged(frozenset({999})))
        qtbot.waitUntil(lambda: bool(bridge.waiting))
        bridge.run()
    assert model.rowCount() == 101
    assert model.episode(0) == episode(999)
    core.episodes = []
    bridge.tell(EpisodesChanged())
    qtbot.waitUntil(lambda: bool(bridge.waiting))
    bridge.run()
    assert model.state is ListState.EMPTY


def test_a_storm_of_changes_costs_few_readings(
    model: EpisodesModel, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(n) for n in range(1, 1001)]
    shown(model, bridge)
    for row in range(0, 1000, 100):
        model.index(row).data()
        bridge.run()
    core.asked.clear()
    core.episodes = [episode(n, favorite=True) for n in range(1, 1002)]
    for number in range(200):
        bridge.tell(EpisodesChanged(frozenset(range(number, 1001, 100))))
        bridge.run()
    qtbot.waitUntil(lambda: bool(bridge.waiting))
    bridge.run()
    assert len(core.asked) <= 6, "what nobody looks at is not read"
    assert model.rowCount() == 1001
    before = model.episode(0)
    assert before is not None
    assert not before.favorite
    model.index(0).data()
    bridge.run()
    after = model.episode(0)
    assert after is not None
    assert after.favorite, "it is read when somebody looks"


def test_progress_touches_one_row_and_asks_nothing(
    model: EpisodesModel, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(n, size=None) for n in range(1, 4)]
    shown(model, bridge)
    with qtbot.waitSignal(model.dataChanged, timeout=0) as changed:
        bridge.tell(DownloadProgress(2, received=64, total=100, speed=1.0))
    assert [index.row() for index in changed.args[:2]] == [1, 1]
    now = model.episode(1)
    assert now is not None
    assert (now.received, now.size, now.state) == (64, 100, DownloadState.DOWNLOADING)
    bridge.tell(DownloadProgress(77, received=64, total=100, speed=1.0))
    bridge.tell(FeedsChanged())
    assert bridge.waiting == []


def test_empty_failed_and_ready_are_told_apart(
    model: EpisodesModel, bridge: HandBridge, core: HandCore
) -> None:
    states: list[ListState] = []
    model.state_changed.connect(states.append)
    shown(model, bridge)
    page = core.browsing.answers["page"]
    core.browsing.answers["page"] = problem = KnownError("The list could not be read")
    shown(model, bridge)
    assert model.problem is problem
    core.browsing.answers["page"] = page
    core.episodes = [episode(1)]
    model.retry()
    bridge.run()
    assert states == [ListState.EMPTY, ListState.LOADING, ListState.FAILED,
                      ListState.LOADING, ListState.READY]  # fmt: skip


def test_a_page_that_fails_later_leaves_the_rest_and_can_be_tried_again(
    model: EpisodesModel, bridge: HandBridge, core: HandCore
) -> None:
    told: list[KnownError] = []
    model.failed.connect(told.append)
    core.episodes = [episode(n) for n in range(1, 201)]
    shown(model, bridge)
    page = core.browsing.answers["page"]
    core.browsing.answers["page"] = KnownError("The list could not be read")
    model.index(150).data()
    bridge.run()
    model.index(150).data()
    assert bridge.waiting == [], "a page that failed is not asked for at every repaint"
    assert len(told) == 1
    assert model.state is ListState.READY
    core.browsing.answers["page"] = page
    model.retry()
    bridge.run()
    assert model.episode(150) == episode(151)


def test_a_limit_ends_the_list_early(look: Look, bridge: HandBridge, core: HandCore) -> None:
    core.episodes = [episode(n) for n in range(1, 251)]
    model = EpisodesModel(look, bridge, limit=3)
    watch(model)
    shown(model, bridge)
    assert core.asked == [(ALL, 0, 3)]
    assert (model.rowCount(), model.total) == (3, 250)


def test_a_row_is_dragged_by_its_number(
    model: EpisodesModel, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = [episode(1), episode(2)]
    shown(model, bridge)
    mime = model.mimeData([model.index(1)])
    assert mime.data(model.mimeTypes()[0]).data() == b"1"
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsDragEnabled

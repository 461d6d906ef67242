"""The Downloads page: what it says, what it asks for, how it follows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodePage, Problem, Space
from desktop_app.base.settings import Settings
from desktop_app.services.events import DownloadProgress, EpisodesChanged, SettingsChanged
from desktop_app.ui.pages import downloads_shelf as shelf_of
from desktop_app.ui.pages.downloads import DownloadsPage, limit_words
from desktop_app.ui.pages.downloads_moving import FailedRow, MovingRow
from desktop_app.ui.pages.downloads_shelf import Shelf
from desktop_app.ui.pages.downloads_waiting import WaitingModel
from tests.support.hand import HandBridge, HandCore, episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.base.model import Episode, EpisodeQuery
    from desktop_app.ui.look.theme import Look

LOADING = DownloadState.DOWNLOADING
QUEUED = DownloadState.QUEUED
PAUSED = DownloadState.PAUSED
FAILED = DownloadState.FAILED
HERE = DownloadState.DOWNLOADED


def moving(number: int = 1, **values: object) -> Episode:
    return episode(number, **{"state": LOADING, "received": 22_400_000, **values})


def progress(number: int = 1, speed: float = 1_145_000, waiting: str = "") -> DownloadProgress:
    return DownloadProgress(number, 22_400_000, 35_000_000, speed, waiting)


def fill(core: HandCore, *episodes: Episode) -> None:
    """Let the library hold these, in this order."""
    core.episodes = list(episodes)

    def page(query: EpisodeQuery, offset: int, limit: int) -> EpisodePage:
        rows = [one for one in core.episodes if one.state in query.states]
        return EpisodePage(len(rows), offset, tuple(rows[offset : offset + limit]))

    core.browsing.answers["page"] = page


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> DownloadsPage:
    fill(
        core,
        moving(1, title="Big Book, part 3"),
        episode(2, state=PAUSED, received=5_000_000),
        episode(4, state=QUEUED),
        episode(5, state=QUEUED),
        episode(6, state=QUEUED),
        episode(7, state=FAILED),
        episode(8, state=HERE, file="8.mp3"),
    )
    core.browsing.answers["space"] = Space(9_000_000_000, 3_000_000_000, 2_200_000_000, 10**10)
    page = DownloadsPage(look, bridge)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 2000)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def row(page: DownloadsPage, number: int) -> MovingRow:
    found = page.moving.row(number)
    assert isinstance(found, MovingRow)
    return found


@pytest.mark.parametrize(
    ("one", "event", "said"),
    [
        (moving(), progress(), "22.4 of 35.0 MB · 1.1 MB/s · 11 s left"),
        (moving(), None, "22.4 of 35.0 MB"),
        (moving(), progress(speed=0), "22.4 of 35.0 MB"),
        (
            moving(),
            progress(waiting="connection lost, trying again in 8 s"),
            "22.4 of 35.0 MB · connection lost, trying again in 8 s, from 22 MB",
        ),
        (moving(state=PAUSED), progress(), "22.4 of 35.0 MB · paused"),
        (moving(size=None), DownloadProgress(1, 400_000, None, 90_000), "400 kB · 90.0 kB/s"),
    ],
)
def test_facts_of_a_row(
    look: Look, one: Episode, event: DownloadProgress | None, said: str
) -> None:
    assert shelf_of.facts(one, event) == said


@pytest.mark.parametrize(
    ("one", "after", "order"),
    [(3, None, (3, 1, 2, 4)), (1, 4, (2, 3, 4, 1)), (4, 1, (1, 4, 2, 3)), (2, 99, (2, 1, 3, 4))],
)
def test_a_move_is_an_order(one: int, after: int | None, order: tuple[int, ...]) -> None:
    assert shelf_of.moved([1, 2, 3, 4], one, after) == order


def test_one_that_tries_again_is_under_way_unless_everything_is_paused(look: Look) -> None:
    shelf = Shelf(queued=(episode(1, state=QUEUED), episode(2, state=QUEUED)), waiting=2)
    trying = {1: progress(1, 0, "trying again in 8 s")}
    under_way, waiting = shelf_of.under_way(shelf, trying)
    assert [one.id for one in under_way] == [1]
    assert [one.id for one in waiting] == [2]
    assert shelf_of.summary(shelf, under_way) == "1 in progress · 1 waiting"
    resting = Shelf(queued=shelf.queued, waiting=2, paused=True)
    under_way, waiting = shelf_of.under_way(resting, trying)
    assert not under_way
    assert len(waiting) == 2
    assert shelf_of.summary(resting, under_way) == "Everything is paused · 2 waiting"


def test_shows_each_kind_in_its_place(page: DownloadsPage) -> None:
    assert page.subtitle.text() == (
        "1 in progress · 1 paused · 3 waiting · 1 failed · 14.2 GB used"
    )
    assert [one.episode.id for one in page.moving.rows()] == [1, 2]
    assert [one.id for one in page.waiting.model.episodes] == [4, 5, 6]
    assert [one.episode.id for one in page.failed.rows()] == [7]
    assert [one.id for one in page.here.lists[0].model.loaded()] == [8]
    assert page.space.labels[0].text() == "Favorites 9.0 GB"
    assert page.space.labels[3].text() == "10.0 GB free"
    assert not page.placeholder.isVisible()
    assert "Big Book, part 3" in row(page, 1).accessibleName()


def test_progress_moves_a_row_and_only_while_it_moves(
    page: DownloadsPage, bridge: HandBridge
) -> None:
    bridge.tell(progress(1))
    bridge.tell(progress(2))
    assert row(page, 1).facts.text().endswith("11 s left")
    assert row(page, 2).facts.text().endswith("paused")
    assert not bridge.waiting


def test_a_lost_connection_brings_a_waiting_one_to_the_top(
    page: DownloadsPage, bridge: HandBridge
) -> None:
    bridge.tell(progress(4, 0, "connection lost, trying again in 8 s"))
    bridge.tell(EpisodesChanged(frozenset({4})))
    bridge.run()
    assert "trying again in 8 s" in row(page, 4).facts.text()
    assert [one.id for one in page.waiting.model.episodes] == [5, 6]


@pytest.mark.parametrize(
    ("number", "button", "asked"),
    [
        (1, "hold", ("downloading.pause", 1)),
        (2, "hold", ("downloading.resume", 2)),
        (1, "drop", ("downloading.cancel", 1)),
    ],
)
def test_buttons_of_a_row(
    page: DownloadsPage,
    bridge: HandBridge,
    core: HandCore,
    number: int,
    button: str,
    asked: tuple[object, ...],
) -> None:
    getattr(row(page, number), button).click()
    bridge.run()
    assert core.log == [asked]


def test_failed_ones_say_why_and_can_be_tried_again(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.browsing.answers["problems"] = (
        Problem(1, datetime(2026, 1, 1, tzinfo=UTC), "x", "the server is gone", "Wait.",
                episode_id=7),
    )  # fmt: skip
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    failed = page.failed.rows()[0]
    assert isinstance(failed, FailedRow)
    assert failed.why.text() == "The server is gone. Wait."
    failed.again.click()
    bridge.run()
    assert core.log[-1] == ("downloading.resume", 7)


def test_pause_all_and_resume_all(page: DownloadsPage, bridge: HandBridge, core: HandCore) -> None:
    assert page.pause.text() == "Pause all"
    page.pause.click()
    bridge.run()
    assert core.log == [("downloading.pause_all",)]
    core.downloading.answers["paused"] = True
    bridge.tell(SettingsChanged(Settings(downloads_paused=True)))
    assert page.pause.text() == "Resume all"
    page.pause.click()
    bridge.run()
    assert ("downloading.resume_all",) in core.log
    assert page.subtitle.text().startswith("Everything is paused")


def test_a_limit_is_chosen_and_named(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    menu = page.limit_menu()
    [two] = [action for action in menu.actions() if action.text() == "2.0 MB/s"]
    two.trigger()
    bridge.run()
    assert ("settings.change", ("bandwidth_kb", 2000)) in core.log
    bridge.tell(SettingsChanged(Settings(bandwidth_kb=2000)))
    bridge.run()
    assert page.limit.text() == "Limit 2.0 MB/s"
    assert limit_words(0) == "No limit"


def test_alt_down_gives_all_that_wait_a_new_order(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    view = page.waiting.view
    view.setCurrentIndex(page.waiting.model.index(0))
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert [one.id for one in page.waiting.model.episodes] == [5, 4, 6]
    assert view.currentIndex().row() == 1
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (5, 4, 6))
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    fill(core, *(episode(number, state=QUEUED) for number in (5, 4, 6)))
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (4, 5, 6))


def test_a_drop_is_a_move(page: DownloadsPage, bridge: HandBridge, core: HandCore) -> None:
    page.waiting.view.move_requested.emit(2, 0)
    bridge.run()
    assert core.log[-1] == ("downloading.reorder", (6, 4, 5))


@pytest.mark.qt_log_ignore("does not support (raise|grabbing|propagateSizeHints)", extend=True)
def test_a_waiting_talk_opens_and_does_not_vanish_by_a_click_on_its_state(
    page: DownloadsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.open_page) as opened:
        page.waiting.view.asked.emit("open", page.waiting.model.episodes[0], QPoint())
    assert opened.args == ["talk", 4]
    page.waiting.view.asked.emit("state", page.waiting.model.episodes[0], QPoint())
    bridge.run()
    assert core.log == []
    [menu] = page.waiting.findChildren(QMenu)
    menu.close()


def test_empty_says_what_to_do(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core)
    page = DownloadsPage(look, bridge)
    qtbot.addWidget(page)
    page.show()
    page.shown(None)
    bridge.run()
    assert page.placeholder.isVisible()
    assert "Nothing is downloaded yet" in page.placeholder.accessibleName()
    assert not page.content.isVisible()
    assert page.subtitle.text() == "Nothing is under way"


def test_failed_says_why_and_reads_again(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core, moving(1))
    core.browsing.answers["space"] = KnownError("The library is busy", "", "Wait.")
    page = DownloadsPage(look, bridge)
    qtbot.addWidget(page)
    page.show()
    page.shown(None)
    bridge.run()
    assert "The library is busy" in page.placeholder.accessibleName()
    core.browsing.answers["space"] = Space()
    page.placeholder._clicked()
    bridge.run()
    assert page.content.isVisible()
    assert row(page, 1).episode.id == 1


def test_follows_nothing_while_hidden_and_a_storm_costs_two_reads(
    page: DownloadsPage, bridge: HandBridge
) -> None:
    for number in range(20):
        page.heard(EpisodesChanged(frozenset({number})))
    assert len(bridge.waiting) == 1
    bridge.step()
    assert len(bridge.waiting) == 1
    bridge.run()
    page.hidden()
    page.heard(EpisodesChanged(frozenset({1})))
    assert not bridge.waiting


def test_rows_keep_the_keyboard_when_the_list_changes(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    before = row(page, 2)
    core.episodes.pop(0)
    bridge.tell(EpisodesChanged())
    bridge.run()
    assert page.moving.rows() == [before]


def test_every_button_can_be_reached_and_has_a_name(page: DownloadsPage) -> None:
    buttons = [page.pause, page.limit, row(page, 1).hold, row(page, 1).drop]
    for button in buttons:
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert button.accessibleName() or button.text()
    assert row(page, 1).hold.accessibleName() == "Pause the download: Big Book, part 3"
    assert page.space.bar.accessibleName() == (
        "Favorites 9.0 GB, Meditations 2.2 GB, Talks 3.0 GB, 10.0 GB free"
    )


def test_the_waiting_model_keeps_qts_rules(look: Look) -> None:
    model = WaitingModel(look)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_episodes(tuple(episode(number) for number in range(5)))
    model.set_episodes((episode(2), episode(1)))
    model.set_episodes((episode(2), episode(1), episode(9)))
    said = model.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Talk 1" in said
    assert "number 2 in line" in said
    model.set_episodes(())
    assert model.rowCount() == 0


def test_what_holds_or_drops_a_download_is_easily_hit(page: DownloadsPage) -> None:
    for button in (row(page, 1).hold, row(page, 1).drop):
        assert min(button.width(), button.height()) >= 32

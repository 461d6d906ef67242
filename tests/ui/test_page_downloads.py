"""The Downloads page: what it says, what it asks for, how it follows."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.base.errors import KnownError
from desktop_app.base.model import Problem
from desktop_app.base.settings import Settings
from desktop_app.base.shelf import Space, Wait, WaitFor
from desktop_app.services.events import DownloadsChanged, EpisodesChanged, SettingsChanged
from tests.support.hand import MOMENT, HandBridge, HandCore, episode
from tests.ui.downloads_desk import (
    AT_TEN,
    RETRY,
    fill,
    full_page,
    moving,
    progress,
    shown_page,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.downloads import DownloadsPage
    from desktop_app.ui.pages.downloads_moving import MovingRow


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> DownloadsPage:
    return full_page(look, bridge, core, qtbot)


def row(page: DownloadsPage, number: int) -> MovingRow:
    found = page.moving.row(number)
    assert found is not None
    return found


def wrote(core: HandCore) -> list[tuple[object, ...]]:
    """Return the calls that are no mere reading."""
    quiet = ("browsing.", "downloading.waits", "downloading.doubted", "downloading.paused",
             "cleaning.removable")  # fmt: skip
    return [call for call in core.log if not call[0].startswith(quiet)]


def test_shows_each_kind_in_its_place(page: DownloadsPage) -> None:
    assert page.subtitle.text() == (
        "1 in progress · 1 paused · 3 waiting · 1 failed · 14.2 GB of 20 GB used"
    )
    assert [one.episode.id for one in page.moving.rows()] == [1, 2]
    assert [one.id for one in page.waiting.list.model.episodes] == [4, 5, 6]
    assert [one.episode.id for one in page.failed.card.rows()] == [7]
    assert [one.episode.id for one in page.lost.card.rows()] == [9, 10]
    assert [one.id for one in page.here.lists[0].model.loaded()] == [8]
    assert not page.placeholder.isVisible()
    assert not page.standing.isVisible()
    assert "Big Book, part 3" in row(page, 1).accessibleName()


def test_a_visit_looks_whether_files_were_taken_away(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    page.hidden()
    page.shown(None)
    bridge.run()
    assert wrote(core) == [("downloading.look",)]


def test_progress_moves_a_row_and_only_while_it_moves(
    page: DownloadsPage, bridge: HandBridge
) -> None:
    bridge.tell(progress(1))
    bridge.tell(progress(2))
    assert row(page, 1).facts.text().endswith("11 s left")
    assert row(page, 2).facts.text().endswith("paused")
    assert not bridge.waiting


def test_a_lost_connection_brings_a_waiting_one_to_the_top_and_counts_down(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes[2] = moving(4, state=core.episodes[2].state)
    core.downloading.answers["waits"] = {4: RETRY, 5: Wait(WaitFor.TURN)}
    bridge.tell(DownloadsChanged())
    bridge.run()
    assert "connection lost, trying again in 40 s, from 22 MB" in row(page, 4).facts.text()
    assert [one.id for one in page.waiting.list.model.episodes] == [5, 6]
    assert page.ticking.isActive()
    page._clock = lambda: MOMENT + timedelta(seconds=32)
    page.ticking.timeout.emit()
    assert "trying again in 8 s" in row(page, 4).facts.text()
    core.downloading.answers["waits"] = {}
    bridge.tell(DownloadsChanged())
    bridge.run()
    assert not page.ticking.isActive()


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
    [failed] = page.failed.card.rows()
    assert failed.why.text() == "The server is gone. Wait."
    assert not failed.keep.isVisible()
    failed.again.click()
    page.failed.again.click()
    bridge.run()
    assert wrote(core) == [("downloading.resume", 7), ("downloading.request", (7,))]


def test_a_doubtful_one_can_be_kept_as_it_came(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.downloading.answers["doubted"] = frozenset({7})
    bridge.tell(EpisodesChanged(frozenset({7})))
    bridge.run()
    [failed] = page.failed.card.rows()
    assert failed.keep.isVisible()
    assert failed.keep.accessibleName() == "Keep what came: Talk 7"
    failed.keep.click()
    bridge.run()
    assert wrote(core) == [("downloading.keep_anyway", 7)]


def test_files_taken_away_can_be_fetched_again_or_forgotten(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    first = page.lost.card.rows()[0]
    assert "no longer on this computer" in first.accessibleName()
    first.again.click()
    first.drop.click()
    page.lost.again.click()
    page.lost.dismiss.click()
    bridge.run()
    assert wrote(core) == [
        ("downloading.resume", 9),
        ("downloading.dismiss_lost", (9,)),
        ("downloading.request", (9, 10)),
        ("downloading.dismiss_lost", (9, 10)),
    ]


def test_many_files_taken_away_are_a_number(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core, *(episode(number, lost=True) for number in range(1, 9)))
    page = shown_page(look, bridge, core, qtbot)
    assert len(page.lost.card.rows()) == 5
    assert page.lost.more.text() == "and 3 more"
    page.lost.again.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", tuple(range(1, 9)))]


def test_what_all_wait_for_is_a_line_that_can_be_ended(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    chosen = Settings(download_hours=True)
    core.downloading.answers["waits"] = dict.fromkeys((4, 5, 6), Wait(WaitFor.HOURS, AT_TEN))
    bridge.tell(SettingsChanged(chosen))
    bridge.run()
    assert page.standing.isVisible()
    assert page.standing.accessibleName().startswith("Downloads go on at 22:00. They run only at")
    assert not page.standing._close.isVisible()
    core.log.clear()
    page.standing._action.click()
    bridge.run()
    assert wrote(core) == [("settings.change", ("download_hours", False))]
    core.downloading.answers["waits"] = dict.fromkeys((4, 5, 6), Wait(WaitFor.LINE))
    bridge.tell(DownloadsChanged())
    bridge.run()
    core.log.clear()
    page.standing._action.click()
    bridge.run()
    assert wrote(core) == [("downloading.request", (4, 5, 6))]
    core.downloading.answers["waits"] = {}
    bridge.tell(DownloadsChanged())
    bridge.run()
    assert not page.standing.isVisible()


def test_empty_says_what_to_do(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core)
    page = shown_page(look, bridge, core, qtbot)
    assert page.placeholder.isVisible()
    assert "Nothing is downloaded yet" in page.placeholder.accessibleName()
    assert not page.content.isVisible()
    assert page.subtitle.text() == "Nothing is under way"


def test_failed_says_why_and_reads_again(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    fill(core, moving(1))
    core.browsing.answers["space"] = KnownError("The library is busy", "", "Wait.")
    page = shown_page(look, bridge, core, qtbot)
    assert "The library is busy" in page.placeholder.accessibleName()
    core.browsing.answers["space"] = Space()
    page.placeholder._clicked()
    bridge.run()
    assert page.content.isVisible()
    assert row(page, 1).episode.id == 1


def test_what_cannot_be_done_is_a_line(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.downloading.answers["pause"] = KnownError("The library is busy", "", "Wait.")
    row(page, 1).hold.click()
    bridge.run()
    assert "The library is busy" in page.notice.accessibleName()


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
    page.heard(DownloadsChanged())
    assert not bridge.waiting


def test_rows_keep_the_keyboard_when_the_list_changes(
    page: DownloadsPage, bridge: HandBridge, core: HandCore
) -> None:
    before = row(page, 2)
    core.episodes.pop(0)
    bridge.tell(EpisodesChanged())
    bridge.run()
    assert page.moving.rows() == [before]


def test_the_keyboard_reaches_everything_and_everything_has_a_name(page: DownloadsPage) -> None:
    page.controls.pause.setFocus()
    seen = [page.window().focusWidget()]
    for _ in range(60):
        QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())
    wanted = [
        page.controls.pause, page.controls.hours, page.controls.limit,
        row(page, 1).hold, row(page, 1).drop, page.waiting.reorder, page.waiting.list.view,
        page.failed.again, page.failed.card.rows()[0].again, page.failed.card.rows()[0].drop,
        page.lost.dismiss, page.lost.again, page.lost.card.rows()[0].again,
        page.lost.card.rows()[0].drop, page.space.clean.ask,
    ]  # fmt: skip
    places = [seen.index(each) for each in wanted]
    assert places == sorted(places)
    for widget in wanted:
        assert widget.accessibleName() or widget.text()  # type: ignore[attr-defined]
    assert row(page, 1).hold.accessibleName() == "Pause the download: Big Book, part 3"
    assert QApplication.focusWidget() is not None


def test_what_holds_or_drops_a_download_is_easily_hit(page: DownloadsPage) -> None:
    for button in (row(page, 1).hold, row(page, 1).drop):
        assert min(button.width(), button.height()) >= 32

"""The sitting's page: the ring's arithmetic, its words, its buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.base.settings import Settings
from desktop_app.base.sittings import Preset
from desktop_app.services.events import RunningSitting, SettingsChanged, SittingChanged
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.pages.sitting import SittingPage
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

EVENING = Preset("Evening sitting", length=1200, settle=10, bell_every=300, ambience="rain")
RUNNING = RunningSitting(EVENING, 1210, (10, 310, 610, 910, 1210), (), elapsed=754, at=1000)
LINE = "Bowl · every 5 minutes · rain, soft · screen stays awake"
PROMPTS = (Chapter(10, "Sit."), Chapter(100, "Breathe."), Chapter(200, ""))


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def page(
    look: Look, bridge: HandBridge, core: HandCore, clock: HandClock, qtbot: QtBot
) -> SittingPage:
    core.sitting.answers["current"] = RUNNING
    core.presets.answers["all"] = (EVENING,)
    page = SittingPage(look, bridge, clock)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 728)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


@pytest.mark.parametrize(
    ("changes", "boottime", "remaining", "below"),
    [
        ({}, 1000, "7:36", "next bell in 2:36"),
        ({}, 1000.4, "7:36", "next bell in 2:36"),
        ({}, 1156, "5:00", "the next bell is the last"),
        ({}, 9999, "0:00", "the last bell"),
        ({"elapsed": 0}, 1002, "20:08", "settling in, 0:08"),
        ({"paused": True}, 1500, "7:36", "paused"),
        ({"bells": ()}, 1000, "7:36", ""),
    ],
)
def test_a_moment_in_words(
    look: Look, changes: dict[str, object], boottime: float, remaining: str, below: str
) -> None:
    moment = sitting_words.moment(replace(RUNNING, **changes), boottime)  # type: ignore[arg-type]
    assert (moment.remaining, moment.below) == (remaining, below)


@pytest.mark.parametrize(
    ("boottime", "prompt"), [(1000, ""), (1010, "Sit."), (1100, "Breathe."), (1200, "")]
)
def test_prompts_come_at_their_time(look: Look, boottime: float, prompt: str) -> None:
    running = replace(RUNNING, prompts=PROMPTS, elapsed=0)
    assert sitting_words.moment(running, boottime).prompt == prompt


def test_the_time_goes_on_in_suspend_and_stands_in_a_pause(look: Look) -> None:
    assert sitting_words.elapsed(RUNNING, 1100) == 854
    assert sitting_words.elapsed(replace(RUNNING, paused=True), 1100) == 754
    assert sitting_words.elapsed(RUNNING, 999_999) == 1210


def test_bells_on_the_ring_leave_the_top_free() -> None:
    marks = sitting_words.marks(RUNNING)
    assert marks == pytest.approx((310 / 1210, 610 / 1210, 910 / 1210))


@pytest.mark.parametrize(
    ("elapsed", "said"),
    [
        (1210, "You sat 20 minutes"),
        (50, "You sat 40 seconds"),
        (5, "The sitting is over"),
        (70, "You sat 1 minute"),
    ],
)
def test_the_quiet_line(look: Look, elapsed: float, said: str) -> None:
    assert sitting_words.sat(replace(RUNNING, elapsed=elapsed, ended=True)) == said


def test_shows_what_runs(page: SittingPage, clock: HandClock) -> None:
    assert page.running.preset.text() == "Evening sitting"
    assert page.running.ring.time.text() == "7:36"
    assert page.running.ring.below.text() == "next bell in 2:36"
    assert page.running.details.text() == LINE.removesuffix(" · screen stays awake")
    assert not page.running.prompt.isVisible()
    assert page.ticking
    clock.advance(60)
    page.tick()
    assert page.running.ring.time.text() == "6:36"
    assert page.running.ring.accessibleName() == "7 minutes left"


def test_the_screen_is_said_to_stay_awake_only_while_it_does(
    page: SittingPage, bridge: HandBridge
) -> None:
    line = page.running.details.text
    page.stay_lit(on=True)
    assert line() == LINE
    page.running.end.click()
    page.stay_lit(on=False)
    assert line() == "End the sitting here?"
    page.running.back.click()
    assert line() == LINE.removesuffix(" · screen stays awake")
    page.stay_lit(on=True)
    bridge.tell(SittingChanged(replace(RUNNING, paused=True)))
    assert line() == LINE.removesuffix(" · screen stays awake")
    bridge.tell(SittingChanged(RUNNING))
    assert line() == LINE


def test_moves_only_while_it_is_seen_and_runs(page: SittingPage, bridge: HandBridge) -> None:
    page.hide()
    assert not page.ticking
    bridge.tell(SittingChanged(RUNNING))
    assert not page.ticking
    page.show()
    assert page.ticking
    bridge.tell(SittingChanged(replace(RUNNING, paused=True)))
    assert not page.ticking
    assert page.running.pause.text() == "Go on"


def test_pause_and_go_on(page: SittingPage, bridge: HandBridge, core: HandCore) -> None:
    page.running.pause.click()
    bridge.run()
    bridge.tell(SittingChanged(replace(RUNNING, paused=True)))
    page.running.pause.click()
    bridge.run()
    assert core.log == [("sitting.pause",), ("sitting.resume",)]


@pytest.mark.parametrize(("button", "keep"), [("keep", True), ("drop", False)])
def test_ending_early_is_asked_once(
    page: SittingPage, bridge: HandBridge, core: HandCore, button: str, keep: bool
) -> None:
    assert not page.running.keep.isVisible()
    page.running.end.click()
    assert page.running.details.text() == "End the sitting here?"
    assert page.running.keep.isVisible()
    assert not page.running.end.isVisible()
    assert core.log == []
    getattr(page.running, button).click()
    bridge.run()
    assert core.log == [("sitting.end", ("keep", keep))]


def test_going_on_ends_nothing(page: SittingPage, bridge: HandBridge, core: HandCore) -> None:
    page.running.end.click()
    page.running.back.click()
    bridge.run()
    assert core.log == []
    assert page.running.end.isVisible()
    assert not page.running.drop.isVisible()


def test_without_a_log_there_is_nothing_to_keep(page: SittingPage, bridge: HandBridge) -> None:
    bridge.tell(SettingsChanged(Settings(log_sittings=False)))
    page.running.end.click()
    assert page.running.keep.text() == "End it now"
    assert not page.running.drop.isVisible()


@pytest.mark.parametrize(
    ("elapsed", "offers", "keep"), [(4, False, False), (10.9, False, False), (11, True, True)]
)
def test_what_was_not_sat_is_not_offered_to_be_kept(
    page: SittingPage, bridge: HandBridge, core: HandCore, elapsed: float, offers: bool, keep: bool
) -> None:
    bridge.tell(SittingChanged(replace(RUNNING, elapsed=elapsed)))
    page.running.end.click()
    assert (page.running.keep.text() == "Keep it in the log") is offers
    assert page.running.drop.isVisible() is offers
    page.running.keep.click()
    bridge.run()
    assert core.log == [("sitting.end", ("keep", keep))]


def test_the_question_follows_when_settling_in_is_over_meanwhile(
    page: SittingPage, bridge: HandBridge, clock: HandClock
) -> None:
    bridge.tell(SittingChanged(replace(RUNNING, elapsed=9)))
    page.running.end.click()
    assert page.running.keep.text() == "End it now"
    clock.advance(3)
    page.tick()
    assert page.running.keep.text() == "Keep it in the log"
    assert page.running.drop.isVisible()


def test_the_time_stands_until_the_first_stroke_that_can_be_in_time(
    page: SittingPage, bridge: HandBridge, clock: HandClock
) -> None:
    soon = replace(RUNNING, preset=replace(EVENING, settle=0), total=1200, elapsed=-1.5)
    bridge.tell(SittingChanged(soon))
    assert page.running.ring.time.text() == "20:00"
    clock.advance(1.5)
    page.tick()
    assert page.running.ring.time.text() == "20:00"
    clock.advance(2)
    page.tick()
    assert page.running.ring.time.text() == "19:58"


def test_the_end_is_a_quiet_line_and_a_way_back(
    page: SittingPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    bridge.tell(SittingChanged(replace(RUNNING, elapsed=1210, ended=True)))
    assert page.over.over.isVisible()
    assert page.over.over.text() == "You sat 20 minutes"
    assert not page.ticking
    core.sitting.answers["current"] = None
    page.shown(None)
    bridge.run()
    assert page.over.over.isVisible()
    with qtbot.waitSignal(page.open_page) as opened:
        page.over.done.click()
    assert opened.args == ["meditations", None]
    assert page.offer.cards.isVisible()


def test_prompts_are_shown(page: SittingPage, bridge: HandBridge, clock: HandClock) -> None:
    bridge.tell(SittingChanged(replace(RUNNING, prompts=PROMPTS, elapsed=20)))
    assert page.running.prompt.isVisible()
    assert page.running.prompt.text() == "Sit."
    clock.suspend(100)
    page.tick()
    assert page.running.prompt.text() == "Breathe."


def test_with_nothing_running_it_offers_what_can_be_begun(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(SittingChanged(None))
    assert page.offer.cards.isVisible()
    assert not page.running.ring.isVisible()
    core.sitting.answers["begin"] = KnownError("A sitting is under way already")
    page.offer.cards.cards[0].button.click()
    bridge.run()
    assert core.log == [("sitting.begin", EVENING)]
    assert page.notice.isVisible()


def test_the_keyboard_follows_the_question(page: SittingPage, qtbot: QtBot) -> None:
    page.activateWindow()
    page.running.end.setFocus()
    qtbot.waitUntil(page.running.end.hasFocus)
    QTest.keyClick(page.running.end, Qt.Key.Key_Space)
    assert page.running.back.hasFocus()


def test_space_pauses_and_goes_on(page: SittingPage, bridge: HandBridge, core: HandCore) -> None:
    assert page.key(Qt.Key.Key_Space)
    bridge.run()
    bridge.tell(SittingChanged(replace(RUNNING, paused=True)))
    assert page.key(Qt.Key.Key_Space)
    bridge.run()
    assert core.log == [("sitting.pause",), ("sitting.resume",)]


def test_escape_asks_and_takes_the_question_back(
    page: SittingPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page.activateWindow()
    assert page.key(Qt.Key.Key_Escape)
    assert page.running.keep.isVisible()
    qtbot.waitUntil(page.running.back.hasFocus)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Space):
        page.key(key)
        assert not page.running.keep.isVisible()
        assert page.running.pause.hasFocus(), "Space pauses now, and ends nothing"
        page.running.end.click()
    bridge.run()
    assert core.log == []


def test_without_a_sitting_keys_are_left_alone(page: SittingPage, bridge: HandBridge) -> None:
    assert not page.key(Qt.Key.Key_B)
    for running in (replace(RUNNING, ended=True), None):
        bridge.tell(SittingChanged(running))
        assert not page.key(Qt.Key.Key_Space)
        assert not page.key(Qt.Key.Key_Escape)

"""A sitting that nobody touches grows dark, and its end takes a note."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop_app.base.sittings import Guided, Preset
from desktop_app.services.events import RunningSitting, SittingChanged
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.pages.sitting import SittingPage
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

EVENING = Preset("Evening sitting", length=1200, settle=10, bell_every=300, ambience="rain")
RUNNING = RunningSitting(EVENING, 1210, (10, 310, 610, 910, 1210), (), elapsed=754, at=1000)
ENDED = replace(RUNNING, elapsed=1210, ended=True, kept=4, before="Steps 6 & 7")


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def page(
    look: Look, bridge: HandBridge, core: HandCore, clock: HandClock, qtbot: QtBot
) -> SittingPage:
    core.sitting.answers["current"] = RUNNING
    page = SittingPage(look, bridge, clock)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 728)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def darken(page: SittingPage) -> None:
    page.resting.rest.timeout.emit()
    while page.glow.sunk < 1:
        page.resting.step.timeout.emit()


def touch(page: SittingPage, key: Qt.Key) -> None:
    window = page.windowHandle()
    assert window is not None
    QTest.keyClick(window, key)


def test_it_grows_dark_by_steps_and_a_key_brings_it_back(page: SittingPage) -> None:
    assert page.resting.rest.isActive()
    darken(page)
    assert page.resting.dark
    assert page.glow.isVisible()
    assert page.glow.geometry() == page.rect()
    assert page.glow.cursor().shape() == Qt.CursorShape.BlankCursor
    assert not page.resting.step.isActive(), "nothing moves while it is dark"
    touch(page, Qt.Key.Key_A)
    assert not page.glow.isVisible()
    assert page.resting.rest.isActive()


def test_a_pointer_that_moves_brings_the_light_and_its_first_press_does_no_more(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    window = page.windowHandle()
    assert window is not None
    darken(page)
    QTest.mouseMove(window, QPoint(11, 12))
    assert not page.glow.isVisible()
    middle = page.running.pause.mapTo(page, page.running.pause.rect().center())
    QTest.mouseMove(window, middle)
    darken(page)
    QTest.mousePress(window, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseRelease(window, Qt.MouseButton.LeftButton, pos=middle)
    bridge.run()
    assert not page.glow.isVisible()
    assert core.log == []


def test_what_glows_goes_on(page: SittingPage, clock: HandClock) -> None:
    darken(page)
    before = page.grab().toImage()
    clock.advance(60)
    page.tick()
    after = page.grab().toImage()
    assert page.running.ring.time.text() == "6:36"
    assert before != after
    assert after.pixelColor(2, 2).lightness() < 20


def test_it_stays_light_while_it_is_paused_or_asks(page: SittingPage, bridge: HandBridge) -> None:
    page.running.end.click()
    assert not page.resting.rest.isActive()
    page.running.back.click()
    assert page.resting.rest.isActive()
    bridge.tell(SittingChanged(replace(RUNNING, paused=True)))
    assert not page.resting.rest.isActive()
    bridge.tell(SittingChanged(RUNNING))
    page.hide()
    assert not page.resting.rest.isActive()


def test_an_end_in_the_dark_stays_there_until_a_touch(
    page: SittingPage, bridge: HandBridge
) -> None:
    darken(page)
    bridge.tell(SittingChanged(ENDED))
    assert page.resting.dark
    assert page.over.over.isVisible()
    touch(page, Qt.Key.Key_A)
    assert not page.glow.isVisible()
    assert not page.resting.rest.isActive()


def test_the_volume_is_turned_where_something_sounds(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    assert page.running.loud.text() == "Rain 70 %"
    page.running.louder.click()
    assert page.key(Qt.Key.Key_Down)
    QTest.keyClick(page._area, Qt.Key.Key_Down)
    bridge.run()
    volumes = [call[1] for call in core.log]
    assert volumes == [0.75, 0.7, 0.65]
    bridge.tell(SittingChanged(replace(RUNNING, paused=True)))
    assert page.running.loud.text() == "Rain 65 %", "what was turned stays"
    silent = replace(RUNNING, preset=replace(EVENING, ambience=None))
    bridge.tell(SittingChanged(silent))
    assert not page.running.loud.isVisible()
    assert not page.key(Qt.Key.Key_Down)


@pytest.mark.parametrize(("volume", "steps", "now"), [(1, 1, 1), (0.03, -1, 0), (0.7, 1, 0.75)])
def test_a_press_turns_a_little(volume: float, steps: int, now: float) -> None:
    assert sitting_words.turned(volume, steps) == now


def test_the_next_look_is_when_the_words_change() -> None:
    assert sitting_words.next_look(RUNNING, 1000) == pytest.approx(1.01)
    assert sitting_words.next_look(RUNNING, 1000.75) == pytest.approx(0.26)


def test_what_is_left_is_told_when_it_is_asked_for(page: SittingPage) -> None:
    assert sitting_words.left(RUNNING, 1000.5) == "7 minutes 36 seconds left"
    assert page.key(Qt.Key.Key_T)


def test_five_minutes_more_while_it_runs_and_after(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    page.running.more.click()
    assert page.key(Qt.Key.Key_Plus)
    bridge.tell(SittingChanged(ENDED))
    page.over.more.click()
    assert page.key(Qt.Key.Key_Plus)
    bridge.run()
    assert core.log == [("sitting.extend",)] * 4
    bridge.tell(SittingChanged(replace(RUNNING, total=1510)))
    assert page.running.isVisible()


def test_a_note_is_kept_once(
    page: SittingPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    bridge.tell(SittingChanged(ENDED))
    page.over.note.setText(" Quiet. ")
    page.hide()
    page.show()
    with qtbot.waitSignal(page.open_page) as opened:
        QTest.keyClick(page.over.note, Qt.Key.Key_Return)
    bridge.run()
    assert opened.args == ["meditations", None]
    assert core.log == [("sittings.note", 4, "Quiet."), ("sitting.dismiss",)]


def test_a_note_is_kept_when_no_more_is_typed(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(SittingChanged(ENDED))
    QTest.keyClicks(page.over.note, "Quiet.")
    assert page.over.soon.isActive()
    page.over.soon.timeout.emit()
    bridge.run()
    assert core.log == [("sittings.note", 4, "Quiet.")]
    assert not page.over.soon.isActive()


def test_leaving_for_another_page_keeps_the_note(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(SittingChanged(ENDED))
    page.over.note.setText("Quiet.")
    page.hidden()
    bridge.run()
    assert core.log == [("sittings.note", 4, "Quiet."), ("sitting.dismiss",)]
    page.hidden()
    assert bridge.waiting == []


def test_what_played_before_can_go_on(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(SittingChanged(ENDED))
    assert page.over.go_on.text() == "Go on with “Steps 6 & 7”"
    page.over.go_on.click()
    bridge.run()
    assert core.log == [("listening.resume",), ("sitting.dismiss",)]


def test_without_an_entry_there_is_no_field(page: SittingPage, bridge: HandBridge) -> None:
    bridge.tell(SittingChanged(replace(ENDED, kept=None, before="")))
    assert page.over.done.isVisible()
    assert not page.over.note.isVisible()
    assert not page.over.go_on.isVisible()


def test_a_long_time_fits_the_ring_and_a_talk_is_named(
    page: SittingPage, bridge: HandBridge
) -> None:
    guided = replace(EVENING, guided=Guided(3, "A quiet hour", 900))
    bridge.tell(SittingChanged(replace(RUNNING, preset=guided, total=4_500, elapsed=0)))
    ring = page.running.ring
    ring.set_side(180)
    ring.resize(180, 180)
    assert ring.time.text() == "1:15:00"
    assert ring.time.fontMetrics().horizontalAdvance("1:15:00") < 140
    assert page.running.guided.text() == "A quiet hour"

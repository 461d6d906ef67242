"""The sitting's page in the room it has; what is read aloud; where the keyboard goes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Guided, Preset
from desktop_app.services.events import Notice, RunningSitting, SittingChanged
from desktop_app.ui.pages import sitting_words
from desktop_app.ui.pages.sitting import SittingPage
from tests.support.clock import HandClock

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

EVENING = Preset("Evening sitting", length=1200, settle=10, bell_every=300, ambience="rain")
RUNNING = RunningSitting(EVENING, 1210, (10, 310, 610, 910, 1210), (), elapsed=754, at=1000)
ENDED = replace(RUNNING, elapsed=1210, ended=True, kept=4)
LONGER = replace(RUNNING, preset=replace(EVENING, length=1500), total=1510)
LONG = "Let the breath come and go by itself, as long and as slow as it likes, without a word."


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> SittingPage:
    core.sitting.answers["current"] = RUNNING
    page = SittingPage(look, bridge, HandClock())
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1049, 728)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def middle(part: QWidget, page: SittingPage) -> QPoint:
    return part.mapTo(page, part.rect().center())


def test_its_places_are_those_of_the_picture(page: SittingPage, qtbot: QtBot) -> None:
    run = page.running
    qtbot.waitUntil(lambda: run.ring.width() > 300)
    for part, high in ((run.preset, 122), (run.ring, 329), (run.pause, 555), (run.details, 607)):
        assert abs(middle(part, page).y() - high) <= 4
    assert abs(middle(run.ring, page).x() - 524) <= 2
    assert run.ring.box.width() == 316


@pytest.mark.parametrize(("percent", "wide", "high"), [(100, 488, 428), (200, 854, 636)])
def test_all_of_it_is_seen_in_a_small_window_and_in_large_letters(
    page: SittingPage, look: Look, qtbot: QtBot, percent: int, wide: int, high: int
) -> None:
    page.resize(wide, high)
    look.follow(replace(look.settings, text_percent=percent))
    run = page.running
    qtbot.waitUntil(lambda: run.ring.box.width() < 316 * percent / 100)
    qtbot.waitUntil(lambda: page._area.verticalScrollBar().maximum() <= 8)
    for part in (run.preset, run.pause, run.end, run.more, run.fill):
        assert page.rect().contains(middle(part, page))


def test_what_played_before_is_named_as_the_room_allows(
    page: SittingPage, bridge: HandBridge, look: Look, qtbot: QtBot
) -> None:
    before = "Chris R. — Steps 6 & 7 at the Founders' Day"
    bridge.tell(SittingChanged(replace(ENDED, before=before)))
    go_on = page.over.go_on
    assert go_on.text() == "Go on with “Chris R. — Steps 6 & 7 at the F…”"
    page.resize(488, 336)
    look.follow(replace(look.settings, text_percent=200))
    qtbot.waitUntil(lambda: 0 < go_on.width() <= 400)
    assert page.rect().contains(middle(page.over.over, page).x(), 1)
    inner = page._area.widget()
    assert inner is not None
    assert inner.width() <= 488
    assert go_on.text().startswith("Go on with “Chris")
    assert go_on.accessibleName() == f"Go on with “{before}”"


def test_long_words_wrap_in_the_middle(page: SittingPage, bridge: HandBridge, qtbot: QtBot) -> None:
    bridge.tell(SittingChanged(replace(RUNNING, prompts=(Chapter(0, LONG),))))
    prompt = page.running.prompt
    assert prompt.text() == LONG
    qtbot.waitUntil(lambda: prompt.width() == 620)
    assert abs(middle(prompt, page).x() - 524) <= 2
    assert prompt.height() >= prompt.heightForWidth(620)


def test_a_talk_that_gave_its_name_is_named_once(page: SittingPage, bridge: HandBridge) -> None:
    own = replace(EVENING, name="A quiet hour", guided=Guided(3, "A quiet hour"))
    bridge.tell(SittingChanged(replace(RUNNING, preset=own)))
    assert page.running.preset.text() == "A quiet hour"
    assert not page.running.guided.isVisible()


def test_the_keyboard_comes_to_no_button_at_the_end(
    page: SittingPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    page.activateWindow()
    page.running.pause.setFocus()
    qtbot.waitUntil(page.running.pause.hasFocus)
    bridge.tell(SittingChanged(ENDED))
    assert page.over.note.hasFocus()
    bridge.tell(SittingChanged(replace(RUNNING, total=1510)))
    assert page.running.pause.hasFocus()
    bridge.tell(SittingChanged(replace(ENDED, kept=None)))
    assert not page.over.done.hasFocus()
    assert page._area.hasFocus()


def test_a_question_is_not_kept_for_the_next_visit(page: SittingPage) -> None:
    page.running.end.click()
    page.hidden()
    assert not page.running.asking
    assert page.running.pause.isVisible()


def test_a_line_that_comes_is_seen_in_the_dark(page: SittingPage, bridge: HandBridge) -> None:
    page.resting.rest.timeout.emit()
    page.resting.step.timeout.emit()
    assert page.glow.isVisible()
    bridge.tell(Notice("This sitting has no sound: no output device"))
    assert not page.glow.isVisible()
    assert page.resting.rest.isActive()


def test_it_stays_light_for_a_screen_reader(page: SittingPage) -> None:
    QAccessible.setActive(True)
    try:
        page.resting.rest.timeout.emit()
    finally:
        QAccessible.setActive(False)
    assert not page.resting.step.isActive()
    assert not page.glow.isVisible()


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (None, {}, ""),
        ({}, {"elapsed": 800}, ""),
        ({}, {"paused": True}, "Paused"),
        ({"paused": True}, {}, "Going on"),
        ({}, {"total": 1510, "preset": LONGER.preset}, "12 minutes 36 seconds left"),
        ({}, {"ended": True, "elapsed": 1210}, "You sat 20 minutes"),
        ({"ended": True}, {"ended": True, "kept": 3}, ""),
    ],
)
def test_what_a_screen_reader_is_told(
    look: Look, before: dict[str, object] | None, now: dict[str, object], said: str
) -> None:
    past = None if before is None else replace(RUNNING, **before)  # type: ignore[arg-type]
    assert sitting_words.news(past, replace(RUNNING, **now)) == said  # type: ignore[arg-type]


def test_a_question_stays_while_it_is_made_longer(page: SittingPage, bridge: HandBridge) -> None:
    page.running.end.click()
    bridge.tell(SittingChanged(LONGER))
    assert page.running.asking
    assert page.running.details.text() == "End the sitting here?"


def test_a_name_changes_once_a_minute(look: Look) -> None:
    said = {sitting_words.moment(RUNNING, 1000 + second).aloud for second in range(30)}
    assert said == {"8 minutes left"}
    assert sitting_words.moment(RUNNING, 1430).aloud == "less than a minute left"


def test_what_was_turned_down_stays_so_when_it_is_made_longer(
    page: SittingPage, bridge: HandBridge, core: HandCore
) -> None:
    page.running.softer.click()
    bridge.tell(SittingChanged(LONGER))
    assert page.running.loud.text() == "Rain 65 %"
    over = replace(LONGER, elapsed=1510, ended=True, kept=4)
    bridge.tell(SittingChanged(over))
    bridge.tell(SittingChanged(replace(LONGER, total=1810, elapsed=1510)))
    bridge.run()
    assert core.log == [("sitting.set_ambience_volume", 0.65)] * 2
    bridge.tell(SittingChanged(over))
    bridge.tell(SittingChanged(replace(RUNNING, elapsed=0)))
    assert page.running.loud.text() == "Rain 70 %", "another one begins as it is"

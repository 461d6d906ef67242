"""The page of bells and sounds: one at a time, silent when left and while somebody sits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.base.errors import KnownError
from desktop_app.base.sittings import Preset
from desktop_app.services.events import Hearing, RunningSitting, SittingChanged
from desktop_app.ui.pages.sounds import SoundsPage
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

RUNNING = RunningSitting(Preset("Mine", 600, id=1), 600, (), (), 0, 0)


@pytest.fixture
def page(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> SoundsPage:
    """The page with three bells and two ambiences."""
    page = SoundsPage(look, bridge)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.shown(None)
    bridge.run()
    core.log.clear()
    return page


def test_each_sound_has_its_words_and_a_button(page: SoundsPage) -> None:
    assert [row.sound for row in page.rows] == ["bowl", "bell", "wood", "rain", "sea"]
    assert page.rows[3].button.accessibleName() == "Hear it: Rain"


def test_one_sounds_at_a_time(page: SoundsPage, bridge: HandBridge, core: HandCore) -> None:
    page.rows[0].button.click()
    bridge.run()
    bridge.tell(Hearing("bowl"))
    assert [row.button.text() for row in page.rows] == ["Stop"] + ["Hear it"] * 4
    page.rows[4].button.click()
    bridge.run()
    bridge.tell(Hearing("sea"))
    assert [row.button.text() for row in page.rows] == ["Hear it"] * 4 + ["Stop"]
    page.volume.more.click()
    page.rows[4].button.click()
    bridge.run()
    assert core.log == [
        ("sounds.hear", "bowl", 0.7), ("sounds.hear", "sea", 0.7), ("sounds.set_volume", 0.8),
        ("sounds.hush",),
    ]  # fmt: skip
    assert {row.button.text() for row in page.rows} == {"Hear it"}


def test_it_is_silent_when_it_is_left_or_hidden(
    page: SoundsPage, bridge: HandBridge, core: HandCore
) -> None:
    bridge.tell(Hearing("sea"))
    page.hidden()
    bridge.run()
    assert core.log == [("sounds.hush",)]
    bridge.tell(Hearing("rain"))
    page.hide()
    bridge.run()
    assert core.log == [("sounds.hush",)] * 2


def test_what_was_about_to_sound_falls_silent_when_the_page_is_left(
    page: SoundsPage, bridge: HandBridge, core: HandCore
) -> None:
    page.rows[3].button.click()
    assert page.rows[3].button.text() == "One moment…"
    page.hidden()
    assert page.rows[3].button.text() == "Hear it"
    bridge.run()
    assert core.log == [("sounds.hear", "rain", 0.7), ("sounds.hush",)]


def test_of_several_that_were_pressed_at_once_the_last_one_sounds(
    page: SoundsPage, bridge: HandBridge, core: HandCore
) -> None:
    for row in (3, 0, 4):
        page.rows[row].button.click()
    bridge.run()
    assert core.log == [("sounds.hear", "rain", 0.7), ("sounds.hear", "sea", 0.7)]
    core.log.clear()
    page.rows[1].button.click()
    page.rows[1].button.click()
    bridge.run()
    assert core.log == [("sounds.hear", "bell", 0.7), ("sounds.hush",)]


def test_escape_silences_first_and_then_leads_back(
    page: SoundsPage, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    bridge.tell(Hearing("sea"))
    assert page.key(Qt.Key.Key_Escape)
    bridge.run()
    assert core.log == [("sounds.hush",)]
    with qtbot.waitSignal(page.open_page) as opened:
        assert page.key(Qt.Key.Key_Escape)
    assert opened.args == ["meditations", None]
    assert not page.key(Qt.Key.Key_M)


def test_while_a_sitting_runs_it_says_so(
    page: SoundsPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    bridge.tell(SittingChanged(RUNNING))
    assert page.busy.isVisible()
    assert not any(row.button.isEnabled() for row in page.rows)
    bridge.tell(Hearing(""))
    assert not any(row.button.isEnabled() for row in page.rows)
    with qtbot.waitSignal(page.open_page) as opened:
        page.busy.press()
    assert opened.args == ["sitting", None]
    bridge.tell(SittingChanged(None))
    assert not page.busy.isVisible()
    assert all(row.button.isEnabled() for row in page.rows)


def test_a_sitting_that_ran_before_is_known(
    page: SoundsPage, bridge: HandBridge, core: HandCore
) -> None:
    core.sitting.answers["current"] = RUNNING
    page.shown(None)
    bridge.run()
    assert page.busy.isVisible()


def test_a_refusal_is_a_line(page: SoundsPage, bridge: HandBridge, core: HandCore) -> None:
    core.sounds.answers["hear"] = KnownError("No sound can be made", "", "Plug something in.")
    page.rows[0].button.click()
    bridge.run()
    assert page.notice.isVisible()


def test_without_an_answer_it_can_be_tried_again(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    page = SoundsPage(look, bridge)
    qtbot.addWidget(page)
    page.show()
    core.sounds.answers["names"] = KnownError("Nobody answers")
    page.shown(None)
    assert page.rest.isVisible()
    bridge.run()
    assert not page.columns.isVisible()
    core.sounds.answers["names"] = (("bowl",), ())
    page.waiting.findChildren(Button)[0].click()
    bridge.run()
    assert page.columns.isVisible()

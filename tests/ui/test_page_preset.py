"""The page of a sitting: made, changed, heard, begun, kept, left, removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.base.sittings import Guided, Preset
from desktop_app.services.events import Hearing
from desktop_app.ui.look.sitting_with import guided_of, sitting_with
from desktop_app.ui.pages.meditations import MeditationsPage
from desktop_app.ui.pages.preset import PresetPage
from desktop_app.ui.pages.preset_work import NEW
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.windows.frame import Frame
from desktop_app.ui.windows.main_window import MainWindow
from desktop_app.ui.windows.sight import Sight
from tests.support.hand import HandBridge, HandCore, episode

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

EVENING = Preset("Evening sitting", 1200, settle=10, bell_every=300, ambience="rain", id=2,
                 built_in="evening")  # fmt: skip
LAST = Preset("Mine", 600, id=7)


@pytest.fixture
def stocked(core: HandCore) -> HandCore:
    """Two presets and three meditations."""
    core.presets.answers.update(
        all=(EVENING, LAST),
        get=lambda number: {2: EVENING, 7: LAST}[number],
        bells=((10.0, 1), (310.0, 1), (1210.0, 3)),
        save=lambda preset: preset.id or 31,
    )
    core.episodes = [
        episode(number, kind=FeedKind.MEDITATIONS, title=f"Scan {number}", duration=1560.0)
        for number in (41, 42, 43)
    ]
    return core


@pytest.fixture
def page(look: Look, bridge: HandBridge, stocked: HandCore, qtbot: QtBot) -> PresetPage:
    """The page, not yet about anything."""
    page = PresetPage(look, bridge)
    bridge.happened.connect(page.heard)
    qtbot.addWidget(page)
    page.resize(1050, 820)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    return page


def visit(page: PresetPage, bridge: HandBridge, argument: object) -> list[tuple[str, object]]:
    """Show the page; return where it leads from then on."""
    opened: list[tuple[str, object]] = []
    page.open_page.connect(lambda name, value: opened.append((name, value)))
    page.shown(argument)
    bridge.run()
    return opened


def type_into(page: PresetPage, name: str, text: str) -> None:
    """Put a text into a field as a person does."""
    box = page.form.boxes[name]
    box.take_keyboard()
    box.set_text(text)  # type: ignore[attr-defined]  # each of them has it
    box.edited.emit()


def said(core: HandCore, what: str) -> list[tuple[Any, ...]]:
    """Return the calls of this name."""
    return [each for each in core.log if each[0] == what]


def press(page: PresetPage, group: str, words: str) -> None:
    """Press the chip that says this in a choice."""
    chips = getattr(page.form, group).findChildren(Chip)
    next(each for each in chips if each.text() == words).click()


def test_shows_a_preset_and_its_bells_in_a_line(page: PresetPage, bridge: HandBridge) -> None:
    page.shown(2)
    assert page.rest.isVisible()
    assert not page.foot.isVisible()
    bridge.run()
    assert not page.rest.isVisible()
    assert page.title.text() == "Evening sitting"
    assert page.form.name.text() == "Evening sitting"
    assert (page.form.length.text(), page.form.every.text()) == ("20", "5")
    assert page.form.bell.value() == "bowl"
    assert page.form.volume.shown.text() == "70 %"
    assert page.foot.line.text() == "Bells at 0:10, 5:10. 3 strokes at 20:10."
    assert page.foot.remove.isVisible()
    assert not page.foot.as_it_was.isVisible()
    assert not page.changed


def test_one_that_is_gone_is_said_with_a_way_to_try_again(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    core.presets.answers["get"] = KnownError("This sitting is not there any more")
    visit(page, bridge, 2)
    assert page.rest.isVisible()
    assert not page.changed
    core.presets.answers["get"] = EVENING
    page.waiting.findChildren(Button)[0].click()
    bridge.run()
    assert page.foot.isVisible()


def test_what_is_changed_is_saved_and_leads_to_the_cards(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    opened = visit(page, bridge, 2)
    type_into(page, "name", "At dusk")
    page.form.length.more.click()
    press(page, "bell", "Wood block")
    press(page, "end", "1 stroke")
    press(page, "settle", "1 min")
    press(page, "ambience", "Sea")
    page.form.volume.less.click()
    type_into(page, "every", "")
    type_into(page, "at", "5, 12:30")
    type_into(page, "prompts", "0:30 Breathe.")
    assert page.changed
    page.foot.save.click()
    bridge.run()
    ((_name, kept),) = said(core, "presets.save")
    assert kept == replace(
        EVENING, name="At dusk", length=1500.0, bell="wood", end_strikes=1, settle=60.0,
        ambience="sea", ambience_volume=0.6, bell_every=None, bell_at=(300.0, 750.0),
        prompts=kept.prompts,
    )  # fmt: skip
    assert [(each.start, each.title) for each in kept.prompts] == [(30.0, "Breathe.")]
    assert opened == [("meditations", None)]
    assert not page.changed


def test_a_mistake_stands_at_its_field_and_loses_nothing(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    type_into(page, "length", "soon")
    assert page.form.length.fault.isHidden()
    QTest.keyClick(page.form.length.field, Qt.Key.Key_Tab)
    assert page.form.length.fault.isVisible()
    assert "Minutes" in page.form.length.field.accessibleDescription()
    page.foot.save.click()
    bridge.run()
    assert page.form.length.field.hasFocus()
    assert page.form.length.text() == "soon"
    assert said(core, "presets.save") == []
    page.foot.begin.click()
    bridge.run()
    assert said(core, "sitting.begin") == []
    type_into(page, "length", "30")
    assert page.form.length.fault.isHidden()


def test_while_one_types_nothing_is_wrong_and_the_line_stays(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    form, said_before = page.form, page.foot.line.text()
    below = form.settle.mapTo(page, QPoint()).y()
    type_into(page, "length", "")
    for letter in "0.":
        QTest.keyClicks(form.length.field, letter)
        bridge.run()
        assert all(box.fault.isHidden() for box in form.boxes.values())
        assert (page.foot.line.isVisible(), page.foot.line.text()) == (True, said_before)
    core.presets.answers["bells"] = ((40.0, 1),)
    QTest.keyClicks(form.length.field, "5")
    bridge.run()
    assert page.foot.line.text() == "Bell at 0:40."
    type_into(page, "at", "0:20")
    type_into(page, "length", "0")
    QTest.keyClick(form.length.field, Qt.Key.Key_Tab)
    assert form.length.fault.text() == "It has to last a little."
    QApplication.processEvents()
    assert form.settle.mapTo(page, QPoint()).y() == below, "no row jumps"
    type_into(page, "length", "0.2")
    assert form.length.fault.isHidden()
    assert form.at.fault.isHidden(), "not while one types elsewhere"
    form.length.more.setFocus()
    assert form.at.fault.text() == "Some lie after the end of the sitting."


def test_several_lines_of_mistakes_keep_their_room_while_one_mends_them(
    page: PresetPage, bridge: HandBridge
) -> None:
    visit(page, bridge, 2)
    words = page.form.prompts
    type_into(page, "prompts", "one\ntwo\nthree")
    high = words.sizeHint().height()
    page.foot.save.click()
    assert words.fault.text().count("\n") == 2
    assert words.sizeHint().height() > high
    high = words.sizeHint().height()
    type_into(page, "prompts", "0:30 Breathe.")
    assert words.fault.isHidden()
    assert words.sizeHint().height() == high


@pytest.mark.parametrize(
    ("reason", "left"),
    [
        (Qt.FocusReason.ActiveWindowFocusReason, 0),
        (Qt.FocusReason.PopupFocusReason, 0),
        (Qt.FocusReason.MouseFocusReason, 1),
    ],
)
def test_another_window_is_no_other_place(
    page: PresetPage, reason: Qt.FocusReason, left: int
) -> None:
    heard: list[bool] = []
    page.form.left.connect(lambda: heard.append(True))
    QApplication.sendEvent(page.form.length.field, QFocusEvent(QEvent.Type.FocusOut, reason))
    assert len(heard) == left


def test_what_the_plan_refuses_is_said_in_the_line(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    core.presets.answers["bells"] = KnownError("This sitting cannot begin", "", "Choose less.")
    type_into(page, "length", "1440")
    bridge.run()
    assert page.foot.line.text() == "This sitting cannot begin. Choose less."


def test_a_refused_save_is_a_line_and_the_page_stays(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    opened = visit(page, bridge, 2)
    core.presets.answers["save"] = KnownError("This sitting was removed meanwhile")
    page.foot.save.click()
    bridge.run()
    assert page.notice.isVisible()
    assert opened == []


def test_a_new_one_needs_a_name_to_be_kept_but_not_to_be_begun(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    opened = visit(page, bridge, NEW)
    assert page.title.text() == "New sitting"
    assert not page.foot.remove.isVisible()
    QTest.keyClick(page.form.name.field, Qt.Key.Key_Tab)
    assert page.form.name.fault.isHidden()
    page.foot.save.click()
    assert page.form.name.fault.text() == "It needs a name."
    page.foot.begin.click()
    bridge.run()
    assert said(core, "sitting.begin") == [("sitting.begin", replace(NEW, name="Sitting"))]
    assert opened == [("sitting", None)]
    assert page.leaving(lambda: None)
    type_into(page, "name", "Mine")
    QTest.keyClick(page.form.name.field, Qt.Key.Key_Return)
    bridge.run()
    assert said(core, "presets.save") == [("presets.save", replace(NEW, name="Mine"))]
    assert opened[-1] == ("meditations", None)


def test_on_the_way_back_a_saved_new_one_is_not_new_again(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, NEW)
    type_into(page, "name", "Mine")
    page.foot.save.click()
    bridge.run()
    core.presets.answers["get"] = lambda number: replace(NEW, name="Mine", id=number)
    page.returned(NEW)
    bridge.run()
    assert ("presets.get", 31) in core.log
    assert page.title.text() == "Mine"
    page.shown(NEW)
    bridge.run()
    assert page.title.text() == "New sitting"


def test_sounds_are_heard_at_once_and_fall_silent(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    page.form.hear_bell.click()
    bridge.run()
    bridge.tell(Hearing("bowl"))
    assert page.form.hear_bell.text() == "Stop"
    assert page.form.hear_bell.accessibleName() == "Stop: Bowl"
    page.form.hear_sound.click()
    bridge.run()
    bridge.tell(Hearing("rain"))
    assert page.form.hear_bell.text() == "Hear it"
    page.form.volume.more.click()
    press(page, "ambience", "Sea")
    bridge.run()
    sounds = [each for each in core.log if each[0].startswith("sounds.")]
    assert sounds[1:] == [
        ("sounds.hear", "bowl", 0.7), ("sounds.hear", "rain", 0.7), ("sounds.set_volume", 0.8),
        ("sounds.hush",), ("sounds.hear", "sea", 0.8),
    ]  # fmt: skip
    bridge.tell(Hearing("sea"))
    page.hidden()
    bridge.run()
    assert core.log[-1] == ("sounds.hush",)
    press(page, "bell", "No bells")
    assert page.form.hear_bell.isHidden()
    assert page.form.every.isHidden()


def test_a_bell_that_rang_out_can_be_struck_again(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    page.form.hear_bell.click()
    bridge.run()
    bridge.tell(Hearing("bowl"))
    page.ear.rung_out.timeout.emit()
    assert page.form.hear_bell.text() == "Hear it"
    core.sounds.answers["hear"] = KnownError("A sitting is under way", "", "Listen after it.")
    page.form.hear_bell.click()
    bridge.run()
    assert "A sitting is under way" in page.notice.accessibleName()


def test_a_guided_meditation_is_searched_and_chosen(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 7)
    guided = page.form.guided
    assert not guided.open
    guided.choose.click()
    bridge.run()
    assert core.asked[-1][0] == EpisodeQuery(kind=FeedKind.MEDITATIONS)
    assert guided.field.hasFocus()
    QTest.keyClicks(guided.field, "scan")
    guided.pause.timeout.emit()
    bridge.run()
    assert core.asked[-1][0] == EpisodeQuery(kind=FeedKind.MEDITATIONS, text="scan")
    QTest.keyClick(guided.field, Qt.Key.Key_Down)
    QTest.keyClick(guided.list.view, Qt.Key.Key_Return)
    assert not guided.open
    assert guided.title.text() == "Scan 41"
    assert guided.line.text() == "26 min; the sitting lasts as long as it does"
    type_into(page, "length", "30")
    assert guided.line.text() == "26 min, then 4 min of silence"
    page.foot.save.click()
    bridge.run()
    ((_name, kept),) = said(core, "presets.save")
    assert kept.guided == Guided(41, "Scan 41", 1560.0)
    guided.choose.click()
    QTest.keyClick(guided.field, Qt.Key.Key_Escape)
    assert not guided.open
    guided.none.click()
    assert guided.guided is None


def test_leaving_with_changes_asks_in_a_line(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    gone: list[str] = []
    assert page.leaving(lambda: gone.append("unasked"))
    type_into(page, "name", "Other")
    assert not page.leaving(lambda: gone.append("stayed"))
    assert page.foot.leaving.save.isVisible()
    assert not page.foot.save.isVisible()
    QTest.keyClick(page.foot.leaving.save, Qt.Key.Key_Escape)
    assert page.foot.save.isVisible()
    assert not page.leaving(lambda: gone.append("saved"))
    page.foot.leaving.save.click()
    bridge.run()
    assert gone == ["saved"]
    assert len(said(core, "presets.save")) == 1
    type_into(page, "name", "Third")
    assert not page.leaving(lambda: gone.append("dropped"))
    page.foot.leaving.drop.click()
    assert gone == ["saved", "dropped"]
    assert page.form.name.text() == "Other"
    type_into(page, "length", "x")
    assert not page.leaving(lambda: gone.append("wrong"))
    page.foot.leaving.save.click()
    bridge.run()
    assert gone == ["saved", "dropped"]
    assert page.form.length.fault.isVisible()


def test_the_window_lets_the_page_ask(
    look: Look, bridge: HandBridge, stocked: HandCore, qtbot: QtBot
) -> None:
    makers = {"meditations": MeditationsPage, "preset": PresetPage}
    window = MainWindow(look, bridge, makers)
    qtbot.addWidget(window)
    window.show()
    window.start("meditations")
    window.open("preset", 7)
    bridge.run()
    page = window.page
    assert isinstance(page, PresetPage)
    type_into(page, "name", "Other")
    window.open("meditations")
    window.back()
    assert window.page is page
    page.foot.leaving.drop.click()
    assert window.place == ("meditations", None)


def test_plain_keys_of_the_window_begin_sittings_but_not_from_a_field(
    look: Look, bridge: HandBridge, stocked: HandCore, qtbot: QtBot
) -> None:
    makers = {"meditations": MeditationsPage, "preset": PresetPage}
    window = MainWindow(look, bridge, makers)
    qtbot.addWidget(window)
    window.show()
    window.start("meditations")
    bridge.run()
    opened: list[str] = []
    page = window.page
    assert isinstance(page, MeditationsPage)
    page.open_page.disconnect()
    page.open_page.connect(lambda name, _value: opened.append(name))
    QTest.keyClick(window, Qt.Key.Key_2)
    bridge.run()
    assert said(stocked, "sitting.begin") == [("sitting.begin", LAST)]
    assert opened == ["sitting"]
    window.open("preset", NEW)
    bridge.run()
    form = window.page
    assert isinstance(form, PresetPage)
    QTest.keyClicks(form.form.name.field, "M2")
    bridge.run()
    assert form.form.name.text() == "M2"
    assert len(said(stocked, "sitting.begin")) == 1


def test_a_new_one_begins_with_its_name(page: PresetPage, bridge: HandBridge) -> None:
    visit(page, bridge, NEW)
    assert page.form.name.field.hasFocus()
    visit(page, bridge, 7)
    assert page.form.name.text() == "Mine"


def test_escape_and_cancel_lead_back(page: PresetPage, bridge: HandBridge) -> None:
    opened = visit(page, bridge, 2)
    page.foot.cancel.click()
    assert page.key(Qt.Key.Key_Escape)
    assert opened == [("meditations", None)] * 2
    assert not page.key(Qt.Key.Key_M)


def test_changes_stay_while_the_page_is_about_the_same(
    page: PresetPage, bridge: HandBridge
) -> None:
    visit(page, bridge, 2)
    type_into(page, "name", "Other")
    page.hidden()
    page.shown(2)
    bridge.run()
    assert page.form.name.text() == "Other"
    page.shown(7)
    bridge.run()
    assert page.form.name.text() == "Mine"


def test_one_that_was_removed_can_be_put_back(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    visit(page, bridge, 2)
    page.foot.remove.click()
    bridge.run()
    assert said(core, "presets.remove") == [("presets.remove", 2)]
    assert page.rest.isVisible()
    assert page.leaving(lambda: None)
    page.waiting.findChildren(Button)[0].click()
    bridge.run()
    assert said(core, "presets.put_back") == [("presets.put_back", EVENING, 7)]
    assert page.foot.isVisible()


def test_a_built_in_one_can_be_as_it_was_and_back(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    core.presets.answers["changed"] = frozenset({2})
    visit(page, bridge, 2)
    assert page.foot.as_it_was.isVisible()
    page.foot.as_it_was.click()
    bridge.run()
    assert said(core, "presets.restore") == [("presets.restore", 2)]
    assert page.notice.undo
    page.notice.press()
    bridge.run()
    assert said(core, "presets.save") == [("presets.save", EVENING)]


def test_a_low_window_has_the_buttons_below_the_fields(
    page: PresetPage, bridge: HandBridge, qtbot: QtBot
) -> None:
    visit(page, bridge, 2)
    assert page.foot.parentWidget() is page
    page.resize(700, 420)
    qtbot.waitUntil(lambda: page.body.indexOf(page.foot) >= 0)
    page.resize(700, 800)
    qtbot.waitUntil(lambda: page.foot.parentWidget() is page)


def test_sit_with_this_is_offered_for_meditations_only(
    look: Look, bridge: HandBridge, page: PresetPage
) -> None:
    actions = EpisodeActions(look, bridge, page)
    opened: list[tuple[str, object]] = []
    actions.open_page.connect(lambda name, value: opened.append((name, value)))
    talk, calm = episode(5), episode(6, title="Scan", kind=FeedKind.MEDITATIONS, duration=1501.0)
    words = {each.text(): each for each in actions.menu(calm, page).actions()}
    assert "Sit with this…" not in {each.text() for each in actions.menu(talk, page).actions()}
    words["Sit with this…"].trigger()
    made = Preset("Scan", 1560.0, settle=10.0, guided=Guided(6, "Scan", 1501.0))
    assert opened == [("preset", made)]
    opened = visit(page, bridge, made)
    assert page.form.guided.title.text() == "Scan"
    assert page.form.guided.line.text().startswith("25 min")
    page.foot.begin.click()
    bridge.run()
    assert opened == [("sitting", None)]


def test_a_talk_of_unknown_length_gives_ten_minutes() -> None:
    unknown = episode(6, title="Scan", duration=None)
    assert sitting_with(unknown, short=True).length == 600
    assert guided_of(unknown, short=True) == Guided(6, "Scan", None)


def test_pressed_twice_it_is_saved_once(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    opened = visit(page, bridge, NEW)
    type_into(page, "name", "Before work")
    bridge.run()
    page.foot.save.click()
    QTest.keyClick(page.form.name.field, Qt.Key.Key_Return)
    bridge.run()
    assert len(said(core, "presets.save")) == 1
    assert opened == [("meditations", None)]
    core.presets.answers["save"] = KnownError("The disk is full")
    page.foot.save.click()
    bridge.run()
    page.foot.save.click()
    bridge.run()
    assert len(said(core, "presets.save")) == 3, "a refusal must not be the last word"


def test_what_is_saved_late_leads_nobody_away_and_disturbs_no_other(
    page: PresetPage, bridge: HandBridge
) -> None:
    opened = visit(page, bridge, 2)
    page.foot.save.click()
    page.hide()
    bridge.run()
    assert opened == []
    page.show()
    page.foot.save.click()
    page.foot.remove.click()
    page.shown(7)
    save, remove, ask = bridge.waiting
    bridge.waiting[:] = [ask, save, remove]
    bridge.run()
    assert opened == []
    assert (page.title.text(), page.form.name.text()) == ("Mine", "Mine")
    assert page.foot.isVisible(), "the other one was removed, not this"


def test_one_that_was_removed_meanwhile_can_be_saved_as_a_new_one(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    def save(preset: Preset) -> int:
        if preset.id:
            raise KnownError("This sitting was removed meanwhile", "", "Save it as a new one.")
        return 31

    core.presets.answers.update(all=(LAST,), save=save)
    opened = visit(page, bridge, 2)
    type_into(page, "length", "25")
    bridge.run()
    page.foot.save.click()
    bridge.run()
    assert opened == []
    assert page.notice.says("This sitting was removed meanwhile")
    page.notice.press()
    bridge.run()
    kept = said(core, "presets.save")[-1][1]
    assert (kept.id, kept.built_in, kept.length) == (0, "", 1500)
    assert opened == [("meditations", None)]
    assert not page.changed


@pytest.mark.parametrize(
    ("choice", "typed", "kept"),
    [
        ("settle", "45", 45.0),
        ("settle", "7:30", 450.0),
        ("settle", "3600", 3600.0),
        ("settle", "3601", None),
        ("settle", "ten", None),
        ("settle", "", None),
        ("start", "12", 12),
        ("start", "45", None),
        ("end", "2 or 3", None),
    ],
)
def test_a_number_of_ones_own_is_taken_as_typed_or_said_to_be_none(
    page: PresetPage, bridge: HandBridge, choice: str, typed: str, kept: float | None
) -> None:
    visit(page, bridge, 2)
    one = getattr(page.form, choice)
    one.chips.findChildren(Chip)[-1].click()
    field, before = one.form.field, one.value()
    QTest.keyClicks(field, typed) if typed else QTest.keyClick(field, Qt.Key.Key_Delete)
    assert field.text() == typed
    QTest.keyClick(field, Qt.Key.Key_Return)
    if kept is None:
        assert one.form.wrong.text().startswith("A whole number from 0 to ")
        assert not one.form.wrong.isHidden()
        assert (one.value(), field.text()) == (before, typed)
        QTest.keyClick(field, Qt.Key.Key_Up)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert one.form.isHidden()
    assert one.value() == (kept if kept is not None else 0)


def test_fields_begin_where_the_chips_above_them_do(page: PresetPage, bridge: HandBridge) -> None:
    visit(page, bridge, 2)
    fields = (page.form.length, page.form.every, page.form.at)
    assert {each.field.x() for each in fields} == {0}


def test_without_any_meditation_it_says_where_they_come_from(
    page: PresetPage, bridge: HandBridge, core: HandCore
) -> None:
    core.episodes = []
    visit(page, bridge, 2)
    guided = page.form.guided
    guided.choose.click()
    bridge.run()
    assert "No guided meditations yet" in texts(guided)
    QTest.keyClicks(guided.field, "moon")
    guided.pause.timeout.emit()
    bridge.run()
    assert "No guided meditation has these words" in texts(guided)


def test_tab_goes_down_the_page(page: PresetPage, bridge: HandBridge, core: HandCore) -> None:
    core.sounds.answers["names"] = (("bowl", "wood"), ("rain", "sea"))
    visit(page, bridge, 2)
    at: QWidget | None = page.form.name.field
    seen: list[QWidget] = []
    while at is not None and at is not page.foot.save:
        seen.append(at)
        at = at.nextInFocusChain()
    form = page.form
    wanted = (form.settle, form.bell, form.start, form.every, form.ambience, form.volume)
    places = [seen.index(choice.findChildren(QWidget)[-1]) for choice in wanted]
    assert places == sorted(places)
    assert form.hear_sound.accessibleName() == "Hear it: Rain"


def texts(widget: QWidget) -> list[str]:
    """Return what is said in a widget and can be seen."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


@pytest.mark.parametrize("subject", [7, NEW])
def test_what_was_begun_with_changes_is_asked_about_only_on_the_page(
    look: Look, bridge: HandBridge, stocked: HandCore, qtbot: QtBot, subject: int | Preset
) -> None:
    window = MainWindow(look, bridge, {"meditations": MeditationsPage, "preset": PresetPage,
                                       "sitting": Page})  # fmt: skip
    sight = Sight(look, bridge, Frame(look.settings), window, lambda: False)
    qtbot.addWidget(window)
    window.show()
    window.start("preset", subject)
    bridge.run()
    page = window.page
    assert isinstance(page, PresetPage)
    type_into(page, "name", "Other")
    assert not sight.closing.may_close()
    page.foot.leaving.give_up()
    page.foot.begin.click()
    bridge.run()
    assert window.place == ("sitting", None)
    assert sight.closing.may_close()
    assert window.place == ("sitting", None)
    window.back()
    assert page.form.name.text() == "Other"
    assert not sight.closing.may_close()

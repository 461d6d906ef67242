"""Buttons, chips, cards, notices, lines: what they say and do, and how they wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.models.plain import Line, LinesModel
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.buttons import Button, Kind, RoundButton
from desktop_app.ui.widgets.cards import Bar, Card
from desktop_app.ui.widgets.chips import Chip, Chips
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.menu_chip import MenuChip
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge


def put(qtbot: QtBot, widget: QWidget, width: int = 300, height: int = 80) -> None:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
@pytest.mark.parametrize("kind", list(Kind))
def test_buttons_are_pressed_by_keys(look: Look, qtbot: QtBot, kind: Kind, key: Qt.Key) -> None:
    button = Button(look, "Continue", kind, icon=Icon.PLAY)
    put(qtbot, button)
    with qtbot.waitSignal(button.clicked, timeout=0):
        QTest.keyClick(button, key)


def test_a_button_without_words_has_a_name_and_a_tip(look: Look, qtbot: QtBot) -> None:
    button = RoundButton(look, Icon.PLAY, "Play")
    put(qtbot, button)
    assert (button.accessibleName(), button.toolTip()) == ("Play", "Play")
    assert button.sizeHint().width() == button.sizeHint().height() == 42


def test_a_button_shows_its_focus_its_tint_and_that_it_is_off(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Begin", Kind.CALM)
    put(qtbot, button, 120, 42)
    plain = button.grab().toImage()
    assert plain.pixelColor(60, 3).name() == look.palette.calm
    button.set_tint("bad")
    tinted = button.grab().toImage()
    button.setEnabled(False)
    off = button.grab().toImage()
    assert len({bytes(image.constBits()) for image in (plain, tinted, off)}) == 3


def test_text_follows_the_look_and_is_never_html(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "<b>Bold</b>", Role.TITLE)
    put(qtbot, text)
    assert text.textFormat() is Qt.TextFormat.PlainText
    light = text.grab().toImage()
    height = text.sizeHint().height()
    look.follow(Settings(theme=Theme.DARK, text_percent=200))
    assert text.sizeHint().height() > 1.5 * height
    assert text.grab().toImage() != light


def test_a_tone_can_be_changed(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "Words", Role.STRONG, Tone.SOFT)
    put(qtbot, text)
    soft = text.grab().toImage()
    text.set_tone(Tone.BAD)
    assert text.grab().toImage() != soft


def test_elided_text_shrinks_and_keeps_the_whole_as_a_tip(look: Look, qtbot: QtBot) -> None:
    text = Text(look, "A very long title indeed", elide=True)
    put(qtbot, text, 60)
    assert text.minimumSizeHint().width() < 60
    assert text.toolTip() == "A very long title indeed"


def test_one_chip_of_many_is_chosen(look: Look, qtbot: QtBot) -> None:
    chips = Chips(look, [("", "All"), ("AA", "AA"), ("NA", "NA")], name="Fellowship")
    put(qtbot, chips)
    chips.set_value("")
    all_, first, _second = chips.findChildren(Chip)
    with qtbot.waitSignal(chips.chosen, timeout=0) as chosen:
        first.click()
    assert chosen.args == ["AA"]
    first.click()
    assert chips.value() == "AA", "clicking the chosen one again changes nothing"
    assert not all_.isChecked()
    chips.set_options([("AA", "AA"), ("CA", "CA")])
    assert chips.value() == "AA"


def test_several_chips_are_switched_on_and_off(look: Look, qtbot: QtBot) -> None:
    chips = Chips(look, [(1, "Downloaded"), (2, "Not heard")], name="Only", several=True)
    put(qtbot, chips)
    seen: list[tuple[int, ...]] = []
    chips.chosen.connect(seen.append)
    one, two = chips.findChildren(Chip)
    for chip in (one, two, one):
        chip.click()
    assert seen == [(1,), (1, 2), (2,)]
    chips.set_values((1,))
    assert chips.values() == (1,)


def test_arrows_move_among_chips(look: Look, qtbot: QtBot) -> None:
    chips = Chips(look, [(1, "One"), (2, "Two")], name="Numbers")
    put(qtbot, chips)
    one, two = chips.findChildren(Chip)
    QTest.keyClick(one, Qt.Key.Key_Right)
    assert chips.focusWidget() is two
    QTest.keyClick(two, Qt.Key.Key_Right)
    assert chips.focusWidget() is one
    with qtbot.waitSignal(chips.chosen, timeout=0):
        QTest.keyClick(two, Qt.Key.Key_Return)


def test_a_menu_chip_is_on_while_something_is_chosen(look: Look, qtbot: QtBot) -> None:
    chip = MenuChip(look, "Step", [(0, "Any step"), (1, "Step 1"), (2, "Step 2")])
    put(qtbot, chip)
    assert (chip.text(), chip.isChecked()) == ("Step", False)
    chip.click()
    menu = chip.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert not chip.isChecked()
    with qtbot.waitSignal(chip.chosen, timeout=0) as chosen:
        menu.actions()[2].trigger()
    menu.close()
    assert chosen.args == [2]
    assert (chip.text(), chip.isChecked(), chip.value()) == ("Step 2", True, 2)
    assert chip.accessibleName() == "Step: Step 2"
    chip.set_value(0)
    assert (chip.text(), chip.isChecked()) == ("Step", False)


def test_a_menu_chip_gives_what_its_open_menu_says(look: Look, qtbot: QtBot) -> None:
    chip = MenuChip(look, "Step", [(0, "Any step"), (1, "Step 1"), (2, "Step 2")])
    put(qtbot, chip)
    chip.click()
    menu = chip.findChild(QMenu)
    assert isinstance(menu, QMenu)
    chip.set_options([(0, "Any step"), (3, "Step 3"), (1, "Step 1")])
    with qtbot.waitSignal(chip.chosen, timeout=0) as chosen:
        menu.actions()[1].trigger()
    menu.close()
    assert chosen.args == [1]
    assert chip.text() == "Step 1"


def test_a_notice_says_what_why_and_what_next(look: Look, qtbot: QtBot) -> None:
    notice = Notice(look)
    put(qtbot, notice, 500)
    notice.hide()
    tried: list[str] = []
    notice.tell(KnownError("It failed", "no answer", "Wait."), lambda: tried.append("again"))
    assert notice.isVisible()
    assert notice.accessibleName() == "It failed. No answer. Wait."
    words = [label.text() for label in notice.findChildren(QLabel)]
    assert words == ["It failed", "No answer. Wait."]
    notice._action.click()
    assert (tried, notice.isVisible()) == (["again"], False)
    notice.say("Moved", "It has a new address.")
    assert notice.isVisible()
    assert not notice._action.isVisible()


def test_a_flow_breaks_its_line(look: Look, qtbot: QtBot) -> None:
    box = QWidget()
    flow = Flow(box, gap=10)
    for _ in range(3):
        flow.addWidget(Button(look, "Continue"))
    put(qtbot, box, 1000, 200)
    one = flow.heightForWidth(1000)
    assert one == 42
    assert flow.heightForWidth(150) == 3 * 42 + 2 * 10
    assert flow.sizeHint().width() == 3 * flow.minimumSize().width() + 20
    assert flow.takeAt(9) is None


def test_columns_are_stacked_when_there_is_no_room(look: Look, qtbot: QtBot) -> None:
    columns = Columns(look, narrow=400)
    first, second = Card(look), Card(look)
    columns.add(first, 2)
    columns.add(second, 1)
    put(qtbot, columns, 616, 300)
    assert first.y() == second.y()
    assert first.width() == pytest.approx(2 * second.width(), abs=2)
    columns.resize(300, 600)
    columns.layout().activate()  # type: ignore[union-attr]
    assert second.y() > first.y()
    assert columns.minimumSizeHint().width() < 300


@pytest.mark.parametrize("rtl", [False, True])
def test_a_bar_is_filled_in_parts(look: Look, qtbot: QtBot, rtl: bool) -> None:
    bar = Bar(look, 10)
    put(qtbot, bar, 100, 10)
    if rtl:
        bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.set_parts([(0.3, "lamp"), (0.3, "calm")], "Space")
    image = bar.grab().toImage()
    at = [95 if rtl else 5, 55, 5 if rtl else 95]
    expected = [look.palette.lamp, look.palette.calm, look.palette.line]
    assert [image.pixelColor(x, 5).name() for x in at] == expected
    assert bar.accessibleName() == "Space"


def test_a_badge_names_its_fact(look: Look, qtbot: QtBot) -> None:
    badge = Badge(look, "AA")
    put(qtbot, badge)
    before = badge.sizeHint().width()
    badge.set_text("Al-Anon")
    assert badge.sizeHint().width() > before
    assert badge.accessibleName() == "Al-Anon"


def test_a_list_of_lines_is_chosen_from_by_enter_and_click(look: Look, qtbot: QtBot) -> None:
    model = LinesModel[str]()
    heading: Line[str] = Line("", "Names", heading=True)
    model.set_lines((heading, Line("a", "Adele"), Line("b", "Bob", 11), Line("c", "Cy")))
    listed = LineList(look, model, name="Speakers", fit=True)
    put(qtbot, listed, 200, 300)
    chosen: list[str] = []
    listed.chosen.connect(chosen.append)
    listed.setCurrentIndex(model.index(1))
    QTest.keyClick(listed, Qt.Key.Key_Down)
    assert chosen == [], "arrows only move"
    QTest.keyClick(listed, Qt.Key.Key_Return)
    spot = listed.visualRect(model.index(3)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    spot = listed.visualRect(model.index(0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert chosen == ["b", "c"]
    assert listed.sizeHint().height() == 39 + 3 * 38


def test_the_line_in_force_stays_marked_when_lines_change(look: Look, qtbot: QtBot) -> None:
    model = LinesModel[str]()
    model.set_lines((Line("a", "A"), Line("b", "B")))
    listed = LineList(look, model, name="Speakers")
    put(qtbot, listed)
    assert listed.select("b")
    QTest.keyClick(listed, Qt.Key.Key_Up)
    model.set_lines((Line("x", "X"), Line("a", "A"), Line("b", "B")))
    assert [index.row() for index in listed.selectedIndexes()] == [2]
    assert not listed.select("gone")
    assert listed.selectedIndexes() == []


def test_a_pages_tools_go_below_its_title_when_it_is_narrow(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    page = Page(look, bridge, "Speakers")
    field = QLineEdit()
    page.tools.addWidget(field)
    put(qtbot, page, 1048, 728)
    assert field.mapTo(page, field.rect().topLeft()).y() < 40
    assert page.title.mapTo(page, page.title.rect().topLeft()).x() == 34
    page.resize(500, 728)
    QApplication.processEvents()
    assert field.mapTo(page, field.rect().topLeft()).y() > 60


def test_a_section_has_a_title_and_a_link(look: Look, bridge: HandBridge, qtbot: QtBot) -> None:
    page = Page(look, bridge, "Today")
    put(qtbot, page, 1048, 728)
    done: list[str] = []
    page.add_section("New talks", "See all", lambda: done.append("all"))
    link = next(button for button in page.findChildren(Button) if button.text() == "See all")
    link.click()
    assert done == ["all"]

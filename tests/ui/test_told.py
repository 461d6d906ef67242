"""What a screen reader is told on every page of the demo: names, roles, rows, each thing once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QScrollBar,
    QTableView,
    QWidget,
)

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.words import DOT
from desktop_app.ui.models.episodes import episode_at
from desktop_app.ui.models.plain import Line, LinesModel
from desktop_app.ui.pages.favorites_bookmarks import BOOKMARKS
from desktop_app.ui.pages.queue_history import HISTORY
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import Chip, Chips
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.line_list import LineList
from desktop_app.ui.widgets.menu_chip import MenuChip
from tests.support.demo_window import DemoWindow, demo_window, one_talk
from tests.support.told import ROWS, Told, one, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

ROLE = QAccessible.Role
FITTING: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QAbstractButton, {ROLE.Button, ROLE.CheckBox, ROLE.RadioButton, ROLE.ButtonMenu}),
    (QLineEdit, {ROLE.EditableText}),
    (QPlainTextEdit, {ROLE.EditableText}),
    (QAbstractSlider, {ROLE.Slider}),
    (QListView, {ROLE.List}),
    (QTableView, {ROLE.Table}),
)
PAGES = ("today", "speakers", "filtered", "favorites", "collection", "bookmarks", "queue",
         "history", "downloads", "add", "settings", "problems", "about", "meditations",
         "sittings", "sounds", "preset", "feed", "talk", "part", "search", "speaker", "series",
         "welcome", "sitting")  # fmt: skip


@pytest.fixture(scope="module")
def demo(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoWindow]:
    """One window for all pages."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARTHSIDE_AUDIO", "null")
        home = Home(tmp_path_factory.mktemp("told") / "home")
        with demo_window(qapp, home) as window:
            window.resize(1280, 820)
            QAccessible.setActive(True)  # else Qt forgets no row that has gone
            try:
                yield window
            finally:
                QAccessible.setActive(False)


@pytest.fixture(params=PAGES)
def page(demo: DemoWindow, request: pytest.FixtureRequest) -> QWidget:
    """Each page in turn, with all that it shows."""
    talk, part = one_talk(demo, "steps"), one_talk(demo, "joe")
    own = demo.ask(lambda core: core.collections.all())
    only = EpisodeQuery(speaker=part.speakers[0], fellowship="AA")
    arguments: dict[str, tuple[str, object]] = {
        "preset": ("preset", 2),
        "feed": ("feed", talk.feed_id),
        "talk": ("talk", talk.id),
        "part": ("talk", part.id),
        "search": ("search", "joe"),
        "speaker": ("speaker", part.speakers[0]),
        "series": ("series", part.series_key),
        "filtered": ("speakers", only),
        "collection": ("favorites", own[0].id),
        "history": ("queue", HISTORY),
        "bookmarks": ("favorites", BOOKMARKS),
    }
    demo.open(*arguments.get(request.param, (request.param, None)))
    assert demo.window.page is not None
    return demo.window.page


def worked(things: list[Told]) -> list[Told]:
    """Return what can be pressed, filled or moved."""
    kinds = tuple(kind for kind, _roles in FITTING)
    return [
        each
        for each in things
        if isinstance(each.widget, kinds) and not isinstance(each.widget, QScrollBar)
    ]


def is_said(name: str) -> bool:
    """Tell whether a name is words: no sign alone, nothing left over from gluing them."""
    glued = ("&&", "  ", "..", "?.", "….", ", ,", ": :")
    return any(letter.isalnum() for letter in name) and not any(each in name for each in glued)


def test_whatever_can_be_used_has_a_name_and_a_fitting_role(page: QWidget) -> None:
    for each in worked(told(page)):
        roles = next(fit for kind, fit in FITTING if isinstance(each.widget, kind))
        assert each.role in roles, each
        assert is_said(each.name), each


def test_no_two_controls_have_the_same_name(page: QWidget) -> None:
    names = [each.name for each in worked(told(page)) if each.role is not ROLE.List]
    assert sorted(names) == sorted(set(names))


def test_every_row_says_what_it_is(page: QWidget) -> None:
    rows = [each for each in told(page) if each.role in ROWS]
    for each in rows:
        assert is_said(each.name), each
    lists = {each.within for each in rows if each.role is ROLE.ListItem}
    for one_list in lists:
        names = [each.name for each in rows if each.within is one_list]
        assert len(names) == len(set(names))


def test_words_that_are_seen_can_be_heard(page: QWidget) -> None:
    heard = {each.widget: each.name for each in told(page)}
    for label in page.findChildren(QLabel):
        if label.isVisible() and label.text():
            plain = label.text().replace("\u200b", "")
            assert plain in heard[label] or label.accessibleName() == heard[label]


def test_a_row_of_a_talk_says_all_that_is_seen_once(demo: DemoWindow) -> None:
    demo.open("speakers")
    page = demo.window.page
    assert page is not None
    listed = page.findChild(EpisodeList)
    assert isinstance(listed, EpisodeList)
    names = [each.name for each in told(listed.view) if each.role is ROLE.ListItem]
    talks = [episode_at(listed.model.index(row)) for row in range(listed.model.rowCount())]
    assert len(names) == len(talks) > 30
    for name, talk in zip(names, talks, strict=True):
        assert talk is not None
        said = name.removeprefix(talk_words.headline(talk, short=True)).split(", ")
        assert len(said) == len(set(said)), name
        seen = talk_words.subtitle(talk).replace(" min left", " minutes left").split(DOT)
        for each in (*seen, talk.fellowship or "", talk_words.state_aloud(talk)):
            assert each in name, (each, name)
        assert talk.favorite is ("favorite" in said)


def test_a_slider_says_its_value_in_words(demo: DemoWindow) -> None:
    demo.open("talk", one_talk(demo, "steps").id)
    assert demo.window.page is not None
    (line,) = [each for each in told(demo.window.page) if each.role is ROLE.Slider]
    assert line.name == "Place: 1 minute of 59 minutes 15 seconds"


def test_the_frame_around_the_pages(demo: DemoWindow) -> None:
    for part in (demo.window.sidebar, demo.window.player):
        things = told(part)
        for each in (*worked(things), *(row for row in things if row.role in ROWS)):
            assert is_said(each.name), each


def test_the_keyboard_comes_to_a_page_that_says_its_title(demo: DemoWindow) -> None:
    talk = one_talk(demo, "steps")
    for name, argument in (("feed", talk.feed_id), ("queue", None), ("talk", talk.id)):
        demo.open(name, argument)
        page = demo.window.page
        assert page is not None
        focus = page.focusWidget()
        assert focus is not None
        assert one(focus).name == page.title.text() == one(page).name


def test_a_row_that_a_screen_reader_selects_is_chosen(look: Look, qtbot: QtBot) -> None:
    model = LinesModel[int]()
    model.set_lines((Line(1, "One"), Line(0, "Head", heading=True), Line(2, "Two")))
    listed = LineList(look, model, name="Numbers")
    qtbot.addWidget(listed)
    listed.select(1)
    chosen: list[object] = []
    listed.chosen.connect(chosen.append)
    how = QItemSelectionModel.SelectionFlag.ClearAndSelect
    for row in (1, 2):
        listed.selectionModel().select(model.index(row), how)
    assert chosen == [2]
    assert [index.row() for index in listed.selectedIndexes()] == [0], "who chose marks it"


def test_an_ampersand_is_no_key(look: Look, qtbot: QtBot) -> None:
    button = Button(look, "Joe & Charlie")
    qtbot.addWidget(button)
    assert one(button).name == "Joe & Charlie"
    button.setText("Steps 6 & 7")
    assert one(button).name == "Steps 6 & 7"
    button.setText("Bob D.")
    assert one(button).name == "Bob D."


def test_what_opens_a_menu_is_no_box_to_tick(look: Look, qtbot: QtBot) -> None:
    chip = MenuChip(look, "Step", ((0, "Any step"), (4, "Step 4")))
    qtbot.addWidget(chip)
    assert (one(chip).role, one(chip).name, chip.isChecked()) == (
        ROLE.Button, "Step: Any step", False)  # fmt: skip
    chip.set_value(4)
    assert (one(chip).name, chip.isChecked()) == ("Step: Step 4", True)


def test_a_chip_that_a_screen_reader_switches_is_chosen(look: Look, qtbot: QtBot) -> None:
    chips = Chips(look, ((1, "One"), (2, "Two")), name="Number")
    qtbot.addWidget(chips)
    chips.set_value(1)
    chosen: list[object] = []
    chips.chosen.connect(chosen.append)
    two = next(each for each in chips.findChildren(Chip) if each.text() == "Two")
    action = QAccessible.queryAccessibleInterface(two).actionInterface()
    action.doAction(action.actionNames()[0])
    assert (chosen, chips.values()) == ([2], (2,))
    two.click()
    assert (chosen, chips.values()) == ([2, 2], (2,))

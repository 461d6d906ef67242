"""A step of the text's size costs what is in sight, however many pages were visited."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.base.settings import Theme
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text
from desktop_app.ui.windows.text_size import TextSize

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QShowEvent
    from pytestqt.qtbot import QtBot

    from desktop_app.base.errors import KnownError
    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore


class Field(QLineEdit):
    """A field that counts how often it was given another style."""

    def __init__(self) -> None:
        super().__init__()
        self.polished = 0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one that has focus is higher

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Count."""
        if event.type() == QEvent.Type.StyleChange:
            self.polished += 1
        super().changeEvent(event)


class Part(QWidget):
    """A part of a window, with a field."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._clothes = look.dress(self, patient=True)
        self.field = Field()
        QVBoxLayout(self).addWidget(self.field)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up."""
        self._clothes.put_on()
        super().showEvent(event)

    def height_of_field(self) -> int:
        """Return the height in pixels that the field asks for."""
        return self.field.sizeHint().height()


@pytest.fixture
def parts(look: Look, qtbot: QtBot) -> Iterator[tuple[Part, Part]]:
    """One part in sight and one behind it."""
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    seen, behind = Part(look), Part(look)
    for part in (seen, behind):
        stack.addWidget(part)
    stack.show()
    yield seen, behind
    stack.close()


def enlarge(look: Look, percent: int) -> None:
    look.follow(replace(look.settings, text_percent=percent))
    QCoreApplication.sendPostedEvents()


def test_only_what_is_in_sight_is_dressed_anew(
    look: Look, parts: tuple[Part, Part], qapp: QApplication
) -> None:
    seen, behind = parts
    sheet, before = qapp.styleSheet(), seen.height_of_field()
    seen.field.polished = behind.field.polished = 0
    enlarge(look, 200)
    assert seen.height_of_field() > before
    assert seen.field.polished > 0
    assert behind.field.polished == 0
    assert qapp.styleSheet() == sheet, "or Qt would polish every widget there is, several times"


def test_what_was_behind_catches_up_when_it_is_shown(look: Look, parts: tuple[Part, Part]) -> None:
    seen, behind = parts
    for percent in (150, 200):
        enlarge(look, percent)
    stack = seen.parentWidget()
    assert isinstance(stack, QStackedWidget)
    behind.field.polished = 0
    stack.setCurrentWidget(behind)
    assert behind.height_of_field() == seen.height_of_field()
    assert behind.field.polished == 2, "once; Qt tells of one sheet for another twice"


def test_back_at_the_usual_size_a_part_has_no_sheet_of_its_own(
    look: Look, parts: tuple[Part, Part]
) -> None:
    seen, _behind = parts
    before = seen.height_of_field()
    enlarge(look, 150)
    assert seen.styleSheet().strip()
    enlarge(look, 100)
    assert not seen.styleSheet().strip()
    assert seen.height_of_field() == before


def test_what_is_made_after_a_step_has_the_size_of_all_else(
    look: Look, parts: tuple[Part, Part], qtbot: QtBot
) -> None:
    seen, _behind = parts
    enlarge(look, 150)
    dialog = QWidget()
    qtbot.addWidget(dialog)
    look.dress(dialog)
    field = Field()
    QVBoxLayout(dialog).addWidget(field)
    assert field.sizeHint().height() == seen.height_of_field()


@pytest.mark.parametrize("percents", [(200, 100), (150, 200), (100, 150, 100)])
def test_words_have_the_size_that_was_chosen_wherever_they_stand(
    look: Look, bridge: HandBridge, qtbot: QtBot, percents: tuple[int, ...]
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    seen, behind = Page(look, bridge, "Seen"), Page(look, bridge, "Behind")
    late = QWidget(seen)  # a part that is dressed when its words are there already
    title = Text(look, "Late", Role.TITLE, parent=late)
    look.dress(late)
    for page in (seen, behind):
        stack.addWidget(page)
    stack.show()
    stack.setCurrentWidget(behind)
    for percent in percents:
        stack.setCurrentWidget(seen)
        enlarge(look, percent)
        stack.setCurrentWidget(behind)
        right = look.font(Role.TITLE).pointSizeF()
        sizes = [each.font().pointSizeF() for each in (seen.title, title, behind.title)]
        assert sizes == [right] * 3, percent


def test_other_colours_come_to_all_at_the_size_that_holds(
    look: Look, parts: tuple[Part, Part], qapp: QApplication
) -> None:
    seen, behind = parts
    enlarge(look, 150)
    large = seen.height_of_field()
    look.follow(replace(look.settings, theme=Theme.DARK))
    assert look.palette.card in qapp.styleSheet()
    assert seen.height_of_field() == behind.height_of_field() == large


def test_a_choice_that_is_not_seen_dresses_nobody(look: Look, parts: tuple[Part, Part]) -> None:
    seen, _behind = parts
    seen.field.polished = 0
    look.follow(replace(look.settings, volume=0.5, skip_back=30))
    assert seen.field.polished == 0


def test_a_page_makes_room_for_a_wider_scroll_bar_when_it_comes_into_sight(
    look: Look, bridge: HandBridge, qtbot: QtBot
) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    seen, behind = Page(look, bridge, "Seen"), Page(look, bridge, "Behind")
    for page in (seen, behind):
        stack.addWidget(page)
    stack.resize(1000, 600)
    stack.show()
    enlarge(look, 200)
    stack.setCurrentWidget(behind)
    margins = [page._column.contentsMargins() for page in (seen, behind)]
    assert margins[0] == margins[1]


def test_ten_quick_steps_are_two_changes(look: Look, bridge: HandBridge, core: HandCore) -> None:
    told: list[KnownError] = []
    text = TextSize(look, bridge, told.append)
    for _ in range(10):
        text.change(1)
    bridge.run()
    assert look.percent == 200
    steps = [("settings.change", ("text_percent", percent)) for percent in (110, 200)]
    assert core.log == steps
    text.change(-1)
    bridge.run()
    assert look.percent == 190
    assert not told

"""What can be pressed shows what it is doing: at rest, under the pointer, pressed, off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QSlider, QSpinBox, QWidget

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import DARK, LIGHT, Palette, contrast
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.widgets.buttons import Button, Kind, RoundButton, shade
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import Part
from desktop_app.ui.widgets.seek_bar import SeekBar
from tests.support.hand import episode

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QAbstractButton
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

SEEN = 1.1
"""So much contrast to how it looks at rest is noticed when the pointer comes."""


def chip(look: Look, *, on: bool) -> Chip:
    made = Chip(look, "Downloaded")
    made.setChecked(on)
    return made


MAKERS: dict[str, Callable[[Look], QAbstractButton]] = {
    "primary": lambda look: Button(look, "Play", Kind.PRIMARY),
    "calm": lambda look: Button(look, "Begin", Kind.CALM),
    "quiet": lambda look: Button(look, "Refresh"),
    "link": lambda look: Button(look, "Show all", Kind.LINK),
    "plain": lambda look: Button(look, "Sleep", Kind.PLAIN),
    "round": lambda look: RoundButton(look, Icon.PLAY, "Play"),
    "chip": lambda look: chip(look, on=False),
    "chip that is on": lambda look: chip(look, on=True),
}


def ground(button: QAbstractButton, *, pointer: bool = False, down: bool = False) -> str:
    """Return the colour behind the words."""
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, pointer)
    button.setDown(down)
    return button.grab().toImage().pixelColor(button.width() // 2, 4).name()


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
@pytest.mark.parametrize("name", MAKERS)
def test_a_button_answers_the_pointer_and_the_press(
    look: Look, qtbot: QtBot, name: str, theme: Theme
) -> None:
    look.follow(Settings(theme=theme))
    button = MAKERS[name](look)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    rest, over, down = ground(button), ground(button, pointer=True), ground(button, down=True)
    assert contrast(rest, over) > SEEN
    assert contrast(over, down) > SEEN
    assert contrast(rest, down) > contrast(rest, over)
    button.setEnabled(False)
    assert ground(button, pointer=True) == ground(button), "what is off answers nothing"


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("field", "words"),
    [("lamp", "on_lamp"), ("calm", "on_calm"), ("ink", "on_ink"), ("card", "ink"),
     ("card", "soft"), ("card", "lamp_text"), ("paper", "lamp_text"), ("paper", "soft")],
)  # fmt: skip
def test_words_stay_legible_on_the_ground_of_a_pressed_button(
    palette: Palette, field: str, words: str
) -> None:
    said = getattr(palette, words)
    assert contrast(said, shade(palette, field).name()) >= 4.5
    assert contrast(said, shade(palette, field, strong=True).name()) >= 4


def test_a_quiet_button_that_is_off_is_quieter_than_one_that_is_on(
    look: Look, qtbot: QtBot
) -> None:
    button = Button(look, "Move up")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    rest = ground(button)
    button.setEnabled(False)
    assert ground(button) == rest == look.palette.card


@pytest.mark.parametrize("part", [Part.PLAY, Part.STAR])
def test_parts_of_a_row_light_up_under_the_pointer(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot, part: Part
) -> None:
    core.episodes = [episode(1), episode(2)]
    model = EpisodesModel(look, bridge)
    rows = EpisodeList(look, bridge, model, name="Talks")
    qtbot.addWidget(rows)
    rows.resize(800, 400)
    rows.show()
    model.show(EpisodeQuery())
    bridge.run()
    rows.view.setCurrentIndex(model.index(0))
    before = rows.view.viewport().grab().toImage()
    rows.delegate.pointed = (0, part)
    assert rows.view.viewport().grab().toImage() != before


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_the_border_of_a_field_is_seen(palette: Palette) -> None:
    """As WCAG 2.2, 1.4.11 has it: 3:1, where the border alone shows what can be typed in."""
    assert contrast(palette.faint, palette.card) >= 3


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox])
def test_a_field_has_that_border_and_another_under_the_keyboard(
    look: Look, qtbot: QtBot, kind: type[QWidget]
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    look.dress(window)
    field = kind(window)
    field.resize(200, 42)
    window.show()
    window.activateWindow()

    def border() -> str:
        return field.grab().toImage().pixelColor(100, 0).name()

    window.setFocus()
    assert border() == look.palette.faint
    field.setFocus()
    QApplication.processEvents()
    assert border() == look.palette.lamp


def test_a_line_that_cannot_be_moved_is_grey(look: Look, qtbot: QtBot) -> None:
    bar: QSlider = (line := SeekBar(look))
    qtbot.addWidget(bar)
    bar.resize(200, 21)
    line.set_duration(100)
    line.set_position(50)
    at = QPoint(50, bar.height() // 2)
    assert bar.grab().toImage().pixelColor(at).name() == look.palette.lamp
    bar.setEnabled(False)
    assert bar.grab().toImage().pixelColor(at).name() == look.palette.faint

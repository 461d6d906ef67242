"""The look follows the person and the system, and scales everything."""

from __future__ import annotations

import gc
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPalette

from desktop_app.base.settings import Settings, Theme
from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.theme import Look
from desktop_app.ui.look.tokens import DARK, LIGHT, Role, Tone

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_a_chosen_theme_is_in_force(look: Look, qapp: QApplication, qtbot: QtBot) -> None:
    assert look.palette is LIGHT
    with qtbot.waitSignal(look.changed, timeout=0, raising=False) as changed:
        look.follow(Settings(theme=Theme.DARK))
    assert changed.signal_triggered
    assert look.palette is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.paper
    assert look.colour(Tone.LAMP).name() == DARK.lamp_text
    assert DARK.card in qapp.styleSheet()


def test_nothing_changes_when_the_choices_are_the_same(look: Look, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(look.changed):
        look.follow(replace(look.settings))


@pytest.mark.usefixtures("look")
def test_the_systems_scheme_is_followed_unless_one_is_chosen(qapp: QApplication) -> None:
    schemes = [Qt.ColorScheme.Unknown]
    look = Look(qapp, Settings(theme=Theme.SYSTEM), lambda: schemes[-1])
    assert look.palette is LIGHT
    schemes.append(Qt.ColorScheme.Dark)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.palette is DARK
    look.follow(Settings(theme=Theme.LIGHT))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert look.palette is LIGHT
    look.deleteLater()


@pytest.mark.parametrize(("percent", "expected"), [(100, 34), (150, 51), (70, 24), (1000, 85)])
def test_lengths_scale_with_the_text_within_limits(look: Look, percent: int, expected: int) -> None:
    look.follow(Settings(theme=Theme.LIGHT, text_percent=percent))
    assert look.px(34) == expected
    assert look.px(0) == 0
    assert look.px(0.1) == 1


def test_fonts_scale_with_the_text(look: Look) -> None:
    before = look.font(Role.TITLE).pointSizeF()
    look.follow(Settings(theme=Theme.LIGHT, text_percent=200))
    assert look.font(Role.TITLE).pointSizeF() == pytest.approx(2 * before)
    assert look.font(Role.TITLE).weight() > look.font(Role.BODY).weight()


def test_a_larger_system_font_makes_everything_larger(look: Look, qapp: QApplication) -> None:
    large = QFont(qapp.font())
    large.setPointSizeF(20)
    assert Look(qapp, Settings(theme=Theme.LIGHT), system=large).px(10) > 12


def test_the_choices_for_lists_and_titles_are_known(look: Look) -> None:
    look.follow(Settings(theme=Theme.LIGHT, short_names=False, discreet=True))
    assert (look.short_names, look.discreet) == (False, True)


@pytest.mark.parametrize("icon", list(Icon), ids=lambda icon: icon.name)
def test_every_icon_draws_something_in_its_colour_inside_its_square(icon: Icon) -> None:
    image = QImage(48, 48, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, icon, QRectF(0, 0, 48, 48), QColor("#ff0000"))
    painter.end()
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    drawn = [pixel for pixel in pixels if pixel.alpha() > 200]
    assert len(drawn) > 20
    assert all((pixel.red(), pixel.green(), pixel.blue()) == (255, 0, 0) for pixel in drawn)
    corners = [image.pixelColor(x, y).alpha() for x in (0, 47) for y in (0, 47)]
    assert corners == [0, 0, 0, 0]


def test_no_two_icons_are_the_same() -> None:
    assert len(list(Icon)) == len(Icon.__members__)


def test_icons_for_menus_are_sharp_at_any_size_and_outlive_their_makers(look: Look) -> None:
    icon = icons.qicon(look, Icon.PLAY)
    gc.collect()
    for side in (16, 32, 64):
        pixmap = icon.pixmap(QSize(side, side))
        assert pixmap.size() == QSize(side, side)
        assert pixmap.toImage().pixelColor(side // 2, side // 2).name() == LIGHT.ink


def test_discreet_file_dialogs_are_our_own(look: Look) -> None:
    own = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    assert not QCoreApplication.testAttribute(own)
    look.follow(Settings(discreet=True))
    assert QCoreApplication.testAttribute(own)
    look.follow(Settings())
    assert not QCoreApplication.testAttribute(own)

"""The picture of a talk: the right one, as soon as it is there, and none where none may be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.services.events import PlayerChanged
from desktop_app.ui.pages.talk import TalkPage
from desktop_app.ui.widgets.player_bar import PlayerBar
from desktop_app.ui.widgets.talk_cover import TalkCover
from tests.support.hand import episode, now_playing
from tests.support.pictures import BLUE, RED, encoded, plain

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

PICTURES = {1: encoded(plain(300, 200, *RED)), 2: encoded(plain(90, 90, *BLUE))}


@pytest.fixture
def cover(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> TalkCover:
    core.covers.answers["of"] = PICTURES.get
    cover = TalkCover(look, bridge, 54)
    qtbot.addWidget(cover)
    return cover


def middle(widget: QWidget) -> QColor:
    """Return the colour in the middle of what is painted."""
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() // 2)


def is_colour(found: QColor, colour: tuple[int, int, int]) -> bool:
    seen = (found.red(), found.green(), found.blue())
    return all(abs(a - b) <= 6 for a, b in zip(seen, colour, strict=True))


def test_the_glow_gives_way_to_the_picture(cover: TalkCover, bridge: HandBridge) -> None:
    glow = middle(cover)
    cover.show_talk(1)
    assert middle(cover) == glow
    bridge.run()
    assert cover.has_picture
    assert is_colour(middle(cover), RED)
    corner = cover.grab().toImage().pixelColor(0, 0)
    assert not is_colour(corner, RED), "the corners are round"
    cover.show_talk(None)
    assert middle(cover) == glow


def test_it_is_asked_for_once(cover: TalkCover, bridge: HandBridge, core: HandCore) -> None:
    for talk in (1, 1, 2, 2):
        cover.show_talk(talk)
        bridge.run()
        cover.show_talk(talk)
    assert core.covers.log == [("covers.of", 1), ("covers.of", 2)]


def test_a_late_answer_is_dropped(cover: TalkCover, bridge: HandBridge) -> None:
    cover.show_talk(1)
    cover.show_talk(2)
    bridge.waiting.reverse()
    bridge.run()
    assert is_colour(middle(cover), BLUE)
    cover.show_talk(1)
    cover.show_talk(None)
    bridge.run()
    assert not cover.has_picture


@pytest.mark.parametrize("answer", [None, b"no picture", KnownError("The library is busy")])
def test_without_a_picture_the_glow_stays(
    cover: TalkCover, bridge: HandBridge, core: HandCore, answer: object
) -> None:
    glow = middle(cover)
    cover.show_talk(1)
    bridge.run()
    core.covers.answers["of"] = answer
    cover.show_talk(3)
    bridge.run()
    assert middle(cover) == glow


def test_discretion_lets_go_of_it_and_asks_for_none(
    cover: TalkCover, bridge: HandBridge, core: HandCore, look: Look
) -> None:
    cover.show_talk(1)
    look.follow(replace(look.settings, discreet=True))
    bridge.run()
    assert not cover.has_picture, "the answer was under way"
    cover.show_talk(2)
    assert not bridge.waiting
    look.follow(replace(look.settings, discreet=False))
    bridge.run()
    assert is_colour(middle(cover), BLUE)
    look.follow(replace(look.settings, discreet=True))
    assert not cover.has_picture


def test_the_middle_is_shown_and_every_dot_used(
    cover: TalkCover, bridge: HandBridge, core: HandCore, monkeypatch: pytest.MonkeyPatch
) -> None:
    wide = plain(300, 100, *BLUE)
    wide[:, 100:200] = RED
    core.covers.answers["of"] = encoded(wide, "png")
    cover.show_talk(1)
    bridge.run()
    image = cover.grab().toImage()
    for across in (3, image.width() - 4):
        assert is_colour(image.pixelColor(across, image.height() // 2), RED)
    monkeypatch.setattr(TalkCover, "devicePixelRatioF", lambda _cover: 2.0)
    brush = cover.ground()
    assert brush.texture().width() == 2 * cover.width()
    assert brush.transform().m11() == 0.5


def test_the_bar_shows_what_plays(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.covers.answers["of"] = PICTURES.get
    bar = PlayerBar(look, bridge)
    qtbot.addWidget(bar)
    bar.resize(1280, 92)
    names = [each.accessibleName() for each in (bar, bar.cover)]
    bar.heard(PlayerChanged(now_playing(episode(1))))
    bar.heard(PlayerChanged(now_playing(episode(1), position=5.0)))
    bridge.run()
    assert core.covers.log == [("covers.of", 1)]
    assert is_colour(middle(bar.cover), RED)
    assert [each.accessibleName() for each in (bar, bar.cover)] == names
    look.follow(replace(look.settings, discreet=True))
    assert bar.cover.isHidden()
    look.follow(replace(look.settings, discreet=False))
    assert not bar.cover.isHidden()
    bar.heard(PlayerChanged(None))
    bridge.run()
    assert not bar.cover.has_picture


def test_the_page_shows_its_talk(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.covers.answers["of"] = PICTURES.get
    core.episodes = [episode(1), episode(2)]
    page = TalkPage(look, bridge)
    qtbot.addWidget(page)
    for talk, colour in ((1, RED), (2, BLUE)):
        page.shown(talk)
        bridge.run()
        assert is_colour(middle(page.head.cover), colour)

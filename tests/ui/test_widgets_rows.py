"""Rows: where their parts are, what a pointer or a key does, what is shown instead of rows."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QImage, QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, Episode, EpisodeQuery, PlayStatus
from desktop_app.base.settings import Settings, Theme
from desktop_app.services.events import PlayerChanged
from desktop_app.ui.look.talk_words import headline
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_places import Columns, Places, places
from desktop_app.ui.widgets.episode_row import EpisodeRow, Part, RowText
from tests.support.hand import HandBridge, HandCore, episode, now_playing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

LEFT = Qt.MouseButton.LeftButton


def parts(at: Places) -> list[QRect]:
    return [rect for field in fields(at) if not (rect := getattr(at, field.name)).isEmpty()]


@pytest.mark.parametrize("width", [240, 320, 429, 430, 552, 599, 600, 746, 966, 1800])
@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("columns", [None, Columns(40, 44, 58), Columns(0, 44, 0)])
def test_the_parts_of_a_row_never_overlap_nor_leave_it(
    width: int, rtl: bool, columns: Columns | None
) -> None:
    row = QRect(10, 100, width, 66)
    found = parts(places(row, round, rtl=rtl, columns=columns))
    assert all(row.adjusted(0, -1, 0, 0).contains(part) for part in found)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            assert not one.adjusted(0, 1, 0, -1).intersects(other), (one, other)


def test_a_wide_row_has_its_columns_where_the_design_has_them() -> None:
    at = places(QRect(493, 159, 746, 66), round)
    assert (at.play.left(), at.play.width()) == (507, 38)
    assert at.title.left() == 563
    assert (at.badge.left(), at.middle.left(), at.end.right() + 1) == (885, 1021, 1225)


LONG = "How it was, what happened and what it is like now, told at length in the long hall"


def test_columns_keep_the_designs_width_while_titles_fit(rig: Rig) -> None:
    rig.list.grab()
    rect = rig.list.view.visualRect(rig.model.index(0))
    assert rig.list.delegate.places(rect) == places(rect, rig.list._look.px)


def test_a_title_that_does_not_fit_gets_what_the_columns_do_not_need(rig: Rig) -> None:
    rig.core.episodes[0] = replace(rig.core.episodes[0], title=LONG)
    rig.core.episodes[1] = replace(rig.core.episodes[1], fellowship="AA")
    rig.model.refresh()
    rig.said()
    rig.list.grab()
    view, design = rig.list.view, rig.list._look.px
    first, second = (
        rig.list.delegate.places(view.visualRect(rig.model.index(row))) for row in (0, 1)
    )
    before = places(view.visualRect(rig.model.index(0)), design)
    assert first.title.width() >= before.title.width() + 100
    assert first.end.right() == before.end.right()
    assert 0 < first.badge.width() < 60
    assert (first.badge.left(), first.middle.left()) == (second.badge.left(), second.middle.left())

    rig.core.episodes[:] = [replace(rig.core.episodes[0], fellowship=None)]
    rig.model.show(EpisodeQuery(text="x"))
    rig.said()
    rig.list.grab()
    alone = rig.list.delegate.places(view.visualRect(rig.model.index(0)))
    assert alone.badge.isEmpty(), "no row has a badge"
    assert alone.title.width() > first.title.width()


def test_columns_only_grow_while_the_list_scrolls(look: Look) -> None:
    row = EpisodeRow(look)
    wide = episode(1, title=LONG * 2, fellowship="AA World")
    assert not row.fit([(0, episode(1))], 746)
    assert row.fit([(0, wide)], 746)
    packed = row.places(QRect(0, 0, 746, 66))
    assert not row.fit([(5, episode(2))], 746)
    assert row.places(QRect(0, 0, 746, 66)) == packed
    assert row.fit([(5, episode(2))], 900), "another width begins anew"
    row.fit([(0, wide)], 900)
    row.forget()
    assert row.places(QRect(0, 0, 900, 66)) == places(QRect(0, 0, 900, 66), look.px)


def test_columns_that_fit_another_width_as_well_are_used_there(look: Look) -> None:
    row, wide = EpisodeRow(look), [(0, episode(1, title=LONG * 2, fellowship="AA"))]
    row.fit(wide, 746)
    row.fit(wide, 734)
    rect = QRect(0, 0, 734, 66)
    assert row.places(rect).title.width() > places(rect, look.px).title.width()


@pytest.mark.parametrize("name", ["AA", "NA", "CA", "Al-Anon"])
def test_packed_columns_leave_their_words_whole(look: Look, name: str) -> None:
    row = EpisodeRow(look)
    row.fit([(0, episode(1, title=LONG * 2, fellowship=name))], 746)
    at = row.places(QRect(0, 0, 746, 66))
    for text, role, room in (
        (name, Role.BADGE, at.badge.width() - 16),
        ("58 min", Role.SMALL, at.middle.width()),
        ("Download", Role.SMALL, at.end.width()),
    ):
        metrics = QFontMetrics(look.font(role))
        assert metrics.elidedText(text, Qt.TextElideMode.ElideRight, room) == text


def test_a_title_that_is_cut_keeps_its_part(look: Look) -> None:
    def drawn(part: int, width: int) -> bytes:
        talk = episode(1, speakers=("Joe & Charlie",), subject="Big Book study", part=part, of=12)
        row, pixmap = EpisodeRow(look), QPixmap(width, 20)
        pixmap.fill()
        painter = QPainter(pixmap)
        said, tail = headline(talk, short=True), f", part {part} of 12"
        row._line(painter, pixmap.rect(), said, Role.STRONG, Tone.INK, tail=tail)
        painter.end()
        return bytes(pixmap.toImage().constBits())

    assert drawn(3, 250) != drawn(4, 250), "cut before its part they would look the same"
    assert drawn(3, 120) == drawn(4, 120), "no room for it"


def test_a_paused_download_says_how_far_it_is() -> None:
    held = episode(1, state=DownloadState.PAUSED, received=64, size=100)
    assert RowText().end(held, 0) == "Paused, 64 %"
    assert RowText().end(replace(held, size=None), 0) == "Paused"


def test_the_word_at_the_end_lights_up_under_the_pointer(rig: Rig) -> None:
    view = rig.list.view
    rig.list.grab()
    spot = rig.list.delegate.places(view.visualRect(rig.model.index(0))).end
    before = rig.list.grab().toImage()
    QTest.mouseMove(view.viewport(), spot.center())
    assert rig.list.delegate.pointed == (0, Part.STATE)
    assert view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    lit = rig.list.grab().toImage()
    lamp = rig.list._look.colour(Tone.LAMP).name()
    corner = view.viewport().mapTo(rig.list, spot.topLeft())

    def has_lamp(image: QImage) -> bool:
        return any(
            image.pixelColor(corner.x() + x, corner.y() + y).name() == lamp
            for x in range(spot.width())
            for y in range(spot.height())
        )

    assert not has_lamp(before)
    assert has_lamp(lit)
    QApplication.sendEvent(view, QEvent(QEvent.Type.Leave))
    assert rig.list.delegate.pointed is None


@pytest.mark.parametrize(
    ("width", "badge", "length", "end"),
    [(700, True, True, True), (500, False, True, True), (400, False, False, True),
     (250, False, False, False)],
)  # fmt: skip
def test_narrow_rows_lose_what_matters_least(
    width: int,
    badge: bool,
    length: bool,
    end: bool,
) -> None:
    at = places(QRect(0, 0, width, 66), round)
    assert (not at.badge.isEmpty(), not at.middle.isEmpty(), not at.end.isEmpty()) == (
        badge, length, end)  # fmt: skip


def test_a_row_from_right_to_left_is_the_mirror_image() -> None:
    row = QRect(0, 0, 746, 66)
    for one, other in zip(
        parts(places(row, round)), parts(places(row, round, rtl=True)), strict=True
    ):
        assert (one.left(), one.width()) == (745 - other.right(), other.width())


class Rig:
    """A list of talks in a window, its core, and what it said."""

    def __init__(self, look: Look, bridge: HandBridge, core: HandCore, *talks: Episode) -> None:
        core.episodes = list(talks)
        self.core, self.bridge = core, bridge
        self.model = EpisodesModel(look, bridge)
        self.list = EpisodeList(look, bridge, self.model, name="Talks", movable=True)
        self.list.resize(760, 460)
        self.list.show()
        self.model.show(EpisodeQuery())
        bridge.run()
        self.list.view.setCurrentIndex(self.model.index(0))
        core.log.clear()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Any:  # noqa: ANN401
        QTest.keyClick(self.list.view, key, held)
        return self.said()

    def click(self, part: str, row: int = 0) -> Any:  # noqa: ANN401 - what was called
        view = self.list.view
        at = places(view.visualRect(self.model.index(row)), self.list._look.px)
        QTest.mouseClick(view.viewport(), LEFT, pos=getattr(at, part).center())
        return self.said()

    def said(self) -> Any:  # noqa: ANN401 - what was called
        self.bridge.run()
        said, self.core.log[:] = list(self.core.log), []
        return said


@pytest.fixture
def rig(look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot) -> Rig:
    rig = Rig(look, bridge, core, episode(7), episode(8, favorite=True))
    qtbot.addWidget(rig.list)
    return rig


def test_each_part_of_a_row_does_what_it_shows(rig: Rig, qtbot: QtBot) -> None:
    assert rig.click("play") == [("listening.play", 7, None)]
    assert rig.click("star") == [("favorites.mark", 7)]
    assert rig.click("star", 1) == [("favorites.unmark", 8)]
    assert rig.click("end") == [("downloading.request", (7,))]
    with qtbot.waitSignal(rig.list.open_requested, timeout=0) as opened:
        assert rig.click("title") == []
    assert opened.args[0].id == 7


def test_keys_do_the_same(rig: Rig, qtbot: QtBot) -> None:
    assert rig.key(Qt.Key.Key_P) == [("listening.play", 7, None)]
    assert rig.key(Qt.Key.Key_S) == [("favorites.mark", 7)]
    assert rig.key(Qt.Key.Key_D) == [("downloading.request", (7,))]
    assert rig.key(Qt.Key.Key_Q) == [("queue.add", (7,), ("first", False))]
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(rig.list.open_requested, timeout=0):
            rig.key(key)


def test_pressing_here_and_letting_go_there_does_nothing(rig: Rig, qtbot: QtBot) -> None:
    view = rig.list.view
    at = places(view.visualRect(rig.model.index(0)), rig.list._look.px)
    with qtbot.assertNotEmitted(rig.list.open_requested):
        QTest.mousePress(view.viewport(), LEFT, pos=at.play.center())
        QTest.mouseRelease(view.viewport(), LEFT, pos=at.title.center())
    assert rig.said() == []


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (DownloadState.REMOTE, ("downloading.request", (7,))),
        (DownloadState.FAILED, ("downloading.request", (7,))),
        (DownloadState.QUEUED, ("downloading.cancel", 7)),
        (DownloadState.DOWNLOADING, ("downloading.pause", 7)),
        (DownloadState.PAUSED, ("downloading.resume", 7)),
    ],
)
def test_the_word_at_the_end_is_a_button(
    rig: Rig, state: DownloadState, expected: tuple[Any, ...]
) -> None:
    rig.core.episodes[0] = replace(rig.core.episodes[0], state=state)
    rig.model.refresh()
    rig.said()
    assert rig.click("end") == [expected]


def test_a_part_that_waits_is_kept_by_a_click(rig: Rig) -> None:
    rig.core.episodes[0] = replace(
        rig.core.episodes[0], state=DownloadState.QUEUED, received=64, size=100
    )
    rig.model.refresh()
    rig.said()
    assert rig.click("end") == [("downloading.pause", 7)]
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(rig.list.view.viewport(), event)
    menu = rig.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    offered = {action.text(): action for action in menu.actions() if action.text()}
    assert {"Pause the download", "Cancel the download"} <= set(offered)
    offered["Pause the download"].trigger()
    assert rig.said() == [("downloading.pause", 7)]
    menu.close()


def test_what_is_downloaded_is_never_removed_by_one_click(rig: Rig) -> None:
    rig.core.episodes[0] = replace(rig.core.episodes[0], state=DownloadState.DOWNLOADED)
    rig.model.refresh()
    rig.said()
    assert rig.click("end") == []
    menu = rig.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    assert "Remove the download" in [action.text() for action in menu.actions()]
    menu.close()


def test_a_missing_tape_is_looked_for_in_its_folder(rig: Rig) -> None:
    tape = replace(rig.core.episodes[0], state=DownloadState.REMOTE, url="file:///tapes/1.mp3")
    rig.core.episodes[0] = tape
    rig.model.refresh()
    rig.said()
    assert rig.click("end") == [("refresh.refresh", (tape.feed_id,))]
    menu = rig.list.commands.menu(tape, rig.list, lambda: None)
    offered = [action.text() for action in menu.actions()]
    assert "Look for it in its folder" in offered
    assert not {"Download", "Remove the download"} & set(offered)
    menu.close()
    there = replace(tape, state=DownloadState.DOWNLOADED)
    menu = rig.list.commands.menu(there, rig.list, lambda: None)
    assert "Remove the download" not in [action.text() for action in menu.actions()]
    menu.close()


def test_play_on_the_talk_in_the_player_pauses_it(rig: Rig) -> None:
    rig.bridge.tell(PlayerChanged(now_playing(episode(7))))
    assert (rig.list.delegate.playing, rig.list.delegate.sounding) == (7, True)
    assert rig.key(Qt.Key.Key_P) == [("listening.toggle",)]
    rig.bridge.tell(PlayerChanged(now_playing(episode(7), status=PlayStatus.PAUSED)))
    assert not rig.list.delegate.sounding
    rig.bridge.tell(PlayerChanged(None))
    assert rig.list.delegate.playing is None


def test_the_menu_of_a_row_offers_everything(rig: Rig) -> None:
    view = rig.list.view
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(0, 0), QPoint(0, 0))
    QApplication.sendEvent(view.viewport(), event)
    menu = rig.list.findChild(QMenu)
    assert isinstance(menu, QMenu)
    actions = {action.text(): action for action in menu.actions() if action.text()}
    assert list(actions) == ["Play", "Open", "Play next", "Add to the end of the queue",
                             "Add to favorites", "Add to a collection", "Mark as heard",
                             "Download"]  # fmt: skip
    for text, expected in (
        ("Play next", ("queue.add", (7,), ("first", True))),
        ("Add to the end of the queue", ("queue.add", (7,), ("first", False))),
        ("Mark as heard", ("places.mark_heard", 7, True)),
        ("Download", ("downloading.request", (7,))),
    ):
        actions[text].trigger()
        assert rig.said() == [expected]
    menu.close()


def test_rows_are_moved_with_alt_and_an_arrow(rig: Rig, qtbot: QtBot) -> None:
    with qtbot.waitSignal(rig.list.move_requested, timeout=0) as moved:
        rig.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert moved.args == [0, 1]
    with qtbot.assertNotEmitted(rig.list.move_requested):
        rig.key(Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)


def test_keys_of_the_window_are_left_to_the_window(rig: Rig) -> None:
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_B):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        rig.list.view.keyPressEvent(event)
        assert not event.isAccepted()
    assert rig.said() == []


def test_a_refused_action_is_told(rig: Rig, qtbot: QtBot) -> None:
    rig.core.downloading.answers["request"] = problem = KnownError("The disk is full")
    with qtbot.waitSignal(rig.list.failed, timeout=0) as failed:
        rig.click("end")
    assert failed.args == [problem]


def test_loading_empty_and_failed_look_different(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    model = EpisodesModel(look, bridge)
    shelf = EpisodeList(look, bridge, model, name="Talks")
    qtbot.addWidget(shelf)
    done: list[str] = []
    shelf.set_empty("No favorites yet", "Press a star.", "Look", lambda: done.append("looked"))
    shelf.show()
    said: list[str] = []
    model.show(EpisodeQuery())
    said.append(shelf.placeholder.accessibleName())
    bridge.run()
    said.append(shelf.placeholder.accessibleName())
    shelf.placeholder._button.click()
    core.browsing.answers["page"] = KnownError("It failed", "the disk is full", "Free some.")
    model.show(EpisodeQuery())
    bridge.run()
    said.append(shelf.placeholder.accessibleName())
    shelf.placeholder._button.click()
    assert said == ["One moment…", "No favorites yet. Press a star.",
                    "It failed. The disk is full. Free some."]  # fmt: skip
    assert done == ["looked"]
    assert len(bridge.waiting) == 1, "the button tries again"


def test_a_fitted_list_is_as_high_as_its_rows(
    look: Look, bridge: HandBridge, core: HandCore, qtbot: QtBot
) -> None:
    core.episodes = [episode(n) for n in range(1, 6)]
    model = EpisodesModel(look, bridge, limit=3)
    shelf = EpisodeList(look, bridge, model, name="Talks", fit=True)
    qtbot.addWidget(shelf)
    model.show(EpisodeQuery())
    bridge.run()
    assert shelf.sizeHint().height() == 3 * 66 + 14
    look.follow(Settings(theme=Theme.LIGHT, text_percent=200))
    assert shelf.sizeHint().height() == 3 * 132 + 26


def test_a_list_may_use_other_words(rig: Rig) -> None:
    asked: list[int] = []

    def end(_episode: Episode, row: int) -> str:
        asked.append(row)
        return "Next" if row == 0 else "Waiting"

    rig.list.set_text(RowText(end=end))
    rig.list.grab()
    assert sorted(set(asked)) == [0, 1]


def test_a_row_is_painted_in_every_state(look: Look, rig: Rig) -> None:
    plain = rig.list.grab().toImage()
    rig.bridge.tell(PlayerChanged(now_playing(episode(7))))
    playing = rig.list.grab().toImage()
    assert plain != playing
    look.follow(Settings(theme=Theme.DARK))
    assert rig.list.grab().toImage() != playing
    rig.list.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    mirrored = rig.list.grab().toImage()
    spot = mirrored.pixelColor(mirrored.width() - 40, 40)
    assert spot.name() in {look.palette.lamp, look.palette.card, look.palette.lamp_soft}


def test_the_part_under_a_point_is_known(look: Look) -> None:
    row = EpisodeRow(look)
    rect = QRect(0, 0, 746, 66)
    at = places(rect, look.px)
    found = [row.part_at(rect, part.center()) for part in (at.play, at.star, at.end, at.title)]
    assert found == [Part.PLAY, Part.STAR, Part.STATE, Part.ROW]


def test_how_far_a_talk_was_heard_is_not_taken_for_a_download() -> None:
    begun = episode(1, state=DownloadState.DOWNLOADED, duration=3480.0, position=1427.0)
    assert RowText().end(begun, 0) == "▬ 41 % heard"


def test_a_second_line_that_does_not_fit_gets_what_the_columns_do_not_need(look: Look) -> None:
    row = EpisodeRow(look)
    width = look.px(800)
    wide = row.places(QRect(0, 0, width, 66)).subtitle.width()
    one = episode(1, title="Short", event="Founders' Day", place="Akron", position=60.0,
                  year=1998, fellowship="AA")  # fmt: skip
    assert row._room_for(row.text.subtitle(one), Role.ROW) < wide
    assert not row.fit([(0, one)], width)
    long = replace(one, event="The Founders' Day that was held in the old town hall of Akron")
    assert row._room_for(row.text.subtitle(long), Role.ROW) > wide
    assert row.fit([(0, long)], width)
    assert row.places(QRect(0, 0, width, 66)).subtitle.width() > wide


@pytest.mark.parametrize("percent", [80, 100, 200])
def test_a_click_beside_the_star_means_it(look: Look, percent: int) -> None:
    look.follow(replace(look.settings, text_percent=percent))
    row = EpisodeRow(look)
    rect = QRect(0, 0, look.px(746), look.px(66))
    at = row.places(rect)
    star = [x for x in range(rect.width())
            if row.part_at(rect, QPoint(x, at.star.center().y())) is Part.STAR]  # fmt: skip
    high = [y for y in range(rect.height())
            if row.part_at(rect, QPoint(at.star.center().x(), y)) is Part.STAR]  # fmt: skip
    assert min(star) < at.star.left()
    assert max(star) > at.star.right()
    assert min(len(star), len(high)) >= 32
    assert row.part_at(rect, at.title.center()) is Part.ROW
    assert row.part_at(rect, QPoint(at.title.right(), at.title.center().y())) is Part.ROW


def test_what_plays_is_told_from_what_is_chosen(rig: Rig) -> None:
    rig.bridge.tell(PlayerChanged(now_playing(episode(7))))
    rig.list.view.choose(1, 1)
    image = rig.list.view.viewport().grab().toImage()
    lamp = rig.list._look.palette.lamp

    def marked(row: int) -> bool:
        rect = rig.list.view.visualRect(rig.model.index(row))
        spot = rig.list.delegate.places(rect).play
        return image.pixelColor(spot.center().x(), spot.top() + 4).name() == lamp.lower()

    assert [marked(row) for row in (0, 1)] == [True, False]

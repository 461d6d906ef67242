"""The transcript on the talk's page: asked for, in step with the sound, searched, gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QWheelEvent
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QPushButton,
    QSlider,
    QStyle,
    QStyleOptionFrame,
    QVBoxLayout,
    QWidget,
)

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TranscriptLine
from desktop_app.services.transcripts import Offer
from desktop_app.ui.pages.talk_transcript import TranscriptPanel
from desktop_app.ui.pages.talk_transcript_rows import row_at
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.uneven_list import Wrapping
from tests.support.hand import Told

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look
    from tests.support.hand import HandBridge, HandCore

WORDS = "we came to believe that a power greater than ourselves could restore us to sanity " * 2
LINES = tuple(
    TranscriptLine(10.0 * at, 10.0 * at + 9, "Bob" if at % 10 < 7 else "Mary", f"Line {at} {WORDS}")
    for at in range(200)
)
UNTIMED = tuple(line._replace(start=None, until=None) for line in LINES)


@pytest.fixture
def transcripts(core: HandCore) -> Told:
    """The service; the talk's transcript is here."""
    told = Told("transcripts", core.log)
    told.answers = {"offer": Offer(LINES, offered=True), "lines": LINES, "search": ()}
    return told


@pytest.fixture
def panel(qtbot: QtBot, look: Look, bridge: HandBridge, transcripts: Told) -> TranscriptPanel:
    """The panel, with no talk yet."""
    panel = TranscriptPanel(look, bridge, lambda _core: transcripts)  # type: ignore[arg-type,return-value]
    panel.resize(820, 480)
    qtbot.addWidget(panel)
    return panel


def visit(panel: TranscriptPanel, bridge: HandBridge, talk: int = 7) -> None:
    """Open a talk and let everything be answered."""
    panel.show_talk(talk)
    bridge.run()


def in_sight(panel: TranscriptPanel, row: int) -> bool:
    """Tell whether a row is wholly in sight."""
    view = panel.view
    return view.viewport().rect().contains(view.visualRect(view.rows.index(row)))


def wheel(panel: TranscriptPanel) -> None:
    """Turn the wheel over the list, downwards."""
    view = panel.view.viewport()
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(view.mapToGlobal(middle.toPoint())),
        QPoint(0, -240),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - it has no name
    )
    QApplication.sendEvent(view, event)


def test_without_one_there_is_nothing_to_see(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told
) -> None:
    transcripts.answers["offer"] = Offer()
    visit(panel, bridge)
    assert panel.isHidden()


def test_one_that_is_here_is_shown_at_once(
    panel: TranscriptPanel, bridge: HandBridge, core: HandCore
) -> None:
    visit(panel, bridge)
    assert not panel.isHidden()
    assert panel.placeholder.isHidden()
    assert panel.view.rows.rowCount() == 200
    assert core.log == [("transcripts.offer", 7)]
    panel.hide()
    panel.show_talk(7)
    assert not bridge.waiting
    assert not panel.isHidden()


def test_one_that_is_not_here_is_fetched_when_it_is_asked_for(
    panel: TranscriptPanel, bridge: HandBridge, core: HandCore, transcripts: Told
) -> None:
    transcripts.answers["offer"] = Offer((), offered=True)
    visit(panel, bridge)
    assert "offers a transcript" in panel.placeholder.accessibleName()
    assert panel.view.isHidden()
    assert panel.field.isHidden()
    assert core.log == [("transcripts.offer", 7)]
    next(b for b in panel.placeholder.findChildren(Button) if b.text()).click()
    assert "One moment" in panel.placeholder.accessibleName()
    panel.show_talk(7)
    assert len(bridge.waiting) == 1
    bridge.run()
    assert core.log[1:] == [("transcripts.lines", 7)]
    assert not panel.view.isHidden()
    assert not panel.field.isHidden()


def test_a_failure_stands_where_it_happened_and_can_be_tried_again(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told
) -> None:
    transcripts.answers["offer"] = Offer((), offered=True)
    transcripts.answers["lines"] = KnownError("The transcript did not come", "it is gone")
    visit(panel, bridge)
    panel.ask()
    bridge.run()
    for _ in range(2):
        assert panel.placeholder.accessibleName() == "The transcript did not come. It is gone."
        panel.show_talk(7)
        bridge.run()
    transcripts.answers["lines"] = LINES
    next(b for b in panel.placeholder.findChildren(Button) if b.text() == "Try again").click()
    bridge.run()
    assert panel.view.rows.rowCount() == 200


def test_an_answer_for_the_talk_before_is_not_shown(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told
) -> None:
    transcripts.answers["offer"] = lambda talk: Offer(LINES if talk == 7 else (), offered=True)
    panel.show_talk(7)
    panel.show_talk(8)
    bridge.run()
    assert panel.view.rows.rowCount() == 0
    panel.ask()
    panel.show_talk(7)
    transcripts.answers["lines"] = LINES[:3]
    bridge.run()
    assert panel.view.rows.rowCount() == 200


def test_the_present_line_is_marked_and_kept_in_sight(
    panel: TranscriptPanel, bridge: HandBridge
) -> None:
    panel.show_place(1500.0)
    visit(panel, bridge)
    panel.show_place(1505.0)
    assert panel.view.present == 150
    assert [index.row() for index in panel.view.selectedIndexes()] == [150]
    assert in_sight(panel, 150)
    panel.show_place(20.0)
    assert in_sight(panel, 2)
    panel.show_place(-1.0)
    assert panel.view.selectedIndexes() == []


def test_it_stays_where_the_person_scrolled_to_until_they_go_back(
    panel: TranscriptPanel, bridge: HandBridge
) -> None:
    visit(panel, bridge)
    panel.show_place(505.0)
    assert panel.again.isHidden()
    wheel(panel)
    assert not panel.view.following
    assert not panel.again.isHidden()
    here = panel.view.verticalScrollBar().value()
    panel.show_place(1505.0)
    assert panel.view.verticalScrollBar().value() == here
    assert panel.view.present == 150
    panel.again.click()
    assert in_sight(panel, 150)
    assert panel.again.isHidden()
    QTest.keyClick(panel.view, Qt.Key.Key_PageDown)
    assert not panel.view.following


def test_a_click_or_enter_goes_there(
    qtbot: QtBot, panel: TranscriptPanel, bridge: HandBridge
) -> None:
    visit(panel, bridge)
    view = panel.view
    with qtbot.waitSignal(panel.sought) as sought:
        at = view.visualRect(view.rows.index(1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sought.args == [10.0]
    QTest.keyClick(view, Qt.Key.Key_Down)
    with qtbot.waitSignal(panel.sought) as sought:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert sought.args == [20.0]
    assert view.following


def test_keys_lead_through_the_lines(panel: TranscriptPanel, bridge: HandBridge) -> None:
    visit(panel, bridge)
    view = panel.view
    QTest.keyClick(panel.field, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 0
    QTest.keyClick(view, Qt.Key.Key_End)
    assert (view.currentIndex().row(), in_sight(panel, 199)) == (199, True)
    QTest.keyClick(view, Qt.Key.Key_PageUp)
    assert 180 < view.currentIndex().row() < 199
    QTest.keyClick(view, Qt.Key.Key_Home)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert 0 < view.currentIndex().row() < 20
    QTest.keyClick(view, Qt.Key.Key_Up)
    assert in_sight(panel, view.currentIndex().row())


def test_without_times_nothing_is_marked_or_gone_to(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told
) -> None:
    transcripts.answers["offer"] = Offer(UNTIMED, offered=True)
    visit(panel, bridge)
    gone: list[float] = []
    panel.sought.connect(gone.append)
    panel.show_place(500.0)
    QTest.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(90, 20))
    assert (panel.view.present, gone, panel.again.isHidden()) == (-1, [], True)


def test_finding(
    panel: TranscriptPanel, bridge: HandBridge, core: HandCore, transcripts: Told
) -> None:
    visit(panel, bridge)
    transcripts.answers["search"] = (3, 70, 140)
    QTest.keyClicks(panel.field, "po")
    bridge.run()
    assert ("transcripts.search", 7, "po") in core.log
    assert panel.found.text() == "1 of 3"
    assert panel.view.delegate.found == {3, 70, 140}
    QTest.keyClick(panel.field, Qt.Key.Key_Return)
    assert panel.found.text() == "2 of 3"
    assert in_sight(panel, 70)
    assert not panel.view.following
    panel.before.click()
    panel.before.click()
    assert (panel.found.text(), in_sight(panel, 140)) == ("3 of 3", True)
    panel.after.click()
    assert (panel.found.text(), in_sight(panel, 3)) == ("1 of 3", True)
    transcripts.answers["search"] = ()
    QTest.keyClicks(panel.field, "x")
    bridge.run()
    assert panel.found.text() == "Not found"
    assert not panel.after.isEnabled()
    QTest.keyClick(panel.field, Qt.Key.Key_Escape)
    bridge.run()
    assert (panel.found.text(), panel.view.delegate.found) == ("", frozenset())


def test_finding_begins_with_what_is_in_sight(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told
) -> None:
    visit(panel, bridge)
    panel.show_place(700.0)
    transcripts.answers["search"] = (3, 75, 140)
    panel.field.setText("power")
    bridge.run()
    assert panel.found.text() == "2 of 3"


def test_every_line_can_be_heard(panel: TranscriptPanel, bridge: HandBridge) -> None:
    visit(panel, bridge)
    rows = panel.view.rows
    QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    aloud = rows.index(7).data(Qt.ItemDataRole.AccessibleTextRole)
    assert aloud == f"Mary: {LINES[7].text}, at 1 minute 10 seconds"
    assert panel.view.accessibleName() == "Transcript"
    for part in (panel.field, panel.before, panel.after):
        assert part.accessibleName()
    panel.view.show_lines(UNTIMED[:5])
    assert rows.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == f"Bob: {LINES[0].text}"
    panel.view.show_lines(LINES)
    panel.view.show_lines(())


def test_rows_are_as_high_as_their_words_need(panel: TranscriptPanel, bridge: HandBridge) -> None:
    visit(panel, bridge)
    view = panel.view

    def rects() -> list[tuple[int, int]]:
        found = (view.visualRect(view.rows.index(row)) for row in range(200))
        return [(rect.top() + view.verticalOffset(), rect.height()) for rect in found]

    wide = rects()
    assert [top for top, _ in wide[1:]] == [top + high for top, high in wide[:-1]]
    assert wide[7][1] > wide[8][1]  # a name stands above the line
    view.show_place(1000.0)
    view.follow(on=False)
    top = view.first_in_sight()
    panel.resize(QSize(420, 480))
    narrow = rects()
    assert sum(high for _, high in narrow) > sum(high for _, high in wide)
    assert view.first_in_sight() == top
    last = view.verticalScrollBar().maximum()
    assert last == narrow[-1][0] + narrow[-1][1] - view.viewport().height()
    assert view.indexAt(QPoint(5, view.visualRect(view.rows.index(top)).bottom())).row() == top


def test_what_is_said_now_is_in_sight_from_the_first_and_at_any_size(
    panel: TranscriptPanel, bridge: HandBridge
) -> None:
    visit(panel, bridge)
    panel.show_place(1000.0)
    panel.show()
    QApplication.processEvents()
    assert in_sight(panel, 100)
    panel.resize(QSize(420, 480))
    QApplication.processEvents()
    assert in_sight(panel, 100)


def test_a_narrow_page_is_not_cut(panel: TranscriptPanel, bridge: HandBridge, look: Look) -> None:
    visit(panel, bridge)
    panel.field.setText("sanity")
    panel.show()
    panel.view.follow(on=False)
    panel.show_place(10.0)
    for width, below in ((820, False), (420, True)):
        panel.resize(width, 520)
        QApplication.processEvents()
        assert (panel.field.y() > panel.again.y() + panel.again.height() // 2) is below
        for part in (panel.field, panel.again, panel.before, panel.after, panel.view):
            right = part.mapTo(panel, part.rect().topRight()).x()
            assert right < width, part.accessibleName()
    assert panel.minimumSizeHint().width() <= look.px(400)


@pytest.mark.parametrize("width", [60, 133, 400])
def test_no_line_is_wider_than_its_room(look: Look, width: int) -> None:
    font = QFont()
    metrics = QFontMetricsF(font)
    text = f"Some words, {'W' * 90} and לומר שלום 我们承认我们对酒精无能为力 {WORDS}"
    lines = Wrapping(font).lines(text, width)
    assert all(metrics.horizontalAdvance(line) <= width + 2 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert Wrapping(font).lines("", width) == [""]


@pytest.mark.parametrize(("place", "row"), [(-1.0, -1), (0.0, 0), (9.9, 0), (10.0, 1), (1e6, 199)])
def test_the_line_at_a_place(place: float, row: int) -> None:
    assert row_at(LINES, place) == row
    assert row_at(UNTIMED, place) == row_at((), place) == -1


def test_more_letters_do_not_lead_away_from_where_the_search_began(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told
) -> None:
    visit(panel, bridge)
    panel.show()
    panel.show_place(1000.0)
    hits = tuple(range(0, 200, 2))
    transcripts.answers["search"] = hits
    found = []
    for letters in ("p", "po", "pow", "powe", "power"):
        panel.field.setText(letters)
        bridge.run()
        found.append(panel.view.delegate.marked)
    assert len(set(found)) == 1

    panel.after.click()
    panel.field.setText("powers")
    bridge.run()
    assert panel.view.delegate.marked == found[0] + 2, "from where the person went on to"

    panel.view.verticalScrollBar().triggerAction(QSlider.SliderAction.SliderToMaximum)
    panel.field.setText("power")
    bridge.run()
    assert panel.view.delegate.marked > 180, "from where they scrolled to"


def test_asking_for_it_leaves_the_keyboard_with_it(
    panel: TranscriptPanel, bridge: HandBridge, transcripts: Told, qtbot: QtBot
) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    column = QVBoxLayout(room)
    column.addWidget(QPushButton("Bookmark"))
    column.addWidget(panel)
    room.show()
    room.activateWindow()
    transcripts.answers["offer"] = Offer(offered=True)
    transcripts.answers["lines"] = KnownError("It was not fetched", "the server is away")
    visit(panel, bridge)
    button = panel.placeholder.findChild(Button)
    assert button is not None
    button.setFocus()
    button.click()
    assert room.focusWidget() is panel
    bridge.run()
    assert room.focusWidget() is button, "to be tried again"

    transcripts.answers["lines"] = LINES
    button.click()
    bridge.run()
    assert room.focusWidget() is panel.view
    panel.setParent(None)


@pytest.mark.parametrize("width", [400, 620, 700, 820, 1000])
def test_its_hint_is_whole(panel: TranscriptPanel, bridge: HandBridge, width: int) -> None:
    visit(panel, bridge)
    panel.resize(width, 480)
    panel.show()
    QApplication.processEvents()
    option = QStyleOptionFrame()
    panel.field.initStyleOption(option)
    part = QStyle.SubElement.SE_LineEditContents
    room = panel.field.style().subElementRect(part, option, panel.field)
    hint = panel.field.fontMetrics().horizontalAdvance(panel.field.placeholderText())
    assert room.width() >= hint + 4

"""Short lists and the sidebar's rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from desktop_app.base.model import Counts
from desktop_app.ui.models.plain import LINE, Line, LinesModel, speaker_lines
from desktop_app.ui.models.sidebar import add_lines, foot_lines, main_lines
from tests.support.hand import feed, speaker

pytestmark = pytest.mark.usefixtures("look")


def lines(*names: str) -> tuple[Line[str], ...]:
    return tuple(Line(name, name) for name in names)


def test_lines_can_be_replaced_by_more_fewer_and_others() -> None:
    model = LinesModel[str]()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    for names in (("a", "b"), ("a", "b", "c", "d"), ("c",), (), ("x", "y"), ("y", "x")):
        model.set_lines(lines(*names))
        assert tuple(model.index(row).data() for row in range(model.rowCount())) == names
    assert model.row_of("x") == 1
    assert model.row_of("nobody") == -1
    assert model.line(9) is None


def test_the_same_lines_change_nothing() -> None:
    model = LinesModel[str]()
    model.set_lines(lines("a"))
    told: list[object] = []
    model.dataChanged.connect(lambda *_where: told.append(1))
    model.set_lines(lines("a"))
    assert told == []


def test_a_line_is_said_with_its_number_unless_it_has_words_of_its_own() -> None:
    model = LinesModel[str]()
    model.set_lines((Line("a", "Adele L.", 1284), Line("b", "+ Add", aloud="Add a feed")))
    aloud = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in (0, 1)]
    assert aloud == ["Adele L., 1,284", "Add a feed"]
    assert model.index(0).data(LINE) == Line("a", "Adele L.", 1284)


def test_headings_cannot_be_chosen() -> None:
    model = LinesModel[str]()
    model.set_lines((Line("", "Subscriptions", heading=True), Line("a", "A")))
    chosen = [bool(model.flags(model.index(row)) & Qt.ItemFlag.ItemIsSelectable) for row in (0, 1)]
    assert chosen == [False, True]


def test_speakers_begin_with_everyone() -> None:
    for short, shown in ((True, "Adele L."), (False, "Adele Lark")):
        made = speaker_lines((speaker("Adele Lark", 3),), 1284, short=short)
        assert [(line.value, line.text, line.number) for line in made] == [
            (None, "Everyone", 1284),
            ("Adele Lark", shown, 3),
        ]


def test_the_sidebar_has_pages_then_feeds_and_below_them_the_way_to_more() -> None:
    made = main_lines(Counts(talks=1284, queue=0), (feed(7, title="Sober Cast", unheard=4),))
    assert [(line.value[0], line.number) for line in made] == [
        ("today", None),
        ("speakers", 1284),
        ("meditations", None),
        ("favorites", None),
        ("queue", None),
        ("downloads", None),
        ("", None),
        ("feed", 4),
    ]
    assert made[-1].value == ("feed", 7)
    assert made[-1].aloud == "Sober Cast, 4 not heard"
    assert [(line.value, line.aloud) for line in add_lines()] == [(("add", None), "Add a feed")]


def test_problems_show_only_while_there_are_some() -> None:
    assert [line.value[0] for line in foot_lines(Counts())] == ["settings"]
    some = foot_lines(Counts(problems=2))
    assert [(line.value[0], line.number) for line in some] == [("problems", 2), ("settings", None)]


def test_names_that_look_the_same_are_told_in_full_to_pointer_and_ear() -> None:
    made = speaker_lines(
        (speaker("Bob D.", 2), speaker("Bob Darrell", 3), speaker("Ann Ames", 1)), 6, short=True
    )
    assert [(line.text, line.hint, line.aloud) for line in made[1:]] == [
        ("Bob D.", "", "Bob D., 2 talks"),
        ("Bob D.", "Bob Darrell", "Bob Darrell, 3 talks"),
        ("Ann A.", "", "Ann A., 1 talk"),
    ]

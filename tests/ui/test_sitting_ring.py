"""The words in the ring of a sitting are as large as the ring has room for."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop_app.ui.look.tokens import Role
from desktop_app.ui.pages.sitting_ring import Ring, broken, even
from desktop_app.ui.pages.sitting_words import Moment

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.look.theme import Look

LAST = "the next bell is the last"
NEXT = "next bell in 2:36"


def shown(below: str, remaining: str = "4:23") -> Moment:
    return Moment(0.5, remaining, below, "", "5 minutes left", sat=True)


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """What the ring stands on; a window of its own would not be smaller than it likes to be."""
    host = QWidget()
    qtbot.addWidget(host)
    host.show()
    return host


@pytest.fixture
def ring(look: Look, host: QWidget) -> Ring:
    ring = Ring(look)
    ring.setParent(host)
    ring.show()
    return ring


def grow(ring: Ring, look: Look, percent: int, side: int) -> None:
    look.follow(replace(look.settings, text_percent=percent))
    ring.resize(side, side)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (LAST, "the next bell\nis the last"),
        ("next bell in 12:36", "next bell\nin 12:36"),
        ("paused", "paused"),
        ("", ""),
    ],
)
def test_two_lines_are_as_even_as_can_be(text: str, lines: str) -> None:
    assert broken(text, even(text, len)) == lines


@pytest.mark.parametrize(
    ("percent", "side", "below", "lines", "least"),
    [
        (100, 316, LAST, 1, 1.0),
        (100, 223, LAST, 1, 1.0),
        (200, 632, LAST, 1, 1.0),
        (200, 319, LAST, 2, 1.0),
        (200, 319, NEXT, 1, 1.0),
        (200, 232, LAST, 2, 0.8),
        (200, 232, "the next bell in 10:00", 2, 0.8),
        (200, 232, "mitternachtsglocke", 1, 0.5),
    ],
)
def test_the_line_grows_with_the_text_as_far_as_the_ring_has_room(
    ring: Ring, look: Look, percent: int, side: int, below: str, lines: int, least: float
) -> None:
    grow(ring, look, percent, side)
    ring.show_moment(shown(below))
    label = ring.below
    assert label.text().replace("\n", " ") == below
    assert label.text().count("\n") + 1 == lines
    assert least <= label.font().pointSizeF() / look.font(Role.BODY).pointSizeF() <= 1.0


@pytest.mark.parametrize(
    ("percent", "side"), [(100, 316), (100, 116), (200, 319), (200, 232), (200, 150)]
)
@pytest.mark.parametrize("below", [LAST, NEXT])
def test_no_word_touches_the_ring(
    ring: Ring, look: Look, qtbot: QtBot, percent: int, side: int, below: str
) -> None:
    grow(ring, look, percent, side)
    ring.show_moment(shown(below))
    inner = side / 2 * (1 - 20 / 316)
    qtbot.waitUntil(lambda: ring.below.height() == ring.below.sizeHint().height())
    assert ring.height() == ring.width() == side
    for number, line in enumerate(ring.below.text().split("\n"), 1):
        metrics = ring.below.fontMetrics()
        foot = ring.below.y() + number * metrics.height() - side / 2
        assert math.hypot(metrics.horizontalAdvance(line) / 2, foot) < inner


def test_another_text_is_measured_anew_but_no_other_digit(ring: Ring, look: Look) -> None:
    grow(ring, look, 200, 200)
    ring.show_moment(shown("next bell in 1:11"))
    size = ring.below.font()
    ring.show_moment(shown("next bell in 0:00"))
    assert ring.below.font() == size
    assert ring.below.text().replace("\n", " ") == "next bell in 0:00"
    ring.show_moment(shown("paused"))
    assert ring.below.text() == "paused"
    assert ring.below.font() == look.font(Role.BODY)

"""What headers say of versions and lengths, as tables."""

from __future__ import annotations

import pytest

from desktop_app.downloads.answer import Answer, continued

DATE, LATER = "Wed, 21 Oct 2015 07:28:00 GMT", "Thu, 22 Oct 2015 07:28:00 GMT"
ONE = Answer('"1"', DATE, 900)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (Answer('"1"', DATE), '"1"'),
        (Answer('W/"1"', DATE), DATE),
        (Answer('W/"1"'), None),
        (Answer(), None),
    ],
)
def test_validator(answer: Answer, expected: str | None) -> None:
    assert answer.validator == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (Answer(), False),
        (ONE, False),
        (Answer('"2"'), True),
        (Answer(None, LATER), True),
        (Answer('"1"', LATER), True),
        (Answer('"2"', DATE), True),
    ],
)
def test_contradicts(told: Answer, expected: bool) -> None:
    assert told.contradicts(ONE) is expected


UNMEASURED, NAMELESS = Answer('"1"'), Answer(None, None, 900)
NO = None


@pytest.mark.parametrize(
    ("known", "total", "have", "doubt", "expected"),
    [
        # as promised, or nothing said to the contrary
        (ONE, 900, 500, False, 900),
        (ONE, None, 500, False, 900),
        (UNMEASURED, 900, 500, False, 900),
        # the end is here, whatever was promised
        (ONE, 500, 500, False, 500),
        (UNMEASURED, 500, 500, False, 500),
        # another length
        (ONE, 901, 500, False, NO),
        (ONE, 400, 500, False, NO),
        (UNMEASURED, 400, 500, False, NO),
        # in doubt the total is believed
        (ONE, 1200, 900, True, 1200),
        (ONE, 900, 900, True, 900),
        (ONE, 800, 900, True, NO),
        # but only a validator vouches for more
        (NAMELESS, 900, 900, True, 900),
        (NAMELESS, 1200, 900, True, NO),
        (NAMELESS, None, 900, True, NO),
    ],
)
def test_continued(
    known: Answer, total: int | None, have: int, doubt: bool, expected: int | None
) -> None:
    answer = continued(known, Answer(), total, have, doubt=doubt)
    assert (answer and answer.expected) == expected


def test_another_version_never_goes_on() -> None:
    assert continued(ONE, Answer('"2"'), 900, 500, doubt=False) is None
    assert continued(ONE, Answer(None, LATER), 900, 900, doubt=True) is None


def test_in_doubt_a_total_that_is_not_named_may_be_any() -> None:
    answer = continued(ONE, ONE, None, 900, doubt=True)
    assert answer is not None
    assert answer.expected is None

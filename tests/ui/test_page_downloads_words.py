"""What the Downloads page says of files, of waiting and of room: tables, no widgets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.shelf import Removable, Space, Wait, WaitFor
from desktop_app.services.events import DownloadProgress
from desktop_app.ui.pages import downloads_choices as choices
from desktop_app.ui.pages import downloads_words as said_of
from desktop_app.ui.pages.downloads_shelf import Shelf, moved, under_way
from tests.support.hand import MOMENT, episode
from tests.ui.downloads_desk import AT_TEN, PAUSED, QUEUED, RETRY, moving, progress, queued

if TYPE_CHECKING:
    from desktop_app.base.model import Episode

pytestmark = pytest.mark.usefixtures("look")
GB = 10**9
HOURS = Wait(WaitFor.HOURS, AT_TEN)
ROOM = Wait(WaitFor.ROOM, detail="the 20 GB for recordings are used")
LINE = Wait(WaitFor.LINE)


@pytest.mark.parametrize(
    ("one", "event", "wait", "said"),
    [
        (moving(), progress(), None, "22.4 of 35.0 MB · 1.1 MB/s · 11 s left"),
        (moving(), None, None, "22.4 of 35.0 MB"),
        (moving(), progress(speed=0), None, "22.4 of 35.0 MB"),
        (
            moving(),
            progress(waiting="connection lost, trying again in 8 s"),
            None,
            "22.4 of 35.0 MB · connection lost, trying again in 8 s, from 22 MB",
        ),
        (
            moving(state=QUEUED),
            progress(waiting="connection lost, trying again in 8 s"),
            RETRY,
            "22.4 of 35.0 MB · connection lost, trying again in 40 s, from 22 MB",
        ),
        (
            moving(state=QUEUED, received=1_000_000, size=12_400_000),
            None,
            replace(RETRY, until=MOMENT),
            "1.0 of 12.4 MB · connection lost, trying again, from 1.0 MB",
        ),
        (moving(state=PAUSED), progress(), None, "22.4 of 35.0 MB · paused"),
        (moving(size=None), DownloadProgress(1, 400_000, None, 90_000), None, "400 kB · 90 kB/s"),
    ],
)
def test_facts_of_a_row(
    one: Episode, event: DownloadProgress | None, wait: Wait | None, said: str
) -> None:
    assert said_of.facts(one, event, wait, MOMENT) == said


@pytest.mark.parametrize(
    ("wait", "first", "short", "aloud"),
    [
        (None, True, "Next", "next in line"),
        (Wait(WaitFor.TURN), True, "Next", "next in line"),
        (Wait(WaitFor.TURN), False, "Waiting", "waits for its turn"),
        (HOURS, True, "After 22:00", "waits after 22:00"),
        (ROOM, False, "Waits for room", "waits for room: the 20 GB for recordings are used"),
        (
            Wait(WaitFor.SERVER, detail="archive.org"),
            False,
            "Two at a time from archive.org",
            "waits until archive.org has sent another one: two at a time from one server",
        ),
        (RETRY, False, "Tries again in 40 s", "connection lost, trying again in 40 s"),
        (LINE, False, "Waits for a free line", "waits for a connection that is not paid by use"),
        (Wait(WaitFor.PAUSE), True, "Paused", "paused, as all downloads are"),
    ],
)
def test_what_a_row_waits_for(wait: Wait | None, first: bool, short: str, aloud: str) -> None:
    assert said_of.waits_for(wait, MOMENT, first=first) == short
    assert said_of.waits_aloud(wait, MOMENT, first=first) == aloud


def test_every_reason_to_wait_has_words() -> None:
    for reason in WaitFor:
        wait = Wait(reason, AT_TEN, "x")
        assert said_of.waits_for(wait, MOMENT, first=False)
        assert said_of.waits_aloud(wait, MOMENT, first=False)


@pytest.mark.parametrize(
    ("waits", "what", "action"),
    [
        ([HOURS, HOURS], "Downloads go on at 22:00", "Allow any time"),
        ([ROOM, ROOM], "Downloads wait for room", ""),
        ([LINE], "New talks wait for a connection that is not paid by use", "Do not wait"),
        ([HOURS, RETRY], None, ""),
        ([Wait(WaitFor.TURN), Wait(WaitFor.TURN)], None, ""),
        ([Wait(WaitFor.PAUSE)], None, ""),
        ([], None, ""),
    ],
)
def test_what_all_wait_for_is_said_once(waits: list[Wait], what: str | None, action: str) -> None:
    said = said_of.standing(Shelf(waits=dict(enumerate(waits))), "22:00 – 07:00")
    assert (said.what if said else None) == what
    assert said is None or said.action == action
    if what and "22:00" in what:
        assert said is not None
        assert "22:00 – 07:00" in said.why


@pytest.mark.parametrize(
    ("one", "after", "order"),
    [(3, None, (3, 1, 2, 4)), (1, 4, (2, 3, 4, 1)), (4, 1, (1, 4, 2, 3)), (2, 99, (2, 1, 3, 4))],
)
def test_a_move_is_an_order(one: int, after: int | None, order: tuple[int, ...]) -> None:
    assert moved([1, 2, 3, 4], one, after) == order


def test_what_has_begun_is_under_way_though_it_may_rest() -> None:
    begun = episode(1, state=QUEUED, received=1_000_000)
    shelf = Shelf(queued=(begun, *queued(2, 3)), waiting=3, waits={1: RETRY, 2: RETRY})
    moving_rows, waiting = under_way(shelf, {})
    assert [one.id for one in moving_rows] == [1]
    assert [one.id for one in waiting] == [2, 3]
    assert said_of.summary(shelf, moving_rows) == "1 in progress · 2 waiting"
    resting = replace(shelf, paused=True)
    moving_rows, waiting = under_way(resting, {})
    assert [one.id for one in moving_rows] == [1]
    said = "Everything is paused · 1 in progress · 2 waiting"
    assert said_of.summary(resting, moving_rows) == said


def test_what_was_begun_and_waits_for_its_turn_rests() -> None:
    shelf = Shelf(queued=tuple(queued(1)), waiting=1, waits={1: Wait(WaitFor.TURN)})
    stale = {1: progress(1, 0, "connection lost, trying again in 8 s")}
    assert under_way(shelf, stale) == (shelf.queued, ())
    assert said_of.summary(shelf, shelf.queued) == "1 waiting"
    assert under_way(replace(shelf, waits={}), stale) == (shelf.queued, ())


@pytest.mark.parametrize(
    ("space", "said"),
    [
        (Space(14_200_000_000, budget=20 * GB), "14.2 GB of 20 GB used"),
        (Space(14_200_000_000), "14.2 GB used"),
        (Space(0, budget=7_500_000_000), "0 bytes of 7.5 GB used"),
        (Space(), ""),
    ],
)
def test_how_much_is_used(space: Space, said: str) -> None:
    assert said_of.summary(Shelf(space=space), ()) == said


@pytest.mark.parametrize(
    ("space", "left"),
    [
        (Space(15 * GB, free=100 * GB, budget=20 * GB), ("5.0 GB left", 5 * GB)),
        (Space(15 * GB, free=2 * GB, budget=20 * GB), ("2.0 GB free on the disk", 2 * GB)),
        (Space(15 * GB, free=2 * GB), ("2.0 GB free on the disk", 2 * GB)),
        (Space(25 * GB, free=100 * GB, budget=20 * GB), ("nothing left", 0)),
    ],
)
def test_what_could_still_be_used(space: Space, left: tuple[str, int]) -> None:
    assert said_of.rest(space) == left


@pytest.mark.parametrize(
    ("space", "waits", "removable", "stuck"),
    [
        (Space(20 * GB, free=90 * GB, budget=20 * GB), {}, Removable(), True),
        (Space(20 * GB, free=90 * GB, budget=20 * GB), {}, Removable(1, 5), False),
        (Space(19 * GB, free=90 * GB, budget=20 * GB), {}, Removable(), False),
        (Space(19 * GB, free=90 * GB, budget=20 * GB), {1: ROOM}, Removable(), True),
        (Space(1 * GB, free=1, budget=20 * GB), {1: ROOM}, Removable(), False),
        (Space(20 * GB, free=1), {1: ROOM}, Removable(), False),
    ],
)
def test_when_all_that_is_here_is_kept_and_nothing_else_goes_in(
    space: Space, waits: dict[int, Wait], removable: Removable, stuck: bool
) -> None:
    assert Shelf(space=space, waits=waits, removable=removable).stuck is stuck


def test_words_of_choices() -> None:
    assert [choices.limit_words(each) for each in (0, 250, 2000)] == [
        "No limit", "250 kB/s", "2 MB/s"
    ]  # fmt: skip
    assert [choices.budget_words(each) for each in (0, 20_000, 7_500, 150)] == [
        "No limit", "20 GB", "7.5 GB", "150 MB"
    ]  # fmt: skip
    assert [choices.keep_words(each) for each in (0, 1, 30)] == [
        "Never", "1 day later", "30 days later"
    ]  # fmt: skip
    assert choices.window_words(None) == "Any time"
    assert choices.window_words((22 * 60, 7 * 60 + 5)) == "22:00 – 07:05"
    assert choices.change("download_hours", None) == {"download_hours": False}
    assert choices.change("budget_mb", 5) == {"budget_mb": 5}

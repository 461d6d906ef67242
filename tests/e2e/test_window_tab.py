"""Every page of the real window by the Tab key: all is met, in order, in sight, and comes round."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.paths import Home
from desktop_app.services.demo import make_demo
from desktop_app.ui.widgets.chips import Chip
from tests.support import tabbing
from tests.support.real_house import real_house

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator

    from desktop_app.house import House
    from desktop_app.services.core import Core
    from desktop_app.ui.windows.frame import Frame

T = TypeVar("T")
PATIENCE = 30_000
PLACES: tuple[tuple[str, str], ...] = (
    *((name, "") for name in ("today", "speakers", "favorites", "queue", "downloads", "add")),
    *((name, "") for name in ("settings", "problems", "about", "meditations", "sittings")),
    *((name, "") for name in ("sounds", "welcome")),
    ("preset", "preset"), ("feed", "feed"), ("talk", "talk"), ("search", "words"),
    ("speaker", "speaker"), ("series", "series"), ("favorites", "collection"),
)  # fmt: skip
LETTERS = (Qt.Key.Key_B, Qt.Key.Key_M, Qt.Key.Key_1, Qt.Key.Key_Question)
RING = 40
"""So many pixels of a small square must change."""
MIRRORED = ("today", "speakers", "talk", "downloads")


class Flashes(QObject):
    """Notes windows that come up by themselves, be it for a moment: they take the keyboard."""

    def __init__(self, frame: Frame) -> None:
        super().__init__(frame)
        self._frame = frame
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Look at what is shown."""
        if event.type() == QEvent.Type.Show and watched is not self._frame:
            window = isinstance(watched, QWidget) and watched.isWindow()
            if window and not isinstance(watched, QMenu):
                self.seen.append(repr(watched))
        return False


class Keys(QObject):
    """Stands before the window and keeps the plain keys that reach it."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's
        """Keep a key."""
        kept = event.type() == QEvent.Type.KeyPress
        if kept:
            self.heard.append(event.key())  # type: ignore[attr-defined]  # a key event has one
        return kept


class Walked:
    """The house over the demo's home, and where its pages are."""

    def __init__(self, house: House) -> None:
        self.house = house
        self.flashes = Flashes(house._frame)
        page = self.ask(lambda core: core.browsing.page(EpisodeQuery(text="steps"), 0, 1))
        part = self.ask(lambda core: core.browsing.page(EpisodeQuery(text="joe"), 0, 1)).episodes[0]
        own = self.ask(lambda core: core.collections.all())
        talk = page.episodes[0]
        self.subjects: dict[str, object] = {
            "": None, "preset": 2, "feed": talk.feed_id, "talk": talk.id, "words": "joe",
            "speaker": part.speakers[0], "series": part.series_key, "collection": own[0].id,
        }  # fmt: skip

    def ask(self, make: Callable[[Core], Coroutine[object, object, T]]) -> T:
        """Return what the engine says."""
        answers: list[T] = []
        self.house.bridge.call(make, answers.append)
        patience = QDeadlineTimer(PATIENCE)
        while not answers:
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            assert not patience.hasExpired()
        return answers[0]

    def open(self, name: str, subject: str) -> None:
        """Show a page and wait until it has all that it shows."""
        self.house.window.open(name, self.subjects[subject])
        before: list[QWidget] = []
        same = 0
        for _ in range(40):
            self.ask(lambda core: core.browsing.counts())
            QTest.qWait(30)  # what comes from files comes by a thread of its own
            now = tabbing.can_be_pressed(self.house.window)
            same = same + 1 if now == before else 0
            if same == 3:
                return
            before = now
        raise AssertionError("the page never comes to rest")


@pytest.fixture(scope="module")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    """The real window over a demo home, as large as the design's."""
    home = Home(tmp_path_factory.mktemp("walked") / "home")
    asyncio.run(make_demo(home))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HEARTHSIDE_AUDIO", "null")
        with real_house(home) as house:
            walked = Walked(house)
            qapp.installEventFilter(walked.flashes)
            yield walked
            qapp.removeEventFilter(walked.flashes)
            qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def on_page(walked: Walked, stops: list[QWidget]) -> list[QWidget]:
    """Return those of the stops that are on the page."""
    page = walked.house.window.page
    assert page is not None
    return [stop for stop in stops if page.isAncestorOf(stop)]


def in_order(walked: Walked, stops: list[QWidget]) -> list[str]:
    """Return what goes against the way one reads: sidebar, page, player; and on the page."""
    window = walked.house.window
    page = window.page
    assert page is not None
    parts = [window.sidebar, page, window.player]
    turns = [next(at for at, part in enumerate(parts) if part.isAncestorOf(stop)) for stop in stops]
    begun = next(at for at, turn in enumerate(turns) if turn == 0 and turns[at - 1] != 0)
    turned = turns[begun:] + turns[:begun]
    wrong = [] if turned == sorted(turned) else [f"sidebar, page, player: {turns}"]
    return wrong + tabbing.disorder(on_page(walked, stops[begun:] + stops[:begun]), page)


def deaf(walked: Walked, stops: list[QWidget]) -> list[str]:
    """Return the buttons from which a letter does not reach the window."""
    keys, found = Keys(), []
    walked.house.window.installEventFilter(keys)
    for each in stops:
        if isinstance(each, QAbstractButton):
            each.setFocus(Qt.FocusReason.TabFocusReason)
            keys.heard.clear()
            for key in LETTERS:
                tabbing.press(key)
            if keys.heard != list(LETTERS):
                found.append(tabbing.called(each))
    walked.house.window.removeEventFilter(keys)
    return found


@pytest.mark.parametrize(("name", "subject"), PLACES)
def test_tab_meets_everything_in_order_and_in_sight(
    walked: Walked, name: str, subject: str
) -> None:
    """And it is seen there by a plain contrast; a letter means the same from every button."""
    walked.open(name, subject)
    stops = tabbing.walk()
    widgets = [stop.widget for stop in stops]
    assert [str(stop) for stop in stops if not stop.in_sight] == []
    assert in_order(walked, widgets) == []
    met = set(widgets)
    for stop in on_page(walked, widgets):
        if isinstance(stop, Chip):
            met.update(tabbing.along(stop))
    every = tabbing.can_be_pressed(walked.house.window)
    assert [tabbing.called(each) for each in every if each not in met] == []
    own = widgets if name == "today" else on_page(walked, widgets)
    assert [tabbing.called(each) for each in own if tabbing.shown_focus(each) < RING] == []
    assert deaf(walked, own) == []
    assert walked.flashes.seen == []


@pytest.mark.parametrize("name", MIRRORED)
def test_it_is_the_same_where_text_runs_to_the_left(
    walked: Walked, qapp: QApplication, name: str
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    walked.open(name, "talk" if name == "talk" else "")
    widgets = [stop.widget for stop in tabbing.walk()]
    assert in_order(walked, widgets) == []
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

"""The menus of the player bar: how fast, for how long, and which chapter."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from desktop_app.base.listening import FASTEST, MORE_MINUTES, SLOWEST
from desktop_app.base.model import PlayStatus
from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.marks import chapter_title, current, following, preceding

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from PySide6.QtWidgets import QPushButton, QWidget

    from desktop_app.base.parsed import Chapter
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying

    Command = Callable[[Core], Coroutine[Any, Any, None]]

STEP = 0.05
RATES = (0.5, 0.8, 1.0, 1.1, 1.2, 1.3, 1.5, 1.75, 2.0, 2.5, 3.0)
SLEEPS = (5, 10, 15, 20, 30, 45, 60, 90)
STRETCHES = (10, 20, 30)
"""Minutes of a tape that are played in a meeting."""
SLOWER, FASTER = ",", "."
"""Keys that need no second one on any keyboard."""
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class SleepChoice:
    """A line of the menu: its words, what it does, whether it is in force.

    ``apart``: it begins another matter than the line above it.
    """

    text: str
    do: Command
    on: bool = False
    apart: bool = False


def sleep_left(now: NowPlaying, monotonic: float) -> float | None:
    """Return the seconds until the sleep timer ends the sound; None: it ends at no such time."""
    return None if now.sleep_at is None else max(0.0, now.sleep_at - monotonic)


def stretch_left(now: NowPlaying, monotonic: float) -> float | None:
    """Return the seconds that are played yet before it stops; None: it plays on."""
    if now.stretch is None:
        return None
    played = monotonic - now.at if now.status is PlayStatus.PLAYING else 0.0
    return max(0.0, now.stretch - played)


def ends(now: NowPlaying | None, monotonic: float) -> tuple[str, str]:
    """Return what the sleep button says, and what a screen reader says of it."""
    if now is not None and (left := sleep_left(now, monotonic)) is not None:
        return words.minutes(left), tr("Sleep timer: {state}", state=words.left(left))
    if now is not None and now.sleep_with_talk:
        return tr("End of talk"), tr("Sleep timer: at the end of the talk")
    if now is not None and (left := stretch_left(now, monotonic)) is not None:
        said = tr("Stops by itself: {state}", state=words.left(left))
        return tr("Stops in {time}", time=words.minutes(left)), said
    return tr("Sleep"), tr("Sleep timer: {state}", state=tr("off"))


def rate_menu(parent: QWidget, rate: float, choose: Callable[[float], None]) -> QMenu:
    """Return the menu of speeds; it deletes itself when it closes.

    A speed between the usual ones stands in its place among them.
    """
    menu = _menu(parent)
    usual = any(abs(rate - value) < 0.01 for value in RATES)
    for value in RATES if usual else sorted((*RATES, rate)):
        action = menu.addAction(words.rate(value))
        action.setCheckable(True)
        action.setChecked(abs(rate - value) < 0.01)
        action.triggered.connect(lambda _on, value=value: choose(value))
    menu.addSeparator()
    for text, steps in ((tr("A little faster"), 1), (tr("A little slower"), -1)):
        keys = f"\t{FASTER if steps > 0 else SLOWER}"
        action = menu.addAction(text + keys)
        action.setEnabled(stepped(rate, steps) != rate)
        action.triggered.connect(lambda _on, steps=steps: choose(stepped(rate, steps)))
    return menu


def stepped(rate: float, steps: int) -> float:
    """Return a speed so many small steps higher, or lower, within what the player can do."""
    return min(max(round((rate + steps * STEP) / STEP) * STEP, SLOWEST), FASTEST)


def chapter_menu(
    parent: QWidget, chapters: Sequence[Chapter], place: float, go: Callable[[float], None]
) -> QMenu:
    """Return the menu of chapters, the present one marked; ``go`` takes seconds."""
    menu = _menu(parent)
    here = current(chapters, place)
    for forward, text in ((False, tr("Chapter before")), (True, tr("Next chapter"))):
        target = beside(chapters, place, forward=forward)
        action = menu.addAction(f"{text}\t{tr('Shift')}+{'→' if forward else '←'}")
        action.setEnabled(target is not None)
        action.triggered.connect(lambda _on, target=target: go(target or 0.0))
    menu.addSeparator()
    for number, chapter in enumerate(chapters):
        title = _short(chapter_title(number, chapter)).replace("&", "&&")
        action = menu.addAction(f"{title}\t{words.clock(chapter.start)}")
        action.setCheckable(True)
        action.setChecked(number == here)
        action.triggered.connect(lambda _on, start=chapter.start: go(start))
    return menu


def beside(chapters: Sequence[Chapter], place: float, *, forward: bool) -> float | None:
    """Return where the next chapter begins, or this one, or the one before it if it just began.

    None: there is none further on. Before the first one lies the beginning of the talk.
    """
    starts = [chapter.start for chapter in chapters]
    if forward:
        return following(starts, place)
    before = preceding(starts, place)
    return 0.0 if before is None and starts else before


def rest_menu(parent: QWidget, buttons: Sequence[QPushButton]) -> QMenu:
    """Return a menu that presses buttons for which there is no room."""
    menu = _menu(parent)
    for button in buttons:
        action = menu.addAction(button.accessibleName())
        action.setEnabled(button.isEnabled())
        action.triggered.connect(lambda _on, button=button: button.click())
    return menu


def _short(title: str) -> str:
    return words.shortened(title, _LONGEST)


def sleep_menu(
    parent: QWidget, now: NowPlaying | None, monotonic: float, do: Callable[[Command], None]
) -> QMenu:
    """Return the menu of what ends the sound by itself."""
    menu = _menu(parent)
    for choice in sleep_choices(now, monotonic):
        if choice.apart:
            menu.addSeparator()
        action = menu.addAction(choice.text)
        action.setCheckable(True)
        action.setChecked(choice.on)
        action.triggered.connect(lambda _on, choice=choice: do(choice.do))
    return menu


def sleep_choices(now: NowPlaying | None, monotonic: float) -> list[SleepChoice]:
    """Return the lines of the menu: more time while it runs, when to sleep, a stretch to play."""
    chosen = now.sleep_minutes if now is not None else None
    with_talk = now is not None and now.sleep_with_talk
    more: list[SleepChoice] = []
    if now is not None and (left := sleep_left(now, monotonic)) is not None:
        text = tr("{n} minutes more", n=MORE_MINUTES)
        more = [SleepChoice(text, _sleep(round(left / 60) + MORE_MINUTES))]
    off = chosen is None and not with_talk
    return [
        *more,
        SleepChoice(tr("No sleep timer"), _sleep(None), off),
        *(SleepChoice(tr("{n} minutes", n=n), _sleep(n), chosen == n) for n in SLEEPS),
        SleepChoice(tr("End of talk"), _with_talk, with_talk),
        *_stretches(now),
    ]


def _stretches(now: NowPlaying | None) -> list[SleepChoice]:
    texts: dict[int | None, str] = {}
    if now is not None and now.stretch is not None:
        texts[None] = tr("Play on, do not stop")
    texts |= {n: tr("Play {n} minutes, then stop", n=n) for n in STRETCHES}
    first = next(iter(texts))
    return [SleepChoice(said, _play_for(n), apart=n == first) for n, said in texts.items()]


def _sleep(minutes: int | None) -> Command:
    return lambda core: core.listening.set_sleep(minutes)


def _with_talk(core: Core) -> Coroutine[Any, Any, None]:
    return core.listening.set_sleep(None, with_talk=True)


def _play_for(minutes: int | None) -> Command:
    return lambda core: core.listening.play_for(minutes)


def _menu(parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu

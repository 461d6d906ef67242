"""The Problems page: everything that went wrong and is not solved yet."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app.base.errors import KnownError
from desktop_app.services.events import ProblemsChanged, SettingsChanged
from desktop_app.services.logins import is_sign_in_needed
from desktop_app.services.refresh import NO_CONNECTION
from desktop_app.ui.look import feed_words, sentences, talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.notice import Sign
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.model import Episode, Problem
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.refresh import RefreshOutcome
    from desktop_app.ui.look.theme import Look

    Told = tuple[Problem, Episode | None]

T = TypeVar("T")
_MOST = 100
_REFRESH = "Refresh the feed"
_NARROW = 400


def when(problem: Problem) -> str:
    """Return when it happened, in this computer's time: "22 Nov 2026, 20:15"."""
    local = problem.at.astimezone()
    return f"{words.short_date(local)}, {words.time_of_day(problem.at)}"


def of_all_feeds(problem: Problem) -> bool:
    """Tell whether it is that no feed at all could be reached."""
    return problem.feed_id is None and problem.what == NO_CONNECTION.what


def is_locked(problem: Problem) -> bool:
    """Tell whether a feed's server wants a name and a password."""
    return problem.feed_id is not None and is_sign_in_needed(problem.what_next)


def named(what: str, episode: Episode, *, short: bool) -> str:
    """Return what happened, with the talk called as the lists call it."""
    said = talk_words.headline(episode, short=short)
    return what.replace(f"“{episode.title}”", f"“{said}”")


class ProblemCard(Card):
    """One problem: what, why, what to do, when; ``retried`` and ``dismissed`` carry it.

    ``again`` says when it is tried by itself; ``talk`` is what it is about, if it is a talk. Where
    the advice is to refresh its feed there is a button for that: ``refreshed`` carries both.
    """

    retried = Signal(object)
    refreshed = Signal(object, object)
    dismissed = Signal(object)

    def __init__(self, look: Look, problem: Problem, again: str, talk: Episode | None) -> None:
        super().__init__(look, padding=16)
        self.about, self.problem = (problem, again, talk, look.short_names), problem
        what = named(problem.what, talk, short=look.short_names) if talk else problem.what
        what, why = sentences.say(what), words.opening(sentences.say(problem.why))
        self._offer = tr("Sign in…") if is_locked(problem) else tr("Try again")
        self.retry = Button(look, self._offer, height=36)
        self.refresh = Button(look, tr("Refresh the feed"), height=36)
        self.dismiss = Button(look, tr("Dismiss"), Kind.PLAIN)
        row, column = QHBoxLayout(), QVBoxLayout()
        row.setSpacing(look.px(14))
        column.setSpacing(look.px(3))
        row.addWidget(Sign(look, Icon.WARNING, Tone.BAD), 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(Text(look, what, Role.STRONG, wrap=True))
        next_step = feed_words.advice(problem.what_next, again)
        for text in (why, next_step):
            if text:
                column.addWidget(Text(look, text, Role.ROW, Tone.SOFT, wrap=True))
        foot = Columns(look, narrow=_NARROW, gap=8)
        foot.add(Buttons(look, self.retry, self.refresh, self.dismiss))
        foot.add(Text(look, when(problem), Role.SMALL, Tone.SOFT), 0)
        column.addSpacing(look.px(8))
        column.addWidget(foot)
        row.addLayout(column, 1)
        self.body.addLayout(row)
        said = (what, why, next_step, when(problem))
        self.setAccessibleName(". ".join(each.rstrip(".") for each in said if each))
        self._serve(what, talk)

    def _serve(self, what: str, talk: Episode | None) -> None:
        """Let the buttons do what they say, about ``what``."""
        problem = self.problem
        one = problem.feed_id is not None or problem.episode_id is not None
        self.retry.setVisible(one or of_all_feeds(problem))
        self.refresh.setVisible(talk is not None and problem.what_next.startswith(_REFRESH))
        self.retry.setAccessibleName(f"{self._offer}: {what}")
        self.refresh.setAccessibleName(tr("Refresh the feed: {what}", what=what))
        self.dismiss.setAccessibleName(tr("Dismiss: {what}", what=what))
        self.retry.clicked.connect(lambda _checked: self._retry())
        self.refresh.clicked.connect(lambda _checked: self.refreshed.emit(problem, talk))
        self.dismiss.clicked.connect(lambda _checked: self.dismissed.emit(problem))

    def _retry(self) -> None:
        self.retry.setEnabled(False)
        self.retry.setText(tr("One moment…"))
        self.retry.updateGeometry()
        self.retried.emit(self.problem)

    def rest(self) -> None:
        """Let it be tried once more."""
        self.retry.setEnabled(True)
        self.retry.setText(self._offer)
        self.retry.updateGeometry()


class ProblemsPage(Page):
    """A card for each problem; the newest is the first. ``clock`` gives the local time, aware."""

    name = "problems"

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        clock: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        super().__init__(look, bridge, tr("Problems"))
        self._clock = clock
        self.cards: list[ProblemCard] = []
        self._in_sight = False
        self._reading = Reading(bridge, _read, self._show, self._refused)
        self.placeholder = Placeholder(look)
        self._stack = QVBoxLayout()
        self.more = Text(look, "", Role.ROW, Tone.SOFT)
        self.body.addWidget(self.placeholder, 1)
        self.body.addLayout(self._stack)
        self.body.addWidget(self.more)
        self.body.addStretch(0)
        self.more.hide()
        look.changed.connect(self._space)
        self._space()

    def shown(self, argument: object) -> None:
        """Read what is not solved."""
        del argument
        self._in_sight = True
        self._reading.ask()

    def hidden(self) -> None:
        """Follow nothing until the next visit."""
        self._in_sight = False

    def heard(self, event: object) -> None:
        """Read anew when a problem came or went."""
        if isinstance(event, (ProblemsChanged, SettingsChanged)) and self._in_sight:
            self._reading.ask()

    def _show(self, found: tuple[tuple[Told, ...], int]) -> None:
        (shown, count), short = found, self.look.short_names
        wanted = [(problem, self._again(problem), talk, short) for problem, talk in shown]
        keep = {card.about: card for card in self.cards}
        for about, card in keep.items():
            if about not in wanted:
                self._stack.removeWidget(card)
                card.hide()
                card.deleteLater()
        self.cards = [keep.get(about) or self._card(*about[:3]) for about in wanted]
        for at, card in enumerate(self.cards):
            self._stack.insertWidget(at, card)
        self.subtitle.setText(
            words.count(count, "1 thing needs a look", "{n} things need a look") if count else ""
        )
        rest = count - len(shown)
        self.more.setText(words.count(rest, "and 1 more", "and {n} more"))
        self.more.setVisible(rest > 0)
        self.placeholder.setVisible(not count)
        self.placeholder.empty(
            tr("Nothing is wrong"),
            tr("When a feed or a download fails, it is listed here with what to do."),
        )

    def _again(self, problem: Problem) -> str:
        """Return when it is tried again, unless feeds are refreshed only when asked to."""
        by_itself = self.look.settings.refresh_hours > 0
        return feed_words.tried_again(problem.next_try, self._clock()) if by_itself else ""

    def _card(self, problem: Problem, again: str, talk: Episode | None) -> ProblemCard:
        card = ProblemCard(self.look, problem, again, talk)
        card.refreshed.connect(self._refresh)
        card.retried.connect(self._retry)
        card.dismissed.connect(self._dismiss)
        return card

    def _refused(self, problem: KnownError) -> None:
        if self.cards:
            self.notice.tell(problem, self._reading.ask)
        else:
            self.placeholder.failed(problem, self._reading.ask)

    def _retry(self, problem: Problem) -> None:
        feed, episode = problem.feed_id, problem.episode_id
        if is_locked(problem):
            self._rest(problem)
            self.open_page.emit("feed", feed)
        elif episode is not None:
            self._do(problem, lambda core: _download(core, episode), self._tell_wait)
        elif feed is not None:
            self._do(problem, lambda core: core.refresh.refresh((feed,)))
        elif of_all_feeds(problem):
            self._do(problem, lambda core: core.refresh.refresh())

    def _dismiss(self, problem: Problem) -> None:
        self._do(problem, lambda core: core.browsing.dismiss(problem.id))

    def _refresh(self, problem: Problem, talk: Episode) -> None:
        self._do(problem, lambda core: core.refresh.refresh((talk.feed_id,)), self._tell_refreshed)

    def _tell_wait(self, waits: bool) -> None:
        """Say that a download is wanted, though nothing moves yet."""
        if waits:
            self.notice.say(
                tr("It waits: all downloads are paused"), tr("It comes when you resume them."),
                tr("Show downloads"), lambda: self.open_page.emit("downloads", None),
            )  # fmt: skip

    def _tell_refreshed(self, outcomes: tuple[RefreshOutcome, ...]) -> None:
        for outcome in outcomes:
            if outcome.error is not None:
                self.notice.tell(outcome.error)
            else:
                said = tr("{title} is refreshed", title=outcome.title)
                self.notice.say(said, tr("Now try the download again."))

    def _do(
        self,
        about: Problem,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None] = lambda _value: None,
    ) -> None:
        def done(value: T) -> None:
            then(value)
            settled()

        def settled() -> None:
            self._rest(about)
            self._reading.ask()

        def failed(problem: KnownError) -> None:
            self.notice.tell(problem)
            settled()

        self.bridge.call(make, done, failed)

    def _rest(self, about: Problem) -> None:
        for card in self.cards:
            if card.problem == about:
                card.rest()

    def _space(self) -> None:
        self._stack.setSpacing(self.look.px(12))


async def _read(core: Core) -> tuple[tuple[Told, ...], int]:
    """Return the newest problems, each with the talk that it is about, and how many there are."""
    problems = await core.browsing.problems()
    found: list[Told] = []
    for problem in problems[:_MOST]:
        talk = None
        if problem.episode_id is not None:
            with suppress(KnownError):
                talk = await core.browsing.episode(problem.episode_id)
        found.append((problem, talk))
    return tuple(found), len(problems)


async def _download(core: Core, episode_id: int) -> bool:
    """Try a download once more; return whether it waits, as all of them are paused."""
    await core.downloading.request((episode_id,))
    return await core.downloading.paused()

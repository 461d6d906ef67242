"""What was listened to, and when: days, talks, and the ways back to where one was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedLayout, QVBoxLayout, QWidget

from desktop_app.services.events import EpisodesChanged, HistoryChanged, SettingsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models import place_words
from desktop_app.ui.models.moments import MomentsModel
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.moment_list import MomentList
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desktop_app.base.errors import KnownError
    from desktop_app.base.listening import Listened
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.place_words import Spot

HISTORY = "history"
_PAGE = 100


def _now() -> datetime:
    return datetime.now().astimezone()


class History(QWidget):
    """The latest times of listening; more are read when the end of the list is in sight.

    Signals:
        open_page: as that of a page.
        said: what stands here, for the page's second line.
        failed: the ``KnownError`` of something that could not be done.
    """

    open_page = Signal(str, object)
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self, look: Look, bridge: Crossing, *, clock: Callable[[], datetime] = _now
    ) -> None:
        super().__init__()
        self._look, self._bridge, self._clock = look, bridge, clock
        self._watching = False
        self._limit, self._history = _PAGE, ()  # type: int, tuple[Listened, ...]
        self._reading = Reading(
            bridge, lambda core: core.places.history(self._limit), self._show, self._refused
        )
        self._pausing: int | None = None
        """The time of listening that goes on just now."""
        self.commands = EpisodeActions(look, bridge, self)
        self.model: MomentsModel[Spot | None] = MomentsModel(self)
        self.hint = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self.clear_button = Button(look, tr("Clear the history"), Kind.LINK)
        self.question = Notice(look)
        self.list = MomentList(
            look,
            self.model,
            name=tr("What was listened to"),
            tools=(("remove", Icon.TRASH, tr("Take out of the history")),),
        )
        self.placeholder = Placeholder(look)
        self._lay_out()
        self._connect()

    def watch(self, *, on: bool) -> None:
        """Read now and follow what changes, or leave it."""
        self._watching = on
        if on:
            self._reading.ask()
        else:
            self.question.hide()

    def heard(self, event: object) -> None:
        """Read anew when something was listened to, or the person chose differently."""
        if (self._watching and isinstance(event, HistoryChanged | SettingsChanged)) or (
            self._watching and isinstance(event, EpisodesChanged) and not event.ids
        ):
            self._reading.ask()

    def menu(self, spot: Spot) -> QMenu:
        """Return the menu of a row; it deletes itself when it closes."""
        menu, one = QMenu(self), spot.listened
        menu.aboutToHide.connect(menu.deleteLater)
        on, begin = place_words.goes_on_at(one), one.begin
        entries: list[tuple[str, Icon, Callable[[], None]]] = [
            (tr("Play on from {time}", time=words.clock(on)), Icon.PLAY,
             lambda: self._play(one, on)),
            (tr("Play from where it began, {time}", time=words.clock(begin)), Icon.BACK,
             lambda: self._play(one, begin)),
        ]  # fmt: skip
        if one.asleep is not None:
            asleep = one.asleep
            text = tr("Play from where the sleep timer was set, {time}", time=words.clock(asleep))
            entries.append((text, Icon.MOON, lambda: self._play(one, asleep)))
        entries += [
            (tr("Open"), Icon.INFO, lambda: self.open_page.emit("talk", one.episode.id)),
            (tr("Add to the end of the queue"), Icon.LIST,
             lambda: self.commands.enqueue(one.episode)),
            (tr("Take out of the history"), Icon.TRASH, lambda: self._forget(one)),
        ]  # fmt: skip
        for text, icon, do in entries:
            action = menu.addAction(qicon(self._look, icon), text)
            action.triggered.connect(lambda _on, do=do: do())
        return menu

    def _lay_out(self) -> None:
        self._head = QHBoxLayout()
        self._head.addWidget(self.hint, 1)
        self._head.addWidget(self.clear_button)
        card = Card(self._look, padding=6)
        self._stack = QStackedLayout()
        card.body.addLayout(self._stack)
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.list)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self.question)
        self._column.addWidget(card, 1)
        self.clear_button.hide()

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.commands.playing_changed.connect(lambda: self._show_lines(self._history))
        self.list.tool_used.connect(lambda _tool, spot: self._forget(spot.listened))
        self.list.menu_requested.connect(self._menu)
        self.list.end_seen.connect(self._more)
        self.commands.failed.connect(self.failed)
        self.clear_button.clicked.connect(self._ask_to_clear)
        self._look.changed.connect(self._dress)
        self._dress()

    def _show(self, history: tuple[Listened, ...]) -> None:
        self._history = history
        kept = self._look.settings.keep_history
        self._show_lines(history)
        off = tr("No history is kept any more; what stands here is from before.")
        self.hint.setText(tr("A click plays on from where you left it.") if kept else off)
        self.said.emit(tr("What you listened to, on this computer only") if history else "")
        self.hint.setVisible(bool(history))
        self.clear_button.setVisible(bool(history))
        if not history:
            self._show_empty(kept=kept)
        self._stack.setCurrentWidget(self.list if history else self.placeholder)

    def _show_lines(self, history: tuple[Listened, ...]) -> None:
        """Show the rows; the latest one of the talk that sounds can be paused."""
        sounding = self.commands.playing if self.commands.sounding else None
        latest = (one.id for one in history if sounding and one.episode.id == sounding)
        self._pausing = next(latest, None)
        lines = place_words.history_lines(
            history, self._clock().date(), short=self._look.short_names
        )
        aloud = tr("playing now")
        self.list.show_moments(
            tuple(
                replace(line, icon=Icon.PAUSE, aloud=f"{line.aloud}, {aloud}")
                if line.key == (self._pausing, "heard")
                else line
                for line in lines
            )
        )

    def _choose(self, spot: Spot) -> None:
        """Play from there, or pause what plays."""
        if spot.listened.id == self._pausing and spot.place == place_words.goes_on_at(
            spot.listened
        ):
            self.commands.play(spot.listened.episode)
        else:
            self._play(spot.listened, spot.place)

    def _show_empty(self, *, kept: bool) -> None:
        self.question.hide()
        if kept:
            title = tr("Nothing was listened to yet")
            advice = tr("What you listen to stands here, and where you were, to be found again.")
            self.placeholder.empty(title, advice)
        else:
            title = tr("No history is kept")
            advice = tr("You have switched it off. Your places in the talks are kept all the same.")
            self.placeholder.empty(
                title,
                advice,
                tr("Open the settings"),
                lambda: self.open_page.emit("settings", None),
            )

    def _refused(self, problem: KnownError) -> None:
        if self._history:
            self.failed.emit(problem)
        else:
            self.placeholder.failed(problem, self._reading.ask)
            self._stack.setCurrentWidget(self.placeholder)

    def _more(self) -> None:
        if len(self._history) >= self._limit:
            self._limit += _PAGE
            self._reading.ask()

    def _play(self, one: Listened, place: float) -> None:
        self.commands.play(one.episode, place)

    def _forget(self, one: Listened) -> None:
        self._do(lambda core: core.places.forget(one.id))

    def _menu(self, spot: Spot | None, at: QPoint) -> None:
        if spot is not None:
            self.menu(spot).popup(at)

    def _ask_to_clear(self) -> None:
        self.question.say(
            tr("Forget when you listened to what?"),
            tr("Your places, your bookmarks and what counts as heard stay."),
            tr("Clear it"),
            lambda: self._do(lambda core: core.places.clear_history()),
        )

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(12))
        self._head.setSpacing(self._look.px(12))

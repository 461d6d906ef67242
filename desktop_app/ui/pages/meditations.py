"""The Meditations page: sittings to begin, guided ones to listen to, and the log."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout

from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.services.events import (
    EpisodesChanged,
    PresetsChanged,
    SettingsChanged,
    SittingChanged,
    SittingsChanged,
)
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import meditations_work as work
from desktop_app.ui.pages import preset_work
from desktop_app.ui.pages.meditations_calendar import SittingsCard
from desktop_app.ui.pages.meditations_cards import PresetCards
from desktop_app.ui.pages.meditations_words import calendar, summary
from desktop_app.ui.pages.preset_begin import Beginning
from desktop_app.ui.pages.preset_work import NEW
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.folding_list import FoldingList
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Preset
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import RunningSitting
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.meditations_work import Cushion

GUIDED = EpisodeQuery(kind=FeedKind.MEDITATIONS)
_FEW = 3
_SIDE_BY_SIDE = 880
_DIGITS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)


def _now() -> datetime:
    return datetime.now().astimezone()


class MeditationsPage(Page):
    """Begins sittings and shows which there were; ``now`` is the clock of the calendar."""

    name = "meditations"

    def __init__(self, look: Look, bridge: Crossing, now: Callable[[], datetime] = _now) -> None:
        super().__init__(look, bridge, tr("Meditations"))
        self._now, self._in_sight = now, False
        self._first_day = QLocale().firstDayOfWeek().value
        self._cushion: Cushion | None = None
        self._gone: Preset | None = None
        self._reading = Reading(bridge, self._question, self._show, self._refused)
        self._beginning = Beginning(bridge, self._sit, self.notice.tell)
        self.running = _RunningLine(look, self._sit)
        self.cards = PresetCards(look, changeable=True)
        self.rest, self.waiting = Card(look), Placeholder(look)
        self.new = Button(look, tr("New sitting"), Kind.LINK, icon=Icon.PLUS)
        self.sounds = Button(look, tr("Bells and sounds"), Kind.PLAIN, icon=Icon.BELL,
                             role=Role.SMALL)  # fmt: skip
        self.back_again = Button(look, tr("Bring back what was removed"), Kind.PLAIN,
                                 role=Role.SMALL)  # fmt: skip
        self.guided = self._guided()
        self.sittings = SittingsCard(look)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self._connect()
        self.sittings.set_kept(look.settings.log_sittings)

    def shown(self, argument: object) -> None:
        """Read everything."""
        del argument
        self._in_sight = True
        self._reading.ask()
        self.guided.show_query(GUIDED)

    def hidden(self) -> None:
        """Follow nothing until the next visit."""
        self._in_sight = False

    def heard(self, event: object) -> None:
        """Take note of a sitting that begins or ends, and of presets that are others."""
        if isinstance(event, SettingsChanged):
            self.sittings.set_kept(event.settings.log_sittings)
        elif isinstance(event, SittingChanged):
            self.running.show_running(event.running)
        elif isinstance(event, EpisodesChanged) and self._in_sight and not event.ids:
            self.guided.show_query(GUIDED)
        if isinstance(event, SittingChanged | SittingsChanged | PresetsChanged) and self._in_sight:
            self._reading.ask()

    def key(self, key: Qt.Key) -> bool:
        """Begin the sitting of a digit, or the one that is suggested."""
        if self.running.isVisible() and (key in _DIGITS or key == Qt.Key.Key_M):
            self._sit()
            return True
        if key in _DIGITS:
            return self.cards.begin(key - Qt.Key.Key_1)
        if key == Qt.Key.Key_M and self._cushion is not None:
            ids = [card.preset.id for card in self.cards.cards]
            at = ids.index(self._cushion.suggested) if self._cushion.suggested in ids else -1
            return self.cards.begin(at)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the calendar below the list when there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _question(self, core: Core) -> Coroutine[Any, Any, Cushion]:
        return work.read_cushion(core, self._now(), self._first_day)

    def _guided(self) -> FoldingList:
        text = RowText(subtitle=lambda episode: talk_words.subtitle(episode, feed_first=True))
        guided = FoldingList(self.look, self.bridge, tr("Guided"), few=_FEW, text=text)
        for each in guided.lists:
            each.set_empty(
                tr("No guided meditations yet"),
                tr("Subscribe to a feed of meditations, and they are listed here."),
                tr("Add a feed"),
                lambda: self.open_page.emit("add", None),
            )
            each.open_requested.connect(lambda one: self.open_page.emit("talk", one.id))
            each.failed.connect(self.notice.tell)
        return guided

    def _lay_out(self) -> None:
        for button in (self.back_again, self.sounds, self.new):
            self.tools.addWidget(button)
        self.back_again.hide()
        self.rest.body.addWidget(self.waiting)
        self.rest.setMinimumHeight(self.look.px(224))
        for part in (self.running, self.rest, self.cards):
            self.body.addWidget(part)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.guided)
        left.addStretch(1)
        right.addWidget(self.sittings)
        right.addStretch(1)
        self._row.addLayout(left, 27)
        self._row.addLayout(right, 20)
        self.body.addSpacing(self.look.px(22))
        self.body.addLayout(self._row)
        self.body.addStretch(1)
        self.look.fit(self, lambda: self._row.setSpacing(self.look.px(16)))

    def _connect(self) -> None:
        self.new.clicked.connect(lambda _on: self.open_page.emit("preset", NEW))
        self.sounds.clicked.connect(lambda _on: self.open_page.emit("sounds", None))
        self.back_again.clicked.connect(lambda _on: self._bring_back())
        self.sittings.opened.connect(lambda what: self.open_page.emit("sittings", what))
        self.cards.begun.connect(self._begin)
        self.cards.asked.connect(self._asked)

    def _show(self, cushion: Cushion) -> None:
        self._cushion = cushion
        now = self._now()
        self.rest.setVisible(not cushion.presets)
        self.cards.setVisible(bool(cushion.presets))
        self.cards.set_presets(cushion.presets, cushion.suggested)
        if not cushion.presets:
            self.waiting.empty(
                tr("No sittings to begin"),
                tr("Make one of your own, or bring back those of the first day."),
                tr("Bring them back"),
                self._bring_back,
            )
        self.back_again.setVisible(bool(cushion.gone) and bool(cushion.presets))
        self.running.show_running(cushion.running)
        self.subtitle.setText(summary(cushion.statistics, now.date()))
        self.sittings.set_weeks(
            calendar(cushion.log, now, now.tzinfo, self._first_day, cushion.statistics.first)
        )

    def _refused(self, problem: KnownError) -> None:
        if self._cushion is None:
            self.waiting.failed(problem, self._reading.ask)
        else:
            self.notice.tell(problem, self._reading.ask)

    def _begin(self, preset: Preset) -> None:
        card = next(card for card in self.cards.cards if card.preset == preset)
        self._beginning.begin(preset, card.button)

    def _sit(self) -> None:
        self.open_page.emit("sitting", None)

    def _asked(self, what: str, preset: Preset) -> None:
        if what == "change":
            self.open_page.emit("preset", preset.id)
        elif what == "copy":
            self.open_page.emit("preset", work.copy_of(preset))
        elif what == "remove":
            self.bridge.call(
                lambda core: preset_work.remove(core, preset.id),
                lambda gone: self._removed(*gone) if gone else None,
                self.notice.tell,
            )
        else:
            step = -1 if what == "earlier" else 1
            self._do(lambda core: work.move(core, preset.id, step))

    def _removed(self, gone: Preset, before: int | None) -> None:
        self._gone = gone
        self.notice.say(
            _gone_words(gone),
            "",
            tr("Undo"),
            lambda: self._do(lambda core: core.presets.put_back(gone, before)),
            undo=True,
        )

    def _bring_back(self) -> None:
        if self._cushion is not None:
            gone = self._cushion.gone
            self.bridge.call(
                lambda core: work.bring_back(core, gone),
                lambda _none: self._brought_back(gone),
                self.notice.tell,
            )

    def _brought_back(self, ids: frozenset[int]) -> None:
        """Say no more that one is removed which is there again; of others that stays true."""
        if self._gone is not None and self._gone.id in ids:
            self.notice.take_back(_gone_words(self._gone))

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self.bridge.call(make, None, self.notice.tell)


def _gone_words(gone: Preset) -> str:
    return tr("“{name}” is removed", name=tr(gone.name))


class _RunningLine(Card):
    """Says that a sitting is under way, and leads to it."""

    def __init__(self, look: Look, show: Callable[[], None]) -> None:
        super().__init__(look, calm=True, padding=12)
        row = QHBoxLayout()
        self.words = Text(look, "", Role.STRONG, elide=True)
        self.button = Button(look, tr("Show it"), Kind.CALM, height=36)
        self.button.clicked.connect(lambda _checked: show())
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.hide()

    def show_running(self, running: RunningSitting | None) -> None:
        """Show this one; None or one that has ended: nothing."""
        under_way = running is not None and not running.ended
        if running is not None and under_way:
            self.words.setText(tr("{name} is under way", name=tr(running.preset.name)))
        self.setVisible(under_way)

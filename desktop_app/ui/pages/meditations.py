"""The Meditations page: sittings to begin, guided ones to listen to, and the log."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.services.events import EpisodesChanged, SettingsChanged, SittingChanged
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_calendar import Calendar
from desktop_app.ui.pages.meditations_cards import PresetCards
from desktop_app.ui.pages.meditations_words import calendar, summary
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.folding_list import FoldingList
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.reading import Reading
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Preset, Sitting
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import RunningSitting
    from desktop_app.ui.look.theme import Look

GUIDED = EpisodeQuery(kind=FeedKind.MEDITATIONS)
_FEW = 3
_LOG = 10_000
_SIDE_BY_SIDE = 700


@dataclass(frozen=True, slots=True)
class Cushion:
    """What the page shows beside the list: presets, the log, and what runs."""

    presets: tuple[Preset, ...]
    log: tuple[Sitting, ...]
    running: RunningSitting | None


async def _read(core: Core) -> Cushion:
    return Cushion(
        await core.sitting.presets(), await core.sitting.log(_LOG), await core.sitting.current()
    )


def _now() -> datetime:
    return datetime.now(UTC)


class MeditationsPage(Page):
    """Begins sittings and shows which there were; ``now`` is the clock of the calendar."""

    name = "meditations"

    def __init__(self, look: Look, bridge: Crossing, now: Callable[[], datetime] = _now) -> None:
        super().__init__(look, bridge, tr("Meditations"))
        self._now, self._in_sight = now, False
        self._reading = Reading(bridge, _read, self._show, self._refused)
        self.running = _RunningLine(look, lambda: self.open_page.emit("sitting", None))
        self.cards = PresetCards(look)
        text = RowText(subtitle=lambda episode: talk_words.subtitle(episode, feed_first=True))
        self.guided = FoldingList(look, bridge, tr("Guided"), few=_FEW, text=text)
        for each in self.guided.lists:
            each.set_empty(
                tr("No guided meditations yet"),
                tr("Subscribe to a feed of meditations, and they are listed here."),
                tr("Add a feed"),
                lambda: self.open_page.emit("add", None),
            )
            each.open_requested.connect(lambda one: self.open_page.emit("talk", one.id))
            each.failed.connect(self.notice.tell)
        self.calendar = Calendar(look)
        self.foot = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self.sittings = self._sittings()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.cards.begun.connect(self._begin)
        self._name_foot(kept=look.settings.log_sittings)

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
        """Take note of a sitting that begins or ends."""
        if isinstance(event, SettingsChanged):
            self._name_foot(kept=event.settings.log_sittings)
        elif isinstance(event, SittingChanged):
            self.running.show_running(event.running)
            if self._in_sight:
                self._reading.ask()
        elif isinstance(event, EpisodesChanged) and self._in_sight and not event.ids:
            self.guided.show_query(GUIDED)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the calendar below the list when there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(_SIDE_BY_SIDE)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if wide else way.TopToBottom)

    def _lay_out(self) -> None:
        self.body.addWidget(self.running)
        self.body.addWidget(self.cards)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.guided)
        left.addStretch(1)
        right.addWidget(self.sittings)
        right.addStretch(1)
        self._row.addLayout(left, 27)
        self._row.addLayout(right, 20)
        self.body.addSpacing(self.look.px(14))
        self.body.addLayout(self._row)
        self.body.addStretch(1)
        self.look.changed.connect(lambda: self._row.setSpacing(self.look.px(16)))
        self._row.setSpacing(self.look.px(16))

    def _sittings(self) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        title = Text(self.look, tr("Your sittings"), Role.SECTION)
        card = Card(self.look, spacing=14, padding=17)
        card.body.addWidget(self.calendar)
        card.body.addWidget(self.foot)
        column.addWidget(title)
        column.addWidget(card)

        def dress() -> None:
            title.setFixedHeight(self.look.px(30))
            column.setSpacing(self.look.px(8))

        self.look.changed.connect(dress)
        dress()
        return part

    def _show(self, cushion: Cushion) -> None:
        self.cards.set_presets(cushion.presets)
        self.running.show_running(cushion.running)
        now = self._now()
        first = QLocale().firstDayOfWeek().value
        self.subtitle.setText(summary(cushion.log, now))
        self.calendar.days.set_weeks(calendar(cushion.log, now, first_day=first))

    def _refused(self, problem: KnownError) -> None:
        self.notice.tell(problem, self._reading.ask)

    def _name_foot(self, *, kept: bool) -> None:
        where = tr("16 weeks. Only on this computer.")
        off = tr("New sittings are not kept; Settings can change that.")
        self.foot.setText(where if kept else f"{where} {off}")

    def _begin(self, preset: str) -> None:
        self.bridge.call(
            lambda core: core.sitting.begin(preset),
            lambda _nothing: self.open_page.emit("sitting", None),
            self.notice.tell,
        )


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

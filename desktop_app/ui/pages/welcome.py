"""The first start: what this is, something to play at once, and a choice of feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.model import DownloadState, Episode, EpisodeQuery, Feed
from desktop_app.base.paths import STARTER_URL
from desktop_app.services.events import FeedsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.add_catalogue import Catalogue
from desktop_app.ui.pages.add_work import Adding
from desktop_app.ui.pages.meditations_words import sat_for
from desktop_app.ui.pages.preset_begin import Beginning
from desktop_app.ui.pages.welcome_foot import Beside, WelcomeFoot
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Preset
    from desktop_app.crossing import Crossing
    from desktop_app.services.subscriptions import ImportReport
    from desktop_app.ui.look.theme import Look

_STARTERS = 6
_TWO_COLUMNS = 680
_HEAD = 32
_LOW = 300
_USUAL = RowText()


class WelcomePage(Page):
    """Nothing is subscribed but what the person ticks; whatever she does next, it is not asked."""

    name = "welcome"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Welcome to Hearthside"))
        self.subtitle.setText(tr("Recorded speakers and meditations, kept on your computer"))
        self.adding = Adding(look, bridge, self, self._go)
        self.report = self.adding.report
        self.catalogue = Catalogue(look, bridge)
        self.foot = WelcomeFoot(look)
        self.begin_button, self.later_button = self.foot.begin, self.foot.later
        self._beginning = Beginning(bridge, self._sit, self.notice.tell)
        self._heads: list[QWidget] = []
        self._shortest: Preset | None = None
        self._visible = False
        self._starter: int | None = None
        self._welcomed = False
        self._make_parts()
        self._lay_out()
        self.adding.open_feed.connect(lambda feed_id: self.open_page.emit("feed", feed_id))
        self.catalogue.feeds_read.connect(self._find_starter)
        self.catalogue.ticked.connect(self.foot.count)
        look.changed.connect(self._scale)
        self._scale()

    def shown(self, _argument: object) -> None:
        """Read what there is to play, to sit and to tick."""
        self._visible = True
        self.catalogue.read()
        self.bridge.call(lambda core: core.presets.all(), self._offer, self.notice.tell)

    def hidden(self) -> None:
        """Leave everything alone until the next visit; whoever has left has been welcomed."""
        self._visible = False
        self._welcome(self.notice.tell)

    def heard(self, event: object) -> None:
        """The built-in meditations may arrive while the page is in sight."""
        if self._visible and isinstance(event, FeedsChanged):
            self.catalogue.read()

    def search(self) -> bool:
        """Put the cursor into the catalogue's filter."""
        self.catalogue.filter.setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the way on in sight where there is room."""
        super().resizeEvent(event)
        self.foot.stand(self, _LOW)

    def _make_parts(self) -> None:
        look = self.look
        self.model = EpisodesModel(look, self.bridge, self, limit=_STARTERS)
        text = RowText(
            subtitle=lambda episode: words.minutes(episode.duration),
            middle=lambda _episode: "",
            end=_state,
        )
        self.starter = EpisodeList(
            look, self.bridge, self.model, name=tr("Meditations to begin with"), text=text, fit=True
        )
        self.starter.set_empty(
            tr("They are not here yet"), tr("The built-in meditations come by themselves.")
        )
        self.starter.open_requested.connect(lambda episode: self.open_page.emit("talk", episode.id))
        self.starter.failed.connect(self.notice.tell)
        self.folder_button = Button(look, tr("Add my own tapes"), icon=Icon.FOLDER)
        self.folder_button.clicked.connect(self.adding.choose_folder)
        self.sit_button = Button(look, "", Kind.LINK, height=_HEAD)
        self.sit_button.clicked.connect(self._sit_down)
        self.sit_button.hide()
        self.begin_button.clicked.connect(self._begin)
        self.later_button.clicked.connect(self._later)

    def _lay_out(self) -> None:
        self.body.addWidget(self._say(tr(
            "Listen to speaker tapes at home, sit in quiet with a timer, and keep the talks that"
            " help you. It is private: there is no account, and nothing leaves this computer but"
            " requests to the feeds that you choose."
        ), Role.BODY, Tone.INK))  # fmt: skip
        self.body.addWidget(self.report)
        columns = Columns(self.look, narrow=_TWO_COLUMNS, gap=24)
        self._halves = self._half(columns), self._half(columns)
        self._fill_left(self._halves[0])
        self._fill_right(self._halves[1])
        self.body.addWidget(columns, 1)
        self.let_flow(self.catalogue)
        self.body.addWidget(self._say(tr(
            "Hearthside stands beside meetings and people; it does not take their place. It is not"
            " affiliated with any fellowship."
        )))  # fmt: skip
        self.foot.stand(self, _LOW)

    def _fill_left(self, left: QVBoxLayout) -> None:
        left.addWidget(self._head(tr("Ready to play"), self.sit_button))
        left.addWidget(
            self._say(tr("Meditations that came with Hearthside. They need no connection."))
        )
        left.addWidget(self.starter)
        said = QWidget()
        column = QVBoxLayout(said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head(tr("Tapes of your own")))
        column.addWidget(self._say(tr("A folder can be listened to like a feed.")))
        left.addWidget(Beside(self.look, said, self.folder_button))
        left.addStretch(1)

    def _fill_right(self, right: QVBoxLayout) -> None:
        right.addWidget(self._head(tr("Feeds to choose from")))
        right.addWidget(
            self._say(tr("Tick what you like. Nothing is subscribed unless you choose it."))
        )
        right.addWidget(self.catalogue.filter)
        right.addWidget(self.catalogue, 1)

    def _head(self, title: str, end: QWidget | None = None) -> QWidget:
        """Return a section's title, as high as if there were a button at its end."""
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Text(self.look, title, Role.SECTION))
        row.addStretch(1)
        if end is not None:
            row.addWidget(end)
        self._heads.append(head)
        return head

    def _half(self, columns: Columns) -> QVBoxLayout:
        widget = QWidget()
        half = QVBoxLayout(widget)
        half.setContentsMargins(0, 0, 0, 0)
        columns.add(widget)
        return half

    def _say(self, text: str, role: Role = Role.SMALL, tone: Tone = Tone.SOFT) -> QWidget:
        return Text(self.look, text, role, tone, wrap=True)

    def _find_starter(self, feeds: tuple[Feed, ...]) -> None:
        if any(feed.url != STARTER_URL for feed in feeds):
            self.foot.chose()
            self._welcome(self.notice.tell)
        starter = next((feed.id for feed in feeds if feed.url == STARTER_URL), None)
        if starter is None:
            self.starter.placeholder.empty(
                tr("One moment…"), tr("The built-in meditations are being unpacked.")
            )
        elif starter != self._starter:
            self._starter = starter
            self.model.show(EpisodeQuery(feed_id=starter))

    def _offer(self, presets: tuple[Preset, ...]) -> None:
        """Offer the shortest sitting, to be begun at once."""
        self._shortest = one = min(presets, key=sat_for, default=None)
        self.sit_button.setVisible(one is not None)
        if one is not None:
            length = sat_for(one)
            self.sit_button.setText(tr("Sit for {length}", length=words.minutes(length)))
            self.sit_button.set_name(
                tr("Begin {name}, {length}", name=tr(one.name), length=words.spoken(length))
            )
            self.sit_button.updateGeometry()

    def _sit_down(self) -> None:
        if self._shortest is not None:
            self._beginning.begin(self._shortest, self.sit_button)

    def _sit(self) -> None:
        self.open_page.emit("sitting", None)

    def _begin(self) -> None:
        self.foot.set_busy(on=True)
        self._welcome(self.notice.tell)
        self.adding.entries(self.catalogue.chosen, self._subscribed)

    def _later(self) -> None:
        self.foot.set_busy(on=True)
        self._go()

    def _subscribed(self, report: ImportReport | None) -> None:
        self.foot.set_busy(on=False)
        if report is None:
            return
        failed = {title for title, _problem in report.failed}
        chosen = self.catalogue.chosen
        self.catalogue.model.choose(entry for entry in chosen if entry.title in failed)
        if report.failed:
            self.catalogue.read()
        else:
            self._go()

    def _welcome(
        self, fail: Callable[[KnownError], None], then: Callable[[], None] | None = None
    ) -> None:
        """Let the next start begin elsewhere; ``then`` once that is so."""

        def done(_settings: object) -> None:
            self._welcomed = True
            if then is not None:
                then()

        if not self._welcomed:
            self.bridge.call(lambda core: core.settings.change(welcomed=True), done, fail)
        elif then is not None:
            then()

    def _go(self) -> None:
        self._welcome(self._stay, self._left)

    def _stay(self, problem: KnownError) -> None:
        self.foot.set_busy(on=False)
        self.notice.tell(problem, self._go)

    def _left(self) -> None:
        """Go on to Today, unless the person has gone elsewhere while feeds were being read."""
        self.foot.set_busy(on=False)
        if self._visible:
            self.open_page.emit("today", None)

    def _scale(self) -> None:
        px = self.look.px
        for half in self._halves:
            half.setSpacing(px(8))
        for head in self._heads:
            head.setFixedHeight(px(_HEAD))
        whole = self.layout()
        if whole is not None:
            whole.setSpacing(0)
        self.foot.stand(self, _LOW)


def _state(episode: Episode, row: int) -> str:
    """Return how it stands only where it cannot be played at once."""
    return "" if episode.state is DownloadState.DOWNLOADED else _USUAL.end(episode, row)

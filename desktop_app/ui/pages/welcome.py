"""The first start: what this is, something to play at once, and a choice of feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.model import EpisodeQuery, Feed
from desktop_app.base.paths import STARTER_URL
from desktop_app.services.events import FeedsChanged
from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import MARGIN, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel
from desktop_app.ui.pages.add_catalogue import Catalogue
from desktop_app.ui.pages.add_work import Adding
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.columns import Columns
from desktop_app.ui.widgets.episode_list import EpisodeList
from desktop_app.ui.widgets.episode_row import RowText
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.subscriptions import ImportReport
    from desktop_app.ui.look.theme import Look

_STARTERS = 6
_TWO_COLUMNS = 860


class WelcomePage(Page):
    """Nothing is subscribed but what the person ticks; "Begin" leads to Today."""

    name = "welcome"

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge, tr("Welcome to Hearthside"))
        self.subtitle.setText(tr("Recorded speakers and meditations, kept on your computer"))
        self.adding = Adding(look, bridge, self, self._go)
        self.report = self.adding.report
        self.catalogue = Catalogue(look, bridge)
        self._visible = False
        self._starter: int | None = None
        self._welcomed = False
        self._make_parts()
        self._lay_out()
        self.adding.open_feed.connect(lambda feed_id: self.open_page.emit("feed", feed_id))
        self.catalogue.feeds_read.connect(self._find_starter)
        self.catalogue.ticked.connect(self._count)
        look.changed.connect(self._scale)
        self._scale()
        self._count(0)

    def shown(self, _argument: object) -> None:
        """Read what there is to play and to tick."""
        self._visible = True
        self.catalogue.read()

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

    def _make_parts(self) -> None:
        look = self.look
        self.model = EpisodesModel(look, self.bridge, self, limit=_STARTERS)
        text = RowText(subtitle=lambda _episode: tr("Came with Hearthside"))
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
        self.begin_button = Button(look, tr("Begin"), Kind.PRIMARY)
        self.begin_button.clicked.connect(self._begin)

    def _lay_out(self) -> None:
        self.body.addWidget(self._words(tr(
            "Listen to speaker tapes at home, sit in quiet with a timer, and keep the talks that"
            " help you. There is no account, and nobody is told what you listen to."
        ), Role.BODY, Tone.INK))  # fmt: skip
        self.body.addWidget(self.report)
        columns = Columns(self.look, narrow=_TWO_COLUMNS)
        left, right = self._half(columns), self._half(columns)
        left.addWidget(Text(self.look, tr("Ready to play"), Role.SECTION))
        left.addWidget(self._words(tr("They need no connection.")))
        left.addWidget(self.starter)
        left.addWidget(Text(self.look, tr("Tapes of your own"), Role.SECTION))
        left.addWidget(self._words(tr("A folder on this computer can be listened to like a feed.")))
        left.addWidget(self.folder_button)
        left.addStretch(1)
        right.addWidget(Text(self.look, tr("Feeds to choose from"), Role.SECTION))
        right.addWidget(
            self._words(tr("Tick what you like. Nothing is subscribed unless you choose it."))
        )
        right.addWidget(self.catalogue.filter)
        right.addWidget(self.catalogue, 1)
        self._halves = (left, right)
        self.body.addWidget(columns, 1)
        foot = QWidget()
        self._foot = QHBoxLayout(foot)
        self._foot.addWidget(self._words(tr(
            "Hearthside stands beside meetings and people; it does not take their place. It is not"
            " affiliated with any fellowship."
        )), 1)  # fmt: skip
        self._foot.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignBottom)
        outer = self.layout()
        if outer is not None:
            outer.addWidget(foot)

    def _half(self, columns: Columns) -> QVBoxLayout:
        widget = QWidget()
        half = QVBoxLayout(widget)
        half.setContentsMargins(0, 0, 0, 0)
        columns.add(widget)
        return half

    def _words(self, text: str, role: Role = Role.SMALL, tone: Tone = Tone.SOFT) -> QWidget:
        return Text(self.look, text, role, tone, wrap=True)

    def _find_starter(self, feeds: tuple[Feed, ...]) -> None:
        if any(feed.url != STARTER_URL for feed in feeds):
            self._welcome(self.notice.tell)
        starter = next((feed.id for feed in feeds if feed.url == STARTER_URL), None)
        if starter is None:
            self.starter.placeholder.empty(
                tr("One moment…"), tr("The built-in meditations are being unpacked.")
            )
        elif starter != self._starter:
            self._starter = starter
            self.model.show(EpisodeQuery(feed_id=starter))

    def _begin(self) -> None:
        chosen = self.catalogue.chosen
        self.begin_button.setEnabled(False)
        if chosen:
            self._welcome(self.notice.tell)
            self.adding.entries(chosen, self._subscribed)
        else:
            self._go()

    def _subscribed(self, report: ImportReport | None) -> None:
        self._count(len(self.catalogue.chosen))
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
        self._count(len(self.catalogue.chosen))
        self.notice.tell(problem, self._go)

    def _left(self) -> None:
        self._count(len(self.catalogue.chosen))
        self.open_page.emit("today", None)

    def _count(self, ticks: int) -> None:
        self.begin_button.setText(
            words.count(ticks, "Subscribe to 1 and begin", "Subscribe to {n} and begin")
            if ticks
            else tr("Begin")
        )
        self.begin_button.setEnabled(True)
        self.begin_button.updateGeometry()

    def _scale(self) -> None:
        for half in self._halves:
            half.setSpacing(self.look.px(8))
        px = self.look.px
        self._foot.setSpacing(px(16))
        self._foot.setContentsMargins(px(MARGIN), 0, px(MARGIN), px(24))

"""Downloads under way, failed, or taken away: one card each, a row for each file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.base.model import DownloadState
from desktop_app.base.shelf import WaitFor
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages import downloads_words as said_of
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.cards import Bar, Card
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from desktop_app.base.model import Episode, Problem
    from desktop_app.base.shelf import Wait
    from desktop_app.services.events import DownloadProgress
    from desktop_app.ui.look.theme import Look

R = TypeVar("R", bound="Row")
_WIDE = 560


class Row(QWidget):
    """A file: its title, its feed, what is to be said of it, and what can be done."""

    asked = Signal(str, int)

    def __init__(self, look: Look, episode: Episode) -> None:
        super().__init__()
        self.look, self.episode = look, episode
        self.title = Text(look, "", Role.STRONG, elide=True)
        self.feed = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.column = QVBoxLayout(self)
        self.first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.second = QHBoxLayout()
        self.first.addWidget(self.title, 1)
        self.buttons = Buttons(look)
        self.second.addWidget(self.feed, 1, Qt.AlignmentFlag.AlignTop)
        self.second.addWidget(self.buttons)
        self.column.addLayout(self.first)
        self.column.addLayout(self.second)
        look.changed.connect(self._dress)
        self._dress()

    def add_button(self, icon: Icon, what: Callable[[], str], text: str = "") -> Button:
        """Put a button at the row's end that asks for ``what()``."""
        button = Button(self.look, text, Kind.LINK if text else Kind.PLAIN, icon=icon, height=32)
        button.clicked.connect(lambda _checked: self.asked.emit(what(), self.episode.id))
        self.buttons.add(button)
        return button

    def name_it(self, episode: Episode) -> str:
        """Show the title and the feed; return the title."""
        self.episode = episode
        title = talk_words.headline(episode, short=self.look.short_names)
        self.title.setText(title)
        self.feed.setText(episode.feed)
        return title

    def minimumSizeHint(self) -> QSize:
        """Be content with a narrow page, however the row stands now."""
        return QSize(self.look.px(220), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline that parts it from the row above."""
        if self.y() > self.look.px(4):
            painter = QPainter(self)
            painter.fillRect(1, 0, self.width() - 2, 1, QColor(self.look.palette.line))
            painter.end()

    def _dress(self) -> None:
        px = self.look.px
        self.column.setContentsMargins(px(15), px(15), px(15), px(10))
        self.column.setSpacing(px(1))
        self.title.setMinimumWidth(px(160))
        self.feed.setMinimumWidth(px(70))
        self.feed.setContentsMargins(0, px(2), 0, 0)
        self.second.setSpacing(px(4))
        self.update()


class MovingRow(Row):
    """A file that is under way, paused, or trying again."""

    def __init__(self, look: Look, episode: Episode) -> None:
        super().__init__(look, episode)
        self.facts = Text(look, "", Role.SMALL, Tone.SOFT, elide=True)
        self.facts.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.bar = Bar(look)
        self.first.addWidget(self.facts)
        self.hold = self.add_button(Icon.PAUSE, self._hold)
        self.drop = self.add_button(Icon.CLOSE, lambda: "cancel")
        self._under = QVBoxLayout()
        self._under.addWidget(self.bar)
        self.column.addLayout(self._under)
        look.changed.connect(self._dress_bar)
        self._dress_bar()

    def show_state(
        self,
        episode: Episode,
        progress: DownloadProgress | None,
        wait: Wait | None,
        now: datetime,
    ) -> None:
        """Show how far it is, or when it is tried again."""
        title = self.name_it(episode)
        paused = episode.state is DownloadState.PAUSED
        still = paused or (wait is not None and wait.reason is not WaitFor.RETRY)
        said = said_of.facts(episode, progress, wait, now)
        share = said_of.share(episode, progress)
        self.facts.setText(said)
        self.bar.set_parts([(share, "faint" if still else "lamp")], words.percent(share))
        self.hold.set_icon(Icon.PLAY if paused else Icon.PAUSE)
        what = tr("Go on downloading") if paused else tr("Pause the download")
        self.hold.set_name(f"{what}: {title}")
        self.drop.set_name(tr("Cancel the download: {title}", title=title))
        self.setAccessibleName(f"{title}, {episode.feed}, {said}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the facts below the title when there is no room beside it."""
        super().resizeEvent(event)
        wide = self.width() >= self.look.px(_WIDE)
        way = QBoxLayout.Direction
        self.first.setDirection(way.LeftToRight if wide else way.TopToBottom)
        self.first.setSpacing(self.look.px(16 if wide else 1))

    def _dress_bar(self) -> None:
        self._under.setContentsMargins(0, self.look.px(2), 0, 0)

    def _hold(self) -> str:
        return "resume" if self.episode.state is DownloadState.PAUSED else "pause"


class FailedRow(Row):
    """A file that could not be fetched: why, and a way on."""

    def __init__(self, look: Look, episode: Episode) -> None:
        super().__init__(look, episode)
        self.why = Text(look, "", Role.ROW, Tone.BAD, wrap=True)
        self.column.addWidget(self.why)
        self.keep = self.add_button(Icon.CHECK, lambda: "keep", tr("Keep what came"))
        self.again = self.add_button(Icon.REFRESH, lambda: "resume", tr("Try again"))
        self.drop = self.add_button(Icon.CLOSE, lambda: "cancel")

    def show_reason(
        self, episode: Episode, problems: tuple[Problem, ...], *, doubted: bool
    ) -> None:
        """Show why it failed; what is only ``doubted`` may be taken as it is."""
        title = self.name_it(episode)
        reason = said_of.reason(episode, problems)
        self.why.setText(reason)
        self.keep.setVisible(doubted)
        self.keep.setAccessibleName(tr("Keep what came: {title}", title=title))
        self.again.setAccessibleName(tr("Try again: {title}", title=title))
        self.drop.set_name(tr("Take it off the list: {title}", title=title))
        self.setAccessibleName(f"{title}, {episode.feed}, {reason}")


class LostRow(Row):
    """A talk whose file was taken away by somebody else."""

    def __init__(self, look: Look, episode: Episode) -> None:
        super().__init__(look, episode)
        self.again = self.add_button(Icon.DOWNLOAD, lambda: "resume", tr("Download again"))
        self.drop = self.add_button(Icon.CLOSE, lambda: "dismiss")

    def show_it(self, episode: Episode) -> None:
        """Show which one it is."""
        title = self.name_it(episode)
        self.again.setAccessibleName(tr("Download again: {title}", title=title))
        self.drop.set_name(tr("Do not tell of it again: {title}", title=title))
        self.setAccessibleName(f"{title}, {episode.feed}, {tr('no longer on this computer')}")


class RowsCard(Card, Generic[R]):
    """A card that keeps one row for each episode; ``asked`` says what was asked for which.

    Rows stay while their episode stays, so the keyboard does not lose its place. ``before`` is
    what Tab comes from to the first of them.
    """

    asked = Signal(str, int)

    def __init__(self, look: Look, kind: Callable[[Look, Episode], R], name: str) -> None:
        super().__init__(look, padding=0, spacing=0)
        self._kind = kind
        self._rows: dict[int, R] = {}
        self.before: QWidget | None = None
        self.setAccessibleName(name)

    def rows(self) -> list[R]:
        """Return the rows in the order of the screen."""
        return sorted(self._rows.values(), key=self.body.indexOf)

    def row(self, episode_id: int) -> R | None:
        """Return the row of an episode, or None."""
        return self._rows.get(episode_id)

    def keep(self, episodes: Sequence[Episode]) -> list[tuple[R, Episode]]:
        """Have a row for each of these and for no others; return both, to be shown."""
        wanted = {episode.id for episode in episodes}
        for gone in set(self._rows) - wanted:
            row = self._rows.pop(gone)
            self.body.removeWidget(row)
            row.deleteLater()
            row.hide()
        for at, episode in enumerate(episodes):
            if episode.id not in self._rows:
                row = self._rows[episode.id] = self._kind(self._look, episode)
                row.asked.connect(self.asked)
            if self.body.indexOf(self._rows[episode.id]) != at:
                self.body.insertWidget(at, self._rows[episode.id])
        self.setVisible(bool(episodes))
        self._chain()
        return [(self._rows[episode.id], episode) for episode in episodes]

    def _chain(self) -> None:
        """Let Tab go through the rows as they stand: Qt takes what is made later for later."""
        last = self.before or self
        for row in self.rows():
            for button in row.findChildren(Button):
                QWidget.setTabOrder(last, button)
                last = button

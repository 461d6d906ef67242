"""The upper part of a talk's page: its picture, what its title says, and the large buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app.base.model import DownloadState, FeedKind
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.badge import Badge
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.talk_cover import TalkCover
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.model import Episode, EpisodeDetail
    from desktop_app.crossing import Crossing
    from desktop_app.services.events import DownloadProgress
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.actions import EpisodeActions

_ROOMY = 520
_LONG_TITLE = 100
_WAITING = {DownloadState.QUEUED, DownloadState.DOWNLOADING, DownloadState.PAUSED}


def badges(episode: Episode) -> tuple[str, ...]:
    """Return the facts that stand above the title: "AA", "Step 6", "Step 7"."""
    steps = tuple(tr("Step {n}", n=step) for step in episode.steps)
    return ((episode.fellowship,) if episode.fellowship else ()) + steps


def about(episode: Episode) -> str:
    """Return the line below the title; what is not known is not mentioned."""
    event, place = episode.event or "", episode.place or ""
    told = event and place.casefold() in event.casefold()
    where = event if told else ", ".join(filter(None, (event, place)))
    year = str(episode.year) if episode.year and str(episode.year) not in where else ""
    recorded = tr("recorded {year}", year=year) if year else ""
    part = talk_words.part(episode)
    if episode.series_key or part in talk_words.headline(episode, short=False):
        part = ""
    undated = not episode.year and episode.published is not None
    published = words.short_date(episode.published) if undated and episode.published else ""
    film = tr("film") if talk_words.is_film(episode) else ""
    heard = tr("heard") if episode.heard else ""
    length = words.minutes(episode.duration)
    return words.join(where, recorded, part, published, length, film, episode.feed, heard)


def fate(episode: Episode) -> str:
    """Return what became of the recording, if that is not what one would expect."""
    if talk_words.is_silent(episode):
        return tr("Its publisher names no recording here, so there is nothing to play.")
    if talk_words.is_missing(episode):
        return tr("Its file is not in its folder just now.")
    if episode.lost and episode.state is DownloadState.REMOTE:
        return tr("Its file was taken away from this computer. It can be downloaded again.")
    return ""


def progressed(detail: EpisodeDetail, event: DownloadProgress) -> EpisodeDetail:
    """Return a talk of which so much has come."""
    episode = replace(
        detail.episode,
        received=event.received,
        size=event.total or detail.episode.size,
        state=DownloadState.DOWNLOADING,
    )
    return replace(detail, episode=episode)


def download_words(episode: Episode) -> str:
    """Return what the download's button says."""
    if talk_words.is_missing(episode):
        return tr("Missing from its folder")
    share = talk_words.fetched(episode)
    here = words.percent(share) if share is not None else words.size(episode.received)
    return {
        DownloadState.REMOTE: tr("Download again") if episode.lost else tr("Download"),
        DownloadState.QUEUED: tr("Waiting to download"),
        DownloadState.DOWNLOADING: tr("Downloading {share}", share=here),
        DownloadState.PAUSED: tr("Paused at {share}", share=here),
        DownloadState.DOWNLOADED: tr("On this computer"),
        DownloadState.FAILED: tr("Try the download again"),
    }[episode.state]


def removable(episode: Episode) -> bool:
    """Tell whether a file may be taken away: a tape in the person's own folder may not."""
    return episode.state is DownloadState.DOWNLOADED and not talk_words.is_tape(episode)


class TalkHead(QWidget):
    """Shows an :class:`Episode` and does by ``commands`` what its buttons say.

    The page connects ``back``, ``play`` and ``mark``, which need the player.
    """

    def __init__(self, look: Look, bridge: Crossing, commands: EpisodeActions) -> None:
        super().__init__()
        self._look, self._commands = look, commands
        self._episode: Episode | None = None
        self._before = ""
        self.back = Button(look, "", Kind.PLAIN, icon=Icon.CHEVRON_BACK, role=Role.SMALL,
                           height=32, elide=True)  # fmt: skip
        self.cover = TalkCover(look, bridge, 128, 16)
        self.title = Text(look, "", Role.TITLE, wrap=True)
        self.about = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.fate = Text(look, "", Role.SMALL, Tone.SOFT, wrap=True)
        self.play = Button(look, tr("Play"), Kind.PRIMARY, icon=Icon.PLAY)
        self.play.plays = True
        self.star = Button(look, tr("Favorite"), icon=Icon.STAR_OUTLINE)
        self.download = Button(look, "", icon=Icon.DOWNLOAD)
        self.mark = Button(look, tr("Bookmark"), icon=Icon.FLAG)
        self.more = Button(look, "", icon=Icon.MORE, name=tr("More"))
        self._badges = QWidget()
        self._badge_row = Flow(self._badges)
        self._lay_out()
        self.star.clicked.connect(self._star)
        self.download.clicked.connect(self._download)
        self.more.clicked.connect(self._offer_more)
        look.changed.connect(self._dress)
        self._dress()

    def show_episode(self, episode: Episode) -> None:
        """Show this talk."""
        before, self._episode = self._episode, episode
        if before is None or badges(before) != badges(episode):
            self._show_badges(badges(episode))
        self.cover.show_talk(episode.id)
        self._name_back()
        self._show_title(talk_words.headline(episode, short=self._look.short_names))
        self.about.setText(talk_words.breakable(about(episode)))
        self.fate.setText(fate(episode))
        self.fate.setVisible(bool(self.fate.text()))
        self.play.setEnabled(not talk_words.is_silent(episode))
        self.star.set_icon(Icon.STAR if episode.favorite else Icon.STAR_OUTLINE)
        self.star.set_name(
            tr("Remove from favorites") if episode.favorite else tr("Add to favorites")
        )
        self._show_download(episode)

    def key(self, key: Qt.Key) -> bool:
        """Star the talk with S; tell whether it was that."""
        if key == Qt.Key.Key_S:
            self._star()
        return key == Qt.Key.Key_S

    def show_before(self, title: str) -> None:
        """Say where the way back leads; empty: to the page of all talks of this kind."""
        self._before = title
        self._name_back()

    def show_player(self, *, loaded: bool, sounding: bool) -> None:
        """Say what pressing play does; only what is in the player can get a bookmark."""
        begun = self._episode is not None and talk_words.remaining(self._episode) is not None
        go_on = loaded or begun
        self.play.setText(tr("Pause") if sounding else tr("Continue") if go_on else tr("Play"))
        self.play.set_icon(Icon.PAUSE if sounding else Icon.PLAY)
        self.mark.setEnabled(loaded)
        self.mark.setToolTip("" if loaded else tr("Play the talk to bookmark a place in it"))

    def menu(self, episode: Episode) -> QMenu:
        """Return what can be done with a download that is here or on its way."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        if episode.state is DownloadState.DOWNLOADING:
            hold = menu.addAction(tr("Pause the download"))
            hold.triggered.connect(lambda _on: self._commands.download(episode))
        if episode.state is DownloadState.PAUSED:
            on = menu.addAction(tr("Go on downloading"))
            on.triggered.connect(lambda _on: self._commands.download(episode))
        if episode.state in _WAITING:
            cancel = menu.addAction(tr("Cancel the download"))
            cancel.setIcon(qicon(self._look, Icon.CLOSE))
            cancel.triggered.connect(lambda _on: self._commands.cancel_download(episode))
        if removable(episode):
            remove = menu.addAction(tr("Remove the download"))
            remove.setIcon(qicon(self._look, Icon.TRASH))
            remove.triggered.connect(lambda _on: self._commands.remove_download(episode))
        return menu

    def _name_back(self) -> None:
        talks = self._episode is None or self._episode.kind is FeedKind.TALKS
        usual = tr("Speakers") if talks else tr("Meditations")
        self.back.setText(self._before or usual)
        self.back.setShortcut(QKeySequence())
        self.back.setAccessibleName(tr("Back to {title}", title=self._before or usual))
        self.back.updateGeometry()

    def _show_download(self, episode: Episode) -> None:
        said = download_words(episode)
        if said != self.download.text():
            self.download.setText(said)
            self.download.updateGeometry()
        here = episode.state is DownloadState.DOWNLOADED
        self.download.set_icon(Icon.CHECK if here else Icon.DOWNLOAD)
        self.download.setVisible(here or bool(episode.url))

    def _show_title(self, title: str) -> None:
        """Show a title; a screen reader is told it whole, and a long one is smaller."""
        self.title.set_role(Role.HEADLINE if len(title) > _LONG_TITLE else Role.TITLE)
        self.title.setText(talk_words.breakable(title))
        self.title.setAccessibleName(title)

    def _show_badges(self, facts: tuple[str, ...]) -> None:
        while (item := self._badge_row.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for fact in facts:
            self._badge_row.addWidget(Badge(self._look, fact))
        self._badges.setVisible(bool(facts))

    def _star(self) -> None:
        if self._episode is not None:
            self._commands.favorite(self._episode)

    def _download(self) -> None:
        episode = self._episode
        if episode is None:
            return
        if episode.state in {DownloadState.REMOTE, DownloadState.FAILED}:
            self._commands.download(episode)
        elif episode.state in _WAITING or removable(episode):
            self.menu(episode).popup(self.download.mapToGlobal(self.download.rect().bottomLeft()))

    def _offer_more(self) -> None:
        if self._episode is not None:
            menu = self._commands.menu(self._episode, self)
            menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        back = QHBoxLayout()
        back.addWidget(self.back)
        back.addStretch(1)
        self._column.addLayout(back)
        self._row = QHBoxLayout()
        self._row.addWidget(self.cover, 0, Qt.AlignmentFlag.AlignTop)
        self._lines = QVBoxLayout()
        buttons = QWidget()
        self._buttons = Flow(buttons)
        for button in (self.play, self.star, self.download, self.mark, self.more):
            self._buttons.addWidget(button)
        for part in (self._badges, self.title, self.about):
            self._lines.addWidget(part)
        self._lines.addSpacing(self._look.px(6))
        self._lines.addWidget(buttons)
        self._lines.addWidget(self.fate)
        self._lines.addStretch(1)
        self._row.addLayout(self._lines, 1)
        self._column.addLayout(self._row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the picture out where the words need its room."""
        super().resizeEvent(event)
        self._show_cover()

    def _show_cover(self) -> None:
        roomy = self.width() >= self._look.px(_ROOMY)
        self.cover.setVisible(roomy and not self._look.discreet)

    def _dress(self) -> None:
        px = self._look.px
        self._column.setSpacing(px(7))
        self._column.setContentsMargins(0, 0, 0, px(6))
        self._row.setSpacing(px(24))
        self._lines.setSpacing(px(9))
        self._badge_row.set_gap(px(9))
        self._buttons.set_gap(px(4))
        self._show_cover()

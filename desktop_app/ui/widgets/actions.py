"""What can be done with a talk, wherever it is shown, and the menu that offers it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.base.model import SOUNDING, DownloadState, Episode, FeedKind
from desktop_app.base.names import shorten
from desktop_app.services.events import PlayerChanged
from desktop_app.ui.look import talk_words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.sitting_with import sitting_with
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.keeping import Keeping

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying
    from desktop_app.ui.look.theme import Look


class EpisodeActions(QObject):
    """Does with a talk what the person asked for; ``failed`` carries the ``KnownError``.

    ``open_page``: the name and argument of a page that a menu leads to. It listens to what
    plays, so that "play" on the talk in the player pauses it.
    """

    failed = Signal(object)
    open_page = Signal(str, object)
    playing_changed = Signal()

    def __init__(self, look: Look, bridge: Crossing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bridge = bridge
        self._now: NowPlaying | None = None
        self.keeping = Keeping(look, bridge, self)
        self.keeping.failed.connect(self.failed)
        bridge.happened.connect(self._heard)

    @property
    def playing(self) -> int | None:
        """The id of the talk in the player."""
        return self._now.episode.id if self._now else None

    @property
    def sounding(self) -> bool:
        """Whether it can be heard just now."""
        return self._now is not None and self._now.status in SOUNDING

    def follow(self, now: NowPlaying | None) -> None:
        """Learn what plays, as a list that is made while it plays must."""
        self._heard(PlayerChanged(now))

    def play(self, episode: Episode, position: float | None = None) -> None:
        """Play, from ``position`` seconds on or where it was left; the one that plays pauses."""
        if episode.id != self.playing or (position is not None and not self.sounding):
            self._do(lambda core: core.listening.play(episode.id, position))
        elif position is None:
            self._do(lambda core: core.listening.toggle())
        else:
            self._do(lambda core: core.listening.seek(position))

    def play_from(self, episode: Episode) -> None:
        """Play a part of a series, and let those after it come next."""
        self._do(lambda core: core.series.play_from(episode.id))

    def download(self, episode: Episode) -> None:
        """Do what the word at the end of the row says: fetch, hold, go on, take back.

        A missing tape is looked for in its folder.
        """
        one = episode.id
        state = episode.state
        if talk_words.is_missing(episode):
            self._do(lambda core: core.refresh.refresh((episode.feed_id,)))
        elif state in {DownloadState.REMOTE, DownloadState.FAILED}:
            self._do(lambda core: core.downloading.request((one,)))
        elif state is DownloadState.DOWNLOADING or _held_up(episode):
            self._do(lambda core: core.downloading.pause(one))
        elif state is DownloadState.PAUSED:
            self._do(lambda core: core.downloading.resume(one))
        elif state is DownloadState.QUEUED:
            self._do(lambda core: core.downloading.cancel(one))

    def favorite(self, episode: Episode) -> None:
        """Put the talk among the favorites, or take it out."""
        change = self.keeping.unmark if episode.favorite else self.keeping.mark
        change((episode.id,))

    def enqueue(self, episode: Episode, *, first: bool = False) -> None:
        """Play it after what plays now, or after everything that waits."""
        self._do(lambda core: core.queue.add((episode.id,), first=first))

    def dequeue(self, episode: Episode) -> None:
        """Take it out of the queue."""
        self._do(lambda core: core.queue.remove(episode.id))

    def mark_heard(self, episode: Episode, *, heard: bool) -> None:
        """Note that it was heard, or was not."""
        self._do(lambda core: core.places.mark_heard(episode.id, heard))

    def remove_download(self, episode: Episode) -> None:
        """Delete the file and keep everything else."""
        self._do(lambda core: core.downloading.remove_file(episode.id))

    def cancel_download(self, episode: Episode) -> None:
        """Stop fetching and forget what came."""
        self._do(lambda core: core.downloading.cancel(episode.id))

    def menu(
        self, episode: Episode, parent: QWidget, open_it: Callable[[], None] | None = None
    ) -> QMenu:
        """Return the menu of a talk; it deletes itself when it closes.

        ``open_it`` leads to the talk's own page; None: that is where the menu is.
        """
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)

        def add(text: str, do: Callable[[], None], icon: Icon | None = None) -> None:
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked: do())
            if icon:
                action.setIcon(qicon(self._look, icon))

        pause = episode.id == self.playing and self.sounding
        add(tr("Pause") if pause else tr("Play"), lambda: self.play(episode),
            Icon.PAUSE if pause else Icon.PLAY)  # fmt: skip
        if open_it is not None:
            add(tr("Open"), open_it, Icon.INFO)
        if episode.kind is FeedKind.MEDITATIONS:
            add(tr("Sit with this…"), lambda: self._sit_with(episode), Icon.BELL)
        self._add_ways(episode, add)
        menu.addSeparator()
        add(tr("Play next"), lambda: self.enqueue(episode, first=True), Icon.NEXT)
        add(tr("Add to the end of the queue"), lambda: self.enqueue(episode), Icon.LIST)
        if episode.queued:
            add(tr("Take out of the queue"), lambda: self.dequeue(episode), Icon.CLOSE)
        star = tr("Remove from favorites") if episode.favorite else tr("Add to favorites")
        add(star, lambda: self.favorite(episode), Icon.STAR)
        if episode.favorite:
            add(tr("Note…"), lambda: self.keeping.write_note(episode), Icon.EDIT)
        self.keeping.add_menu(menu, (episode,))
        heard = tr("Mark as not heard") if episode.heard else tr("Mark as heard")
        add(heard, lambda: self.mark_heard(episode, heard=not episode.heard), Icon.CHECK)
        menu.addSeparator()
        self._add_download(episode, add)
        return menu

    def _sit_with(self, episode: Episode) -> None:
        """Offer a sitting that plays the talk, to be begun, changed or kept."""
        self.open_page.emit("preset", sitting_with(episode, short=self._look.short_names))

    def _add_ways(
        self, episode: Episode, add: Callable[[str, Callable[[], None], Icon], None]
    ) -> None:
        """Lead to what the talk is one of: its series, its speakers."""
        key = episode.series_key
        if key is not None:
            add(tr("Play from here"), lambda: self.play_from(episode), Icon.NEXT)
            add(tr("Go to the series"), lambda: self.open_page.emit("series", key), Icon.LIST)
        for name in episode.speakers:
            shown = (shorten(name) if self._look.short_names else name).replace("&", "&&")
            add(tr("Go to {name}", name=shown),
                partial(self.open_page.emit, "speaker", name), Icon.LINK)  # fmt: skip

    def _add_download(
        self, episode: Episode, add: Callable[[str, Callable[[], None], Icon], None]
    ) -> None:
        state = episode.state
        if talk_words.is_missing(episode):
            add(tr("Look for it in its folder"), lambda: self.download(episode), Icon.FOLDER)
        if talk_words.is_tape(episode):
            return
        words = {
            DownloadState.REMOTE: tr("Download"),
            DownloadState.FAILED: tr("Try the download again"),
            DownloadState.DOWNLOADING: tr("Pause the download"),
            DownloadState.PAUSED: tr("Go on downloading"),
        }
        if _held_up(episode):
            words[state] = tr("Pause the download")
        if state in words:
            add(words[state], lambda: self.download(episode), Icon.DOWNLOAD)
        if state in {DownloadState.QUEUED, DownloadState.DOWNLOADING, DownloadState.PAUSED}:
            add(tr("Cancel the download"), lambda: self.cancel_download(episode), Icon.CLOSE)
        if state is DownloadState.DOWNLOADED:
            add(tr("Remove the download"), lambda: self.remove_download(episode), Icon.TRASH)

    def _heard(self, event: object) -> None:
        if isinstance(event, PlayerChanged):
            before = (self.playing, self.sounding)
            self._now = event.now
            if before != (self.playing, self.sounding):
                self.playing_changed.emit()

    def _do(self, make: Callable[[Core], Coroutine[Any, Any, object]]) -> None:
        self._bridge.call(make, None, self.failed.emit)


def _held_up(episode: Episode) -> bool:
    """Tell whether it waits with a part of it here already, which one click must not delete."""
    return episode.state is DownloadState.QUEUED and episode.received > 0

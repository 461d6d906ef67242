"""What can be done with several talks at once, by key or from a menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from desktop_app.base.model import DownloadState
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon, qicon
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Episode
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.models.episodes import EpisodesModel
    from desktop_app.ui.widgets.keeping import Keeping

    Work = Callable[[Core], Coroutine[Any, Any, object]]

_TO_FETCH = {DownloadState.REMOTE, DownloadState.FAILED}


def work_for(what: str, talks: Sequence[Episode]) -> Work | None:
    """Return what ``asked`` of an :class:`EpisodeView` means for several talks; None: nothing.

    The star is not among it: taking it away may need a word.

    What all of them are already is undone: all heard become not heard.
    """
    ids = tuple(talk.id for talk in talks)
    if what in {"queue", "next"}:
        return lambda core: core.queue.add(ids, first=what == "next")
    if what == "heard":
        heard = not all(talk.heard for talk in talks)
        return lambda core: core.places.mark_all_heard(ids, heard=heard)
    wanted = tuple(talk.id for talk in talks if _can_be_fetched(talk))
    if what == "state" and wanted:
        return lambda core: core.downloading.request(wanted)
    return None


class SeveralActions:
    """Carries it out; ``done`` is called when it was asked for."""

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        keeping: Keeping,
        failed: Callable[[KnownError], None],
        done: Callable[[], None],
    ) -> None:
        self._look, self._bridge, self._failed, self._done = look, bridge, failed, done
        self._keeping = keeping

    def read(
        self,
        model: EpisodesModel,
        rows: Sequence[int],
        then: Callable[[tuple[Episode, ...]], None],
    ) -> None:
        """Hand the talks of some rows to ``then``; those that are not there are asked for."""
        here = [model.episode(row) for row in rows]
        query, first = model.query, rows[0]
        known = tuple(talk for talk in here if talk is not None)
        if len(known) == len(here) or query is None:
            then(known)
            return
        self._bridge.call(
            lambda core: core.browsing.page(query, first, rows[-1] - first + 1),
            lambda page: then(
                tuple(talk for at, talk in enumerate(page.episodes, first) if at in set(rows))
            ),
            self._failed,
        )

    def act(self, what: str, talks: Sequence[Episode]) -> None:
        """Do what was asked for with all of them."""
        work = work_for(what, talks)
        if what == "star":
            self._star(talks, on=not all(talk.favorite for talk in talks))
        elif work is not None:
            self._do(work)

    def menu(self, talks: Sequence[Episode], parent: QWidget) -> QMenu:
        """Return the menu of several talks; it deletes itself when it closes."""
        menu = QMenu(parent)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addSection(words.count(len(talks), "1 talk", "{n} talks"))

        def add(text: str, icon: Icon, work: Work | None) -> None:
            if work is not None:
                action = menu.addAction(qicon(self._look, icon), text)
                action.triggered.connect(lambda _on: self._do(work))

        def star(text: str, icon: Icon, *, on: bool) -> None:
            action = menu.addAction(qicon(self._look, icon), text)
            action.triggered.connect(lambda _on: self._star(talks, on=on))

        ids = tuple(talk.id for talk in talks)
        queued = tuple(talk.id for talk in talks if talk.queued)
        add(tr("Play next"), Icon.NEXT, work_for("next", talks))
        add(tr("Add to the end of the queue"), Icon.LIST, work_for("queue", talks))
        if queued:
            add(tr("Take out of the queue"), Icon.CLOSE, _dequeue(queued))
        menu.addSeparator()
        if not all(talk.favorite for talk in talks):
            star(tr("Add to favorites"), Icon.STAR, on=True)
        if any(talk.favorite for talk in talks):
            star(tr("Remove from favorites"), Icon.STAR_OUTLINE, on=False)
        self._keeping.add_menu(menu, talks)
        for heard, text in ((True, tr("Mark as heard")), (False, tr("Mark as not heard"))):
            if any(talk.heard != heard for talk in talks):
                add(text, Icon.CHECK, _mark(ids, heard=heard))
        menu.addSeparator()
        add(tr("Download"), Icon.DOWNLOAD, work_for("state", talks))
        return menu

    def _star(self, talks: Sequence[Episode], *, on: bool) -> None:
        change = self._keeping.mark if on else self._keeping.unmark
        change([talk.id for talk in talks])
        self._done()

    def _do(self, work: Work) -> None:
        self._bridge.call(work, None, self._failed)
        self._done()


def _can_be_fetched(talk: Episode) -> bool:
    return talk.state in _TO_FETCH and not talk_words.is_tape(talk)


def _mark(ids: tuple[int, ...], *, heard: bool) -> Work:
    return lambda core: core.places.mark_all_heard(ids, heard=heard)


def _dequeue(ids: tuple[int, ...]) -> Work:
    async def work(core: Core) -> None:
        for one in ids:
            await core.queue.remove(one)

    return work

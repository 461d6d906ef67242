"""The list of talks in its card: rows, the three ways of being empty, and all the actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout

from desktop_app.base.model import DownloadState, Episode
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.episodes import EpisodesModel, ListState, episode_at
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.actions import EpisodeActions
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.episode_row import ROW_HEIGHT, EpisodeRow, RowText
from desktop_app.ui.widgets.episode_view import EpisodeView
from desktop_app.ui.widgets.placeholder import Placeholder
from desktop_app.ui.widgets.several import SeveralActions

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_FEW = 4
"""So many rows are worth a scroll bar of their own."""


class EpisodeList(Card):
    """A card of talks that does by itself what its rows are asked for.

    Connect ``open_requested`` to show the talk's page and ``failed`` to the page's notice.
    The other signals are for those who want to know; ``menu_made`` carries a menu that may be
    added to before it comes up, and the talks that it is for. With ``fit`` the card is as high
    as its rows (use a model with a ``limit``); otherwise it takes the room there is and scrolls.
    With ``onward`` playing a row lets those after it in its series come next.
    """

    open_requested = Signal(object)
    play_requested = Signal(object)
    download_requested = Signal(object)
    favorite_toggled = Signal(object)
    move_requested = Signal(int, int)
    block_requested = Signal(object, int)
    menu_made = Signal(object, object)
    failed = Signal(object)
    VIEW: type[EpisodeView] = EpisodeView
    ROW: type[EpisodeRow] = EpisodeRow

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        model: EpisodesModel,
        *,
        name: str,
        text: RowText | None = None,
        fit: bool = False,
        movable: bool = False,
        onward: bool = False,
    ) -> None:
        super().__init__(look, padding=6)
        self.model = model
        self.commands = EpisodeActions(look, bridge, self)
        self.delegate = self.ROW(look, self, text)
        self.view = self.VIEW(look, self.delegate)
        self.view.setAccessibleName(name)
        self.view.setModel(model)
        self.view.set_movable(movable)
        self.view.set_several()
        self.several = SeveralActions(
            look, bridge, self.commands.keeping, self.failed.emit, self._let_go
        )
        self.placeholder = Placeholder(look)
        self._fit, self._onward, self._flows = fit, onward, False
        self._empty: tuple[str, str, str, Callable[[], None] | None] = (
            tr("Nothing here yet"), "", "", None)  # fmt: skip
        self._wrong: tuple[KnownError, Callable[[], None], str] | None = None
        self._stack = QStackedLayout()
        self.body.addLayout(self._stack)
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.view)
        if fit:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            self.view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._connect()
        self._state(model.state)

    def set_empty(
        self, title: str, advice: str, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say this when there are no rows: what is missing, what to do, a button for it."""
        self._empty, self._wrong = (title, advice, action, do), None
        self._state(self.model.state)

    def set_failed(self, problem: KnownError, retry: Callable[[], None], action: str = "") -> None:
        """Say this when there are no rows, because what brings them failed."""
        self._wrong = (problem, retry, action)
        self._state(self.model.state)

    def set_text(self, text: RowText) -> None:
        """Show other words in the rows."""
        self.delegate.text = text
        self.view.viewport().update()

    def current(self) -> Episode | None:
        """Return the talk of the current row."""
        return episode_at(self.view.currentIndex())

    def run_on(self, *, on: bool) -> None:
        """Be as high as all rows, on a page that scrolls, or scroll by itself."""
        if on is not self._flows:
            self._flows = on
            self.view.run_on(on=on)
            self.updateGeometry()

    def least(self) -> int:
        """Return the height in pixels of a few rows, or of what stands in their place."""
        return min(self.length(), _FEW * self._look.px(ROW_HEIGHT) + self._inset())

    def length(self) -> int:
        """Return the height in pixels of all rows, or of what stands in their place."""
        if self.model.state is ListState.READY:
            return self.view.length() + self._inset()
        words = self.placeholder.sizeHint().height()
        return max(3 * self._look.px(ROW_HEIGHT), words) + self._inset()

    def sizeHint(self) -> QSize:
        """Return the height of all rows when the card fits itself to them."""
        ready = self.model.state is ListState.READY
        whole = self._fit or self._flows or not ready
        px = self._look.px
        return QSize(px(400), self.length() if whole else 3 * px(ROW_HEIGHT) + self._inset())

    def minimumSizeHint(self) -> QSize:
        """Show at least two rows, or all of them when the card fits itself."""
        whole = self._fit or self._flows or self.model.state is not ListState.READY
        px = self._look.px
        return QSize(px(200), self.sizeHint().height() if whole else 2 * px(ROW_HEIGHT))

    def _inset(self) -> int:
        return 2 * (self._look.px(6) + 1)

    def _connect(self) -> None:
        self.view.asked.connect(self._asked)
        self.view.move_requested.connect(self.move_requested)
        self.view.block_requested.connect(self.block_requested)
        self.commands.failed.connect(self.failed)
        self.commands.playing_changed.connect(self._playing)
        self.model.failed.connect(self._refused)
        self.model.state_changed.connect(self._state)
        self.model.rowsInserted.connect(self.updateGeometry)
        self.model.rowsRemoved.connect(self.updateGeometry)
        self._look.changed.connect(self._relaid)

    def _asked(self, what: str, episode: Episode | None, at: QPoint) -> None:
        rows = self.view.chosen()
        if len(rows) > 1 and what not in {"open", "play"}:
            self.several.read(
                self.model, rows, lambda talks: self._asked_of_several(what, talks, at)
            )
        elif episode is None:
            return
        elif what == "open":
            self.open_requested.emit(episode)
        elif what == "play":
            self.play_requested.emit(episode)
            self._play(episode)
        elif what == "star":
            self.favorite_toggled.emit(episode)
            self.commands.favorite(episode)
        elif what in {"queue", "next"}:
            self.commands.enqueue(episode, first=what == "next")
        elif what == "heard":
            self.commands.mark_heard(episode, heard=not episode.heard)
        elif what == "note":
            self.commands.keeping.write_note(episode)
        elif what == "state" and episode.state is not DownloadState.DOWNLOADED:
            self.download_requested.emit(episode)
            self.commands.download(episode)
        else:
            menu = self.commands.menu(episode, self, lambda: self.open_requested.emit(episode))
            self.menu_made.emit(menu, (episode,))
            menu.popup(at)

    def _play(self, episode: Episode) -> None:
        if self._onward and episode.id != self.commands.playing:
            self.commands.play_from(episode)
        else:
            self.commands.play(episode)

    def _asked_of_several(self, what: str, talks: tuple[Episode, ...], at: QPoint) -> None:
        if what == "menu":
            menu = self.several.menu(talks, self)
            self.menu_made.emit(menu, talks)
            menu.popup(at)
        else:
            self.several.act(what, talks)

    def _let_go(self) -> None:
        """Choose one row only, for the next key is meant for it alone."""
        here = self.view.currentIndex().row()
        self.view.choose(here, here)

    def _playing(self) -> None:
        self.delegate.playing = self.commands.playing
        self.delegate.sounding = self.commands.sounding
        self.view.viewport().update()

    def _refused(self, problem: KnownError) -> None:
        """Tell of a trouble while there are rows; where there are none, it stands in their place,
        and once is enough."""
        if self.model.state is ListState.FAILED:
            aloud.say(self.placeholder, self.placeholder.accessibleName())
        else:
            self.failed.emit(problem)

    def _state(self, state: ListState) -> None:
        if state is ListState.LOADING:
            self.placeholder.loading()
        elif state is ListState.EMPTY and self._wrong is not None:
            self.placeholder.failed(*self._wrong)
        elif state is ListState.EMPTY:
            self.placeholder.empty(*self._empty)
        elif state is ListState.FAILED and self.model.problem is not None:
            self.placeholder.failed(self.model.problem, self.model.retry)
        self._stack.setCurrentWidget(self.view if state is ListState.READY else self.placeholder)
        self.updateGeometry()

    def _relaid(self) -> None:
        self.view.doItemsLayout()
        self.updateGeometry()

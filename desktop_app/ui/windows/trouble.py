"""What is shown in the window's place when the library cannot be opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import DamagedLibraryError, KnownError
from desktop_app.services import backups
from desktop_app.ui.look import sentences, words
from desktop_app.ui.look.backup_words import holds, moment
from desktop_app.ui.look.tokens import MARGIN, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.paths import Home
    from desktop_app.ui.look.theme import Look


class Trouble(QWidget):
    """Says what is wrong and offers the ways on; nothing is ever overwritten.

    Attributes:
        done: What was done, in the person's words, once it is solved by doing something.

    Signals:
        solved: the library can be opened again.
        given_up: the person wants to leave it for now.
    """

    solved = Signal()
    given_up = Signal()

    def __init__(self, look: Look, error: KnownError, home: Home) -> None:
        super().__init__()
        self._home = home
        self.done = ""
        self._damaged, error = isinstance(error, DamagedLibraryError), sentences.error(error)
        self._newest = backups.newest(home) if self._damaged else None
        self.setWindowTitle(tr("Audio") if look.discreet else "Hearthside")
        self._facts = backups.describe(self._newest) if self._newest else None
        self.what = Text(look, error.what, Role.SECTION, wrap=True)
        self.why = Text(
            look, words.why_and_next(error.why, error.what_next), Role.BODY, Tone.SOFT, wrap=True
        )
        self.kept = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        if self._damaged:
            self._say_damaged()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(MARGIN)] * 4)
        column.setSpacing(look.px(12))
        column.addWidget(self.what)
        column.addWidget(self.why)
        column.addWidget(self.kept)
        self.kept.setVisible(self._damaged)
        column.addStretch(1)
        row = QHBoxLayout()
        self.buttons = [self._button(look, *each) for each in self._ways()]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.resize(look.px(760), look.px(320))

    def _say_damaged(self) -> None:
        self.what.setText(tr("Your library is damaged"))
        copy = tr("There is no copy of it to go back to.")
        if self._facts is not None:
            facts = self._facts
            copy = tr("The newest copy is of {moment}: {holds}.",
                      moment=moment(facts.made),
                      holds=holds(facts.feeds, facts.favorites, facts.episodes))  # fmt: skip
        self.why.setText(" ".join((
            tr("The file that remembers your feeds, favorites and places can no longer be read."
               " That happens after a power cut, or when a disk fails."
               " Downloaded recordings are still there."),
            copy,
        )))  # fmt: skip
        self.kept.setText(
            tr("Whatever you choose, the damaged file is kept, in the folder {place}.",
               place=self._home.backups)
        )  # fmt: skip

    def _ways(self) -> list[tuple[str, Kind, Callable[[], None]]]:
        ways: list[tuple[str, Kind, Callable[[], None]]] = []
        if self._facts is not None:
            what = tr("Restore the copy of {moment} ({holds})",
                      moment=moment(self._facts.made),
                      holds=holds(self._facts.feeds, self._facts.favorites))  # fmt: skip
            ways.append((what, Kind.PRIMARY, self._restore))
        if self._damaged:
            ways.append((tr("Set it aside and begin anew"), Kind.QUIET, self._begin_anew))
        ways.append((tr("Try again"), Kind.QUIET, self.solved.emit))
        ways.append((tr("Quit"), Kind.QUIET, self.given_up.emit))
        return ways

    def _button(self, look: Look, text: str, kind: Kind, do: Callable[[], None]) -> Button:
        button = Button(look, text, kind)
        button.clicked.connect(lambda _checked: do())
        return button

    def _restore(self) -> None:
        if self._newest is not None and self._facts is not None:
            self._attempt(
                partial(backups.restore, self._home, self._newest),
                tr("The copy of {moment} is in its place again.", moment=moment(self._facts.made)),
            )

    def _begin_anew(self) -> None:
        self._attempt(
            partial(backups.begin_anew, self._home), tr("An empty library is in its place.")
        )

    def _attempt(self, way: Callable[[SystemClock], object], done: str) -> None:
        try:
            way(SystemClock())
        except KnownError as error:
            self.why.setText(str(sentences.error(error)))
        else:
            self.done = done
            self.why.setText(done)
            self.solved.emit()

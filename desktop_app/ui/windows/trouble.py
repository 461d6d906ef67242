"""What is shown in the window's place when the library cannot be opened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import DamagedLibraryError, KnownError
from desktop_app.services import backups
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

    Signals:
        solved: the library can be opened again.
        given_up: the person wants to leave it for now.
    """

    solved = Signal()
    given_up = Signal()

    def __init__(self, look: Look, error: KnownError, home: Home) -> None:
        super().__init__()
        self._home = home
        self._damaged = isinstance(error, DamagedLibraryError)
        self._newest = backups.newest(home) if self._damaged else None
        self.setWindowTitle("Hearthside")
        self.what = Text(look, error.what, Role.SECTION)
        self.why = Text(look, "", Role.BODY, Tone.SOFT)
        for text in (self.what, self.why):
            text.setWordWrap(True)
        self.why.setText(" ".join(part for part in (error.why + ".", error.what_next) if part))
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(MARGIN)] * 4)
        column.setSpacing(look.px(12))
        column.addWidget(self.what)
        column.addWidget(self.why)
        column.addStretch(1)
        row = QHBoxLayout()
        self.buttons = [self._button(look, *each) for each in self._ways()]
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        self.resize(look.px(640), look.px(260))

    def _ways(self) -> list[tuple[str, Kind, Callable[[], None]]]:
        ways: list[tuple[str, Kind, Callable[[], None]]] = []
        if self._newest is not None:
            ways.append((tr("Restore the newest backup"), Kind.PRIMARY, self._restore))
        if self._damaged:
            ways.append((tr("Set it aside and begin anew"), Kind.QUIET, self._begin_anew))
        ways.append((tr("Try again"), Kind.QUIET, self.solved.emit))
        ways.append((tr("Quit"), Kind.QUIET, self.given_up.emit))
        return ways

    def _button(self, look: Look, words: str, kind: Kind, do: Callable[[], None]) -> Button:
        button = Button(look, words, kind)
        button.clicked.connect(lambda _checked: do())
        return button

    def _restore(self) -> None:
        if self._newest is not None:
            self._attempt(partial(backups.restore, self._home, self._newest))

    def _begin_anew(self) -> None:
        self._attempt(partial(backups.begin_anew, self._home))

    def _attempt(self, way: Callable[[SystemClock], object]) -> None:
        try:
            way(SystemClock())
        except KnownError as error:
            self.why.setText(str(error))
        else:
            self.solved.emit()

"""The last window: it erases everything, says what became of it, and ends with the app.

Whoever erases all on a computer that others use wants no trace: a window that began anew would
make a home again at once.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.base.errors import KnownError
from desktop_app.services import erasing
from desktop_app.ui.look import sentences
from desktop_app.ui.look.tokens import MARGIN, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.page import BodyScroll
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent

    from desktop_app.base.paths import Home
    from desktop_app.services.erasing import Erased
    from desktop_app.services.logins import PasswordStore
    from desktop_app.ui.look.theme import Look

_NAMED = 12
"""So many files are named; of more it says how many."""


class Farewell(QWidget):
    """Erases in a thread of its own; cannot be closed before it is done.

    Signals:
        refused: nothing was erased, and why (a KnownError).
        erased: it is done.
        over: the person has read that.
    """

    refused = Signal(object)
    erased = Signal()
    over = Signal()
    _done = Signal(object)

    def __init__(self, look: Look, home: Home, passwords: PasswordStore | None = None) -> None:
        super().__init__()
        self._home, self._passwords = home, passwords
        self.setWindowTitle(tr("Audio") if look.settings.discreet else "Hearthside")
        self.what = Text(look, tr("Erasing…"), Role.SECTION, wrap=True)
        self.more = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
        self.close_button = Button(look, tr("Close"), Kind.PRIMARY)
        inner, area = QWidget(), BodyScroll()
        words = QVBoxLayout(inner)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.more)
        words.addStretch(1)
        area.setWidget(inner)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[look.px(MARGIN)] * 4)
        column.setSpacing(look.px(12))
        column.addWidget(self.what)
        column.addWidget(area, 1)
        column.addWidget(self.close_button)
        self.close_button.hide()
        self.close_button.clicked.connect(lambda _on: self.over.emit())
        self._done.connect(self._tell, Qt.ConnectionType.QueuedConnection)
        self.resize(look.px(640), look.px(320))

    def begin(self) -> None:
        """Erase; the library is closed by now."""
        threading.Thread(target=self._erase, name="erasing").start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when it is done."""
        done = not self.close_button.isHidden()
        event.setAccepted(done)
        if done:
            self.over.emit()

    def _erase(self) -> None:
        outcome: Erased | KnownError | None = None
        try:
            outcome = erasing.erase(self._home, self._passwords)
        except KnownError as error:
            outcome = error
        finally:
            self._done.emit(outcome)

    def _tell(self, outcome: Erased | KnownError | None) -> None:
        """Say what became of it; None: a bug of ours broke it off, and the next start goes on."""
        if isinstance(outcome, KnownError):
            self.refused.emit(outcome)
            return
        self.what.setText(_heading(outcome))
        self.more.setText("\n".join(_lines(outcome)))
        self.setAccessibleName(f"{self.what.text()}. {self.more.text()}")
        self.close_button.show()
        self.close_button.setFocus()
        self.erased.emit()


def _heading(erased: Erased | None) -> str:
    if erased is None:
        return tr("Not everything is erased yet")
    if erased.left:
        return tr("Everything is erased, but for what is named here")
    return tr("Everything is erased")


def _lines(erased: Erased | None) -> list[str]:
    if erased is None:
        return [tr("Something went wrong inside Hearthside. Start it again: it goes on then.")]
    lines = [str(sentences.error(left)) for left in erased.left[:_NAMED]]
    lines += [
        tr("{place} is not Hearthside's, so it stays.", place=str(own))
        for own in erased.own[:_NAMED]
    ]
    more = len(erased.left) + len(erased.own) - len(lines)
    if more > 0:
        lines.append(tr("And {n} more.", n=more))
    return lines or [tr("Nothing of Hearthside is left on this computer but the program.")]

"""The line that is shown when closing would put downloads off, or end a sitting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.look.theme import Look

_BESIDE = 2
"""Where in the line the answers stand: after sign and words."""
_NARROW = 600
_LOW = 300


class ClosingLine(Notice):
    """Asks whether to close, or says that it closes by itself; Escape and the cross stay open.

    Signals:
        came: the line is seen, or says something else.
        close_wanted: close now.
        finish_wanted: close when the downloads are done.
        stay_wanted: do not close.
    """

    came = Signal()
    close_wanted = Signal()
    finish_wanted = Signal()
    stay_wanted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.finish = Button(look, tr("Finish them first"), Kind.LINK)
        self.sit = Button(look, tr("Go on sitting"), Kind.LINK)
        self._answers = QWidget()
        answers = self._flow = Flow(self._answers)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self._answers.setSizePolicy(policy)
        for button in (self.finish, self.sit, self._action):
            answers.addWidget(button)
        self._below = False
        self._harmless = self.finish
        self._row.insertWidget(_BESIDE, self._answers)
        self.close_now, self.stay = self._action, self._close
        self.stay.set_name(tr("Stay open"))
        self.finish.clicked.connect(self.finish_wanted)
        self.sit.clicked.connect(self.stay_wanted)
        self.stay.clicked.connect(self.stay_wanted)
        look.changed.connect(self._set_gap)
        self._set_gap()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)  # only while the line is seen
        escape.activated.connect(self.stay.click)

    def ask(self, downloads: int) -> None:
        """Say what closing means for so many downloads, and offer to finish them first."""
        what = words.count(downloads, "1 download is under way", "{n} downloads are under way")
        more = tr("They go on the next time Hearthside is open.")
        if downloads == 1:
            more = tr("It goes on the next time Hearthside is open.")
        self._show_line(what, more, tr("Close"), self.finish)

    def ask_sitting(self, *, kept: bool, downloads: int) -> None:
        """Say what closing means for the sitting, ``kept`` in the log or not, and downloads."""
        more = tr("Closing ends it; what you sat is kept.") if kept else tr("Closing ends it.")
        if downloads:
            later = tr("Downloads go on the next time Hearthside is open.")
            more = f"{more} {later}"
        self._show_line(tr("A sitting is under way"), more, tr("Close"), self.sit)

    def wait(self, downloads: int) -> None:
        """Say that it closes by itself once so many downloads are done."""
        what = words.count(
            downloads,
            "Hearthside closes when 1 download is done",
            "Hearthside closes when {n} downloads are done",
        )
        self._show_line(what, tr("Esc keeps it open."), tr("Close now"), self.stay)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers below the words where there is little room beside them."""
        super().resizeEvent(event)
        below = self.width() < self._look.px(_NARROW)
        if below is not self._below:
            self._below = below
            if below:
                self._row.removeWidget(self._answers)
                self._words.addWidget(self._answers)
            else:
                self._words.removeWidget(self._answers)
                self._row.insertWidget(_BESIDE, self._answers)
        self._spare()

    def _spare(self) -> None:
        """Where the window is low, the answers matter more than what closing means."""
        low = self.window().height() < self._look.px(_LOW)
        self._why.setVisible(bool(self._why.text()) and not low)

    def _set_gap(self) -> None:
        self._flow.set_gap(self._look.px(8))

    def _show_line(self, what: str, more: str, action: str, harmless: Button) -> None:
        focused = QApplication.focusWidget()
        held = focused is not None and self.isAncestorOf(focused)
        another = held and harmless is not self._harmless
        fresh, self._harmless = self.isHidden(), harmless
        for button in (self.finish, self.sit):
            button.setVisible(button is harmless)
        self.say(what, more, action, self.close_wanted.emit)
        self._spare()
        self.came.emit()
        if fresh or another:  # an answer is asked for; Enter must not be one that loses
            harmless.setFocus()

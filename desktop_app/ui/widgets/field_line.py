"""A line that says what was done, goes by itself, and can take some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.ui.look.theme import Look

_SHOWN_MS = 8000
_AFTER_SIGN = 1
_NARROW = 480


class FieldLine(Notice):
    """Goes by itself after some seconds, but not under the person's hand.

    Words are written where the line stands: Enter hands them on, Escape drops them.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._done: Callable[[str], None] | None = None
        self.field = QLineEdit()
        self.field.hide()
        self._below = False
        self._row.insertWidget(_AFTER_SIGN + 1, self.field, 2)
        self.button, self.away = self._action, self._close
        self.field.returnPressed.connect(self._take)
        self.timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self.timer.timeout.connect(self._pass)

    @property
    def writing(self) -> bool:
        """Whether words are being written."""
        return not self.isHidden() and not self.field.isHidden()

    def say(
        self, what: str, more: str = "", action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say something for some seconds; what is being written is not disturbed."""
        if not self.writing:
            self.field.hide()
            self.field.clear()
            super().say(what, more, action, do)
            self.timer.start()

    def say_aloud(self, text: str) -> None:
        """Have a screen reader say it: nobody looks here just now."""
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def ask(
        self, name: str, text: str, hint: str, done: Callable[[str], None], more: str = ""
    ) -> None:
        """Ask for a line of words, ``text`` being there already; ``done`` gets what was typed.

        ``hint`` is seen while nothing is there; ``more`` is said below ``name`` all the time.
        """
        super().say(name, more)
        self.field.setText(text)
        self.field.selectAll()
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(more)
        self._write(done)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the field below the words where there is little room beside them."""
        super().resizeEvent(event)
        below = self.width() < self._look.px(_NARROW)
        if below is not self._below:
            self._below = below
            if below:
                self._row.removeWidget(self.field)
                self._words.addWidget(self.field)
            else:
                self._words.removeWidget(self.field)
                self._row.insertWidget(_AFTER_SIGN + 1, self.field, 2)

    def _write(self, done: Callable[[str], None]) -> None:
        self._done = done
        self.timer.stop()
        self.show()
        self.button.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        text, done = self.field.text().strip(), self._done
        self._leave()
        if done is not None:
            done(text)

    def _leave(self) -> None:
        """Go, and give the keyboard to the window, for which Space plays and pauses."""
        self.window().setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _pass(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self.timer.start()
        else:
            self.hide()

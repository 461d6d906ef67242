"""A line that says what was done, goes by itself, and can take some words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from shiboken6 import isValid

from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.look.theme import Look

_SHOWN_MS = 8_000
_UNDO_MS = 20_000
_AFTER_SIGN = 1
_HIGH = 36
_NARROW = 480


class FieldLine(Notice):
    """Goes by itself after some seconds, but not under the person's hand.

    Words are written where the line stands: Enter or the button beside hands them on, Escape
    drops them; then the keyboard goes back to where it was, to a row most of the time.
    """

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._done: Callable[[str], None] | None = None
        self._before: QWidget | None = None
        self.field = QLineEdit()
        self.field.hide()
        self._below = False
        self._row.insertWidget(_AFTER_SIGN + 1, self.field, 2)
        self.keep = Button(look, tr("Save"), height=_HIGH)
        self.keep.hide()
        self._row.insertWidget(_AFTER_SIGN + 2, self.keep)
        self.button, self.away = self._action, self._close
        self.field.returnPressed.connect(self._take)
        self.keep.clicked.connect(lambda _on: self._take())
        self.timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self.timer.timeout.connect(self._pass)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What Tab goes through."""
        return (self.field, self.keep, self.button, self.away)

    @property
    def writing(self) -> bool:
        """Whether words are being written."""
        return not self.isHidden() and not self.field.isHidden()

    def say(
        self,
        what: str,
        more: str = "",
        action: str = "",
        do: Callable[[], None] | None = None,
        *,
        undo: bool = False,
    ) -> None:
        """Say something for some seconds, longer where it can be taken back.

        What is being written is not disturbed.
        """
        if not self.writing:
            self.field.hide()
            self.keep.hide()
            self.field.clear()
            super().say(what, more, action, do, undo=undo)
            self.timer.start(_UNDO_MS if undo else _SHOWN_MS)

    def say_aloud(self, text: str) -> None:
        """Have a screen reader say it: nobody looks here just now."""
        aloud.say(self, text)

    def _say_aloud(self, text: str) -> None:
        """Leave it to :meth:`say_aloud`, or to the field that gets the keyboard."""

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
                for part in (self.field, self.keep):
                    self._row.removeWidget(part)
                self._words.addWidget(self.field)
                self._words.addWidget(self.keep, 0, Qt.AlignmentFlag.AlignRight)
            else:
                for part in (self.field, self.keep):
                    self._words.removeWidget(part)
                self._row.insertWidget(_AFTER_SIGN + 1, self.field, 2)
                self._row.insertWidget(_AFTER_SIGN + 2, self.keep)

    def _write(self, done: Callable[[str], None]) -> None:
        if not self.writing:
            self._before = self.window().focusWidget()
        self._done = done
        self.timer.stop()
        self.show()
        self.field.show()
        self.keep.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.hide()

    def _take(self) -> None:
        text, done = self.field.text().strip(), self._done
        self._leave()
        if done is not None:
            done(text)

    def _leave(self) -> None:
        """Go, and give the keyboard back; else to the window, for which Space plays and pauses."""
        before, self._before = self._before, None
        gone = before is None or not isValid(before) or self.isAncestorOf(before)
        back = self.window() if gone or before is None or not before.isVisible() else before
        back.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def _pass(self) -> None:
        focused = QApplication.focusWidget()
        if self.underMouse() or (focused is not None and self.isAncestorOf(focused)):
            self.timer.start()
        else:
            self.hide()

"""The line that says that a place was kept, and takes a note for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.model import Bookmark
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look

_SHOWN_MS = 8000
_AFTER_SIGN = 1


class MarkLine(Notice):
    """Goes by itself after some seconds, but not under the person's hand.

    A note is written where the line stands: Enter keeps it, Escape leaves the place without one.
    ``failed`` carries the KnownError of a note that was not kept.
    """

    failed = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look)
        self._bridge = bridge
        self._mark: Bookmark | None = None
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("A note of your own"))
        self.field.hide()
        self._row.insertWidget(_AFTER_SIGN + 1, self.field, 2)
        self.write, self.away = self._action, self._close
        self.field.returnPressed.connect(self._keep)
        self.timer = QTimer(self, interval=_SHOWN_MS, singleShot=True)
        self.timer.timeout.connect(self._pass)

    @property
    def writing(self) -> bool:
        """Whether a note is being written."""
        return not self.isHidden() and not self.field.isHidden()

    def tell_of(self, mark: Bookmark) -> None:
        """Say, and have it read aloud, that this place was kept; a note under way stays."""
        said = tr("Bookmarked at {time}", time=words.clock(mark.position))
        aloud = tr("Bookmarked at {time}", time=words.spoken(mark.position))
        if not self.writing:
            self._mark = mark
            self.field.hide()
            self.field.clear()
            self.field.setAccessibleName(
                tr("Note of the bookmark at {time}", time=words.spoken(mark.position))
            )
            self.say(said, "", tr("Add a note"), self._write)
            self._sign.set_icon(Icon.FLAG, Tone.CALM)
            self.timer.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, aloud))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def _write(self) -> None:
        self.timer.stop()
        self.show()
        self.write.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        note, mark = self.field.text().strip(), self._mark
        self._leave()
        if note and mark is not None:
            self._bridge.call(
                lambda core: core.places.edit_bookmark(mark.id, mark.episode_id, note),
                None,
                self.failed.emit,
            )

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

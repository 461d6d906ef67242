"""What stays in sight below a sitting that is changed: its bells in a line, and the buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.page_foot import PageFoot
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.look.theme import Look


class Leaving(QWidget):
    """Asks what is to become of changes, when the person leaves without saving them.

    Connect ``save`` and ``drop``, and call :meth:`go_on` when that is done.

    Signals:
        asked: it asks.
        settled: it does so no more.
    """

    asked = Signal()
    settled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._go: Callable[[], None] | None = None
        self.question = Text(look, tr("What you changed is not saved."), Role.STRONG, wrap=True)
        self.save = Button(look, tr("Save it"), Kind.PRIMARY, height=36)
        self.drop = Button(look, tr("Drop it"), height=36)
        self.stay = Button(look, tr("Stay here"), height=36)
        self.buttons = Buttons(look, self.save, self.drop, self.stay)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.question)
        column.addWidget(self.buttons)
        self.stay.clicked.connect(lambda _on: self.give_up())
        self.hide()

    def ask(self, go: Callable[[], None]) -> None:
        """Ask, and remember where the person wanted to go."""
        self._go = go
        self.show()
        self.asked.emit()
        self.save.setFocus(Qt.FocusReason.TabFocusReason)

    def give_up(self) -> None:
        """Stay."""
        self._go = None
        self._close()

    def go_on(self) -> bool:
        """Go where the person wanted to go; False: nowhere."""
        go, self._go = self._go, None
        self._close()
        if go is not None:
            go()
        return go is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stay with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _close(self) -> None:
        self.hide()
        self.settled.emit()


class PresetFoot(PageFoot):
    """The line of bells and the buttons; the page connects them."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.line = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self.line.setAccessibleName(tr("When bells ring"))
        self.save = Button(look, tr("Save"), Kind.PRIMARY)
        self.begin = Button(look, tr("Begin"), Kind.CALM)
        self.cancel = Button(look, tr("Cancel"))
        self.as_it_was = Button(look, tr("As it was"))
        self.as_it_was.setToolTip(tr("As this sitting was on the first day"))
        self.remove = Button(look, tr("Remove"))
        self.leaving = Leaving(look)
        self._buttons = Buttons(
            look, self.save, self.begin, self.cancel, self.as_it_was, self.remove
        )
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.line)
        self._column.addWidget(self.leaving)
        self._column.addWidget(self._buttons)
        self.leaving.asked.connect(self._buttons.hide)
        self.leaving.settled.connect(self._buttons.show)
        look.changed.connect(self.dress)
        self.dress()

    def say_line(self, text: str, *, trouble: bool = False) -> None:
        """Say when bells ring, or why that cannot be."""
        self.line.setText(text)
        self.line.setVisible(bool(text))
        self.line.setAccessibleName("" if trouble else tr("When bells ring: {line}", line=text))
        self.line.set_tone(Tone.BAD if trouble else Tone.SOFT)

    def dress(self) -> None:
        """Keep the margins anew."""
        px = self.look.px
        self._column.setContentsMargins(self.side, px(12), self.side, px(14))
        self._column.setSpacing(px(10))

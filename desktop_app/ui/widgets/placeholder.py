"""What stands in a place that has nothing to show: loading, empty, or failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.look import words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.notice import Sign
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.ui.look.theme import Look


class Placeholder(QWidget):
    """Words in the middle, told apart at a glance by their sign and button."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._do: Callable[[], None] | None = None
        self._sign = Sign(look, Icon.LIST, Tone.FAINT, 28)
        self._title = Text(look, "", Role.STRONG, wrap=True)
        self._advice = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self._button = Button(look, "")
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._column.addWidget(self._sign, 0, middle)
        for label in (self._title, self._advice):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._column.addWidget(label)
        self._column.addWidget(self._button, 0, middle)
        self._column.addStretch(1)
        self._button.clicked.connect(self._clicked)
        look.changed.connect(self._dress)
        self._dress()
        self.loading()

    def loading(self) -> None:
        """Say that it takes a moment."""
        self._show(Icon.REFRESH, Tone.FAINT, tr("One moment…"), "", "", None)

    def empty(
        self, title: str, advice: str, action: str = "", do: Callable[[], None] | None = None
    ) -> None:
        """Say that there is nothing and what to do next."""
        self._show(Icon.LIST, Tone.FAINT, title, advice, action, do)

    def failed(
        self, problem: KnownError, retry: Callable[[], None] | None = None, action: str = ""
    ) -> None:
        """Say what happened, why, and what to do; ``retry`` is behind the button ``action``."""
        why = words.opening(problem.why)
        advice = "\n".join(line for line in (why, problem.what_next) if line)
        action = (action or tr("Try again")) if retry else ""
        self._show(Icon.WARNING, Tone.BAD, problem.what, advice, action, retry)

    def hold(self) -> None:
        """Give the keyboard to the button."""
        self._button.setFocus()

    def _show(
        self,
        icon: Icon,
        tone: Tone,
        title: str,
        advice: str,
        action: str,
        do: Callable[[], None] | None,
    ) -> None:
        self._do = do
        self._sign.set_icon(icon, tone)
        self._title.setText(title)
        self._title.set_tone(Tone.SOFT if icon is Icon.REFRESH else Tone.INK)
        self._advice.setText(advice)
        self._advice.setVisible(bool(advice))
        self._button.setText(action)
        self._button.setVisible(bool(action) and do is not None)
        self._button.updateGeometry()
        self.setAccessibleName(" ".join(map(words.ended, (title, *advice.splitlines()))))

    def _clicked(self) -> None:
        if self._do is not None:
            self._do()

    def _dress(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(24), px(18), px(24), px(18))
        self._column.setSpacing(px(8))

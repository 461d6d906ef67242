"""A line where something went wrong: what happened, why, what to do, and a way on."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.ui.look import icons, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.tokens import RADIUS_BUTTON, Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.ui.look.theme import Look


class Sign(QWidget):
    """An icon by itself; decoration, so it has no name."""

    def __init__(self, look: Look, icon: Icon, tone: Tone, side: float = 20) -> None:
        super().__init__()
        self._look, self._icon, self._tone, self._side = look, icon, tone, side
        look.changed.connect(self._dress)
        self._dress()

    def set_icon(self, icon: Icon, tone: Tone) -> None:
        """Show another one."""
        self._icon, self._tone = icon, tone
        self.update()

    def sizeHint(self) -> QSize:
        """Return the scaled square."""
        return QSize(self._look.px(self._side), self._look.px(self._side))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        icons.paint(painter, self._icon, QRectF(self.rect()), self._look.colour(self._tone))
        painter.end()

    def _dress(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()


class Notice(QFrame):
    """Hidden until there is something to say; never steals the keyboard.

    Made for ``fail=`` of a call: ``bridge.call(…, fail=notice.tell)``. With ``lasting`` it says
    how things stand: nobody closes it, and it goes when they stand otherwise.
    ``undo``: when something was said whose button takes it back, as a number that grows; else 0.
    """

    _moments = count(1)

    def __init__(self, look: Look, parent: QWidget | None = None, *, lasting: bool = False) -> None:
        super().__init__(parent)
        self._lasting = lasting
        self._look = look
        self._retry: Callable[[], None] | None = None
        self._trouble = True
        self.undo = 0
        self._row = QHBoxLayout(self)
        self._sign = Sign(look, Icon.WARNING, Tone.BAD)
        self._what = Text(look, "", Role.STRONG, wrap=True)
        self._why = Text(look, "", Role.ROW, Tone.SOFT, wrap=True)
        self._action = Button(look, tr("Try again"), Kind.LINK)
        self._close = Button(look, "", Kind.PLAIN, icon=Icon.CLOSE, name=tr("Close this message"))
        self._words = words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._what)
        words.addWidget(self._why)
        self._row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(words, 1)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        self._action.clicked.connect(self._again)
        self._close.clicked.connect(self.hide)
        self._close.setVisible(not lasting)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def tell(
        self,
        problem: KnownError,
        retry: Callable[[], None] | None = None,
        action: str = "",
    ) -> None:
        """Say what happened, why, and what to do; ``retry`` is behind the button ``action``.

        What stands there with a button keeps it when the same is told again without one.
        """
        more = words.why_and_next(problem.why, problem.what_next)
        known = self.says(problem.what) and self._why.text() == more and self._trouble
        if retry is not None or self._retry is None or not known:
            self._show(problem.what, more, retry, action, trouble=True)

    def say(
        self,
        what: str,
        more: str = "",
        action: str = "",
        do: Callable[[], None] | None = None,
        *,
        undo: bool = False,
    ) -> None:
        """Say something that is no trouble ("Moved to the new address").

        ``undo``: the button takes back what was done.
        """
        self._show(what, more, do, action, trouble=False)
        self.undo = next(self._moments) if undo else 0

    def take_back(self, what: str) -> None:
        """Say this no more; whatever else is said stays."""
        if self.says(what):
            self.hide()

    def leave(self) -> None:
        """Go with the page that it stands on, unless its button takes something back."""
        if not self.undo:
            self.hide()

    def says(self, what: str) -> bool:
        """Tell whether it is this that is said now."""
        return bool(what) and not self.isHidden() and self._what.text() == what

    def press(self) -> None:
        """Do what the button does."""
        self._action.click()

    def _show(
        self, what: str, more: str, do: Callable[[], None] | None, action: str, *, trouble: bool
    ) -> None:
        self._trouble, self._retry, self.undo = trouble, do, 0
        self._sign.set_icon(
            Icon.WARNING if trouble else Icon.INFO, Tone.BAD if trouble else Tone.CALM
        )
        self._what.setText(what)
        self._why.setText(more)
        self._why.setVisible(bool(more))
        self._action.setText(action or tr("Try again"))
        self._action.setVisible(do is not None)
        said = f"{words.ended(what)} {more}".strip()
        fresh = self.isHidden() or said != self.accessibleName()
        self.setAccessibleName(said)
        self.show()
        if fresh and self.isVisible():
            self._say_aloud(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a card whose edge has the colour of what it says."""
        palette, radius = self._look.palette, self._look.px(RADIUS_BUTTON)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(palette.card))
        painter.setPen(QPen(QColor(palette.bad if self._trouble else palette.calm), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.end()

    def _say_aloud(self, text: str) -> None:
        aloud.say(self, text)

    def _again(self) -> None:
        self.setVisible(self._lasting)
        if self._retry is not None:
            self._retry()

    def _dress(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(14), px(10), px(10), px(10))
        self._row.setSpacing(px(12))
        for label in (self._what, self._why):
            label.setMinimumWidth(px(80))
        self.update()


def in_short(problem: KnownError) -> str:
    """Return what happened and what to do, as it stands beside a field."""
    return ". ".join(filter(None, (problem.what, problem.what_next)))

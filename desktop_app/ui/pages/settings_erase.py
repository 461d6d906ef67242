"""Erasing everything: what goes, what stays, a copy first, and then a second, deliberate press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.look import kept_words
from desktop_app.ui.look.tokens import Role, Tone
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.feed_fields import Buttons
from desktop_app.ui.pages.settings_section import has_keyboard
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.base.kept import Kept
    from desktop_app.ui.widgets.page import Page


class Erase(QWidget):
    """A button that only unfolds; the one that erases comes last, far from it, never focused.

    So neither a second click in the same place nor Enter held down erases anything.
    """

    def __init__(self, page: Page, back_up: Callable[[], None]) -> None:
        super().__init__()
        look = page.look
        self._page = page
        self.begin = Button(look, tr("Erase everything…"))
        self.what = Text(look, tr("Erase everything, for good?"), Role.STRONG, wrap=True)
        self.goes = Text(look, "", wrap=True)
        self.stays = Text(look, _stays(), Role.ROW, Tone.SOFT, wrap=True)
        self.honest = Text(look, _honest(), Role.ROW, Tone.SOFT, wrap=True)
        self.keep = Button(look, tr("Keep everything"))
        self.backup = Button(look, tr("Back up first…"))
        self.now = Button(look, tr("Erase everything now"))
        self.now.set_tint("bad")
        self._first, self._last = Buttons(look, self.keep, self.backup), Buttons(look, self.now)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self._form = (self.what, self.goes, self.stays, self.honest, self._first, self._last)
        for part in (self.begin, *self._form):
            column.addWidget(part)
        look.changed.connect(self._dress)
        self._dress()
        self.begin.clicked.connect(lambda _on: self._ask())
        self.keep.clicked.connect(lambda _on: self.fold())
        self.backup.clicked.connect(lambda _on: back_up())
        self.now.clicked.connect(lambda _on: self._erase())
        self.fold()

    def fold(self) -> None:
        """Be a button and nothing more."""
        held = has_keyboard(self)
        for part in self._form:
            part.hide()
        self.now.setEnabled(True)
        self.begin.show()
        if held:
            self.begin.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Fold at Esc, which erases nothing."""
        if event.key() == Qt.Key.Key_Escape and self.begin.isHidden():
            self.fold()
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        self._page.bridge.call(
            lambda core: core.keeping.survey(), self._unfold, self._page.notice.tell
        )

    def _unfold(self, kept: Kept) -> None:
        self.goes.setText(kept_words.goes(kept))
        for part in self._form:
            part.show()
        self.begin.hide()
        self.keep.setFocus()

    def _erase(self) -> None:
        self.now.setEnabled(False)
        self._page.bridge.call(lambda core: core.keeping.erase(), None, self._refused)

    def _dress(self) -> None:
        px = self._page.look.px
        self._column.setSpacing(px(10))
        self._last.setContentsMargins(0, px(14), 0, 0)

    def _refused(self, problem: KnownError) -> None:
        self.fold()
        self._page.notice.tell(problem)


def _stays() -> str:
    return tr(
        "What stays: folders of your own tapes, and files that you saved elsewhere, backups "
        "among them. Hearthside closes then; the next start begins with nothing."
    )


def _honest() -> str:
    return tr(
        "Files are deleted, not overwritten: on a disk without encryption, special tools might "
        "still find remains of them."
    )

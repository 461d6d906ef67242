"""What came of adding, line by line, above the rest of the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page import BodyScroll

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from desktop_app.base.errors import KnownError
    from desktop_app.ui.look.theme import Look

_HIGHEST = 168


class Report(BodyScroll):
    """Lines about what is being added. A new job clears away those that are finished.

    It scrolls when there is much to say, so that it pushes nothing off the page; a form that is
    to be filled in is always seen whole.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._working: set[Notice] = set()
        self._forms: list[QWidget] = []
        self.lines: list[Notice] = []
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setWidget(self._inside)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._inside.installEventFilter(self)
        look.changed.connect(self._dress)
        self._dress()
        self.hide()

    def begin(self, text: str, action: str = "", do: Callable[[], None] | None = None) -> Notice:
        """Return a line that says what is being done; hand it to ``done`` or ``failed``.

        ``action`` ends it before its time.
        """
        self.clear()
        line = next((old for old in self.lines if old not in self._working), None)
        if line is None:
            line = Notice(self._look)
            self.lines.append(line)
            self._column.addWidget(line)
        self._working.add(line)
        self.show()
        line.say(text, "", action, do)
        return line

    def clear(self) -> None:
        """Say no more of what is finished or has failed; what is under way stays."""
        for old in self.lines:
            old.setVisible(old in self._working and not old.isHidden())

    def drop(self, line: Notice) -> None:
        """Say no more of something that was given up."""
        self._working.discard(line)
        line.hide()

    def ask(self, line: Notice, form: QWidget) -> None:
        """Put a form in the place of a line that waits for what the person fills in."""
        line.hide()
        self._forms.append(form)
        self._column.insertWidget(self._column.indexOf(line), form)
        form.show()

    def take_back(self, form: QWidget) -> None:
        """Put a form away; its line may say something again."""
        self._forms.remove(form)
        self._column.removeWidget(form)
        form.hide()
        form.deleteLater()

    def done(
        self, line: Notice, text: str, more: str, action: str, do: Callable[[], None] | None
    ) -> None:
        """Say what came of it."""
        self._working.discard(line)
        line.say(text, more, action, do)

    def failed(
        self,
        line: Notice,
        problem: KnownError,
        retry: Callable[[], None] | None = None,
        action: str = "",
    ) -> None:
        """Say what went wrong."""
        self._working.discard(line)
        line.tell(problem, retry, action)

    def sizeHint(self) -> QSize:
        """Return the height of the lines at the present width, as far as it may go."""
        px = self._look.px
        width = max(self.viewport().width(), px(240))
        needed = self._column.totalHeightForWidth(width)
        forms = sum(form.heightForWidth(width) + px(8) for form in self._forms)
        return QSize(px(400), min(max(needed, 0), px(_HIGHEST) + forms))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed: it scrolls already."""
        return QSize(self._look.px(240), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when the lines say something else, for none when they are gone."""
        if event.type() == QEvent.Type.LayoutRequest:
            shown = [line for line in self.lines if not line.isHidden()]
            self.setVisible(bool(shown or self._forms))
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width breaks the lines elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _dress(self) -> None:
        self._column.setSpacing(self._look.px(8))

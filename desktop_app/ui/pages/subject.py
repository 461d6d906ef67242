"""The ground of a page about one thing of the library, which may change or be gone meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer

from desktop_app.services.events import SettingsChanged
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.numbers import Numbers
from desktop_app.ui.widgets.page import Page
from desktop_app.ui.widgets.way_back import WayBack

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

T = TypeVar("T")
_PATIENCE_MS = 500


class SubjectPage(Page, Generic[T]):
    """Reads what is known of its ``subject``, again when that may be another, and leads back.

    Subclasses say how it is read, show it, and say that it is gone.
    """

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__(look, bridge)
        self._subject = ""
        self._known: T | None = None
        self._open = False
        self._numbers = Numbers()
        self._asked: Call | None = None
        self.back = WayBack(
            look, tr("Speakers"), lambda: self.open_page.emit("speakers", self._usual())
        )
        self._column.insertWidget(0, self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self.soon.timeout.connect(self.read)

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""
        self.back.lead(title, back)

    def hidden(self) -> None:
        """Read nothing while nobody looks."""
        self._open = False
        self.soon.stop()

    def heard(self, event: object) -> None:
        """Read anew when talks are others; a place that was saved changes nothing here."""
        changed = self._numbers.changed_by(event)
        if isinstance(event, SettingsChanged) and self._known is not None:
            self._took(self._known)
        elif changed and self._open and not self.soon.isActive():
            self.soon.start()

    def key(self, key: Qt.Key) -> bool:
        """Go back with Escape."""
        if key != Qt.Key.Key_Escape:
            return False
        self.back.click()
        return True

    def read(self) -> None:
        """Read what is known of the subject; an older answer is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        subject = self._subject
        self._asked = self.bridge.call(
            lambda core: self._question(core, subject), self._took, self._gone
        )

    def _usual(self) -> str | None:
        """Return what the page of speakers is to show, where there is no way back."""
        return None

    def _question(self, core: Core, subject: str) -> Coroutine[Any, Any, T]:
        raise NotImplementedError

    def _took(self, known: T) -> None:
        raise NotImplementedError

    def _gone(self, problem: KnownError) -> None:
        raise NotImplementedError

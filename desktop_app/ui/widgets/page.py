"""The ground that every page stands on: margins, title, tools, a body that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app.ui.look.tokens import MARGIN, Role, Tone
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
_NARROW = 640


class Page(QWidget):
    """A page of the window. Subclasses fill ``body`` and override what they need.

    The page scrolls when its parts need more height than there is; otherwise the body has the
    window's height, so that a list in it may scroll by itself. ``tools`` is at the right of the
    title, below it when there is no room. ``notice`` is the line for troubles:
    ``bridge.call(…, fail=self.notice.tell)``.
    """

    open_page = Signal(str, object)
    name = ""

    def __init__(self, look: Look, bridge: Crossing, title: str = "") -> None:
        super().__init__()
        self.look, self.bridge = look, bridge
        self._sections: list[QHBoxLayout] = []
        self.title = Text(look, title, Role.TITLE, elide=True)
        self.subtitle = Text(look, "", Role.BODY, Tone.SOFT, elide=True)
        self.tools = QHBoxLayout()
        self.body = QVBoxLayout()
        self.notice = Notice(look)
        self._inner = QWidget()
        self._column = QVBoxLayout(self._inner)
        self._header = QWidget()
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    def shown(self, argument: object) -> None:
        """Take the page's subject and read what it shows; called at each visit."""

    def returned(self, argument: object) -> None:
        """Be shown again on the way back; what the person had set on the page may stay."""
        self.shown(argument)

    def hidden(self) -> None:
        """Be told that another page is shown now."""

    def leaving(self, go: Callable[[], None]) -> bool:
        """Tell whether another page may be shown now; else ask, and ``go`` when that is settled."""
        del go
        return True

    def heard(self, event: object) -> None:
        """Take note of an event; called in the UI thread, seen or not."""

    def key(self, key: Qt.Key) -> bool:
        """Act on a plain key that no widget wanted, before the window does; False: not wanted."""
        del key
        return False

    def search(self) -> bool:
        """Put the cursor into the page's search field; False when it has none."""
        return False

    def add_section(self, title: str, link: str = "", do: Callable[[], None] | None = None) -> Text:
        """Put a section's title into the body, with a link at its end; return the title."""
        row = QHBoxLayout()
        self._sections.append(row)
        heading = Text(self.look, title, Role.SECTION)
        row.addWidget(heading)
        row.addStretch(1)
        if link and do is not None:
            button = Button(self.look, link, Kind.LINK, height=22)
            button.clicked.connect(lambda _checked: do())
            row.addWidget(button)
            row.addSpacing(-self.look.px(4))
        self.body.addLayout(row)
        self._dress()
        return heading

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below the title when both would be squeezed."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        narrow = self.width() < self.look.px(_NARROW) and self.tools.count() > 0
        way = QBoxLayout.Direction
        self._header_row.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        height = self.look.px(73)
        self._header.setMinimumHeight(height)
        self._header.setMaximumHeight(2 * height if narrow else height)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = self._area = BodyScroll()
        area.setWidget(self._inner)
        outer.addWidget(area)
        header = self._header_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._header)
        header.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        header.addLayout(words, 1)
        header.addLayout(self.tools)
        self.tools.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._header, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self.notice)
        self._column.addLayout(self.body, 1)

    def _dress(self) -> None:
        px = self.look.px
        self._column.setContentsMargins(px(MARGIN), px(24), px(MARGIN), px(24))
        self._column.setSpacing(px(16))
        self.title.setFixedHeight(px(40))
        self.subtitle.setFixedHeight(px(28))
        self._header_row.setSpacing(px(8))
        self._turn()
        self.tools.setSpacing(px(8))
        self.body.setSpacing(px(16))
        self.tools.setContentsMargins(0, px(2), 0, 0)
        for row in self._sections:
            row.setContentsMargins(0, px(7), 0, -px(6))


class BodyScroll(QScrollArea):
    """Scrolls up and down only, and leaves ← and → to the window, which skips with them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def setWidget(self, widget: QWidget) -> None:
        """Scroll this, on the ground of whatever is behind."""
        super().setWidget(widget)
        widget.setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore the keys that mean something else here."""
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

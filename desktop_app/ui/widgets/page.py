"""The ground that every page stands on: margins, title, tools, a body that scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.look.tokens import MARGIN, Role, Tone
from desktop_app.ui.widgets import aloud
from desktop_app.ui.widgets.buttons import Button, Kind
from desktop_app.ui.widgets.into_list import leads_into_list
from desktop_app.ui.widgets.notice import Notice
from desktop_app.ui.widgets.page_flow import PageFlow
from desktop_app.ui.widgets.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.page_flow import Flowing

_NARROW = 640
_SLIM = 480
_SLIM_MARGIN = 16
_UNLINKED = 2
_WIDEST = 1240
"""Wider than that a page does not grow: the eye would lose the row on its way along it."""


class Page(QWidget):
    """A page of the window. Subclasses fill ``body`` and override what they need.

    The page scrolls when its parts need more height than there is; otherwise the body has the
    window's height, so that a list in it may scroll by itself: see :meth:`let_flow`. ``tools``
    is at the right of the title, below it when there is no room. ``notice`` is the line for
    troubles: ``bridge.call(…, fail=self.notice.tell)``.

    Signals:
        open_page: the name of another page, and what it is about.
        keys_wanted: the sheet of all keys is to be shown.
    """

    open_page = Signal(str, object)
    keys_wanted = Signal()
    name = ""

    def __init__(self, look: Look, bridge: Crossing, title: str = "") -> None:
        super().__init__()
        self.look, self.bridge = look, bridge
        self._clothes = look.dress(self, patient=True)
        self._sections: list[tuple[QHBoxLayout, QSpacerItem]] = []
        self.title = Title(look, title)
        self.subtitle = Text(look, "", Role.BODY, Tone.SOFT, wrap=True)
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
        below = QSpacerItem(0, 0)
        self._sections.append((row, below))
        heading = Text(self.look, title, Role.SECTION)
        row.addWidget(heading)
        row.addStretch(1)
        if link and do is not None:
            button = Button(self.look, link, Kind.LINK, height=32)
            button.clicked.connect(lambda _checked: do())
            row.addWidget(button)
            row.addSpacing(-self.look.px(4))
        self.body.addLayout(row)
        self.body.addSpacerItem(below)
        self._dress()
        return heading

    def let_flow(self, part: Flowing) -> None:
        """Let this list, which takes the room there is, be as long as its rows where the page
        scrolls."""
        self._page_flow.add(part)

    def side(self) -> int:
        """Return the margin at the left and the right, in pixels, as wide as the page is now."""
        return margin(self.look, self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tools below the title when both would be squeezed."""
        super().resizeEvent(event)
        self._turn()
        self._set_margins()

    def showEvent(self, event: QShowEvent) -> None:
        """Take on the size that the text has come to while the page was not seen."""
        self._clothes.put_on()
        super().showEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Make room for a scroll bar of another width."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.layout() is not None:
            self._set_margins()

    def _turn(self) -> None:
        narrow = self.width() < self.look.px(_NARROW) and self.tools.count() > 0
        way = QBoxLayout.Direction
        self._header_row.setDirection(way.TopToBottom if narrow else way.LeftToRight)

    def _set_margins(self) -> None:
        """Keep a wide page readable; the scroll bar stands in the margin."""
        px, width, side = self.look.px, self.width(), self.side()
        end = max(0, side - self._area.verticalScrollBar().sizeHint().width())
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (end, side) if rtl else (side, end)
        high = px(24 if width >= px(_SLIM) else _SLIM_MARGIN)
        self._column.setContentsMargins(left, high, right, high)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        area = self._area = BodyScroll()
        self.title.name(self, area)
        area.setWidget(self._inner)
        area.setVerticalScrollBar(MarginBar())
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._page_flow = PageFlow(area, self._inner)
        outer.addWidget(area)
        header = self._header_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._header)
        header.setContentsMargins(0, 0, 0, 0)
        words = self._words = QVBoxLayout()
        for label in (self.title, self.subtitle):
            policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            label.setSizePolicy(policy)
            words.addWidget(label)
        words.addStretch(1)
        header.addLayout(words, 1)
        header.addLayout(self.tools)
        self.tools.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._column.addWidget(self._header)
        self._column.addWidget(self.notice)
        self._column.addLayout(self.body, 1)

    def _dress(self) -> None:
        px = self.look.px
        self._set_margins()
        self._column.setSpacing(px(16))
        self._words.setContentsMargins(0, px(1), 0, px(3))
        self._words.setSpacing(px(1))
        self.title.setMinimumHeight(px(40))
        self.subtitle.setMinimumHeight(px(28))
        self._header_row.setSpacing(px(8))
        self._turn()
        self.tools.setSpacing(px(8))
        self.body.setSpacing(px(16))
        self.tools.setContentsMargins(0, px(2), 0, 0)
        for row, gap in self._sections:
            linked = row.count() > _UNLINKED
            row.setContentsMargins(0, px(2 if linked else 7), 0, 0)
            gap.changeSize(0, -px(12 if linked else 7))


def margin(look: Look, width: int) -> int:
    """Return the margin at the left and the right of what has this width, in pixels."""
    least = look.px(MARGIN if width >= look.px(_SLIM) else _SLIM_MARGIN)
    return max(least, (width - look.px(_WIDEST)) // 2)


class Title(Text):
    """A page's title: also what a screen reader calls the page, and the ground that has focus."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, Role.TITLE, wrap=True)
        self._named: tuple[QWidget, ...] = ()

    def name(self, *named: QWidget) -> None:
        """Name these from now on."""
        self._named = named
        self.setText(self.text())

    def setText(self, text: str, tail: str = "") -> None:
        """Say something else; where the keyboard waits for it, say it aloud."""
        super().setText(text, tail)
        for each in self._named:
            if each.accessibleName() != text:
                each.setAccessibleName(text)
                if text and each.hasFocus():
                    aloud.tell_focus(each)


class MarginBar(QScrollBar):
    """The scroll bar in a page's margin: always there, so that nothing moves or is broken anew
    when it is needed, and seen only then."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw nothing where there is nothing to scroll."""
        if self.maximum() > self.minimum():
            super().paintEvent(event)


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
        if self.hasFocus() and leads_into_list(self, event):
            return
        if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            event.ignore()
        else:
            super().keyPressEvent(event)

"""Show notes: harmless HTML that fetches nothing and opens nothing by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QImage, QPainter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextBrowser

from desktop_app.ui.look.tokens import RADIUS_BADGE, Role
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets import ring
from desktop_app.ui.widgets.buttons import paint_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from desktop_app.ui.look.theme import Look

_SAFE = {"http", "https", "mailto"}
_IMAGE = QTextDocument.ResourceType.ImageResource.value
_WIDTH = 720
_LINE = 118
"""Height of a line in percent of what the font asks for."""
_KEYS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Copy}


def may_open(url: QUrl) -> bool:
    """Tell whether a link may leave for the browser: the web and letters, nothing else."""
    return url.isValid() and url.scheme().lower() in _SAFE and bool(url.host() or url.path())


def as_html(notes: str) -> str:
    """Return notes as HTML; those without a single tag keep their line breaks."""
    return notes if "<" in notes else notes.strip().replace("\n", "<br>")


class Notes(QTextBrowser):
    """The notes of one talk, as high as they are. ``link_pressed`` carries a safe address.

    Pictures are never loaded, from nowhere: the service strips them, and what slips through
    finds nothing here. Keys that belong to the window are left to it.
    """

    link_pressed = Signal(QUrl)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._notes = look, ""
        self.setObjectName("bare")
        self.setAccessibleName(tr("Notes"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._grown)
        self.anchorClicked.connect(self._pressed)
        look.changed.connect(self._dress)
        self._dress()

    def show_notes(self, notes: str) -> None:
        """Show these."""
        if notes != self._notes:
            self._notes = notes
            self._dress()

    def loadResource(self, kind: int, _name: QUrl | str) -> object:
        """Give something empty, whatever a document asks for.

        Given nothing, Qt would look for a picture among the files of this computer.
        """
        return QImage() if kind == _IMAGE else b""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from link to link and copy; everything else is the window's."""
        ring.pressed(self)
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control or event.key() in _KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the keyboard."""
        ring.came(self, event.reason())
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and the ring of the focus."""
        super().paintEvent(event)
        if ring.seen(self):
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            around = QRectF(self.viewport().rect())
            paint_ring(painter, self._look, around, self._look.px(RADIUS_BADGE))
            painter.end()

    def sizeHint(self) -> QSize:
        """Return the height of all the text."""
        return QSize(self._look.px(_WIDTH), self.height())

    def _grown(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height()) + 2))

    def _pressed(self, url: QUrl) -> None:
        if may_open(url):
            self.link_pressed.emit(url)

    def _dress(self) -> None:
        palette = self._look.palette
        self.document().setDefaultFont(self._look.font(Role.BODY))
        self.document().setDefaultStyleSheet(
            f"a {{ color: {palette.lamp_text}; }} div {{ color: {palette.soft}; }}"
        )
        self.setMaximumWidth(self._look.px(_WIDTH))
        self.setHtml(f"<div>{as_html(self._notes)}</div>")
        self._space_lines()

    def _space_lines(self) -> None:
        room = QTextBlockFormat()
        room.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        every = QTextCursor(self.document())
        every.select(QTextCursor.SelectionType.Document)
        every.mergeBlockFormat(room)

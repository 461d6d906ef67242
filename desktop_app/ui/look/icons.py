"""Our own icons, drawn on a grid of 24 and coloured when they are painted.

They are vectors to the last moment, so they are as crisp at 200 % as at 100 %.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

if TYPE_CHECKING:
    from desktop_app.ui.look.theme import Look

_STROKE = 'fill="none" stroke="C" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
_STAR = "M12 3.2l2.7 5.6 6.1.8-4.5 4.3 1.1 6.1L12 17.1 6.6 20l1.1-6.1-4.5-4.3 6.1-.8z"
_MOON = "M19.5 14.2A8 8 0 0 1 9.8 4.5 8 8 0 1 0 19.5 14.2z"


class Icon(StrEnum):
    """Every icon; the value is its drawing, with C for the colour."""

    PLAY = '<path d="M6 4.2v15.6c0 .8.8 1.2 1.5.8l12.2-7.8c.6-.4.6-1.2 0-1.6L7.5 3.4C6.8 3 6 3.4 6 4.2z" fill="C"/>'  # noqa: E501
    PAUSE = '<path d="M4.5 3.2h5v17.6h-5zM14.5 3.2h5v17.6h-5z" fill="C"/>'
    PREVIOUS = '<path d="M4.5 5.5h2.6v13H4.5zM20 5.5v13L12.6 12zM13.4 5.5v13L6 12z" fill="C"/>'
    NEXT = '<path d="M16.9 5.5h2.6v13h-2.6zM4 5.5v13l7.4-6.5zM10.6 5.5v13L18 12z" fill="C"/>'
    BACK = f'<path d="M6.2 9.2A7.4 7.4 0 1 1 4.6 13.6M5.4 3.6v6h6" {_STROKE}/>'
    FORWARD = f'<path d="M17.8 9.2A7.4 7.4 0 1 0 19.4 13.6M18.6 3.6v6h-6" {_STROKE}/>'
    MOON = f'<path d="{_MOON}" {_STROKE}/>'
    STAR = f'<path d="{_STAR}" fill="C" stroke="C" stroke-width="1.6" stroke-linejoin="round"/>'
    STAR_OUTLINE = f'<path d="{_STAR}" {_STROKE}/>'
    FLAG = '<path d="M5 3.4h1.8v17.2H5zM7.6 4.2h11.2l-2.6 4.3 2.6 4.3H7.6z" fill="C"/>'
    DOWNLOAD = f'<path d="M12 4v15M6 13.2l6 6 6-6" {_STROKE}/>'
    CHECK = f'<path d="M4.5 12.8l5 5L19.5 6.8" {_STROKE}/>'
    PLUS = f'<path d="M12 5v14M5 12h14" {_STROKE}/>'
    MINUS = f'<path d="M5 12h14" {_STROKE}/>'
    CLOSE = f'<path d="M6 6l12 12M18 6 6 18" {_STROKE}/>'
    CHEVRON_BACK = f'<path d="M15.25 5.5l-6.5 6.5 6.5 6.5" {_STROKE}/>'
    CHEVRON_DOWN = f'<path d="M5.5 8.75l6.5 6.5 6.5-6.5" {_STROKE}/>'
    CHEVRON_UP = f'<path d="M5.5 15.25l6.5-6.5 6.5 6.5" {_STROKE}/>'
    FOLDER = f'<path d="M3.5 6.5c0-.8.7-1.5 1.5-1.5h4.4l2.2 2.5H19c.8 0 1.5.7 1.5 1.5v8.5c0 .8-.7 1.5-1.5 1.5H5c-.8 0-1.5-.7-1.5-1.5z" {_STROKE}/>'  # noqa: E501
    FUNNEL = f'<path d="M4 5h16l-6.2 7.4v5.2l-3.6 1.9v-7.1z" {_STROKE}/>'
    LIST = f'<path d="M8.5 6h12M8.5 12h12M8.5 18h12M4 6h.01M4 12h.01M4 18h.01" {_STROKE}/>'
    TRASH = f'<path d="M4.5 6.5h15M9 6.5v-2h6v2M6.5 6.5l.9 13h9.2l.9-13M10.3 10.5v5.5M13.7 10.5v5.5" {_STROKE}/>'  # noqa: E501
    WARNING = f'<path d="M12 4 2.8 19.5h18.4zM12 10v4.5M12 17.2h.01" {_STROKE}/>'
    INFO = (
        f'<path d="M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 11.2v5M12 7.8h.01" {_STROKE}/>'
    )
    PERSON = (
        f'<path d="M12 11.5a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2z" {_STROKE}/>'
        f'<path d="M4.8 19.8a7.2 7.2 0 0 1 14.4 0" {_STROKE}/>'
    )
    REFRESH = f'<path d="M19.5 12a7.5 7.5 0 0 1-13.3 4.7M4.5 12a7.5 7.5 0 0 1 13.3-4.7M18.5 3.5v4.3h-4.3M5.5 20.5v-4.3h4.3" {_STROKE}/>'  # noqa: E501
    EDIT = f'<path d="M4.5 19.5l.8-3.8L16 5l3 3L8.3 18.7zM13.8 7.2l3 3" {_STROKE}/>'
    LINK = f'<path d="M13.5 4.5h6v6M19 5l-8.5 8.5M17.5 13.5v6h-13v-13h6" {_STROKE}/>'
    BELL = f'<path d="M6 15.75v-5.5a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10.3 19.75h3.4" {_STROKE}/>'
    MORE = '<path d="M3.4 12a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0zM10.4 12a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0zM17.4 12a1.6 1.6 0 1 0 3.2 0 1.6 1.6 0 1 0-3.2 0z" fill="C"/>'  # noqa: E501
    MINI = f'<path d="M3.5 5h17v14h-17z" {_STROKE}/><path d="M11.5 11.5h6v4.5h-6z" fill="C"/>'
    WHOLE = f'<path d="M14 4.5h5.5V10M10 19.5H4.5V14M19 5l-5.5 5.5M5 19l5.5-5.5" {_STROKE}/>'
    HOME = f'<path d="M3.8 11.6 12 4.4l8.2 7.2M6 10v9.6h12V10" {_STROKE}/>'
    SLIDERS = f'<path d="M4 7.5h9M19 7.5h1M4 16.5h2M12 16.5h8M16 5v5M9 14v5" {_STROKE}/>'
    KEYBOARD = f'<path d="M3 6.5h18v11H3zM7 10.5h.01M11 10.5h.01M15 10.5h.01M7.5 14h9" {_STROKE}/>'


@lru_cache(maxsize=512)
def _renderer(icon: Icon, colour: str) -> QSvgRenderer:
    drawing = icon.value.replace('"C"', f'"{colour}"')
    document = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">{drawing}</svg>'
    return QSvgRenderer(QByteArray(document.encode()))


def paint(painter: QPainter, icon: Icon, rect: QRectF, colour: QColor) -> None:
    """Draw ``icon`` as a centred square inside ``rect``."""
    side = min(rect.width(), rect.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(rect.center())
    _renderer(icon, colour.name()).render(painter, square)


class _Engine(QIconEngine):
    """Paints at whatever size and density Qt asks for."""

    def __init__(self, icon: Icon, colour: QColor, disabled: QColor) -> None:
        super().__init__()
        self._parts = (icon, colour, disabled)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, _state: QIcon.State) -> None:
        """Draw the icon, paler when disabled."""
        icon, colour, disabled = self._parts
        pale = mode is QIcon.Mode.Disabled
        paint(painter, icon, QRectF(rect), disabled if pale else colour)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon as pixels of the device."""
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        """Return an equal engine; Qt wants its own."""
        return _Engine(*self._parts)


def qicon(look: Look, icon: Icon, colour: QColor | None = None) -> QIcon:
    """Return ``icon`` for menus and fields, in ink unless told otherwise."""
    ink = colour or QColor(look.palette.ink)
    return QIcon(_Engine(icon, ink, QColor(look.palette.faint)))

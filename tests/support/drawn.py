"""Reads back what words a widget paints, and where: it is drawn once into an SVG."""

from __future__ import annotations

import math
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QRegion, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

_TEXT = "{http://www.w3.org/2000/svg}text"
_GROUP = "{http://www.w3.org/2000/svg}g"


@dataclass(frozen=True, slots=True)
class Drawn:
    """Words as they were painted; ``box`` in the widget's own pixels."""

    text: str
    box: QRectF
    colour: str

    @property
    def shortened(self) -> bool:
        """Whether they look as if some were left out."""
        text = self.text.strip()
        return text.endswith("…") or text.startswith("…")


def drawn(widget: QWidget) -> list[Drawn]:
    """Return the words that a widget paints itself, its children's not among them."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    paper = QSvgGenerator()
    paper.setOutputDevice(buffer)
    paper.setSize(widget.size())
    paper.setViewBox(widget.rect())
    paper.setResolution(widget.logicalDpiY())
    painter = QPainter(paper)
    try:
        widget.render(painter, QPoint(), QRegion(), QWidget.RenderFlag(0))
    finally:
        painter.end()
    found: list[Drawn] = []
    data = bytes(buffer.data().data())
    if b"<text" in data:
        _read(ET.fromstring(data), QTransform(), widget, found)  # noqa: S314 - as above
    return found


def _read(node: ET.Element, transform: QTransform, widget: QWidget, found: list[Drawn]) -> None:
    for child in node:
        if child.tag == _GROUP:
            _read(child, _transform(child, transform), widget, found)
        elif child.tag == _TEXT and (child.text or "").strip():
            found.append(_drawn(child, transform, widget))


def _transform(group: ET.Element, before: QTransform) -> QTransform:
    said = group.get("transform", "")
    if not said.startswith("matrix("):
        return before
    a, b, c, d, dx, dy = (float(part) for part in said[7:-1].split(","))
    return QTransform(a, b, c, d, dx, dy)


def _drawn(node: ET.Element, transform: QTransform, widget: QWidget) -> Drawn:
    text = (node.text or "").strip("\n")
    metrics = QFontMetricsF(_font(node, widget))
    x, y = float(node.get("x", "0")), float(node.get("y", "0"))
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:  # a line's last space is left
        x += metrics.horizontalAdvance(text) - metrics.horizontalAdvance(text.rstrip())
    high = metrics.ascent() + metrics.descent()
    box = QRectF(x, y - metrics.ascent(), metrics.horizontalAdvance(text.rstrip()), high)
    return Drawn(text, transform.mapRect(box), node.get("fill", ""))


def _font(node: ET.Element, widget: QWidget) -> QFont:
    """Return the font of a text element; its spacing is not told, so it is the widget's own."""
    size, weight = float(node.get("font-size", "0")), int(node.get("font-weight", "400"))
    own = widget.font()
    points = size * 72 / widget.logicalDpiY()
    if int(own.weight()) == weight and math.isclose(own.pointSizeF(), points, abs_tol=0.2):
        return own
    font = QFont(node.get("font-family", ""))
    font.setPointSizeF(max(1.0, points))
    font.setWeight(QFont.Weight(weight))
    return font

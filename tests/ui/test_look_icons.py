"""Our own icons: each in the middle of its square, and crisp at any density."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBitmap, QColor, QImage, QPainter, QRegion

from desktop_app.ui.look import icons
from desktop_app.ui.look.icons import Icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

GRID, FINE = 24, 10
BY_EYE = {Icon.PLAY: 1.05}
"""A triangle's weight lies in its base: it stands in the middle when its box does not."""


@pytest.mark.parametrize("icon", [*Icon])
def test_stands_in_the_middle(qapp: QApplication, icon: Icon) -> None:
    side = GRID * FINE
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    icons.paint(painter, icon, QRectF(0, 0, side, side), QColor("black"))
    painter.end()
    drawn = QRectF(QRegion(QBitmap.fromImage(image.createAlphaMask())).boundingRect())
    off = (drawn.center() - QRectF(image.rect()).center()) / FINE
    assert abs(off.x() - BY_EYE.get(icon, 0.0)) <= 0.5
    assert abs(off.y()) <= 0.5

"""The square picture of one talk: its own, as soon as it is read; the lamp's glow without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QPixmap, QTransform

from desktop_app.ui.widgets.cards import Cover

if TYPE_CHECKING:
    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Call, Crossing
    from desktop_app.ui.look.theme import Look


class TalkCover(Cover):
    """Asks for the picture of the talk that it is told, unless pictures must tell nothing."""

    def __init__(self, look: Look, bridge: Crossing, side: float, radius: float = 10) -> None:
        super().__init__(look, side, radius)
        self._bridge = bridge
        self._talk: int | None = None
        self._asked: int | None = None
        self._call: Call | None = None
        self._picture = QPixmap()
        self._fitted = QPixmap()
        look.changed.connect(self._ask)

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown instead of the glow."""
        return not self._picture.isNull()

    def show_talk(self, episode_id: int | None) -> None:
        """Show this talk's picture; None: the glow."""
        self._talk = episode_id
        self._ask()

    def ground(self) -> QBrush:
        """Return the picture for every dot of the screen, its middle if it is no square."""
        if not self.has_picture:
            return super().ground()
        ratio = self.devicePixelRatioF()
        side = round(self.width() * ratio)
        if self._fitted.width() != side:
            self._fitted = _square(self._picture, side)
        brush = QBrush(self._fitted)
        brush.setTransform(QTransform.fromScale(1 / ratio, 1 / ratio))
        return brush

    def _ask(self) -> None:
        wanted = None if self._look.discreet else self._talk
        if wanted == self._asked:
            return
        self._asked = wanted
        if self._call is not None:
            self._call.cancel()
            self._call = None
        self._took(None)
        if wanted is not None:
            self._call = self._bridge.call(
                lambda core: core.covers.of(wanted), self._took, self._refused
            )

    def _took(self, picture: bytes | None) -> None:
        self._picture, self._fitted = QPixmap(), QPixmap()
        if picture is not None:
            self._picture.loadFromData(picture)
        self.update()

    def _refused(self, _problem: KnownError) -> None:
        self._took(None)


def _square(picture: QPixmap, side: int) -> QPixmap:
    fitted = picture.scaled(
        side,
        side,
        Qt.AspectRatioMode.KeepAspectRatioByExpanding,
        Qt.TransformationMode.SmoothTransformation,
    )
    return fitted.copy((fitted.width() - side) // 2, (fitted.height() - side) // 2, side, side)

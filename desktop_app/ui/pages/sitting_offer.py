"""What the sitting's page offers while nothing runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.pages.meditations_cards import PresetCards

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Preset
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class OfferPart(QWidget):
    """The sittings that can be begun; ``fail`` is told why one cannot."""

    def __init__(self, look: Look, bridge: Crossing, fail: Callable[[KnownError], None]) -> None:
        super().__init__()
        self._bridge, self._fail = bridge, fail
        self.cards = PresetCards(look)
        self.cards.begun.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)
        column.addStretch(1)

    def read(self) -> None:
        """Offer what there is now."""
        self._bridge.call(lambda core: core.presets.all(), self.cards.set_presets, self._fail)

    def _begin(self, preset: Preset) -> None:
        self._bridge.call(lambda core: core.sitting.begin(preset), None, self._fail)

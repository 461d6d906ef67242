"""What the sitting's page offers while nothing runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.meditations_cards import PresetCards
from desktop_app.ui.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.errors import KnownError
    from desktop_app.base.sittings import Preset
    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look


class OfferPart(QWidget):
    """The sittings that can be begun; ``fail`` is told why one cannot, ``go`` opens a page."""

    def __init__(
        self,
        look: Look,
        bridge: Crossing,
        fail: Callable[[KnownError], None],
        go: Callable[[str, object], None],
    ) -> None:
        super().__init__()
        self._bridge, self._fail, self._go = bridge, fail, go
        self.cards = PresetCards(look)
        self.cards.begun.connect(self._begin)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.cards)
        self.placeholder = Placeholder(look)
        column.addWidget(self.placeholder)
        self.placeholder.hide()
        column.addStretch(1)

    def read(self) -> None:
        """Offer what there is now."""
        self._bridge.call(lambda core: core.presets.all(), self._took, self._refused)

    def _took(self, presets: tuple[Preset, ...]) -> None:
        self.cards.set_presets(presets)
        self.placeholder.setVisible(not presets)
        if not presets:
            self.placeholder.empty(
                tr("No sittings to begin"),
                tr("Make one of your own, or bring back those of the first day."),
                tr("Meditations"),
                lambda: self._go("meditations", None),
            )

    def _refused(self, problem: KnownError) -> None:
        if self.cards.cards:
            self._fail(problem)
        else:
            self.placeholder.failed(problem, self.read)
            self.placeholder.show()

    def _begin(self, preset: Preset) -> None:
        self._bridge.call(lambda core: core.sitting.begin(preset), None, self._fail)

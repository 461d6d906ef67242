"""The catalogue that both "Add a feed" and the first start show: filter, list, its states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop_app.services.events import FeedsChanged
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_field import FindField
from desktop_app.ui.pages.add_model import CatalogueModel
from desktop_app.ui.pages.add_row import CatalogueView
from desktop_app.ui.widgets.cards import Card
from desktop_app.ui.widgets.folding_list import keep_in_sight
from desktop_app.ui.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from desktop_app.base.errors import KnownError
    from desktop_app.base.model import Feed
    from desktop_app.base.parsed import CatalogueEntry
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.look.theme import Look

Offered = tuple[tuple["CatalogueEntry", ...], tuple["Feed", ...]]
_HEIGHT = 260


class Catalogue(QWidget):
    """Reads what is offered and lets the person tick it.

    ``ticked`` carries the number of ticks; ``feeds_read`` every subscription, whenever they
    were read. A page puts the field ``filter`` where it has room for it.
    """

    ticked = Signal(int)
    feeds_read = Signal(object)

    def __init__(self, look: Look, bridge: Crossing) -> None:
        super().__init__()
        self._look, self._bridge = look, bridge
        self._asked: Call | None = None
        self._read = self._flowing = False
        self.model = CatalogueModel(self)
        self.filter = FindField(tr("Filter the list"), tr("Filter the list of feeds"))
        self.card = Card(look, padding=6)
        self.view = CatalogueView(look, self.model)
        keep_in_sight(self.view)
        self.placeholder = Placeholder(look)
        self._stack = QStackedLayout()
        self.card.body.addLayout(self._stack)
        self._stack.addWidget(self.placeholder)
        self._stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        self.filter.textChanged.connect(self._filter)
        self.filter.left.connect(self._enter)
        self.model.ticked.connect(self.ticked)
        look.changed.connect(self.updateGeometry)

    @property
    def chosen(self) -> tuple[CatalogueEntry, ...]:
        """What is ticked."""
        return self.model.chosen

    def read(self) -> None:
        """Read the catalogue and the subscriptions; an older question is dropped."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = self._bridge.call(_offered, self._show, self._refused)

    def heard(self, event: object) -> None:
        """Mark anew what is subscribed."""
        if isinstance(event, FeedsChanged):
            self.read()

    def run_on(self, *, on: bool) -> None:
        """Be as high as all rows, or as high as there is room."""
        if on is not self._flowing:
            self._flowing = on
            shown = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            self.view.setVerticalScrollBarPolicy(
                shown if on else Qt.ScrollBarPolicy.ScrollBarAsNeeded
            )
            self.updateGeometry()

    def least(self) -> int:
        """Return the height in pixels of several rows, whatever the size of the text."""
        return self._look.px(_HEIGHT)

    def length(self) -> int:
        """Return the height in pixels of all rows, and of the card around them."""
        rows = sum(map(self.view.sizeHintForRow, range(self.model.rowCount())))
        around = self.card.body.contentsMargins()
        return max(self.least(), rows + around.top() + around.bottom())

    def sizeHint(self) -> QSize:
        """Return the height that it asks for now."""
        return QSize(self._look.px(160), self.length() if self._flowing else self.least())

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed: it scrolls already, or the page does."""
        return self.sizeHint()

    def _show(self, offered: Offered) -> None:
        self._read = True
        entries, feeds = offered
        self.model.show(entries, feeds)
        self._choose_state()
        self.feeds_read.emit(feeds)

    def _refused(self, problem: KnownError) -> None:
        if not self._read:
            self.placeholder.failed(problem, self._retry)
            self._stack.setCurrentWidget(self.placeholder)

    def _retry(self) -> None:
        self.placeholder.loading()
        self.read()

    def _filter(self, needle: str) -> None:
        self.model.set_filter(needle)
        if self._read:
            self._choose_state()
            self.view.scrollToTop()

    def _choose_state(self) -> None:
        found = self.model.rowCount() > 0
        needle = self.filter.text().strip()
        if not found and needle:
            self.placeholder.empty(
                tr("Nothing in the list fits “{words}”", words=needle),
                tr("If you know its address, you can add it by that."),
                tr("Show the whole list"),
                self.filter.clear,
            )
        elif not found:
            self.placeholder.empty(
                tr("The list is empty"), tr("You can add any feed by its address.")
            )
        self._stack.setCurrentWidget(self.view if found else self.placeholder)
        self.updateGeometry()

    def _enter(self) -> None:
        if self.model.rowCount():
            self.view.setFocus(Qt.FocusReason.TabFocusReason)


async def _offered(core: Core) -> Offered:
    return await core.subscriptions.catalogue(), await core.browsing.feeds()

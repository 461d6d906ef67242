"""The chips above the list of talks: what it is narrowed to, and how it is sorted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.base.shelves import Facets
from desktop_app.ui.look import shelf_words
from desktop_app.ui.look.topic_words import topic
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.speakers_filter import ALL, MOST, Choice, orders, settled
from desktop_app.ui.widgets.chips import Chip
from desktop_app.ui.widgets.flow import Flow
from desktop_app.ui.widgets.menu_chip import MenuChip

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.base.model import Order
    from desktop_app.base.shelves import Facet
    from desktop_app.ui.look.theme import Look


class SpeakersChips(QWidget):
    """A row that wraps. ``value`` is what it is set to; ``changed`` tells when a chip was used.

    ``who`` shows the index of speakers where there is no room for it.
    """

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._flow = look, Flow(self)
        self.value = ALL
        self.fellowships: tuple[str, ...] = ()
        self._facets = Facets()
        self._bare = False
        self._names: dict[str, Chip] = {}
        self.all = self._chip(tr("All"), lambda _on: ALL)
        self.more = self._menu("fellowship", tr("More"), tr("Any fellowship"))
        self.step = self._menu("step", tr("Step"), tr("Any step"))
        self.topic = self._menu("topic", tr("Topic"), tr("Any topic"))
        self.decade = self._menu("decade", tr("Decade"), tr("Any decade"))
        self.downloaded = self._switch("downloaded", tr("Downloaded"))
        self.unheard = self._switch("unheard", tr("Not heard"))
        self.favorite = self._switch("favorite", tr("Favorites"))
        self.order: MenuChip[Order] = MenuChip(look, tr("Sort"), orders())
        self.order.chosen.connect(lambda _order: self.changed.emit())
        self.who = Chip(look, tr("Speakers"))
        self.setAccessibleName(tr("Which talks are shown"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._arrange()
        self._dress()
        self.set_value(ALL)

    def set_value(self, choice: Choice) -> None:
        """Be set to this, without telling anybody."""
        self.value = choice
        self.all.setChecked(choice == ALL)
        for name, chip in self._names.items():
            chip.setChecked(choice.fellowship == name)
        for chip, on in (
            (self.downloaded, choice.downloaded),
            (self.unheard, choice.unheard),
            (self.favorite, choice.favorite),
        ):
            chip.setChecked(on)
        self._offer()

    def show_facets(self, facets: Facets, *, narrowed: bool) -> None:
        """Offer what the list can be narrowed to; ``narrowed``: some of it is left out already."""
        self._facets, self._bare = facets, not narrowed
        known = settled(self.fellowships, facets.fellowships, narrowed=narrowed)
        if known != self.fellowships:
            self.fellowships = known
            self._arrange()
        self.set_value(self.value)

    def stops(self) -> tuple[QWidget, ...]:
        """Return the chips in the order in which the eye meets them."""
        items = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in items if item is not None)
        return tuple(each for each in widgets if each is not None)

    def _chip(self, text: str, pressed: Callable[[bool], Choice]) -> Chip:
        chip = Chip(self._look, text)
        chip.clicked.connect(lambda on: self._set(pressed(on)))
        return chip

    def _switch(self, field: str, text: str) -> Chip:
        return self._chip(text, lambda on: self._with(field, on))

    def _menu(self, field: str, name: str, anything: str) -> MenuChip[Any]:
        chip: MenuChip[Any] = MenuChip(self._look, name, ((None, anything),))
        chip.chosen.connect(lambda value: self._set(self._with(field, value)))
        return chip

    def _with(self, field: str, value: object) -> Choice:
        changed: dict[str, Any] = {field: value}
        return replace(self.value, **changed)

    def _set(self, choice: Choice) -> None:
        self.set_value(choice)
        self.changed.emit()

    def _fellowship(self, name: str) -> Chip:
        return self._chip(name, lambda on: self._with("fellowship", name if on else None))

    def _arrange(self) -> None:
        """Put all chips into the row, those of the fellowships in their order."""
        while self._flow.count():
            self._flow.takeAt(0)
        own = self.fellowships[:MOST]
        if len(self.fellowships) == MOST + 1:
            own = self.fellowships  # a menu of one would be no shorter
        for name in [name for name in self._names if name not in own]:
            chip = self._names.pop(name)
            chip.hide()
            chip.deleteLater()
        for name in own:
            if name not in self._names:
                self._names[name] = self._fellowship(name)
        for part in (
            self.all,
            *(self._names[name] for name in own),
            *(self.more, self.step, self.topic, self.decade),
            *(self.downloaded, self.unheard, self.favorite, self.order, self.who),
        ):
            self._flow.addWidget(part)
        for chip in self._names.values():
            chip.show()

    def _offer(self) -> None:
        """Fill the menus; what is chosen stays among what they offer.

        A menu that is empty only because the list is narrowed stays in its place.
        """
        facets = self._facets
        others = [each for each in facets.fellowships if each.value not in self._names]
        chosen = self.value.fellowship if self.value.fellowship not in self._names else None
        _fill(self.more, tr("Any fellowship"), others, chosen, str)
        if self._bare:
            self.more.hide()
        if len(self.more.options()) > 1:
            self.more.show()
        self.more.setEnabled(len(self.more.options()) > 1)
        for chip, anything, found, value, said in (
            (self.step, tr("Any step"), facets.steps, self.value.step, shelf_words.step),
            (self.topic, tr("Any topic"), facets.topics, self.value.topic, topic),
            (self.decade, tr("Any decade"), facets.decades, self.value.decade, shelf_words.decade),
        ):
            _fill(chip, anything, found, value, said)
            chip.setEnabled(len(chip.options()) > 1)
            if not chip.isEnabled() and self._bare:
                chip.hide()
            elif chip.isEnabled():
                chip.show()

    def _dress(self) -> None:
        self._flow.set_gap(self._look.px(7))
        self.updateGeometry()


def _fill(
    chip: MenuChip[Any],
    anything: str,
    found: Sequence[Facet],
    chosen: object,
    said: Callable[[Any], str],
) -> None:
    numbers: dict[Any, int] = {each.value: each.talks for each in found}
    if chosen is not None:
        numbers.setdefault(chosen, 0)
    values = sorted(numbers, key=lambda value: value if isinstance(value, int) else said(value))
    chip.set_options(
        [(None, anything), *((value, said(value)) for value in values)],
        [numbers[value] for value in values],
    )
    chip.set_value(chosen)

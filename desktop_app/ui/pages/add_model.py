"""The catalogue as rows that can be ticked: groups, what they offer, what is there already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop_app.ui.look.tips import plainly
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.base.model import Feed
    from desktop_app.base.parsed import CatalogueEntry

Index = QModelIndex | QPersistentModelIndex

OFFER = int(Qt.ItemDataRole.UserRole) + 3
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Offer:
    """A row: the heading of a group (``entry`` is None), or a feed that may be ticked."""

    text: str
    entry: CatalogueEntry | None = None
    subscribed: bool = False
    ticked: bool = False


def feed_key(url: str) -> str:
    """Return what two spellings of one address have in common: no scheme, ``www.``, port, slash.

    It only decides what the screen offers: subscribing twice is refused by the service.
    """
    bare = url.strip().rpartition("://")[2]
    host, slash, rest = bare.partition("/")
    host = host.rpartition("@")[2].casefold().removeprefix("www.")
    host = host.removesuffix(":443").removesuffix(":80")
    return f"{host}{slash}{rest}".rstrip("/")


def site(entry: CatalogueEntry) -> str:
    """Return the host that an entry is found at, for the end of its row."""
    return feed_key(entry.home_page or entry.feed_url or "").partition("/")[0]


def subscribed(
    entries: Iterable[CatalogueEntry], feeds: Iterable[Feed]
) -> frozenset[CatalogueEntry]:
    """Return the entries that are there already.

    An entry with an address is when a feed has it; one with only a home page when a feed
    names that page as its own, or lies there itself.
    """
    addresses: set[str] = set()
    pages: set[str] = set()
    for feed in feeds:
        addresses.add(feed_key(feed.url))
        pages |= {feed_key(feed.url), feed_key(feed.link or feed.url)}
    return frozenset(
        entry
        for entry in entries
        if (
            feed_key(entry.feed_url) in addresses
            if entry.feed_url
            else feed_key(entry.home_page or "") in pages
        )
    )


def group_name(group: str) -> str:
    """Return what a group of our own list of feeds is called; another name stays as it is."""
    return {
        "Speakers": tr("Speakers"),
        "Recovery shows": tr("Recovery shows"),
        "Guided meditations": tr("Guided meditations"),
        "Meditation talks": tr("Meditation talks"),
    }.get(group, group)


def fitting(entries: Iterable[CatalogueEntry], needle: str) -> list[str | CatalogueEntry]:
    """Return the rows that have every word of ``needle``; a group's name precedes its entries."""
    wanted = needle.casefold().split()
    groups: dict[str, list[CatalogueEntry]] = {}
    for entry in entries:
        names = f"{entry.group} {group_name(entry.group)}"
        text = f"{entry.title} {names} {site(entry)}".casefold()
        if all(word in text for word in wanted):
            groups.setdefault(entry.group, []).append(entry)
    rows: list[str | CatalogueEntry] = []
    for group, members in groups.items():
        rows += [group, *members] if group else members
    return rows


class CatalogueModel(QAbstractListModel):
    """Rows of :class:`Offer`. What is subscribed is marked and cannot be ticked.

    Ticks outlive the filter: what is hidden stays chosen. ``ticked`` carries their number.
    """

    ticked = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[CatalogueEntry, ...] = ()
        self._subscribed: frozenset[CatalogueEntry] = frozenset()
        self._chosen: set[CatalogueEntry] = set()
        self._needle = ""
        self._rows: list[str | CatalogueEntry] = []

    @property
    def chosen(self) -> tuple[CatalogueEntry, ...]:
        """What is ticked, in the order of the catalogue."""
        return tuple(entry for entry in self._entries if entry in self._chosen)

    def show(self, entries: tuple[CatalogueEntry, ...], feeds: tuple[Feed, ...]) -> None:
        """Offer these; the place in the list is kept when only subscriptions have changed."""
        self._subscribed = subscribed(entries, feeds)
        before = len(self._chosen)
        self._chosen = (self._chosen & set(entries)) - self._subscribed
        if entries != self._entries:
            self._entries = entries
            self._lay_out()
        else:
            self._redraw()
        if len(self._chosen) != before:
            self.ticked.emit(len(self._chosen))

    def set_filter(self, needle: str) -> None:
        """Show only what has these words."""
        if needle.split() != self._needle.split():
            self._needle = needle
            self._lay_out()

    def choose(self, entries: Iterable[CatalogueEntry]) -> None:
        """Tick these and no others."""
        wanted = set(entries)
        if wanted != self._chosen:
            self._chosen = wanted
            self._redraw()
            self.ticked.emit(len(wanted))

    def toggle(self, index: Index) -> bool:
        """Tick or untick a row; False when it cannot be."""
        offer = offer_at(index)
        if offer is None or offer.entry is None:
            return False
        state = Qt.CheckState.Unchecked if offer.ticked else Qt.CheckState.Checked
        return self.setData(index, state, Qt.ItemDataRole.CheckStateRole)

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return the number of rows that the filter lets through."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the offer, its words, its tick, or its sentence for a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._rows):
            return None
        offer = self._offer(self._rows[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plainly(f"{offer.text}\n{site(offer.entry)}") if offer.entry else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _sentence(offer)
        if role == Qt.ItemDataRole.CheckStateRole and offer.entry is not None:
            on = offer.ticked or offer.subscribed
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        return offer if role == OFFER else None

    def setData(
        self,
        index: Index,
        value: Any,  # noqa: ANN401 - as Qt declares it
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Tick or untick; False for headings and for what is subscribed."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        if not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        entry = self._rows[index.row()]
        if isinstance(entry, str):
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen.add(entry)
        else:
            self._chosen.discard(entry)
        self.dataChanged.emit(index, index, [Qt.ItemDataRole.CheckStateRole, OFFER])
        self.ticked.emit(len(self._chosen))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The keyboard passes over headings; only what is not subscribed can be ticked."""
        offer = offer_at(index)
        if offer is None:
            return Qt.ItemFlag.NoItemFlags
        if offer.entry is None:
            return Qt.ItemFlag.ItemNeverHasChildren
        usual = (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
        return usual if offer.subscribed else usual | Qt.ItemFlag.ItemIsUserCheckable

    def _offer(self, row: str | CatalogueEntry) -> Offer:
        if isinstance(row, str):
            return Offer(group_name(row))
        return Offer(row.title, row, row in self._subscribed, row in self._chosen)

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._rows = fitting(self._entries, self._needle)
        self.endResetModel()

    def _redraw(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))


def offer_at(index: Index) -> Offer | None:
    """Return the offer of an index of a :class:`CatalogueModel`."""
    value: Any = index.data(OFFER)
    return value if isinstance(value, Offer) else None


def _sentence(offer: Offer) -> str:
    if offer.entry is None:
        return offer.text
    state = tr("subscribed already") if offer.subscribed else ""
    parts = (offer.text, group_name(offer.entry.group), site(offer.entry), state)
    return ", ".join(part for part in parts if part)

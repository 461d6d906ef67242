"""Feeds that the directories know, as rows: on offer, on their way, or subscribed."""

from __future__ import annotations

import html
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.add_model import feed_key
from desktop_app.ui.pages.add_words import amount

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QObject

    from desktop_app.base.model import Feed
    from desktop_app.base.parsed import FoundFeed

Index = QModelIndex | QPersistentModelIndex

FOUND = int(Qt.ItemDataRole.UserRole) + 4
_ROOT = QModelIndex()


class Standing(Enum):
    """How far a found feed is from being subscribed."""

    OFFERED = "offered"
    ADDING = "adding"
    SUBSCRIBED = "subscribed"


@dataclass(frozen=True, slots=True)
class Found:
    """A row."""

    feed: FoundFeed
    standing: Standing


def facts(feed: FoundFeed) -> str:
    """Return the second line of a row: who makes it, how much there is, where it was found."""
    return words.join(
        feed.author,
        amount(feed.episodes, ()) if feed.episodes else "",
        tr(", ").join(feed.directories),
    )


class FoundModel(QAbstractListModel):
    """Rows of :class:`Found`, in the order in which they were found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._feeds: tuple[FoundFeed, ...] = ()
        self._subscribed: frozenset[str] = frozenset()
        self._adding: frozenset[str] = frozenset()

    def show(self, feeds: tuple[FoundFeed, ...]) -> None:
        """Show these instead of the last ones."""
        self.beginResetModel()
        self._feeds = feeds
        self._subscribed = _keys(feed.url for feed in feeds if feed.subscribed)
        self.endResetModel()

    def mark(self, feeds: Iterable[Feed]) -> None:
        """Mark as subscribed what these subscriptions say, and nothing else."""
        self._set(_keys(feed.url for feed in feeds), self._adding)

    def mark_added(self, url: str) -> None:
        """Mark one more, also where the subscription lies at another address by now."""
        self._set(self._subscribed | {feed_key(url)}, self._adding)

    def set_adding(self, urls: Iterable[str]) -> None:
        """Mark these as being added."""
        self._set(self._subscribed, _keys(urls))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """Return how many were found."""
        return 0 if parent.isValid() else len(self._feeds)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the row, its title, or its words for a tool tip or a screen reader."""
        if not index.isValid() or not 0 <= index.row() < len(self._feeds):
            return None
        found = self._found(self._feeds[index.row()])
        if role == Qt.ItemDataRole.DisplayRole:
            return found.feed.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(found.feed)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _sentence(found)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return found.feed.description
        return found if role == FOUND else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be reached."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def _found(self, feed: FoundFeed) -> Found:
        key = feed_key(feed.url)
        if key in self._subscribed:
            return Found(feed, Standing.SUBSCRIBED)
        return Found(feed, Standing.ADDING if key in self._adding else Standing.OFFERED)

    def _set(self, subscribed: frozenset[str], adding: frozenset[str]) -> None:
        if (subscribed, adding) != (self._subscribed, self._adding):
            self._subscribed, self._adding = subscribed, adding
            if self._feeds:
                self.dataChanged.emit(self.index(0), self.index(len(self._feeds) - 1))


def found_at(index: Index) -> Found | None:
    """Return the row of an index of a :class:`FoundModel`."""
    value: object = index.data(FOUND)
    return value if isinstance(value, Found) else None


def standing_words(standing: Standing) -> str:
    """Return what stands at the end of a row."""
    return {
        Standing.OFFERED: tr("Add"),
        Standing.ADDING: tr("Adding…"),
        Standing.SUBSCRIBED: tr("Subscribed"),
    }[standing]


def _keys(urls: Iterable[str]) -> frozenset[str]:
    return frozenset(feed_key(url) for url in urls)


def _tip(feed: FoundFeed) -> str:
    """Return the whole title, what it is about and its address; Qt must take none for HTML."""
    lines = (feed.title, feed.description, feed.url)
    return "<br>".join(html.escape(line) for line in lines if line)


def _sentence(found: Found) -> str:
    state = {
        Standing.OFFERED: tr("press Enter to add it"),
        Standing.ADDING: tr("it is being added"),
        Standing.SUBSCRIBED: tr("subscribed already"),
    }[found.standing]
    feed = found.feed
    many = amount(feed.episodes, ()) if feed.episodes else ""
    where = tr("found at {names}", names=tr(", ").join(feed.directories))
    return ", ".join(part for part in (feed.title, feed.author, many, where, state) if part)

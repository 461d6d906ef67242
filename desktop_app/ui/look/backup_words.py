"""Copies of the library in words: when they were made, what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from datetime import datetime


def moment(made: datetime) -> str:
    """Return "22 Nov, 14:07"."""
    day = made.astimezone()
    date = QLocale().toString(QDate(day.year, day.month, day.day), tr("d MMM"))
    return f"{date}, {words.time_of_day(made)}"


def holds(feeds: int, favorites: int, talks: int | None = None) -> str:
    """Return "5 feeds, 120 talks, 12 favorites"; without ``talks``, no word of them."""
    said = [words.count(feeds, "1 feed", "{n} feeds")]
    if talks is not None:
        said.append(words.count(talks, "1 talk", "{n} talks"))
    said.append(words.count(favorites, "1 favorite", "{n} favorites"))
    return ", ".join(said)

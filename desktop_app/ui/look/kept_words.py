"""What is kept, in words that a newcomer trusts: what, where, for how long, how much."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.log import LOG_BYTES, LOG_DAYS, LOG_FILES
from desktop_app.ui.look import words
from desktop_app.ui.look.backup_words import moment
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.base.kept import Kept, Pile


def goes(kept: Kept) -> str:
    """Return what erasing takes away, in one paragraph."""
    parts = [library(kept)] if kept.numbers is not None else []
    parts += [
        tr("Places, history, presets and settings."),
        tr("{recordings}, {size}.",
           recordings=words.count(kept.recordings.files, "1 recording", "{n} recordings"),
           size=words.size(kept.recordings.bytes)),
        tr("All daily copies, pictures and logs."),
    ]  # fmt: skip
    if kept.accounts:
        parts.append(tr("The passwords of your feeds in the computer's keyring."))
    return " ".join(parts)


def library(kept: Kept) -> str:
    """Return what the library holds: "5 feeds, 12 favorites, 3 bookmarks, 40 sittings."."""
    numbers = kept.numbers
    if numbers is None:
        return tr("The library cannot be read.")
    return tr(
        "{feeds}, {favorites}, {bookmarks}, {sittings}.",
        feeds=words.count(numbers.feeds, "1 feed", "{n} feeds"),
        favorites=words.count(numbers.favorites, "1 favorite", "{n} favorites"),
        bookmarks=words.count(numbers.bookmarks, "1 bookmark", "{n} bookmarks"),
        sittings=words.count(numbers.sittings, "1 sitting", "{n} sittings"),
    )


def pile(one: Pile) -> str:
    """Return "12 files, 35 MB", or that there is nothing."""
    if not one.files:
        return tr("Nothing")
    return tr(
        "{files}, {size}",
        files=words.count(one.files, "1 file", "{n} files"),
        size=words.size(one.bytes),
    )


def copies(kept: Kept) -> str:
    """Return how many copies there are, since when, and what they weigh."""
    if not kept.copies:
        return tr("Nothing")
    return tr(
        "{copies}, {size}, the newest of {moment}",
        copies=words.count(len(kept.copies), "1 copy", "{n} copies"),
        size=words.size(sum(copy.size for copy in kept.copies)),
        moment=moment(kept.copies[0].made),
    )


def logs() -> str:
    """Return what the logs hold and when they go."""
    return tr(
        "What went wrong inside the program, without titles, names and addresses. At most "
        "{files} of {size}, and {days}.",
        files=words.count(LOG_FILES, "1 file", "{n} files"),
        size=words.size(LOG_BYTES),
        days=words.count(LOG_DAYS, "1 day", "{n} days"),
    )


def passwords(kept: Kept) -> str:
    """Return whose passwords there are."""
    if not kept.accounts:
        return tr("No passwords")
    return ", ".join(kept.accounts)

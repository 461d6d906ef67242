"""What is said about feeds that were added: pure words, and what a drop means."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import TYPE_CHECKING, Literal

from desktop_app.base.errors import KnownError
from desktop_app.base.model import FeedKind
from desktop_app.ui.look import sentences, words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QUrl

    from desktop_app.base.model import Feed
    from desktop_app.services.refresh import RefreshOutcome
    from desktop_app.services.subscriptions import ImportReport

Drop = tuple[Literal["folder", "list", "address"], str]
_LISTS = {".opml", ".xml"}
_MOST = 20
_UNREACHED = ("no server named", "could not be reached")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:\S", re.IGNORECASE)
_PLACE = re.compile(r"[/\\~]|\.\.?[/\\]")
_DOTTED = re.compile(r"[^\s.]\.[^\s.]")


def is_words(text: str) -> bool:
    """Tell words to search for from an address, or a folder of this computer.

    An address begins with a scheme, or its first word has a dot inside and it is the only one
    (or leads into a path: "example.org/my tapes").
    """
    first, *more = text.split() or [""]
    if not first or _SCHEME.match(text.strip()) or _PLACE.match(first) or first == "localhost":
        return False
    dot = _DOTTED.search(first)
    return dot is None or (bool(more) and "/" not in first[dot.end() :])


def amount(number: int, kinds: Iterable[FeedKind]) -> str:
    """Return how much there is to listen to: "1,284 talks", "12 meditations"."""
    found = set(kinds)
    if found == {FeedKind.MEDITATIONS}:
        return words.count(number, "1 meditation", "{n} meditations")
    if found == {FeedKind.TALKS}:
        return words.count(number, "1 talk", "{n} talks")
    return words.count(number, "1 recording", "{n} recordings")


def offline(errors: Iterable[KnownError]) -> bool:
    """Tell whether everything failed for want of a connection, as far as one can know here."""
    found = list(errors)
    return bool(found) and all(
        any(sign in f"{error.what} {error.why}" for sign in _UNREACHED) for error in found
    )


def no_connection(what_next: str) -> KnownError:
    """Return what is said of anything that failed for want of a connection."""
    return KnownError(tr("This computer seems to be offline"), "", what_next)


def failed_batch(report: ImportReport, outcomes: Sequence[RefreshOutcome]) -> KnownError | None:
    """Return what is to be said of the failures among many; None: there was none.

    One cause that they share, no connection, is named once and not at each of them.
    """
    errors = [error for _title, error in report.failed]
    unread = [outcome for outcome in outcomes if outcome.error is not None]
    errors += [outcome.error for outcome in unread if outcome.error is not None]
    if not errors:
        return None
    said, more = summary(report), arrived(report, outcomes)
    everything = len(errors) == len(report.failed) + len(outcomes)
    if everything and offline(errors):
        titles = [title for title, _error in report.failed] + [each.title for each in unread]
        lines, said = [said, "; ".join(titles)], tr("This computer seems to be offline")
    else:
        lines = failures(report, outcomes)
    return KnownError(said, "\n".join([*lines, more] if more else lines))


def failure(title: str, error: KnownError) -> str:
    """Return one line that names what failed, why, and what to do."""
    error = sentences.error(error)
    return f"{title} — {_cause(error)} {error.what_next}".strip()


def _cause(error: KnownError) -> str:
    return words.ended(f"{error.what}: {error.why}" if error.why else error.what)


def failures(report: ImportReport, outcomes: Sequence[RefreshOutcome]) -> list[str]:
    """Return a line for everything that could not be added, or was added and not read."""
    lines = [failure(title, error) for title, error in report.failed]
    return lines + [str(sentences.error(one.error)) for one in outcomes if one.error is not None]


def summary(report: ImportReport) -> str:
    """Return what became of many: "3 feeds added · 1 was there already · 2 failed"."""
    return words.join(
        words.count(len(report.added), "1 feed added", "{n} feeds added") if report.added else "",
        words.count(len(report.known), "1 was there already", "{n} were there already")
        if report.known
        else "",
        words.count(len(report.failed), "1 could not be added", "{n} could not be added")
        if report.failed
        else "",
    ) or tr("There was nothing to add")


def arrived(report: ImportReport, outcomes: Sequence[RefreshOutcome]) -> str:
    """Return what is to be heard now, and which feeds were there before."""
    new = sum(outcome.new for outcome in outcomes)
    there = tr("Subscribed already: {names}", names="; ".join(report.known))
    return "\n".join(
        line
        for line in (
            amount(new, (feed.kind for feed in report.added)) if new else "",
            f"{there}." if report.known else "",
        )
        if line
    )


def added(feed: Feed) -> str:
    """Return what is to be heard in one feed."""
    if not feed.episodes:
        return tr("There is nothing in it yet.")
    return amount(feed.episodes, (feed.kind,))


def unanswered(failed: Sequence[tuple[str, KnownError]]) -> KnownError:
    """Return what is to be said when no directory has answered."""
    errors = [error for _name, error in failed]
    if offline(errors):
        return no_connection(tr("The directories can be searched when it is connected."))
    lines = map(_cause, map(sentences.error, errors))
    return KnownError(tr("No directory has answered"), "\n".join(lines), tr("Try again later."))


def later() -> str:
    """Return what becomes of a choice that could not be subscribed at the first start."""
    return tr("You can add them later under “Add a feed”.")


def dropped(urls: Sequence[QUrl], text: str) -> tuple[Drop, ...]:
    """Return what was dropped: folders, lists of feeds, addresses; at most twenty things.

    Files are told by their names, for the screen reads no disk; a file that is none of these
    is taken for a folder, and the service says that it is not one.
    """
    if urls:
        return tuple(_meant(url) for url in urls[:_MOST])
    lines = [line.strip() for line in text.splitlines()]
    return tuple(
        ("address", line) for line in lines[:_MOST] if "." in line and len(line.split()) == 1
    )


def _meant(url: QUrl) -> Drop:
    if not url.isLocalFile():
        return "address", url.toString()
    path = url.toLocalFile()
    return ("list" if PurePath(path).suffix.casefold() in _LISTS else "folder"), path

"""Feeds as a refresh sees them: where to ask, what with, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from desktop_app.base.errors import KnownError
from desktop_app.library import problems, rows

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Collection
    from datetime import datetime

    from desktop_app.base.parsed import ParsedFeed

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Validators:
    """What the server said of the body that we now have."""

    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None


NONE = Validators()
"""Nothing is remembered: the whole body comes."""


@dataclass(frozen=True, slots=True)
class Source:
    """What a refresh needs to ask for a feed only if it changed, and only when it is due.

    ``failures`` came one after the other; ``held``: the server itself named ``next_try``;
    ``every``: hours between refreshes, None as in the settings.
    """

    id: int
    url: str
    title: str
    validators: Validators = NONE
    account: str | None = None
    stopped: bool = False
    paused: bool = False
    refreshed: datetime | None = None
    failures: int = 0
    next_try: datetime | None = None
    held: bool = False
    every: int | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has an address; ``removed``: unsubscribed, but some of it is kept."""

    id: int
    title: str
    removed: bool


class UnsubscribedError(KnownError):
    """The feed was removed, or moved elsewhere, while something was under way for it."""


def while_subscribed(
    connection: sqlite3.Connection,
    source: Source,
    write: Callable[Concatenate[sqlite3.Connection, P], T],
    *args: P.args,
    **named: P.kwargs,
) -> T:
    """Return ``write(connection, …)`` if the feed is still subscribed, in one transaction.

    SQLite may give the id of a feed that is gone to another one, so the address counts too.

    Raises:
        UnsubscribedError: It is not; nothing was written.
    """
    found = connection.execute(
        "SELECT 1 FROM feeds WHERE id = ? AND url = ? AND NOT removed", (source.id, source.url)
    ).fetchone()
    if found is None:
        raise UnsubscribedError(f"{source.title} was removed")
    return write(connection, *args, **named)


def sources(connection: sqlite3.Connection, feed_ids: tuple[int, ...] = ()) -> tuple[Source, ...]:
    """Return what to refresh: these feeds, or all."""
    found = connection.execute(
        "SELECT id, url, coalesce(chosen_title, title) AS title, etag, last_modified, body_hash,"
        " account, stopped, paused, refreshed, failures, next_try, held, every"
        " FROM feeds WHERE NOT removed ORDER BY title COLLATE NOCASE"
    )
    return tuple(
        Source(
            id=row["id"],
            url=row["url"],
            title=row["title"],
            validators=Validators(row["etag"], row["last_modified"], row["body_hash"]),
            account=row["account"],
            stopped=bool(row["stopped"]),
            paused=bool(row["paused"]),
            refreshed=rows.moment(row["refreshed"]),
            failures=row["failures"],
            next_try=rows.moment(row["next_try"]),
            held=bool(row["held"]),
            every=row["every"],
        )
        for row in found
        if not feed_ids or row["id"] in feed_ids
    )


def holder(connection: sqlite3.Connection, address: str) -> Holder | None:
    """Return the feed at a normalised address, also one that was removed."""
    row = connection.execute(
        "SELECT id, coalesce(chosen_title, title) AS title, removed FROM feeds WHERE address = ?",
        (address,),
    ).fetchone()
    return Holder(row["id"], row["title"], bool(row["removed"])) if row else None


def describe(connection: sqlite3.Connection, feed_id: int, parsed: ParsedFeed) -> None:
    """Store what the document says of the feed itself."""
    connection.execute(
        "UPDATE feeds SET title = coalesce(nullif(?, ''), title), link = ?, description = ?,"
        " image = ?, author = ?, language = ? WHERE id = ?",
        (
            parsed.title,
            parsed.link,
            parsed.description,
            parsed.image,
            parsed.author,
            parsed.language,
            feed_id,
        ),
    )


def refreshed(
    connection: sqlite3.Connection, feed_id: int, now: datetime, validators: Validators
) -> bool:
    """Note a refresh that went well, and what to ask with; tell whether that solved a problem."""
    connection.execute(
        "UPDATE feeds SET refreshed = ?, problem = NULL, stopped = 0, failures = 0,"
        " next_try = NULL, held = 0, etag = ?, last_modified = ?, body_hash = ? WHERE id = ?",
        (
            rows.seconds(now),
            validators.etag,
            validators.last_modified,
            validators.body_hash,
            feed_id,
        ),
    )
    return problems.solve(connection, feed_id=feed_id)


def failed(
    connection: sqlite3.Connection,
    feed_id: int,
    problem: str,
    next_try: datetime | None,
    *,
    held: bool = False,
    stopped: bool = False,
) -> None:
    """Note a refresh that failed, and when to try again.

    ``held``: the server named that time; ``stopped``: it said that the feed is gone for good.
    """
    connection.execute(
        "UPDATE feeds SET problem = ?, failures = failures + 1, next_try = ?, held = ?,"
        " stopped = max(stopped, ?) WHERE id = ?",
        (problem, rows.seconds(next_try), held, stopped, feed_id),
    )


def put_off(connection: sqlite3.Connection, feed_ids: Collection[int], next_try: datetime) -> None:
    """Leave feeds alone until then for a reason that is not theirs."""
    connection.executemany(
        "UPDATE feeds SET next_try = ?, held = 0 WHERE id = ?",
        [(rows.seconds(next_try), feed_id) for feed_id in feed_ids],
    )


def move(
    connection: sqlite3.Connection,
    feed_id: int,
    url: str,
    address: str,
    *,
    same_body: bool,
    same_server: bool,
) -> None:
    """Give a feed an address that no other feed has.

    ``same_body``: what is remembered of the last answer holds there too; ``same_server``: so
    does the account that it is signed in to with.
    """
    connection.execute(
        "UPDATE feeds SET url = ?, address = ?, stopped = 0, failures = 0, next_try = NULL,"
        " held = 0, account = CASE WHEN ? THEN account END WHERE id = ?",
        (url, address, same_server, feed_id),
    )
    if not same_body:
        connection.execute(
            "UPDATE feeds SET etag = NULL, last_modified = NULL, body_hash = NULL WHERE id = ?",
            (feed_id,),
        )

"""From bytes to a feed: the one door to both readers. It runs in the worker process."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.feeds import rss
from desktop_app.feeds.document import is_page, mended, trimmed, without_doctype

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.base.parsed import ParsedFeed

_LONG = 2 * 2**20
"""Bytes of a document that takes so long to read that it is noticed."""
_DECLARED = re.compile(rb"<\?xml[^>]*encoding", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def parse(
    body: bytes,
    headers: Mapping[str, str],
    known: frozenset[str] = frozenset(),
    newest: int = 0,
) -> ParsedFeed:
    """Read a feed of whatever make.

    Args:
        body: The document, at most 64 MB.
        headers: The answer's headers; ``content-type`` may name the encoding, and
            ``content-location`` must be the address that the body came from (or be absent).
        known: Hashes of items that the caller has; they are reported but not extracted.
        newest: Read only so many of the newest, unless 0, where the document is long and they
            can be told from the others; how many more there are is told as ``unread``.

    Raises:
        KnownError: It is empty, a web page, broken off before the first episode, too big, or
            no feed at all.
    """
    said = {name.lower(): value for name, value in headers.items()}
    base = said.get("content-location")
    body = trimmed(body)
    if not body:
        raise KnownError("The feed is empty", "the answer had nothing in it", "Try again later.")
    if is_page(body):
        raise KnownError(
            "This is a web page, not a feed",
            "",
            "Look on the page for a link named RSS or podcast, or add the page's own address.",
        )
    body = without_doctype(body)
    encoding = _encoding(body, said.get("content-type", ""))
    feed = rss.read_newest(body, encoding, base, newest) if newest and len(body) > _LONG else None
    feed = feed or rss.read(body, encoding, base, known)
    if feed is None:
        from desktop_app.feeds import generic  # noqa: PLC0415 - slow, rarely needed

        torn, body = body, mended(body)
        feed = rss.read(body, None, base, known) or generic.read(body, said, base, known)
        if feed and body is not torn:
            feed = replace(feed, whole=False)
    if feed is None:
        why = "no list of episodes was found in it"
        raise KnownError("This is not a feed", why, "Check the address.")
    return feed


def _encoding(body: bytes, content_type: str) -> str | None:
    """Return the encoding that only the headers tell; what the document says comes first."""
    match = _CHARSET.search(content_type)
    if match is None or _DECLARED.match(body[:200]):
        return None
    return match[1].lower()

"""What a server says of a recording, read from the headers of its answer (RFC 9110)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import aiohttp

_CONTENT_RANGE = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+|\*)", re.IGNORECASE)


class Framing(StrEnum):
    """How the end of a body was told (RFC 9112, 6.3): CLOSE means only by hanging up.

    The end of a body of a told length, or in chunks, cannot be mistaken for a broken
    connection; hanging up can mean either.
    """

    LENGTH = "length"
    CHUNKED = "chunked"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said of the recording; ``expected`` is its whole length in bytes."""

    etag: str | None = None
    last_modified: str | None = None
    expected: int | None = None
    content_type: str | None = None

    @property
    def validator(self) -> str | None:
        """What ``If-Range`` may carry: a strong ETag, else the date; None: no resuming."""
        if self.etag and not self.etag.startswith("W/"):
            return self.etag
        return self.last_modified

    def contradicts(self, other: Answer) -> bool:
        """Return whether ETag or date tell two versions apart; what is not told does not."""
        pairs = ((self.etag, other.etag), (self.last_modified, other.last_modified))
        return any(one and two and one != two for one, two in pairs)


def continued(
    known: Answer, told: Answer, total: int | None, have: int, *, doubt: bool
) -> Answer | None:
    """Return what is known once a 206 offers to go on, or None: it is not the same recording.

    ``have`` bytes are there, ``total`` is what ``Content-Range`` says of the whole. A total of
    just what is there is the end, whatever length was promised first. Any other must be what
    was promised, unless that is in ``doubt``; then nothing but a validator can vouch for more.
    """
    if told.contradicts(known):
        return None
    if total == have:
        return replace(known, expected=total)
    if total is not None and total < have:
        return None
    if doubt:
        return replace(known, expected=total) if known.validator else None
    if None not in {total, known.expected} and total != known.expected:
        return None
    return replace(known, expected=total or known.expected)


def answer_of(response: aiohttp.ClientResponse) -> Answer:
    """Return what the answer says of the whole recording; ``expected`` is for a 200 only."""
    kind = response.headers.get("Content-Type")
    if is_packed(response):
        return Answer(content_type=kind)
    headers = response.headers
    etag, date = _storable(headers.get("ETag")), _storable(headers.get("Last-Modified"))
    return Answer(etag, date, response.content_length, kind)


def is_packed(response: aiohttp.ClientResponse) -> bool:
    """Return whether the server packed the bytes all the same, so that lengths mean nothing."""
    return response.headers.get("Content-Encoding", "identity").lower() != "identity"


def framing_of(response: aiohttp.ClientResponse) -> Framing:
    """Return how the end of the body will be told."""
    if "chunked" in response.headers.get("Transfer-Encoding", "").lower():
        return Framing.CHUNKED
    return Framing.CLOSE if response.content_length is None else Framing.LENGTH


def content_range(response: aiohttp.ClientResponse) -> tuple[int | None, int | None]:
    """Return start and total of ``Content-Range`` (RFC 9110, 14.4), None where not told."""
    match = _CONTENT_RANGE.fullmatch(response.headers.get("Content-Range", "").strip())
    start, total = match.groups() if match else (None, None)
    return int(start) if start else None, int(total) if total and total != "*" else None


def _storable(validator: str | None) -> str | None:
    """Return a validator that can be stored and sent back; raw bytes that are no UTF-8 cannot."""
    try:
        (validator or "").encode()
    except UnicodeEncodeError:
        return None
    return validator

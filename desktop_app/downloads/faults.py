"""What can go wrong with a transfer, in the person's words, and whether trying again helps."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

import aiohttp

from desktop_app.base.addresses import InwardError
from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Mapping

WHAT = "The download did not go through"
LATER = "It can be tried again later."
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
AWAY = frozenset(
    {
        *(errno.ENOENT, errno.ENOTDIR, errno.EEXIST),  # what it was mounted on, or a link to it
        *(errno.EIO, errno.ENXIO, errno.ENODEV, errno.EROFS),  # pulled out while in use
        *(errno.ESTALE, errno.ENOTCONN, errno.ETIMEDOUT, errno.EHOSTDOWN),  # of a network
    }
)
"""What a disk answers that is not there at the moment."""


class TransferError(KnownError):
    """A download that ended without its file.

    ``retryable``: trying again may help. ``retry_after``: seconds that the server asked to be
    left alone for, None if it did not. ``line``: it is trouble of the line, or of a disk that
    is away, not of this recording, so every other one would end the same way. ``tries``: so
    many are enough, 0 if as many as usual. Bytes that can be used again stay in the ``.part``
    file.
    """

    def __init__(
        self,
        what: str,
        why: str = "",
        what_next: str = "",
        *,
        retryable: bool = True,
        retry_after: float | None = None,
        line: bool = False,
        tries: int = 0,
    ) -> None:
        super().__init__(what, why, what_next)
        self.retryable = retryable
        self.retry_after = retry_after
        self.line = line
        self.tries = tries


class DiskFull(TransferError):  # noqa: N818  # said like a state, for that is what it is
    """No room for more; every further download would end the same way.

    ``needed``: bytes that the disk lacks for the rest of this one, 0 if that is not known.
    """

    def __init__(
        self,
        what: str = "The disk is full",
        why: str = "there is no room for the rest of the recording",
        what_next: str = "Free some space: it goes on from there, and nothing that came is lost.",
        *,
        needed: int = 0,
    ) -> None:
        super().__init__(what, why, what_next, retryable=False)
        self.needed = needed


_REFUSALS = {
    401: (
        "the server asks for a name and a password",
        "Sign in on the feed's page, if its publisher gave you an account.",
    ),
    403: ("the server does not allow it", "The feed may be for members only."),
    404: ("the recording is no longer at its address", "Refresh the feed: it may have moved."),
    410: ("the recording was taken down for good", "It may be found elsewhere."),
}
_PASSING = frozenset({408, 416, 425, 429})
"""What says nothing of the recording: too slow, a range that was not asked for, too often."""


def not_audio(page: str | None) -> TransferError:
    """Something else came in place of sound; ``page`` says which kind of text it is.

    A page may be a hotel's, which goes away once somebody has signed in. What is neither sound
    nor text is what the publisher put there, and stays so.
    """
    advice = "Open the talk's web page, or sign in to the network you are on, then try again."
    why = page or "what the server sent is no recording"
    return TransferError(WHAT, why, advice, retryable=page is not None)


def broken(reason: str) -> TransferError:
    """The answer ended otherwise than it should; another try goes on from there."""
    return TransferError(WHAT, reason, LATER)


def broken_off(*, line: bool) -> TransferError:
    """The connection ended in mid-body.

    ``line``: it is the line's trouble. A try that brought nothing new may have met a server
    that always ends here.
    """
    return TransferError(WHAT, "the connection broke off", LATER, line=line)


def silent(seconds: float) -> TransferError:
    """Nothing came for so many seconds."""
    why = f"nothing came from the server for {seconds:g} seconds"
    return TransferError(WHAT, why, LATER, line=True)


_TRIES_OF_WHOLES = 4
"""Each may bring the whole recording once more, which costs the server and the person."""


def incomplete(why: str) -> TransferError:
    """All came that was promised, but whoever examined it found that its end is missing."""
    return TransferError("The recording did not come whole", why, LATER, tries=_TRIES_OF_WHOLES)


def refused(status: int, headers: Mapping[str, str]) -> TransferError:
    """Return what an HTTP status other than success means."""
    if status in _REFUSALS:
        why, what_next = _REFUSALS[status]
        return TransferError(WHAT, f"{why} ({status})", what_next, retryable=False)
    if status == 429:
        why = "the server asks for patience: too many requests (429)"
    elif status >= 500:
        why = f"the server has trouble of its own ({status})"
    else:
        why = f"the server did not accept the request ({status})"
    retryable = status >= 500 or status in _PASSING
    after = retry_after(headers) if retryable else None
    return TransferError(WHAT, why, LATER, retryable=retryable, retry_after=after)


def circles() -> TransferError:
    """One redirect after the other."""
    return TransferError(WHAT, "the address leads in circles", LATER, retryable=False)


def astray() -> TransferError:
    """A redirect, or the address itself, names no place on the web."""
    why = "its address is none that can be downloaded from"
    advice = "Refresh the feed: it may have been corrected."
    return TransferError(WHAT, why, advice, retryable=False)


def inward() -> TransferError:
    """A server on the internet names an address inside the person's own network."""
    why = "the server tried to send us to an address inside your own network"
    return TransferError(WHAT, why, "Tell whoever publishes the feed.", retryable=False)


def retry_after(headers: Mapping[str, str]) -> float | None:
    """Return the seconds of a ``Retry-After`` (RFC 9110, 10.2.3): a number or a date."""
    told = headers.get("Retry-After", "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        now = headers.get("Date")
        since = parsedate_to_datetime(now) if now else datetime.now(UTC)
        return max(0.0, (parsedate_to_datetime(told) - since).total_seconds())
    except (ValueError, TypeError):
        return None


def of_disk(error: OSError, needed: int = 0) -> TransferError:
    """Return what the disk's refusal means; ``needed`` as in :class:`DiskFull`.

    A disk that is away comes back, so the downloads wait for it like for a line.
    """
    if error.errno in FULL:
        return DiskFull(needed=needed)
    if error.errno in AWAY:
        why = "the disk for the recordings does not answer"
        advice = "Connect it, or check the folder for recordings."
        return TransferError("The recording could not be saved", why, advice, line=True)
    why = (error.strerror or "the disk refused").lower()
    advice = "Check that the folder for recordings is there and may be written to."
    return TransferError("The recording could not be saved", why, advice, retryable=False)


@dataclass(frozen=True, slots=True)
class _Network:
    """What errors of the connection mean."""

    errors: tuple[type[Exception], ...]
    why: str
    what_next: str = LATER
    retryable: bool = True
    line: bool = False


_NETWORK = (
    _Network(
        (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError),
        "its address is none that can be downloaded from",
        "Refresh the feed: it may have been corrected.",
        retryable=False,
    ),
    _Network(
        (aiohttp.ClientConnectorCertificateError, aiohttp.ClientSSLError),
        "the server could not prove who it is (its certificate is not valid)",
        "Check this computer's date and time, or sign in to the network you are on.",
    ),
    _Network(
        (aiohttp.ClientConnectorDNSError,),
        "the server cannot be found",
        "Check the connection to the internet.",
        line=True,
    ),
    _Network(
        (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError),
        "the server cannot be reached",
        "Check the connection to the internet.",
        line=True,
    ),
    _Network((aiohttp.ClientResponseError,), "the server's answer made no sense"),
    _Network((Exception,), "the connection broke off", line=True),
)
"""The first row that fits an error counts. A bad certificate may be a hotel's: it is retried."""


def of_network(error: Exception) -> TransferError:
    """Return what an error of the connection means."""
    if isinstance(getattr(error, "os_error", None), InwardError):
        return inward()
    row = next(row for row in _NETWORK if isinstance(error, row.errors))
    return TransferError(WHAT, row.why, row.what_next, retryable=row.retryable, line=row.line)

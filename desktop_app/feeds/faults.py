"""Why no feed came, in the person's words."""

from __future__ import annotations

from datetime import UTC, datetime

import aiohttp

from desktop_app.base.addresses import InwardError
from desktop_app.base.errors import KnownError
from desktop_app.feeds import dates

_WAIT_AT_MOST = 7 * 86_400.0
_CHECK = "Check the address, or try again later."
_LATER = "Try again later."


class FetchError(KnownError):
    """No feed came back.

    Args:
        why: The cause, for the person.
        what_next: What they can do.
        status: The HTTP status, if the server answered.
        retry_after: Seconds that the server asks us to wait, if it does.
        unreachable: There was no way to the server, which may be ours to mend.
    """

    def __init__(
        self,
        why: str,
        what_next: str = _CHECK,
        status: int | None = None,
        retry_after: float | None = None,
        unreachable: bool = False,
    ) -> None:
        super().__init__("The feed could not be fetched", why, what_next)
        self.status = status
        self.retry_after = retry_after
        self.unreachable = unreachable

    @property
    def gone(self) -> bool:
        """Whether the publisher says that the feed is gone for good (410)."""
        return self.status == 410

    def __reduce__(  # type: ignore[override]  # other arguments than the base class's
        self,
    ) -> tuple[type[FetchError], tuple[str, str, int | None, float | None, bool]]:
        """Cross a process border without losing anything."""
        given = self.why, self.what_next, self.status, self.retry_after, self.unreachable
        return type(self), given


def inward() -> FetchError:
    """A server on the internet names an address inside the person's own network."""
    return FetchError(
        "the server tried to send us to an address inside your own network",
        "If you trust that address, add it yourself.",
    )


def astray() -> FetchError:
    """The address, or where it leads to, is none of the web."""
    return FetchError("its address does not begin with http:// or https://")


def circles() -> FetchError:
    """One redirect after the other."""
    return FetchError("the server sends us from one address to the next without end")


def too_large(limit: int) -> FetchError:
    """More than ``limit`` bytes came."""
    why = f"it is larger than {limit / 2**20:g} MB"
    return FetchError(why, "Ask its publisher for a shorter feed.")


def too_slow() -> FetchError:
    """The rest would take for ever."""
    return FetchError("the answer came too slowly", _LATER)


def refused(response: aiohttp.ClientResponse) -> FetchError:
    """Return what an HTTP status other than success means."""
    status = response.status
    other = (f"the server gave an answer without a feed (HTTP {status})", _CHECK)
    if status >= 500:
        other = (f"the server has a fault of its own (HTTP {status})", _LATER)
    why, what_next = _STATUSES.get(status, other)
    wait = _retry_after(response.headers.get("Retry-After", ""))
    return FetchError(why, what_next, status, wait)


_STATUSES = {
    401: ("the server asks for a name and a password", "Sign in with those that you were given."),
    403: ("the server does not let us have it (HTTP 403)", _CHECK),
    404: ("there is nothing at this address (HTTP 404)", _CHECK),
    410: (
        "its publisher says that it is gone for good (HTTP 410)",
        "What you have is kept; the feed is no longer refreshed.",
    ),
    429: ("the server asks us to come less often (HTTP 429)", _LATER),
    503: ("the server is too busy (HTTP 503)", _LATER),
}


def _retry_after(value: str) -> float | None:
    """Return the seconds that a Retry-After header asks for (RFC 9110, 10.2.3)."""
    value = value.strip()
    if value.isascii() and value.isdigit():
        return min(float(value), _WAIT_AT_MOST)
    until = dates.parse(value)
    if until is None:
        return None
    return min(max((until - datetime.now(UTC)).total_seconds(), 0.0), _WAIT_AT_MOST)


def explained(error: Exception, host: str, seconds: float) -> FetchError:
    """Return what an error of the connection means; ``seconds`` were waited for an answer."""
    if isinstance(error, TimeoutError):
        return FetchError(f"{host} did not answer within {seconds:g} seconds", _LATER)
    if isinstance(getattr(error, "os_error", None), InwardError):
        return inward()
    for kind, why in _CAUSES:
        if isinstance(error, kind):
            return FetchError(why.format(host=host), unreachable=kind in _UNREACHABLE)
    return FetchError(f"{host} gave an answer that cannot be understood", _LATER)


_UNREACHABLE = {aiohttp.ClientConnectorDNSError, aiohttp.ClientConnectorError}
_CAUSES: tuple[tuple[type[Exception], str], ...] = (
    (aiohttp.ClientConnectorDNSError, "no server named {host} was found"),
    (aiohttp.ClientSSLError, "no secure connection to {host} could be made"),
    (aiohttp.ClientConnectorError, "{host} could not be reached"),
    (aiohttp.ClientPayloadError, "the answer broke off or was damaged on the way"),
    (aiohttp.InvalidURL, "its address is not a web address"),
    (aiohttp.ServerDisconnectedError, "{host} closed the connection without an answer"),
    (OSError, "the connection to {host} was lost"),
    (aiohttp.ClientConnectionError, "the connection to {host} was lost"),
)

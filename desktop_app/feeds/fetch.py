"""Ask a server for a feed: politely (conditional requests), warily (limits), plainly (errors)."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin, urlsplit

import aiohttp

from desktop_app import __version__
from desktop_app.base.errors import KnownError
from desktop_app.feeds import dates
from desktop_app.feeds.addresses import host_of, is_web, may_lead, split_login

if TYPE_CHECKING:
    from collections.abc import Mapping

USER_AGENT = f"Hearthside/{__version__}"
_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}
_WAIT_AT_MOST = 7 * 86_400.0
_CHECK = "Check the address, or try again later."
_LATER = "Try again later."


@dataclass(frozen=True, slots=True)
class Limits:
    """How much patience and memory one feed gets: seconds and bytes (after decompression)."""

    first_byte: float = 30.0
    whole: float = 600.0
    body: int = 64 * 2**20
    redirects: int = 10


LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class FetchRequest:
    """What to ask for, and what is remembered from the last answer.

    ``login`` is sent to the address's own host only, never after a redirect elsewhere.
    """

    url: str
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    login: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """A new body. ``moved_to`` is set when every redirect on the way was a permanent one.

    ``headers`` have names in lower case; ``content-location`` is always ``url``, the address
    that answered, whatever the server called it. What to remember for the next
    :class:`FetchRequest`: ``etag``, ``last_modified``, ``body_hash``.
    """

    url: str
    body: bytes
    headers: Mapping[str, str]
    body_hash: str
    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None


@dataclass(frozen=True, slots=True)
class NotModified:
    """The feed is as it was: 304, or the same body again (then etag and date may be new)."""

    etag: str | None = None
    last_modified: str | None = None
    moved_to: str | None = None


class FetchError(KnownError):
    """No feed came back.

    Args:
        why: The cause, for the person.
        what_next: What they can do.
        status: The HTTP status, if the server answered.
        retry_after: Seconds that the server asks us to wait, if it does.
    """

    def __init__(
        self,
        why: str,
        what_next: str = _CHECK,
        status: int | None = None,
        retry_after: float | None = None,
    ) -> None:
        super().__init__("The feed could not be fetched", why, what_next)
        self.status = status
        self.retry_after = retry_after

    @property
    def gone(self) -> bool:
        """Whether the publisher says that the feed is gone for good (410)."""
        return self.status == 410

    def __reduce__(  # type: ignore[override]  # other arguments than the base class's
        self,
    ) -> tuple[type[FetchError], tuple[str, str, int | None, float | None]]:
        """Cross a process border without losing anything."""
        return type(self), (self.why, self.what_next, self.status, self.retry_after)


async def fetch(
    session: aiohttp.ClientSession, request: FetchRequest, limits: Limits = LIMITS
) -> Fetched | NotModified:
    """Fetch a feed.

    Raises:
        FetchError: Whatever kept it from coming, in plain words.
    """
    url, in_url = split_login(request.url) if is_web(request.url) else (request.url, None)
    request = replace(request, url=url, login=request.login or in_url)
    permanent = True
    for hop in range(limits.redirects + 1):
        _check(request.url, url)
        answer = await _ask(session, request, url, limits)
        if not isinstance(answer, _Redirect):
            moved_to = url if hop and permanent else None
            return replace(answer, moved_to=moved_to)
        permanent = permanent and answer.permanent
        url = answer.url
    raise FetchError("the server sends us from one address to the next without end")


@dataclass(frozen=True, slots=True)
class _Redirect:
    url: str
    permanent: bool


async def _ask(
    session: aiohttp.ClientSession, request: FetchRequest, url: str, limits: Limits
) -> Fetched | NotModified | _Redirect:
    timeout = aiohttp.ClientTimeout(total=limits.whole, sock_read=limits.first_byte)
    try:
        async with asyncio.timeout(limits.first_byte):
            response = await session.get(
                url, headers=_headers(request, url), allow_redirects=False, timeout=timeout
            )
        async with response:
            return await _take(response, request, url, limits)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise _explained(error, host_of(url), limits) from error


def _headers(request: FetchRequest, url: str) -> dict[str, str]:
    headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT}
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    if request.login and _same_place(request.url, url):
        pair = ":".join(request.login).encode()
        headers["Authorization"] = "Basic " + base64.b64encode(pair).decode("ascii")
    return headers


def _same_place(one: str, other: str) -> bool:
    """Return whether a password for ``one`` may go to ``other``: never to less security."""
    here, there = urlsplit(one), urlsplit(other)
    if here.hostname != there.hostname:
        return False
    upgraded = (here.scheme, there.scheme) == ("http", "https") and not (here.port or there.port)
    return upgraded or (here.scheme, here.port) == (there.scheme, there.port)


def _check(source: str, target: str) -> None:
    if not is_web(target):
        raise FetchError("its address does not begin with http:// or https://")
    if not may_lead(source, target):
        raise FetchError(
            "the server tried to send us to an address inside your own network",
            "If you trust that address, add it yourself.",
        )


async def _take(
    response: aiohttp.ClientResponse, request: FetchRequest, url: str, limits: Limits
) -> Fetched | NotModified | _Redirect:
    etag = _validator(response, "ETag")
    last_modified = _validator(response, "Last-Modified")
    if response.status == 304 and (request.etag or request.last_modified):
        return NotModified(etag or request.etag, last_modified or request.last_modified)
    if response.status in _REDIRECTS and (location := response.headers.get("Location")):
        to = split_login(urldefrag(urljoin(url, location.strip())).url)[0]
        return _Redirect(to, response.status in _PERMANENT)
    if response.status != 200:
        raise _refused(response)
    body = await _body(response, limits)
    body_hash = hashlib.sha256(body).hexdigest()
    if body_hash == request.body_hash:
        return NotModified(etag, last_modified)
    headers = {name.lower(): value for name, value in response.headers.items()}
    headers["content-location"] = url
    return Fetched(url, body, headers, body_hash, etag, last_modified)


def _validator(response: aiohttp.ClientResponse, name: str) -> str | None:
    """Return a header to remember; one with bytes that are no UTF-8 could not be stored."""
    value = response.headers.get(name)
    try:
        return value if value is None or value.encode() else None
    except UnicodeEncodeError:
        return None


async def _body(response: aiohttp.ClientResponse, limits: Limits) -> bytes:
    pieces = []
    size = 0
    try:
        async for piece in response.content.iter_any():
            size += len(piece)
            if size > limits.body:
                response.close()
                why = f"it is larger than {limits.body / 2**20:g} MB"
                raise FetchError(why, "Ask its publisher for a shorter feed.")
            pieces.append(piece)
    except TimeoutError as error:
        raise FetchError("the answer came too slowly", _LATER) from error
    return b"".join(pieces)


def _refused(response: aiohttp.ClientResponse) -> FetchError:
    status = response.status
    why, what_next = _STATUSES.get(status, ("", ""))
    if not why and status >= 500:
        why, what_next = f"the server has a fault of its own (HTTP {status})", _LATER
    why = why or f"the server gave an answer without a feed (HTTP {status})"
    wait = _retry_after(response.headers.get("Retry-After", ""))
    return FetchError(why, what_next or _CHECK, status, wait)


_STATUSES = {
    401: (
        "the server asks for a name and a password",
        "Feeds that ask for one cannot be added yet.",
    ),
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


def _explained(error: Exception, host: str, limits: Limits) -> FetchError:
    if isinstance(error, TimeoutError):
        return FetchError(f"{host} did not answer within {limits.first_byte:g} seconds", _LATER)
    for kind, why in _CAUSES:
        if isinstance(error, kind):
            return FetchError(why.format(host=host))
    return FetchError(f"{host} gave an answer that cannot be understood", _LATER)


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

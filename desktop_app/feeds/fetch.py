"""Ask a server for a feed: politely (conditional requests), warily (limits), plainly (errors)."""

from __future__ import annotations

import asyncio
import hashlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urldefrag, urljoin

import aiohttp

from desktop_app import __version__
from desktop_app.base.addresses import sent
from desktop_app.base.secrets import basic, may_know
from desktop_app.feeds import faults
from desktop_app.feeds.addresses import host_of, is_web, may_lead, split_login
from desktop_app.feeds.faults import FetchError

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LIMITS", "FetchError", "FetchRequest", "Fetched", "Limits", "NotModified", "fetch"]

USER_AGENT = f"Hearthside/{__version__}"
_ACCEPT = "application/rss+xml, application/atom+xml, application/xml;q=0.9, */*;q=0.5"
_PERMANENT = {301, 308}
_REDIRECTS = {301, 302, 303, 307, 308}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much patience and memory one feed gets: seconds and bytes (after decompression).

    ``slowest``: bytes a second, looked at once ``first_byte`` seconds have passed, so that a
    server that drips keeps nobody waiting.
    """

    first_byte: float = 30.0
    whole: float = 600.0
    slowest: float = 500.0
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
    raise faults.circles()


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
            with sent(request.url, url):
                response = await session.get(
                    url, headers=_headers(request, url), allow_redirects=False, timeout=timeout
                )
        async with response:
            return await _take(response, request, url, limits)
    except (aiohttp.ClientError, OSError, ValueError) as error:
        raise faults.explained(error, host_of(url), limits.first_byte) from error


def _headers(request: FetchRequest, url: str) -> dict[str, str]:
    headers = {"User-Agent": USER_AGENT, "Accept": _ACCEPT}
    if request.etag:
        headers["If-None-Match"] = request.etag
    if request.last_modified:
        headers["If-Modified-Since"] = request.last_modified
    if request.login and may_know(request.url, url):
        headers["Authorization"] = basic(request.login)
    return headers


def _check(source: str, target: str) -> None:
    if not is_web(target):
        raise faults.astray()
    if not may_lead(source, target):
        raise faults.inward()


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
        raise faults.refused(response)
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
    clock = asyncio.get_running_loop().time
    began = clock()
    try:
        async for piece in response.content.iter_any():
            size += len(piece)
            if size > limits.body:
                response.close()
                raise faults.too_large(limits.body)
            taken = clock() - began
            if taken > limits.first_byte and size < taken * limits.slowest:
                response.close()
                raise faults.too_slow()
            pieces.append(piece)
    except TimeoutError as error:
        raise faults.too_slow() from error
    return b"".join(pieces)

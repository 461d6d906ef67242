"""Where a server may send a download on to."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from desktop_app.base.addresses import PORTS, is_web, may_lead, sent
from desktop_app.downloads import faults

if TYPE_CHECKING:
    from collections.abc import Mapping

    import aiohttp

MOST_HOPS = 10
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


async def follow(
    session: aiohttp.ClientSession,
    first: str,
    headers: Mapping[str, str],
    secret: Mapping[str, str],
    *,
    timeout: aiohttp.ClientTimeout,  # noqa: ASYNC109 - aiohttp's own, of the connection
    read_bufsize: int,
) -> aiohttp.ClientResponse:
    """Return the answer at the end of the redirects from ``first``.

    ``headers`` go along everywhere, ``secret`` ones only to the server of ``first``.

    Raises:
        TransferError: A redirect leads where it must not, or there are more than MOST_HOPS.
    """
    here = first
    for _ in range(MOST_HOPS + 1):
        own = secret if same_origin(first, here) else {}
        with sent(first, here):
            response = await session.get(
                here,
                headers={**own, **headers},
                allow_redirects=False,
                timeout=timeout,
                read_bufsize=read_bufsize,
            )
        location = response.headers.get("Location")
        if response.status not in _REDIRECTS or location is None:
            return response
        response.release()
        here = target(first, here, location)
    raise faults.circles()


def target(first: str, here: str, location: str) -> str:
    """Return the address that ``location`` means ``here``, on the way from ``first``.

    A name and password in the address go along on the same server.

    Raises:
        TransferError: It is no web address, or leads from the internet into the person's own
            network.
    """
    try:
        there = urljoin(here, location)
    except ValueError as error:
        raise faults.astray() from error
    if not is_web(there):
        raise faults.astray()
    if not may_lead(first, there):
        raise faults.inward()
    login, at, _ = urlsplit(here).netloc.rpartition("@")
    parts = urlsplit(there)
    if at and "@" not in parts.netloc and same_origin(here, there):
        parts = parts._replace(netloc=f"{login}@{parts.netloc}")
    return parts.geturl()


def same_origin(one: str, other: str) -> bool:
    """Return whether scheme, host and port agree, so that what one may know the other may."""
    return one == other or _origin(urlsplit(one)) == _origin(urlsplit(other))


def _origin(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or PORTS.get(parts.scheme)

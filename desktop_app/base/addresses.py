"""Web addresses as both feeds and downloads judge them: whole ones, hosts, and private ones."""

from __future__ import annotations

import ipaddress
import re
import socket
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Iterator

PORTS = {"http": 80, "https": 443}
"""The schemes that we speak and their default ports."""

_named: ContextVar[str] = ContextVar("_named", default="")

_TRANSLATED = (ipaddress.IPv6Network("::/96"), ipaddress.IPv6Network("64:ff9b::/96"))
"""IPv6 whose last 32 bits are an IPv4 address (RFC 4291, 2.5.5.1; RFC 6052)."""

_LOCAL_NAMES = ("localhost", "local", "internal", "lan", "home.arpa")


def is_web(url: str) -> bool:
    """Return whether ``url`` is a whole http or https address."""
    try:
        parts = urlsplit(url)
        return parts.scheme in PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def host_of(url: str) -> str:
    """Return the host in lower case, or "" when there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_private(host: str) -> bool:
    """Return whether ``host`` is, by its spelling, this computer or one of a home's network.

    Understands IPv6, IPv4 inside IPv6, the odd forms of IPv4 (``127.1``, ``0x7f000001``), and
    letters that stand for others (``ⓛocalhost``). Names are judged by themselves and not looked
    up; one that cannot be looked up counts as private.
    """
    try:
        host = _asked(unquote(host).strip("[]")).partition("%")[0]
    except ValueError:
        return True
    address = _literal(host)
    if address is not None:
        return not address.is_global or address.is_multicast
    return any(host == name or host.endswith(f".{name}") for name in _LOCAL_NAMES)


def may_lead(source: str, target: str) -> bool:
    """Return whether what came from ``source`` may send us to ``target``.

    Only to web addresses; and only a private or loopback source may name a private target.
    """
    if not is_web(target):
        return False
    return is_private(host_of(source)) or not is_private(host_of(target))


class InwardError(OSError):
    """A name that a stranger gave us belongs to an address inside the person's own network."""


@contextmanager
def sent(source: str, target: str) -> Iterator[None]:
    """Let the name of ``target`` lead to no private address while inside.

    :func:`may_lead` judges names by their spelling; where one leads is known only when it is
    looked up, and whoever owns it may change that at any time. A source that is private may
    name what it likes, and so may anybody their own host, which the person chose.
    """
    own, host = host_of(source), host_of(target)
    token = _named.set("" if is_private(own) else _asked(host)) if host != own else None
    try:
        yield
    finally:
        if token is not None:
            _named.reset(token)


def check_way(host: str, address: str) -> None:
    """Judge an address that ``host`` was found at.

    Raises:
        InwardError: It is private, and :func:`sent` forbids that for this host.
    """
    if _asked(host) == _named.get() and is_private(address):
        raise InwardError(f"{host} leads to {address}")


def _asked(host: str) -> str:
    """Return a host as it is looked up: in ASCII, as aiohttp's own addresses have it.

    Raises:
        ValueError: It cannot be.
    """
    if not host.isascii():
        from yarl import URL  # noqa: PLC0415 - few names need it, and the window starts without

        host = URL.build(scheme="http", host=host).raw_host or ""
    return host.rstrip(".").lower()


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return _odd_ipv4(host)
    if isinstance(address, ipaddress.IPv6Address):
        if any(address in network for network in _TRANSLATED):
            return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
        return address.ipv4_mapped or address.sixtofour or address
    return address


def _odd_ipv4(host: str) -> ipaddress.IPv4Address | None:
    if not re.fullmatch(r"[0-9a-fx.]+", host) or not host[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None

"""Web addresses as both feeds and downloads judge them: whole ones, hosts, and private ones."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import unquote, urlsplit

PORTS = {"http": 80, "https": 443}
"""The schemes that we speak and their default ports."""

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

    Understands IPv6, IPv4 inside IPv6, and the odd forms of IPv4 (``127.1``, ``0x7f000001``).
    Names are judged by themselves and not looked up.
    """
    host = unquote(host).strip("[]").rstrip(".").partition("%")[0].lower()
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


def _literal(host: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return _odd_ipv4(host)
    if isinstance(address, ipaddress.IPv6Address):
        return address.ipv4_mapped or address.sixtofour or address
    return address


def _odd_ipv4(host: str) -> ipaddress.IPv4Address | None:
    if not re.fullmatch(r"[0-9a-fx.]+", host) or not host[0].isdigit():
        return None
    try:
        return ipaddress.IPv4Address(socket.inet_aton(host))
    except OSError:
        return None

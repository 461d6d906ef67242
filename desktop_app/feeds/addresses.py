"""Addresses: what people type, which two are the same, and where a feed may not send us."""

from __future__ import annotations

import ipaddress
import re
import socket
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from desktop_app.base.errors import KnownError

_PORTS = {"http": 80, "https": 443}
_PODCAST_SCHEMES = {"feed", "podcast", "pcast", "itpc", "itms", "itmss", "rss"}
_LOCAL_NAMES = ("localhost", "local", "internal", "lan", "home.arpa")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))", re.IGNORECASE)


def is_web(url: str) -> bool:
    """Return whether ``url`` is a whole http or https address."""
    try:
        parts = urlsplit(url)
        return parts.scheme in _PORTS and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def normalise(url: str) -> str:
    """Return a key by which two addresses are the same feed.

    They are when they agree without scheme, ``www.``, host case, default port, trailing slash,
    name and password, and fragment. The key is no address itself.
    """
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    try:
        port = parts.port
    except ValueError:
        port = None
    place = host if port in {None, *_PORTS.values()} else f"{host}:{port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{place}{parts.path.rstrip('/')}{query}"


def typed(text: str) -> str:
    """Return the web address that a person means by what they typed or pasted.

    A missing scheme becomes https; ``feed:``, ``podcast:``, ``itpc:`` and their kind, with or
    without a second scheme inside, become the web address that they stand for.

    Raises:
        KnownError: It is no web address.
    """
    url = text.strip().strip("<>\"'").strip()
    known = _SCHEME.match(url)
    while known and known[1].lower() in _PODCAST_SCHEMES:
        rest = url[known.end() :]
        url = rest if _SCHEME.match(rest) else "http://" + rest.lstrip("/")
        known = _SCHEME.match(url)
    if known is None:
        url = "https://" + url.lstrip("/")
    parts = urlsplit(url) if is_web(url) else None
    if parts is None or not _is_host(parts.hostname or ""):
        raise KnownError(
            f"“{_short(text)}” is not a web address",
            "",
            "A feed's address looks like https://example.org/feed.xml.",
        )
    return urlunsplit((parts.scheme, parts.netloc, parts.path or "/", parts.query, ""))


def split_login(url: str) -> tuple[str, tuple[str, str] | None]:
    """Return ``url`` without its name and password, and these two if it has them."""
    parts = urlsplit(url)
    if parts.username is None:
        return url, None
    bare = urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
    return bare, (unquote(parts.username), unquote(parts.password or ""))


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


def file_name(url: str) -> str:
    """Return the last part of the path as words for the screen, without its extension."""
    name = unquote(urlsplit(quote(url, safe=":/?#%")).path.rstrip("/").rpartition("/")[2])
    return re.sub(r"\.\w{1,5}$", "", name).replace("_", " ").strip()


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


def _is_host(host: str) -> bool:
    plausible = "." in host or ":" in host or host == "localhost"
    return plausible and not re.search(r"[\s\"'<>\\^`{}|]|\.\.|^\.", host)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"

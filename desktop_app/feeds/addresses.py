"""Addresses: what people type, which two are the same, and where a feed may not send us."""

from __future__ import annotations

import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from desktop_app.base.addresses import PORTS, host_of, is_private, is_web, may_lead
from desktop_app.base.errors import KnownError
from desktop_app.base.secrets import unsigned

__all__ = [
    "file_name",
    "host_of",
    "is_private",
    "is_web",
    "may_lead",
    "normalise",
    "split_login",
    "typed",
]

_PODCAST_SCHEMES = {"feed", "podcast", "pcast", "itpc", "itms", "itmss", "rss"}
_PLAIN = re.compile(
    r"https?://(?:www\.)?(?!www\.)([a-z0-9-]+(?:\.[a-z0-9-]+)*)"
    r"(/[^\s?#\[\]]*)((?:\?[^\s#\[\]]+)?)"
)  # most addresses: nothing to do but to put them together again
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):(?!\d+(?:[/?#]|$))", re.IGNORECASE)


def normalise(url: str) -> str:
    """Return a key by which two addresses are the same feed.

    They are when they agree without scheme, ``www.``, host case, default port, trailing slash,
    name and password, and fragment. The key is no address itself.
    """
    if plain := _PLAIN.fullmatch(url):
        return f"{plain[1]}{plain[2].rstrip('/')}{plain[3]}"
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url.strip()
    host = (parts.hostname or "").removeprefix("www.").rstrip(".")
    try:
        port = parts.port
    except ValueError:
        port = None
    place = host if port in {None, *PORTS.values()} else f"{host}:{port}"
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
    return unsigned(url), (unquote(parts.username), unquote(parts.password or ""))


def file_name(url: str) -> str:
    """Return the last part of the path as words for the screen, without its extension."""
    name = unquote(urlsplit(quote(url, safe=":/?#%")).path.rstrip("/").rpartition("/")[2])
    return re.sub(r"\.\w{1,5}$", "", name).replace("_", " ").strip()


def _is_host(host: str) -> bool:
    plausible = "." in host or ":" in host or host == "localhost"
    return plausible and not re.search(r"[\s\"'<>\\^`{}|]|\.\.|^\.", host)


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= 60 else text[:59] + "…"

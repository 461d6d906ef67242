"""Names and passwords on their way: to whom they may go, and how they are written."""

from __future__ import annotations

import base64
import re
from urllib.parse import quote, unquote, urlsplit, urlunsplit

Login = tuple[str, str]
"""A name and a password."""


def may_know(owner: str, target: str) -> bool:
    """Return whether a password for the address ``owner`` may go to ``target``.

    Only to the same host, by the same scheme and port, or from http up to https.
    """
    here, there = urlsplit(owner), urlsplit(target)
    if here.hostname != there.hostname:
        return False
    upgraded = (here.scheme, there.scheme) == ("http", "https") and not (here.port or there.port)
    return upgraded or (here.scheme, here.port) == (there.scheme, there.port)


def basic(login: Login) -> str:
    """Return the value of an Authorization header (RFC 7617, with UTF-8)."""
    return "Basic " + base64.b64encode(":".join(login).encode()).decode("ascii")


def signed(url: str, login: Login | None) -> str:
    """Return an address with a name and password in it, for an engine that takes them no other way.

    Nothing that writes anything down may get it.
    """
    if login is None:
        return url
    name, password = (quote(each, safe="") for each in login)
    parts = urlsplit(unsigned(url))
    return urlunsplit(parts._replace(netloc=f"{name}:{password}@{parts.netloc}"))


def unsigned(url: str) -> str:
    """Return an address without a name and password, to be told or written; "" if it is none."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def shareable(url: str) -> str:
    """Return an address that may be handed on, as far as can be told by looking at it.

    Without name and password, and without those of its parameters that are called a token, a
    key, a signature or the like; ``""`` if it is none. A secret in the path cannot be told from
    any other path.
    """
    try:
        parts = urlsplit(unsigned(url))
    except ValueError:
        return ""
    kept = "&".join(each for each in parts.query.split("&") if not _is_secret(each))
    return urlunsplit(parts._replace(query=kept))


_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_SECRETS = frozenset(
    {
        *("auth", "authorization", "authkey", "authtoken", "accesskey", "accesstoken", "apikey"),
        *("credential", "credentials", "key", "pass", "passwd", "password", "pwd", "secret"),
        *("session", "sessionid", "sig", "signature", "token", "jwt"),
    }
)


def _is_secret(parameter: str) -> bool:
    name = unquote(parameter.partition("=")[0])
    return any(word.lower() in _SECRETS for word in _WORD.findall(name))

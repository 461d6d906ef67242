"""What can be told of a document, and done to it, before any parser sees it. Pure."""

from __future__ import annotations

import codecs
import re

from desktop_app.base.errors import KnownError

_HEAD = 4096
_SPACE = b" \t\r\n\x0b\x0c\0"
_PROLOGUE = re.compile(rb"\s+|<\?[^>]*>|<!--.*?-->", re.DOTALL)
_ROOT = re.compile(rb"<((?:[\w.-]+:)?(?:rss|feed|rdf))[\s>/]", re.IGNORECASE)
_FEED = re.compile(
    rb"<(?:rss|channel|(?:[\w.-]+:)?feed|(?:[\w.-]+:)?rdf)(?:\s|>|/>)", re.IGNORECASE
)
_INSIDE = re.compile(rb"<(?:rss|feed)\s[^>]*(?:version|xmlns)", re.IGNORECASE)
_MARK = re.compile(rb"<!--|[\[\]>\"']")
_QUOTES = {b"<!--": b"-->", b'"': b'"', b"'": b"'"}
_WIDE = (
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0\0\0", "utf-32-le"), (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"),
)  # fmt: skip


def looks_like_feed(body: bytes) -> bool:
    """Return whether the first kilobytes are those of a feed; cheap, and not the last word."""
    head = trimmed(body[:_HEAD])
    return not is_page(head) and bool(_FEED.search(head))


def is_page(body: bytes) -> bool:
    """Return whether the first thing that is said is HTML, with no feed wrapped in it."""
    head = trimmed(body[:_HEAD])
    at = 0
    while match := _PROLOGUE.match(head, at):
        at = match.end()
    html = head[at : at + 14].lower().startswith((b"<!doctype html", b"<html"))
    return html and not _INSIDE.search(head)


def without_doctype(body: bytes) -> bytes:
    """Cut the DOCTYPE out, and with it every entity that it declares.

    Feeds need none, and what is not declared cannot be expanded, fetched or multiplied: a
    reference to it stays a few harmless letters.
    """
    start = body.find(b"<!DOCTYPE", 0, 65_536)
    root = _ROOT.search(body)
    if start < 0 or (root and root.start() < start):
        return body
    end = _end_of_doctype(body, start)
    return body[:start] + body[end:]


def mended(body: bytes) -> bytes:
    """Return a feed that broke off in the middle as one that ends after its last whole item.

    Any other document is returned as it is.

    Raises:
        KnownError: It broke off in its first item, so that nothing whole is there.
    """
    root = _ROOT.search(body)
    if root is None:
        return body
    name = root[1]
    tail = body[-_HEAD:].lower()
    if b"</" + name.lower() in tail or body.rstrip().endswith(b"/>"):
        return body
    prefix, _, local = name.rpartition(b":")
    item = b"entry" if local.lower() == b"feed" else b"item"
    closing = b"</" + (prefix + b":" + item if item == b"entry" and prefix else item) + b">"
    end = _last_item(body, closing)
    if end < 0:
        if body.count(b"<" + closing[2:-1]) > 1:
            return body
        raise KnownError(
            "The feed is incomplete", "it broke off before its first episode", "Try again later."
        )
    channel = b"</channel>" if local.lower() == b"rss" else b""
    return body[:end] + channel + b"</" + name + b">"


def _last_item(body: bytes, closing: bytes) -> int:
    """Return where the last whole item ends; text inside an open CDATA section is no item."""
    end = body.rfind(closing)
    opened = body.rfind(b"<![CDATA[", 0, end + 1)
    while end >= 0 and opened >= 0 and body.find(b"]]>", opened, end) < 0:
        end = body.rfind(closing, 0, opened)
        opened = body.rfind(b"<![CDATA[", 0, end + 1)
    return end + len(closing) if end >= 0 else -1


def _end_of_doctype(body: bytes, start: int) -> int:
    """Return the place after the ``>`` that ends a DOCTYPE, its internal subset included."""
    at = start
    depth = 0
    while match := _MARK.search(body, at):
        mark = match[0]
        at = match.end()
        if mark == b">" and depth == 0:
            return at
        depth += {b"[": 1, b"]": -1}.get(mark, 0)
        if mark in _QUOTES:
            at = body.find(_QUOTES[mark], at)
            if at < 0:
                break
            at += len(_QUOTES[mark])
    return len(body)


def trimmed(body: bytes) -> bytes:
    """Return UTF-8 without a mark or space before the first tag; UTF-16 and 32 become it."""
    wide = next((name for start, name in _WIDE if body.startswith(start)), None)
    if wide:
        text = body.decode(wide, "replace").lstrip("\ufeff")
        body = re.sub(r"^\s*<\?xml[^>]*\?>", "", text, count=1).encode("utf-8", "replace")
    return body.removeprefix(codecs.BOM_UTF8).lstrip(_SPACE)

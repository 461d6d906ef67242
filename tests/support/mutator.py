"""Feeds broken on purpose: a seed and two documents in, one document out, always the same one.

Each way of breaking is a function of a random generator, the document and a second one; a
document is broken in one to four of them. None makes it larger than ``LARGEST`` bytes.
"""

from __future__ import annotations

import codecs
import random
import re
from collections.abc import Callable

LARGEST = 2_000_000

_TAG = re.compile(rb"<[^<>]{1,300}>")
_OPENING = re.compile(rb"<([A-Za-z][\w:.-]{0,40})[^<>]{0,300}>")
_VALUE = re.compile(rb"=\s*(\"[^\"<]{0,500}\"|'[^'<]{0,500}')")
_TEXT = re.compile(rb">([^<>]{1,300})<")
_NUMBER = re.compile(rb"\d+")
_ADDRESS = re.compile(rb"https?://[^\s\"'<>]{1,300}")
_BLOCK = re.compile(rb"<(item|entry)\b(?:[^<]|<(?!/?\1\b))*</\1>")
_DECLARED = re.compile(rb"encoding\s*=\s*[\"'][^\"']{0,40}[\"']")
_SPACE = re.compile(rb"xmlns(?::[\w-]+)?\s*=\s*[\"'][^\"']{0,200}[\"']")

_NUMBERS = [
    b"9" * 400, b"-1", b"0", b"1e999", b"NaN", b"0x10", b"1,5", "٣٤".encode(),
    b"18446744073709551616", b"9223372036854775808", b"-9223372036854775809", b"1" * 5000,
    b"2147483648", "²".encode(),
]  # fmt: skip
_TEXTS = [
    b"Fri, 31 Feb 2009 25:61:61 +9999", b"0000-00-00T00:00:00Z", b"99999-12-31",
    b"10000000000000000", b"Sat, 01 Jan 0001 00:00:00 +2359", b"31 Dec 9999 23:59:59 -1200",
    b"999999999:99:99", b"1e400", b"-5:00", b"PT1e9H", b"::", b"P99999999999Y",
    b"12:00:00.%s" % (b"9" * 4000), b" " * 100_000, b"(" * 20_000, b"&lt;" * 20_000,
    b"&amp;" * 20_000, b"a@" * 20_000, b"&#" * 20_000, b"&lt;a " * 20_000, b"\xc3\x83" * 20_000,
    b"0" * 100_000, b"a." * 50_000, b"\xe2\x80\xae", b"\xf0\x9f\xa6\x84" * 5000, b"-" * 50_000,
    b"1:" * 20_000, b"",
]  # fmt: skip
_ADDRESSES = [
    b"http://[::1", b"http://", b"javascript:alert(1)", b"file:///etc/passwd", b"//x",
    b"http://x:99999999/", b"http://a:b@c:d@e/", b"http://127.1/", b"http://x.org/%",
    b"http://x.org/%00\x01", b"ftp://x.org/", b"http://" + b"a" * 70_000, b"http://" + b"x." * 5000,
    "http://℀.org/".encode(), b"http://x.org:-1/", b"http://[fe80::1%25eth0]/",
    b"data:audio/mpeg;base64,AAAA", "http://ｘ.org/é".encode(), b"http:///", b"?",
]  # fmt: skip
_ENTITIES = [
    b"&nbsp;", b"&undefined;", b"&#0;", b"&#xD800;", b"&#x110000;", b"&#99999999999999999999;",
    b"&", b"&amp;amp;amp;#x41;", b"&#x1F;", b"&;", b"&#;", b"&#x;", b"&lt;![CDATA[", b"&e;",
    b"&AMP;",
]  # fmt: skip
_MARKS = [
    b"<![CDATA[", b"]]>", b"<!--", b"-->", b"<?php ", b"?>", b"<!", b"<", b">", b"</", b"/>",
    b"<![", b"<!DOCTYPE x [", b"<![IGNORE[", b"<!ELEMENT", b"--!>", b"<%", b"<?xml version='1.0'?>",
    b"<a b=",
]  # fmt: skip
_RUBBISH = [
    b"\0", b"\x01\x1b", b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xef\xbf\xbf", codecs.BOM_UTF8,
    codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, b"\x80\x93\xa0", b"\r", b"\x1a", b"\xf4\x90\x80\x80",
    b"\xe2\x80\xa8",
]  # fmt: skip
_NAMES = [
    "utf-16", "utf-16-le", "utf-32", "utf-7", "cp037", "latin-1", "windows-1251", "shift_jis",
    "utf-8-sig", "big5", "iso-2022-jp", "koi8-r", "ascii", "unheard-of", "", "rot13", "base64",
    "hex", "zlib", "idna", "punycode", "unicode_escape", "undefined", "utf-8\0", "mbcs", "x" * 5000,
]  # fmt: skip
_DOCTYPES = [
    b'<!DOCTYPE rss [<!ENTITY e "ha"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]>',
    b'<!DOCTYPE rss [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    b'<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">',
    b'<!DOCTYPE rss [<!ENTITY % p SYSTEM "file:///dev/zero">%p;]>',
    b'<!DOCTYPE rss [<!ENTITY e "' + b"a" * 100_000 + b'">]>',
    b'<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd">',
    b'<!DOCTYPE html [<!ATTLIST item guid CDATA "same">]>',
]

Way = Callable[[random.Random, bytes, bytes], bytes]


def mutate(seed: int, body: bytes, other: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return ``body`` broken, and the names of the ways in which that was done."""
    dice = random.Random(seed)  # noqa: S311 - it is meant to be repeated
    names = []
    for _ in range(dice.choice((1, 1, 2, 3, 4))):
        way = dice.choice(WAYS)
        body = way(dice, body, other)[:LARGEST]
        names.append(way.__name__)
    return body, tuple(names)


def headers(seed: int) -> dict[str, str]:
    """Return what a server might say of such a document; mostly little, sometimes a lie."""
    dice = random.Random(f"headers {seed}")  # noqa: S311 - it is meant to be repeated
    said = {"content-location": "https://example.org/feed.xml"}
    if dice.random() < 0.3:
        kind = dice.choice(("text/xml", "application/rss+xml", "text/html", "audio/mpeg", "x/\0"))
        said["content-type"] = f"{kind}; charset={dice.choice(_NAMES)}"
    return said


def flip(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Change up to 60 bytes."""
    changed = bytearray(body)
    for _ in range(min(dice.randint(1, 60), len(changed))):
        changed[dice.randrange(len(changed))] = dice.randrange(256)
    return bytes(changed)


def cut(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Hang up early."""
    return body[: dice.randint(0, len(body))]


def behead(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Begin late."""
    return body[dice.randint(0, len(body)) :]


def gap(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Lose something in the middle."""
    one, two = _ends(dice, body)
    return body[:one] + body[two:]


def repeat(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Say something in the middle again and again."""
    one, two = _ends(dice, body)
    again = min(dice.choice((2, 3, 50, 2000)), LARGEST // max(two - one, 1))
    return body[:one] + body[one:two] * again + body[two:]


def repeat_items(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """List an item again and again: the same guid, the same sound."""
    times = dice.choice((2, 20, 1000))
    return _replaced(dice, _BLOCK, body, lambda found: found * min(times, LARGEST // len(found)))


def swap_items(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Put an item of the other document in the place of one of this one."""
    theirs = _pick(dice, _BLOCK, other)
    return _replaced(dice, _BLOCK, body, lambda _: theirs)


def splice(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Begin as one document, end as another."""
    return body[: dice.randint(0, len(body))] + other[dice.randint(0, len(other)) :]


def drop_tag(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Lose some tags."""
    for _ in range(dice.randint(1, 5)):
        body = _replaced(dice, _TAG, body, lambda _: b"")
    return body


def double_tag(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Write a tag more than once."""
    times = dice.choice((2, 3, 10))
    return _replaced(dice, _TAG, body, lambda found: found * times)


def move_tag(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Put a tag where it does not belong."""
    tag = _pick(dice, _TAG, body)
    return _inserted(dice, body, tag)


def nest(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Put tags into each other, deeper than anybody can mean, closed or not."""
    depth = dice.choice((3, 200, 300, 5000, 100_000))
    names = (b"item", b"channel", b"div", b"title", b"entry", b"x:y", b"enclosure", b"rss")
    name = dice.choice(names)
    close = b"</" + name + b">" if dice.random() < 0.5 else b""
    return _inserted(dice, body, (b"<" + name + b">") * depth + close * depth)


def swap_values(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Give an attribute the value of another one."""
    value = _pick(dice, _VALUE, body if dice.random() < 0.5 else other)
    return _replaced(dice, _VALUE, body, lambda _: value)


def unquote(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Leave the quotes off an attribute, or write the attribute twice."""
    if dice.random() < 0.5:
        return _replaced(dice, _VALUE, body, lambda found: found.replace(b'"', b""))
    return _replaced(dice, _VALUE, body, lambda found: found + b" url" + found)


def number(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Write numbers that nobody can mean."""
    for _ in range(dice.randint(1, 20)):
        body = _replaced(dice, _NUMBER, body, lambda _: dice.choice(_NUMBERS))
    return body


def text(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Write dates, lengths and titles that nobody can mean."""
    for _ in range(dice.randint(1, 8)):
        body = _replaced(dice, _TEXT, body, lambda _: b">" + dice.choice(_TEXTS) + b"<")
    return body


def address(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Name places where nothing can be."""
    for _ in range(dice.randint(1, 8)):
        body = _replaced(dice, _ADDRESS, body, lambda _: dice.choice(_ADDRESSES))
    return body


def entity(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Refer to characters that do not exist."""
    return _sprinkled(dice, body, _ENTITIES)


def mark(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Open and close comments, CDATA sections and tags anywhere."""
    return _sprinkled(dice, body, _MARKS)


def rubbish(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Drop NULs, control characters, byte order marks and broken UTF-8 anywhere."""
    return _sprinkled(dice, body, _RUBBISH)


def doctype(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Declare entities, and use one."""
    root = body.find(b"<", body.find(b"?>") + 1)
    declared = body[: max(root, 0)] + dice.choice(_DOCTYPES) + body[max(root, 0) :]
    return _replaced(dice, _TEXT, declared, lambda _: b">&e;&f;<")


def declaration(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Declare another encoding than the one that is used."""
    said = b'encoding="' + dice.choice(_NAMES).encode() + b'"'
    if _DECLARED.search(body):
        return _DECLARED.sub(lambda _: said, body, count=1)
    return b"<?xml version='1.0' " + said + b"?>" + body


def recode(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Use another encoding than the one that is declared."""
    name = dice.choice(
        ("utf-16", "utf-16-be", "utf-32-le", "cp037", "cp1251", "shift_jis", "utf-7")
    )
    return body.decode("utf-8", "replace").encode(name, "replace")


def namespaces(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Declare another name space, or none, or that of the other document."""
    ours = _pick(dice, _SPACE, other) if dice.random() < 0.5 else b""
    return _replaced(dice, _SPACE, body, lambda _: ours)


def rename(dice: random.Random, body: bytes, other: bytes) -> bytes:
    """Call every tag of one name by another."""
    old, new = (
        match[1] if (match := _OPENING.search(body, dice.randint(0, len(body)))) else b"item"
        for _ in range(2)
    )
    return body.replace(b"<" + old, b"<" + new).replace(b"</" + old, b"</" + new)


WAYS: tuple[Way, ...] = (
    flip, cut, behead, gap, repeat, repeat_items, swap_items, splice, drop_tag, double_tag,
    move_tag, nest, swap_values, unquote, number, text, address, entity, mark, rubbish, doctype,
    declaration, recode, namespaces, rename,
)  # fmt: skip


def _ends(dice: random.Random, body: bytes) -> tuple[int, int]:
    start = dice.randint(0, len(body))
    return start, min(start + dice.choice((1, 10, 100, 1000, 10_000)), len(body))


def _inserted(dice: random.Random, body: bytes, piece: bytes) -> bytes:
    at = dice.randint(0, len(body))
    return body[:at] + piece + body[at:]


def _sprinkled(dice: random.Random, body: bytes, pieces: list[bytes]) -> bytes:
    for _ in range(dice.choice((1, 3, 10, 40))):
        body = _inserted(dice, body, dice.choice(pieces))
    return body


def _pick(dice: random.Random, pattern: re.Pattern[bytes], body: bytes) -> bytes:
    """Return something that fits, from a random place on, or else b""."""
    match = pattern.search(body, dice.randint(0, len(body))) or pattern.search(body)
    return match[0] if match else b""


def _replaced(
    dice: random.Random,
    pattern: re.Pattern[bytes],
    body: bytes,
    change: Callable[[bytes], bytes],
) -> bytes:
    match = pattern.search(body, dice.randint(0, len(body))) or pattern.search(body)
    return body[: match.start()] + change(match[0]) + body[match.end() :] if match else body

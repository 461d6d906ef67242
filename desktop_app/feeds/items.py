"""Which items of an RSS document are known already, told from its bytes alone. Pure.

A feed of thousands of episodes changes by one. So the document is cut at its items without
parsing it, those that are known are left out, and only what remains is parsed.

This is safe because a cut is believed only where it can be proved. In well-formed XML a ``<item``
is an item's start, or it is words in a comment or CDATA section; the same holds for ``</item``.
If starts and ends take turns, no tag is both (``<item/>``), and the parser then finds as many
items as there are starts, then every start is an item's and the end that follows it is its own.
All else is read the long way.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from desktop_app.feeds import tidy
from desktop_app.feeds.tidy import MOST_ITEMS

_START = b"<item"
_END = b"</item"
_TAGS = re.compile(rb"""<(?:\?xml|rss|channel)\b(?:[^>"']|"[^"]*"|'[^']*')*>""")


@dataclass(frozen=True, slots=True)
class Cut:
    """A document without its known items.

    ``keys`` are digests of the items that are left, in their order; ``known`` those of the
    others; ``unread``: how many more were left out.
    """

    rest: bytes
    keys: tuple[str, ...]
    known: frozenset[str]
    unread: int


def cut(body: bytes, edition: bytes, known: frozenset[str], ends: int = MOST_ITEMS) -> Cut | None:
    """Leave out the items whose digests are ``known``; None where they cannot be told apart.

    Args:
        body: The document; its encoding writes ASCII as ASCII.
        edition: Stands for how items are read; it is part of every digest, as are the tags
            around the items, which name the encoding and the namespaces.
        known: Digests as they came from here before, when as many items were parsed.
        ends: Leave out all items but so many at the start and so many at the end.

    Raises:
        KnownError: There are more than 50,000 items.
    """
    head, *parts = body.split(_START)
    tidy.check_number(len(parts))
    middle = range(ends, len(parts) - ends)
    around = hashlib.blake2b(edition, digest_size=16)
    for tag in _TAGS.findall(head):
        around.update(tag)
    rest, keys, seen = [head], [], set()
    for at, part in enumerate(parts):
        end = part.find(_END)
        empty = part.startswith(b"/", part.find(b">") - 1)
        if end < 0 or empty or part.find(_END, end + 1) >= 0:
            return None
        if at in middle:
            rest.append(part[part.find(b">", end) + 1 :])
            continue
        state = around.copy()
        state.update(part[:end])
        key = state.hexdigest()
        if key in known:
            seen.add(key)
            rest.append(part[part.find(b">", end) + 1 :])
        else:
            keys.append(key)
            rest += (_START, part)
    whole = b"".join(rest) if seen or middle else body
    return Cut(whole, tuple(keys), frozenset(seen), len(middle))

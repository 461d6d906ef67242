"""Where tags lie before and behind the sound of an MP3, and which of them broke off."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.audio.containers.peek import Peek

_ID3V1 = 128
_APE = 32
_LYRICS_END = 15
"""Bytes of ``LYRICS200`` and the six digits before it (id3.org, Lyrics3 v2)."""

LYRICS = 65_536
"""Bytes in which a Lyrics3 block is looked for; version 1 has 5,100 at the most."""


def sound_begins(peek: Peek, at: int = 0) -> int:
    """Return what lies behind the ID3v2 tags at ``at`` (id3.org, ID3v2.4, section 3.1).

    Beyond the end of the file if the tag promises so much.

    Raises:
        OSError: The disk refused.
    """
    while peek.at(at, 3) == b"ID3":
        at += _id3v2(peek.at(at, 10))
    return at


def sound_ends(peek: Peek) -> int:
    """Return where the tags begin that lie whole behind the sound, else the file's size.

    Knows ID3v1, APEv1 and APEv2, Lyrics3 v1 and v2, and ID3v2 with a footer.

    Raises:
        OSError: The disk refused.
    """
    end, before = peek.size, -1
    while end != before:
        before = end
        end = max(end - _last_tag(peek, end), 0)
    return end


def is_torn(peek: Peek, at: int) -> bool:
    """Return whether the file ends inside one of the tags that lie at ``at``, behind the sound.

    Raises:
        OSError: The disk refused.
    """
    while at < peek.size:
        size = _next_tag(peek, at)
        if size == 0:
            return False
        at += size
    return at > peek.size


def _next_tag(peek: Peek, at: int) -> int:
    """Return the bytes that the tag at ``at`` promises, 0 if there is none."""
    head = peek.at(at, LYRICS)
    if head.startswith(b"APETAGEX"):
        return int.from_bytes(head[12:16], "little") + _APE
    if head.startswith(b"ID3"):
        return _id3v2(head)
    if head.startswith(b"TAG"):
        return _ID3V1
    if head.startswith(b"LYRICSBEGIN"):
        ends = (head.find(b"LYRICS200"), head.find(b"LYRICSEND"))
        return max(ends) + 9 if max(ends) >= 0 else LYRICS + 1
    return 0


def _id3v2(head: bytes) -> int:
    """Return the bytes of a whole ID3v2 tag: sizes have seven bits a byte."""
    if len(head) < 10:
        return 10
    size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
    return size + (20 if head[5] & 0x10 else 10)


def _last_tag(peek: Peek, end: int) -> int:
    """Return the bytes of the tag that ends at ``end``, 0 if none does."""
    if end >= _ID3V1 and peek.at(end - _ID3V1, 3) == b"TAG":
        return _ID3V1
    foot = peek.at(max(end - _APE, 0), min(end, _APE))
    if foot.startswith(b"APETAGEX") and len(foot) == _APE:
        with_header = foot[23] & 0x80
        return int.from_bytes(foot[12:16], "little") + (_APE if with_header else 0)
    if foot.endswith(b"LYRICS200") and foot[-_LYRICS_END:-9].isdigit():
        return int(foot[-_LYRICS_END:-9]) + _LYRICS_END
    if foot.endswith(b"LYRICSEND"):
        begin = max(end - LYRICS, 0)
        found = peek.at(begin, end - begin).rfind(b"LYRICSBEGIN")
        return end - begin - found if found >= 0 else 0
    if foot[-10:-7] == b"3DI":
        return _id3v2(b"ID3" + foot[-7:])
    return 0

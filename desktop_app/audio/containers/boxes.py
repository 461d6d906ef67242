"""How files end that are made of boxes, each of which says how long it is.

MP4, RIFF (WAV), IFF (AIFF), Wave64, Core Audio, ASF (WMA), AU, Matroska and WebM. A box that
reaches beyond the end of the file was cut; what lies behind the box of sound and is none of the
format's own is somebody else's (a tag, padding) and says nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.base.parsed import Ending

if TYPE_CHECKING:
    from desktop_app.audio.containers.peek import Order, Peek

_MOST = 100_000
"""Boxes that are looked at in one file; hours of sound in fragments have a few thousand."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a format writes its boxes: the bytes of name and size, which comes ``name`` first.

    ``own``: the size counts name and size, too. ``pad``: boxes begin at multiples of it.
    ``sound``: the name of the box with the sound; ``known``: names that may follow it.
    ``skip``: bytes of the file's own head, before the first box.
    """

    name: int
    size: int
    order: Order
    skip: int
    sound: bytes
    known: frozenset[bytes]
    own: bool = False
    pad: int = 1


WAV = Layout(
    name=4,
    size=4,
    order="little",
    skip=12,
    sound=b"data",
    known=frozenset({b"LIST", b"id3 ", b"ID3 ", b"fact", b"cue ", b"bext", b"iXML", b"JUNK"}),
    pad=2,
)
AIFF = Layout(
    name=4,
    size=4,
    order="big",
    skip=12,
    sound=b"SSND",
    known=frozenset({b"COMM", b"MARK", b"INST", b"NAME", b"AUTH", b"ANNO", b"COMT", b"ID3 "}),
    pad=2,
)
CAF = Layout(
    name=4,
    size=8,
    order="big",
    skip=8,
    sound=b"data",
    known=frozenset({b"pakt", b"info", b"chan", b"kuki", b"free", b"uuid"}),
)
W64 = Layout(
    name=16,
    size=8,
    order="little",
    skip=40,
    sound=bytes.fromhex("64617461f3acd3118cd100c04f8edb8a"),
    known=frozenset({bytes.fromhex("6c697374912fcf11a5d628db04c10000")}),
    own=True,
    pad=8,
)
ASF = Layout(
    name=16,
    size=8,
    order="little",
    skip=0,
    sound=bytes.fromhex("3626b2758e66cf11a6d900aa0062ce6c"),
    known=frozenset(
        {
            bytes.fromhex("90080033b1e5cf1189f400a0c90349cb"),
            bytes.fromhex("d329e2d6da35d111903400a0c90349be"),
            bytes.fromhex("d03fb73c4a0c0348953dedf7b6228f0c"),
        }
    ),
    own=True,
)


def of_layout(peek: Peek, begin: int, layout: Layout) -> Ending:
    """Walk the boxes from the file's ``begin`` on.

    Raises:
        OSError: The disk refused.
    """
    at, heard = begin + layout.skip, False
    head = layout.name + layout.size
    for _ in range(_MOST):
        if at + head > peek.size:
            return Ending.WHOLE if heard else Ending.CUT
        name = peek.at(at, layout.name)
        size = peek.number(at + layout.name, layout.size, layout.order)
        if name == layout.sound and size in {0, 256**layout.size - 1}:
            return Ending.OPEN
        end = at + size + (0 if layout.own else head)
        if end > peek.size or end <= at:
            mine = not heard or name in layout.known
            return Ending.CUT if mine else Ending.WHOLE
        heard |= name == layout.sound
        at = begin + -(-(end - begin) // layout.pad) * layout.pad
    return Ending.OPEN


_ATOMS = frozenset(
    b"ftyp moov mdat free skip wide pnot udta uuid meta moof mfra sidx styp ssix prft emsg".split()
)


def of_mp4(peek: Peek, begin: int) -> Ending:
    """Walk the top-level atoms (ISO 14496-12, 4.2): the sound and its table must both be there.

    Raises:
        OSError: The disk refused.
    """
    at, seen = begin, set[bytes]()
    for _ in range(_MOST):
        size, kind = peek.number(at, 4), peek.at(at + 4, 4)
        if size == 1:
            size = peek.number(at + 8, 8)
        if kind not in _ATOMS or at + 8 > peek.size:
            break
        seen.add(kind)
        if size == 0:
            return Ending.OPEN if {b"moov", b"mdat"} <= seen else Ending.CUT
        if at + size > peek.size or size < 8:
            return Ending.CUT
        at += size
    if not {b"moov", b"mdat"} <= seen:
        return Ending.CUT
    fragments = b"moof" in seen and b"mfra" not in seen
    return Ending.OPEN if fragments else Ending.WHOLE


def of_au(peek: Peek, begin: int) -> Ending:
    """Read the one size that an AU file tells; all bits set mean that it is not known.

    Raises:
        OSError: The disk refused.
    """
    size = peek.number(begin + 8, 4)
    if size in {0, 0xFFFF_FFFF}:
        return Ending.OPEN
    end = begin + peek.number(begin + 4, 4) + size
    return Ending.WHOLE if end <= peek.size else Ending.CUT


_SEGMENT, _CLUSTER = 0x18538067, 0x1F43B675


def of_matroska(peek: Peek, begin: int) -> Ending:
    """Read what the segment promises (RFC 8794, 4 and 6); a live one is walked to its end.

    Raises:
        OSError: The disk refused.
    """
    at = begin
    for _ in range(_MOST):
        name, body = _vint(peek, at, keep=True)
        size, body = _vint(peek, body)
        if name is None:
            return Ending.OPEN if at >= peek.size else Ending.FRAYED
        if size is None:
            if name not in {_SEGMENT, _CLUSTER}:
                return Ending.FRAYED
            at = body
            continue
        if name == _SEGMENT:
            return Ending.WHOLE if body + size <= peek.size else Ending.CUT
        if body + size > peek.size:
            return Ending.FRAYED
        at = body + size
    return Ending.OPEN


def _vint(peek: Peek, at: int, *, keep: bool = False) -> tuple[int | None, int]:
    """Return a number of EBML's own length, or None if it is unknown, and where it ends.

    ``keep``: with the bit that tells the length, as names are written.
    """
    first = peek.number(at, 1)
    length = 9 - first.bit_length()
    if first == 0 or at + length > peek.size:
        return None, at + 1
    value = peek.number(at, length)
    mask = (1 << 7 * length) - 1
    if not keep and value & mask == mask:
        return None, at + length
    return value if keep else value & mask, at + length

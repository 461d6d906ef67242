"""What a recording's own bytes say of its end.

Every check of a download can be fooled but this one: servers tell lengths that fit what they
cut, and a recording without its end plays like a whole one until the end is missed. Few bytes
are read, at the beginning and at the end, however long the recording is; nothing is decoded.
"""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.audio.containers import boxes, mpeg, streams, tags
from desktop_app.audio.containers.peek import Peek
from desktop_app.base.parsed import Ending

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD = 16

_READERS: tuple[tuple[re.Pattern[bytes], Callable[[Peek, int], Ending]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), reader)
    for pattern, reader in (
        (rb".{4}(ftyp|moov|mdat|free|skip|wide|pnot)", boxes.of_mp4),
        (rb"OggS", streams.of_ogg),
        (rb"fLaC", streams.of_flac),
        (rb"(RIFF|RF64).{4}WAVE", partial(boxes.of_layout, layout=boxes.WAV)),
        (rb"FORM.{4}AIF[FC]", partial(boxes.of_layout, layout=boxes.AIFF)),
        (rb"riff\x2e\x91\xcf\x11", partial(boxes.of_layout, layout=boxes.W64)),
        (rb"caff", partial(boxes.of_layout, layout=boxes.CAF)),
        (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", partial(boxes.of_layout, layout=boxes.ASF)),
        (rb"\x1a\x45\xdf\xa3", boxes.of_matroska),
        (rb"\.snd", boxes.of_au),
        (rb"#!AMR", lambda _peek, _begin: Ending.OPEN),
    )
)
"""The first bytes of a format and what reads it; anything else may be MP3."""


def ending(path: str) -> Ending:
    """Return what the file at ``path`` says of its end.

    Never raises: what is no recording, or cannot be read, promises nothing.
    """
    try:
        with Path(path).open("rb") as file:
            return _of(Peek(file))
    except OSError:
        return Ending.OPEN


def _of(peek: Peek) -> Ending:
    begin = tags.sound_begins(peek)
    if begin > peek.size:
        return Ending.CUT
    head = peek.at(begin, _HEAD)
    for pattern, reader in _READERS:
        if pattern.match(head):
            return reader(peek, begin)
    return mpeg.ending(peek, begin)

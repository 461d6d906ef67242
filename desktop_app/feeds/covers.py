"""Pictures that lie beside tapes. They are only named; whoever shows one reads it then."""

from __future__ import annotations

import os
from pathlib import Path

LARGEST = 10_000_000
"""Bytes; what is larger is no cover."""

NAMES = ("cover", "folder", "front", "album", "albumart")
"""What ripping programs call them, the likeliest first."""

ENDINGS = ("jpg", "jpeg", "png", "webp", "gif")
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF8", b"RIFF")


def beside(folder: Path) -> str | None:
    """Return the ``file:`` address of the cover in ``folder``, if there is one."""
    try:
        with os.scandir(folder) as entries:
            found = {entry.name.casefold(): entry for entry in entries if _may_be(entry)}
    except OSError:
        return None
    for name in (f"{name}.{ending}" for name in NAMES for ending in ENDINGS):
        if name in found and _is_picture(Path(found[name].path)):
            return Path(found[name].path).absolute().as_uri()
    return None


def _may_be(entry: os.DirEntry[str]) -> bool:
    return entry.name.rpartition(".")[2].casefold() in ENDINGS and entry.is_file()


def _is_picture(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            begins = file.read(8).startswith(_BEGINNINGS)
        return begins and path.stat().st_size <= LARGEST
    except OSError:
        return False

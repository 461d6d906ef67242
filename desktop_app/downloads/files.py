"""Names that people can read on every file system, and files that are whole or not there."""

from __future__ import annotations

import os
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence
    from datetime import date
    from pathlib import Path

PART = ".part"
LONGEST_NAME = 140
"""Bytes of a name with ``.part`` and a number: encrypted home folders (eCryptfs) take 143."""

LONGEST_FOLDER = 80
"""Bytes of a feed's folder, so that a path stays below the 260 characters of old Windows."""

_REPLACED = str.maketrans(
    {":": " - ", "/": "-", "\\": "-", "|": "-", '"': "'", "?": "", "*": "", "<": "", ">": ""}
)
_RESERVED = re.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\.|$)", re.IGNORECASE
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})


def file_name(
    feed: str,
    title: str,
    published: date | None = None,
    speakers: Sequence[str] = (),
    extension: str = ".mp3",
) -> str:
    """Return where a recording belongs below the audio folder, parts joined by "/".

    ``Feed/2009-05-15 Bob D. - Surrender to win.mp3``; speakers whom the title names already
    are not said twice. Safe on ext4, NTFS, FAT and APFS, eCryptfs included.
    """
    told = re.sub(r"\W+", " ", title).casefold()
    missing = [s for s in speakers if re.sub(r"\W+", " ", s).casefold().strip() not in told]
    words = " - ".join(filter(None, (" & ".join(missing), title)))
    dated = f"{published:%Y-%m-%d} {words}" if published else words
    room = LONGEST_NAME - len(f"{extension}{PART} (999)".encode())
    return f"{safe(feed, LONGEST_FOLDER)}/{safe(dated, room)}{extension}"


def safe(text: str, longest: int) -> str:
    """Return ``text`` as one part of a path, at most ``longest`` bytes in UTF-8, never empty."""
    text = unicodedata.normalize("NFC", text).translate(_REPLACED)
    seen = (" " if c in "\t\r\n\u2028\u2029" else c for c in text)
    text = "".join(c for c in seen if unicodedata.category(c) not in _INVISIBLE)
    text = _cut(" ".join(text.split()).lstrip(" .-~").rstrip(" ."), longest - 1).rstrip(" .-")
    return f"_{text}" if _RESERVED.match(text) else text or "Untitled"


def _cut(text: str, longest: int) -> str:
    """Shorten to ``longest`` bytes, between words if one ends near, never inside an accent."""
    data = text.encode()
    if len(data) <= longest:
        return text
    kept = data[:longest].decode(errors="ignore")
    while kept and unicodedata.category(text[len(kept)]).startswith("M"):
        kept = kept[:-1]
    words, _, rest = kept.rpartition(" ")
    return words if words and len(rest) < 20 else kept


def key(path: str) -> str:
    """Return what two paths have in common when some file system takes them for the same."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", path).casefold())


def unique(path: str, taken: Container[str]) -> str:
    """Return ``path``, numbered if need be ("… (2).mp3"); ``taken`` holds the keys in use."""
    stem, dot, extension = path.rpartition(".")
    number, candidate = 1, path
    while key(candidate) in taken:
        number += 1
        candidate = f"{stem} ({number}){dot}{extension}"
    return candidate


def part_of(final: Path) -> Path:
    """Return where the bytes gather until they are whole."""
    return final.with_name(final.name + PART)


def finish(part: Path, final: Path) -> None:
    """Give a whole file its name in one step that survives a power cut.

    The bytes are on the disk before the name is, and the name before this returns.

    Raises:
        OSError: The disk refused.
    """
    descriptor = os.open(part, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    part.replace(final)
    if os.name == "posix":  # other systems cannot open a folder
        descriptor = os.open(final.parent, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


@dataclass(frozen=True, slots=True)
class Row:
    """What the library thinks of one file; ``size`` in bytes, None if never told."""

    id: int
    file: str
    downloaded: bool
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Findings:
    """Where disk and library disagree.

    ``missing``: ids of downloads whose file is gone; none when all files of several are gone at
    once, for then the disk is not there, and comes back. ``changed``: files that are shorter or
    longer than they were, by id: somebody gave them other tags, or they are damaged.
    ``finished``: files of unfinished rows that lie there whole, by id: the crash came between
    the file's name and the row. ``stray``: ``.part`` files that no row waits for.
    """

    missing: tuple[int, ...] = ()
    changed: tuple[tuple[int, str], ...] = ()
    finished: tuple[tuple[int, str], ...] = ()
    stray: tuple[str, ...] = ()


def reconcile(found: Mapping[str, int], rows: Iterable[Row]) -> Findings:
    """Compare a listing of the audio folder (path → bytes) with the library's rows."""
    missing: list[int] = []
    changed: list[tuple[int, str]] = []
    finished: list[tuple[int, str]] = []
    awaited: set[str] = set()
    downloaded = here = 0
    for row in rows:
        whole = row.file in found and row.size in {None, found[row.file]}
        if row.downloaded:
            downloaded += 1
            here += row.file in found
            if row.file not in found:
                missing.append(row.id)
            elif not whole:
                changed.append((row.id, row.file))
        elif whole and found[row.file]:
            finished.append((row.id, row.file))
        else:
            awaited.add(row.file + PART)
    if downloaded > 1 and not here:
        missing.clear()
    stray = sorted(p for p in found if p.endswith(PART) and p not in awaited)
    return Findings(tuple(missing), tuple(changed), tuple(finished), tuple(stray))


def listing(audio_root: Path) -> dict[str, int]:
    """Return every file below ``audio_root`` with its size in bytes, for :func:`reconcile`.

    Links are followed: the person may keep the recordings, or some of them, on another disk.

    Raises:
        OSError: The folder cannot be read.
    """
    found: dict[str, int] = {}
    if audio_root.exists():
        _list_into(found, audio_root, "", ())
    return found


def _list_into(
    found: dict[str, int], folder: Path, prefix: str, above: tuple[tuple[int, int], ...]
) -> None:
    """List ``folder``; one that is closed to us (``lost+found``) or above itself counts as empty.

    Raises:
        OSError: It is the root and cannot be read.
    """
    status = folder.stat()
    identity = (status.st_dev, status.st_ino)
    if identity in above:
        return
    try:
        entries = sorted(folder.iterdir())
    except PermissionError:
        if not above:
            raise
        return
    for path in entries:
        if path.is_dir():
            _list_into(found, path, f"{prefix}{path.name}/", (*above, identity))
        elif path.is_file():
            found[unicodedata.normalize("NFC", prefix + path.name)] = path.stat().st_size


def taken_beside(path: Path) -> frozenset[str]:
    """Return the :func:`key` of every name in the folder of ``path``; a part takes its final one.

    Raises:
        OSError: The folder cannot be read.
    """
    folder = path.parent
    names = [each.name.removesuffix(PART) for each in folder.iterdir()] if folder.is_dir() else []
    return frozenset(key(f"{folder.name}/{name}") for name in names)

"""A folder of tapes as a feed: every sound file in it is an episode, and nothing is written."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from desktop_app.base.errors import KnownError
from desktop_app.base.model import ParsedEpisode, ParsedFeed
from desktop_app.feeds import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.base.model import AudioFacts

SOUND = frozenset(
    {"mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "flac", "wav", "wma", "aif", "aiff"}
)
_EDITION = b"folder 1"  # part of every file's hash: raise it when files are read differently
_NAMELESS = re.compile(r"(?:audio)?\s*(?:track|titel|piste|pista|spor)?\s*\d*", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")


def scan(path: str, known: frozenset[str], probe: Callable[[str], AudioFacts]) -> ParsedFeed:
    """Return the sound files under ``path``, folder by folder, numbers in their own order.

    A file whose path, size and time of change are as in ``known`` is not opened. Hidden files
    are passed over, and links to folders are not followed.

    Args:
        path: The folder that the person chose.
        known: Hashes of files that the caller has.
        probe: ``desktop_app.audio.measure.probe``; where it raises :class:`KnownError` the file
            is kept, under its name.

    Raises:
        KnownError: The folder is missing or may not be read, or it has more than 50,000 files.
    """
    root = Path(path).expanduser().absolute()
    files = sorted(_files(root), key=lambda file: natural(file.relative_to(root).as_posix()))
    tidy.check_number(len(files))
    seen = set()
    episodes = []
    for file in files:
        try:
            state = file.stat()
        except OSError:
            continue
        name = file.relative_to(root).as_posix()
        key = _key(name, state)
        if key in known:
            seen.add(key)
        else:
            episodes.append(_episode(file, name, key, state.st_size, probe))
    return ParsedFeed(
        title=root.name or str(root),
        reader="folder",
        episodes=tuple(episodes),
        known=frozenset(seen),
    )


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key by which "Tape 2" comes before "Tape 10", whatever the case."""
    return tuple(
        (0, int(part), "") if part.isdecimal() else (1, 0, part)
        for part in _DIGITS.split(name.casefold())
        if part
    )


def path_of(url: str) -> str:
    """Return the path of an episode's ``file:`` address, in whatever encoding its name has."""
    return os.fsdecode(unquote_to_bytes(urlsplit(url).path))


def _files(root: Path) -> Iterator[Path]:
    """Walk the folder; one below it that may not be read is passed over."""
    try:
        with os.scandir(root):
            pass
    except OSError as error:
        raise KnownError(
            f"The folder {root} cannot be read",
            error.strerror or "it is missing",
            "If it is on a disk or stick that is not connected, connect it and refresh.",
        ) from error
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.rpartition(".")[2].lower() in SOUND:
                yield Path(folder, name)


def _key(name: str, state: os.stat_result) -> str:
    change = f"{state.st_size} {state.st_mtime_ns}"
    return tidy.digest(_EDITION, os.fsencode(name), b"\0", change.encode())


def _episode(
    file: Path, name: str, key: str, size: int, probe: Callable[[str], AudioFacts]
) -> ParsedEpisode:
    url = file.as_uri()
    kind = tidy.media_type(None, url)
    guid = os.fsencode(name).decode("utf-8", "replace")
    stem = tidy.line(file.stem.replace("_", " ").encode("utf-8", "replace").decode())
    try:
        facts = probe(str(file))
    except KnownError:
        return ParsedEpisode(stem, key, guid=guid, url=url, type=kind, size=size)
    tag = tidy.line(facts.title or "")
    return ParsedEpisode(
        title=stem if _NAMELESS.fullmatch(tag) else tag,
        hash=key,
        guid=guid,
        url=url,
        type=kind,
        size=size,
        notes=(facts.comment or "").strip(),
        duration=facts.duration if facts.duration > 0 else None,
        author=tidy.person(facts.artist or ""),
        chapters=facts.chapters,
    )

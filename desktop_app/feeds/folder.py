"""A folder of tapes as a feed: every sound file in it is an episode, and nothing is written."""

from __future__ import annotations

import os
import stat
import time
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urlsplit

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import ParsedEpisode, ParsedFeed
from desktop_app.feeds import covers, tape_names, tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.base.parsed import AudioFacts

SOUND = frozenset(
    {"mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "flac", "wav", "wma", "aif", "aiff"}
)
_EDITION = b"folder 2"
"""Part of every file's hash. Raised when files are read differently: all are then read once
more, which the library takes for a change of what it has (an hour of MP3 takes 0.3 s of CPU)."""
_CONNECT = "If it is on a disk or stick that is not connected, connect it and refresh."


def scan(
    path: str,
    known: frozenset[str],
    probe: Callable[[str], AudioFacts],
    seconds: float = float("inf"),
) -> ParsedFeed:
    """Return the sound files under ``path``, folder by folder, numbers in their own order.

    A file whose path, size and time of change are as in ``known`` is not opened. Hidden files
    are passed over, and links to folders are not followed; so is a file that grows or changes
    while it is read, until the next scan.

    Args:
        path: The folder that the person chose.
        known: Hashes of files that the caller has.
        probe: ``desktop_app.audio.measure.probe``; where it raises :class:`KnownError` the file
            is kept, under its name.
        seconds: After this time no further file is opened; the feed says how many are
            ``unread``, and a scan that knows what came of this one goes on with them.

    Raises:
        KnownError: The folder is missing or may not be read, it has more than 50,000 files, or
            none though some are ``known``: a disk that is not connected leaves such a folder.
    """
    root = Path(path).expanduser().absolute()
    files = sorted(
        (file.relative_to(root).as_posix() for file in _files(root)), key=tape_names.order
    )
    tidy.check_number(len(files))
    if known and not files:
        raise KnownError(f"The folder {root} cannot be read", "there are no tapes in it", _CONNECT)
    end = time.monotonic() + seconds
    reading = _Reading(root, probe)
    seen: set[str] = set()
    episodes: list[ParsedEpisode] = []
    unread = 0
    for name in files:
        key = key_of(root, name)
        if key in known:
            seen.add(key)
        elif key is not None and (not episodes or time.monotonic() < end):
            episode = reading.episode(name, key)
            episodes += [episode] if key_of(root, name) == key else []
        elif key is not None:
            unread += 1
    return ParsedFeed(
        title=root.name or str(root),
        reader="folder",
        episodes=tuple(episodes),
        known=frozenset(seen),
        image=covers.beside(root),
        unread=unread,
    )


def joined(first: ParsedFeed, then: ParsedFeed) -> ParsedFeed:
    """Return two scans of a folder as one; the second knew what came of the first."""
    mine = frozenset(episode.hash for episode in first.episodes)
    still = tuple(episode for episode in first.episodes if episode.hash in then.known)
    return replace(then, episodes=still + then.episodes, known=then.known - mine)


def key_of(root: Path, name: str) -> str | None:
    """Return the hash of a file's episode, another when the file is; None: it is not there.

    Nor is what only bears a file's name: a named pipe would keep its reader waiting for ever.
    """
    try:
        state = (root / name).stat()
    except OSError:
        return None
    if not stat.S_ISREG(state.st_mode):
        return None
    change = f"{state.st_size} {state.st_mtime_ns}"
    return tidy.digest(_EDITION, os.fsencode(name), b"\0", change.encode())


def path_of(url: str) -> str:
    """Return the path of an episode's ``file:`` address, in whatever encoding its name has."""
    return os.fsdecode(unquote_to_bytes(urlsplit(url).path))


def readable(name: str) -> str:
    """Return a path as text that can be kept: names in odd encodings get a mark in their place."""
    return os.fsencode(name).decode("utf-8", "replace")


def _files(root: Path) -> Iterator[Path]:
    """Walk the folder; one below it that may not be read is passed over."""
    try:
        with os.scandir(root):
            pass
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        why = "it is not there" if missing else (error.strerror or str(error)).lower()
        raise KnownError(f"The folder {root} cannot be read", why, _CONNECT) from error
    for folder, inner, names in os.walk(root):
        inner[:] = [name for name in inner if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and name.rpartition(".")[2].lower() in SOUND:
                yield Path(folder, name)


class _Reading:
    """Reads the files of one folder."""

    def __init__(self, root: Path, probe: Callable[[str], AudioFacts]) -> None:
        self._root = root
        self._probe = probe
        self._cover = cache(covers.beside)

    def episode(self, name: str, key: str) -> ParsedEpisode:
        """Return what the file, its name and its neighbourhood say."""
        file = self._root / name
        url = file.as_uri()
        guid = readable(name)
        bare = ParsedEpisode(
            title=self._title(guid),
            hash=key,
            guid=guid,
            url=url,
            type=tidy.media_type(None, url),
            size=file.stat().st_size if file.exists() else None,
            image=self._cover(file.parent) or self._cover(self._root),
            order=tape_names.order(guid),
        )
        try:
            facts = self._probe(str(file))
        except KnownError:
            return bare
        return bare._replace(
            title=self._title(guid, facts),
            notes=(facts.comment or "").strip(),
            duration=facts.duration if facts.duration > 0 else None,
            author=tidy.person(facts.artist or ""),
            album=tidy.line(facts.album or "") or None,
            chapters=facts.chapters,
            content=facts.content,
            image=bare.image or (url if facts.picture else None),
        )

    def _title(self, name: str, facts: AudioFacts | None = None) -> str:
        tag = tidy.line(facts.title or "") if facts else ""
        album = tidy.line(facts.album or "") if facts else ""
        found = tape_names.title(name, readable(self._root.name), tag, album)
        return tidy.line(found) or tidy.UNTITLED

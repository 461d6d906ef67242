"""Lists of talks as M3U playlists, which nearly every player reads.

A text, a line each: ``#EXTM3U`` first, ``#EXTINF:seconds,what is shown`` (-1: not known) before
each file or address, ``#PLAYLIST:name``. There is no standard of it; RFC 8216 (section 4) agrees
where it uses the same lines. ``.m3u8`` is UTF-8. ``.m3u`` was once the computer's own 8 bits;
today's players take UTF-8 for what it is, so both are written so, and ``#EXTENC`` says it in
``.m3u``. No mark stands before the first line: some players would not know it.
"""

from __future__ import annotations

import re
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from desktop_app.base.addresses import is_web
from desktop_app.base.errors import KnownError
from desktop_app.base.sharing import Shared, SharedCollection, SharedTalk

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_TALKS = 50_000
_LONGEST = 4_000
_INFO = re.compile(r"#EXTINF:\s*(-?\d{1,9}(?:\.\d{1,9})?)[^,]*,(.*)", re.IGNORECASE)
_NAME = re.compile(r"#PLAYLIST:(.*)", re.IGNORECASE)


def write(talks: Iterable[SharedTalk], name: str, folder: PurePath, *, plain: bool) -> bytes:
    """Return a playlist's bytes; a talk with neither file nor address is left out.

    Args:
        talks: What it plays; a file that is here goes before the address.
        name: What it is called.
        folder: Where it will lie: what lies inside is named from there, so that both can move.
        plain: It ends in ``.m3u``.
    """
    lines = ["#EXTM3U", *(["#EXTENC:UTF-8"] if plain else []), f"#PLAYLIST:{_line(name)}"]
    for talk in talks:
        place = _place(talk.file, folder) if talk.file else talk.url
        if place:
            seconds = -1 if talk.duration is None else round(talk.duration)
            lines += [f"#EXTINF:{seconds},{_line(talk.headline or talk.title)}", place]
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "surrogateescape")


def read(data: bytes, name: str) -> Shared:
    """Return what a playlist plays, as one collection of that name, unless it has its own.

    Raises:
        KnownError: It is no playlist, or too long.
    """
    text = _text(data)
    talks: list[SharedTalk] = []
    seconds, title = None, ""
    for each in re.finditer(r"[^\r\n]+", text):
        line = each[0].strip()
        if info := _INFO.match(line):
            seconds, title = float(info[1]), info[2].strip()[:_LONGEST]
        elif named := _NAME.match(line):
            name = named[1].strip() or name
        elif line and not line.startswith("#") and len(line) <= _LONGEST:
            if len(talks) == MOST_TALKS:
                raise _refused(f"{MOST_TALKS:,} talks are the most that can be read")
            talks.append(_talk(line, title, seconds))
            seconds, title = None, ""
    if not talks and not text.lstrip().upper().startswith("#EXTM3U"):
        raise _refused("it is no playlist")
    return Shared(tuple(talks), (SharedCollection(name, tuple(range(len(talks)))),))


def _refused(why: str) -> KnownError:
    return KnownError("The playlist cannot be read", why, "Choose another file.")


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise _refused("it is no text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _talk(place: str, title: str, seconds: float | None) -> SharedTalk:
    url, file = (place, "") if is_web(place) else ("", _path(place))
    shown = title or _stem(urlsplit(url).path if url else file) or place
    duration = seconds if seconds is not None and seconds >= 0 else None
    return SharedTalk(title=shown, headline=title, url=url, file=file, duration=duration)


def _path(place: str) -> str:
    """Return the path that a line names; an address of a file becomes one."""
    if place.lower().startswith("file:"):
        try:
            return unquote(urlsplit(place).path)
        except ValueError:
            return ""
    return place


def _stem(path: str) -> str:
    kind = PureWindowsPath if "\\" in path else PurePosixPath
    return kind(unquote(path)).stem


def _place(file: str, folder: PurePath) -> str:
    path = Path(file)
    if not file.isprintable() and not any("\udc80" <= letter <= "\udcff" for letter in file):
        return path.as_uri()  # a line's end may be part of a name
    if path.is_relative_to(folder):
        inner = str(path.relative_to(folder))
        return f"./{inner}" if inner.startswith("#") else inner
    return file


def _line(text: str) -> str:
    return " ".join(text.split())

"""A home with a file of every kind that Hearthside makes, and some that it never makes."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from desktop_app.base import settings
from desktop_app.base.settings import Settings
from desktop_app.library import backup, bookmarks, favorites, feeds
from desktop_app.library.database import Library
from tests.support.clock import HandClock
from tests.support.shelf import NOW, add_feed, add_recording, add_talks, parsed

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home

ACCOUNT = "ann@tapes.example"
"""Under this name the password of the home's feed is in the keyring."""


async def furnish(home: Home) -> None:
    """Fill a home; a copy knows a recording that the library has forgotten."""
    library = await Library.open(home, HandClock())
    feed = await add_feed(library)
    talks = await add_talks(library, feed, *(parsed(number) for number in range(4)))
    await library.write(feeds.set_account, feed, "ann")
    for talk in talks[:3]:
        await add_recording(library, home, talk, b"sound" * 100)
    await library.write(favorites.mark, talks[0], NOW)
    await library.write(bookmarks.add, talks[0], 12.0, "a private note", NOW)
    await library.close()
    backup.daily(home, NOW)
    for name in ("library-20261121", "before-migration-20260101T000000"):
        shutil.copy(home.backups / "library-20261122.sqlite", home.backups / f"{name}.sqlite")
    with closing(sqlite3.connect(home.database)) as forgetting:
        forgetting.execute("DELETE FROM downloads WHERE episode_id = ?", (talks[2],))
        forgetting.commit()
    (home.audio / "Tapes" / f"{talks[3]}.mp3.part").write_bytes(b"so")
    settings.save(home.settings, Settings(welcomed=True, skip_back=37))
    for name in _MADE:
        path = home.root / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(b"a private note")


_MADE = (
    "library.sqlite.part",
    "settings.json.part",
    ".window",
    ".downloading",
    ".restoring",
    "covers/0123456789abcdef0123456789abcdef.jpg",
    "covers/0123456789abcdef0123456789abcdef.part",
    "covers/Thumbs.db",
    "logs/hearthside.log",
    "logs/hearthside.log.1",
    "backups/set-aside-20260102T030405-2.sqlite-wal",
    "audio/.DS_Store",
    "restored/3-500.opus",
    "restored/4-500.opus.part",
    "restored/work/4/state",
    "restored/work/4/pieces/1.flac",
)

OWN = (
    "notes.txt",
    "library.sqlite.bak",
    "pictures/cat.jpg",
    "audio/Tapes/sleeve.txt",
    "audio/Tapes/My own tape.mp3",
    "audio/Singing/me.mp3",
    "restored/choir 1-2.opus",
    "restored/work/notes.txt",
    "restored/work/choir/me.mp3",
    "backups/my copy.sqlite",
    "covers/cat.jpg",
    "logs/diary.log",
)
"""What a person might put into these folders herself."""


def put_own(home: Home) -> dict[str, bytes]:
    """Put the person's own files into a home; return them all as they are."""
    for name in OWN:
        path = home.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(f"my own {name}".encode())
    return {name: (home.root / name).read_bytes() for name in OWN}


def files_in(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, by their names."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

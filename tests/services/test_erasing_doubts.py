"""In doubt erasing leaves a file and says so: beyond links, in the person's folders, when blind."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.paths import Home
from desktop_app.services import erasing, sound_room
from desktop_app.services.kept import survey
from desktop_app.services.lock import ERASING, WINDOW_LOCK
from tests.services.test_erasing import as_somebody
from tests.support.furnished import ACCOUNT, files_in, furnish
from tests.support.passwords import Passwords

if TYPE_CHECKING:
    from pathlib import Path

MUSIC = ("song.mp3", "album/other.mp3", "coming.mp3.part", ".directory")
POSIX = pytest.mark.skipif(os.name != "posix", reason="the rights are those of POSIX")


@pytest.fixture
def passwords() -> Passwords:
    return Passwords({ACCOUNT: "secret"})


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """The person's music, which lies elsewhere."""
    folder = tmp_path / "Music"
    put(folder, *MUSIC)
    return folder


def put(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("not ours")


def damage(library: Path) -> None:
    library.write_bytes(b"nonsense" * 5000)


@pytest.mark.parametrize("damaged", [False, True])
async def test_beyond_a_link_nothing_is_guessed(
    home: Home, music: Path, passwords: Passwords, *, damaged: bool
) -> None:
    await furnish(home)
    (home.audio / "Music").symlink_to(music)
    (home.covers / "Music").symlink_to(music)
    put(music, "ab" * 16 + ".jpg")
    if damaged:
        damage(home.database)
    before = files_in(music)
    erased = erasing.erase_closed(home, passwords)
    assert files_in(music) == before
    assert set(erased.own) == {home.audio / "Music", home.covers / "Music"}
    assert (home.audio / "Music").is_symlink()


@pytest.mark.parametrize("damaged", [False, True])
async def test_an_audio_folder_that_is_the_persons_music_keeps_it(
    home: Home, music: Path, passwords: Passwords, *, damaged: bool
) -> None:
    await furnish(home)
    shutil.copytree(home.audio / "Tapes", music / "Tapes")
    shutil.rmtree(home.audio)
    home.audio.symlink_to(music)
    if damaged:
        for each in (home.database, *home.backups.glob("*.sqlite")):
            damage(each)
    erased = erasing.erase_closed(home, passwords)
    assert set(MUSIC) - {".directory"} <= set(files_in(music))
    assert bool(list(music.glob("Tapes/*.mp3"))) is damaged
    assert [left.what for left in erased.left] == (
        [f"Recordings in {home.audio} may be left"] if damaged else []
    )


async def test_a_feeds_folder_on_another_disk_is_emptied(
    home: Home, tmp_path: Path, passwords: Passwords
) -> None:
    await furnish(home)
    disk = tmp_path / "disk"
    shutil.move(home.audio / "Tapes", disk)
    (home.audio / "Tapes").symlink_to(disk)
    erased = erasing.erase_closed(home, passwords)
    assert erased == erasing.Erased((), (disk,))
    assert not any(disk.iterdir())
    assert not home.root.exists()


async def test_a_damaged_library_in_a_folder_of_the_persons_is_no_reason_to_guess(
    home: Home, passwords: Passwords
) -> None:
    await furnish(home)
    put(home.root, "notes.txt", "audio/Album/song.mp3", "desktop.ini", "audio/Album/.DS_Store")
    for each in (home.database, *home.backups.glob("*.sqlite")):
        damage(each)
    erased = erasing.erase_closed(home, passwords)
    assert {"notes.txt", "audio/Album/song.mp3", "desktop.ini", "audio/Album/.DS_Store"} <= set(
        files_in(home.root)
    )
    (left,) = erased.left
    assert left.what == f"Recordings in {home.audio} may be left"


async def test_a_damaged_copy_is_no_reason_to_guess_while_the_library_knows(
    home: Home, passwords: Passwords
) -> None:
    await furnish(home)
    put(home.audio, "Tapes/My own tape.mp3")
    damage(home.backups / "library-20261121.sqlite")
    assert erasing.erase_closed(home, passwords).left == ()
    assert set(files_in(home.root)) == {"audio/Tapes/My own tape.mp3"}


def test_a_folder_with_settings_of_another_program_is_no_home(tmp_path: Path) -> None:
    put(tmp_path / "Editor", "settings.json", "desktop.ini", "covers/Thumbs.db")
    assert not erasing.is_home(Home(tmp_path / "Editor"))


async def test_what_could_not_be_erased_can_be_tried_again(
    home: Home, tmp_path: Path, passwords: Passwords
) -> None:
    await furnish(home)
    home.covers.rename(tmp_path / "stick")
    home.covers.symlink_to(tmp_path / "away")
    assert erasing.erase_closed(home, passwords).left
    (tmp_path / "stick").rename(tmp_path / "away")
    home.covers.unlink()
    (tmp_path / "away").rename(home.covers)
    assert erasing.is_home(home)
    assert erasing.erase_closed(home, passwords) == erasing.Erased()
    assert not home.root.exists()


async def test_a_library_that_lies_elsewhere_is_told(
    home: Home, tmp_path: Path, passwords: Passwords
) -> None:
    await furnish(home)
    real = tmp_path / "synced.sqlite"
    shutil.move(home.database, real)
    home.database.symlink_to(real)
    (left,) = erasing.erase_closed(home, passwords).left
    assert left.what == f"{real} was not erased"
    assert real.exists()
    assert not home.root.exists()


async def test_looking_into_a_library_that_was_set_aside_leaves_nothing_beside_it(
    home: Home, passwords: Passwords
) -> None:
    await furnish(home)
    with closing(sqlite3.connect(home.database)) as used:
        used.execute("PRAGMA journal_mode = WAL")
    shutil.copy(home.database, home.backups / "set-aside-20260102T030405.sqlite")
    before = set(files_in(home.root))
    survey(home)
    assert set(files_in(home.root)) == before
    assert erasing.erase_closed(home, passwords) == erasing.Erased()
    assert not home.root.exists()


async def test_links_in_circles_come_to_an_end(home: Home, passwords: Passwords) -> None:
    await furnish(home)
    for name in ("one", "two", "three"):
        (home.audio / name).symlink_to(home.audio)
    (home.audio / "Tapes" / "me.mp3").symlink_to("me.mp3")
    erased = erasing.erase_closed(home, passwords)
    assert {each.name for each in erased.own} == {"one", "two", "three", "me.mp3"}
    assert files_in(home.root) == {}


@POSIX
async def test_a_folder_that_may_be_listed_but_not_entered_is_told(
    tmp_path: Path, passwords: Passwords
) -> None:
    home = Home(tmp_path / "outer" / "home")
    home.prepare()
    await furnish(home)
    closed = home.covers / "closed"
    (closed / "deep").mkdir(parents=True)
    closed.chmod(0o400)
    with as_somebody(tmp_path / "outer"):
        erased = erasing.erase_closed(home, passwords)
    assert erased.own == (closed,)
    assert set(home.root.iterdir()) == {home.covers}


@POSIX
async def test_links_into_folders_that_may_not_be_entered_are_told(
    tmp_path: Path, passwords: Passwords
) -> None:
    home = Home(tmp_path / "outer" / "home")
    home.prepare()
    await furnish(home)
    closed = tmp_path / "outer" / "closed"
    closed.mkdir()
    shutil.move(home.covers, closed / "covers")
    home.covers.symlink_to(closed / "covers")
    shutil.move(home.database, closed / "library.sqlite")
    home.database.symlink_to(closed / "library.sqlite")
    closed.chmod(0)
    with as_somebody(tmp_path / "outer"):
        erased = erasing.erase_closed(home, passwords)
    told = (closed / "library.sqlite", home.covers)
    assert [left.what for left in erased.left] == [f"{each} was not erased" for each in told]
    assert set(home.root.iterdir()) == {home.covers}


@POSIX
async def test_rights_are_never_changed_through_a_link(
    home: Home, tmp_path: Path, passwords: Passwords
) -> None:
    await furnish(home)
    disk = tmp_path / "disk"
    disk.mkdir()
    disk.chmod(0o500)
    shutil.rmtree(home.covers)
    home.covers.symlink_to(disk)
    erasing.erase_closed(home, passwords)
    assert disk.stat().st_mode & 0o777 == 0o500


async def test_nobody_else_gets_the_home_before_the_end(
    home: Home, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    await furnish(home)
    there: list[bool] = []

    def look() -> None:
        there.extend((home.root / name).exists() for name in (WINDOW_LOCK, ERASING))
        with pytest.raises(KnownError, match="Hearthside is open"):
            erasing.erase_closed(home, passwords)

    monkeypatch.setattr(sound_room, "sweep", look)
    erasing.erase_closed(home, passwords)
    assert there == [True, True]
    assert not home.root.exists()

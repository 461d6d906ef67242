"""Erases a home: all that is Hearthside's, wherever it lies, and nothing that is not.

A marker is written first and removed last, so that the next start finishes what a kill or a
power cut broke off. What was erased is not overwritten: on the flash memory of today's disks
that would not reach it, and encryption of the disk is what helps there.
"""

from __future__ import annotations

import logging
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.library import traces
from desktop_app.services.kept import is_link, is_there, look_through
from desktop_app.services.lock import ERASING, WINDOW_LOCK, ProcessLock, socket_name
from desktop_app.services.logins import Keyring, account_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.base.paths import Home
    from desktop_app.services.kept import Contents
    from desktop_app.services.logins import PasswordStore

_NOT_ERASED = "Nothing was erased"


@dataclass(frozen=True, slots=True)
class Erased:
    """What became of it: what could not be removed, and what is the person's own and stays."""

    left: tuple[KnownError, ...] = ()
    own: tuple[Path, ...] = ()


def is_home(home: Home) -> bool:
    """Tell whether a folder is a home: not every ``settings.json`` is one's of Hearthside."""
    return (home.root / ERASING).exists() or look_through(home).of_hearthside


def erase_closed(home: Home, passwords: PasswordStore | None = None) -> Erased:
    """Erase a home that no window has open.

    Raises:
        KnownError: One has, or another command is at work in it; nothing was erased.
    """
    only = ProcessLock(home.root / WINDOW_LOCK)
    try:
        if not only.acquire():
            raise KnownError(_NOT_ERASED, "Hearthside is open", "Close its window first.")
    except OSError as error:
        why = error.strerror or str(error)
        raise KnownError(_NOT_ERASED, why, f"Mend the permissions of {home.root}.") from error
    try:
        return erase(home, passwords)
    finally:
        only.release()


def erase(home: Home, passwords: PasswordStore | None = None) -> Erased:
    """Erase a home whose library is closed, by whoever holds its window's lock.

    What cannot be removed is left and named; the rest goes. Doing it again is no harm.

    Raises:
        KnownError: Another process works in it, or the disk refuses; nothing was erased.
    """
    if traces.in_use(home.database):
        raise KnownError(
            _NOT_ERASED, "a command of Hearthside is at work", "Wait for its end, then try again."
        )
    try:
        _mark(home)
    except OSError as error:
        why = error.strerror or str(error)
        raise KnownError(_NOT_ERASED, why, f"Mend the permissions of {home.root}.") from error
    _close_logs(home)
    for folder in (home.audio, home.restored, home.covers, home.backups, home.logs):
        _open_up(folder)
    found = look_through(home)
    left = [*_forget(found.accounts, passwords or Keyring()), *_out_of_reach(home, found)]
    stuck = {each: why for each in found.files() if (why := _remove(each))}
    _remove_folders(home, found, stuck)
    left += [KnownError(f"{path} was not erased", why) for path, why in stuck.items()]
    _remove_elsewhere(home)
    return Erased(tuple(left), (*found.own, *_finish(home)))


def _mark(home: Home) -> None:
    (home.root / ERASING).touch(mode=0o600)
    _sync(home.root)


def _finish(home: Home) -> list[Path]:
    """Remove the locks and the home itself; a link to it, and where that leads, stay.

    The locks are last: until then a window that starts waits, or joins in, and makes nothing new.
    """
    _sync(home.root)
    for name in (WINDOW_LOCK, ERASING):
        _remove(home.root / name)
    if home.root.is_symlink():
        return [home.root, home.root.resolve()]
    with suppress(OSError):
        home.root.rmdir()
    return []


def _forget(accounts: Iterable[tuple[str, str]], passwords: PasswordStore) -> list[KnownError]:
    left = []
    for key in sorted({account_key(url, account) for url, account in accounts}):
        try:
            passwords.drop(key)
        except OSError:
            what = f"The password of {key} was not erased"
            why = "the keyring is locked, or cannot be reached from here"
            left.append(KnownError(what, why, "Remove it there; it is called Hearthside."))
    return left


def _out_of_reach(home: Home, found: Contents) -> list[KnownError]:
    """Return what of Hearthside's is going to stay, for it is not here or cannot be told."""
    left = [
        KnownError(f"{os.path.realpath(path)} was not erased", "only a link leads to it")
        for path in (*found.library, *found.copies)
        if is_link(path)
    ]
    if found.unsure:
        what = f"Recordings in {home.audio} may be left"
        why = "the library that knew which are Hearthside's is damaged"
        left.append(KnownError(what, why, "Remove those that are not your own."))
    return left


def _remove(path: Path) -> str:
    """Remove a file; return why it stays, or nothing."""
    try:
        path.unlink(missing_ok=True)
    except PermissionError as error:
        with suppress(OSError):
            _open_up(path.parent)
            if os.name == "nt":
                path.chmod(stat.S_IWRITE)
            path.unlink()
        return (error.strerror or str(error)) if os.path.lexists(path) else ""
    except OSError as error:
        return error.strerror or str(error)
    return ""


def _remove_folders(home: Home, found: Contents, stuck: dict[Path, str]) -> None:
    """Remove the folders that are empty now; of a link only the link, if it leads to nothing else.

    ``stuck``: what could not be removed, and why; the folders join it.
    """
    for folder in found.folders:
        if is_link(folder):
            if not is_there(folder):
                stuck[folder] = "what it leads to is not there now"
                continue
            inner = folder.parent != home.root
            if inner and any(each.is_relative_to(folder) for each in found.own):
                continue
            found.own.append(folder.resolve())
            if why := _remove(folder):
                stuck[folder] = why
            continue
        try:
            folder.rmdir()
        except FileNotFoundError:
            continue
        except OSError as error:
            if not any(each.is_relative_to(folder) for each in (*found.own, *stuck)):
                stuck[folder] = error.strerror or str(error)


def _remove_elsewhere(home: Home) -> None:
    """Remove what lies in the system's folders for temporary files."""
    from desktop_app.services.sound_room import sweep  # noqa: PLC0415 - knows PyAV

    sweep()
    for folder in (tempfile.gettempdir(), os.environ.get("XDG_RUNTIME_DIR")):
        if folder:
            with suppress(OSError):
                (Path(folder) / socket_name(home.root)).unlink()


def _open_up(folder: Path) -> None:
    """Let the owner change a folder of Hearthside's, if it was closed; never one behind a link."""
    wanted = stat.S_IRWXU
    with suppress(OSError):
        mode = folder.lstat().st_mode
        if stat.S_ISDIR(mode) and mode & wanted != wanted:
            folder.chmod(stat.S_IMODE(mode) | wanted)


def _close_logs(home: Home) -> None:
    """Write nothing into the log of this home any more."""
    root = logging.getLogger()
    for handler in tuple(root.handlers):
        if isinstance(handler, logging.FileHandler) and Path(handler.baseFilename).is_relative_to(
            home.logs.absolute()
        ):
            root.removeHandler(handler)
            handler.close()


def _sync(folder: Path) -> None:
    """Have the names in a folder on the disk; Windows cannot, and needs not."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some file systems cannot, either
            os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""What the thread of the screen does that is not its business, told by an audit hook."""

from __future__ import annotations

import contextlib
import os
import sys
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_NEVER = {
    "sqlite3.connect", "socket.connect", "socket.getaddrinfo", "subprocess.Popen",
    "os.posix_spawn", "os.fork",
}  # fmt: skip
_IN_THE_HOME = {
    "open", "os.listdir", "os.scandir", "os.remove", "os.rename", "os.mkdir", "os.rmdir",
    "os.truncate", "shutil.copyfile", "shutil.rmtree",
}  # fmt: skip
_listeners: list[Callable[[str, tuple[object, ...]], None]] = []
_hooked: list[bool] = []


@contextlib.contextmanager
def watched(root: Path) -> Iterator[list[str]]:
    """Yield what this thread comes to do: databases, network, programs, and files of the home.

    SQLite itself refuses a connection that another thread has opened; so one that is not opened
    here runs no statement here.
    """
    found: list[str] = []
    thread = threading.get_ident()

    def hear(event: str, given: tuple[object, ...]) -> None:
        if threading.get_ident() != thread:
            return
        named = given[0] if given else ""
        path = os.fsdecode(named) if isinstance(named, (str, bytes, os.PathLike)) else ""
        if event in _NEVER or (event in _IN_THE_HOME and path.startswith(str(root))):
            found.append(f"{event} {path}")

    if not _hooked:
        _hooked.append(True)
        sys.addaudithook(_hear)  # it stays, for hooks cannot be taken off
    _listeners.append(hear)
    try:
        yield found
    finally:
        _listeners.remove(hear)


def _hear(event: str, given: tuple[object, ...]) -> None:
    for hear in _listeners:
        hear(event, given)

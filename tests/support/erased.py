"""Erases copies of a home, each killed at a later step, and lets the next start finish it.

``python -m tests.support.erased HOME SCRATCH`` prints how many steps there were. The passwords
are files of a folder beside each copy.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from itertools import count
from pathlib import Path

from desktop_app.base.paths import Home
from desktop_app.services import erasing
from desktop_app.services.lock import ERASING

_STEPS = frozenset({"os.remove", "os.rmdir", "os.chmod"})


class Files:
    """A keyring whose passwords are files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(exist_ok=True)

    def get(self, account: str) -> str | None:
        """Return a password."""
        path = self._folder / account
        return path.read_text() if path.exists() else None

    def put(self, account: str, password: str) -> None:
        """Keep a password."""
        (self._folder / account).write_text(password)

    def drop(self, account: str) -> None:
        """Forget a password."""
        (self._folder / account).unlink(missing_ok=True)


def _die_at(step: int) -> None:
    """Be killed in front of the step so and so many."""
    done = count(1)

    def hook(event: str, _given: object) -> None:
        if event in _STEPS and next(done) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hook)


def _killed(home: Home, passwords: Files, step: int) -> bool:
    """Erase in a process that is killed in front of a step; False: it came to its end before."""
    child = os.fork()
    if child == 0:
        _die_at(step)
        erasing.erase_closed(home, passwords)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or status == 0, status
    return os.WIFSIGNALED(status)


def _check(home: Home, passwords: Files, account: str) -> None:
    """Find the marker wherever something of the person's is left, and nothing after the end."""
    if home.root.exists():
        something = [each for each in home.root.rglob("*") if each.is_file()]
        marker = home.root / ERASING
        assert marker.exists() or not something, something
        assert not marker.exists() or marker.stat().st_size == 0
        if marker.exists():
            erased = erasing.erase_closed(home, passwords)
            assert not erased.left, erased
    assert not home.root.exists() or not any(home.root.iterdir())
    assert passwords.get(account) is None


def main(furnished: Path, scratch: Path, account: str) -> int:
    """Kill at every step there is; return how many there were."""
    for step in count(1):
        home = Home(scratch / f"home {step}")
        shutil.copytree(furnished, home.root)
        passwords = Files(scratch / f"keyring {step}")
        passwords.put(account, "secret")
        killed = _killed(home, passwords, step)
        if killed and (home.root / "library.sqlite").exists() and step == 1:
            assert passwords.get(account) == "secret"
        if not killed:
            assert not home.root.exists()
            return step - 1
        _check(home, passwords, account)
    raise AssertionError


if __name__ == "__main__":
    print(main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]))  # noqa: T201 - for the test

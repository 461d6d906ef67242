"""A command on a terminal of its own, and what a person would see there."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING, Self

import pytest

from tests.support.command import environment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_PIECE = re.compile(r"\x1b\[(\d*)([A-Za-z])|([\r\n])|([^\x1b\r\n]+)")


class Screen:
    """Lines as a terminal keeps them: one that is made narrower wraps what is there already."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines = [""]
        self._row = self._column = 0

    def hear(self, said: str) -> None:
        """Do what a terminal does with this; unknown commands are a failure."""
        for match in _PIECE.finditer(said):
            number, command, end, text = match.groups()
            if text:
                self._write(text)
            elif end == "\n":
                self._row += 1
                self.lines += [""] if self._row == len(self.lines) else []
            elif end == "\r":
                self._column = 0
            elif command == "A":
                self._up(int(number))
            elif command in {"K", "J"}:
                self.lines[self._row] = self.lines[self._row][: self._column]
                del self.lines[self._row + 1 if command == "J" else len(self.lines) :]
            else:
                raise AssertionError(f"a terminal was told {match[0]!r}")

    def _write(self, text: str) -> None:
        line, column = self.lines[self._row], self._column
        self._column += len(text)
        self.lines[self._row] = line[:column].ljust(column) + text + line[self._column :]

    def _up(self, rows: int) -> None:
        while rows > 0 and self._row:
            self._row -= 1
            rows -= max(1, -(-len(self.lines[self._row]) // self.width))
        assert rows == 0, "it would be in the middle of a line, or above the screen"


def until(fits: Callable[[], bool], seconds: float = 30) -> None:
    """Return when something holds of another process; fail if that takes too long."""
    deadline = time.monotonic() + seconds
    while not fits():
        assert time.monotonic() < deadline
        time.sleep(0.01)


class OnTerminal:
    """``hearthside`` on a pseudo terminal; a context manager that leaves no process behind."""

    def __init__(self, home: Path, *arguments: str, width: int = 100, height: int = 30) -> None:
        try:
            self._ours, theirs = pty.openpty()
        except OSError as none:
            pytest.skip(f"no terminal can be had here: {none}")
        self._sizes: list[tuple[int, int]] = []
        self.said = ""
        self._bytes = b""
        self.resize(width, height)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "--home", str(home), *arguments],
            env=environment(TERM="xterm"),
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self._ours)

    def resize(self, width: int, height: int = 30) -> None:
        """Give the terminal another size, as a person does with the mouse."""
        size = struct.pack("HHHH", height, width, 0, 0)
        fcntl.ioctl(self._ours, termios.TIOCSWINSZ, size)
        self._sizes.append((len(self.said), width))

    def left(self) -> list[str]:
        """Return the lines that a person sees in the end."""
        ends = [*(place for place, _ in self._sizes[1:]), len(self.said)]
        screen = Screen(self._sizes[0][1])
        for (begin, width), end in zip(self._sizes, ends, strict=True):
            screen.width = width
            screen.hear(self.said[begin:end])
        return [line for line in screen.lines if line]

    def until(self, fits: Callable[[str], bool], seconds: float = 30) -> None:
        """Read what is said until it fits; fail if it ends or takes too long before."""
        deadline = time.monotonic() + seconds
        while not fits(self.said):
            rest = deadline - time.monotonic()
            assert rest > 0, self.said
            assert self._read(rest), self.said

    def type(self, words: str) -> None:
        """Press keys."""
        os.write(self._ours, words.encode())

    def end(self, seconds: float = 60) -> int:
        """Read to the end and return the exit status."""
        deadline = time.monotonic() + seconds
        while self._read(max(0.0, deadline - time.monotonic())):
            pass
        return self.process.wait(max(0.1, deadline - time.monotonic()))

    def frames(self) -> list[list[str]]:
        """Return the lines of every drawing, the older ones first."""
        drawn = re.split(r"\r\x1b\[\d+A", self.said)
        plain = [re.sub(r"\x1b\[\d*[A-Z]|\r", "", each) for each in drawn]
        return [[line for line in each.split("\n") if line] for each in plain]

    def drawn(self) -> list[str]:
        """Return the last whole drawing."""
        return next((each for each in reversed(self.frames()[:-1]) if each), [""])

    def _read(self, seconds: float) -> bool:
        ready, _, _ = select.select([self._ours], [], [], seconds)
        piece = b""
        if ready:
            with contextlib.suppress(OSError):  # Linux: the other end was closed
                piece = os.read(self._ours, 65_536)
        self._bytes += piece
        self.said = self._bytes.decode(errors="ignore")
        return bool(piece)

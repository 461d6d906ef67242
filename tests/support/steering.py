"""Steers the real app in a process of its own, and hears what it says::

    with Steered(home, PULSE_SERVER=…) as app:
        app.until("house is not None")                  # in the window's thread
        app.see("house.window.open('settings')")
        feeds = app.ask("core.browsing.feeds()")        # in the engine

What cannot be written as JSON comes as its ``repr``.
"""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Self

from tests.support.command import ROOT, environment

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 40.0
_PAUSE = 0.03


class Steered:
    """The app on a home; ``wrapper``: a command that runs it. ``said``: all of its standard error.

    Leaving ends it as the end of the person's session does.
    """

    def __init__(self, home: Path, wrapper: Sequence[str] = (), **environ: str) -> None:
        self._command = [*wrapper, sys.executable, "-m", "tests.support.steered", str(home)]
        self._environ = environment(**environ)
        self._rest = b""
        self.said = ""

    def __enter__(self) -> Self:
        """Start it."""
        self.process = subprocess.Popen(
            self._command,
            env=self._environ,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        return self

    def __exit__(self, *_: object) -> None:
        """Have it end in good order, or at all."""
        try:
            self.said = self.process.communicate(timeout=PATIENCE)[1].decode()
        except subprocess.TimeoutExpired:
            for pid in reversed(self.family()):
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            self.said = self.process.communicate()[1].decode()

    def see(self, expression: str) -> Any:  # noqa: ANN401 - whatever it is worth
        """Return what an expression is worth in the window's thread."""
        return self._say("see", expression)

    def ask(self, expression: str) -> Any:  # noqa: ANN401 - as above
        """Return what the engine says."""
        return self._say("ask", expression)

    def until(self, expression: str, how: str = "see") -> None:
        """Return when it is true."""
        deadline = time.monotonic() + PATIENCE
        while not self._say(how, expression):
            assert time.monotonic() < deadline, f"never came true: {expression}"
            time.sleep(_PAUSE)

    def family(self) -> list[int]:
        """Return the processes that came of it, and its own."""
        own = [self.process.pid]
        for pid in own:
            for children in Path(f"/proc/{pid}/task").glob("*/children"):
                own += map(int, children.read_text().split())
        return own

    def _say(self, how: str, expression: str) -> Any:  # noqa: ANN401 - as above
        pipe: IO[bytes] | None = self.process.stdin
        assert pipe is not None
        pipe.write(json.dumps([how, expression]).encode() + b"\n")
        pipe.flush()
        said = json.loads(self._line())
        assert "error" not in said, said["error"]
        return said["value"]

    def _line(self) -> bytes:
        pipe = self.process.stdout
        assert pipe is not None
        deadline = time.monotonic() + PATIENCE
        while b"\n" not in self._rest:
            left = deadline - time.monotonic()
            ready, _, _ = select.select([pipe], [], [], max(0.0, left))
            assert ready, "the app is silent"
            piece = os.read(pipe.fileno(), 65_536)
            assert piece, "the app has ended"
            self._rest += piece
        line, _, self._rest = self._rest.partition(b"\n")
        return line

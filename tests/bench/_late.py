"""Where a thread was when its tick was late: a second thread looks at its stack."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

_LATE = 8.0
"""Milliseconds; from then on the stack is looked at."""

_EVERY = 0.002
_DEEP = 6
_WORST = 8


class Late:
    """Watches the thread that makes it, whose ticks are told with :meth:`ticked`."""

    def __init__(self) -> None:
        self._thread = threading.get_ident()
        self._last = time.perf_counter()
        self._seen: list[str] = []
        self._found: list[tuple[float, float, list[str]]] = []
        threading.Thread(target=self._watch, daemon=True).start()

    def ticked(self, gap: float, busy: float) -> None:
        """Note a tick that came after so many milliseconds, of which the thread worked some."""
        self._last = time.perf_counter()
        if self._seen:
            self._found.append((gap, busy, self._seen))
            self._seen = []

    def told(self) -> list[str]:
        """Return the worst: how late, how much of it was work, and where the thread was."""
        self._found.sort(key=lambda one: -one[0])
        return [
            f"{gap:5.1f} ms, {busy:5.1f} of them work: {' | '.join(dict.fromkeys(seen))}"
            for gap, busy, seen in self._found[:_WORST]
        ]

    def _watch(self) -> None:
        while True:
            time.sleep(_EVERY)
            if 1000 * (time.perf_counter() - self._last) > _LATE:
                self._seen.append(_where(sys._current_frames().get(self._thread)))


def _where(frame: FrameType | None) -> str:
    """Return the innermost calls."""
    calls: list[str] = []
    while frame is not None and len(calls) < _DEEP:
        calls.append(f"{Path(frame.f_code.co_filename).stem}.{frame.f_code.co_name}")
        frame = frame.f_back
    return " < ".join(calls)

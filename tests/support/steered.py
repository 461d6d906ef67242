"""The real app, whole, in a process of its own that obeys its parent: see :mod:`steering`.

Each line of standard input is a JSON list: ``["see", EXPRESSION]`` is answered with what it is
worth in the window's thread, ``["ask", EXPRESSION]`` with what the engine says. Known are
``house``, ``app`` and ``core``. Answers are JSON lines on standard output.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict, is_dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

from desktop_app.base.paths import Home
from desktop_app.gui import run_window
from desktop_app.house import House


class Steering(QObject):
    """Takes the parent's lines while the window lives."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._rest = b""
        self._notifier = QSocketNotifier(0, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._take)

    def _take(self) -> None:
        piece = os.read(0, 65_536)
        if not piece:  # nobody steers any more, nor would answer a question
            self._notifier.setEnabled(False)
            os.kill(os.getpid(), signal.SIGTERM)
        *lines, self._rest = (self._rest + piece).split(b"\n")
        for line in lines:
            self._obey(*json.loads(line))

    def _obey(self, how: str, words: str) -> None:
        house = self._app.findChild(House)
        known = {"house": house, "app": self._app}
        try:
            if how == "see":
                _answer(eval(words, known))  # noqa: S307 - a test's own words
            else:
                assert house is not None
                house.bridge.call(
                    lambda core: eval(words, known | {"core": core}),  # noqa: S307 - as above
                    _answer,
                    partial(_fail, words),
                )
        except Exception as error:  # noqa: BLE001 - told to the test
            _fail(words, error)


def _answer(value: object) -> None:
    _tell({"value": value})


def _fail(words: str, error: Exception) -> None:
    _tell({"error": f"{words}: {error!r}"})


def _tell(said: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(said, default=_plainly) + "\n")
    sys.stdout.flush()


def _plainly(value: object) -> object:
    """Return what JSON can hold: a frozen value's fields, anything else as Python writes it."""
    return asdict(value) if is_dataclass(value) and not isinstance(value, type) else repr(value)


def main() -> None:
    """Open the window on the home that is named."""
    app = QApplication(sys.argv[:1])
    steering = Steering(app)
    status = run_window(Home(Path(sys.argv[1])))
    steering.deleteLater()
    sys.exit(status)


if __name__ == "__main__":
    main()

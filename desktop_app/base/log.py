"""One log file in the home, small enough to keep, without the names of talks."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.base.paths import Home

_log = logging.getLogger(__name__)


def report_bug(home: Home | None, error: BaseException) -> str:
    """Keep what happened in the home's log, if it has one; return the line for the person."""
    line = f"Something went wrong inside Hearthside: {error!r}."
    if home is None or not home.logs.is_dir():
        return line
    handler = start_logging(home)
    _log.error("a bug", exc_info=error)
    handler.close()
    return f"{line} What happened is written in {home.logs}."


def start_logging(home: Home) -> logging.Handler:
    """Send warnings and worse to ``logs/hearthside.log`` (1 MB, two kept); return the handler."""
    handler = logging.handlers.RotatingFileHandler(
        home.logs / "hearthside.log", maxBytes=1_000_000, backupCount=2, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler

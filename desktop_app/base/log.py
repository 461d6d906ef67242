"""One log file in the home, small enough to keep, without the names of talks."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.base.paths import Home


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

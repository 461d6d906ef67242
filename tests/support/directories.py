"""Answers in the shape of the two podcast directories', of feeds that exist nowhere."""

from __future__ import annotations

import json
from typing import Any

APPLE, FYYD = "/apple/search", "/fyyd/0.2/search/podcast"


def apple(*rows: dict[str, Any]) -> bytes:
    """Return an answer of Apple's search."""
    return json.dumps({"resultCount": len(rows), "results": rows}).encode()


def apple_row(url: str, title: str = "Evening Talks", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return a row of it."""
    given = {"artistName": "Harbour Group", "trackCount": 12}
    return {"kind": "podcast", "collectionName": title, "feedUrl": url, **given, **more}


def fyyd(*rows: dict[str, Any]) -> bytes:
    """Return an answer of fyyd's search."""
    return json.dumps({"status": 1, "msg": "ok", "data": rows}).encode()


def fyyd_row(url: str, title: str = "Evening Talks", **more: Any) -> dict[str, Any]:  # noqa: ANN401 - JSON
    """Return a row of it."""
    given = {"author": "Harbour", "episode_count": 14, "language": "en", "description": "Calm."}
    return {"title": title, "xmlURL": url, "htmlURL": "https://harbour.example", **given, **more}


def bases(root: str) -> str:
    """Return what HEARTHSIDE_DIRECTORIES must say for a server at ``root``."""
    return f"{root}/apple {root}/fyyd"

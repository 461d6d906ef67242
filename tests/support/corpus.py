"""Real feeds that may lie beside the checkout; tests that need them skip where they are absent."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

import pytest

from tests.support.server import Reply, static

if TYPE_CHECKING:
    from tests.support.server import Server

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
_ENCLOSURE = re.compile(rb"(<enclosure\b[^>]*?\burl\s*=\s*)(\"[^\"]*\"|'[^']*')", re.IGNORECASE)


def real_feeds(count: int, fewest: int, most: int) -> list[Path]:
    """Return well-formed real podcasts with so many items, the smallest files first."""
    index = CORPUS / "INDEX.tsv"
    if not index.exists():
        pytest.skip("the corpus of real feeds is not beside this checkout")
    with index.open(encoding="utf-8") as lines:
        rows = [
            row
            for row in csv.DictReader(lines, delimiter="\t")
            if row["note"].startswith("real")
            and row["well_formed_xml"] == "y"
            and fewest <= int(row["enclosure_count"] or 0) <= most
        ]
    rows.sort(key=lambda row: int(row["bytes"]))
    return [CORPUS / row["path"] for row in rows[:count]]


def serve(server: Server, path: Path, name: str, sound: bytes) -> str:
    """Serve a real feed whose enclosures are answered with ``sound``; return its address."""
    number = 0

    def local(match: re.Match[bytes]) -> bytes:
        nonlocal number
        number += 1
        address = f"/{name}/{number}.mp3"
        server.add(address, static(sound))
        return match[1] + quoteattr(server.url(address)).encode()

    body = _ENCLOSURE.sub(local, path.read_bytes())
    kind = {"Content-Type": "application/rss+xml"}
    server.add(f"/{name}.xml", Reply(body=body, headers=kind, etag=f'"{name}"'))
    return server.url(f"/{name}.xml")

"""One download as a service holds it, shared by the tests of transfers."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.downloads.answer import Answer
from desktop_app.downloads.faults import TransferError
from desktop_app.downloads.transfer import OVERLAP, TransferJob, TransferResult, transfer
from tests.support.server import Reply, Server, static

if TYPE_CHECKING:
    from pathlib import Path

    import aiohttp

    from desktop_app.downloads.bandwidth import Bandwidth

SOUND = b"ID3\x04\x00\x00\x00\x00\x00\x00" + hashlib.shake_128(b"one").digest(400_000)
OTHER = b"ID3\x03\x00\x00\x00\x00\x00\x00" + hashlib.shake_128(b"two").digest(300_000)
HALF = 200_000
PAGE = b"<!DOCTYPE html><html><body>Sign in to Hotel Wi-Fi</body></html>" * 40


def asked_from(at: int) -> str:
    """Return the ``Range`` of one who has ``at`` bytes."""
    return f"bytes={max(0, at - OVERLAP)}-"


def same(path: Path, body: bytes) -> bool:
    """Compare without half a megabyte in the report of a failure."""
    return path.read_bytes() == body


class Desk:
    """One download as a service holds it: the row's facts and everything that was reported."""

    def __init__(self, session: aiohttp.ClientSession, folder: Path) -> None:
        self.session = session
        self.path = folder / "Feed" / "talk.mp3"
        self.part = folder / "Feed" / "talk.mp3.part"
        self.known = Answer()
        self.progress: list[tuple[int, int | None]] = []
        self.part_when_told: list[int] = []

    async def _headers(self, answer: Answer) -> None:
        self.known = answer
        self.part_when_told.append(self.part.stat().st_size)

    def _progress(self, received: int, total: int | None) -> None:
        self.progress.append((received, total))

    async def get(
        self,
        url: str,
        bandwidth: Bandwidth | None = None,
        *,
        stall: float = 20,
        reserve: int = 0,
        doubt: bool = False,
    ) -> TransferResult:
        job = TransferJob(
            url,
            self.path,
            self.known,
            connect_timeout=min(stall, 5),
            stall_timeout=stall,
            reserve=reserve,
            doubt=doubt,
        )
        return await transfer(self.session, job, self._progress, self._headers, bandwidth)

    async def fails(
        self, url: str, *, stall: float = 20, reserve: int = 0, doubt: bool = False
    ) -> TransferError:
        with pytest.raises(TransferError) as caught:
            await self.get(url, stall=stall, reserve=reserve, doubt=doubt)
        assert not self.path.exists()
        assert caught.value.why
        assert caught.value.what_next
        return caught.value


def torn(body: bytes = SOUND, cut_after: int = HALF, **how: object) -> Reply:
    return replace(static(body), cut_after=cut_after, **how)  # type: ignore[arg-type]  # test shorthand


async def begin(desk: Desk, server: Server) -> None:
    """Leave the first half of SOUND behind."""
    error = await desk.fails(server.add("/begin", torn()))
    assert error.retryable
    assert same(desk.part, SOUND[:HALF])

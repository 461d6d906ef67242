"""Everything at once, by chance: versions that change, cuts, lies, and tries that are cancelled.

Whatever happens, what lies on the disk is the beginning of the version that the caller was told
of last; and what is called confirmed is all of it.
"""

from __future__ import annotations

import asyncio
import hashlib
import random
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

import aiohttp
import pytest

from desktop_app.downloads.faults import TransferError
from tests.downloads.desk import PAGE, SOUND, Desk
from tests.support.server import Reply, static

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.server import Request, Server

LENGTH = 120_000
DOWNLOADS = 12


class Fickle:
    """A recording whose versions differ in a tag, in the middle, at the end, or altogether."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311  # to be had again
        self.versions = [SOUND[:LENGTH]]

    def reply(self, request: Request) -> Reply:
        if self.chance.random() < 0.1:
            self.versions.append(self._changed(len(self.versions)))
        body, number = self.versions[-1], len(self.versions) - 1
        plain = static(body, etag=self.chance.choice((f'"{number}"', f'"{number}"', 'W/"x"', None)))
        at = self.chance.randrange(1, len(body))
        ways = (
            plain,
            Reply(500),
            Reply(416) if "range" in request.headers else plain,
            Reply(body=PAGE),
            replace(plain, cut_after=at),
            replace(plain, cut_after=at, reset=True),
            replace(plain, cut_after=at, chunked=True),
            replace(plain, cut_after=at, endless=True),
            replace(plain, length=at),
            replace(plain, length=len(body) + at),
        )
        chosen = self.chance.choice(ways)
        ranges = chosen.ranges and self.chance.random() < 0.7
        return replace(chosen, ranges=ranges, if_range=self.chance.random() < 0.7)

    def _changed(self, number: int) -> bytes:
        noise = hashlib.shake_128(b"%d" % number).digest(LENGTH)
        return self.chance.choice(
            (
                SOUND[:60] + noise[:8] + SOUND[68:LENGTH],
                SOUND[:60_000] + noise[:8] + SOUND[60_008:LENGTH],
                SOUND[: self.chance.randrange(50_000, LENGTH)],
                SOUND[:LENGTH] + noise[:9_000],
                SOUND[:10] + noise,
            )
        )


async def tried(desk: Desk, url: str, chance: random.Random, *, doubt: bool) -> bool | None:
    """Try once, perhaps not to the end; return whether what came is confirmed, if all came."""
    trying = asyncio.ensure_future(desk.get(url, doubt=doubt))
    if chance.random() < 0.3:
        for _ in range(chance.randrange(60)):
            await asyncio.sleep(0)
        trying.cancel()
    with suppress(TransferError, asyncio.CancelledError):
        return (await trying).confirmed
    return None


@pytest.mark.parametrize("seed", range(4))
async def test_no_two_versions_are_ever_mixed(tmp_path: Path, server: Server, seed: int) -> None:
    fickle = Fickle(seed)
    url = server.add("/talk.mp3", fickle.reply)
    async with aiohttp.ClientSession() as session:
        for number in range(DOWNLOADS):
            desk, came = Desk(session, tmp_path / str(number)), None
            for _ in range(200):
                came = await tried(desk, url, fickle.chance, doubt=came is not None)
                there = desk.part.read_bytes() if desk.part.exists() else b""
                tag = (desk.known.etag or "").strip('"')
                if tag.isdigit():
                    assert fickle.versions[int(tag)].startswith(there)
                if came:
                    assert there in fickle.versions
                    break
            else:
                pytest.fail(f"nothing was confirmed: {desk.known}, {len(there)} bytes")

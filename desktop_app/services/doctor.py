"""Looks whether everything that Hearthside needs is there, and says it in words."""

from __future__ import annotations

import asyncio
import platform
import shutil
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.library import backup
from desktop_app.library.database import Library
from desktop_app.playback.choose import make_player
from desktop_app.services import jobs
from desktop_app.services.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from desktop_app.base.paths import Home

_LITTLE_ROOM = 500_000_000


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at; ``advice`` says what to do when it is not fine."""

    what: str
    fine: bool
    found: str
    advice: str = ""


async def examine(home: Home, environ: Mapping[str, str]) -> list[Check]:
    """Look at everything; one finding never keeps the next from being looked at."""

    async def sound() -> str:
        return await asyncio.to_thread(_sound, environ)

    async def folder() -> str:
        await asyncio.to_thread(home.prepare)
        return str(home.root)

    checks: list[tuple[str, Callable[[], Awaitable[str]]]] = [
        ("Python", _python),
        ("Home", folder),
        ("Library", lambda: _library(home)),
        ("Reader process", _worker),
        ("Sound", sound),
        ("Free space", lambda: _space(home)),
    ]
    return [await _check(what, look) for what, look in checks]


async def _check(what: str, look: Callable[[], Awaitable[str]]) -> Check:
    try:
        return Check(what, fine=True, found=await look())
    except KnownError as error:
        found = f"{error.what}: {error.why}" if error.why else error.what
        return Check(what, fine=False, found=found, advice=error.what_next)
    except OSError as error:
        return Check(what, fine=False, found=str(error), advice="Mend that first.")


async def _python() -> str:
    return f"{platform.python_version()} on {sys.platform}"


async def _library(home: Home) -> str:
    await (await Library.open(home, SystemClock())).close()
    if not await asyncio.to_thread(backup.is_whole, home.database):
        newest = backup.newest(home)
        advice = f'hearthside restore-backup "{newest}"' if newest else "There is no backup."
        raise KnownError("it is damaged", "", advice)
    return f"whole, {home.database.stat().st_size:,} bytes"


async def _worker() -> str:
    worker = Worker()
    try:
        starter = (jobs.STARTER / "feed.xml").read_bytes()
        feed = await worker.run(partial(jobs.read_starter, starter))
    finally:
        await worker.close()
    return f"reads ({len(feed.episodes)} built-in meditations)"


def _sound(environ: Mapping[str, str]) -> str:
    choice = environ.get("HEARTHSIDE_AUDIO", "auto")
    player, notice = make_player(choice, environ.get("HEARTHSIDE_VLC_ARGS", ""), None)
    player.close()
    if notice:
        raise KnownError(
            "libVLC was not found", "", "Install the packages libvlc5 and vlc-plugin-base."
        )
    return player.name


async def _space(home: Home) -> str:
    free = shutil.disk_usage(home.root).free
    if free < _LITTLE_ROOM:
        raise KnownError(f"{free:,} bytes are free", "", "Free some space.")
    return f"{free:,} bytes"

"""Writes what the person wants to keep elsewhere; runs in the engine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from desktop_app.services.core import Core


async def export_feeds(core: Core, path: str) -> None:
    """Write the subscriptions to ``path`` as OPML.

    Raises:
        KnownError: It cannot be written there.
    """
    data = await core.subscriptions.export_opml()
    try:
        await asyncio.to_thread(Path(path).write_bytes, data)
    except OSError as error:
        raise KnownError(
            tr("The subscriptions were not saved"),
            error.strerror or str(error),
            tr("Choose another folder."),
        ) from error


async def back_up(core: Core, path: str) -> None:
    """Write a copy of the library to ``path``.

    Raises:
        KnownError: It cannot be written there.
    """
    await core.backups.write(Path(path))

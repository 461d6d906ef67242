"""What a restoration leaves behind, put there without the work: a file, a row, and the news."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.library import restorations
from desktop_app.services.events import RestorationChanged
from desktop_app.services.restored_files import name_of
from tests.support.restoring import RESULT
from tests.support.shelf import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core


async def restore(core: Core, episode_id: int, sound: bytes) -> Path:
    """Let ``sound`` be what became of a talk's recording; return where it lies."""
    library = core.restoring._library
    await library.write(restorations.request, (episode_id,), NOW)
    standing = await library.read(restorations.of, episode_id)
    assert standing is not None
    name = name_of(episode_id, standing.size)
    path = core.home.restored / name
    path.write_bytes(sound)
    assert await library.write(restorations.finish, standing, name, RESULT)
    core.events.publish(RestorationChanged(episode_id))
    return path

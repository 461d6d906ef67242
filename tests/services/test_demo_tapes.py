"""The demo's restored tape is one as the app itself would have left it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.clock import SystemClock
from desktop_app.base.tape import RestorationState
from desktop_app.library import restorations
from desktop_app.library.database import Library
from desktop_app.services import demo_tapes
from desktop_app.services.core import open_core
from desktop_app.services.restored_files import name_of
from tests.support.shelf import NOW, add_feed, add_recording, add_talks, parsed

if TYPE_CHECKING:
    from desktop_app.base.paths import Home


async def test_a_tape_is_restored_as_far_as_anybody_can_tell(home: Home) -> None:
    home.prepare()
    library = await Library.open(home, SystemClock())
    try:
        feed = await add_feed(library)
        talk, elsewhere = await add_talks(library, feed, parsed(0), parsed(1))
        await add_recording(library, home, talk, b"sound" * 100)
        await demo_tapes.restore(library, home, talk, NOW)
        with pytest.raises(ValueError, match="not on this computer"):
            await demo_tapes.restore(library, home, elsewhere, NOW)
        assert await library.read(restorations.waiting) == ()
    finally:
        await library.close()
    async with open_core(home) as core:
        known = await core.restoring.state(talk)
        assert (known.possible, known.state, known.original) == (True, RestorationState.DONE, False)
        assert known.tape is not None
        assert known.result is not None
        assert max(known.result.waveform_before) < max(known.result.waveform)
        path = await core.restoring.file(talk)
    assert path == home.restored / name_of(talk, 500)
    assert path.read_bytes() == b"sound" * 100

"""What is begun outlives its process; two processes never work on the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.tape import RestorationState as State
from desktop_app.services.events import (
    EpisodesChanged,
)
from desktop_app.services.lock import ProcessLock
from tests.support.restoring import ENDLESS, recording

if TYPE_CHECKING:
    from tests.support.workshop import Workshop


async def test_the_command_line_restores_at_once_and_share_by_share(workshop: Workshop) -> None:
    one, bad, *_ = workshop.talks
    await workshop.add(one, recording(4))
    await workshop.add(bad, b"fails")
    shares = [share async for share in workshop.restoring.run(one)]
    assert shares == [0.0, 0.25, 0.5, 0.75, 1.0, 1.0]
    assert await workshop.restoring.file(one) is not None
    assert [share async for share in workshop.restoring.run(one)] == [1.0]
    with pytest.raises(KnownError, match="too short"):
        async for _ in workshop.restoring.run(bad):
            pass
    assert (await workshop.restoring.state(bad)).state is State.FAILED
    assert not workshop.restoring._bench._worker.running


async def test_what_the_command_line_breaks_off_goes_on_in_the_window(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording(ENDLESS))
    shares = workshop.restoring.run(one)
    async for share in shares:
        if share * ENDLESS >= 3:
            break
    await shares.aclose()  # type: ignore[attr-defined]
    assert workshop.pieces(one) == 3
    await workshop.begin()
    await workshop.until_state(one, State.WORKING, share=4 / ENDLESS)


async def test_two_processes_never_restore_at_once(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    await workshop.add(one, recording())
    await workshop.add(two, recording())
    other = ProcessLock(workshop.home.root / ".restoring")
    assert other.acquire()
    await workshop.restoring.request((one,))
    await workshop.begin()
    await workshop.restoring.finish()
    assert workshop.worked_on() == []
    with pytest.raises(KnownError, match="Only one Hearthside"):
        async for _ in workshop.restoring.run(two):
            pass
    assert (await workshop.restoring.state(two)).state is State.NONE
    await workshop.restoring.examine(two)
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(two)).tape is not None, "looking is no harm"
    other.release()
    workshop.events.publish(EpisodesChanged())
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(one)).state is State.DONE


async def test_it_goes_on_where_it_was_after_a_restart(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording(ENDLESS))
    await workshop.restoring.request((one,))
    await workshop.begin()
    await workshop.until_state(one, State.WORKING, share=2 / ENDLESS)
    await workshop.restoring.close()
    before = workshop.pieces(one)
    assert before >= 2
    workshop.restoring = workshop.make()
    await workshop.begin()
    await workshop.until_state(one, State.WORKING, share=before / ENDLESS)
    assert workshop.pieces(one) > before
    assert workshop.worked_on() == [one] * len(workshop.worked_on())

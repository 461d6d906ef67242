"""Tapes are restored in the background, one at a time, and never half."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.tape import Fault
from desktop_app.base.tape import RestorationState as State
from desktop_app.library import downloads, examinations, restorations
from tests.support.restoring import ENDLESS, RESULT, make_tape, recording

if TYPE_CHECKING:
    from tests.support.workshop import Workshop


async def test_a_talk_is_examined_when_its_page_asks(workshop: Workshop) -> None:
    good, fine, bad, remote, _ = workshop.talks
    await workshop.add(good, recording())
    await workshop.add(fine, recording(faults=False))
    await workshop.add(bad, b"broken")
    await workshop.begin(alone=False)
    for talk in (good, fine, bad, remote):
        await workshop.restoring.examine(talk)
    await workshop.restoring.finish()
    found = [await workshop.restoring.state(talk) for talk in workshop.talks]
    assert [each.possible for each in found] == [True, True, True, False, False]
    assert found[0].tape == make_tape(clipped=1.0)
    assert found[0].faults == (Fault.HISS, Fault.HUM)
    assert found[1].tape == make_tape(clipped=0.0)
    assert found[1].faults == ()
    assert (found[2].tape, found[2].state) == (None, State.NONE)
    assert "cannot be told" in found[2].problem
    assert found[3].problem == ""
    assert sorted(workshop.told) == [good, fine, bad]
    for talk in (good, fine, bad):
        await workshop.restoring.examine(talk)
    await workshop.restoring.finish()
    assert len(workshop.told) == 3, "each is examined once"
    with pytest.raises(KnownError, match="no longer in the library"):
        await workshop.restoring.examine(999)


async def test_what_is_asked_for_is_restored_in_order(workshop: Workshop) -> None:
    one, two, three, *_ = workshop.talks
    for talk in (one, two, three):
        await workshop.add(talk, recording(2))
    await workshop.restoring.request((three, one))
    await workshop.begin()
    await workshop.restoring.finish()
    assert workshop.worked_on() == [three, three, one, one]
    assert await workshop.states() == [State.DONE, State.NONE, State.DONE, State.NONE, State.NONE]
    done = await workshop.restoring.state(one)
    assert (done.share, done.result, done.waiting, done.original) == (1.0, RESULT, False, False)
    path = await workshop.restoring.file(one)
    assert path is not None
    assert path.read_bytes() == b"restored"
    assert path.parent == workshop.home.restored
    assert await workshop.restoring.file(two) is None
    assert not workshop.restoring._bench._worker.running, "idle, it takes no memory"
    await workshop.restoring.request((one,))
    await workshop.restoring.finish()
    assert len(workshop.worked_on()) == 4, "it is restored already"


async def test_what_is_not_here_cannot_be_restored(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    with pytest.raises(KnownError, match="not on this computer"):
        await workshop.restoring.request((one, two))
    with pytest.raises(KnownError, match="not on this computer"):
        async for _ in workshop.restoring.run(one):
            pass
    await workshop.add(two, recording())
    await workshop.restoring.request((one, two))
    assert (await workshop.states())[:2] == [State.NONE, State.QUEUED]


async def test_what_is_cancelled_leaves_nothing(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    await workshop.add(one, recording(ENDLESS))
    await workshop.add(two, recording(ENDLESS))
    await workshop.restoring.request((one, two))
    await workshop.begin()
    await workshop.until_state(one, State.WORKING)
    workshop.told.clear()
    await workshop.restoring.cancel(two)
    assert workshop.told == [two]
    await workshop.restoring.cancel(one)
    assert await workshop.states() == [State.NONE] * 5
    await workshop.restoring.finish()
    assert not (workshop.home.restored / "work" / str(one)).exists()
    assert workshop.files() == []
    assert (await workshop.restoring.state(one)).share == 0
    await workshop.restoring.request((one,))
    await workshop.until_state(one, State.WORKING)


async def test_failures_keep_their_words_until_it_is_tried_again(workshop: Workshop) -> None:
    bad, short, good, *_ = workshop.talks
    await workshop.add(bad, b"broken")
    await workshop.add(short, b"fails")
    await workshop.add(good, recording())
    await workshop.restoring.request((bad, short, good))
    await workshop.begin()
    await workshop.restoring.finish()
    assert (await workshop.states())[:3] == [State.FAILED, State.FAILED, State.DONE]
    assert "there is no sound in it" in (await workshop.restoring.state(bad)).problem
    assert "it is too short" in (await workshop.restoring.state(short)).problem
    assert not (workshop.home.restored / "work" / str(short)).exists()
    (workshop.home.audio / f"Tapes/{short}.mp3").write_bytes(b"tape!")
    await workshop.restoring.request((short,))
    await workshop.restoring.finish()
    done = await workshop.restoring.state(short)
    assert (done.state, done.problem) == (State.DONE, "")
    await workshop.restoring.cancel(bad)
    assert (await workshop.restoring.state(bad)).state is State.NONE


async def test_either_recording_can_be_chosen_and_the_new_one_removed(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording())
    await workshop.restoring.request((one,))
    await workshop.begin()
    await workshop.restoring.finish()
    workshop.told.clear()
    await workshop.restoring.choose(one, original=True)
    assert await workshop.restoring.file(one) is None
    assert (await workshop.restoring.state(one)).original
    await workshop.restoring.choose(one, original=False)
    assert await workshop.restoring.file(one) is not None
    await workshop.library.write(downloads.lose, one)
    assert await workshop.restoring.file(one) is None, "without its original it is not played"
    await workshop.add(one, recording())
    await workshop.restoring.remove(one)
    assert workshop.told == [one] * 3
    assert await workshop.restoring.file(one) is None
    assert workshop.files() == []
    assert await workshop.states() == [State.NONE] * 5
    assert (workshop.home.audio / f"Tapes/{one}.mp3").is_file()
    await workshop.restoring.request((one,))
    await workshop.restoring.finish()
    assert await workshop.restoring.file(one) is not None


async def test_what_is_cancelled_ends_at_once_and_the_next_begins(workshop: Workshop) -> None:
    stuck, other, *_ = workshop.talks
    await workshop.add(stuck, b"stuck")
    await workshop.add(other, recording())
    await workshop.begin(alone=False)
    await workshop.restoring.request((stuck, other), now=True)
    begun = workshop.home.restored / "work" / str(stuck)
    while not begun.exists():
        await workshop.restoring.state(stuck)
    await workshop.restoring.cancel(stuck)
    assert not begun.exists()
    await workshop.restoring.finish()
    assert (await workshop.states())[:2] == [State.NONE, State.DONE]
    await workshop.restoring.request((stuck,))
    assert (await workshop.restoring.state(stuck)).waiting, "this time it may wait"


async def test_the_page_that_is_open_is_examined_first(workshop: Workshop) -> None:
    endless, other, *_ = workshop.talks
    await workshop.add(endless, b"endless")
    await workshop.add(other, recording())
    await workshop.begin(alone=False)
    await workshop.restoring.examine(endless)
    while workshop.restoring._bench.examining != endless:
        await workshop.restoring.state(endless)
    await workshop.restoring.examine(endless)
    await workshop.restoring.examine(other)
    while (await workshop.restoring.state(other)).tape is None:
        pass
    while workshop.restoring._bench.examining != endless:
        await workshop.restoring.state(endless)
    assert workshop.told == [other]


async def test_what_is_finished_when_nobody_wants_it_any_more_is_deleted(
    workshop: Workshop,
) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording())
    await workshop.library.write(examinations.store, one, len(recording()), make_tape())
    await workshop.restoring.request((one,))
    standing = await workshop.library.read(restorations.of, one)
    assert standing is not None
    await workshop.restoring.cancel(one)
    assert await workshop.restoring._bench.work_on(standing) == 1.0
    assert workshop.files() == []
    assert (await workshop.restoring.state(one)).state is State.NONE

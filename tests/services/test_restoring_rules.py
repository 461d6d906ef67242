"""What is restored unasked, and what is removed unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.tape import RestorationState as State
from desktop_app.library import downloads, restorations
from desktop_app.services.events import (
    EpisodesChanged,
    FeedsChanged,
)
from tests.support.restoring import ENDLESS, recording

if TYPE_CHECKING:
    from tests.support.workshop import Workshop


async def test_talks_of_a_feed_are_restored_unasked_if_that_helps(workshop: Workshop) -> None:
    bad, fine, broken, coming, _ = workshop.talks
    await workshop.add(bad, recording(2))
    await workshop.add(fine, recording(faults=False))
    await workshop.add(broken, b"broken")
    await workshop.begin()
    await workshop.restoring.finish()
    assert workshop.worked_on() == []
    await workshop.restoring.set_unasked(workshop.feed, on=True)
    await workshop.restoring.finish()
    assert await workshop.states() == [State.DONE, *[State.NONE] * 4]
    assert await workshop.library.read(restorations.unasked) is None, "all were looked at"
    await workshop.add(coming, recording())
    workshop.events.publish(EpisodesChanged(frozenset({coming})))
    await workshop.restoring.finish()
    assert workshop.worked_on() == [bad, bad, coming]
    await workshop.restoring.remove(coming)
    workshop.events.publish(EpisodesChanged())
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(coming)).state is State.NONE, (
        "the person wants it no more"
    )
    await workshop.restoring.request((fine,))
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(fine)).state is State.DONE


async def test_without_the_rule_what_it_queued_waits_no_more(workshop: Workshop) -> None:
    one, two, *_ = workshop.talks
    await workshop.add(one, recording())
    await workshop.add(two, recording(ENDLESS))
    await workshop.begin()
    await workshop.restoring.set_unasked(workshop.feed, on=True)
    await workshop.until_state(two, State.WORKING)
    await workshop.restoring.set_unasked(workshop.feed, on=False)
    await workshop.restoring.finish()
    assert await workshop.states() == [State.NONE] * 5
    assert not (workshop.home.restored / "work" / str(two)).exists()
    await workshop.restoring.set_unasked(workshop.feed, on=True)
    await workshop.until_state(two, State.WORKING)


async def test_a_file_that_was_deleted_elsewhere_can_be_made_anew(workshop: Workshop) -> None:
    one = workshop.talks[0]
    await workshop.add(one, recording())
    await workshop.restoring.request((one,))
    await workshop.begin()
    await workshop.restoring.finish()
    path = await workshop.restoring.file(one)
    assert path is not None
    path.unlink()
    assert await workshop.restoring.file(one) is None
    await workshop.restoring.request((one,))
    await workshop.restoring.finish()
    assert path.is_file()
    path.unlink()
    workshop.events.publish(EpisodesChanged())
    await workshop.restoring.finish()
    assert (await workshop.restoring.state(one)).state is State.NONE


async def test_what_was_made_goes_with_its_recording(workshop: Workshop) -> None:
    one, two, three, *_ = workshop.talks
    for talk in (one, two):
        await workshop.add(talk, recording())
    await workshop.add(three, recording(ENDLESS))
    await workshop.restoring.request((one, two, three))
    await workshop.begin()
    await workshop.until_state(three, State.WORKING)
    assert len(workshop.files()) == 2
    for talk in (one, three):
        await workshop.library.write(downloads.forget, talk)
    workshop.events.publish(EpisodesChanged(frozenset({one, three})))
    await workshop.restoring.finish()
    assert [name.split("-")[0] for name in workshop.files()] == [str(two)]
    assert not (workshop.home.restored / "work" / str(three)).exists()
    (workshop.home.restored / "mine.opus").write_bytes(b"the person's own")
    (workshop.home.restored / "9-99.opus").write_bytes(b"of a talk that is no more")
    workshop.events.publish(FeedsChanged())
    await workshop.restoring.finish()
    assert [name for name in workshop.files() if not name.startswith(f"{two}-")] == ["mine.opus"]

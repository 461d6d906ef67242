"""Two recordings of one talk: which of them sounds, and how one takes the place of the other."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.services.core import open_core
from desktop_app.services.events import PlayerChanged
from desktop_app.services.following import known_by_now
from desktop_app.services.levelling import Levelling
from desktop_app.services.recordings import Talk, stray
from tests.services.test_listening import playing, tapes
from tests.services.test_listening_habits import now
from tests.support.restored import restore
from tests.support.sound import save, speech_bytes, speech_like
from tests.support.waiting import until

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event

OPUS = speech_bytes(60, suffix=".opus")
ORIGINAL, RESTORED, ONLY_ONE = False, True, None


async def sounds(core: Core, restored: bool | None) -> None:
    """Wait until it plays, from that recording."""

    async def fits() -> bool:
        return await playing(core) and (await now(core)).restored is restored

    await until(core, fits)


def opened(core: Core) -> str | None:
    """Return the name of the file that the player has."""
    player = core.listening._table._deck.player
    assert player is not None
    source = player._source  # type: ignore[attr-defined]  # the silent player's own
    return None if source is None else Path(source.path).name


async def begun(core: Core, folder: Path, place: float = 30.0) -> Episode:
    """Play a tape of a minute from a place."""
    (tape,) = await tapes(core, folder / "tapes", 60)
    await core.listening.play(tape.id, place)
    await sounds(core, ONLY_ONE)
    return tape


async def test_a_restored_talk_plays_restored(home: Home, tmp_path: Path) -> None:
    async with open_core(home) as core:
        (tape,) = await tapes(core, tmp_path / "tapes", 60)
        path = await restore(core, tape.id, OPUS)
        await core.listening.play(tape.id, 20.0)
        await sounds(core, RESTORED)
        assert opened(core) == path.name
        assert (await now(core)).duration == pytest.approx(60, abs=0.2)
        await core.listening.pause()
    async with open_core(home) as core:
        await core.listening.load_last()
        assert (await now(core)).restored is RESTORED
        await core.restoring.choose(tape.id, original=True)
        await until(core, lambda: is_now(core, ORIGINAL))
        await core.listening.toggle()
        await sounds(core, ORIGINAL)
        assert opened(core) == "Tape 1.mp3"


async def is_now(core: Core, restored: bool | None) -> bool:
    return (await now(core)).restored is restored


async def test_what_is_restored_while_it_plays_goes_on_until_the_person_chooses(
    core: Core, tmp_path: Path
) -> None:
    tape = await begun(core, tmp_path)
    generation = core.listening._table.state.generation
    await restore(core, tape.id, OPUS)
    await until(core, lambda: is_now(core, ORIGINAL))
    await core.listening.seek(40.0)
    assert core.listening._table.state.generation == generation
    assert opened(core) == "Tape 1.mp3"
    await core.restoring.choose(tape.id, original=False)
    await sounds(core, RESTORED)
    assert opened(core) != "Tape 1.mp3"


async def test_the_other_one_goes_on_at_the_same_place_as_before(
    core: Core, tmp_path: Path
) -> None:
    tape = await begun(core, tmp_path)
    await core.listening.set_rate(1.5)
    await core.listening.set_sleep(30)
    await core.listening.play_for(20)
    other, *_ = await tapes(core, tmp_path / "others", 10, 10)
    await core.queue.add([other.id])
    await restore(core, tape.id, OPUS)
    left = (await now(core)).position_at(core.listening._table._clock.monotonic())
    for chosen in (RESTORED, ORIGINAL, RESTORED):
        await core.restoring.choose(tape.id, original=not chosen)
        await sounds(core, chosen)
    shown = await now(core)
    assert left <= shown.position < left + 2
    assert shown.rate == 1.5
    assert shown.sleep_minutes == 30
    assert shown.stretch is not None
    assert (await core.browsing.episode(other.id)).queued
    await core.listening.pause()
    (line,) = await core.places.history()
    assert line.begin == pytest.approx(30, abs=0.5), "it was heard on end"
    assert (await core.browsing.episode(tape.id)).position == pytest.approx(left, abs=3)


async def test_what_is_paused_stays_so_and_goes_on_without_a_rewind(
    core: Core, tmp_path: Path
) -> None:
    tape = await begun(core, tmp_path)
    path = await restore(core, tape.id, OPUS)
    await core.listening.pause()
    left = (await now(core)).position
    told: set[PlayStatus] = set()

    def hear(event: Event) -> None:
        if isinstance(event, PlayerChanged) and event.now is not None:
            told.add(event.now.status)

    core.events.listen(hear)
    await core.restoring.choose(tape.id, original=False)
    await until(core, lambda: is_now(core, RESTORED))
    await core.listening._tasks.finish()
    assert told == {PlayStatus.PAUSED}
    assert (await now(core)).position == left
    await core.listening.resume()
    await sounds(core, RESTORED)
    assert opened(core) == path.name
    assert (await now(core)).position == pytest.approx(left, abs=0.5)


async def test_a_pause_that_crosses_the_choice_holds(core: Core, tmp_path: Path) -> None:
    tape = await begun(core, tmp_path)
    await restore(core, tape.id, OPUS)
    await asyncio.gather(
        core.restoring.choose(tape.id, original=False),
        core.listening.seek(50.0),
        core.listening.pause(),
    )
    await until(core, lambda: is_now(core, RESTORED))
    await core.listening._tasks.finish()
    shown = await now(core)
    assert shown.status is PlayStatus.PAUSED
    assert shown.position == pytest.approx(50, abs=0.5)


async def test_of_many_quick_choices_the_last_one_counts(core: Core, tmp_path: Path) -> None:
    tape = await begun(core, tmp_path)
    await restore(core, tape.id, OPUS)
    for _ in range(5):
        await core.restoring.choose(tape.id, original=False)
        await core.restoring.choose(tape.id, original=True)
    await core.restoring.choose(tape.id, original=False)
    await core.listening._tasks.finish()
    await sounds(core, RESTORED)
    assert opened(core) != "Tape 1.mp3"
    generation = core.listening._table.state.generation
    await core.restoring.choose(tape.id, original=False)
    await core.listening._tasks.finish()
    assert core.listening._table.state.generation == generation, "it is that one already"


async def test_what_is_found_late_does_not_undo_a_later_choice(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = await begun(core, tmp_path)
    await restore(core, tape.id, OPUS)
    find, found, later = core.listening._recordings.playable, asyncio.Event(), asyncio.Event()

    async def found_late(episode_id: int, position: float | None = None) -> Talk:
        talk = await find(episode_id, position)
        if talk.restored is not None:
            found.set()
            await later.wait()
        return talk

    monkeypatch.setattr(core.listening._recordings, "playable", found_late)
    await core.restoring.choose(tape.id, original=False)
    await found.wait()
    await core.restoring.choose(tape.id, original=True)
    later.set()
    await core.listening._tasks.finish()
    assert opened(core) == "Tape 1.mp3"


async def test_what_is_removed_while_it_plays_gives_way_to_the_original(
    core: Core, tmp_path: Path
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await restore(core, tape.id, OPUS)
    await core.listening.play(tape.id, 30.0)
    await sounds(core, RESTORED)
    await core.restoring.remove(tape.id)
    await sounds(core, ONLY_ONE)
    assert opened(core) == "Tape 1.mp3"
    assert (await now(core)).position == pytest.approx(30, abs=2)


async def test_another_talk_than_the_one_that_lies_on_changes_nothing(
    core: Core, tmp_path: Path
) -> None:
    one, two = await tapes(core, tmp_path / "tapes", 60, 60)
    await restore(core, two.id, OPUS)
    await core.listening.play(one.id)
    await sounds(core, ONLY_ONE)
    generation = core.listening._table.state.generation
    await core.restoring.choose(two.id, original=True)
    await core.listening._tasks.finish()
    assert core.listening._table.state.generation == generation


async def test_what_has_ended_stands_at_its_beginning_as_the_other_one(
    core: Core, tmp_path: Path
) -> None:
    tape = await begun(core, tmp_path, 59.0)
    await restore(core, tape.id, OPUS)
    await core.listening.until_over()
    await core.listening._tasks.finish()
    await core.restoring.choose(tape.id, original=False)
    await until(core, lambda: is_now(core, RESTORED))
    assert ((await now(core)).status, (await now(core)).position) == (PlayStatus.PAUSED, 0.0)
    assert (await core.browsing.episode(tape.id)).heard
    await core.listening.toggle()
    await sounds(core, RESTORED)


async def test_a_restored_tape_plays_without_its_stick(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await restore(core, tape.id, OPUS)
    (tmp_path / "tapes" / "Tape 1.mp3").unlink()
    await core.listening.play(tape.id)
    await sounds(core, RESTORED)


async def test_what_is_restored_is_as_loud_as_it_should_be(core: Core, tmp_path: Path) -> None:
    save(tmp_path / "tapes" / "Faint.mp3", speech_like(20, level_db=-30))
    feed = await core.subscriptions.add(str(tmp_path / "tapes"))
    (one,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
    tape = one.id
    await core.measuring.measure(tape)
    await core.measuring.finish()
    levelling = Levelling(core.measuring, core.settings)
    assert await levelling.gain(await core.listening._recordings.playable(tape)) > 3
    await restore(core, tape, OPUS)
    assert await levelling.gain(await core.listening._recordings.playable(tape)) == 0


def laid(restored: str | None = None, *, original: bool = False) -> Talk:
    return replace(
        stray("/tapes/One.mp3"), restored=Path(restored) if restored else None, original=original
    )


@pytest.mark.parametrize(
    ("talk", "found", "is_open", "expected"),
    [
        (laid(), laid(), True, laid()),
        (laid(), laid("/a.opus"), True, laid(original=True)),
        (laid(), laid("/a.opus"), False, laid("/a.opus")),
        (laid(), laid(original=True), True, laid(original=True)),
        (laid("/a.opus"), laid("/a.opus"), True, laid("/a.opus")),
        (laid("/a.opus"), laid(), False, laid()),
        (laid(original=True), laid(), True, laid()),
    ],
)
def test_news_do_not_change_what_is_open(
    talk: Talk, found: Talk, is_open: bool, expected: Talk
) -> None:
    assert known_by_now(talk, found, opened=is_open) == expected


def test_a_restored_recording_is_opened_as_what_it_is() -> None:
    talk = laid("/home/restored/7-123.opus")
    talk = replace(talk, episode=replace(talk.episode, type="audio/mpeg", duration=60.0))
    source = talk.source(3)
    assert (source.path, source.mp3, source.duration) == ("/home/restored/7-123.opus", False, 60.0)
    assert talk.whole
    assert not talk.streams
    streamed = replace(talk, episode=replace(talk.episode, file=None, url="https://a.org/One.mp3"))
    assert streamed.whole
    assert streamed.source(3).url is None

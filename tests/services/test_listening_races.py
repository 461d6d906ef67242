"""Wishes that cross: with each other, with an end, with what is being opened or brought back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import Episode, FeedKind, PlayStatus
from desktop_app.playback.player import Ended
from desktop_app.services import breaks
from desktop_app.services.core import open_core
from desktop_app.services.recordings import Talk
from tests.services.test_listening import playing, tapes
from tests.services.test_listening_habits import now, streamed
from tests.support.server import Reply, Server, static
from tests.support.sound import speech_bytes
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core


async def lost(core: Core) -> bool:
    return "connection was lost" in (await now(core)).problem


async def test_what_was_asked_for_is_not_replaced_by_what_was_left_last(
    core: Core, tmp_path: Path
) -> None:
    """A file that is opened with the app may sound before the last place is read."""
    one, two = await tapes(core, tmp_path / "tapes", 60, 60)
    await core.places.save(one.id, 30.0)
    assert two.file is not None
    await core.listening.play_file(two.file)
    await core.listening.load_last()
    assert (await now(core)).episode.id == 0
    await until(core, lambda: playing(core))


async def test_a_pause_also_holds_for_what_is_being_opened(core: Core, tmp_path: Path) -> None:
    (one,) = await tapes(core, tmp_path / "tapes", 60)
    opening = asyncio.create_task(core.listening.play(one.id))
    await asyncio.sleep(0)
    await core.listening.pause()
    await opening
    assert await core.listening.now() is None


async def test_falling_asleep_between_two_talks_begins_no_other(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = await tapes(core, tmp_path / "tapes", 4, 60)
    await core.queue.add([two.id])
    find, slept = core.listening._recordings.playable, asyncio.Event()

    async def found_late(episode_id: int, position: float | None = None) -> Talk:
        talk = await find(episode_id, position)
        if episode_id == two.id:
            await core.listening._sleep._pause()
            slept.set()
        return talk

    monkeypatch.setattr(core.listening._recordings, "playable", found_late)
    await core.listening.play(one.id, 3.0)
    await slept.wait()
    await core.listening._tasks.finish()
    assert (await now(core)).episode.id == one.id
    assert (await core.browsing.episode(one.id)).heard
    assert (await core.browsing.episode(two.id)).queued


async def test_a_place_chosen_in_a_heard_talk_is_kept_at_once(core: Core, tmp_path: Path) -> None:
    (one,) = await tapes(core, tmp_path / "tapes", 60)
    await core.places.mark_heard(one.id, heard=True)
    await core.listening.play(one.id, 40.0)
    await until(core, lambda: playing(core))
    await core.listening._tasks.finish()
    after = await core.browsing.episode(one.id)
    assert not after.heard
    assert after.position == pytest.approx(40, abs=1)


async def test_a_talk_that_is_played_again_after_its_end_has_a_place_again(
    home: Home, tmp_path: Path
) -> None:
    async with open_core(home) as core:
        (one,) = await tapes(core, tmp_path / "tapes", 30)
        await core.listening.play(one.id, 29.0)
        await core.listening.until_over()
        assert (await core.browsing.episode(one.id)).heard
        await core.listening.toggle()
        await until(core, lambda: playing(core))
        await core.listening._tasks.finish()
        await core.listening.seek(12.0)
        await core.listening.pause()
        times = [(round(one.begin), round(one.until)) for one in await core.places.history()]
        assert times == [(0, 12), (29, 30)]
    async with open_core(home) as core:
        await core.listening.load_last()
        assert (await now(core)).position == pytest.approx(12, abs=1)


async def test_seeking_while_it_is_opened(home: Home, tmp_path: Path) -> None:
    """The first start of the sound takes a second or two: the person may not wait for it."""
    async with open_core(home) as core:
        (one,) = await tapes(core, tmp_path / "tapes", 60)
        await core.places.save(one.id, 30.0)
    async with open_core(home) as core:
        await core.listening.load_last()
        await asyncio.gather(core.listening.resume(), core.listening.seek(50.0))
        await until(core, lambda: playing(core))
        assert (await now(core)).position == pytest.approx(50, abs=1)


@pytest.fixture
def aloud(monkeypatch: pytest.MonkeyPatch) -> None:
    """Play through libVLC, which alone notices what a server does."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")


@pytest.mark.usefixtures("aloud")
async def test_seeking_while_the_connection_is_lost(core: Core) -> None:
    sound = speech_bytes(6)
    with Server() as server:
        torn = replace(static(sound), cut_after=len(sound) // 2)
        talk = await streamed(core, server, torn, static(sound), length="600")
        await core.listening.play(talk.id)
        await until(core, lambda: lost(core))
        await core.listening.seek(1.0)
        await until(core, lambda: playing(core))
        assert (await now(core)).position == pytest.approx(1, abs=1)
        (line,) = await core.places.history()
        await core.listening.seek(5.0)
        await core.listening.pause()
        (line,) = await core.places.history()
        assert line.until == pytest.approx(5, abs=0.5), "the history goes on behind a break"


@pytest.mark.usefixtures("aloud")
async def test_what_left_the_library_while_its_connection_was_lost_is_given_up(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(breaks, "LONGEST_PAUSE", 0.2)
    sound = speech_bytes(6)
    with Server() as server:
        torn = replace(static(sound), cut_after=len(sound) // 2)
        talk = await streamed(core, server, torn, Reply(503), length="600")
        await core.listening.play(talk.id)
        await until(core, lambda: lost(core))
        await core.queue._library.write(lambda rows: list(rows.execute("DELETE FROM episodes")))
        await core.listening._sequel.over.wait()
        await core.listening._tasks.finish()
        assert (await now(core)).status is PlayStatus.FAILED


async def test_what_the_player_says_while_it_is_closed_is_not_told(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[PlayStatus] = []

    def hear(event: object) -> None:
        if (player := getattr(event, "now", None)) is not None:
            told.append(player.status)

    async with open_core(home) as core:
        (one,) = await tapes(core, tmp_path / "tapes", 60)
        await core.listening.play(one.id, 57.0)
        await until(core, lambda: playing(core))
        deck = core.listening._table._deck
        assert deck.player is not None
        close = deck.player.close

        def close_late() -> None:
            deck._hear(Ended(core.listening._table.state.generation))
            close()

        monkeypatch.setattr(deck.player, "close", close_late)
        core.events.listen(hear)
    assert PlayStatus.ENDED not in told


@pytest.mark.parametrize(
    ("name", "mp3"),
    [("Why me? Part 2.mp3", True), ("ONE.MP3", True), ("one.m4a", False), ("a.mp3?x.m4a", False)],
)
def test_a_file_is_known_by_the_whole_of_its_name(name: str, mp3: bool) -> None:
    talk = Talk(Episode(0, 0, "", "One", FeedKind.TALKS, file=f"/tapes/{name}"))
    assert talk.source(1).mp3 is mp3


def test_an_address_is_known_by_its_path() -> None:
    talk = Talk(Episode(0, 0, "", "One", FeedKind.TALKS, url="https://a.org/One.mp3?b=c.m4a"))
    assert talk.source(1).mp3

"""Listening as people do: each feed at its own speed, in bed, at meetings, on a bad line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.listening import Marked
from desktop_app.base.model import Bookmark, DownloadState, Episode, EpisodeQuery, PlayStatus
from desktop_app.base.shelves import Fact
from desktop_app.library import feeds
from desktop_app.services import timers
from desktop_app.services.breaks import FEW_BREAKS, LONGEST_PAUSE, MOST_BREAKS, pause_before
from desktop_app.services.core import open_core
from desktop_app.services.events import FeedsChanged
from desktop_app.services.places import markdown
from tests.services.test_downloading import subscribe
from tests.services.test_listening import playing, tapes
from tests.support import pod
from tests.support.clock import HandClock
from tests.support.server import Gate, Reply, Server, static
from tests.support.shelf import NOW
from tests.support.sound import speech_bytes
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import NowPlaying


async def now(core: Core) -> NowPlaying:
    found = await core.listening.now()
    assert found is not None
    return found


async def test_each_feed_has_its_own_speed(home: Home, tmp_path: Path) -> None:
    async with open_core(home) as core:
        (slow,) = await tapes(core, tmp_path / "slow", 30)
        (other,) = await tapes(core, tmp_path / "other", 30)
        await core.listening.play(slow.id)
        told: list[object] = []
        core.events.listen(told.append)
        await core.listening.set_rate(0.8)
        assert FeedsChanged() in told
        await core.listening.play(other.id)
        assert (await now(core)).rate == 1.0
    async with open_core(home) as core:
        await core.listening.play(slow.id)
        assert (await now(core)).rate == 0.8
        assert (await core.browsing.detail(slow.id)).speed == 0.8
        await core.settings.change(speed=1.5)
        await core.listening.play(other.id)
        assert (await now(core)).rate == 1.5


@pytest.mark.parametrize(
    ("opening", "position", "heard", "begins"),
    [
        (20, 0, False, 20),
        (20, 30, False, 27),
        (20, 30, True, 20),
        (0, 0, False, 0),
        (90, 0, False, 0),
    ],
)
async def test_the_opening_is_skipped_once(
    core: Core, tmp_path: Path, opening: float, position: float, heard: bool, begins: float
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    library = core.places._library
    await library.write(feeds.set_opening, tape.feed_id, opening)
    await core.places.save(tape.id, position)
    if heard:
        await core.places.mark_heard(tape.id, heard=True)
    await core.listening.play(tape.id)
    assert (await now(core)).position == begins
    await core.listening.previous()
    assert (await now(core)).position == 0


async def test_the_sound_ends_with_the_talk(core: Core, tmp_path: Path) -> None:
    one, two = await tapes(core, tmp_path / "tapes", 4, 30)
    await core.queue.add([two.id])
    await core.listening.play(one.id, 3.0)
    await core.listening.set_sleep(None, with_talk=True)
    assert (await now(core)).sleep_with_talk
    await core.listening.until_over()
    assert (await now(core)).episode.id == one.id
    assert not (await now(core)).sleep_with_talk
    assert (await core.browsing.episode(one.id)).heard
    assert (await core.browsing.episode(two.id)).queued


async def test_where_the_timer_was_set_is_found_again(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    assert (await core.browsing.detail(tape.id)).asleep is None
    await core.listening.play(tape.id, 20.0)
    await core.listening.set_sleep(30)
    await core.listening.seek(50.0)
    await core.listening.set_sleep(None)
    assert (await core.browsing.detail(tape.id)).asleep == pytest.approx(20, abs=1)


async def test_more_time_while_it_fades(home: Home, tmp_path: Path) -> None:
    clock = HandClock()
    async with open_core(home, clock=clock) as core:
        (tape,) = await tapes(core, tmp_path / "tapes", 60)
        await core.listening.play(tape.id)
        await core.listening.sleep_later()
        assert (await now(core)).sleep_at is None
        await core.listening.set_sleep(10)
        assert not (await now(core)).sleep_fading
        clock.advance(9 * 60 + 30)
        assert (await now(core)).sleep_fading
        await core.listening.sleep_later()
        later = await now(core)
        assert not later.sleep_fading
        assert later.sleep_at == clock.monotonic() + 15 * 60


async def test_so_many_minutes_of_playing_for_a_meeting(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await core.listening.play_for(1)
    await core.listening.play(tape.id)
    await until(core, lambda: playing(core))
    await core.listening.pause()
    left = (await now(core)).stretch
    assert left is not None
    assert 55 < left <= 60
    core.listening._stretch.left = 0.2  # a minute is long for a test
    await core.listening.resume()

    async def stands_still() -> bool:
        found = await now(core)
        return found.status is PlayStatus.PAUSED and found.stretch is None

    await until(core, stands_still)


async def test_a_stretch_counts_only_what_sounds() -> None:
    clock = HandClock()
    stretch = timers.Stretch(clock, _nothing, lambda: None)
    stretch.start(10, sounding=True)
    clock.advance(60)
    stretch.sounding(on=False)
    clock.advance(600)
    stretch.sounding(on=True)
    clock.advance(30)
    stretch.sounding(on=False)
    assert stretch.left == 10 * 60 - 90
    stretch.start(None, sounding=True)
    assert stretch.left is None


async def _nothing() -> None:
    pass


async def test_the_history_tells_what_was_heard_from_where_to_where(
    core: Core, tmp_path: Path
) -> None:
    one, two = await tapes(core, tmp_path / "tapes", 60, 4)
    await core.listening.play(one.id, 10.0)
    await until(core, lambda: playing(core))
    await core.listening.seek(40.0)
    await core.listening.play(two.id, 3.0)
    await core.listening.until_over()
    last, first = await core.places.history()
    assert (last.episode.title, first.episode.title) == (two.title, one.title)
    assert first.begin == pytest.approx(10, abs=1)
    assert first.until == pytest.approx(40, abs=1)
    assert last.until == pytest.approx(4, abs=0.5)
    await core.places.clear_history()
    assert await core.places.history() == ()
    assert (await core.browsing.episode(two.id)).heard


async def test_bookmarks_can_be_edited_and_taken_along(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await core.places.bookmark(tape.id, 31.0, "first *words*")
    (mark,) = (await core.browsing.detail(tape.id)).bookmarks
    await core.places.edit_bookmark(mark.id, tape.id, "better words")
    text = await core.places.bookmarks_as_markdown()
    assert text == f"# Bookmarks\n\n## {tape.title}\n\n*tapes*\n\n- **0:31** better words\n"


def test_markdown_of_bookmarks() -> None:
    one, two = Episode(7, 1, "Feed", "A [talk]"), Episode(8, 1, "Feed", "Another")
    marks = [
        Marked(Bookmark(1, 7, 3725.0, "two\nlines # and *stars*", NOW), one),
        Marked(Bookmark(2, 7, 3800.5, "", NOW), one),
        Marked(Bookmark(3, 8, 5.0, "x", NOW), two),
    ]
    assert markdown(marks) == (
        "# Bookmarks\n\n## A \\[talk\\]\n\n*Feed*\n\n"
        "- **1:02:05** two lines \\# and \\*stars\\*\n- **1:03:20**\n\n"
        "## Another\n\n*Feed*\n\n- **0:05** x\n"
    )
    assert markdown([]) == "# Bookmarks\n"


@pytest.mark.parametrize(
    ("count", "sounded", "ended", "pause"),
    [
        (0, True, False, 1),
        (3, True, False, 8),
        (9, True, False, LONGEST_PAUSE),
        (MOST_BREAKS - 1, True, False, LONGEST_PAUSE),
        (MOST_BREAKS, True, False, None),
        (FEW_BREAKS - 1, False, False, 2),
        (FEW_BREAKS, False, False, None),
        (FEW_BREAKS, True, True, None),
    ],
)
def test_how_often_a_lost_sound_is_brought_back(
    count: int, sounded: bool, ended: bool, pause: float | None
) -> None:
    assert pause_before(count, sounded=sounded, ended=ended) == pause


async def streamed(core: Core, server: Server, *replies: Reply, length: str) -> Episode:
    """Subscribe to one talk of so many seconds, as the feed says."""
    pod.serve(server, "tapes", 1, b"")
    server.add("/tapes/0.mp3", *replies)
    body = pod.feed("Tapes", [pod.item(1, url=server.url("/tapes/0.mp3"))])
    space = "http://www.itunes.com/dtds/podcast-1.0.dtd"
    duration = f'<d:duration xmlns:d="{space}">{length}</d:duration><enclosure'.encode()
    server.add("/tapes.xml", Reply(body=body.replace(b"<enclosure", duration)))
    await core.subscriptions.add(server.url("/tapes.xml"))
    (talk,) = (await core.browsing.page(EpisodeQuery(), 0, 9)).episodes
    return talk


async def test_a_lost_connection_goes_on_where_it_was(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")
    sound = speech_bytes(20)
    with Server() as server:
        torn = replace(static(sound), cut_after=len(sound) // 2)
        talk = await streamed(core, server, torn, Reply(503), static(sound), length="20")
        await core.listening.set_rate(3.0)
        states: list[tuple[PlayStatus, str]] = []

        def hear(event: object) -> None:
            player = getattr(event, "now", None)
            if player is not None:
                states.append((player.status, player.problem))

        core.events.listen(hear)
        await core.listening.play(talk.id)
        await core.listening.until_over()
    assert (await core.browsing.episode(talk.id)).heard
    assert any(
        status is PlayStatus.BUFFERING and "connection was lost" in why for status, why in states
    )


async def test_pausing_while_the_connection_is_lost_brings_nothing_back(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")
    sound = speech_bytes(6)
    with Server() as server:
        torn = replace(static(sound), cut_after=len(sound) // 2)
        talk = await streamed(core, server, torn, static(sound), length="600")
        await core.listening.play(talk.id)

        async def lost() -> bool:
            return "connection was lost" in (await now(core)).problem

        await until(core, lost)
        await core.listening.pause()
        assert (await now(core)).status is PlayStatus.PAUSED
        assert core.listening._sequel._returning is None
        await core.listening.resume()
        await until(core, lambda: playing(core))


async def test_what_is_being_downloaded_plays_from_what_is_there(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")
    sound = speech_bytes(60)
    gate = Gate()
    with Server() as server:
        (talk,) = await subscribe(core, server, sound, 1)
        held = replace(static(sound), gate=gate, gate_after=300_000)
        server.add("/tapes/0.mp3", held)
        await core.downloading.request((talk.id,))

        async def enough() -> bool:
            parts = list(core.home.audio.rglob("*.part"))
            return bool(parts) and parts[0].stat().st_size >= 300_000

        await until(core, enough)
        await core.listening.play(talk.id)
        await until(core, lambda: playing(core))
        assert len(server.asked("/tapes/0.mp3")) == 1
        gate.set()

        async def there() -> bool:
            return (await core.browsing.episode(talk.id)).state is DownloadState.DOWNLOADED

        await until(core, there)
        assert (await now(core)).status is PlayStatus.PLAYING
        assert len(server.asked("/tapes/0.mp3")) == 1


async def test_asking_for_a_stretch_begins_to_play(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await core.listening.play(tape.id)
    await until(core, lambda: playing(core))
    await core.listening.pause()

    await core.listening.play_for(None)
    assert (await now(core)).status is PlayStatus.PAUSED
    await core.listening.play_for(1)
    await until(core, lambda: playing(core))
    assert (await now(core)).stretch is not None


async def test_what_plays_is_called_as_it_was_corrected(core: Core, tmp_path: Path) -> None:
    one, _other = await tapes(core, tmp_path / "tapes", 30, 30)
    await core.listening.play(one.id)
    await core.correcting.correct((one.id,), {Fact.SPEAKERS: ("Bob D.",)})

    async def called() -> bool:
        return (await now(core)).episode.speakers == ("Bob D.",)

    await until(core, called)

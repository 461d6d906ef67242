"""Listening over the null player: what plays, what is kept, what comes next."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.services.core import open_core
from desktop_app.services.events import Notice
from desktop_app.services.timers import share
from tests.support import pod
from tests.support.server import Reply, Server
from tests.support.sound import speech_bytes, speech_mp3
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core


async def tapes(core: Core, folder: Path, *seconds: float) -> list[Episode]:
    for number, length in enumerate(seconds, 1):
        speech_mp3(folder / f"Tape {number}.mp3", length)
    feed = await core.subscriptions.add(str(folder))
    return list((await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 99)).episodes)


async def status(core: Core) -> PlayStatus | None:
    now = await core.listening.now()
    return None if now is None else now.status


async def playing(core: Core) -> bool:
    return await status(core) is PlayStatus.PLAYING


async def test_the_place_survives_a_restart(home: Home, tmp_path: Path) -> None:
    async with open_core(home) as core:
        (tape,) = await tapes(core, tmp_path / "tapes", 60)
        await core.listening.play(tape.id)
        await until(core, lambda: playing(core))
        await core.listening.seek(40.0)
        await core.listening.pause()
        kept = (await core.browsing.episode(tape.id)).position
        assert kept == pytest.approx(40, abs=1)
    async with open_core(home) as core:
        await core.listening.load_last()
        now = await core.listening.now()
        assert now is not None
        assert (now.episode.id, now.status) == (tape.id, PlayStatus.PAUSED)
        assert now.position == pytest.approx(kept, abs=0.1)
        await core.listening.toggle()
        await until(core, lambda: playing(core))
        now = await core.listening.now()
        assert now is not None
        assert now.position == pytest.approx(kept - 3, abs=1)


async def test_leaving_while_it_plays_keeps_the_place(home: Home, tmp_path: Path) -> None:
    async with open_core(home) as core:
        (tape,) = await tapes(core, tmp_path / "tapes", 60)
        await core.listening.play(tape.id, 30.0)
        await until(core, lambda: playing(core))
    async with open_core(home) as core:
        assert (await core.browsing.episode(tape.id)).position == pytest.approx(30, abs=2)


async def test_the_end_marks_it_heard_and_the_queue_goes_on(core: Core, tmp_path: Path) -> None:
    one, two, _three = await tapes(core, tmp_path / "tapes", 4, 30, 4)
    await core.queue.add([two.id])
    await core.listening.play(one.id, 3.0)

    async def second_plays() -> bool:
        now = await core.listening.now()
        sounds = now is not None and now.episode.id == two.id and now.status is PlayStatus.PLAYING
        return sounds and not (await core.browsing.episode(two.id)).queued

    await until(core, second_plays)
    assert (await core.browsing.episode(one.id)).heard


async def test_a_heard_talk_begins_anew(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    await core.places.mark_heard(tape.id, heard=True)
    await core.listening.play(tape.id)
    now = await core.listening.now()
    assert now is not None
    assert now.position == 0


async def test_bookmarks_keep_the_present_place(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await core.listening.play(tape.id, 20.0)
    await core.listening.pause()
    await core.listening.bookmark("worth hearing again")
    (mark,) = (await core.browsing.detail(tape.id)).bookmarks
    assert mark.note == "worth hearing again"
    assert mark.position == pytest.approx(20, abs=1)
    await core.places.remove_bookmark(mark.id, tape.id)
    assert (await core.browsing.detail(tape.id)).bookmarks == ()


async def test_a_missing_file_is_told(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 5)
    (tmp_path / "tapes" / "Tape 1.mp3").unlink()
    with pytest.raises(KnownError, match="connect that"):
        await core.listening.play(tape.id)
    assert (await core.browsing.episode(tape.id)).state == "downloaded"
    speech_mp3(tmp_path / "tapes" / "Tape 1.mp3", 5)
    await core.listening.play(tape.id)
    await until(core, lambda: playing(core))


async def test_speed_and_volume_are_remembered(home: Home, tmp_path: Path) -> None:
    async with open_core(home) as core:
        await core.listening.set_rate(1.5)
        await core.listening.set_volume(0.4)
    async with open_core(home) as core:
        (tape,) = await tapes(core, tmp_path / "tapes", 30)
        await core.listening.play(tape.id)
        now = await core.listening.now()
        assert now is not None
        assert now.rate == 1.5
        assert now.volume == pytest.approx(0.4)


async def test_a_file_of_no_library_plays_and_leaves_no_trace(core: Core, tmp_path: Path) -> None:
    path = speech_mp3(tmp_path / "loose.mp3", 2)
    await core.listening.play_file(str(path))
    await core.listening.until_over()
    assert (await core.browsing.page(EpisodeQuery(), 0, 9)).total == 0


async def test_a_file_that_cannot_be_played_is_told(core: Core, tmp_path: Path) -> None:
    path = tmp_path / "broken.mp3"
    path.write_bytes(b"<html>" * 100)
    await core.listening.play_file(str(path))
    with pytest.raises(KnownError, match="broken"):
        await core.listening.until_over()


@pytest.mark.parametrize(
    ("left", "expected"), [(600, 1.0), (60, 1.0), (30, 0.5), (15, 0.25), (0, 0.0), (-5, 0.0)]
)
def test_the_fade_takes_the_last_minute(left: float, expected: float) -> None:
    assert share(left) == pytest.approx(expected)


async def test_the_sleep_timer_pauses(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 30)
    await core.listening.play(tape.id)
    await until(core, lambda: playing(core))
    await core.listening.set_sleep(0)

    async def paused() -> bool:
        now = await core.listening.now()
        return now is not None and now.status is PlayStatus.PAUSED and now.sleep_at is None

    await until(core, paused)


async def test_sleep_can_be_called_off(core: Core) -> None:
    await core.listening.set_sleep(30)
    await core.listening.set_sleep(None)
    assert await core.listening.now() is None


async def test_a_talk_marked_as_heard_stays_so(core: Core, tmp_path: Path) -> None:
    one, two, _ = await tapes(core, tmp_path / "tapes", 60, 60, 60)
    await core.listening.play(one.id, 30.0)
    await core.listening.pause()
    await core.places.mark_heard(one.id, heard=True)
    await core.listening.play(two.id)
    assert (await core.browsing.episode(one.id)).heard


async def test_the_last_wish_wins(core: Core, tmp_path: Path) -> None:
    one, two, three = await tapes(core, tmp_path / "tapes", 60, 60, 60)
    await asyncio.gather(
        core.listening.play(one.id), core.listening.load_last(), core.listening.play(three.id)
    )
    now = await core.listening.now()
    assert now is not None
    assert now.episode.id == three.id
    await until(core, lambda: playing(core))
    assert two.id != three.id


async def test_a_talk_that_leaves_the_library_does_not_stop_listening(
    core: Core, tmp_path: Path
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    other = speech_mp3(tmp_path / "other" / "Other.mp3", 60)
    feed = await core.subscriptions.add(str(other.parent))
    (kept,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
    await core.listening.play(tape.id, 20.0)
    await until(core, lambda: playing(core))
    await core.subscriptions.remove(tape.feed_id)
    await core.listening.pause()
    await core.listening.play(kept.id)
    await until(core, lambda: playing(core))


async def test_what_cannot_be_played_does_not_stop_the_queue(core: Core, tmp_path: Path) -> None:
    one, two, three = await tapes(core, tmp_path / "tapes", 4, 30, 30)
    (tmp_path / "tapes" / "Tape 2.mp3").unlink()
    notices: list[str] = []
    core.events.listen(lambda e: notices.append(e.text) if isinstance(e, Notice) else None)
    await core.queue.add([two.id, three.id])
    await core.listening.play(one.id, 3.0)

    async def third_plays() -> bool:
        now = await core.listening.now()
        return now is not None and now.episode.id == three.id

    await until(core, third_plays)
    assert any("Tape 2" in text for text in notices)


async def test_a_stream_that_breaks_off_keeps_its_place(
    core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The feed says an hour; after four seconds the stream is over."""
    monkeypatch.setenv("HEARTHSIDE_AUDIO", "vlc")
    monkeypatch.setenv("HEARTHSIDE_VLC_ARGS", "--aout=dummy")
    with Server() as server:
        url = pod.serve(server, "tapes", 1, speech_bytes(4))
        body = pod.feed("Tapes", [pod.item(1, url=server.url("/tapes/0.mp3"))])
        space = "http://www.itunes.com/dtds/podcast-1.0.dtd"
        duration = f'<d:duration xmlns:d="{space}">3600</d:duration><enclosure'.encode()
        server.add("/tapes.xml", Reply(body=body.replace(b"<enclosure", duration)))
        feed = await core.subscriptions.add(url)
        (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
        assert talk.duration == 3600
        await core.listening.play(talk.id)
        with pytest.raises(KnownError, match="cannot be played on"):
            await core.listening.until_over()
    kept = await core.browsing.episode(talk.id)
    assert not kept.heard
    assert kept.position == pytest.approx(4, abs=1.5)


async def test_what_does_not_sound_stays_in_the_queue_and_keeps_its_place(
    core: Core, tmp_path: Path
) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await core.places.save(tape.id, 30.0)
    await core.queue.add([tape.id])
    (tmp_path / "tapes" / "Tape 1.mp3").write_bytes(b"<html>" * 500)
    await core.listening.play(tape.id)
    with pytest.raises(KnownError):
        await core.listening.until_over()
    after = await core.browsing.episode(tape.id)
    assert after.queued
    assert after.position == 30.0


async def test_what_sounds_leaves_the_queue(core: Core, tmp_path: Path) -> None:
    (tape,) = await tapes(core, tmp_path / "tapes", 60)
    await core.queue.add([tape.id])
    await core.places.mark_heard(tape.id, heard=True)
    await core.listening.play(tape.id)

    async def begun() -> bool:
        episode = await core.browsing.episode(tape.id)
        return not episode.queued and not episode.heard

    await until(core, begun)

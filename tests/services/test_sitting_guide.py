"""A sitting that holds a talk, over the null player."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio

from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.base.sittings import Guided, Preset
from desktop_app.services.events import Notice, SittingChanged
from tests.support import pod
from tests.support.server import Reply
from tests.support.sound import speech_bytes
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.model import Episode
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


@pytest_asyncio.fixture
async def talk(core: Core, tmp_path: Path) -> Episode:
    """A meditation of two seconds in a folder of the person's own."""
    folder = tmp_path / "tapes"
    folder.mkdir()
    (folder / "Rest.mp3").write_bytes(speech_bytes(2))
    await core.subscriptions.add(str(folder))
    page = await core.browsing.page(EpisodeQuery(), 0, 5)
    (episode,) = page.episodes
    return episode


async def _ended(core: Core) -> bool:
    current = await core.sitting.current()
    return current is not None and current.ended


async def _is_heard(core: Core, episode_id: int) -> bool:
    return (await core.browsing.episode(episode_id)).heard


async def test_the_talk_sounds_after_settling_in_and_is_heard_at_its_end(
    core: Core, talk: Episode
) -> None:
    guided = Guided(talk.id, talk.title, talk.duration)
    await core.sitting.begin(Preset("Guided", length=1, settle=0.5, bell=None, guided=guided))
    current = await core.sitting.current()
    assert current is not None
    assert current.total == pytest.approx(2.5, abs=0.2)
    await until(core, partial(_ended, core))
    (sitting,) = await core.sittings.recent()
    assert sitting.sat == pytest.approx(2, abs=0.2)


@pytest.mark.parametrize("said", [0.3, 900.0, None])
async def test_the_end_bell_comes_after_the_talk_whatever_was_said_of_its_length(
    core: Core, talk: Episode, said: float | None
) -> None:
    guided = Guided(talk.id, talk.title, said)
    await core.sitting.begin(Preset("Guided", length=1, bell=None, guided=guided))
    current = await core.sitting.current()
    assert current is not None
    assert current.total == pytest.approx(2, abs=0.2)
    await core.sitting.end(keep=False)


async def test_silence_follows_a_talk_that_is_shorter(core: Core, talk: Episode) -> None:
    guided = Guided(talk.id, talk.title, talk.duration)
    await core.sitting.begin(Preset("Guided", length=600, bell=None, guided=guided))
    await until(core, partial(_is_heard, core, talk.id))
    assert not await _ended(core)
    await core.sitting.end(keep=False)


async def test_no_end_bell_rings_into_a_talk_whose_length_nobody_counted(
    core: Core, server: Server, sound: bytes
) -> None:
    server.add("/talk.mp3", Reply(body=sound))
    body = pod.feed("Calm", [pod.item(1, url=server.url("/talk.mp3"))])
    server.add("/feed.xml", Reply(body=body))
    feed = await core.subscriptions.add(server.url("/feed.xml"))
    (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
    moved: list[float] = []
    core.events.listen(
        lambda event: (
            moved.append(event.running.total)
            if isinstance(event, SittingChanged) and event.running
            else None
        )
    )
    await core.sitting.begin(Preset("Guided", 0.5, bell=None, guided=Guided(talk.id, "", None)))

    async def moved_twice() -> bool:
        return len(set(moved)) > 2

    await until(core, moved_twice)
    assert not await _ended(core)
    assert moved == sorted(moved)
    await core.sitting.end(keep=False)


async def test_a_talk_that_is_gone_is_told_and_the_sitting_goes_on(
    core: Core, talk: Episode
) -> None:
    heard: list[Event] = []
    core.events.listen(heard.append)
    await core.sitting.begin(Preset("Guided", 600, bell=None, guided=Guided(999, "Gone", None)))
    assert not await _ended(core)
    assert any(isinstance(each, Notice) for each in heard)
    await core.sitting.end(keep=False)


async def test_what_played_is_paused_and_can_go_on(core: Core, talk: Episode) -> None:
    await core.listening.play(talk.id)
    await core.sitting.begin(Preset("Quiet", 600, bell=None))
    now = await core.listening.now()
    assert now is not None
    assert now.status is PlayStatus.PAUSED
    current = await core.sitting.current()
    assert current is not None
    assert current.before == "Rest"
    await core.sitting.end(keep=False)
    await core.listening.resume()
    now = await core.listening.now()
    assert now is not None
    assert now.status is not PlayStatus.PAUSED

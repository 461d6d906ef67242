"""A publisher's chapters: asked for once, and worth less than the file's own."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Chapter
from desktop_app.library import chapters as rows
from desktop_app.services.events import EpisodesChanged
from tests.services.besides import CHAPTERS, VTT, chapters_at, feed, named, subscribe
from tests.support.fetched import fetch_all
from tests.support.server import Gate, Reply, static
from tests.support.sound import speech_bytes, tone_mp3
from tests.support.waiting import until

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

FOUND = (Chapter(0.0, "Opening"), Chapter(5.5, "Step six"))


async def chapters_of(core: Core, talk: int) -> tuple[Chapter, ...]:
    return (await core.browsing.detail(talk)).chapters


async def test_they_are_asked_for_once_and_told(core: Core, server: Server) -> None:
    server.add("/chapters.json", Reply(body=CHAPTERS))
    talk = await subscribe(core, server, chapters_at(server))
    await core.indexing.finish()
    told: list[Event] = []
    core.events.listen(told.append)
    assert await core.chapters.fetch(talk)
    assert not await core.chapters.fetch(talk)
    assert not await core.chapters.fetch(999)
    assert await chapters_of(core, talk) == FOUND
    assert told == [EpisodesChanged(frozenset({talk}))]
    assert len(server.asked("/chapters.json")) == 1


@pytest.mark.parametrize(
    "reply", [Reply(404), Reply(410), Reply(body=b"<html>"), Reply(body=b'{"chapters": []}')]
)
async def test_what_is_not_there_is_not_asked_for_again(
    core: Core, server: Server, reply: Reply
) -> None:
    server.add("/chapters.json", reply)
    talk = await subscribe(core, server, chapters_at(server))
    assert [await core.chapters.fetch(talk) for _ in range(2)] == [False, False]
    assert len(server.asked("/chapters.json")) == 1


async def test_a_trouble_of_today_is_none_tomorrow(core: Core, server: Server) -> None:
    server.add("/chapters.json", Reply(503), Reply(body=CHAPTERS))
    talk = await subscribe(core, server, chapters_at(server))
    with pytest.raises(KnownError, match="The chapters did not come"):
        await core.chapters.fetch(talk)
    assert await core.chapters.fetch(talk)


async def test_those_that_there_are_stay(core: Core, server: Server) -> None:
    talk = await subscribe(core, server, chapters_at(server))
    own = (Chapter(1.0, "From the file"),)
    library = core.covers._library
    await library.write(rows.replace, talk, own)
    assert not await core.chapters.fetch(talk)
    assert await chapters_of(core, talk) == own
    assert not server.asked("/chapters.json")


async def test_a_files_own_that_came_meanwhile_are_worth_more(core: Core, server: Server) -> None:
    gate = Gate()
    server.add("/chapters.json", Reply(body=CHAPTERS, gate=gate))
    talk = await subscribe(core, server, chapters_at(server))
    fetching = asyncio.create_task(core.chapters.fetch(talk))
    await asyncio.to_thread(server.wait_for, "/chapters.json")
    own = (Chapter(1.0, "From the file"),)
    await core.covers._library.write(rows.replace, talk, own)
    gate.set()
    assert not await fetching
    assert await chapters_of(core, talk) == own


async def test_another_address_is_asked_though_the_one_before_had_none(
    core: Core, server: Server
) -> None:
    talk = await subscribe(core, server, chapters_at(server))
    assert not await core.chapters.fetch(talk)
    server.add("/new.json", Reply(body=CHAPTERS))
    server.add(
        "/feed.xml", Reply(body=feed(server.url("/1.mp3"), chapters_at(server, "/new.json")))
    )
    await core.refresh.refresh()
    assert await core.chapters.fetch(talk)


async def test_a_file_without_chapters_leaves_the_publishers(
    core: Core, server: Server, tmp_path: Path
) -> None:
    server.add("/1.mp3", static(tone_mp3(tmp_path / "1.mp3", 2).read_bytes()))
    server.add("/chapters.json", Reply(body=CHAPTERS))
    talk = await subscribe(core, server, chapters_at(server))
    await core.chapters.fetch(talk)
    await fetch_all(core, (talk,))
    assert await chapters_of(core, talk) == FOUND


async def test_with_a_downloaded_talk_come_transcript_and_chapters(
    core: Core, server: Server, tmp_path: Path
) -> None:
    server.add("/1.mp3", static(tone_mp3(tmp_path / "1.mp3", 2).read_bytes()))
    server.add("/chapters.json", Reply(body=CHAPTERS))
    server.add("/1.vtt", Reply(body=VTT))
    talk = await subscribe(core, server, chapters_at(server), named(server, "/1.vtt"))
    await core.companions.start()
    core.events.publish(EpisodesChanged(frozenset({talk})))
    await core.companions.finish()
    assert not server.asked("/1.vtt")
    await fetch_all(core, (talk,))

    async def here() -> bool:
        return bool((await core.transcripts.offer(talk)).lines)

    await until(core, here)
    assert await chapters_of(core, talk) == FOUND
    await core.companions.close()


async def test_what_does_not_come_is_left_alone(core: Core, server: Server, tmp_path: Path) -> None:
    server.add("/1.mp3", static(tone_mp3(tmp_path / "1.mp3", 2).read_bytes()))
    talk = await subscribe(core, server, chapters_at(server), named(server, "/1.vtt"))
    await core.companions.start()
    await fetch_all(core, (talk,))
    core.events.publish(EpisodesChanged(frozenset({talk})))
    await core.companions.finish()
    core.events.publish(EpisodesChanged(frozenset({talk})))
    await core.companions.finish()
    await core.companions.close()
    core.events.publish(EpisodesChanged(frozenset({talk})))
    assert len(server.asked("/1.vtt")) == len(server.asked("/chapters.json")) == 1


async def test_those_that_come_while_it_plays_are_shown(core: Core, server: Server) -> None:
    server.add("/1.mp3", static(speech_bytes(20)))
    server.add("/chapters.json", Reply(body=CHAPTERS))
    talk = await subscribe(core, server, chapters_at(server))
    await core.listening.play(talk)

    async def shown() -> bool:
        now = await core.listening.now()
        return now is not None and now.chapters == FOUND

    assert not await shown()
    await core.chapters.fetch(talk)
    await until(core, shown)

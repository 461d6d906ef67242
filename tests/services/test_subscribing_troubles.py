"""Subscriptions in bad company: hanging servers, removed feeds, bugs, sticks that come and go."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.library import downloads
from desktop_app.services import jobs
from desktop_app.services.events import RefreshProgress
from tests.support import pod
from tests.support.server import Gate, Reply, redirect, static
from tests.support.sound import speech_mp3

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from desktop_app.base.model import Episode, Feed
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server

_RSS = {"Content-Type": "application/rss+xml"}


async def everything(core: Core, query: EpisodeQuery | None = None) -> list[Episode]:
    return list((await core.browsing.page(query or EpisodeQuery(), 0, 99)).episodes)


async def held(core: Core, server: Server, gate: Gate, path: str = "/held.xml") -> Feed:
    """Return a feed from an import, never read; its body stops half-way until the gate opens."""
    body = pod.feed("Held", [pod.item(number) for number in range(3)])
    server.add(path, Reply(body=body, headers=_RSS, gate=gate, gate_after=100))
    report = await core.subscriptions.add_entries([CatalogueEntry("Held", "", server.url(path))])
    return report.added[0]


@pytest.mark.parametrize("kept", [False, True])
async def test_a_feed_that_is_removed_while_its_refresh_hangs(
    core: Core, server: Server, sound: bytes, *, kept: bool
) -> None:
    gate = Gate()
    feed = await held(core, server, gate)
    await core.subscriptions.add(pod.serve(server, "other", 1, sound))
    favorite = None
    if kept:
        gate.set()
        await core.refresh.refresh((feed.id,))
        (favorite, *_) = await everything(core, EpisodeQuery(feed_id=feed.id))
        await core.favorites.mark(favorite.id)
        gate.clear()
        changed = pod.feed("Held", [pod.item(number) for number in range(9)])
        reply = Reply(body=changed, headers=_RSS, gate=gate, gate_after=100)
        server.add("/held.xml", reply)
    heard: list[Event] = []
    core.events.listen(heard.append)
    before = len(server.asked("/held.xml"))
    refreshing = asyncio.create_task(core.refresh.refresh())
    await asyncio.to_thread(server.wait_for, "/held.xml", before + 1)
    await core.subscriptions.remove(feed.id)
    gate.set()
    outcomes = await refreshing
    assert [(each.title, each.error, each.new) for each in outcomes] == [
        ("Held", None, 0),
        ("Other", None, 0),
    ]
    steps = [(each.done, each.total) for each in heard if isinstance(each, RefreshProgress)]
    assert steps == [(0, 2), (1, 2), (2, 2)]
    assert [each.title for each in await core.browsing.feeds()] == ["Other"]
    left = {each.id for each in await everything(core) if each.feed == "Held"}
    assert left == ({favorite.id} if favorite else set())
    assert await core.browsing.problems() == ()


async def test_a_removed_feed_does_not_fill_the_next_one(core: Core, server: Server) -> None:
    gate = Gate()
    wrong = await held(core, server, gate)
    refreshing = asyncio.create_task(core.refresh.refresh())
    await asyncio.to_thread(server.wait_for, "/held.xml")
    await core.subscriptions.remove(wrong.id)
    entry = CatalogueEntry("Right", "", server.url("/right.xml"))
    (right,) = (await core.subscriptions.add_entries([entry])).added
    assert right.id == wrong.id
    gate.set()
    await refreshing
    assert await everything(core) == []


async def test_a_removed_feed_that_fails_is_no_trouble(core: Core, server: Server) -> None:
    gate = Gate()
    feed = await held(core, server, gate)
    server.add("/held.xml", Reply(body=b"no feed at all", gate=gate, gate_after=1))
    refreshing = asyncio.create_task(core.refresh.refresh())
    await asyncio.to_thread(server.wait_for, "/held.xml")
    await core.subscriptions.remove(feed.id)
    gate.set()
    assert [each.error for each in await refreshing] == [None]
    assert await core.browsing.problems() == ()


async def test_a_bug_in_one_feed_ends_none_of_the_others(
    core: Core, server: Server, sound: bytes
) -> None:
    one, _ = [await core.subscriptions.add(pod.serve(server, n, 1, sound)) for n in ("one", "two")]
    for name in ("one", "two"):
        pod.serve(server, name, 2, sound, etag='"2"')
    await core.browsing._library.write(
        lambda connection: connection.execute(
            f"CREATE TRIGGER bug BEFORE INSERT ON episodes WHEN new.feed_id = {one.id}"
            " BEGIN SELECT RAISE(ABORT, 'a bug'); END"
        )
    )
    seen: list[dict[str, Any]] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: seen.append(context))
    outcomes = await core.refresh.refresh()
    assert [each.new for each in outcomes] == [0, 1]
    assert str(outcomes[0].error).startswith("Could not refresh One: Hearthside made a mistake")
    assert [str(each["exception"]) for each in seen] == ["a bug"]
    assert [each.what for each in await core.browsing.problems()] == ["Could not refresh One"]


async def test_validators_that_are_no_text_are_left_out(core: Core, server: Server) -> None:
    body = pod.feed("Odd", [pod.item(0)])
    head = (
        b'HTTP/1.1 200 OK\r\nETag: "caf\xe9"\r\nLast-Modified: Mon\xff\r\n'
        b"Content-Type: application/rss+xml\r\nConnection: close\r\n\r\n"
    )
    server.add("/odd.xml", Reply(raw=head + body))
    feed = await core.subscriptions.add(server.url("/odd.xml"))
    assert feed.episodes == 1
    server.add("/odd.xml", Reply(raw=head + pod.feed("Odd", [pod.item(0), pod.item(1)])))
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (1, None)
    assert "if-none-match" not in server.requests[-1].headers
    assert "if-modified-since" not in server.requests[-1].headers


async def test_removing_a_feed_ends_its_downloads(core: Core, server: Server, sound: bytes) -> None:
    gate = Gate()
    feed = await core.subscriptions.add(pod.serve(server, "tapes", 4, sound))
    other = await core.subscriptions.add(pod.serve(server, "other", 1, sound))
    for number in range(4):
        held_back = Reply(body=sound, headers={"Content-Type": "audio/mpeg"}, gate=gate)
        server.add(f"/tapes/{number}.mp3", held_back, static(sound))
    await core.settings.change(parallel_downloads=1)
    ids = [each.id for each in await everything(core, EpisodeQuery(feed_id=feed.id))]
    (elsewhere,) = await everything(core, EpisodeQuery(feed_id=other.id))
    await core.favorites.mark(ids[0])
    await core.favorites.mark(ids[1])
    await core.downloading.request((*ids, elsewhere.id))
    await asyncio.to_thread(server.wait_for, "/tapes/3.mp3")
    await core.subscriptions.remove(feed.id)
    gate.set()
    states = {each.id: each.state for each in await everything(core)}
    assert states.pop(elsewhere.id) is not DownloadState.REMOTE
    assert states == {ids[0]: DownloadState.REMOTE, ids[1]: DownloadState.REMOTE}
    assert len([each for each in server.requests if each.path.startswith("/tapes/")]) <= 1
    left = [path.name for path in (core.home.audio).rglob("*") if path.is_file()]
    assert not [name for name in left if "Talk 3" in name]


async def test_a_new_starter_reaches_those_who_were_welcomed(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    await core.subscriptions.add_starter()
    await core.settings.change(welcomed=True)
    (feed,) = await core.browsing.feeds()
    before = len(await everything(core))
    newer = (jobs.STARTER / "feed.xml").read_bytes().replace(b"Three quiet", b"Three calm")
    (tmp_path / "feed.xml").write_bytes(newer)
    monkeypatch.setattr(jobs, "STARTER", tmp_path)
    await core.subscriptions.add_starter()
    after = await everything(core, EpisodeQuery(feed_id=feed.id))
    assert (len(after), after[0].title) == (before, "Three calm minutes")


async def test_a_stick_that_comes_back(core: Core, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "away"
    for name in ("Tape 1", "Tape 2"):
        speech_mp3(stick / f"{name}.mp3", 1)
    feed = await core.subscriptions.add(str(stick))
    one, two = await everything(core)
    stick.rename(away)
    (outcome,) = await core.refresh.refresh()
    assert outcome.error is not None
    for each in (one, two):
        await core.browsing._library.write(downloads.forget, each.id)
    away.rename(stick)
    (stick / "Tape 2.mp3").unlink()
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (0, None)
    found = {each.id: each for each in await everything(core, EpisodeQuery(feed_id=feed.id))}
    assert (found[one.id].state, found[one.id].file) == (DownloadState.DOWNLOADED, one.file)
    assert found[two.id].state is DownloadState.REMOTE


async def test_a_feed_that_moves_onto_another_becomes_part_of_it(
    core: Core, server: Server, sound: bytes
) -> None:
    await core.subscriptions.add(pod.serve(server, "old", 2, sound))
    new = await core.subscriptions.add(pod.serve(server, "new", 2, sound, etag='"n"'))
    server.add("/old.xml", redirect("/new.xml", 301))
    outcomes = await core.refresh.refresh()
    assert [each.error for each in outcomes] == [None, None]
    urls = {each.id: each.url for each in await core.browsing.feeds()}
    assert urls == {new.id: server.url("/new.xml")}
    assert len(await everything(core)) == 2
    assert await core.browsing.problems() == ()

"""A recording counts as there only when it is all there, and as gone only when it is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.downloads import tracking
from desktop_app.library import downloads
from desktop_app.services.core import open_core
from tests.services.test_downloading import state_of, subscribe
from tests.services.test_downloading_faults import file_of, files_in, library_of
from tests.support.fetched import fetch_all
from tests.support.server import Reply, static

if TYPE_CHECKING:
    import sqlite3

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from tests.support.server import Server

pytestmark = pytest.mark.usefixtures("soon_again")


async def told(core: Core, size: int | None, duration: float | None = None) -> None:
    """Let the feed say so of all talks."""

    def write(connection: sqlite3.Connection) -> None:
        connection.execute("UPDATE episodes SET size = ?, duration = ?", (size, duration))

    await library_of(core).write(write)


def half(sound: bytes) -> Reply:
    """Return the first half, sent as if it were all, by a server that knows no ranges."""
    return replace(static(sound[: len(sound) // 2], etag=None), ranges=False)


async def lost(core: Core) -> list[int]:
    page = await core.browsing.page(EpisodeQuery(lost=True), 0, 99)
    return [each.id for each in page.episodes]


async def test_half_a_recording_is_not_taken_for_the_whole(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await told(core, len(sound), 10)
    server.add("/tapes/0.mp3", half(sound))
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is not None
    assert await state_of(core, episode) is DownloadState.FAILED
    assert files_in(core.home) == ["2020-01-01 Bob D. - Talk 0.mp3.part"]
    server.add("/tapes/0.mp3", static(sound))
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None
    assert (await file_of(core, episode)).read_bytes() == sound
    assert await core.downloading.doubted() == frozenset()


async def test_what_the_server_knows_more_of_is_asked_for_at_once(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await told(core, len(sound), 10)
    short = replace(static(sound), length=len(sound) // 2, cut_after=len(sound) // 2)
    server.add("/tapes/0.mp3", short, static(sound))
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None
    assert (await file_of(core, episode)).read_bytes() == sound
    assert [("range" in each.headers) for each in server.asked("/tapes/0.mp3")] == [False, True]


async def test_what_came_can_be_kept_all_the_same(core: Core, server: Server, sound: bytes) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    await told(core, len(sound), 10)
    server.add("/tapes/0.mp3", half(sound))
    await fetch_all(core, (episode.id,))
    assert await core.downloading.doubted() == {episode.id}
    assert len(await core.browsing.problems()) == 1
    await core.downloading.keep_anyway(episode.id)
    assert (await file_of(core, episode)).read_bytes() == sound[: len(sound) // 2]
    assert await core.browsing.problems() == ()
    assert await core.downloading.doubted() == frozenset()


async def test_there_must_be_something_to_keep(core: Core, server: Server, sound: bytes) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    server.add("/tapes/0.mp3", Reply(404))
    await fetch_all(core, (episode.id,))
    with pytest.raises(KnownError, match="nothing to keep"):
        await core.downloading.keep_anyway(episode.id)
    assert await state_of(core, episode) is DownloadState.FAILED


async def test_stale_words_of_a_feed_keep_no_good_recording_away(
    core: Core, server: Server, sound: bytes
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    for size, duration in ((3 * len(sound), 10), (1, None), (0, 0), (None, 11)):
        await told(core, size, duration)
        (result,) = await fetch_all(core, (episode.id,))
        assert result.error is None, (size, duration)
        await core.downloading.remove_file(episode.id)


async def fetched(core: Core, server: Server, sound: bytes, count: int) -> list[Episode]:
    talks = await subscribe(core, server, sound, count)
    await fetch_all(core, [talk.id for talk in talks])
    return talks


async def test_a_file_that_was_taken_away_is_noticed_and_comes_back_with_one_click(
    core: Core, server: Server, sound: bytes
) -> None:
    first, second = await fetched(core, server, sound, 2)
    path = await file_of(core, first)
    path.unlink()
    await core.downloading.look()
    assert await lost(core) == [first.id]
    assert await state_of(core, first) is DownloadState.REMOTE
    assert (await file_of(core, second)).read_bytes() == sound
    await fetch_all(core, (first.id,))
    assert await file_of(core, first) == path
    assert path.read_bytes() == sound
    assert await lost(core) == []


async def test_a_file_that_was_given_other_tags_is_still_the_recording(
    core: Core, server: Server, sound: bytes
) -> None:
    first, second = await fetched(core, server, sound, 2)
    path, damaged = await file_of(core, first), await file_of(core, second)
    path.write_bytes(sound + b"TAG" + b"Surrender".ljust(125, b"\0"))
    damaged.write_bytes(sound[: len(sound) // 2])
    await core.downloading.look()
    assert await file_of(core, first) == path
    assert (await core.browsing.episode(first.id)).size == len(sound) + 128
    assert await lost(core) == [second.id]
    assert damaged.stat().st_size == len(sound) // 2


async def test_a_file_that_is_put_back_is_there_again(
    core: Core, server: Server, sound: bytes
) -> None:
    first, _ = await fetched(core, server, sound, 2)
    path = await file_of(core, first)
    away = path.rename(core.home.root / "away.mp3")
    await core.downloading.look()
    away.rename(path)
    await core.downloading.look()
    assert await file_of(core, first) == path
    assert await lost(core) == []


async def test_the_only_recording_on_a_disk_that_is_away_is_known_again(
    home: Home, server: Server, sound: bytes
) -> None:
    async with open_core(home) as core:
        (talk,) = await fetched(core, server, sound, 1)
        path = await file_of(core, talk)
    elsewhere = path.parent.rename(home.root / "elsewhere")
    async with open_core(home) as core:
        await core.downloading.start()
        assert await lost(core) == [talk.id]
    elsewhere.rename(path.parent)
    async with open_core(home) as core:
        await core.downloading.start()
        assert await file_of(core, talk) == path
        assert await lost(core) == []


async def test_what_is_lost_can_be_forgotten(core: Core, server: Server, sound: bytes) -> None:
    first, second = await fetched(core, server, sound, 2)
    (await file_of(core, first)).unlink()
    await core.downloading.look()
    await core.downloading.dismiss_lost((first.id, second.id))
    assert await lost(core) == []
    assert (await file_of(core, second)).read_bytes() == sound
    await core.downloading.look()
    assert await lost(core) == []


async def test_what_the_person_removes_is_not_lost(
    core: Core, server: Server, sound: bytes
) -> None:
    first, _ = await fetched(core, server, sound, 2)
    await core.downloading.remove_file(first.id)
    await core.downloading.look()
    assert await lost(core) == []
    assert await library_of(core).read(downloads.one, first.id) is None


async def test_a_removal_that_was_broken_off_loses_nothing(
    home: Home, server: Server, sound: bytes
) -> None:
    async with open_core(home) as core:
        first, _ = await fetched(core, server, sound, 2)
        path = await file_of(core, first)
        await library_of(core).write(_remove_the_row_only, first.id)
    async with open_core(home) as core:
        await core.downloading.start()
        assert await file_of(core, first) == path


def _remove_the_row_only(connection: sqlite3.Connection, episode_id: int) -> None:
    connection.execute("UPDATE downloads SET state = 'remote' WHERE episode_id = ?", (episode_id,))


@pytest.mark.parametrize(
    ("plain", "asked"),
    [
        (None, {"plain": 1, "tracked": 0}),
        (Reply(404), {"plain": 1, "tracked": 1}),
        (static(b"<html>no</html>" * 99), {"plain": 1, "tracked": 1}),
    ],
)
async def test_a_server_that_only_counts_is_passed_by_where_the_recording_answers(
    core: Core,
    server: Server,
    sound: bytes,
    monkeypatch: pytest.MonkeyPatch,
    plain: Reply | None,
    asked: dict[str, int],
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    address = server.add("/plain.mp3", plain or static(sound))
    monkeypatch.setattr(
        tracking, "plain", lambda url: address if url.endswith("/tapes/0.mp3") else None
    )
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None
    assert (await file_of(core, episode)).read_bytes() == sound
    paths = {"plain": "/plain.mp3", "tracked": "/tapes/0.mp3"}
    assert {name: len(server.asked(path)) for name, path in paths.items()} == asked


async def test_a_break_in_mid_recording_does_not_lead_back_to_who_counts(
    core: Core, server: Server, sound: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (episode,) = await subscribe(core, server, sound, 1)
    torn = replace(static(sound), cut_after=len(sound) // 2)
    address = server.add("/plain.mp3", torn, static(sound))
    monkeypatch.setattr(tracking, "plain", lambda _url: address)
    (result,) = await fetch_all(core, (episode.id,))
    assert result.error is None
    assert server.asked("/tapes/0.mp3") == []
    assert len(server.asked("/plain.mp3")) == 2

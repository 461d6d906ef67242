"""A folder of tapes while its owner tidies it: everything kept, nothing written there."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.services.core import open_core
from tests.support.sound import tone_bytes, tone_mp3

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.model import Episode, Feed
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core

HERE, AWAY = DownloadState.DOWNLOADED, DownloadState.REMOTE


def make(root: Path, *names: str) -> Path:
    """Write a tape of its own sound for each name."""
    for number, name in enumerate(names):
        tone_mp3(root / name, 1, 300 + 50 * number)
    return root


async def tapes(core: Core, feed: Feed) -> list[Episode]:
    return list((await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 99)).episodes)


async def told(core: Core, feed: Feed) -> list[tuple[str, DownloadState]]:
    return [(each.title, each.state) for each in await tapes(core, feed)]


async def test_moved_and_renamed_tapes_are_known_again(core: Core, tmp_path: Path) -> None:
    root = make(tmp_path / "tapes", "old/Bob.mp3", "old/Mary.mp3", "Sam.mp3")
    feed = await core.subscriptions.add(str(root))
    before = {each.title: each.id for each in await tapes(core, feed)}
    for episode_id in before.values():
        await core.favorites.mark(episode_id)
        await core.places.save(episode_id, 0.5)
    (root / "old").rename(root / "new")
    (root / "Sam.mp3").rename(root / "new" / "Samuel.mp3")
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.new, outcome.changed) == (0, 3)
    after = await tapes(core, feed)
    assert {each.title: each.id for each in after} == {
        "Bob": before["Bob"], "Mary": before["Mary"], "Samuel": before["Sam"],
    }  # fmt: skip
    assert all(each.favorite and each.position == 0.5 and each.state is HERE for each in after)
    assert {each.file for each in after} == {str(each) for each in (root / "new").iterdir()}


async def test_a_missing_tape_stays_and_comes_back(core: Core, tmp_path: Path) -> None:
    root = make(tmp_path / "tapes", "Bob.mp3", "Mary.mp3")
    feed = await core.subscriptions.add(str(root))
    bob = (await tapes(core, feed))[0].id
    await core.places.bookmark(bob, 0.5, "this")
    (root / "Bob.mp3").rename(tmp_path / "Bob.mp3")
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.error, outcome.new) == (None, 0)
    assert await told(core, feed) == [("Bob", AWAY), ("Mary", HERE)]
    await core.downloading.request((bob,))
    assert (await core.browsing.episode(bob)).state is AWAY
    with pytest.raises(KnownError, match=r"not where it was: .*Bob\.mp3"):
        await core.listening.play(bob)
    assert [each.note for each in (await core.browsing.detail(bob)).bookmarks] == ["this"]
    (tmp_path / "Bob.mp3").rename(root / "Bob.mp3")
    await core.listening.play(bob)
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert outcome.new == 0
    assert await told(core, feed) == [("Bob", HERE), ("Mary", HERE)]


@pytest.mark.parametrize("mount_point_stays", [True, False])
async def test_a_stick_that_is_pulled_out(
    core: Core, tmp_path: Path, *, mount_point_stays: bool
) -> None:
    root = make(tmp_path / "stick", "Bob.mp3", "Mary.mp3")
    feed = await core.subscriptions.add(str(root))
    root.rename(tmp_path / "pocket")
    if mount_point_stays:
        root.mkdir()
    for _ in range(2):
        (outcome,) = await core.refresh.refresh((feed.id,))
        assert outcome.error is not None
        assert "connect it and refresh" in outcome.error.what_next
    (problem,) = await core.browsing.problems()
    assert problem.feed_id == feed.id
    assert await told(core, feed) == [("Bob", AWAY), ("Mary", AWAY)]
    if mount_point_stays:
        root.rmdir()
    (tmp_path / "pocket").rename(root)
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.error, outcome.new, outcome.changed) == (None, 0, 0)
    assert await core.browsing.problems() == ()
    assert await told(core, feed) == [("Bob", HERE), ("Mary", HERE)]


async def test_a_part_of_the_folder_that_cannot_be_read(core: Core, tmp_path: Path) -> None:
    """As when a network drive goes while it is read: that part is missing, and nobody's fault."""
    root = make(tmp_path / "tapes", "Bob.mp3", "more/Mary.mp3")
    feed = await core.subscriptions.add(str(root))
    (root / "more").rename(tmp_path / "away")
    (root / "more").symlink_to("x" * 300)
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert outcome.error is None
    assert await told(core, feed) == [("Bob", HERE), ("Mary", AWAY)]
    (root / "more").unlink()
    (tmp_path / "away").rename(root / "more")
    await core.refresh.refresh((feed.id,))
    assert await told(core, feed) == [("Bob", HERE), ("Mary", HERE)]


async def test_reconciling_at_the_start_leaves_tapes_alone(home: Home, tmp_path: Path) -> None:
    root = make(tmp_path / "tapes", "Bob.mp3")
    async with open_core(home) as core:
        feed = await core.subscriptions.add(str(root))
    root.rename(tmp_path / "away")
    async with open_core(home) as core:
        await core.downloading.start()
        assert await told(core, feed) == [("Bob", HERE)]
    (tmp_path / "away").rename(root)
    async with open_core(home) as core:
        await core.downloading.start()
        await core.listening.play((await tapes(core, feed))[0].id)


async def test_series_play_in_order(core: Core, tmp_path: Path) -> None:
    work = "Big Book Study"
    names = [f"{work}/Tape {n} Side {side}.mp3" for n in (10, 2, 1) for side in "BA"]
    names += [f"CD{disc}/{track:02} Track.mp3" for disc in (2, 1) for track in (1, 2)]
    root = make(tmp_path / "Old tapes", *names[:-1])
    feed = await core.subscriptions.add(str(root))
    make(root, *names)
    await core.refresh.refresh((feed.id,))
    found = await tapes(core, feed)
    assert [(each.title, each.part, each.of) for each in found] == [
        (f"{work} – Tape 1, Side A", None, None),
        (f"{work} – Tape 1, Side B", None, None),
        (f"{work} – Tape 2, Side A", None, None),
        (f"{work} – Tape 2, Side B", None, None),
        (f"{work} – Tape 10, Side A", None, None),
        (f"{work} – Tape 10, Side B", None, None),
        ("Old tapes – CD 1, Track 1", 1, 4),
        ("Old tapes – CD 1, Track 2", 2, 4),
        ("Old tapes – CD 2, Track 1", 3, 4),
        ("Old tapes – CD 2, Track 2", 4, 4),
    ]


async def test_a_large_folder_comes_a_little_at_a_time(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.services.retrieving._SLICE_SECONDS", 0.0)
    root = make(tmp_path / "tapes", *(f"Talk {n} of June.mp3" for n in range(1, 6)))
    feed = await core.subscriptions.add(str(root))
    assert [each.title for each in await tapes(core, feed)] == [
        f"Talk {n} of June" for n in range(1, 6)
    ]
    before = {each.title: each.id for each in await tapes(core, feed)}
    for number in range(5, 0, -1):
        (root / f"Talk {number} of June.mp3").rename(root / f"Talk {number + 1} of June.mp3")
    (root / "Talk 1 of June.mp3").write_bytes(tone_bytes(1, 999))
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.new, outcome.changed) == (1, 5)
    after = {each.title: each.id for each in await tapes(core, feed)}
    assert all(after[f"Talk {n + 1} of June"] == before[f"Talk {n} of June"] for n in range(1, 6))


async def test_two_talks_never_claim_one_file(core: Core, tmp_path: Path) -> None:
    root = make(tmp_path / "tapes", "1 Bob.mp3", "2 Mary.mp3")
    feed = await core.subscriptions.add(str(root))
    (bob, mary) = await tapes(core, feed)
    (root / "2 Mary.mp3").replace(root / "1 Bob.mp3")
    for _ in range(2):
        await core.refresh.refresh((feed.id,))
        states = {each.id: each.state for each in await tapes(core, feed)}
        assert states == {bob.id: AWAY, mary.id: HERE}


async def test_the_folder_at_another_place(core: Core, tmp_path: Path) -> None:
    root = make(tmp_path / "a b" / "tapes", "x/Bob.mp3", "Mary.mp3")
    feed = await core.subscriptions.add(str(root))
    before = [each.id for each in await tapes(core, feed)]
    moved = root.rename(tmp_path / "ü#")
    feed = await core.feed_settings.change_address(feed.id, str(moved))
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.error, outcome.new) == (None, 0)
    after = await tapes(core, feed)
    assert [(each.id, each.state) for each in after] == [(each, HERE) for each in before]
    assert {each.file for each in after} == {str(moved / "x/Bob.mp3"), str(moved / "Mary.mp3")}


async def test_nothing_is_written_in_the_folder(core: Core, tmp_path: Path) -> None:
    root = make(tmp_path / "tapes", "a/Bob.mp3", "Mary.mp3")
    (root / "cover.jpg").write_bytes(b"\xff\xd8\xff")
    before = listing(root)
    for folder in (root / "a", root):
        folder.chmod(0o500)
    try:
        feed = await core.subscriptions.add(str(root))
        for each in await tapes(core, feed):
            await core.favorites.mark(each.id)
            await core.listening.play(each.id)
            await core.downloading.remove_file(each.id)
        await core.refresh.refresh((feed.id,))
        await core.subscriptions.remove(feed.id)
    finally:
        for folder in (root, root / "a"):
            folder.chmod(0o700)
    assert listing(root) == before


def listing(root: Path) -> dict[str, tuple[int, bytes]]:
    return {
        str(path): (path.stat().st_mtime_ns, b"" if path.is_dir() else path.read_bytes())
        for path in (root, *root.rglob("*"))
    }


async def test_the_cover_beside_is_the_feeds(core: Core, tmp_path: Path) -> None:
    root = make(tmp_path / "tapes", "Bob.mp3")
    (root / "folder.jpg").write_bytes(b"\xff\xd8\xff")
    feed = await core.subscriptions.add(str(root))
    assert feed.image == (root / "folder.jpg").as_uri()
    shutil.rmtree(root)

"""Covers of a folder of tapes: read once, kept, and never a reason for anything to fail."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from desktop_app.audio import picture
from desktop_app.base.model import EpisodeQuery
from desktop_app.services.core import open_core
from desktop_app.services.worker import Worker
from tests.support import pod
from tests.support.pictures import BLUE, RED, encoded, plain, tape
from tests.support.server import static
from tests.support.sound import tone_mp3

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from tests.support.server import Server

FRONT = encoded(plain(700, 700, *RED))
OTHER = encoded(plain(300, 300, *BLUE)).ljust(len(FRONT), b"\0")
"""As long as FRONT: another picture is known by its time alone."""


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the worker was given to do from now on, by the jobs' names."""
    jobs: list[str] = []
    run = Worker.run

    async def noted(worker: Worker, job: Callable[[], object], seconds: float = 60) -> object:
        jobs.append(getattr(getattr(job, "func", job), "__name__", ""))
        return await run(worker, job, seconds)

    monkeypatch.setattr(Worker, "run", noted)
    return jobs


async def subscribed(core: Core, root: Path | str) -> dict[str, int]:
    """Subscribe; return the ids of the talks by title."""
    feed = await core.subscriptions.add(str(root))
    page = await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 99)
    return {each.title: each.id for each in page.episodes}


async def test_each_tape_has_its_own_picture_or_its_folders(core: Core, tmp_path: Path) -> None:
    root = tmp_path / "tapes"
    tape(root / "Bob.mp3", OTHER)
    tone_mp3(root / "side" / "Mary.mp3", 1)
    ids = await subscribed(core, root)
    assert await core.covers.of(ids["Bob"]) == picture.cover(str(root / "Bob.mp3"))
    assert await core.covers.of(ids["Mary"]) is None
    assert await core.covers.of(999) is None
    kept = await core.covers.file(ids["Bob"])
    assert kept is not None
    assert kept.read_bytes() == await core.covers.of(ids["Bob"])
    assert await core.covers.file(ids["Mary"]) is None


async def test_the_folders_picture_serves_where_a_tapes_own_is_gone(
    core: Core, tmp_path: Path
) -> None:
    root = tmp_path / "tapes"
    tone_mp3(root / "side" / "Mary.mp3", 1)
    (root / "folder.jpg").write_bytes(FRONT)
    (root / "side" / "cover.jpg").write_bytes(OTHER)
    (mary,) = (await subscribed(core, root)).values()
    assert await core.covers.of(mary) == picture.cover(str(root / "side" / "cover.jpg"))
    (root / "side" / "cover.jpg").unlink()
    assert await core.covers.of(mary) == picture.cover(str(root / "folder.jpg"))


async def test_a_picture_is_made_once_and_again_when_it_is_another(
    home: Home, tmp_path: Path, made: list[str]
) -> None:
    cover = tmp_path / "tapes" / "cover.jpg"
    tone_mp3(cover.with_name("Bob.mp3"), 1)
    cover.write_bytes(FRONT)
    async with open_core(home) as core:
        (bob,) = (await subscribed(core, cover.parent)).values()
        first, same = await asyncio.gather(core.covers.of(bob), core.covers.of(bob))
        assert first is not None
        assert first == same
        assert [each.read_bytes() for each in home.covers.iterdir()] == [first]
    async with open_core(home) as core:
        assert await core.covers.of(bob) == first
        assert made.count("read_cover") == 1
        cover.write_bytes(OTHER)
        os.utime(cover, (1, 1))
        assert await core.covers.of(bob) not in {first, None}
    assert made.count("read_cover") == 2
    assert {each.suffix for each in home.covers.iterdir()} == {".jpg"}


async def test_a_broken_picture_is_tried_once_and_no_picture(
    core: Core, home: Home, tmp_path: Path, made: list[str]
) -> None:
    root = tmp_path / "tapes"
    tone_mp3(root / "Bob.mp3", 1)
    (root / "cover.jpg").write_bytes(FRONT[:100])
    (bob,) = (await subscribed(core, root)).values()
    assert [await core.covers.of(bob) for _ in range(3)] == [None] * 3
    assert made.count("read_cover") == 1
    assert not list(home.covers.iterdir())


async def test_what_cannot_be_kept_is_shown_all_the_same(
    core: Core, home: Home, tmp_path: Path
) -> None:
    root = tmp_path / "tapes"
    tone_mp3(root / "Bob.mp3", 1)
    (root / "cover.jpg").write_bytes(FRONT)
    (bob,) = (await subscribed(core, root)).values()
    home.covers.rmdir()
    assert await core.covers.of(bob) == picture.cover(str(root / "cover.jpg"))


async def test_a_picture_that_the_web_names_is_left_alone(
    core: Core, server: Server, tmp_path: Path
) -> None:
    (tmp_path / "cover.jpg").write_bytes(FRONT)
    server.add("/cover.jpg", static(FRONT, kind="image/jpeg"))
    for number, image in enumerate((server.url("/cover.jpg"), (tmp_path / "cover.jpg").as_uri())):
        body = pod.feed("Pod", [pod.item(number, url=server.url("/0.mp3"))])
        named = f"<image><url>{image}</url></image><link>".encode()
        server.add(f"/{number}.xml", static(body.replace(b"<link>", named, 1), kind="text/xml"))
        (talk,) = (await subscribed(core, server.url(f"/{number}.xml"))).values()
        assert await core.covers.of(talk) is None
    assert not server.asked("/cover.jpg")

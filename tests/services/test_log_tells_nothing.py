"""The log names no talk, no speaker and no recording, whatever happens in a session."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.log import DiscreetFormatter
from desktop_app.base.model import EpisodeQuery, PlayStatus
from desktop_app.services import watching
from desktop_app.services.watching import Pace, Watching
from tests.services.besides import RSS, chapters_at, named
from tests.support import pod
from tests.support.fetched import fetch_all
from tests.support.server import Reply, static
from tests.support.sound import tone_mp3
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from desktop_app.services.core import Core
    from tests.support.server import Server

SECRET = ("zebulon", "quirke", "lantern")
"""Words of the titles, the speakers, the folders and the files."""
_NAMESPACE = b'<channel xmlns:podcast="https://podcastindex.org/namespace/1.0">'


@pytest.fixture(autouse=True)
def everything(caplog: pytest.LogCaptureFixture) -> None:
    """Hear also what is not written down."""
    caplog.set_level(logging.DEBUG)


def given_away(caplog: pytest.LogCaptureFixture) -> list[str]:
    """Return the lines of the log with a word that is to stay between app and person."""
    form = DiscreetFormatter()
    lines = [form.format(record) for record in caplog.records]
    return [line for line in lines if any(word in line.casefold() for word in SECRET)]


def serve(server: Server, sound: bytes) -> str:
    """Serve a talk that comes, one that does not, one that is no sound; troubles beside each."""
    items = []
    for n, reply in enumerate((static(sound), Reply(404), static(b"<html>Lantern</html>"))):
        server.add(f"/zebulon-quirke-{n}.mp3", reply)
        server.add(f"/zebulon-quirke-{n}.json", Reply(503))
        server.add(f"/zebulon-quirke-{n}.vtt", Reply(body=b"Lantern, no transcript"))
        url = server.url(f"/zebulon-quirke-{n}.mp3")
        beside = chapters_at(server, f"/zebulon-quirke-{n}.json")
        beside += named(server, f"/zebulon-quirke-{n}.vtt")
        item = pod.item(n, f"Zebulon Quirke - Lantern {n}", url)
        items.append(item.replace("</item>", f"{beside}</item>"))
    body = pod.feed("Lantern Tapes", items).replace(b"<channel>", _NAMESPACE)
    server.add("/lantern.xml", Reply(body=body, headers=RSS))
    return server.url("/lantern.xml")


async def plays(core: Core) -> bool:
    now = await core.listening.now()
    return now is not None and now.status is PlayStatus.PLAYING


async def test_a_session_with_its_troubles(
    core: Core, server: Server, sound: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    await core.companions.start()
    feed = await core.subscriptions.add(serve(server, sound))
    page = await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)
    talks = [each.id for each in sorted(page.episodes, key=lambda each: each.title)]
    results = await fetch_all(core, talks)
    assert [result.error is None for result in results] == [True, False, False]
    await asyncio.to_thread(server.wait_for, "/zebulon-quirke-0.json")
    for talk in talks:
        with contextlib.suppress(KnownError):
            await core.transcripts.lines(talk)
    await core.listening.play(talks[0])
    await until(core, lambda: plays(core))
    await core.listening.bookmark("Lantern")
    await core.listening.seek(4.0)
    await core.queue.add(talks)
    await core.browsing.search("zebulon lantern")
    await core.listening.pause()
    await core.refresh.refresh((feed.id,))
    await core.companions.close()
    assert "stays without chapters" in caplog.text, "what is logged is heard"
    assert given_away(caplog) == []


@pytest.mark.parametrize(
    "text", [b"no sound at all", b"ID3\x03\x00\x00\x00\x00\x00\x00" + b"\xff\xfb\x90\x64" * 9, b""]
)
async def test_tapes_that_cannot_be_measured(
    core: Core, tmp_path: Path, caplog: pytest.LogCaptureFixture, text: bytes
) -> None:
    tape = tmp_path / "Lantern tapes" / "Zebulon Quirke.mp3"
    tone_mp3(tape, 1)
    feed = await core.subscriptions.add(str(tape.parent))
    (talk,) = (await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)).episodes
    tape.write_bytes(text)
    await core.measuring.measure(talk.id)
    await core.measuring.finish()
    with contextlib.suppress(KnownError):
        await core.listening.play(talk.id)
    assert given_away(caplog) == []


async def test_a_folder_that_cannot_be_watched(
    core: Core, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "Zebulon Quirke, Lantern tapes"
    tone_mp3(root / "Lantern.mp3", 1)

    async def refused(path: Path, **_rest: object) -> AsyncIterator[None]:
        raise OSError(errno.EIO, "Input/output error", str(path))
        yield

    await core.subscriptions.add(str(root))
    monkeypatch.setattr(watching, "awatch", refused)
    eyes = Watching(core.refresh._library, core.refresh, core.events, Pace(0.1, 0.1, 1, 0.1))
    await eyes.start()

    async def said() -> bool:
        return "cannot be watched: Input/output error" in caplog.text

    await until(core, said)
    await eyes.close()
    assert given_away(caplog) == []

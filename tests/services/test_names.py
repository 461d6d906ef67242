"""Where names lead is looked at when they are looked up: a stranger's may not lead home."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from tests.support import pod
from tests.support.fetched import fetch_all
from tests.support.server import Reply, redirect, static

if TYPE_CHECKING:
    from desktop_app.services.core import Core
    from tests.support.server import Server

RSS = {"Content-Type": "application/rss+xml"}
NAMES = {
    "talks.example": "127.0.0.1",
    "other.example": "127.0.0.1",
    "router.example": "192.168.1.1",
    "mapped.example": "::ffff:10.0.0.1",
    "xn--bcher-kva.example": "127.0.0.1",
}


@pytest.fixture
def found(core: Core, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let names that look public lead to private addresses."""

    def lookup(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        address = NAMES[host]
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        place = (address, port, 0, 0) if ":" in address else (address, port)
        return [(family, socket.SOCK_STREAM, 6, "", place)]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)


def serve(server: Server, sound_host: str = "talks.example") -> str:
    item = pod.item(1, url=server.url("/1.mp3", sound_host))
    server.add("/f.xml", Reply(body=pod.feed("Tapes", [item]), headers=RSS))
    return server.url("/f.xml", "talks.example")


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize(
    "name", ["other.example", "router.example", "mapped.example", "bücher.example"]
)
async def test_a_redirect_by_a_name_that_leads_home(core: Core, server: Server, name: str) -> None:
    server.add("/moved", redirect(server.url("/f.xml", name), 301))
    serve(server)
    with pytest.raises(KnownError, match="inside your own network"):
        await core.subscriptions.add(server.url("/moved", "talks.example"))
    assert server.asked("/f.xml") == []


@pytest.mark.usefixtures("found")
@pytest.mark.parametrize("hop", [False, True])
async def test_a_recording_by_a_name_that_leads_home(
    core: Core, server: Server, sound: bytes, *, hop: bool
) -> None:
    address = serve(server, "talks.example" if hop else "other.example")
    server.add("/secret.mp3", static(sound))
    away = redirect(server.url("/secret.mp3", "other.example"))
    server.add("/1.mp3", away if hop else static(sound))
    await core.subscriptions.add(address)
    (talk,) = (await core.browsing.page(EpisodeQuery(), 0, 1)).episodes
    (result,) = await fetch_all(core, (talk.id,))
    assert result.error is not None
    assert "inside your own network" in result.error.why
    assert server.asked("/secret.mp3") == []
    assert len(server.asked("/1.mp3")) == int(hop)


@pytest.mark.usefixtures("found")
async def test_what_the_person_chose_may_be_at_home(
    core: Core, server: Server, sound: bytes
) -> None:
    address = serve(server)
    server.add("/1.mp3", redirect("/here.mp3"))
    server.add("/here.mp3", static(sound))
    server.add("/moved", redirect("/f.xml", 301))
    feed = await core.subscriptions.add(server.url("/moved", "talks.example"))
    assert feed.url == address
    (talk,) = (await core.browsing.page(EpisodeQuery(), 0, 1)).episodes
    await fetch_all(core, (talk.id,))
    assert (await core.browsing.episode(talk.id)).state is DownloadState.DOWNLOADED


@pytest.mark.usefixtures("found")
async def test_a_private_feed_may_name_what_it_likes(core: Core, server: Server) -> None:
    serve(server)
    server.add("/moved", redirect(server.url("/f.xml", "other.example"), 301))
    feed = await core.subscriptions.add(server.url("/moved"))
    assert feed.url == server.url("/f.xml", "other.example")

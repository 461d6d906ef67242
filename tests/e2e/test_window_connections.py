"""Every connection of a whole session of the real app: the feeds' own hosts, and nobody else."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.support import pod
from tests.support.command import ROOT
from tests.support.connections import Recorder
from tests.support.screen import virtual_screen
from tests.support.server import Reply, Server, static
from tests.support.sound import speech_bytes
from tests.support.steering import Steered

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NAMESPACES = (
    b'<channel xmlns:podcast="https://podcastindex.org/namespace/1.0"'
    b' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
    b' xmlns:atom="http://www.w3.org/2005/Atom">'
)
COOKIE = {"Set-Cookie": "who=you; Path=/; Max-Age=99999"}
POLITE = {
    "host", "user-agent", "accept", "accept-encoding", "accept-language", "connection",
    "if-none-match", "if-modified-since", "if-match", "if-range", "range", "icy-metadata",
}  # fmt: skip
"""What a request may say of us; no cookie, no referer, no authorization among it."""
AGENT = re.compile(r"Hearthside/[\d.]+|VLC/[\d.]+ LibVLC/[\d.]+")
"""A program and its version, the same for everybody."""

PAGES = (
    "today", "speakers", "meditations", "favorites", "queue", "downloads", "problems", "search",
    "settings", "about", "sounds", "sittings", "add", "welcome",
)  # fmt: skip


@pytest.fixture
def screen() -> Iterator[str]:
    with virtual_screen() as display:
        yield display


def notes(stranger: Server) -> str:
    """Return notes that would tell a stranger who reads them, in every way there is."""
    at = stranger.url
    return (
        f'<p>Hello <img src="{at("/pixel.gif")}" width="1"><img src="http://pixel.example/a.gif">'
        f'<link rel="stylesheet" href="{at("/a.css")}"><style>@import url({at("/b.css")});</style>'
        f'<div style="background:url({at("/c.png")})">x</div><iframe src="{at("/d")}"></iframe>'
        f'<svg><image href="{at("/e.svg")}"/></svg><audio src="{at("/f.mp3")}" autoplay></audio>'
        f'<meta http-equiv="refresh" content="0;url={at("/g")}">'
        f'<table background="{at("/h.png")}"><tr><td>y</td></tr></table>'
        f'<object data="{at("/i")}"></object><a href="{at("/j")}" ping="{at("/k")}">more</a></p>'
    )


def serve(feed: Server, stranger: Server) -> str:
    """Serve two talks with all that a feed can name; return the feed's address."""
    sound = speech_bytes(40)
    items = []
    for n in range(2):
        talk = static(sound)
        feed.add(f"/{n}.mp3", replace(talk, headers={**talk.headers, **COOKIE}))
        feed.add(f"/{n}.json", Reply(body=chapters(stranger), headers=COOKIE))
        feed.add(f"/{n}.vtt", Reply(body=b"WEBVTT\n\n00:00.000 --> 00:05.000\nHello there\n"))
        named = (
            f'<podcast:chapters url="{feed.url(f"/{n}.json")}" type="application/json+chapters"/>'
            f'<podcast:transcript url="{feed.url(f"/{n}.vtt")}" type="text/vtt"/>'
            f'<podcast:person img="{stranger.url("/face.jpg")}" href="{stranger.url("/who")}">'
            f'Bob</podcast:person><itunes:image href="{stranger.url("/cover.jpg")}"/></item>'
        )
        item = pod.item(n, url=feed.url(f"/{n}.mp3"))
        item = item.replace(f"Notes of talk {n}", f"<![CDATA[{notes(stranger)}]]>")
        items.append(item.replace("</item>", named))
    body = pod.feed("Tapes", items).replace(b"<channel>", NAMESPACES)
    about = (
        f'<itunes:image href="{stranger.url("/feed.jpg")}"/>'
        f'<atom:link rel="hub" href="{stranger.url("/hub")}"/><cloud domain="cloud.example"/>'
    )
    body = body.replace(b"<description>", f"{about}<description>".encode(), 1)
    headers = {"Content-Type": "application/rss+xml"} | COOKIE
    return feed.add("/feed.xml", Reply(body=body, headers=headers, etag='"1"'))


def chapters(stranger: Server) -> bytes:
    return (
        '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "One", "img": "'
        + stranger.url("/chapter.jpg")
        + '", "url": "'
        + stranger.url("/chapter")
        + '"}]}'
    ).encode()


def start(app: Steered) -> None:
    """Wait for a first start that has come to rest, and see all that there is before a choice."""
    app.until("house is not None")
    app.until("core.browsing.search('bell')", "ask")
    for page in PAGES:
        app.see(f"house.window.open({page!r})")
        app.ask("core.browsing.counts()")


def use(app: Steered, address: str) -> None:
    """Do what people do: by hand where it may matter who is asked, else by the engine."""
    app.see("house.window.open('add')")
    app.see(f"house.window.page.field.setText({address!r})")
    app.see("house.window.page.add_button.click()")
    app.until("core.browsing.search('Bob Talk')", "ask")
    found = app.ask("core.browsing.search('Bob Talk')")
    first, second = (each["id"] for each in sorted(found, key=lambda each: -int(each["title"][-1])))
    app.see(f"house.window.open('talk', {first})")
    app.until("'more' in house.window.page.notes.toPlainText()")
    app.ask(f"core.chapters.fetch({first})")
    assert app.ask(f"core.transcripts.lines({first})")
    app.ask(f"core.covers.of({first})")
    listen(app, second)
    app.ask(f"core.downloading.request(({first},))")
    app.until("house.window.page._detail and house.window.page._detail.episode.file")
    listen(app, first)


def listen(app: Steered, talk: int) -> None:
    """Play, skip, and stand still."""
    playing = f"house.window.player.now.episode.id == {talk}"
    app.ask(f"core.listening.play({talk})")
    app.until(f"{playing} and house.window.player.now.status == 'playing'")
    app.ask("core.listening.skip(10)")
    app.until("house.window.player.now.position > 9")
    app.ask("core.listening.pause()")
    app.until("house.window.player.now.status == 'paused'")


def rest(app: Steered) -> None:
    """Search, sit, change a setting, see what is kept, and refresh."""
    app.see("house.window.open('search', 'bob lantern')")
    app.ask("core.searching.everything('bob lantern')")
    app.see("house.window.open('add')")
    app.see("house.window.page.field.setText('words that are no address')")
    app.see("house.window.open('meditations')")
    app.ask("core.sitting.begin(__import__('desktop_app').base.sittings.Preset('Short', 60.0))")
    app.see("house.window.open('sitting')")
    app.until("core.sitting.current()", "ask")
    app.ask("core.sitting.end()")
    app.see("house.window.open('settings')")
    app.ask("core.settings.change(refresh_hours=12)")
    for _ in range(2):
        app.ask("core.refresh.refresh()")


def break_it(app: Steered, stranger: Server) -> None:
    """Let Qt's C++ ask a stranger, and the worker look a name up: the recorder must see both."""
    network = "__import__('PySide6.QtNetwork').QtNetwork"
    app.see(f"setattr(app, 'net', {network}.QNetworkAccessManager(app))")
    app.see(f"app.net.get({network}.QNetworkRequest({stranger.url('/pixel.gif')!r})).isRunning()")
    stranger.wait_for("/pixel.gif")
    look_up = "__import__('functools').partial(__import__('socket').getaddrinfo, '127.0.0.9', 80)"
    app.ask(f"core.covers._worker.run({look_up})")


def environ(screen: str, recorder: Recorder, stranger: Server) -> dict[str, str]:
    """Return an environment in which the directories of podcasts are strangers, too."""
    return {
        "DISPLAY": screen,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": recorder.path(str(ROOT)),
        "HEARTHSIDE_AUDIO": "vlc",
        "HEARTHSIDE_VLC_ARGS": "--aout=dummy",
        "HEARTHSIDE_DIRECTORIES": f"{stranger.url('/apple')} {stranger.url('/fyyd')}",
    }


def test_only_the_feeds_own_hosts_are_asked(screen: str, tmp_path: Path) -> None:
    recorder = Recorder(tmp_path / "told")
    with Server() as feed, Server() as stranger:
        address = serve(feed, stranger)
        around = environ(screen, recorder, stranger)
        own = {("127.0.0.1", feed.port)}
        with Steered(tmp_path / "home", recorder.wrapper, **around) as app:
            start(app)
            assert (recorder.reached(), recorder.names()) == (set(), set())
            use(app, address)
            rest(app)
            assert stranger.requests == []
            assert recorder.reached() == own
            assert recorder.names() <= {"127.0.0.1"}
            break_it(app, stranger)
        assert app.said == ""
        assert recorder.reached() == own | {("127.0.0.1", stranger.port)}
        assert recorder.names() - {"127.0.0.1"} == {"127.0.0.9"}
        assert [each.path for each in stranger.requests] == ["/pixel.gif"]
        look_at(feed)


def look_at(feed: Server) -> None:
    """See that nobody was asked for what was not wanted, or told who asks."""
    asked = {each.path for each in feed.requests}
    assert asked == {"/feed.xml", "/0.mp3", "/1.mp3", "/1.json", "/1.vtt"}
    for request in feed.requests:
        assert set(request.headers) <= POLITE, request
        assert AGENT.fullmatch(request.headers["user-agent"]), request
        assert request.headers["host"] == f"127.0.0.1:{feed.port}"

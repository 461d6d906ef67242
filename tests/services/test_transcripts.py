"""Transcripts: asked for when they are wanted, warily, once; then here, and searched."""

from __future__ import annotations

import asyncio
import socket
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TranscriptLine
from desktop_app.library import transcripts as rows
from desktop_app.services.core import open_core
from desktop_app.services.transcripts import Offer
from tests.services.besides import RSS, VTT, feed, named, subscribe
from tests.support.passwords import Passwords
from tests.support.resolver import find_localhost
from tests.support.server import Reply, redirect

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from tests.support.server import Server

LINES = (
    TranscriptLine(1.0, 4.0, "Bob", "My name is Bob."),
    TranscriptLine(9.0, 12.0, "", "Hi."),
)


async def test_it_is_asked_for_when_it_is_wanted_and_then_kept(home: Home, server: Server) -> None:
    server.add("/1.vtt", Reply(body=VTT))
    async with open_core(home) as core:
        talk = await subscribe(core, server, named(server, "/1.vtt"))
        assert await core.transcripts.offer(talk) == Offer((), offered=True)
        assert not server.asked("/1.vtt")
        both = await asyncio.gather(core.transcripts.lines(talk), core.transcripts.lines(talk))
        assert list(both) == [LINES, LINES]
        assert await core.transcripts.offer(talk) == Offer(LINES, offered=True)
    async with open_core(home) as core:
        assert await core.transcripts.lines(talk) == LINES
    assert len(server.asked("/1.vtt")) == 1


async def test_a_talk_without_one(core: Core, server: Server) -> None:
    talk = await subscribe(core, server, named(server, "/1.pdf", "application/pdf"))
    for each in (talk, 999):
        assert await core.transcripts.offer(each) == Offer()
        assert await core.transcripts.lines(each) == ()
        assert await core.transcripts.search(each, "bob") == ()


async def test_without_times_the_order_is_kept(core: Core, server: Server) -> None:
    paragraphs = [f"Paragraph {number}." for number in range(300)]
    server.add("/1.txt", Reply(body="\n\n".join(paragraphs).encode()))
    talk = await subscribe(core, server, named(server, "/1.txt", "text/plain"))
    await core.transcripts.lines(talk)
    here = await core.transcripts.lines(talk)
    assert [line.text for line in here] == paragraphs
    assert {(line.start, line.until, line.speaker) for line in here} == {(None, None, "")}


async def test_where_the_best_cannot_be_had_the_next_one_serves(core: Core, server: Server) -> None:
    server.add("/1.vtt", Reply(body=b"<html>Sign in, please</html>"))
    server.add("/1.srt", Reply(body=VTT))
    tags = (
        named(server, "/1.srt", "application/srt"),
        named(server, "/1.vtt"),
        named(server, "/1.json", "application/json"),
    )
    talk = await subscribe(core, server, *tags)
    assert await core.transcripts.lines(talk) == LINES
    assert [each.path for each in server.requests[-3:]] == ["/1.vtt", "/1.json", "/1.srt"]


@pytest.mark.parametrize(
    ("reply", "what", "why"),
    [
        (Reply(404), "did not come", "nothing at this address"),
        (Reply(503), "did not come", "too busy"),
        (Reply(418), "did not come", "of no use (HTTP 418)"),
        (Reply(body=VTT, cut_after=20), "did not come", "broke off"),
        (Reply(body=b"x" * (8 * 2**20 + 1)), "did not come", "larger than 8 MB"),
        (Reply(body=b"gone"), "cannot be shown", "is none"),
        (Reply(body=b"WEBVTT\n"), "cannot be shown", "no words"),
        (redirect("ftp://127.0.0.1/1.vtt"), "did not come", "http:// or https://"),
    ],
)
async def test_what_keeps_it_from_being_shown(
    core: Core, server: Server, reply: Reply, what: str, why: str
) -> None:
    server.add("/1.vtt", reply, Reply(body=VTT))
    talk = await subscribe(core, server, named(server, "/1.vtt"))
    with pytest.raises(KnownError, match=f"The transcript {what}") as caught:
        await core.transcripts.lines(talk)
    assert why in caught.value.why
    assert "feed" not in str(caught.value)
    assert await core.transcripts.lines(talk) == LINES


async def test_the_password_goes_to_the_feeds_own_host_alone(
    home: Home, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    find_localhost(monkeypatch)
    ann = ("ann", "secret")
    server.add("/1.vtt", Reply(body=VTT, login=ann))
    abroad = named(server, "/2.vtt").replace("127.0.0.1", "localhost")
    async with open_core(home, passwords=Passwords()) as core:
        talk = await subscribe(core, server, named(server, "/1.vtt"), abroad, login=ann)
        assert await core.transcripts.lines(talk) == LINES
        server.add("/1.vtt", Reply(404))
        server.add("/2.vtt", Reply(404))
        other = await core.covers._library.write(_forget, talk)
        with pytest.raises(KnownError):
            await core.transcripts.lines(other)
    (asked,) = server.asked("/2.vtt")
    assert "authorization" not in asked.headers
    assert all("authorization" in each.headers for each in server.asked("/1.vtt"))


def _forget(connection: object, talk: int) -> int:
    connection.execute("DELETE FROM transcript_lines")  # type: ignore[attr-defined]
    return talk


NAMES = {"talks.example": "127.0.0.1", "words.example": "127.0.0.1"}


async def test_a_strangers_name_does_not_lead_home(
    core: Core, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lookup(host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (NAMES[host], port))]

    monkeypatch.setattr(socket, "getaddrinfo", lookup)
    server.add("/1.vtt", Reply(body=VTT))
    tag = named(server, "/1.vtt").replace("127.0.0.1", "words.example")
    server.add(
        "/feed.xml", Reply(body=feed(server.url("/1.mp3", "talks.example"), tag), headers=RSS)
    )
    added = await core.subscriptions.add(server.url("/feed.xml", "talks.example"))
    (talk,) = await core.covers._library.read(_episodes_of, added.id)
    with pytest.raises(KnownError) as caught:
        await core.transcripts.lines(talk)
    assert "inside your own network" in caught.value.why
    assert not server.asked("/1.vtt")


def _episodes_of(connection: object, feed_id: int) -> list[int]:
    found = connection.execute("SELECT id FROM episodes WHERE feed_id = ?", (feed_id,))  # type: ignore[attr-defined]
    return [row[0] for row in found]


async def test_words_are_found_whatever_their_case_and_accents(core: Core, server: Server) -> None:
    talk = await subscribe(core, server, named(server, "/1.vtt"))
    said = (
        TranscriptLine(0.0, 1.0, "Mary", "We came to believe."),
        TranscriptLine(1.0, 2.0, "Bob", "A café in Akron, believe me."),
        TranscriptLine(2.0, 3.0, "Bob", "Higher power; a POWER greater."),
    )
    await core.covers._library.write(rows.replace, talk, said)
    search = core.transcripts.search
    assert await search(talk, "believe") == (0, 1)
    assert await search(talk, "CAFE akr") == (1,)
    assert await search(talk, "bob") == (1, 2)
    assert await search(talk, "power hig") == (2,)
    assert await search(talk, "hig power") == ()
    assert await search(talk, " … ") == ()


async def test_a_transcript_goes_with_its_talk(core: Core, server: Server) -> None:
    library = core.covers._library
    talk = await subscribe(core, server, named(server, "/1.vtt"))
    await library.write(rows.replace, talk, LINES)
    await library.write(rows.replace, 999, LINES)
    assert await library.read(rows.lines, 999) == ()
    (feed_of_talk,) = await core.browsing.feeds()
    await core.subscriptions.remove(feed_of_talk.id)
    assert await library.read(rows.lines, talk) == ()

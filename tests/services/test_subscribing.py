"""Subscribe, refresh, unsubscribe: what a person types and what may go wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery, FeedKind
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.feeds import opml
from desktop_app.services.events import RefreshProgress
from tests.support import pod
from tests.support.server import Reply, redirect, unused_port
from tests.support.sound import speech_mp3

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def titles(core: Core) -> list[str]:
    return [episode.title for episode in (await core.browsing.page(EpisodeQuery(), 0, 99)).episodes]


async def test_a_feeds_address(core: Core, server: Server, sound: bytes) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "tapes", 3, sound))
    assert (feed.title, feed.episodes, feed.kind) == ("Tapes", 3, FeedKind.TALKS)
    assert len(await titles(core)) == 3
    await core.indexing.finish()
    (episode, *_) = (await core.browsing.page(EpisodeQuery(), 0, 1)).episodes
    assert episode.speakers == ("Bob D.",)


async def test_a_websites_address(core: Core, server: Server, sound: bytes) -> None:
    pod.serve(server, "tapes", 2, sound)
    page = b'<html><head><link rel="alternate" type="application/rss+xml" href="/tapes.xml"></head>'
    server.add("/", Reply(body=page, headers={"Content-Type": "text/html"}))
    feed = await core.subscriptions.add(server.url("/"))
    assert feed.url == server.url("/tapes.xml")


@pytest.mark.parametrize("text", ["a" * 300, "~nobody-of-this-name/tapes", "a\0b"])
async def test_what_is_neither_address_nor_folder(core: Core, text: str) -> None:
    with pytest.raises(KnownError, match="not a web address"):
        await core.subscriptions.add(text)


async def test_a_feed_that_rested_when_it_was_removed(
    core: Core, server: Server, sound: bytes
) -> None:
    url = pod.serve(server, "one", 2, sound)
    feed = await core.subscriptions.add(url)
    (episode, *_) = (await core.browsing.page(EpisodeQuery(), 0, 1)).episodes
    await core.favorites.mark(episode.id)
    server.add("/one.xml", Reply(429, headers={"Retry-After": "7200"}))
    await core.refresh.refresh()
    await core.feed_settings.pause(feed.id, paused=True)
    await core.subscriptions.remove(feed.id)
    report = await core.subscriptions.add_entries([CatalogueEntry("One", feed_url=url)])
    assert [(each.paused, each.problem) for each in report.added] == [(False, None)]
    assert len(await core.refresh.refresh()) == 1


async def test_a_folder_of_tapes(core: Core, tmp_path: Path) -> None:
    for name in ("Tape 10", "Tape 2", "Tape 1"):
        speech_mp3(tmp_path / "tapes" / f"{name}.mp3", 3)
    before = sorted(path.stat().st_mtime_ns for path in (tmp_path / "tapes").iterdir())
    feed = await core.subscriptions.add(str(tmp_path / "tapes"))
    page = await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 10)
    assert [episode.title for episode in page.episodes] == [
        "tapes – Tape 1",
        "tapes – Tape 2",
        "tapes – Tape 10",
    ]
    assert {episode.state for episode in page.episodes} == {"downloaded"}
    assert page.episodes[0].file == str(tmp_path / "tapes" / "Tape 1.mp3")
    assert page.episodes[0].duration == pytest.approx(3, abs=0.1)
    await core.subscriptions.remove(feed.id)
    assert before == sorted(path.stat().st_mtime_ns for path in (tmp_path / "tapes").iterdir())


async def test_nothing_is_subscribed_when_it_fails(
    core: Core, server: Server, tmp_path: Path
) -> None:
    html = {"Content-Type": "text/html"}
    server.add("/page", Reply(body=b"<html><body>Hello</body></html>", headers=html))
    server.add("/empty", Reply(body=b""))
    server.add("/text", Reply(body=b"just words"))
    server.add("/cut", Reply(body=pod.feed("Cut", [pod.item(1)] * 50), cut_after=900))
    (tmp_path / "nothing").mkdir()
    bad = [
        server.url("/page"),
        server.url("/empty"),
        server.url("/text"),
        server.url("/cut"),
        server.url("/missing"),
        f"http://127.0.0.1:{unused_port()}/feed",
        "ftp://example.org/feed",
        "not an address",
        "",
        str(tmp_path / "nothing"),
        str(tmp_path / "absent"),
    ]
    for address in bad:
        with pytest.raises(KnownError) as raised:
            await core.subscriptions.add(address)
        assert "\n" not in str(raised.value), address
    assert await core.browsing.feeds() == ()


async def test_the_same_feed_is_refused_in_other_spellings(
    core: Core, server: Server, sound: bytes
) -> None:
    url = pod.serve(server, "tapes", 1, sound)
    await core.subscriptions.add(url)
    for spelling in (url, url + "/", url.replace("http://", "")):
        with pytest.raises(KnownError, match="subscribed already"):
            await core.subscriptions.add(spelling)


async def test_opml_in_and_out(core: Core, server: Server, sound: bytes) -> None:
    urls = [pod.serve(server, name, 1, sound) for name in ("one", "two")]
    entries = [
        CatalogueEntry("One", "Speakers", urls[0]),
        CatalogueEntry("Two", "Guided meditations", urls[1]),
        CatalogueEntry("Two again", "", urls[1] + "/"),
        CatalogueEntry("Homeless", "", None, server.url("/nowhere")),
    ]
    report = await core.subscriptions.import_opml(opml.write(entries, "Mine"))
    assert [feed.title for feed in report.added] == ["One", "Two"]
    assert report.added[1].kind is FeedKind.MEDITATIONS
    assert report.known == ("Two again",)
    assert [title for title, _ in report.failed] == ["Homeless"]
    outcomes = await core.refresh.refresh()
    assert [(outcome.new, outcome.error) for outcome in outcomes] == [(1, None), (1, None)]
    exported = opml.read(await core.subscriptions.export_opml())
    assert {(each.feed_url, each.group) for each in exported} == {
        (urls[0], "Speakers"),
        (urls[1], "Guided meditations"),
    }


async def test_the_starter_is_there_without_a_network(core: Core) -> None:
    await core.subscriptions.add_starter()
    await core.subscriptions.add_starter()
    (feed,) = await core.browsing.feeds()
    assert feed.episodes >= 3
    page = await core.browsing.page(EpisodeQuery(kind=FeedKind.MEDITATIONS), 0, 10)
    for episode in page.episodes:
        assert episode.state == "downloaded"
        assert episode.file is not None
        detail = await core.browsing.detail(episode.id)
        assert len(detail.chapters) >= 3
    assert (await core.refresh.refresh())[0].new == 0


async def test_a_starter_that_was_removed_stays_away(core: Core) -> None:
    await core.subscriptions.add_starter()
    (feed,) = await core.browsing.feeds()
    await core.settings.change(welcomed=True)
    await core.subscriptions.remove(feed.id)
    await core.subscriptions.add_starter()
    assert await core.browsing.feeds() == ()


async def test_an_unchanged_feed_is_neither_read_nor_written(
    core: Core, server: Server, sound: bytes
) -> None:
    feed = await core.subscriptions.add(pod.serve(server, "tapes", 3, sound))
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.changed, outcome.error) == (0, 0, None)
    assert server.requests[-1].headers["if-none-match"] == '"1"'
    assert (await core.browsing.feed(feed.id)).refreshed is not None


async def test_new_and_edited_items(core: Core, server: Server) -> None:
    server.add("/f.xml", Reply(body=pod.feed("F", [pod.item(1), pod.item(2)])))
    feed = await core.subscriptions.add(server.url("/f.xml"))
    items = [pod.item(3), pod.item(1, "Ann B. - Edited"), pod.item(2)]
    server.add("/f.xml", Reply(body=pod.feed("F", items)))
    progress: list[Event] = []
    core.events.listen(progress.append)
    (outcome,) = await core.refresh.refresh((feed.id,))
    assert (outcome.new, outcome.changed) == (1, 1)
    assert "Ann B. - Edited" in await titles(core)
    steps = [(e.done, e.total) for e in progress if isinstance(e, RefreshProgress)]
    assert steps == [(0, 1), (1, 1)]


async def test_a_failure_is_told_kept_and_solved(core: Core, server: Server, sound: bytes) -> None:
    url = pod.serve(server, "tapes", 2, sound)
    feed = await core.subscriptions.add(url)
    good = server.requests
    assert good
    server.add("/tapes.xml", Reply(500))
    (outcome,) = await core.refresh.refresh()
    assert outcome.error is not None
    (problem,) = await core.browsing.problems()
    assert problem.feed_id == feed.id
    assert "Tapes" in problem.what
    assert (await core.browsing.feed(feed.id)).problem == str(outcome.error)
    assert len(await titles(core)) == 2
    pod.serve(server, "tapes", 2, sound, etag='"2"')
    await core.refresh.refresh()
    assert await core.browsing.problems() == ()
    assert (await core.browsing.feed(feed.id)).problem is None


async def test_a_permanent_move_is_remembered(core: Core, server: Server, sound: bytes) -> None:
    url = pod.serve(server, "old", 2, sound)
    feed = await core.subscriptions.add(url)
    new = pod.serve(server, "new", 2, sound, etag='"n"')
    server.add("/old.xml", redirect("/new.xml", 301))
    await core.refresh.refresh()
    assert (await core.browsing.feed(feed.id)).url == new


async def test_a_feed_that_is_gone_is_asked_no_more(
    core: Core, server: Server, sound: bytes
) -> None:
    await core.subscriptions.add(pod.serve(server, "tapes", 1, sound))
    server.add("/tapes.xml", Reply(410))
    await core.refresh.refresh()
    asked = len(server.requests)
    assert await core.refresh.refresh() == ()
    assert len(server.requests) == asked


async def test_what_a_person_types_finds_the_feed(core: Core, server: Server, sound: bytes) -> None:
    one = await core.subscriptions.add(pod.serve(server, "first", 1, sound))
    two = await core.subscriptions.add(pod.serve(server, "second", 1, sound))
    for words in (str(one.id), one.url, one.url + "/", "first", "fir"):
        assert (await core.subscriptions.find(words)).id == one.id
    with pytest.raises(KnownError, match="No feed"):
        await core.subscriptions.find("third")
    with pytest.raises(KnownError, match="More than one"):
        await core.subscriptions.find("s")
    assert two.id != one.id


async def test_notes_are_made_harmless(core: Core, server: Server) -> None:
    notes = (
        '<![CDATA[<p onclick="x()">Hi <script>alert(1)</script><img src="http://spy/x.png">'
        '<a href="javascript:x()">bad</a> <a href="https://ok.example/">good</a></p>]]>'
    )
    item = pod.item(1).replace("Notes of talk 1", notes)
    server.add("/f.xml", Reply(body=pod.feed("F", [item])))
    await core.subscriptions.add(server.url("/f.xml"))
    (episode,) = (await core.browsing.page(EpisodeQuery(), 0, 1)).episodes
    html = (await core.browsing.detail(episode.id)).notes
    assert html == '<p>Hi <a>bad</a> <a href="https://ok.example/">good</a></p>'


async def test_search_finds_what_a_refresh_brought(
    core: Core, server: Server, sound: bytes, home: Home
) -> None:
    await core.subscriptions.add(pod.serve(server, "tapes", 3, sound))
    await core.indexing.finish()
    assert len(await core.browsing.search("bob talk 2")) == 1
    assert (await core.browsing.find_episode("Bob D. - Talk 2")).title == "Bob D. - Talk 2"
    with pytest.raises(KnownError, match="More than one"):
        await core.browsing.find_episode("talk")
    with pytest.raises(KnownError, match="No episode"):
        await core.browsing.find_episode("nothing like it")
    with pytest.raises(KnownError, match="no episode 999"):
        await core.browsing.find_episode("999")

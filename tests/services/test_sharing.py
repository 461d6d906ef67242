"""Favorites on their way to another computer, and what may not go with them."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import EpisodeQuery
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.base.paths import Home
from desktop_app.services import sharing
from desktop_app.services.core import open_core
from desktop_app.services.events import CollectionsChanged, EpisodesChanged, Notice
from tests.support import pod
from tests.support.fetched import fetch_all
from tests.support.passwords import Passwords
from tests.support.server import Reply
from tests.support.sound import speech_mp3

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import AsyncIterator
    from pathlib import Path

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event
    from tests.support.server import Server


async def by_title(core: Core) -> dict[str, int]:
    page = await core.browsing.page(EpisodeQuery(), 0, 99)
    return {each.title.removeprefix("Bob D. - "): each.id for each in page.episodes}


async def shown(core: Core) -> dict[str, list[str]]:
    """Return the titles in each collection, and those of all favorites under ``""``."""
    titles = {number: title for title, number in (await by_title(core)).items()}
    page = await core.browsing.page(EpisodeQuery(favorite=True), 0, 99)
    found = {"": sorted(titles[each.id] for each in page.episodes)}
    for each in await core.collections.all():
        found[each.name] = [titles[n] for n in await core.collections.members(each.id)]
    return found


@asynccontextmanager
async def elsewhere(tmp_path: Path) -> AsyncIterator[Core]:
    home = Home(tmp_path / "elsewhere")
    async with open_core(home) as core:
        yield core


@pytest.fixture
async def ids(core: Core, server: Server, sound: bytes) -> dict[str, int]:
    """Six talks in two feeds; four are favorites, in two collections that share one."""
    await core.subscriptions.add(pod.serve(server, "tapes", 4, sound))
    items = [pod.item(n, f"Other {n}", server.url(f"/o{n}.mp3"), f"o{n}") for n in range(2)]
    server.add("/other.xml", Reply(body=pod.feed("Other", items)))
    await core.subscriptions.add(server.url("/other.xml"))
    found = await by_title(core)
    grief = await core.collections.create("Grief")
    steps = await core.collections.create("Steps")
    await core.collections.reorder((steps.id, grief.id))
    await core.collections.add(grief.id, [found[t] for t in ("Talk 2", "Other 1", "Talk 0")])
    await core.collections.add(steps.id, [found["Talk 0"]])
    await core.favorites.set_note(found["Talk 3"], "it helped\nmuch")
    return found


async def test_all_favorites_go_to_another_computer(
    core: Core, ids: dict[str, int], server: Server, tmp_path: Path
) -> None:
    feeds = {feed.title: feed for feed in await core.browsing.feeds()}
    asked = EpisodeQuery(feed_id=feeds["Tapes"].id, unheard=True)
    await core.collections.create("New tapes", asked)
    inside = (await core.collections.find("Grief")).id
    await core.collections.create("Grief, new", EpisodeQuery(collection=inside))
    file = tmp_path / "mine.JSON"
    assert await core.sharing.export(file) == 4
    before = await shown(core)
    assert list(before) == ["", "Steps", "Grief", "New tapes", "Grief, new"]
    async with elsewhere(tmp_path) as other:
        empty = await other.sharing.bring_in(file)
        assert (empty.favorites, empty.collections) == (0, 0)
        assert sorted(empty.missing) == [
            *("Bob D. - Talk 0", "Bob D. - Talk 2", "Bob D. - Talk 3"),
            *("Grief, new", "New tapes", "Other 1"),
        ]
        assert set(empty.feeds) == {
            CatalogueEntry(title, "", server.url(f"/{title.lower()}.xml")) for title in feeds
        }
        assert await shown(other) == {"": []}
        await other.subscriptions.add_entries(tuple(reversed(empty.feeds)))
        await other.refresh.refresh()
        done = await other.sharing.bring_in(file)
        assert (done.favorites, done.collections, done.missing, done.feeds) == (4, 4, (), ())
        assert await shown(other) == before
        theirs = await by_title(other)
        assert await other.favorites.notes() == {theirs["Talk 3"]: "it helped\nmuch"}
        new_tapes, grief_new = (await other.collections.all())[2:]
        feed = await other.subscriptions.find("Tapes")
        assert new_tapes.query == EpisodeQuery(feed_id=feed.id, unheard=True)
        grief = await other.collections.find("Grief")
        assert grief_new.query == EpisodeQuery(collection=grief.id)
        assert new_tapes.talks == 4


async def test_what_is_there_stays_as_it_is(
    core: Core, ids: dict[str, int], tmp_path: Path
) -> None:
    file = tmp_path / "mine.json"
    await core.sharing.export(file)
    document = json.loads(file.read_text())
    for talk in document["talks"]:
        year = 2999 if talk["title"].endswith("Talk 0") else 2001
        talk |= {"added": f"{year}-01-01T00:00:00Z", "note": "theirs"}
    file.write_text(json.dumps(document))
    await core.collections.take_out((await core.collections.find("Grief")).id, (ids["Talk 2"],))
    await core.favorites.unmark(ids["Talk 0"])
    await core.favorites.unmark(ids["Other 1"])
    heard: list[Event] = []
    core.events.listen(heard.append)
    done = await core.sharing.bring_in(file)
    assert (done.favorites, done.collections, done.missing) == (2, 0, ())
    touched = frozenset(ids[t] for t in ("Talk 0", "Talk 2", "Talk 3", "Other 1"))
    assert heard == [EpisodesChanged(touched), CollectionsChanged()]
    assert (await shown(core))["Grief"] == ["Other 1", "Talk 0", "Talk 2"], "back where they were"
    notes = await core.favorites.notes()
    assert notes[ids["Talk 3"]] == "it helped\nmuch", "their own"
    assert notes[ids["Talk 2"]] == "theirs", "it had none"
    this_year = datetime.now(UTC).year
    years = {"Talk 0": this_year, "Talk 2": this_year, "Other 1": 2001}
    for title, year in years.items():
        was = await core.favorites.unmark(ids[title])
        assert was is not None
        assert was.added.year == year, title


async def test_one_collection_is_handed_on_without_notes(
    core: Core, ids: dict[str, int], tmp_path: Path
) -> None:
    await core.favorites.set_note(ids["Talk 2"], "for me alone")
    grief = await core.collections.find("Grief")
    file = tmp_path / "grief.json"
    assert await core.sharing.export(file, grief.id) == 3
    assert b"for me" not in file.read_bytes()
    assert b"added" not in file.read_bytes()
    await core.collections.remove(grief.id)
    done = await core.sharing.bring_in(file)
    assert (done.favorites, done.collections) == (0, 1)
    assert (await shown(core))["Grief"] == ["Talk 2", "Other 1", "Talk 0"]
    assert (await core.favorites.notes())[ids["Talk 2"]] == "for me alone"


@pytest.mark.parametrize("ending", ["opml", "m3u8", "m3u"])
async def test_lists_for_other_programs_come_back(
    core: Core, ids: dict[str, int], tmp_path: Path, ending: str
) -> None:
    await fetch_all(core, [ids["Talk 2"]])
    grief = await core.collections.find("Grief")
    file = tmp_path / f"list.{ending}"
    assert await core.sharing.export(file, grief.id) == 3
    text = file.read_text("utf-8")
    here = await core.browsing.episode(ids["Talk 2"])
    assert here.file is not None
    assert (here.file.removeprefix(f"{tmp_path}/") in text) is ending.startswith("m3u"), text
    await core.collections.remove(grief.id)
    await core.favorites.unmark(ids["Talk 2"])
    done = await core.sharing.bring_in(file)
    assert (done.favorites, done.collections, done.missing) == (1, 1, ())
    assert (await shown(core))["Grief"] == ["Talk 2", "Other 1", "Talk 0"]
    assert await core.sharing.export(tmp_path / f"all.{ending}") == 4


async def test_one_that_fills_itself(core: Core, ids: dict[str, int], tmp_path: Path) -> None:
    smart = await core.collections.create("Favorites not heard", EpisodeQuery(favorite=True))
    assert await core.sharing.export(tmp_path / "a.m3u8", smart.id) == 4
    assert (tmp_path / "a.m3u8").read_text().count("#EXTINF") == 4
    assert await core.sharing.export(tmp_path / "a.json", smart.id) == 4
    document = json.loads((tmp_path / "a.json").read_text())
    assert document["talks"] == []
    await core.collections.remove(smart.id)
    await core.collections.create("favorites NOT heard")
    for new in (1, 0):
        done = await core.sharing.bring_in(tmp_path / "a.json")
        assert (done.favorites, done.collections) == (0, new)
    names = [each.name for each in await core.collections.all()]
    assert names[-2:] == ["favorites NOT heard", "Favorites not heard 2"]


async def test_a_filter_of_a_series_is_told_by_one_of_its_parts(
    core: Core, ids: dict[str, int], tmp_path: Path
) -> None:
    def name(connection: sqlite3.Connection, key: str) -> None:
        connection.execute("UPDATE episodes SET series_key = ? WHERE guid LIKE 'guid-%'", (key,))

    library = core.favorites._library
    await library.write(name, "here")
    smart = await core.collections.create("Study", EpisodeQuery(series="here", unheard=True))
    await core.sharing.export(tmp_path / "a.json")
    assert b'"here"' not in (tmp_path / "a.json").read_bytes()
    await core.collections.remove(smart.id)
    await library.write(name, "there")
    assert (await core.sharing.bring_in(tmp_path / "a.json")).missing == ()
    back = await core.collections.find("Study")
    assert back.query == EpisodeQuery(series="there", unheard=True)
    gone = replace(back.query, series="nobody's")
    await core.collections.change(back.id, gone)
    await core.sharing.export(tmp_path / "b.json")
    assert b"Study" not in (tmp_path / "b.json").read_bytes(), "it shows nothing anywhere"


async def test_what_is_secret_stays_here(
    home: Home, server: Server, sound: bytes, tmp_path: Path
) -> None:
    url = pod.serve(server, "members", 2, sound).replace("http://", "http://ann:wonder@")
    tokens = [
        pod.item(
            *(1, "Token", server.url("/t.mp3?id=1&token=hush").replace("//", "//x:y@")),
            "https://example.org/t?key=hush",
        )
    ]
    server.add("/tokens.xml", Reply(body=pod.feed("Tokens", tokens)))
    speech_mp3(tmp_path / "Hidden" / "Tapes" / "One.mp3", 3)
    said: list[str] = []
    async with open_core(home, passwords=Passwords()) as core:
        core.events.listen(lambda e: said.append(e.text) if isinstance(e, Notice) else None)
        await core.subscriptions.add(url)
        await core.subscriptions.add(server.url("/tokens.xml?auth=hush"))
        await core.subscriptions.add(str(tmp_path / "Hidden" / "Tapes"))
        ids = list((await by_title(core)).values())
        both = await core.collections.create("All")
        await core.collections.add(both.id, ids)
        for ending, count in (("json", 4), ("opml", 4), ("m3u8", 2)):
            file = tmp_path / f"out.{ending}"
            assert await core.sharing.export(file) == count
            text = file.read_text("utf-8")
            for secret in ("ann", "wonder", "hush", "x:y", "members/", "file:"):
                assert secret not in text, (ending, secret)
            assert ("Hidden" in text) is (ending == "m3u8"), "a player has to find the tape"
            assert "t.mp3?id=1" in text, ending
        assert [text.startswith("Left out of the playlist: 2") for text in said] == [True]
        for each in ids:
            await core.favorites.unmark(each)
        for ending in ("json", "m3u8"):
            done = await core.sharing.bring_in(tmp_path / f"out.{ending}")
            assert (done.missing, done.feeds) == ((), ())
        assert len((await shown(core))["All"]) == 4


HOSTILE = [
    ("a.json", b"[" * 500_000),
    ("a.json", b'{"format": "hearthside favorites", "talks": 7}'),
    ("a.json", b"\0" * 100),
    ("a.opml", b'<!DOCTYPE o [<!ENTITY a "aaaa">]><opml><body><outline text="&a;'),
    ("a.opml", b"<opml>" * 100_000),
    ("a.m3u", b"\x7fELF\0\0"),
    ("a.m3u8", b""),
    ("a.txt", b"{}"),
    ("a", b"{}"),
]


@pytest.mark.parametrize(("name", "data"), HOSTILE, ids=range(len(HOSTILE)))
async def test_a_hostile_file_changes_nothing(
    core: Core, ids: dict[str, int], tmp_path: Path, name: str, data: bytes
) -> None:
    before = await shown(core)
    (tmp_path / name).write_bytes(data)
    with pytest.raises(KnownError):
        await core.sharing.bring_in(tmp_path / name)
    assert await shown(core) == before


async def test_what_cannot_be_read(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder.json").mkdir()
    for path in (tmp_path / "absent.json", tmp_path / "folder.json"):
        with pytest.raises(KnownError, match="cannot be read"):
            await core.sharing.bring_in(path)
    monkeypatch.setattr(sharing, "LARGEST", 1_000)
    (tmp_path / "big.json").write_bytes(b" " * 1_001)
    with pytest.raises(KnownError, match="larger than"):
        await core.sharing.bring_in(tmp_path / "big.json")


async def test_a_file_is_whole_or_as_it_was(core: Core, tmp_path: Path) -> None:
    for name in ("absent/a.json", "a.txt", "folder.json"):
        (tmp_path / "folder.json").mkdir(exist_ok=True)
        with pytest.raises(KnownError):
            await core.sharing.export(tmp_path / name)
    old = tmp_path / "old.json"
    old.write_text("old")
    (tmp_path / "old.json.part").mkdir()
    with pytest.raises(KnownError, match="cannot be written"):
        await core.sharing.export(old)
    assert old.read_text() == "old"
    (tmp_path / "old.json.part").rmdir()
    assert await core.sharing.export(old) == 0
    assert sorted(path.name for path in tmp_path.glob("*.json*")) == ["folder.json", "old.json"]
    assert await core.sharing.bring_in(old) == sharing.Imported(0, 0)


async def test_names_that_are_none(core: Core, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    collections = [{"name": "\u200b\n"}, {"name": "x" * 500}, {"name": ""}]
    document = {"format": "hearthside favorites", "version": 1, "collections": collections}
    file.write_text(json.dumps(document))
    heard: list[Event] = []
    core.events.listen(heard.append)
    for new in (2, 0):
        assert (await core.sharing.bring_in(file)).collections == new
    assert heard == [CollectionsChanged()] * 2, "no talk looks different"
    names = [each.name for each in await core.collections.all()]
    assert names == ["Collection", "x" * 80]

"""Feeds that ask who asks: the password goes to their own host, and is kept in the keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

import keyring
import pytest
import pytest_asyncio
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import PasswordDeleteError

from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.services.core import open_core
from desktop_app.services.events import Notice
from desktop_app.services.finding import AlreadySubscribedError
from desktop_app.services.logins import Keyring, SignInNeededError
from tests.support import pod
from tests.support.passwords import Passwords
from tests.support.server import Reply, Server, redirect, static
from tests.support.waiting import until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from desktop_app.base.model import Feed
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core
    from desktop_app.services.events import Event

ANN = ("ann", "päss:word")


@pytest.fixture
def passwords() -> Passwords:
    return Passwords()


@pytest_asyncio.fixture
async def core(home: Home, passwords: Passwords) -> AsyncIterator[Core]:
    async with open_core(home, passwords=passwords) as opened:
        yield opened


def serve(
    server: Server, sound: bytes, name: str = "inner", elsewhere: Server | None = None
) -> str:
    """Serve a feed for members, with one recording on its own server and one elsewhere."""
    own = server.add(f"/{name}/own.mp3", Reply(body=sound, login=ANN, ranges=True))
    other = (elsewhere or server).add("/other.mp3", static(sound))
    body = pod.feed(name.title(), [pod.item(0, url=own), pod.item(1, url=other)])
    return server.add(f"/{name}.xml", Reply(body=body, login=ANN))


def sent(server: Server, path: str) -> list[bool]:
    """Return for each request whether a password came with it."""
    return ["authorization" in request.headers for request in server.asked(path)]


async def row(core: Core, feed: Feed) -> Feed:
    return await core.browsing.feed(feed.id)


async def test_a_feed_for_members(
    core: Core, server: Server, sound: bytes, passwords: Passwords
) -> None:
    url = serve(server, sound)
    with pytest.raises(SignInNeededError) as asked:
        await core.subscriptions.add(url)
    assert (asked.value.host, asked.value.refused) == ("127.0.0.1", False)
    with pytest.raises(SignInNeededError) as asked:
        await core.subscriptions.add(url, login=("ann", "wrong"))
    assert asked.value.refused
    assert (await core.browsing.feeds(), passwords.kept) == ((), {})
    feed = await core.subscriptions.add(url, login=ANN)
    assert (feed.account, feed.episodes) == ("ann", 2)
    assert passwords.kept == {f"ann@127.0.0.1:{server.port}": "päss:word"}
    (outcome,) = await core.refresh.refresh()
    assert outcome.error is None


async def test_the_password_stays_out_of_the_library(
    home: Home, server: Server, sound: bytes, passwords: Passwords
) -> None:
    url = serve(server, sound).replace("//", "//ann:p%C3%A4ss%3Aword@", 1)
    async with open_core(home, passwords=passwords) as core:
        feed = await core.subscriptions.add(url)
        assert (feed.url, feed.account) == (server.url("/inner.xml"), "ann")
        assert b"ann" not in await core.subscriptions.export_opml()
        with pytest.raises(AlreadySubscribedError):
            await core.subscriptions.add(url)
    for file in home.root.rglob("*.sqlite*"):
        assert b"ss:word" not in file.read_bytes()
        assert b"p%C3%A4ss" not in file.read_bytes()
    async with open_core(home, passwords=passwords) as core:
        (outcome,) = await core.refresh.refresh()
        assert outcome.error is None


async def test_a_list_with_passwords_in_it(
    core: Core, server: Server, sound: bytes, passwords: Passwords
) -> None:
    url = serve(server, sound).replace("//", "//ann:p%C3%A4ss%3Aword@", 1)
    report = await core.subscriptions.add_entries((CatalogueEntry("Inner", feed_url=url),))
    assert report.added[0].url == server.url("/inner.xml")
    (outcome,) = await core.refresh.refresh()
    assert (outcome.new, outcome.error) == (2, None)
    assert list(passwords.kept.values()) == ["päss:word"]


async def test_recordings_on_the_feeds_own_server_only(
    core: Core, server: Server, sound: bytes
) -> None:
    async def both_are_here() -> bool:
        query = EpisodeQuery(states=(DownloadState.DOWNLOADED,))
        return (await core.browsing.page(query, 0, 9)).total == 2

    with Server() as elsewhere:
        url = serve(server, sound, elsewhere=elsewhere)
        feed = await core.subscriptions.add(url, login=ANN)
        page = await core.browsing.page(EpisodeQuery(feed_id=feed.id), 0, 9)
        await core.downloading.request(tuple(each.id for each in page.episodes))
        await until(core, both_are_here)
    assert sent(server, "/inner/own.mp3") == [True]
    assert sent(elsewhere, "/other.mp3") == [False]


@pytest.mark.parametrize("how", ["redirect", "page"])
async def test_a_feed_that_is_found_elsewhere(
    core: Core, server: Server, sound: bytes, passwords: Passwords, how: str
) -> None:
    """What was typed for one server goes to no other one, also not from then on."""
    with Server() as elsewhere:
        url = pod.serve(elsewhere, "open", 1, sound)
        link = f'<html><head><link rel="alternate" type="application/rss+xml" href="{url}"></head>'
        page = Reply(body=link.encode(), headers={"Content-Type": "text/html"}, login=ANN)
        first = server.add("/", page if how == "page" else redirect(url, 301))
        feed = await core.subscriptions.add(first, login=ANN)
        assert (feed.url, feed.account, passwords.kept) == (url, None, {})
        await core.refresh.refresh()
        assert sent(elsewhere, "/open.xml") == [False, False]


async def test_a_link_with_a_password_in_it(
    core: Core, server: Server, sound: bytes, passwords: Passwords
) -> None:
    url = serve(server, sound)
    named = url.replace("//", "//ann:p%C3%A4ss%3Aword@", 1)
    link = f'<html><head><link rel="alternate" type="application/rss+xml" href="{named}"></head>'
    server.add("/", Reply(body=link.encode(), headers={"Content-Type": "text/html"}))
    feed = await core.subscriptions.add(server.url("/"))
    assert (feed.url, feed.account, feed.episodes) == (url, "ann", 2)
    assert list(passwords.kept.values()) == ["päss:word"]
    assert b"ss%3Aword" not in await core.subscriptions.export_opml()


@pytest.mark.parametrize("how", ["redirect", "announced", "by hand"])
async def test_a_feed_that_moves_elsewhere(
    core: Core, server: Server, sound: bytes, passwords: Passwords, how: str
) -> None:
    with Server() as elsewhere:
        feed = await core.subscriptions.add(serve(server, sound), login=ANN)
        items = [pod.item(0, url=server.url("/inner/own.mp3"))]
        url = elsewhere.add("/inner.xml", Reply(body=pod.feed("Inner", items)))
        if how == "by hand":
            await core.feed_settings.change_address(feed.id, url)
        elif how == "redirect":
            server.add("/inner.xml", redirect(url, 301))
        else:
            said = (
                f"<itunes:new-feed-url>{url.replace('//', '//bob:secret@')}</itunes:new-feed-url>"
            )
            body = pod.feed("Inner", items).replace(b"</channel>", f"{said}</channel>".encode())
            server.add("/inner.xml", Reply(body=body, login=ANN))
        await core.refresh.refresh()
        await core.refresh.refresh()
        found = await row(core, feed)
        assert (found.url, found.account, passwords.kept) == (url, None, {})
        assert set(sent(elsewhere, "/inner.xml")) == {False}


async def test_a_password_that_is_no_longer_accepted(
    core: Core, server: Server, sound: bytes, passwords: Passwords
) -> None:
    feed = await core.subscriptions.add(serve(server, sound), login=ANN)
    body = pod.feed("Inner", [])
    server.add("/inner.xml", Reply(body=body, login=("ann", "new")))
    (outcome,) = await core.refresh.refresh()
    assert "did not accept" in str(outcome.error)
    (problem,) = await core.browsing.problems()
    assert (problem.feed_id, problem.what_next) == (
        feed.id,
        "Sign in with those that its publisher gave you.",
    )
    with pytest.raises(SignInNeededError):
        await core.feed_settings.sign_in(feed.id, ("ann", "wrong"))
    assert list(passwords.kept.values()) == ["päss:word"]
    await core.feed_settings.sign_in(feed.id, ("ann", "new"))
    assert list(passwords.kept.values()) == ["new"]
    assert (await row(core, feed)).problem is None
    assert await core.browsing.problems() == ()


async def test_signing_out_and_removing_forget_the_password(
    core: Core, server: Server, sound: bytes, passwords: Passwords
) -> None:
    one = await core.subscriptions.add(serve(server, sound, "one"), login=ANN)
    two = await core.subscriptions.add(serve(server, sound, "two"), login=ANN)
    await core.feed_settings.sign_out(one.id)
    assert (await row(core, one)).account is None
    assert len(passwords.kept) == 1, "the other feed still needs it"
    (outcome,) = await core.refresh.refresh((one.id,))
    assert "asks for a name and a password" in str(outcome.error)
    await core.subscriptions.remove(two.id)
    assert passwords.kept == {}


async def test_without_a_keyring_it_is_kept_until_closing(
    home: Home, server: Server, sound: bytes, passwords: Passwords
) -> None:
    passwords.locked = True
    heard: list[Event] = []
    async with open_core(home, passwords=passwords) as core:
        core.events.listen(heard.append)
        await core.subscriptions.add(serve(server, sound), login=ANN)
        (outcome,) = await core.refresh.refresh()
        assert outcome.error is None
    assert ["no keyring" in event.text for event in heard if isinstance(event, Notice)] == [True]
    async with open_core(home, passwords=passwords) as core:
        (outcome,) = await core.refresh.refresh()
        assert "asks for a name and a password" in str(outcome.error)


class MemoryKeyring(KeyringBackend):
    """A backend of the real library."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring's backends are not typed
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.kept.pop((service, username), None) is None:
            raise PasswordDeleteError("none")


@pytest.fixture
def backend() -> Iterator[MemoryKeyring]:
    before = keyring.get_keyring()
    own = MemoryKeyring()
    keyring.set_keyring(own)
    yield own
    keyring.set_keyring(before)


def test_the_desktops_keyring(backend: MemoryKeyring) -> None:
    store = Keyring()
    assert store.get("ann@a.org") is None
    store.put("ann@a.org", "secret")
    assert backend.kept == {("Hearthside", "ann@a.org"): "secret"}
    assert store.get("ann@a.org") == "secret"
    store.drop("ann@a.org")
    store.drop("ann@a.org")
    assert backend.kept == {}


def test_a_computer_without_one(backend: MemoryKeyring) -> None:
    del backend
    keyring.set_keyring(NoKeyring())  # type: ignore[no-untyped-call]  # as above
    store = Keyring()
    attempts: list[Callable[[], object]] = [
        lambda: store.get("a"),
        lambda: store.put("a", "b"),
        lambda: store.drop("a"),
    ]
    for attempt in attempts:
        with pytest.raises(OSError, match="keyring"):
            attempt()


async def test_passwords_of_other_programs_go_to_nobody(
    home: Home, server: Server, sound: bytes, passwords: Passwords, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One may be for every server there is, and would keep members from their own feeds."""
    person = home.root.parent / "person"
    person.mkdir()
    (person / ".netrc").write_text("default login zebulon password secret\n")
    (person / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(person))
    monkeypatch.delenv("NETRC", raising=False)
    async with open_core(home, passwords=passwords) as core:
        await core.subscriptions.add(serve(server, sound), login=ANN)
        await core.subscriptions.add(pod.serve(server, "open", 1, sound))
    assert sent(server, "/open.xml") == [False]

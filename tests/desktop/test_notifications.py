"""A note on the desktop: shown by whoever is there, clicked on, taken away."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from dbus_fast import Variant

from desktop_app.desktop.bus import ask
from desktop_app.desktop.facts import Note, Picture
from desktop_app.desktop.notifications import Notifications
from tests.support.desktop import PORTAL, Ledger, joined
from tests.support.notifications import NotificationPortal, show_notes
from tests.support.session_bus import private_bus

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from dbus_fast.aio import MessageBus

NOTE = Note("Hearthside", "It is 7:30, the time you chose.")
SHOWN = ("notify", "Hearthside", 0, "", *(NOTE.title, NOTE.text), ("default", ""), -1)
BY_PORTAL = (
    "add",
    "note",
    (
        ("body", NOTE.text),
        ("default-action", "default"),
        ("priority", "normal"),
        ("title", NOTE.title),
    ),
)
DBUS = "org.freedesktop.DBus"


class Desk:
    """Our side and the desktop's; ``clicks`` has the token of each."""

    def __init__(self, here: MessageBus, there: MessageBus) -> None:
        self.there = there
        self._here = here
        self.ledger = Ledger()
        self.clicks: list[str] = []
        self.notes = Notifications(here, self.clicks.append)

    async def settle(self) -> None:
        """Return when we have heard all that was said on the bus before."""
        for bus in (self.there, self._here):
            await ask(bus, DBUS, "/org/freedesktop/DBus", DBUS, "GetId")


@asynccontextmanager
async def desk(folder: Path) -> AsyncIterator[Desk]:
    """Everything on a bus of its own."""
    with private_bus(folder) as address:
        async with joined(address) as here, joined(address) as there:
            this = Desk(here, there)
            await this.notes.open()
            yield this
            await this.notes.close()


async def test_it_is_shown_plainly_and_quietly(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        service = await show_notes(this.there, this.ledger)
        assert await this.notes.say(NOTE)
        assert this.ledger.told == [SHOWN]
        assert service.hints == {"urgency": Variant("y", 1)}


async def test_the_picture_goes_with_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        service = await show_notes(this.there, this.ledger)
        points = bytes(range(24))
        await this.notes.say(Note("Audio", "It is 7:30.", Picture(3, 2, points)))
        assert tuple(service.hints["image-data"].value) == (3, 2, 12, True, 8, 4, points)


async def test_tomorrows_takes_the_place_of_todays(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        service = await show_notes(this.there, this.ledger)
        await this.notes.say(NOTE)
        await this.notes.say(NOTE)
        assert this.ledger.told == [SHOWN, ("take away", 41), SHOWN]
        service.notification_closed(42, 1)
        await this.settle()
        await this.notes.say(NOTE)
        assert this.ledger.told[3:] == [SHOWN], "what is gone is not taken away"


async def test_a_click_comes_with_its_token(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        service = await show_notes(this.there, this.ledger)
        await this.notes.say(NOTE)
        service.activation_token(40, "another's")
        service.action_invoked(40, "default")
        await this.settle()
        assert this.clicks == []
        service.activation_token(41, "token-1")
        service.action_invoked(41, "default")
        service.notification_closed(41, 2)
        await this.settle()
        assert this.clicks == ["token-1"]
        await this.notes.say(NOTE)
        service.action_invoked(42, "default")
        await this.settle()
        assert this.clicks == ["token-1", ""]


async def test_it_is_taken_away_once(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        await show_notes(this.there, this.ledger)
        await this.notes.withdraw()
        await this.notes.say(NOTE)
        await this.notes.withdraw()
        await this.notes.withdraw()
        await this.ledger.until(SHOWN, ("take away", 41))


async def test_closing_takes_it_away(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        await show_notes(this.there, this.ledger)
        await this.notes.say(NOTE)
        await this.notes.close()
        await this.ledger.until(SHOWN, ("take away", 41))
        await this.notes.open()


async def test_in_a_sandbox_the_portal_shows_it(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        portal = NotificationPortal(this.ledger)
        this.there.export(PORTAL[1], portal)
        await this.there.request_name(PORTAL[0])
        portal.action_invoked("note", "default", [])
        await this.settle()
        assert await this.notes.say(NOTE)
        assert this.ledger.told == [BY_PORTAL]
        portal.action_invoked("other", "default", [])
        about = Variant("a{sv}", {"activation-token": Variant("s", "token-2")})
        portal.action_invoked("note", "default", [Variant("s", "target"), about])
        await this.settle()
        assert this.clicks == ["token-2"]
        await this.notes.say(NOTE)
        await this.notes.withdraw()
        await this.ledger.until(BY_PORTAL, BY_PORTAL, ("remove", "note"))


async def test_who_refuses_is_passed_over(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        await show_notes(this.there, this.ledger, refusing=True)
        this.there.export(PORTAL[1], NotificationPortal(this.ledger))
        await this.there.request_name(PORTAL[0])
        assert await this.notes.say(NOTE)
        assert this.ledger.told == [BY_PORTAL]


async def test_with_nobody_there_nothing_happens(tmp_path: Path) -> None:
    async with desk(tmp_path) as this:
        assert not await this.notes.say(NOTE)
        await this.notes.withdraw()

"""A note that the desktop shows for a while, and that can be clicked on.

Asked is the desktop's own service (https://specifications.freedesktop.org/notification-spec/), and
where that is out of reach, as in a sandbox, the portal (org.freedesktop.portal.Notification).
Without either nothing is said here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dbus_fast import Message, MessageType, Variant

from desktop_app.desktop.bus import ask, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from dbus_fast.aio import MessageBus

    from desktop_app.desktop.facts import Note, Picture

_NAME = "org.freedesktop.Notifications"
_PATH = "/org/freedesktop/Notifications"
_PORTAL = "org.freedesktop.portal.Desktop"
_PORTAL_PATH = "/org/freedesktop/portal/desktop"
_PORTAL_INTERFACE = "org.freedesktop.portal.Notification"
_PORTAL_ID = "note"
_CLICK = "default"
_NORMAL = 1
_NEW = 0
_DBUS = "org.freedesktop.DBus"
_AS_LONG_AS_USUAL = -1
_RULES = tuple(
    f"type='signal',interface='{interface}',path='{path}'"
    for interface, path in ((_NAME, _PATH), (_PORTAL_INTERFACE, _PORTAL_PATH))
)


class Notifications:
    """Shows one note at a time; lives in the bus thread.

    ``clicked`` is given the token by which the desktop allows a window to come forward, or "".
    """

    def __init__(self, bus: MessageBus, clicked: Callable[[str], None]) -> None:
        self._bus = bus
        self._clicked = clicked
        self._number = 0
        self._by_portal = False
        self._token = ""

    async def open(self) -> None:
        """Hear of clicks from now on."""
        self._bus.add_message_handler(self._hear)
        for rule in _RULES:
            await ask(self._bus, _DBUS, "/org/freedesktop/DBus", _DBUS, "AddMatch", "s", [rule])

    async def close(self) -> None:
        """Take away what is shown: nobody would hear the click."""
        await self.withdraw()
        self._bus.remove_message_handler(self._hear)

    async def say(self, note: Note) -> bool:
        """Show a note in the place of the last one; tell whether somebody does.

        The last one is taken away first: what merely replaces another may stay in the background.
        """
        await self.withdraw()
        if await self._say_plainly(note):
            return True
        self._by_portal = await self._say_by_portal(note)
        return self._by_portal

    async def withdraw(self) -> None:
        """Take away what is shown."""
        number, self._number, self._token = self._number, 0, ""
        by_portal, self._by_portal = self._by_portal, False
        if number:
            await tell(self._bus, _NAME, _PATH, _NAME, "CloseNotification", "u", [number])
        if by_portal:
            await tell(
                self._bus, _PORTAL, _PORTAL_PATH, _PORTAL_INTERFACE,
                "RemoveNotification", "s", [_PORTAL_ID],
            )  # fmt: skip

    async def _say_plainly(self, note: Note) -> bool:
        hints = {"urgency": Variant("y", _NORMAL)}
        if note.picture is not None:
            hints["image-data"] = _image(note.picture)
        reply = await ask(
            self._bus, _NAME, _PATH, _NAME, "Notify", "susssasa{sv}i",
            [note.title, _NEW, "", note.title, note.text, [_CLICK, ""], hints, _AS_LONG_AS_USUAL],
        )  # fmt: skip
        if reply is None:
            return False
        self._number = int(reply.body[0])
        return True

    async def _say_by_portal(self, note: Note) -> bool:
        words = {
            "title": Variant("s", note.title),
            "body": Variant("s", note.text),
            "priority": Variant("s", "normal"),
            "default-action": Variant("s", _CLICK),
        }
        reply = await ask(
            self._bus, _PORTAL, _PORTAL_PATH, _PORTAL_INTERFACE,
            "AddNotification", "sa{sv}", [_PORTAL_ID, words],
        )  # fmt: skip
        return reply is not None

    def _hear(self, message: Message) -> None:
        if message.message_type is not MessageType.SIGNAL:
            return
        match message.interface, message.member, message.signature, message.body:
            case str(interface), "ActivationToken", "us", [number, token]:
                if interface == _NAME and number == self._number:
                    self._token = token
            case str(interface), "ActionInvoked", "us", [number, _action]:
                if interface == _NAME and number == self._number:
                    self._clicked(self._token)
            case str(interface), "NotificationClosed", "uu", [number, _reason]:
                if interface == _NAME and number == self._number:
                    self._number, self._token = 0, ""
            case str(interface), "ActionInvoked", "ssav", [name, _action, about]:
                if interface == _PORTAL_INTERFACE and name == _PORTAL_ID and self._by_portal:
                    self._by_portal = False
                    self._clicked(_token(about))


def _image(picture: Picture) -> Variant:
    """Return a picture as the hint wants it: eight bits for each of four channels."""
    row = picture.width * 4
    return Variant("(iiibiiay)", [picture.width, picture.height, row, True, 8, 4, picture.points])


def _token(about: list[Any]) -> str:
    """Return the token among what the portal says of a click; it does since its version 2."""
    for each in about:
        value = each.value
        if isinstance(value, dict) and "activation-token" in value:
            return str(value["activation-token"].value)
    return ""

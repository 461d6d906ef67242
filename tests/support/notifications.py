"""Whoever shows notes on a desktop, and clicks on them; on a private bus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

from dbus_fast import DBusError, ErrorType, Variant
from dbus_fast.annotations import DBusDict, DBusInt32, DBusSignature, DBusStr, DBusUInt32
from dbus_fast.service import ServiceInterface, dbus_method, dbus_signal

if TYPE_CHECKING:
    from dbus_fast.aio import MessageBus

    from tests.support.desktop import Ledger

NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications")
Nothing = Annotated[None, DBusSignature("")]
Strings = Annotated[list[str], DBusSignature("as")]
Numbered = Annotated[list[Any], DBusSignature("uu")]
Told = Annotated[list[Any], DBusSignature("us")]
PortalClick = Annotated[list[Any], DBusSignature("ssav")]


class Notifications(ServiceInterface):
    """``org.freedesktop.Notifications``; ``refusing``: it has no wish to."""

    def __init__(self, ledger: Ledger, *, refusing: bool = False) -> None:
        super().__init__(NOTIFICATIONS[0])
        self._ledger, self._refusing = ledger, refusing
        self._number = 40
        self.hints: dict[str, Variant] = {}

    @dbus_method(name="Notify")
    def notify(
        self,
        app: DBusStr,
        replaces: DBusUInt32,
        icon: DBusStr,
        title: DBusStr,
        text: DBusStr,
        actions: Strings,
        hints: DBusDict,
        expires: DBusInt32,
    ) -> DBusUInt32:
        """Show a note; it is numbered anew unless it takes the place of another."""
        if self._refusing:
            raise DBusError(ErrorType.NOT_SUPPORTED, "no")
        self._number = replaces or self._number + 1
        self.hints = hints
        self._ledger.note("notify", app, replaces, icon, title, text, tuple(actions), expires)
        return self._number

    @dbus_method(name="CloseNotification")
    def take_away(self, number: DBusUInt32) -> Nothing:
        """Show it no more."""
        self._ledger.note("take away", number)

    @dbus_signal(name="ActivationToken")
    def activation_token(self, number: int, token: str) -> Told:
        """Say by which token the window may come forward."""
        return [number, token]

    @dbus_signal(name="ActionInvoked")
    def action_invoked(self, number: int, action: str) -> Told:
        """Say that somebody clicked."""
        return [number, action]

    @dbus_signal(name="NotificationClosed")
    def notification_closed(self, number: int, reason: int) -> Numbered:
        """Say that it is gone."""
        return [number, reason]


class NotificationPortal(ServiceInterface):
    """``org.freedesktop.portal.Notification``."""

    def __init__(self, ledger: Ledger) -> None:
        super().__init__("org.freedesktop.portal.Notification")
        self._ledger = ledger

    @dbus_method(name="AddNotification")
    def add(self, name: DBusStr, words: DBusDict) -> Nothing:
        """Show a note, in the place of another of the same name."""
        self._ledger.note(
            "add", name, tuple(sorted((key, each.value) for key, each in words.items()))
        )

    @dbus_method(name="RemoveNotification")
    def remove(self, name: DBusStr) -> Nothing:
        """Show it no more."""
        self._ledger.note("remove", name)

    @dbus_signal(name="ActionInvoked")
    def action_invoked(self, name: str, action: str, about: list[Variant]) -> PortalClick:
        """Say that somebody clicked."""
        return [name, action, about]


async def show_notes(bus: MessageBus, ledger: Ledger, *, refusing: bool = False) -> Notifications:
    """Be whoever shows notes on this bus."""
    service = Notifications(ledger, refusing=refusing)
    bus.export(NOTIFICATIONS[1], service)
    await bus.request_name(NOTIFICATIONS[0])
    return service

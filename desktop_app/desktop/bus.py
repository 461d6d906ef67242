"""D-Bus, spoken in a thread of its own, so that no slow service ever holds up window or sound.

A missing bus or service is nothing to tell the person: whatever needs it is simply absent.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from typing import TYPE_CHECKING, Any

from dbus_fast import BusType, DBusError, Message, MessageFlag, MessageType
from dbus_fast.aio import MessageBus

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

PATIENCE = 10.0
"""Seconds that a service may take to answer; the bus may have to start it first."""

_GREETING = 5.0
_FAREWELL = 2.0
_log = logging.getLogger(__name__)


class BusThread:
    """One asyncio loop in a thread; everything that touches a bus runs there."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(overhear)
        self._thread = threading.Thread(target=self._run, name="buses", daemon=True)
        self._tasks: set[asyncio.Task[None]] = set()
        self._closed = False

    def start(self) -> None:
        """Begin; what was posted before is done first."""
        self._thread.start()

    def post(self, work: Callable[[], object]) -> None:
        """Run ``work`` there, in the order of posting; called from any thread."""
        if not self._closed:
            self._loop.call_soon_threadsafe(work)

    def spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine there; called from that thread."""
        task = self._loop.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def close(self, farewell: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Do ``farewell`` there, then end the thread; no service can hold this up for long."""
        self._closed = True
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._leave(farewell), self._loop)
            self._thread.join()
        self._loop.close()

    async def _leave(self, farewell: Callable[[], Coroutine[Any, Any, None]]) -> None:
        for task in self._tasks:
            task.cancel()
        try:
            async with asyncio.timeout(_FAREWELL):
                await asyncio.gather(*self._tasks, return_exceptions=True)
                await farewell()
        except TimeoutError:
            _log.debug("a bus did not take the farewell")
        finally:
            self._loop.stop()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()


def overhear(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Take what goes wrong where nobody waits: a bus that goes away is nothing to report.

    A message that it did not take is told to a future that dbus-fast keeps to itself.
    """
    error = context.get("exception")
    if isinstance(error, OSError | EOFError):
        _log.debug("a bus went away: %s", error)
    else:
        loop.default_exception_handler(context)


async def connect(kind: BusType) -> MessageBus | None:
    """Return a connection to the session or system bus; None: there is no such bus."""
    try:
        bus = MessageBus(bus_type=kind, negotiate_unix_fd=True, auth_timeout=_GREETING)
        async with asyncio.timeout(_GREETING):
            return await bus.connect()
    except Exception as error:  # noqa: BLE001 - what connect raises is documented as Exception
        _log.debug("no %s bus: %s", kind.name, error)
        return None


async def ask(
    bus: MessageBus | None,
    service: str,
    path: str,
    interface: str,
    member: str,
    signature: str = "",
    body: Sequence[object] = (),
) -> Message | None:
    """Call a method; None: there is no bus or service, or it does not want to."""
    if bus is None or not bus.connected:
        return None
    call = Message(
        destination=service,
        path=path,
        interface=interface,
        member=member,
        signature=signature,
        body=list(body),
    )
    try:
        async with asyncio.timeout(PATIENCE):
            reply = await bus.call(call)
    except (OSError, EOFError, TimeoutError, DBusError) as error:
        _log.debug("%s.%s: %r", interface, member, error)
        return None
    if reply.message_type is MessageType.ERROR:
        _log.debug("%s.%s: %s", interface, member, reply.error_name)
        return None
    return reply


async def tell(
    bus: MessageBus,
    service: str,
    path: str,
    interface: str,
    member: str,
    signature: str = "",
    body: Sequence[object] = (),
) -> None:
    """Call a method whose answer does not matter; return when it is on its way."""
    if not bus.connected:
        return
    call = Message(
        destination=service,
        path=path,
        interface=interface,
        member=member,
        signature=signature,
        body=list(body),
        flags=MessageFlag.NO_REPLY_EXPECTED,
    )
    try:
        await bus.send(call)
    except (OSError, EOFError) as error:
        _log.debug("%s.%s: %s", interface, member, error)


async def part(bus: MessageBus | None) -> None:
    """Leave a bus in good order; what is left unsaid there is lost."""
    if bus is None:
        return
    bus.disconnect()
    try:
        await bus.wait_for_disconnect()  # type: ignore[no-untyped-call]
    except (OSError, EOFError) as error:
        _log.debug("a bus was gone before: %s", error)

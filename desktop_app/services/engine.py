"""The engine thread: one asyncio loop that owns everything that is not the screen."""

from __future__ import annotations

import asyncio
import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from contextlib import AbstractAsyncContextManager

    from desktop_app.services.core import Core
    from desktop_app.services.events import Event

T = TypeVar("T")
_log = logging.getLogger(__name__)
_PATIENCE = 2.0


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """What became of a call: a value, or the error that it raised."""

    value: T | None = None
    error: BaseException | None = None


class Engine:
    """Opens the services in a thread of its own and runs calls there.

    Calls made before the services are open wait for them; calls whose services failed to
    open come to that error.
    """

    def __init__(
        self,
        opener: Callable[[], AbstractAsyncContextManager[Core]],
        on_event: Callable[[Event], None],
    ) -> None:
        self._opener = opener
        self._on_event = on_event
        self._loop = asyncio.new_event_loop()
        self._core: asyncio.Future[Core] = self._loop.create_future()
        self._stopping = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, name="engine")

    def start(self) -> None:
        """Begin; returns at once."""
        self._thread.start()

    def submit(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        done: Callable[[Outcome[T]], None],
    ) -> None:
        """Run ``make(core)`` in the engine; ``done`` is called there with its outcome."""
        self._loop.call_soon_threadsafe(self._begin, make, done)

    def stop(self) -> None:
        """Close the services in good order and wait for that."""
        if self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()

    def _begin(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        done: Callable[[Outcome[T]], None],
    ) -> None:
        task = self._loop.create_task(self._call(make, done))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _call(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        done: Callable[[Outcome[T]], None],
    ) -> None:
        try:
            core = await asyncio.shield(self._core)
            outcome = Outcome(value=await make(core))
        except Exception as error:  # noqa: BLE001 - it is handed to whoever called
            outcome = Outcome(error=error)
        done(outcome)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(self._live())
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _live(self) -> None:
        try:
            async with self._opener() as core:
                core.events.listen(self._on_event)
                self._core.set_result(core)
                await self._stopping.wait()
                await self._drain()
        except Exception as error:  # noqa: BLE001 - it is handed to every caller
            if self._core.done():
                _log.exception("The engine did not close in good order")
            else:
                self._core.set_exception(error)
                await self._stopping.wait()
                await self._drain()

    async def _drain(self) -> None:
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=_PATIENCE)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

"""The only crossing between the engine thread and the UI thread.

The UI calls ``bridge.call(lambda core: core.browsing.feeds(), then=…, fail=…)``; the
coroutine runs in the engine, its immutable answer comes back on one queued signal. Facts
come the same way, as events on :attr:`Bridge.happened`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop_app.base.errors import KnownError
from desktop_app.services.engine import Engine, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from contextlib import AbstractAsyncContextManager

    from desktop_app.services.core import Core

T = TypeVar("T")


class Call:
    """One call under way; a cancelled one is never answered."""

    __slots__ = ("__weakref__", "_fail", "_then")

    def __init__(
        self, then: Callable[[Any], None] | None, fail: Callable[[KnownError], None] | None
    ) -> None:
        self._then = then
        self._fail = fail

    def cancel(self) -> None:
        """Drop the answer: a newer question has taken this one's place."""
        self._then = None
        self._fail = _ignore

    def answer(self, outcome: Outcome[Any]) -> BaseException | None:
        """Deliver the outcome; return the error that nobody took."""
        if outcome.error is None:
            if self._then is not None:
                self._then(outcome.value)
            return None
        if isinstance(outcome.error, KnownError) and self._fail is not None:
            self._fail(outcome.error)
            return None
        return None if self._fail is _ignore else outcome.error


def as_it_is(error: KnownError) -> KnownError:
    """Return an error as the core tells it."""
    return error


class Bridge(QObject):
    """Lives in the UI thread; owns the engine.

    ``say``: puts an error of the core into the person's language, for ``fail`` and ``troubled``.

    Signals:
        happened: a :data:`desktop_app.services.events.Event`.
        troubled: a KnownError of a call that gave no ``fail``.
        broke: any other exception: a bug of ours.
    """

    happened = Signal(object)
    troubled = Signal(object)
    broke = Signal(object)
    _answered = Signal(object, object)

    def __init__(
        self,
        opener: Callable[[], AbstractAsyncContextManager[Core]],
        say: Callable[[KnownError], KnownError] = as_it_is,
    ) -> None:
        super().__init__()
        self._say = say
        self._stopped = False
        self._engine = Engine(opener, self.happened.emit)
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the engine; calls may be made before and after."""
        self._engine.start()

    def stop(self) -> None:
        """Close the services; places and files are safe when this returns.

        Nothing is asked or answered from then on.
        """
        self._stopped = True
        self._engine.stop()

    def call(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None] | None = None,
        fail: Callable[[KnownError], None] | None = None,
    ) -> Call:
        """Run ``make(core)`` in the engine; hand its value to ``then`` in the UI thread."""
        call = Call(then, fail)
        if not self._stopped:
            self._engine.submit(make, lambda outcome: self._answered.emit(call, outcome))
        return call

    @Slot(object, object)
    def _deliver(self, call: Call, outcome: Outcome[Any]) -> None:
        if isinstance(outcome.error, KnownError):
            outcome = replace(outcome, error=self._say(outcome.error))
        error = None if self._stopped else call.answer(outcome)
        if isinstance(error, KnownError):
            self.troubled.emit(error)
        elif error is not None:
            self.broke.emit(error)


class Strand(QObject):
    """One window's part of the bridge, for a window that may go before the bridge does.

    A :class:`~desktop_app.crossing.Crossing`: once it is closed nothing is answered or told any
    more to widgets that are about to be deleted.
    """

    happened = Signal(object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._closed = False
        self._calls: WeakSet[Call] = WeakSet()
        bridge.happened.connect(self.happened)

    def call(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None] | None = None,
        fail: Callable[[KnownError], None] | None = None,
    ) -> Call:
        """See :meth:`Bridge.call`; a wish of a closed strand is still carried out."""
        call = self._bridge.call(make, then, fail)
        if self._closed:
            call.cancel()
        self._calls.add(call)
        return call

    def close(self) -> None:
        """Fall silent."""
        self._closed = True
        self._bridge.happened.disconnect(self.happened)
        for call in self._calls:
            call.cancel()
        self.deleteLater()


def _ignore(_error: KnownError) -> None:
    """Take an error that is of no interest any more."""

"""What the screen needs of the crossing; the bridge and the tests' hand-driven one both fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from PySide6.QtCore import SignalInstance

    from desktop_app.base.errors import KnownError
    from desktop_app.services.core import Core

T = TypeVar("T")


class Call(Protocol):
    """A request that was made; its answer may still be dropped."""

    def cancel(self) -> None:
        """Let neither ``then`` nor ``fail`` be called any more."""


class Crossing(Protocol):
    """Carries coroutines to the engine and answers and events back to the UI thread."""

    @property
    def happened(self) -> SignalInstance:
        """Every event of the services, one at a time."""

    def call(
        self,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None] | None = None,
        fail: Callable[[KnownError], None] | None = None,
    ) -> Call:
        """Run ``make(core)`` in the engine; then call ``then`` or ``fail`` in the UI thread."""

"""Reads what a page shows: once at a time, or so that only the latest question is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Call, Crossing
    from desktop_app.services.core import Core

T = TypeVar("T")


class Reading(Generic[T]):
    """A question that is asked again and again.

    While an answer is awaited, further questions become one: so a storm of events costs two
    reads, and what is shown in the end is never older than the last event.
    """

    def __init__(
        self,
        bridge: Crossing,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None],
        fail: Callable[[KnownError], None],
    ) -> None:
        self._bridge, self._make, self._then, self._fail = bridge, make, then, fail
        self._under_way = self._again = False

    def ask(self) -> None:
        """Read now, or once more when the read under way is done."""
        if self._under_way:
            self._again = True
            return
        self._under_way = True
        self._bridge.call(self._make, self._answered, self._refused)

    def _answered(self, value: T) -> None:
        self._under_way = False
        self._then(value)
        self._repeat()

    def _refused(self, problem: KnownError) -> None:
        self._under_way = False
        self._fail(problem)
        self._repeat()

    def _repeat(self) -> None:
        again, self._again = self._again, False
        if again:
            self.ask()


class Latest:
    """Asks questions of several kinds; of each kind only the latest is answered."""

    def __init__(self, bridge: Crossing, fail: Callable[[KnownError], None]) -> None:
        self._bridge, self._fail = bridge, fail
        self._asked: dict[str, Call] = {}

    def ask(
        self,
        kind: str,
        make: Callable[[Core], Coroutine[Any, Any, T]],
        then: Callable[[T], None],
        fail: Callable[[KnownError], None] | None = None,
    ) -> None:
        """Ask; an answer to an older question of this kind is dropped."""
        self.drop(kind)
        self._asked[kind] = self._bridge.call(make, then, fail or self._fail)

    def drop(self, kind: str) -> None:
        """Want no answer of this kind any more."""
        if kind in self._asked:
            self._asked.pop(kind).cancel()

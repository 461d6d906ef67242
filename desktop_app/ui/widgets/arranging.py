"""The order of a list that the person arranges by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence
    from typing import Any

    from desktop_app.base.errors import KnownError
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core

    Order = tuple[int, ...]
    Send = Callable[[Order], Callable[[Core], Coroutine[Any, Any, object]]]


def moved(ids: Order, rows: Sequence[int], target: int) -> Order:
    """Return ``ids`` with those of ``rows`` together, the first standing at ``target``."""
    rest = [one for row, one in enumerate(ids) if row not in rows]
    return (*rest[:target], *(ids[row] for row in rows), *rest[target:])


class Arranging:
    """Keeps the whole order and sends it with every move.

    So moves made quickly one after another never undo each other; what is read meanwhile waits
    for the last one: ``settled`` is called then.
    """

    def __init__(
        self,
        bridge: Crossing,
        send: Send,
        settled: Callable[[], None],
        failed: Callable[[KnownError], None],
    ) -> None:
        self._bridge, self._send = bridge, send
        self._settled, self._failed = settled, failed
        self._under_way = 0
        self.ids: Order = ()

    @property
    def busy(self) -> bool:
        """Whether a change is under way, and what is read now may be older than ``ids``."""
        return self._under_way > 0

    def move(self, rows: Sequence[int], target: int) -> None:
        """Let rows stand together elsewhere, the first of them at ``target``."""
        inside = range(len(self.ids))
        if rows and rows[0] in inside and rows[-1] in inside and target in inside:
            self.ids = moved(self.ids, rows, target)
            self.change(self._send(self.ids))

    def change(
        self,
        make: Callable[[Core], Coroutine[Any, Any, object]],
        then: Callable[[], None] | None = None,
    ) -> None:
        """Have the order changed in another way; ``then`` is called when it was."""

        def done(_answer: object) -> None:
            if then is not None:
                then()
            self._sent()

        def refused(problem: KnownError) -> None:
            self._failed(problem)
            self._sent()

        self._under_way += 1
        self._bridge.call(make, done, refused)

    def _sent(self) -> None:
        self._under_way -= 1
        if not self._under_way:
            self._settled()

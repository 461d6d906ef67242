"""Takes entries out of the log, and puts them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop_app.base.sittings import Sitting
    from desktop_app.crossing import Crossing
    from desktop_app.services.core import Core
    from desktop_app.ui.widgets.notice import Notice

_AT_ONCE = 200


class Removing:
    """Says in ``line`` what was removed, with the way back; then ``read`` reads the log anew."""

    def __init__(self, bridge: Crossing, line: Notice, read: Callable[[], None]) -> None:
        self._bridge, self._line, self._read = bridge, line, read

    def remove(self, sittings: Iterable[Sitting]) -> None:
        """Remove these."""
        ids = tuple(each.id for each in sittings)
        self._bridge.call(lambda core: core.sittings.remove(ids), self._removed, self._line.tell)

    def ask_for_all(self) -> None:
        """Ask whether all are to be removed."""
        self._line.say(
            tr("Remove all sittings?"),
            tr("Every entry of the log, with its notes. An export keeps a copy."),
            tr("Remove all"),
            self._remove_all,
        )

    def _remove_all(self) -> None:
        self._bridge.call(_remove_all, self._removed, self._line.tell)

    def _removed(self, gone: tuple[Sitting, ...]) -> None:
        self._read()
        if not gone:  # asked for twice: what was said the first time stays, with its way back
            return
        said = words.count(len(gone), "Removed: 1 sitting", "Removed: {n} sittings")
        back = tr("Put it back") if len(gone) == 1 else tr("Put them back")
        length = words.minutes(sum(each.sat for each in gone))
        self._line.say(said, length, back, lambda: self._put_back(gone), undo=True)

    def _put_back(self, gone: tuple[Sitting, ...]) -> None:
        self._bridge.call(
            lambda core: core.sittings.put_back(gone),
            lambda _none: self._read(),
            self._line.tell,
        )


def remove_words(number: int) -> str:
    """Return what removes so many."""
    return words.count(number, "Remove this sitting", "Remove {n} sittings")


async def _remove_all(core: Core) -> tuple[Sitting, ...]:
    gone: list[Sitting] = []
    while more := await core.sittings.recent(_AT_ONCE):
        gone += await core.sittings.remove([each.id for each in more])
    return tuple(gone)

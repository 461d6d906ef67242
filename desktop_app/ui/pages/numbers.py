"""Which events may change how many talks there are of a kind."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.services.events import EpisodesChanged, FeedsChanged, PlayerChanged

if TYPE_CHECKING:
    from desktop_app.base.model import Episode


class Numbers:
    """Follows what plays: its place is saved every few seconds, which changes no number."""

    def __init__(self) -> None:
        self._playing: Episode | None = None

    def changed_by(self, event: object) -> bool:
        """Tell whether numbers may be others after an event; call it for each, in their order."""
        if isinstance(event, PlayerChanged):
            before, self._playing = self._playing, event.now.episode if event.now else None
            return _is_another(before, self._playing)
        if isinstance(event, EpisodesChanged):
            return self._playing is None or event.ids != {self._playing.id}
        return isinstance(event, FeedsChanged)


def _is_another(before: Episode | None, now: Episode | None) -> bool:
    """Tell whether more than its place may be new of what plays, or of what has played.

    What became of a talk at its end is known once another one plays, or none.
    """
    if before is None:
        return False
    if now is None or before.id != now.id:
        return True
    return replace(before, position=0.0) != replace(now, position=0.0)

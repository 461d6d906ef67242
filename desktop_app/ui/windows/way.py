"""The way that the person came: the places seen, and what each was called."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.sidebar import PAGES, page_title

if TYPE_CHECKING:
    from collections.abc import Callable

Place = tuple[str, object]
_ANYWHERE = frozenset({"talk", "preset", "sounds", "sittings", "kept", "about"})
"""The pages that belong to no place of their own: they are seen under the one before."""
_LONGEST = 40
_KEPT = 50


@runtime_checkable
class Returning(Protocol):
    """A page that shows the way back on itself."""

    def came_from(self, title: str, back: Callable[[], None] | None) -> None:
        """Learn what the place before is called, and how to go there; None: there was none."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A page's name and argument; ``title`` is what it said when it was left."""

    place: Place
    title: str = ""


def called(stop: Stop) -> str:
    """Return what a link back to this stop says, short enough for a line of its own."""
    name, _argument = stop.place
    said = page_title(name) if name in PAGES else stop.title.strip() or tr("Back")
    return words.shortened(said, _LONGEST)


class Way:
    """Remembers the last fifty stops."""

    def __init__(self) -> None:
        self._stops: tuple[Stop, ...] = ()

    @property
    def here(self) -> Place | None:
        """The place in sight."""
        return self._stops[-1].place if self._stops else None

    @property
    def before(self) -> Stop | None:
        """Where one was before; None: nowhere."""
        return self._stops[-2] if len(self._stops) > 1 else None

    @property
    def under(self) -> Place:
        """The place that the one in sight is seen under, as the link back on it says."""
        places = (stop.place for stop in reversed(self._stops))
        return next((place for place in places if place[0] not in _ANYWHERE), ("", None))

    def untitled(self) -> Way:
        """Return the same way without what the stops were called, in another language."""
        way = Way()
        way._stops = tuple(Stop(stop.place) for stop in self._stops)
        return way

    def go(self, place: Place, leaving: str = "") -> None:
        """Take the next step; the place that is left is called ``leaving``."""
        if place != self.here:
            left = tuple(Stop(stop.place, leaving) for stop in self._stops[-1:])
            self._stops = (*self._stops[:-1], *left, Stop(place))[-_KEPT:]

    def back(self) -> Place | None:
        """Take a step back and return where it leads; None: there is nowhere to go."""
        if len(self._stops) < 2:
            return None
        self._stops = self._stops[:-1]
        return self.here

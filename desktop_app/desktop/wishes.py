"""What the desktop may want of the app."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from desktop_app.desktop.facts import Note
    from desktop_app.services.core import Core


@dataclass(frozen=True, slots=True)
class Wishes:
    """Each may be called from any thread and returns at once.

    ``command`` runs in the engine; ``come`` brings the window forward, ``leave`` ends the app;
    ``open`` takes an address or a file, as a second start does. ``sit`` brings the window forward
    where one sits, with the token by which the desktop allows that, or "". ``unsaid`` takes a
    note that no service has shown.
    """

    command: Callable[[Callable[[Core], Coroutine[Any, Any, object]]], None]
    come: Callable[[], None]
    leave: Callable[[], None]
    open: Callable[[str], None]
    sit: Callable[[str], None]
    unsaid: Callable[[Note], None]

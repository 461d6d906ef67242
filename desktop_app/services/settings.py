"""The person's choices, in force and on the disk."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop_app.base import settings
from desktop_app.services.events import SettingsChanged

if TYPE_CHECKING:
    from desktop_app.base.paths import Home
    from desktop_app.base.settings import Settings
    from desktop_app.services.events import Events


class SettingsService:
    """Owns the settings; everybody else is told of changes."""

    def __init__(self, home: Home, events: Events) -> None:
        self._home = home
        self._events = events
        self.now = settings.load(home.settings)

    async def current(self) -> Settings:
        """Return the settings in force."""
        return self.now

    async def change(self, **values: object) -> Settings:
        """Put new values in force, keep them, tell everybody.

        Raises:
            KnownError: They could not be written; the old ones stay in force.
        """
        changed = settings.from_mapping(asdict(self.now) | values)
        if changed != self.now:
            settings.save(self._home.settings, changed)
            self.now = changed
            self._events.publish(SettingsChanged(changed))
        return self.now

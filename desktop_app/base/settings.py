"""The person's choices, kept as one small JSON file that survives damage."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop_app.base.errors import KnownError
from desktop_app.base.files import owners_alone

if TYPE_CHECKING:
    from pathlib import Path


class Theme(StrEnum):
    """Light, dark, or whatever the desktop says."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every choice has a default that suits a first evening.

    ``refresh_hours`` 0: only when asked; ``spare_metered``: nothing by itself on a line that
    is paid by use. ``download_from`` and ``download_until`` are minutes after midnight, local
    time; they hold if ``download_hours`` is on, and may span midnight. ``budget_mb``: what all
    recordings may take together in megabytes, 0 for no limit; ``keep_heard_days``: what was
    heard is removed so many days later, 0 for never. ``show_length``: the player bar shows a
    talk's length, not what is left of it. ``sit_reminder_at``: minutes after midnight at which
    the person is reminded of sitting, if ``sit_reminder`` is on; ``sit_reminded``: the day of the
    last time, as in "2026-11-23". ``stay_in_tray``: closing the window does not end the app where
    there is a tray; ``mini_place``: "x,y" of the mini player on the desktop, "" for wherever the
    desktop puts it; ``window_place``: the window's own, as Qt notes it, "" for the middle.
    ``language``: the code of the window's language, "" for the system's. ``restore_idle``: tapes
    are restored only while nothing plays and nobody uses the window.
    """

    theme: Theme = Theme.SYSTEM
    text_percent: int = 100
    discreet: bool = False
    welcomed: bool = False
    skip_back: int = 15
    skip_forward: int = 30
    speed: float = 1.0
    volume: float = 1.0
    levelling: bool = True
    keep_history: bool = True
    refresh_hours: int = 4
    refresh_on_start: bool = True
    spare_metered: bool = False
    parallel_downloads: int = 3
    bandwidth_kb: int = 0
    downloads_paused: bool = False
    download_hours: bool = False
    download_from: int = 22 * 60
    download_until: int = 7 * 60
    budget_mb: int = 0
    keep_heard_days: int = 0
    short_names: bool = True
    show_length: bool = False
    log_sittings: bool = True
    sit_reminder: bool = False
    sit_reminder_at: int = 7 * 60
    sit_reminded: str = ""
    stay_in_tray: bool = False
    mini_place: str = ""
    window_place: str = ""
    language: str = ""
    restore_idle: bool = True


_RANGES: dict[str, tuple[float, float]] = {
    "text_percent": (70, 250),
    "skip_back": (1, 600),
    "skip_forward": (1, 600),
    "speed": (0.5, 3.0),
    "volume": (0.0, 1.0),
    "refresh_hours": (0, 168),
    "parallel_downloads": (1, 8),
    "bandwidth_kb": (0, 10_000_000),
    "download_from": (0, 24 * 60 - 1),
    "download_until": (0, 24 * 60 - 1),
    "sit_reminder_at": (0, 24 * 60 - 1),
    "budget_mb": (0, 100_000_000),
    "keep_heard_days": (0, 3650),
}


def from_mapping(values: dict[str, Any]) -> Settings:
    """Return settings from stored values; nonsense gives the default, too much the limit."""
    chosen: dict[str, Any] = {}
    for name, default in asdict(Settings()).items():
        try:
            chosen[name] = type(default)(values.get(name, default))
        except (TypeError, ValueError, OverflowError):
            chosen[name] = default
        if name in _RANGES:
            low, high = _RANGES[name]
            chosen[name] = min(max(chosen[name], low), high)
    return Settings(**chosen)


def load(path: Path) -> Settings:
    """Return the stored settings; a missing or damaged file gives the defaults."""
    try:
        values = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Settings()
    return from_mapping(values) if isinstance(values, dict) else Settings()


def save(path: Path, settings: Settings) -> None:
    """Replace the stored settings in one step.

    Raises:
        KnownError: The file cannot be written.
    """
    partial = path.with_suffix(".json.part")
    try:
        with open(partial, "w", encoding="utf-8", opener=owners_alone) as file:
            json.dump(asdict(settings), file, indent=2)
        partial.replace(path)
    except OSError as error:
        raise KnownError(
            "The settings could not be saved", error.strerror or str(error), "Free some space."
        ) from error

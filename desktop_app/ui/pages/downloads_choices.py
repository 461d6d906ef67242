"""What the person may choose for all downloads, offered alike wherever it is offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.own_choice import GigabytesForm, OwnChoice, TimesForm, Window
from desktop_app.ui.pages.settings_rows import Choice

if TYPE_CHECKING:
    from typing import Any

    from desktop_app.base.settings import Settings
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.pages.settings_rows import Group

LIMITS_KB = (0, 250, 500, 1000, 2000, 5000, 10_000)
"""Offered limits of the bandwidth in kilobytes a second; 0: none."""
BUDGETS_MB = (0, 5_000, 10_000, 20_000, 50_000, 100_000)
KEEP_DAYS = (0, 7, 30, 90)
WINDOWS: tuple[Window | None, ...] = (None, (22 * 60, 7 * 60), (0, 6 * 60), (9 * 60, 17 * 60))
"""Offered times of the day; None: any time."""
HOURS = "download_hours"
"""Stands for the three settings that make up a window."""


def window(settings: Settings) -> Window | None:
    """Return the hours in which downloads run; None: any."""
    on = settings.download_hours
    return (settings.download_from, settings.download_until) if on else None


def in_force(settings: Settings, field: str) -> object:
    """Return the value of a choice; that of ``HOURS`` is a window, or None."""
    return window(settings) if field == HOURS else getattr(settings, field)


def change(field: str, value: Any) -> dict[str, Any]:  # noqa: ANN401 - any setting's value
    """Return the settings that are to change; times once chosen are kept while any will do."""
    if field != HOURS:
        return {field: value}
    if value is None:
        return {"download_hours": False}
    begin, end = value
    return {"download_hours": True, "download_from": begin, "download_until": end}


def limit_words(kilobytes: int) -> str:
    """Return a limit of the bandwidth in words."""
    return f"{words.round_size(kilobytes * 1000)}/s" if kilobytes else tr("No limit")


def window_words(hours: Window | None) -> str:
    """Return "22:00 – 07:00", or "Any time"."""
    if hours is None:
        return tr("Any time")
    return f"{words.wall_time(hours[0])} – {words.wall_time(hours[1])}"


def budget_words(megabytes: int) -> str:
    """Return "20 GB", or "No limit"."""
    return words.round_size(megabytes * 1_000_000) if megabytes else tr("No limit")


def keep_words(days: int) -> str:
    """Return "30 days later", or "Never"."""
    return words.count(days, "1 day later", "{n} days later") if days else tr("Never")


def add_hours(group: Group, look: Look, also: str = "") -> OwnChoice[Window | None]:
    """Add the row of the hours in which downloads run; ``also``: more words to find it with."""
    title = tr("When downloads run")
    hint = tr("Outside these hours they wait; “Download now” in a talk's menu does not.")
    choice = OwnChoice(look, title, WINDOWS, window_words, TimesForm(look))
    group.add_row(title, hint, choice, also)
    return choice


def add_room(group: Group, look: Look, also: str = "") -> dict[str, OwnChoice[int] | Choice[int]]:
    """Add the rows of the room for recordings and of what goes by itself; by their fields.

    ``also``: more words to find them with.
    """
    title = tr("Room for recordings")
    hint = tr("When it is used up, what was heard makes room, the longest ago first.")
    budget = OwnChoice(look, title, BUDGETS_MB, budget_words, GigabytesForm(look))
    group.add_row(title, hint, budget, also)
    title = tr("Remove what was heard")
    hint = tr("Never favorites, nor what is bookmarked, queued or half heard.")
    days = Choice(look, title, [(each, keep_words(each)) for each in KEEP_DAYS])
    group.add_row(title, hint, days, also)
    return {"budget_mb": budget, "keep_heard_days": days}

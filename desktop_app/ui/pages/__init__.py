"""The pages, by the names that they are opened with."""

from __future__ import annotations

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.crossing import Crossing
    from desktop_app.ui.look.theme import Look
    from desktop_app.ui.widgets.page import Page

PAGES = {
    "today": "TodayPage",
    "speakers": "SpeakersPage",
    "speaker": "SpeakerPage",
    "series": "SeriesPage",
    "meditations": "MeditationsPage",
    "favorites": "FavoritesPage",
    "queue": "QueuePage",
    "downloads": "DownloadsPage",
    "feed": "FeedPage",
    "talk": "TalkPage",
    "add": "AddPage",
    "search": "SearchPage",
    "settings": "SettingsPage",
    "problems": "ProblemsPage",
    "sitting": "SittingPage",
    "preset": "PresetPage",
    "sounds": "SoundsPage",
    "sittings": "SittingsPage",
    "welcome": "WelcomePage",
    "about": "AboutPage",
    "kept": "KeptPage",
}


def makers() -> dict[str, Callable[[Look, Crossing], Page]]:
    """Return what makes each page; its module is imported when it is first visited."""
    return {name: partial(_make, name, kind) for name, kind in PAGES.items()}


def _make(name: str, kind: str, look: Look, bridge: Crossing) -> Page:
    page: Page = getattr(import_module(f"desktop_app.ui.pages.{name}"), kind)(look, bridge)
    return page

"""The rows of the sidebar: the pages with their counts, the subscriptions, what stands below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look import words
from desktop_app.ui.look.words import tr
from desktop_app.ui.models.plain import Line

if TYPE_CHECKING:
    from desktop_app.base.model import Counts, Feed

Target = tuple[str, object]
PAGES = ("today", "speakers", "meditations", "favorites", "queue", "downloads")


def page_title(name: str) -> str:
    """Return the name of one of the six pages, as the sidebar shows it."""
    return {
        "today": tr("Today"),
        "speakers": tr("Speakers"),
        "meditations": tr("Meditations"),
        "favorites": tr("Favorites"),
        "queue": tr("Queue"),
        "downloads": tr("Downloads"),
    }[name]


def main_lines(counts: Counts, feeds: tuple[Feed, ...]) -> tuple[Line[Target], ...]:
    """Return the upper part, which scrolls: six pages, the subscriptions."""
    numbers = {
        "speakers": counts.talks,
        "meditations": counts.meditations,
        "favorites": counts.favorites,
        "queue": counts.queue,
        "downloads": counts.downloads,
    }
    pages: list[Line[Target]] = [
        Line((name, None), page_title(name), numbers.get(name) or None) for name in PAGES
    ]
    heading: Line[Target] = Line(("", None), tr("Subscriptions"), heading=True)
    return (*pages, heading, *(_feed_line(feed) for feed in feeds))


def add_lines() -> tuple[Line[Target], ...]:
    """Return the way to more, which stays in sight however many subscriptions there are."""
    return (Line(("add", None), tr("+ Add a feed"), aloud=tr("Add a feed"), accent=True),)


def foot_lines(counts: Counts) -> tuple[Line[Target], ...]:
    """Return the lower part: problems while there are some, and the settings."""
    settings: Line[Target] = Line(("settings", None), tr("Settings"))
    if not counts.problems:
        return (settings,)
    said = words.count(counts.problems, "Problems, 1 problem", "Problems, {n} problems")
    return (Line(("problems", None), tr("Problems"), counts.problems, said), settings)


def _feed_line(feed: Feed) -> Line[Target]:
    aloud = feed.title
    if feed.unheard:
        aloud += ", " + tr("{n} not heard", n=words.number(feed.unheard))
    if feed.problem:
        aloud += ", " + tr("could not be refreshed")
    if feed.paused:
        aloud += ", " + tr("paused")
    return Line(
        ("feed", feed.id),
        feed.title,
        feed.unheard or None,
        aloud,
        trouble=bool(feed.problem),
        hint=tr("{title} (paused)", title=feed.title) if feed.paused else "",
    )

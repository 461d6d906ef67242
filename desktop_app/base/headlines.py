"""What a row calls a talk: who speaks, and about what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.names import shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.model import Episode


def together(names: Sequence[str], *, short: bool) -> str:
    """Return several speakers in one breath: "Anna B., Carl D. & Eve F."."""
    shown = [shorten(name) if short else name for name in names]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} & {shown[-1]}"


def full_title(episode: Episode, *, short: bool) -> str:
    """Return the title as the feed gives it, surnames shortened when ``short``; "": none."""
    title = episode.title.strip()
    for name in episode.speakers if short else ():
        title = title.replace(name, shorten(name))
    return title


def headline(episode: Episode, part: str = "", *, short: bool) -> str:
    """Return "Chris R. — Steps 6 & 7"; ``part`` ("part 3 of 12") stands at its end.

    Where the speaker or the subject is not known it is the title as the feed gives it.
    """
    about = episode.subject.strip() or (episode.series or "").strip()
    who = together(episode.speakers, short=short)
    if not who or not about or about in {who, *episode.speakers}:
        return full_title(episode, short=short)
    if short:
        for name in episode.speakers:
            about = about.replace(name, shorten(name))
    return f"{who} — {about}, {part}" if part else f"{who} — {about}"

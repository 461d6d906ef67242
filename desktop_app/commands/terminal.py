"""How the command line says things: lists for people, JSON for scripts."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeVar

import click

from desktop_app.base import filters
from desktop_app.base.shelves import Fact
from desktop_app.meditation import log_file
from desktop_app.services.events import Notice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.base.listening import Marked
    from desktop_app.base.model import Episode, Feed, Speaker
    from desktop_app.base.shelves import Collection, Facts, SpeakerFacts
    from desktop_app.base.sittings import Preset, Sitting
    from desktop_app.services.events import Event

T = TypeVar("T")
_WIDTH = 28
_NOT_FOR_SCRIPTS = (
    "kind", "received", "queued", "lost", "subject", "series", "series_key", "topics",
)  # fmt: skip


def listing(
    items: Sequence[T],
    to_json: Callable[[T], dict[str, object]],
    to_line: Callable[[T], str],
    *,
    as_json: bool,
) -> None:
    """Print items as one JSON array, or a line each."""
    if as_json:
        as_array([to_json(item) for item in items])
        return
    for item in items:
        click.echo(to_line(item))


def as_array(values: Sequence[dict[str, object]]) -> None:
    """Print values as one JSON array."""
    click.echo(json.dumps(values, ensure_ascii=False, indent=2))


def episodes(found: Sequence[Episode], *, as_json: bool) -> None:
    """Print episodes."""
    listing(found, episode_json, episode_line, as_json=as_json)


def episode_json(episode: Episode) -> dict[str, object]:
    """Return the fields that scripts may rely on; times in ISO 8601 UTC, durations in seconds."""
    values = asdict(episode)
    for name in _NOT_FOR_SCRIPTS:
        del values[name]
    return values | {"published": _iso(episode.published)}


def episode_line(episode: Episode) -> str:
    """Return one line for people."""
    marks = "★" if episode.favorite else " "
    date = episode.published.date().isoformat() if episode.published else " " * 10
    length = clock(episode.duration) if episode.duration else ""
    return (
        f"{episode.id:>6} {marks} {date} {length:>8}  {episode.title}"
        f"  [{episode.feed}] {'' if episode.state == 'remote' else episode.state}"
    ).rstrip()


def feed_json(feed: Feed) -> dict[str, object]:
    """Return the fields that scripts may rely on."""
    return asdict(feed) | {"refreshed": _iso(feed.refreshed), "next_try": _iso(feed.next_try)}


def feed_line(feed: Feed) -> str:
    """Return one line for people."""
    paused = "  paused" if feed.paused else ""
    trouble = f"  ! {feed.problem}" if feed.problem else ""
    again = ""
    if trouble and feed.next_try and feed.next_try > datetime.now(UTC) and feed.every != 0:
        again = f" Next try: {feed.next_try.astimezone():%Y-%m-%d %H:%M}."
    return (
        f"{feed.id:>4}  {feed.title}  ({feed.episodes}, {feed.unheard} new){paused}{trouble}{again}"
    )


def rest(feed: Feed) -> str:
    """Return why a feed was not asked when all were."""
    if feed.paused:
        return "paused"
    if feed.next_try is not None and not feed.stopped:
        return f"its server asked to wait until {feed.next_try.astimezone():%Y-%m-%d %H:%M}"
    return "gone for good, as its publisher says"


def speaker_json(speaker: Speaker) -> dict[str, object]:
    """Return the fields that scripts may rely on."""
    return asdict(speaker)


def speaker_line(speaker: Speaker) -> str:
    """Return one line for people."""
    return f"{speaker.talks:>5}  {speaker.name}"


def person_line(person: SpeakerFacts) -> str:
    """Return one line for people: the name, other names of the same person, the talks."""
    also = f"  also {', '.join(person.also)}" if person.also else ""
    return f"{person.talks:>5}  {person.name}{also}"


def fact_lines(facts: Facts) -> list[str]:
    """Return a line for each thing that is known of a talk; what the person said is marked."""
    lines = []
    for field in Fact:
        value, corrected = getattr(facts.known, field.value), field in facts.corrected
        if value or corrected:
            mark = f"  (title: {_fact(getattr(facts.said, field.value))})" if corrected else ""
            lines.append(f"  {field.value:<10}  {_fact(value)}{mark}")
    return lines


def _fact(value: object) -> str:
    several = ", ".join(map(str, value)) if isinstance(value, tuple) else value
    return str(several) if several else "–"


def collection_json(collection: Collection) -> dict[str, object]:
    """Return the fields that scripts may rely on; ``filter`` of one that fills itself."""
    query = collection.query
    return {
        "id": collection.id,
        "name": collection.name,
        "talks": collection.talks,
        "filter": None if query is None else filters.values(query),
    }


def collection_line(collection: Collection) -> str:
    """Return one line for people."""
    itself = "" if collection.query is None else "  fills itself"
    return f"{collection.id:>4}  {collection.name}  ({collection.talks}){itself}"


def bookmark_json(marked: Marked) -> dict[str, object]:
    """Return the fields that scripts may rely on."""
    mark, talk = marked.bookmark, marked.episode
    return asdict(mark) | {
        "created": _iso(mark.created),
        "title": talk.title,
        "speakers": talk.speakers,
        "feed": talk.feed,
    }


def bookmark_line(marked: Marked) -> str:
    """Return one line for people."""
    mark, talk = marked.bookmark, marked.episode
    note = " ".join(mark.note.split())
    line = f"{mark.episode_id:>6} {clock(mark.position):>8}  {note}"
    return f"{line}{'  ' if note else ''}[{talk.title}]"


def sitting_json(sitting: Sitting) -> dict[str, object]:
    """Return the fields that scripts may rely on."""
    return log_file.values(sitting) | {"started": _iso(sitting.started)}


def sitting_line(sitting: Sitting) -> str:
    """Return one line for people; the time is this computer's."""
    minutes = f"{sitting.sat / 60:.0f} min" if sitting.sat >= 60 else f"{sitting.sat:.0f} s"
    note = " ".join(sitting.note.split())
    begun = f"{sitting.started.astimezone():%Y-%m-%d  %H:%M}"
    return f"{begun}  {minutes:>8}  {sitting.preset}{'  ' if note else ''}{note}".rstrip()


def preset_json(preset: Preset) -> dict[str, object]:
    """Return the fields that scripts may rely on; times in seconds."""
    return asdict(preset)


def preset_line(preset: Preset) -> str:
    """Return one line for people."""
    bell = preset.bell or "no bell"
    if preset.bell and preset.bell_every:
        bell += f" every {spoken(preset.bell_every)}"
    parts = [
        spoken(max(preset.length, (preset.guided and preset.guided.duration) or 0.0)),
        f"{spoken(preset.settle)} to settle in" if preset.settle else "",
        bell,
        f"at {', '.join(map(clock, preset.bell_at))}" if preset.bell and preset.bell_at else "",
        preset.ambience or "",
        f"“{preset.guided.title}”" if preset.guided else "",
        "with words" if preset.prompts else "",
    ]
    return f"{preset.id:>4}  {preset.name}  ({', '.join(filter(None, parts))})"


def spoken(seconds: float) -> str:
    """Return ``20 minutes``, ``1 minute 30 seconds`` or ``45 seconds``, as one would say it.

    From ten minutes on nobody counts seconds: what was not a whole minute is left out.
    """
    minutes, rest = divmod(round(seconds), 60)
    said = [f"{minutes} minute{'' if minutes == 1 else 's'}"] if minutes else []
    if not minutes or (rest and minutes < 10):
        said.append(f"{rest} second{'' if rest == 1 else 's'}")
    return " ".join(said)


def clock(seconds: float) -> str:
    """Return ``1:02:03`` or ``24:17``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def bar(share: float, width: int = _WIDTH) -> str:
    """Return a bar that is ``share`` (0 to 1) full."""
    full = int(min(max(share, 0.0), 1.0) * width)
    return "█" * full + "░" * (width - full)


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def notices(event: Event) -> None:
    """Say what the services have to say; hand it to ``events.listen``."""
    if isinstance(event, Notice):
        click.echo(event.text, err=True)

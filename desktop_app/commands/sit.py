"""The command that runs a sitting in the terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.base.sittings import Guided, Preset, Sitting
from desktop_app.commands import terminal
from desktop_app.commands.context import Context, this
from desktop_app.commands.sit_line import SitLine, sat
from desktop_app.commands.sit_options import (
    NONE,
    UNKNOWN_LENGTH,
    Minutes,
    OrNone,
    SeveralMinutes,
    Wishes,
    meant,
    plain,
    wished,
)
from desktop_app.meditation.bells import AMBIENCES, BELLS
from desktop_app.meditation.plan import MOST_STRIKES, length, plan
from desktop_app.meditation.presets import presets

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.services.core import Core
    from desktop_app.services.events import RunningSitting


def _names(sounds: tuple[str, ...]) -> str:
    return f"{', '.join(sounds)} or {NONE}"


@click.command()
@click.argument("minutes", required=False, type=Minutes())
@click.option("--preset", "named", metavar="NAME", help="One of: hearthside presets.")
@click.option("--settle", type=click.FloatRange(0), metavar="S", help="Seconds to settle in.")
@click.option("--bell-every", type=OrNone(Minutes()), metavar="M", help="Minutes between bells.")
@click.option(
    "--bell-at", type=OrNone(SeveralMinutes()), metavar="M,M", help="Bells at these minutes."
)
@click.option("--bell", metavar="NAME", help=f"What rings: {_names(BELLS)}.")
@click.option("--strikes", type=click.IntRange(0, MOST_STRIKES), help="Strikes at the end.")
@click.option("--ambience", metavar="NAME", help=f"What sounds all along: {_names(AMBIENCES)}.")
@click.option("--volume", type=click.IntRange(0, 100), metavar="PERCENT", help="Of the ambience.")
@click.option("--guided", metavar="EPISODE", help="A meditation to sit with (number or title).")
@click.option("--note", default="", metavar="TEXT", help="A few words for the log.")
@click.option("--no-log", is_flag=True, help="Keep this one out of the log.")
@click.option("--plan", "only_plan", is_flag=True, help="Tell when the bells would ring, no more.")
@click.option("--json", "as_json", is_flag=True, help="The plan, or the log's entry, as JSON.")
@this
def sit(
    context: Context,
    minutes: float | None,
    settle: float | None,
    bell_every: float | str | None,
    bell_at: tuple[float, ...] | str | None,
    bell: str | None,
    strikes: int | None,
    ambience: str | None,
    volume: int | None,
    guided: str | None,
    named: str | None,
    note: str,
    *,
    no_log: bool,
    only_plan: bool,
    as_json: bool,
) -> None:
    """Sit for MINUTES, or as a preset says; Ctrl-C ends it, and the log keeps what was sat.

    Without MINUTES and without a preset it is the built-in one, "Morning quiet". Minutes may be
    20, 0.25 or 12:30. The word "none" takes something out of a preset.
    """
    silent = guided is not None and guided.strip().casefold() == NONE
    wishes = Wishes(minutes, settle, bell_every, bell_at, bell, strikes, ambience, volume, silent)

    async def work(core: Core) -> None:
        talk = await _talk(core, guided) if guided is not None and not silent else None
        preset = wished(_base(await core.presets.all(), wishes, named, talk), wishes, talk)
        if only_plan:
            _tell_plan(preset, as_json=as_json)
        else:
            await _sit(core, preset, note, log=not no_log, as_json=as_json)

    known = minutes is not None or not context.home.database.exists()
    if only_plan and known and named is None and guided is None:
        _tell_plan(wished(_base((), wishes, None, None), wishes), as_json=as_json)
    else:
        context.run(work)


async def _talk(core: Core, words: str) -> Guided:
    episode = await core.browsing.find_episode(words)
    return Guided(episode.id, episode.title, episode.duration)


def _base(
    there: Sequence[Preset], wishes: Wishes, named: str | None, talk: Guided | None
) -> Preset:
    """Return what the wishes change: a preset, a plain sitting, or the silence of a talk."""
    if named is not None:
        return _named(there, named)
    if wishes.minutes is not None:
        return plain(wishes.minutes)
    if talk is not None:
        return plain(talk.duration or UNKNOWN_LENGTH)
    return _default(there)


def _default(there: Sequence[Preset]) -> Preset:
    """Return the person's own form of the first built-in sitting, or that itself."""
    first = presets()[0]
    return next((each for each in there if each.built_in == first.built_in), first)


def _named(there: Sequence[Preset], words: str) -> Preset:
    found = meant(words, there, lambda preset: preset.name)
    if not found and words.isdecimal():
        found = tuple(each for each in there if str(each.id) == words)
    if len(found) == 1:
        return found[0]
    if not found:
        raise KnownError(f"No preset fits “{words}”", "", "See: hearthside presets.")
    raise KnownError(
        f"More than one preset fits “{words}”",
        "; ".join(f"{each.id} {each.name}" for each in found[:5]),
        "Say more of its name, or its number.",
    )


def _tell_plan(preset: Preset, *, as_json: bool) -> None:
    made = plan(preset)
    if as_json:
        rows = [(each.at, each.kind.value, each.strikes) for each in made.bells]
        terminal.as_array(
            [{"at": round(at, 3), "kind": kind, "strikes": strikes} for at, kind, strikes in rows]
        )
        return
    for each in made.bells:
        times = "once" if each.strikes == 1 else f"{each.strikes} times"
        click.echo(f"{_moment(each.at):>8}  {each.kind.value:<8}  {times}")
    if not made.bells:
        click.echo(f"No bell rings; it ends at {_moment(made.total)}")


def _moment(seconds: float) -> str:
    """Return ``5:00``; what is no whole second is told to the hundredth."""
    whole, rest = divmod(round(seconds * 100), 100)
    return terminal.clock(whole) + (f".{rest:02}" if rest else "")


async def _sit(core: Core, preset: Preset, note: str, *, log: bool, as_json: bool) -> None:
    """Sit, however it ends; at last the strokes at the end ring out."""
    clock = SystemClock()
    begun = clock.now().replace(microsecond=0)
    with SitLine(core.events, clock, quiet=as_json) as line:
        try:
            await core.sitting.begin(preset, log=log)
            await line.over.wait()
        finally:
            await core.sitting.end()
            ended = await core.sitting.current()
            if ended is not None:
                await _finish(core, ended, begun, note, as_json=as_json)
        await core.sitting.until_over()


async def _finish(
    core: Core, ended: RunningSitting, begun: datetime, note: str, *, as_json: bool
) -> None:
    """Write the note to the log's entry, and tell that entry to scripts."""
    if ended.kept is not None and note:
        await core.sittings.note(ended.kept, note)
    if not as_json:
        return
    entry = next((each for each in await core.sittings.recent() if each.id == ended.kept), None)
    told = entry or Sitting(0, begun, length(ended.preset), sat(ended), ended.preset.name, note)
    values = terminal.sitting_json(told) | {"id": ended.kept}
    click.echo(json.dumps(values, ensure_ascii=False, indent=2))

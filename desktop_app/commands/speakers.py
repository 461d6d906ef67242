"""Commands about who speaks, and about what titles have wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop_app.base.model import EpisodeQuery
from desktop_app.base.shelves import Fact
from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, this

if TYPE_CHECKING:
    from desktop_app.base.shelves import FactValue
    from desktop_app.services.core import Core


@click.command()
@as_json
@this
def speakers(context: Context, *, as_json: bool) -> None:
    """List who speaks, with the number of their talks."""

    async def work(core: Core) -> None:
        found = await core.browsing.speakers(EpisodeQuery())
        terminal.listing(found, terminal.speaker_json, terminal.speaker_line, as_json=as_json)

    context.run(work)


@click.command()
@click.argument("episode", nargs=-1, required=True)
@click.option("--speaker", "speakers", metavar="S", multiple=True, help="Once for each of them.")
@click.option("--subject", metavar="T", help="What the talk is called.")
@click.option("--fellowship", metavar="X")
@click.option("--place", metavar="P", help="Where it was recorded.")
@click.option("--event", metavar="E")
@click.option("--year", metavar="Y")
@click.option("--steps", metavar="4,5")
@click.option("--part", metavar="N")
@click.option("--of", metavar="N", help="How many parts there are.")
@click.option("--series", metavar="T", help="What it is a part of.")
@click.option("--topic", "topics", metavar="K", multiple=True, help="Once for each of them.")
@click.option(
    "--revert",
    type=click.Choice([field.value for field in Fact]),
    multiple=True,
    help="Let the title speak again.",
)
@this
def correct(
    context: Context, /, episode: tuple[str, ...], revert: tuple[str, ...], **said: object
) -> None:
    """Say what a title has wrong; no refresh undoes it. An empty text means "none"."""
    fields = {Fact(name): _value(Fact(name), value) for name, value in said.items() if _is(value)}
    if not fields and not revert:
        raise click.UsageError("Say what is to be corrected. See: hearthside correct --help.")

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        if fields:
            await core.correcting.correct((found.id,), fields)
        if revert:
            await core.correcting.revert((found.id,), tuple(map(Fact, revert)))
        facts = await core.correcting.facts(found.id)
        click.echo(found.title)
        for line in terminal.fact_lines(facts):
            click.echo(line)

    context.run(work)


@click.command("merge-speakers")
@click.argument("names", nargs=-1, metavar="NAME…")
@click.option("--into", metavar="NAME", help="The name that they are shown under from now on.")
@click.option("--separate", metavar="NAME", help="Undo it for one of the names.")
@this
def merge_speakers(
    context: Context, names: tuple[str, ...], into: str | None, separate: str | None
) -> None:
    """Let several names be one speaker's, in talks to come too."""
    if (separate is None) == (into is None) or (into is None) != (not names):
        raise click.UsageError("Give names and --into, or --separate alone.")

    async def work(core: Core) -> None:
        if into is not None:
            for name in names:
                await core.browsing.speaker(name)  # a name that nobody has was mistyped
            await core.correcting.merge_speakers(names, into)
            click.echo(terminal.person_line(await core.browsing.speaker(into)))
        else:
            await core.correcting.separate_speaker(separate or "")
            click.echo(f"{separate}: a speaker by itself again")

    context.run(work)


def _is(value: object) -> bool:
    """Tell whether an option was given."""
    return value is not None and value != ()


def _value(field: Fact, given: object) -> FactValue:
    """Return what an option says; an empty text empties the field.

    Raises:
        UsageError: It should be a number.
    """
    if isinstance(given, tuple):
        return tuple(each for each in map(str, given) if each.strip())
    text = str(given).strip()
    if field is Fact.STEPS:
        return tuple(_number(field, each) for each in text.split(",") if each.strip())
    if field in {Fact.YEAR, Fact.PART, Fact.OF}:
        return _number(field, text) if text else None
    return text


def _number(field: Fact, text: str) -> int:
    if not text.strip().isdecimal():
        raise click.UsageError(f"--{field.value}: “{text}” is no number.")
    return int(text)

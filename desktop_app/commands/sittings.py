"""Commands about the log of sittings and about what can be sat."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, this
from desktop_app.meditation import log_file

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.services.core import Core

_USUAL = 50
_EVERY = 2**31


@click.command()
@click.option("--csv", "as_csv", is_flag=True, help="A table for a spreadsheet.")
@click.option("--limit", type=click.IntRange(1), help=f"[default: {_USUAL}; a table has all]")
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="The first day, as 2026-01-31.")
@as_json
@this
def sittings(
    context: Context, limit: int | None, since: datetime | None, *, as_csv: bool, as_json: bool
) -> None:
    """List what was sat, the newest first."""
    if as_csv and as_json:
        raise click.UsageError("Choose either --csv or --json.")
    most = limit or (_EVERY if as_csv or since else _USUAL)
    first = since.date() if since else date.min

    async def work(core: Core) -> None:
        every = await core.sittings.recent(_EVERY if since else most)
        found = [each for each in every if each.started.astimezone().date() >= first][:most]
        if as_csv:
            click.echo(log_file.as_csv(found).encode(), nl=False)
        else:
            line = terminal.sitting_line
            terminal.listing(found, terminal.sitting_json, line, as_json=as_json)

    context.run(work)


@click.command()
@as_json
@this
def presets(context: Context, *, as_json: bool) -> None:
    """List what can be begun by name: hearthside sit --preset NAME."""

    async def work(core: Core) -> None:
        line = terminal.preset_line
        terminal.listing(await core.presets.all(), terminal.preset_json, line, as_json=as_json)

    context.run(work)

"""The command about bookmarks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, this

if TYPE_CHECKING:
    from desktop_app.services.core import Core


@click.command()
@click.option("--markdown", is_flag=True, help="One document in Markdown.")
@as_json
@this
def bookmarks(context: Context, *, markdown: bool, as_json: bool) -> None:
    """List all bookmarks with their notes, talk by talk."""
    if markdown and as_json:
        raise click.UsageError("Choose either --markdown or --json.")

    async def work(core: Core) -> None:
        if markdown:
            click.echo(await core.places.bookmarks_as_markdown(), nl=False)
            return
        found = await core.places.bookmarks()
        terminal.listing(found, terminal.bookmark_json, terminal.bookmark_line, as_json=as_json)

    context.run(work)

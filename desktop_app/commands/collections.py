"""Commands about favorites and collections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError
from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, this

if TYPE_CHECKING:
    from desktop_app.services.core import Core


@click.command()
@click.argument("episode", nargs=-1, required=True)
@click.option("--note", metavar="TEXT", help="A few words beside the star.")
@this
def favorite(context: Context, episode: tuple[str, ...], note: str | None) -> None:
    """Keep a talk among the favorites."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        if note is None:
            await core.favorites.mark(found.id)
        else:
            await core.favorites.set_note(found.id, note)
        click.echo(f"★ {found.title}")

    context.run(work)


@click.command()
@click.argument("episode", nargs=-1, required=True)
@this
def unfavorite(context: Context, episode: tuple[str, ...]) -> None:
    """Take a talk out of the favorites, and so out of its collections."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        await core.favorites.unmark(found.id)
        click.echo(f"☆ {found.title}")

    context.run(work)


@click.command()
@as_json
@this
def collections(context: Context, *, as_json: bool) -> None:
    """List the collections, with the number of their talks."""

    async def work(core: Core) -> None:
        found = await core.collections.all()
        terminal.listing(found, terminal.collection_json, terminal.collection_line, as_json=as_json)

    context.run(work)


@click.command()
@click.argument("collection")
@click.argument("episode", nargs=-1, required=True)
@this
def collect(context: Context, collection: str, episode: tuple[str, ...]) -> None:
    """Put a talk into a collection, which is made if there is none of this name."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        try:
            into = await core.collections.find(collection)
        except KnownError:
            if collection.isdecimal():
                raise
            into = await core.collections.create(collection)
        await core.collections.add(into.id, (found.id,))
        click.echo(f"{into.name}: {found.title}")

    context.run(work)


@click.command()
@click.argument("collection")
@click.argument("episode", nargs=-1, required=True)
@this
def uncollect(context: Context, collection: str, episode: tuple[str, ...]) -> None:
    """Take a talk out of a collection; it stays a favorite."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        out_of = await core.collections.find(collection)
        await core.collections.take_out(out_of.id, (found.id,))
        click.echo(f"{out_of.name}: without {found.title}")

    context.run(work)


@click.command("export-favorites")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--collection", metavar="NAME", help="Only this collection (name or number).")
@this
def export_favorites(context: Context, file: Path, collection: str | None) -> None:
    """Write favorites to a file that ends in .json, .opml, .m3u8 or .m3u.

    JSON is for Hearthside itself and has all collections and notes; one collection for handing
    on has no notes. OPML and M3U are for other programs.
    """

    async def work(core: Core) -> None:
        core.events.listen(terminal.notices)
        only = None if collection is None else (await core.collections.find(collection)).id
        count = await core.sharing.export(file, only)
        click.echo(f"{count} {'talk' if count == 1 else 'talks'} in {file}")

    context.run(work)


@click.command("import-favorites")
@click.argument("file", type=click.Path(path_type=Path))
@this
def import_favorites(context: Context, file: Path) -> None:
    """Take favorites and collections in from a file; nothing is removed."""

    async def work(core: Core) -> None:
        done = await core.sharing.bring_in(file)
        click.echo(f"New: favorites {done.favorites}, collections {done.collections}")
        for title in done.missing:
            context.fail(f"Not in the library: {title}")
        for feed in done.feeds:
            click.echo(f"To have more of them: hearthside add {feed.feed_url}", err=True)

    context.run(work)

"""Commands about favorites and collections."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError
from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, chosen, talks_argument, this

if TYPE_CHECKING:
    from desktop_app.base.shelves import Collection
    from desktop_app.services.core import Core


@click.command()
@talks_argument
@click.option("--note", metavar="TEXT", help="A few words beside the star.")
@this
def favorite(context: Context, episode: tuple[str, ...], note: str | None) -> None:
    """Keep a talk, or several by their numbers, among the favorites."""

    async def work(core: Core) -> None:
        for found in await chosen(context, core, episode):
            if note is None:
                await core.favorites.mark(found.id)
            else:
                await core.favorites.set_note(found.id, note)
            click.echo(f"★ {found.title}")

    context.run(work)


@click.command()
@talks_argument
@this
def unfavorite(context: Context, episode: tuple[str, ...]) -> None:
    """Take a talk, or several by their numbers, out of the favorites and so of collections."""

    async def work(core: Core) -> None:
        for found in await chosen(context, core, episode):
            if await core.favorites.unmark(found.id) is None:
                context.fail(KnownError(f"“{found.title}” is no favorite"))
            else:
                click.echo(f"☆ {found.title}")

    context.run(work)


@click.command()
@click.option("--rename", nargs=2, metavar="NAME NEW", help="Give one another name.")
@click.option("--remove", metavar="NAME", help="Remove one; what is in it stays a favorite.")
@as_json
@this
def collections(
    context: Context, rename: tuple[str, str] | None, remove: str | None, *, as_json: bool
) -> None:
    """List the collections, with the number of their talks; rename or remove one."""
    if sum((rename is not None, remove is not None, as_json)) > 1:
        raise click.UsageError("Choose one of --rename, --remove and --json.")

    async def work(core: Core) -> None:
        if rename is not None:
            one = await core.collections.find(rename[0])
            await core.collections.rename(one.id, rename[1])
            click.echo((await core.collections.find(rename[1])).name)
        elif remove is not None:
            one = await core.collections.find(remove)
            await core.collections.remove(one.id)
            click.echo(f"Removed: {one.name}; what was in it stays a favorite")
        else:
            every = await core.collections.all()
            line = terminal.collection_line
            terminal.listing(every, terminal.collection_json, line, as_json=as_json)

    context.run(work)


@click.command()
@click.argument("collection")
@talks_argument
@this
def collect(context: Context, collection: str, episode: tuple[str, ...]) -> None:
    """Put a talk, or several by their numbers, into a collection.

    It is made if there is none of this name.
    """

    async def work(core: Core) -> None:
        found = await chosen(context, core, episode)
        if found:
            into = await _made(core, collection)
            await core.collections.add(into.id, [each.id for each in found])
            for each in found:
                click.echo(f"{into.name}: {each.title}")

    context.run(work)


async def _made(core: Core, name: str) -> Collection:
    """Return the collection of a name, or a new one; a number alone names none that is new."""
    if name.isdecimal():
        return await core.collections.find(name)
    return await core.collections.known(name) or await core.collections.create(name)


@click.command()
@click.argument("collection")
@talks_argument
@this
def uncollect(context: Context, collection: str, episode: tuple[str, ...]) -> None:
    """Take a talk, or several by their numbers, out of a collection; they stay favorites."""

    async def work(core: Core) -> None:
        out_of = await core.collections.find(collection)
        members = await core.collections.members(out_of.id)
        for found in await chosen(context, core, episode):
            if found.id in members:
                await core.collections.take_out(out_of.id, (found.id,))
                click.echo(f"{out_of.name}: without {found.title}")
            else:
                context.fail(KnownError(f"“{found.title}” is not in “{out_of.name}”"))

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

"""Commands about subscriptions."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError
from desktop_app.commands import sign_in, terminal
from desktop_app.commands.bars import RefreshBar
from desktop_app.commands.context import Context, as_json, this
from desktop_app.services.logins import SignInNeededError

if TYPE_CHECKING:
    from desktop_app.base.secrets import Login
    from desktop_app.services.core import Core
    from desktop_app.services.subscriptions import ImportReport


@click.command()
@click.argument("addresses", nargs=-1, required=True, metavar="URL|FOLDER…")
@sign_in.user_option
@this
def add(context: Context, addresses: tuple[str, ...], user: str | None) -> None:
    """Subscribe to feeds, websites or folders of tapes; see discover for finding some."""
    if user is not None and len(addresses) > 1:
        raise click.UsageError("With --user, give one address: a password is for its server alone.")
    locked = _add(context, addresses, sign_in.given(user))
    for address, asked in locked.items():

        def attempt(login: Login, address: str = address) -> SignInNeededError | None:
            return _add(context, (address,), login).get(address)

        wrong = sign_in.ask(asked, user, attempt)
        if wrong is not None:
            context.fail(wrong)


def _add(
    context: Context, addresses: tuple[str, ...], login: Login | None
) -> dict[str, SignInNeededError]:
    """Subscribe to these; return those whose servers want a name and a password, or others.

    The services are closed when this returns, so that the person may be asked.
    """
    locked: dict[str, SignInNeededError] = {}

    async def work(core: Core) -> None:
        core.events.listen(terminal.notices)
        for address in addresses:
            try:
                feed = await core.subscriptions.add(address, login=login)
            except SignInNeededError as asked:
                locked[address] = asked
            except KnownError as error:
                context.fail(error if len(addresses) == 1 else f"{address}: {error}")
            else:
                click.echo(f"{feed.id}  {feed.title}  ({feed.episodes} episodes)")
        await core.indexing.finish()

    context.run(work)
    return locked


@click.command()
@click.argument("feed", nargs=-1, required=True)
@this
def remove(context: Context, feed: tuple[str, ...]) -> None:
    """Unsubscribe; favorites, bookmarked talks and downloaded files stay."""

    async def work(core: Core) -> None:
        found = await core.subscriptions.find(" ".join(feed))
        await core.subscriptions.remove(found.id)
        click.echo(f"Removed {found.title}")

    context.run(work)


@click.command()
@as_json
@this
def feeds(context: Context, *, as_json: bool) -> None:
    """List the subscriptions."""

    async def work(core: Core) -> None:
        found = await core.browsing.feeds()
        terminal.listing(found, terminal.feed_json, terminal.feed_line, as_json=as_json)

    context.run(work)


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@this
def import_(context: Context, file: Path) -> None:
    """Subscribe to what an OPML file lists."""

    async def work(core: Core) -> None:
        _report(context, await core.subscriptions.import_opml(_read(file)))

    context.run(work)


def _report(context: Context, report: ImportReport) -> None:
    for feed in report.added:
        click.echo(f"{feed.id}  {feed.title}")
    click.echo(f"{len(report.added)} added, {len(report.known)} known already")
    for title, error in report.failed:
        context.fail(f"{title}: {error}")


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise KnownError(f"{file} cannot be read", error.strerror or str(error)) from error


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@this
def export(context: Context, file: Path) -> None:
    """Write the subscriptions to an OPML file."""

    async def work(core: Core) -> None:
        data = await core.subscriptions.export_opml()
        try:
            await asyncio.to_thread(file.write_bytes, data)
        except OSError as error:
            why = error.strerror or str(error)
            raise KnownError(f"{file} cannot be written", why, "Choose another place.") from error

    context.run(work)


@click.command()
@click.argument("feeds", nargs=-1, metavar="[FEED…]")
@this
def refresh(context: Context, feeds: tuple[str, ...]) -> None:
    """Ask feeds for new talks: these, or all."""

    async def work(core: Core) -> None:
        ids = tuple([(await core.subscriptions.find(words)).id for words in feeds])
        with RefreshBar(core.events):
            outcomes = await core.refresh.refresh(ids)
        for outcome in outcomes:
            if outcome.error is None:
                click.echo(f"{outcome.title}: {outcome.new} new")
        for line in dict.fromkeys(str(outcome.error) for outcome in outcomes if outcome.error):
            context.fail(line)
        asked = {outcome.feed_id for outcome in outcomes}
        for feed in () if ids else await core.browsing.feeds():
            if feed.id not in asked:
                click.echo(f"{feed.title}: {terminal.rest(feed)}")
        await core.indexing.finish()

    context.run(work)

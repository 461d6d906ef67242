"""Commands about talks and meditations."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.addresses import is_web
from desktop_app.base.clock import SystemClock
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, limit_option, this

if TYPE_CHECKING:
    from desktop_app.services.core import Core


@click.command()
@click.option("--feed", metavar="F", help="Only this feed (number, address or title).")
@click.option("--speaker", metavar="S", help="Only this speaker.")
@click.option("--fellowship", metavar="X", help="Only this fellowship.")
@click.option("--new", "unheard", is_flag=True, help="Only what was not heard.")
@click.option("--downloaded", is_flag=True, help="Only what is on this computer.")
@click.option("--favorite", is_flag=True, help="Only favorites.")
@limit_option
@as_json
@this
def episodes(
    context: Context,
    feed: str | None,
    speaker: str | None,
    fellowship: str | None,
    unheard: bool,
    downloaded: bool,
    favorite: bool,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """List talks and meditations, the newest first."""

    async def work(core: Core) -> None:
        query = EpisodeQuery(
            feed_id=(await core.subscriptions.find(feed)).id if feed else None,
            speaker=speaker,
            fellowship=fellowship,
            unheard=unheard,
            states=(DownloadState.DOWNLOADED,) if downloaded else (),
            favorite=favorite,
        )
        page = await core.browsing.page(query, 0, limit)
        terminal.episodes(page.episodes, as_json=as_json)

    context.run(work)


@click.command()
@click.argument("words", nargs=-1, required=True)
@limit_option
@as_json
@this
def search(context: Context, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Find talks by title, speaker and notes."""

    async def work(core: Core) -> None:
        found = await core.browsing.search(" ".join(words), limit)
        terminal.episodes(found, as_json=as_json)

    context.run(work)


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
@click.argument("episodes", nargs=-1, metavar="[EPISODE…]")
@click.option("--new", "unheard", is_flag=True, help="All that was not heard.")
@click.option("--feed", metavar="F", help="All of this feed; with --new what was not heard of it.")
@this
def download(
    context: Context,
    episodes: tuple[str, ...],
    unheard: bool,
    feed: str | None,
) -> None:
    """Bring talks onto this computer; what was interrupted goes on where it was."""

    async def work(core: Core) -> None:
        wanted = [(await core.browsing.find_episode(words)).id for words in episodes]
        if unheard or feed:
            query = EpisodeQuery(
                feed_id=(await core.subscriptions.find(feed)).id if feed else None,
                unheard=unheard,
            )
            page = await core.browsing.page(query, 0, 100_000)
            wanted += [each.id for each in page.episodes if each.file or is_web(each.url or "")]
        with terminal.DownloadBars(core.events, core.browsing) as bars:
            try:
                results = await core.downloading.fetch_all(tuple(wanted))
            except asyncio.CancelledError:
                click.echo("Stopped; go on with: hearthside download", err=True)
                raise
            for result in results:
                bars.finished(result)
                if result.error is not None:
                    context.fail(result.error)

    context.run(work)


@click.command()
@click.argument("episode", nargs=-1, required=True)
@this
def favorite(context: Context, episode: tuple[str, ...]) -> None:
    """Keep a talk among the favorites."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        await core.favorites.mark(found.id)
        click.echo(f"★ {found.title}")

    context.run(work)


@click.command()
@click.argument("episode", nargs=-1, required=True)
@this
def unfavorite(context: Context, episode: tuple[str, ...]) -> None:
    """Take a talk out of the favorites."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        await core.favorites.unmark(found.id)
        click.echo(f"☆ {found.title}")

    context.run(work)


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="EPISODE|FILE")
@this
def play(context: Context, what: tuple[str, ...]) -> None:
    """Play until the end or Ctrl-C; the place is kept."""

    async def work(core: Core) -> None:
        with terminal.PlayLine(core.events, SystemClock()):
            if is_file:
                await core.listening.play_file(str(file))
            else:
                await core.listening.play((await core.browsing.find_episode(words)).id)
            await core.listening.until_over()

    words = " ".join(what)
    file = Path(words).expanduser().absolute()
    is_file = file.is_file()
    context.run(work)

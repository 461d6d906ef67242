"""Commands about talks and meditations."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.clock import SystemClock
from desktop_app.base.model import DownloadState, EpisodeQuery, Order
from desktop_app.base.typed import whole
from desktop_app.commands import terminal
from desktop_app.commands.bars import PlayLine
from desktop_app.commands.context import Context, as_json, limit_option, this

if TYPE_CHECKING:
    from desktop_app.services.core import Core


@click.command()
@click.option("--feed", metavar="F", help="Only this feed (number, address or title).")
@click.option("--speaker", metavar="S", help="Only this speaker.")
@click.option("--fellowship", metavar="X", help="Only this fellowship.")
@click.option("--collection", metavar="C", help="Only this collection (name or number).")
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
    collection: str | None,
    unheard: bool,
    downloaded: bool,
    favorite: bool,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """List talks and meditations, the newest first; a collection in its own order."""

    async def work(core: Core) -> None:
        asked = await _of_collection(core, collection) if collection else EpisodeQuery()
        query = replace(
            asked,
            feed_id=(await core.subscriptions.find(feed)).id if feed else asked.feed_id,
            speaker=await core.browsing.speaker_name(speaker) if speaker else asked.speaker,
            fellowship=whole(fellowship) if fellowship else asked.fellowship,
            unheard=unheard or asked.unheard,
            states=(DownloadState.DOWNLOADED,) if downloaded else asked.states,
            favorite=favorite or asked.favorite,
        )
        page = await core.browsing.page(query, 0, limit)
        terminal.episodes(page.episodes, as_json=as_json)

    context.run(work)


async def _of_collection(core: Core, words: str) -> EpisodeQuery:
    found = await core.collections.find(words)
    return found.query or EpisodeQuery(collection=found.id, order=Order.COLLECTION)


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="EPISODE|FILE")
@this
def play(context: Context, what: tuple[str, ...]) -> None:
    """Play until the end or Ctrl-C; the place is kept."""

    async def work(core: Core) -> None:
        with PlayLine(core.events, SystemClock()):
            if is_file:
                await core.listening.play_file(str(file))
            else:
                await core.listening.play((await core.browsing.find_episode(words)).id)
            await core.listening.until_over()

    words = " ".join(what)
    file = Path(words).expanduser().absolute()
    is_file = file.is_file()
    context.run(work)

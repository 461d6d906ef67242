"""The command that finds feeds in podcast directories."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, this

if TYPE_CHECKING:
    from desktop_app.base.parsed import FoundFeed
    from desktop_app.services.core import Core

_TITLE = 44
_AUTHOR = 24


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(1, 100), default=20, show_default=True)
@as_json
@this
def discover(context: Context, words: tuple[str, ...], limit: int, *, as_json: bool) -> None:
    """Find feeds by words in two podcast directories.

    The words go to itunes.apple.com and fyyd.de. "✓" marks what is subscribed.
    """

    async def work(core: Core) -> None:
        answer = await core.directory.search(" ".join(words), limit)
        terminal.listing(answer.found, asdict, found_line, as_json=as_json)
        for _name, error in answer.failed:
            context.fail(error)

    context.run(work)


def found_line(feed: FoundFeed) -> str:
    """Return one line for people, the address last: it is what ``hearthside add`` takes."""
    mark = "✓" if feed.subscribed else " "
    episodes = "" if feed.episodes is None else str(feed.episodes)
    title, author = _cut(feed.title, _TITLE), _cut(feed.author, _AUTHOR)
    return f"{mark} {title:<{_TITLE}}  {author:<{_AUTHOR}} {episodes:>6}  {feed.url}"


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"

"""What every command shares: its home, its failures, open services, common options."""

from __future__ import annotations

import asyncio
import signal
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    from desktop_app.base.model import Episode
    from desktop_app.base.paths import Home
    from desktop_app.services.core import Core


@dataclass(frozen=True, slots=True)
class Context:
    """What every command needs; ``failed`` collects the lines of what went wrong."""

    home: Home
    failed: list[str]

    def fail(self, error: KnownError | str) -> None:
        """Tell a failure now and remember it for the exit status."""
        line = str(error)
        self.failed.append(line)
        click.echo(line, err=True)

    def run(self, work: Callable[[Core], Awaitable[None]]) -> None:
        """Do ``work`` with open services; SIGTERM ends it as Ctrl-C does."""

        from desktop_app.services.core import open_core  # noqa: PLC0415 - heavy: not for --help

        async def whole() -> None:
            async with open_core(self.home) as core:
                await work(core)

        self.run_alone(whole)

    def run_alone(self, work: Callable[[], Awaitable[None]]) -> None:
        """Do ``work`` that needs no home; SIGTERM ends it as Ctrl-C does."""

        async def whole() -> None:
            task = asyncio.current_task()
            if task is not None and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
            await work()

        try:
            asyncio.run(whole())
        except asyncio.CancelledError:
            sys.exit(128 + signal.SIGTERM)


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON array.")
limit_option = click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
this = click.pass_obj
talks_argument = click.argument("episode", nargs=-1, required=True, metavar="NUMBER...|TITLE")


async def chosen(context: Context, core: Core, words: Sequence[str]) -> tuple[Episode, ...]:
    """Return the talks that numbers mean, or else the one that words of its title mean.

    Numbers that mean none are told, and the others are returned.

    Raises:
        KnownError: The words fit no title, or several.
    """
    if not all(word.isdecimal() for word in words):
        return (await core.browsing.find_episode(" ".join(words)),)
    found = []
    for number in dict.fromkeys(map(int, words)):
        try:
            found.append(await core.browsing.episode(number))
        except KnownError as error:
            context.fail(error)
    return tuple(found)

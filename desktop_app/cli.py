"""The command line: the same services as the window, one command at a time.

Listings take ``--json``. Exit status: 0 fine, 1 something failed (each failure is one line
on standard error), 2 usage. Without a command the window opens.
"""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app import __version__, terminal
from desktop_app.base.clock import SystemClock
from desktop_app.base.errors import KnownError
from desktop_app.base.model import DownloadState, EpisodeQuery
from desktop_app.base.paths import Home, home_from
from desktop_app.services import doctor as checks
from desktop_app.services.core import open_core

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from desktop_app.services.core import Core
    from desktop_app.services.subscriptions import ImportReport


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

    @asynccontextmanager
    async def core(self) -> AsyncIterator[Core]:
        """Open the services of this home."""
        async with open_core(self.home) as core:
            yield core

    def run(self, work: Callable[[Core], Awaitable[None]]) -> None:
        """Do ``work`` with open services; SIGTERM ends it as Ctrl-C does."""

        async def whole() -> None:
            task = asyncio.current_task()
            if task is not None and sys.platform != "win32":
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
            async with self.core() as core:
                await work(core)

        with suppress(asyncio.CancelledError):
            asyncio.run(whole())


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", "home_option", metavar="DIR", help="The folder that holds everything.")
@click.version_option(__version__, prog_name="hearthside")
@click.pass_context
def hearthside(context: click.Context, home_option: str | None) -> None:
    """Recorded speakers and meditations, kept on your computer."""
    context.obj = Context(home_from(home_option), [])
    if context.invoked_subcommand is None:
        from desktop_app.gui import run_window  # noqa: PLC0415 - the command line needs no Qt

        context.exit(run_window(context.obj.home))


as_json = click.option("--json", "as_json", is_flag=True, help="One JSON array.")
limit_option = click.option("--limit", type=click.IntRange(1), default=50, show_default=True)
this = click.pass_obj


@hearthside.command()
@click.argument("addresses", nargs=-1, required=True, metavar="URL|FOLDER…")
@this
def add(context: Context, addresses: tuple[str, ...]) -> None:
    """Subscribe to feeds, websites or folders of tapes."""

    async def work(core: Core) -> None:
        for address in addresses:
            try:
                feed = await core.subscriptions.add(address)
            except KnownError as error:
                context.fail(error)
                continue
            click.echo(f"{feed.id}  {feed.title}  ({feed.episodes} episodes)")

    context.run(work)


@hearthside.command()
@click.argument("feed", nargs=-1, required=True)
@this
def remove(context: Context, feed: tuple[str, ...]) -> None:
    """Unsubscribe; favorites, bookmarked talks and downloaded files stay."""

    async def work(core: Core) -> None:
        found = await core.subscriptions.find(" ".join(feed))
        await core.subscriptions.remove(found.id)
        click.echo(f"Removed {found.title}")

    context.run(work)


@hearthside.command()
@as_json
@this
def feeds(context: Context, *, as_json: bool) -> None:
    """List the subscriptions."""

    async def work(core: Core) -> None:
        found = await core.browsing.feeds()
        terminal.listing(found, terminal.feed_json, terminal.feed_line, as_json=as_json)

    context.run(work)


@hearthside.command("import")
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


@hearthside.command()
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


@hearthside.command()
@click.argument("feeds", nargs=-1, metavar="[FEED…]")
@this
def refresh(context: Context, feeds: tuple[str, ...]) -> None:
    """Ask feeds for new talks: these, or all."""

    async def work(core: Core) -> None:
        ids = tuple([(await core.subscriptions.find(words)).id for words in feeds])
        with terminal.RefreshBar(core.events):
            outcomes = await core.refresh.refresh(ids)
        for outcome in outcomes:
            if outcome.error is not None:
                context.fail(outcome.error)
            else:
                click.echo(f"{outcome.title}: {outcome.new} new")

    context.run(work)


@hearthside.command()
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


@hearthside.command()
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


@hearthside.command()
@as_json
@this
def speakers(context: Context, *, as_json: bool) -> None:
    """List who speaks, with the number of their talks."""

    async def work(core: Core) -> None:
        found = await core.browsing.speakers(EpisodeQuery())
        terminal.listing(found, terminal.speaker_json, terminal.speaker_line, as_json=as_json)

    context.run(work)


@hearthside.command()
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
            wanted += [episode.id for episode in page.episodes if episode.url]
        with terminal.DownloadBars(core.events, core.browsing) as bars:
            for result in await core.downloading.fetch_all(tuple(wanted)):
                bars.finished(result)
                if result.error is not None:
                    context.fail(result.error)

    context.run(work)


@hearthside.command()
@click.argument("episode", nargs=-1, required=True)
@this
def favorite(context: Context, episode: tuple[str, ...]) -> None:
    """Keep a talk among the favorites."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        await core.favorites.mark(found.id)
        click.echo(f"★ {found.title}")

    context.run(work)


@hearthside.command()
@click.argument("episode", nargs=-1, required=True)
@this
def unfavorite(context: Context, episode: tuple[str, ...]) -> None:
    """Take a talk out of the favorites."""

    async def work(core: Core) -> None:
        found = await core.browsing.find_episode(" ".join(episode))
        await core.favorites.unmark(found.id)
        click.echo(f"☆ {found.title}")

    context.run(work)


@hearthside.command()
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


@hearthside.command()
@click.argument("file", type=click.Path(path_type=Path))
@this
def backup(context: Context, file: Path) -> None:
    """Write a copy of the library to FILE."""

    async def work(core: Core) -> None:
        await core.backups.write(file)
        click.echo(f"Saved {file}")

    context.run(work)


@hearthside.command("restore-backup")
@click.argument("file", type=click.Path(path_type=Path))
@this
def restore_backup(context: Context, file: Path) -> None:
    """Put a copy in the library's place; the old one is set aside, not lost."""
    from desktop_app.services.backups import restore  # noqa: PLC0415

    context.home.prepare()
    aside = restore(context.home, file, SystemClock())
    click.echo(f"Restored {file}" + (f"; the old library is {aside}" if aside else ""))


@hearthside.command()
@this
def doctor(context: Context) -> None:
    """Look whether everything that Hearthside needs is there."""
    for check in asyncio.run(checks.examine(context.home, dict(os.environ))):
        click.echo(f"{'ok ' if check.fine else 'BAD'}  {check.what}: {check.found}")
        if not check.fine:
            context.failed.append(check.what)
            click.echo(f"{check.what}: {check.found}. {check.advice}", err=True)


@hearthside.command("demo-home")
@click.argument("directory", type=click.Path(path_type=Path))
def demo_home(directory: Path) -> None:
    """Fill DIRECTORY with a library to look at, without a network."""
    from desktop_app.services.demo import make_demo  # noqa: PLC0415

    asyncio.run(make_demo(Home(directory.absolute())))
    click.echo(f"Made {directory}. Open it: hearthside --home {directory}")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; a traceback never reaches a person."""
    try:
        with hearthside.make_context("hearthside", arguments or sys.argv[1:]) as click_context:
            hearthside.invoke(click_context)
            failed = bool(click_context.obj and click_context.obj.failed)
    except KnownError as error:
        click.echo(str(error), err=True)
        sys.exit(1)
    except click.exceptions.Exit as request:
        sys.exit(request.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    sys.exit(1 if failed else 0)

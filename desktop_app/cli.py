"""The command line: ``hearthside [--home DIR] COMMAND``.

Listings take ``--json``. Exit status: 0 fine, 1 something failed (each failure is one line
on standard error), 2 usage.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from desktop_app import __version__
from desktop_app.base.errors import KnownError
from desktop_app.base.log import report_bug
from desktop_app.base.paths import Home, home_from
from desktop_app.commands import (
    bookmarks,
    collections,
    discover,
    download,
    erase,
    feed_set,
    feeds,
    home,
    measure,
    restore,
    search,
    sit,
    sittings,
    speakers,
    talks,
    titles,
)
from desktop_app.commands.context import Context


class Commands(click.Group):
    """The commands; what can only be meant as a file, and is none, is told as such."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments begin with.

        Raises:
            KnownError: They begin with a file's name.
        """
        given = args[0]
        if self.get_command(ctx, given) is None and _names_a_file(given):
            if Path(given).is_dir():
                raise KnownError(f"{given} is a folder", "", f"See: hearthside add {given}")
            raise KnownError(f"There is no file {given}")
        return super().resolve_command(ctx, args)


def _names_a_file(given: str) -> bool:
    return "/" in given or os.sep in given or bool(Path(given).suffix)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--home", "home_option", metavar="DIR", help="The folder that holds everything.")
@click.version_option(__version__, prog_name="hearthside")
@click.pass_context
def hearthside(context: click.Context, home_option: str | None) -> None:
    """Recorded speakers and meditations, kept on your computer.

    Without a command the window opens.
    """
    chosen = home_from(home_option)
    erase.finish(chosen)
    context.obj = Context(chosen, [])


for command in (
    feeds.add,
    feeds.remove,
    feeds.feeds,
    feed_set.set_,
    feeds.import_,
    feeds.export,
    feeds.refresh,
    discover.discover,
    talks.episodes,
    search.search,
    speakers.speakers,
    speakers.correct,
    speakers.merge_speakers,
    titles.parse_titles,
    download.download,
    collections.favorite,
    collections.unfavorite,
    collections.collections,
    collections.collect,
    collections.uncollect,
    collections.export_favorites,
    collections.import_favorites,
    talks.play,
    measure.measure,
    restore.restore,
    sit.sit,
    sittings.sittings,
    sittings.presets,
    bookmarks.bookmarks,
    home.backup,
    home.restore_backup,
    erase.erase,
    home.doctor,
    home.demo_home,
):
    hearthside.add_command(command)


def main(arguments: list[str]) -> None:
    """Run the command line; a traceback never reaches a person."""
    home: Home | None = None
    try:
        with hearthside.make_context("hearthside", list(arguments)) as click_context:
            home = home_from(click_context.params.get("home_option"))
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
    except Exception as error:  # noqa: BLE001 - a bug of ours: told in a line, kept in the log
        click.echo(report_bug(home, error), err=True)
        sys.exit(1)
    sys.exit(1 if failed else 0)

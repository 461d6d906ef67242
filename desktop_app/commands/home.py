"""Commands about the home as a whole."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.clock import SystemClock
from desktop_app.base.paths import Home
from desktop_app.commands.context import Context, this

if TYPE_CHECKING:
    from desktop_app.services.core import Core


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@this
def backup(context: Context, file: Path) -> None:
    """Write a copy of the library to FILE."""

    async def work(core: Core) -> None:
        await core.backups.write(file)
        click.echo(f"Saved {file}")

    context.run(work)


@click.command("restore-backup")
@click.argument("file", type=click.Path(path_type=Path))
@this
def restore_backup(context: Context, file: Path) -> None:
    """Put a copy in the library's place; the old one is set aside, not lost."""
    from desktop_app.services.backups import refuse_while_open, restore  # noqa: PLC0415

    context.home.prepare()
    refuse_while_open(context.home)
    aside = restore(context.home, file, SystemClock())
    click.echo(f"Restored {file}" + (f"; the old library is {aside}" if aside else ""))


@click.command()
@this
def doctor(context: Context) -> None:
    """Look whether everything that Hearthside needs is there."""
    from desktop_app.services import doctor as checks  # noqa: PLC0415 - heavy

    for check in asyncio.run(checks.examine(context.home, dict(os.environ))):
        click.echo(f"{'ok ' if check.fine else 'BAD'}  {check.what}: {check.found}")
        if not check.fine:
            context.failed.append(check.what)
            click.echo(f"{check.what}: {check.found}. {check.advice}", err=True)


@click.command("demo-home")
@click.argument("directory", type=click.Path(path_type=Path))
def demo_home(directory: Path) -> None:
    """Fill DIRECTORY with a library to look at, without a network."""
    from desktop_app.services.demo import make_demo  # noqa: PLC0415

    asyncio.run(make_demo(Home(directory.absolute())))
    click.echo(f"Made {directory}. Open it: hearthside --home {directory}")

"""The command that makes an old recording pleasant to listen to."""

from __future__ import annotations

import asyncio
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError
from desktop_app.commands.context import Context, this
from desktop_app.commands.measure import EXAMINING, file_of
from desktop_app.commands.share_bar import ShareBar
from desktop_app.commands.tape_lines import restored_line
from desktop_app.services import jobs
from desktop_app.services.events import Events
from desktop_app.services.worker import Worker

if TYPE_CHECKING:
    from desktop_app.base.tape import Restored
    from desktop_app.services.core import Core

_PIECE = 1.0
_LONGEST_PIECE = 600.0
"""Seconds of work at a time, so that the bar moves; and those after which one has failed."""

_ENDINGS = (".opus", ".ogg")
_STOPPED = "Stopped. What is done is kept{place}; the same command goes on where it was."


def _out(_context: click.Context, _option: click.Parameter, out: str | None) -> Path | None:
    """Return where to write.

    Raises:
        BadParameter: The name is none for what is going to be written.
    """
    target = None if out is None else Path(out).expanduser().absolute()
    if target is not None and (target.suffix.casefold() not in _ENDINGS or target.is_dir()):
        raise click.BadParameter("it becomes an Opus file: name one that ends in .opus.")
    return target


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="EPISODE|FILE")
@click.option("-o", "--out", metavar="OUT", callback=_out, help="Write an Opus file there.")
@click.option("--force", is_flag=True, help="Write over OUT, if it is there already.")
@this
def restore(context: Context, what: tuple[str, ...], out: Path | None, *, force: bool) -> None:
    """Take hiss, hum and rumble out of a recording, and make it as loud as others are.

    A talk plays restored from then on; a file NAME becomes NAME.restored.opus beside it. The
    original is kept.
    """
    words = " ".join(what)
    if _names_a_file(words):
        file = file_of(words)
        target = out or file.with_name(f"{file.stem}.restored.opus")
        if _may_write(context, file, target, force=force):
            context.run_alone(partial(_file, file, target))
        return

    async def work(core: Core) -> None:
        episode = await core.browsing.find_episode(words)
        if out is None:
            await _in_library(core, episode.id, episode.title)
            return
        if episode.file is None or not await asyncio.to_thread(Path(episode.file).is_file):
            raise KnownError(
                f"“{episode.title}” cannot be restored",
                "it is not on this computer",
                f"Download it first: hearthside download {episode.id}",
            )
        if _may_write(context, Path(episode.file), out, force=force):
            await _file(Path(episode.file), out)

    context.run(work)


def _names_a_file(words: str) -> bool:
    file = Path(words).expanduser()
    return file.exists() or words.startswith(("/", "./", "../", "~"))


def _may_write(context: Context, source: Path, target: Path, *, force: bool) -> bool:
    """Tell whether ``target`` is free; on a terminal the person may say that it is.

    Raises:
        KnownError: It is not.
    """
    what = f"{source.name} was not restored"
    if target.exists() and target.samefile(source):
        raise KnownError(what, "it would be written over", "Name another file with -o.")
    if not target.exists() or force:
        return True
    if not sys.stdin.isatty():
        raise KnownError(
            what, f"{target} is there already", "Say it with --force, or name another with -o."
        )
    if click.confirm(f"{target} is there already. Write over it?", err=True):
        return True
    context.fail(f"{what}.")
    return False


async def _file(source: Path, target: Path) -> None:
    """Restore a file into another, and tell what came of it.

    Raises:
        KnownError: It cannot be restored.
    """
    worker, work = Worker(niceness=0), Path(f"{target}.work")
    with ShareBar(Events(), source.name) as bar:
        try:
            result = await _restored(worker, source, target, work, bar)
        except asyncio.CancelledError:
            bar.clear()
            place = f" in {work}" if await asyncio.to_thread(work.exists) else ""
            click.echo(_STOPPED.format(place=place), err=True)
            raise
        finally:
            await worker.close()
    click.echo(f"✓ {target}\n  {restored_line(result)}")


async def _restored(
    worker: Worker, source: Path, target: Path, work: Path, bar: ShareBar
) -> Restored:
    tape = await worker.run(partial(jobs.examine_tape, str(source)), EXAMINING)
    piece = partial(jobs.restore_some, str(source), str(target), str(work), tape, _PIECE)
    while True:
        share, result = await worker.run(piece, _LONGEST_PIECE)
        if result is not None:
            return result
        bar.reached(share)


async def _in_library(core: Core, episode_id: int, title: str) -> None:
    """Restore a talk, so that it plays restored from then on.

    Raises:
        KnownError: It cannot be restored.
    """
    with ShareBar(core.events, title) as bar:
        try:
            async for share in core.restoring.run(episode_id):
                bar.reached(share)
        except asyncio.CancelledError:
            bar.clear()
            click.echo(_STOPPED.format(place=""), err=True)
            raise
    result = (await core.restoring.state(episode_id)).result
    click.echo(f"✓ {title}" + (f"\n  {restored_line(result)}" if result else ""))

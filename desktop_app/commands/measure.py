"""The command that tells how a recording sounds."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import click

from desktop_app.audio.remedy import faults
from desktop_app.base.errors import KnownError
from desktop_app.commands.context import Context, this
from desktop_app.commands.share_bar import ShareBar
from desktop_app.commands.tape_lines import tape_json, tape_lines
from desktop_app.services import jobs
from desktop_app.services.events import Events
from desktop_app.services.worker import Worker

EXAMINING = 3600.0
"""Seconds: the recording of a whole day takes long on an old computer."""


@click.command()
@click.argument("what", nargs=-1, required=True, metavar="FILE")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@this
def measure(context: Context, what: tuple[str, ...], *, as_json: bool) -> None:
    """Tell how a recording sounds: loudness, noise, hum, and what could be better."""
    words = " ".join(what)
    file = file_of(words)

    async def work() -> None:
        worker = Worker(niceness=0)
        try:
            with ShareBar(Events(), f"Listening to {file.name}"):
                tape = await worker.run(partial(jobs.examine_tape, str(file)), EXAMINING)
        finally:
            await worker.close()
        found = faults(tape)
        if as_json:
            click.echo(json.dumps(tape_json(tape, found), indent=2))
        else:
            click.echo("\n".join(tape_lines(tape, found, words)))

    context.run_alone(work)


def file_of(words: str) -> Path:
    """Return the file that was named.

    Raises:
        KnownError: There is none.
    """
    file = Path(words).expanduser().absolute()
    if file.is_dir():
        raise KnownError(f"{words} is a folder", "", "Name a recording in it.")
    if not file.is_file():
        raise KnownError(f"There is no file {words}")
    return file

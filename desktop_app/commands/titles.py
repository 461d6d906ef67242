"""The command that reads titles: no library is needed, nothing is kept."""

from __future__ import annotations

import json
from typing import TextIO

import click


@click.command("parse-titles")
@click.argument("file", type=click.File(encoding="utf-8", errors="replace"))
def parse_titles(file: TextIO) -> None:
    """Tell what titles say: FILE has one a line (-: what is typed); of each, a line of JSON."""
    from desktop_app.catalog.titles import read_title  # noqa: PLC0415 - its tables take a moment

    for line in file:
        title = line.strip("\ufeff\r\n")
        if title.strip():
            said = read_title(title)
            told = {
                "title": title,
                "speakers": said.speakers,
                "fellowship": said.fellowship,
                "place": said.place,
                "event": said.event,
                "year": said.year,
                "steps": said.steps,
                "part": said.part,
                "of": said.of,
            }
            click.echo(json.dumps(told, ensure_ascii=False))

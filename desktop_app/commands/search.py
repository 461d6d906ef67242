"""The command that searches: talks alone, or everything."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import click

from desktop_app.base.listening import Marked
from desktop_app.base.shelves import Group
from desktop_app.commands import terminal
from desktop_app.commands.context import Context, as_json, limit_option, this

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.base.shelves import Found, FoundLine, FoundNote
    from desktop_app.services.core import Core

_HEADINGS = {
    Group.SPEAKERS: "Speakers",
    Group.TALKS: "Talks",
    Group.NOTES: "Notes",
    Group.MARKS: "Bookmarks",
    Group.LINES: "Transcripts",
}


@click.command()
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--everything", is_flag=True, help="Look for speakers, in your notes, bookmarks, transcripts."
)
@limit_option
@as_json
@this
def search(
    context: Context, words: tuple[str, ...], limit: int, *, everything: bool, as_json: bool
) -> None:
    """Find talks by title, speaker and notes; or everything, so many of each kind."""
    text = " ".join(words)

    async def talks(core: Core) -> None:
        found = await core.browsing.search(text, limit)
        terminal.episodes(found, as_json=as_json)
        if not (found or as_json):
            more = f"hearthside search {shlex.join(words)} --everything"
            there = "To look in bookmarks, your notes and transcripts"
            click.echo(f"No talk fits “{text}”. {there}: {more}", err=True)

    async def all_kinds(core: Core) -> None:
        found = await core.searching.everything(text, limit)
        if as_json:
            terminal.as_array(_values(found))
        elif lines := _lines(found):
            click.echo("\n".join(lines))
        else:
            click.echo(f"Nothing fits “{text}”.", err=True)

    context.run(all_kinds if everything else talks)


def _values(found: Found) -> list[dict[str, object]]:
    """Return all that was found, group by group, each with its ``kind``."""
    return [
        *({"kind": "speaker"} | terminal.speaker_json(each) for each in found.speakers),
        *({"kind": "talk"} | terminal.episode_json(each) for each in found.talks),
        *(
            {"kind": "note"} | _talk(each.episode) | {"text": each.excerpt, "own": each.own}
            for each in found.notes
        ),
        *(
            {"kind": "bookmark"} | terminal.bookmark_json(Marked(each.mark, each.episode))
            for each in found.marks
        ),
        *(
            {"kind": "transcript"}
            | _talk(each.episode)
            | {"position": each.start, "text": each.text}
            for each in found.lines
        ),
    ]


def _talk(talk: Episode) -> dict[str, object]:
    return {
        "episode_id": talk.id,
        "title": talk.title,
        "speakers": talk.speakers,
        "feed": talk.feed,
    }


def _lines(found: Found) -> list[str]:
    """Return a heading for each group that has something, and a line for each of it."""
    groups = {
        Group.SPEAKERS: [terminal.speaker_line(each) for each in found.speakers],
        Group.TALKS: [terminal.episode_line(each) for each in found.talks],
        Group.NOTES: [_note(each) for each in found.notes],
        Group.MARKS: [
            terminal.bookmark_line(Marked(each.mark, each.episode)) for each in found.marks
        ],
        Group.LINES: [_said(each) for each in found.lines],
    }
    lines = []
    for group, told in groups.items():
        if told:
            more = ["  … more with --limit"] if group in found.more else []
            lines += [_HEADINGS[group], *told, *more]
    return lines


def _note(note: FoundNote) -> str:
    own = "your note: " if note.own else ""
    return f"{note.episode.id:>6}  {own}{note.excerpt}  [{note.episode.title}]"


def _said(line: FoundLine) -> str:
    time = "" if line.start is None else terminal.clock(line.start)
    return f"{line.episode.id:>6} {time:>8}  {' '.join(line.text.split())}  [{line.episode.title}]"

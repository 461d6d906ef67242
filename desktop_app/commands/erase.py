"""The command that erases everything, and what finishes an erasing that was broken off."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError
from desktop_app.commands.context import Context, this
from desktop_app.commands.download_lines import size
from desktop_app.services.lock import ERASING

if TYPE_CHECKING:
    from desktop_app.base.kept import Kept
    from desktop_app.base.paths import Home

_WORD = "erase"
_STAYS = (
    "What stays: folders of your own tapes, and files that you saved elsewhere.",
    "It cannot be taken back. Files are deleted, not overwritten: on a disk without encryption,",
    "special tools might still find remains of them.",
)


@click.command()
@click.option("--yes", is_flag=True, help="Do not ask.")
@this
def erase(context: Context, yes: bool) -> None:
    """Erase everything that Hearthside keeps; what you put there yourself stays."""
    from desktop_app.services import erasing, kept  # noqa: PLC0415 - heavy: not for --help

    if not erasing.is_home(context.home):
        click.echo(f"There is nothing to erase in {context.home.root}")
        return
    if not yes:
        if not sys.stdin.isatty():
            raise KnownError(
                "Nothing was erased", "there is no terminal to ask on", "Say it with --yes."
            )
        for line in (*_goes(kept.survey(context.home)), *_STAYS):
            click.echo(line, err=True)
        said = click.prompt(f"Type “{_WORD}” to go on", default="", show_default=False, err=True)
        if said.strip().casefold() != _WORD:
            context.fail("Nothing was erased.")
            return
    _erase(context)


def finish(home: Home) -> None:
    """Finish an erasing that a kill or a power cut broke off, before anything else is done.

    Raises:
        KnownError: It is being done right now, or cannot be done.
    """
    if (home.root / ERASING).exists():
        from desktop_app.services import erasing  # noqa: PLC0415 - heavy

        for left in erasing.erase_closed(home).left:
            click.echo(str(left), err=True)


def _erase(context: Context) -> None:
    from desktop_app.services import erasing  # noqa: PLC0415 - heavy

    erased = erasing.erase_closed(context.home)
    for left in erased.left:
        context.fail(left)
    for own in erased.own:
        click.echo(f"Not Hearthside's, so it stays: {own}")
    click.echo(
        f"Erased {context.home.root}" + (", except what is named above" if erased.left else "")
    )


def _goes(kept: Kept) -> list[str]:
    """Return what is to go, a line each."""
    numbers = kept.numbers
    lines = [
        f"This erases all that Hearthside keeps in {kept.root}:",
        f"  the library ({size(kept.library.bytes)})"
        if numbers is None
        else f"  the library: {_several(numbers.feeds, 'feed')},"
        f" {_several(numbers.favorites, 'favorite')}, {_several(numbers.bookmarks, 'bookmark')},"
        f" {_several(numbers.sittings, 'sitting')}, the places in your talks, your history",
        f"  {_several(kept.recordings.files, 'recording')} ({size(kept.recordings.bytes)})",
        f"  {_several(len(kept.copies), 'backup')}, covers, logs, settings",
    ]
    if kept.accounts:
        lines.append(f"  passwords in the keyring: {', '.join(kept.accounts)}")
    return lines


def _several(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

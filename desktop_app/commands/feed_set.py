"""What the person chooses for one feed, from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from desktop_app.base.model import FeedKind
from desktop_app.commands import sign_in, terminal
from desktop_app.commands.context import Context, this

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from typing import Any

    from desktop_app.services.core import Core

    Change = Callable[[Core, int], Coroutine[Any, Any, object]]

_AS_IN_SETTINGS = "default"
_DOWNLOADS = {"none": None, "all": 0}
_SPEEDS = (0.5, 3.0)
_LONGEST = 600
"""Seconds; no opening is longer."""
_MOST = 50_000
"""No feed has more episodes: feeds/tidy.py."""


def _hours(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> tuple[int | None] | None:
    """Return the hours in a tuple, for None of them means something; None: not given."""
    if value is None or value == _AS_IN_SETTINGS:
        return None if value is None else (None,)
    if not value.isdecimal():
        raise click.BadParameter(f"{value} is neither a number of hours nor {_AS_IN_SETTINGS}")
    return (int(value),)


def _downloads(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> tuple[int | None] | None:
    """Return how many are downloaded unasked (0: all) in a tuple, for None of them means none."""
    if value is None:
        return None
    if value.casefold() in _DOWNLOADS:
        return (_DOWNLOADS[value.casefold()],)
    if not value.isdecimal() or not 0 < int(value) <= _MOST:
        raise click.BadParameter(f"{value} is neither a number of talks nor none nor all")
    return (int(value),)


def _speed(
    _context: click.Context, _parameter: click.Parameter, value: str | None
) -> tuple[float | None] | None:
    """Return the speed in a tuple, for None of it means something; None: not given."""
    if value is None or value == _AS_IN_SETTINGS:
        return None if value is None else (None,)
    slowest, fastest = _SPEEDS
    try:
        rate = float(value)
    except ValueError:
        rate = 0.0
    if not slowest <= rate <= fastest:
        raise click.BadParameter(
            f"{value} is neither a number from {slowest} to {fastest} nor {_AS_IN_SETTINGS}"
        )
    return (rate,)


@click.command("set")
@click.argument("feed", nargs=-1, required=True)
@click.option("--name", help='Its name here; "" for its own.')
@click.option("--address", metavar="URL|FOLDER", help="Read it from there; what you have stays.")
@click.option("--anyway", is_flag=True, help="With --address: though none of its talks is there.")
@click.option("--pause/--resume", "paused", default=None, help="Let it rest, or go on with it.")
@click.option(
    "--every",
    metavar=f"HOURS|{_AS_IN_SETTINGS}",
    callback=_hours,
    help=f"Refresh it by itself so often; 0: only when asked; {_AS_IN_SETTINGS}: as in the"
    " settings.",
)
@click.option(
    "--download",
    "automatic",
    metavar="none|N|all",
    callback=_downloads,
    help="Download none, the newest N or all of its talks without being asked.",
)
@click.option(
    "--speed",
    metavar=f"RATE|{_AS_IN_SETTINGS}",
    callback=_speed,
    help=f"Play its talks so fast, from 0.5 to 3; {_AS_IN_SETTINGS}: as in the settings.",
)
@click.option(
    "--skip-opening",
    "opening",
    metavar="SECONDS",
    type=click.IntRange(0, _LONGEST),
    help="Leave out so much of the beginning of each of its talks.",
)
@click.option("--kind", type=click.Choice([kind.value for kind in FeedKind]), help="What it has.")
@sign_in.user_option
@this
def set_(
    context: Context,
    feed: tuple[str, ...],
    name: str | None,
    address: str | None,
    anyway: bool,
    paused: bool | None,
    every: tuple[int | None] | None,
    automatic: tuple[int | None] | None,
    speed: tuple[float | None] | None,
    opening: int | None,
    kind: str | None,
    user: str | None,
) -> None:
    """Change what holds for one feed."""
    changes = [*_place(address, user, anyway=anyway), *_played(speed, opening)]
    if name is not None:
        changes.append(lambda core, one: core.feed_settings.rename(one, name))
    if kind is not None:
        changes.append(lambda core, one: core.feed_settings.set_kind(one, FeedKind(kind)))
    if every is not None:
        changes.append(lambda core, one: core.feed_settings.set_every(one, every[0]))
    if automatic is not None:
        changes.append(lambda core, one: core.feed_settings.set_auto(one, automatic[0]))
    if paused is not None:
        changes.append(lambda core, one: core.feed_settings.pause(one, paused=paused))
    if not changes:
        raise click.UsageError("Say what to change; hearthside set --help names it.")

    async def work(core: Core) -> None:
        core.events.listen(terminal.notices)
        found = await core.subscriptions.find(" ".join(feed))
        for change in changes:
            await change(core, found.id)
        await core.indexing.finish()

    context.run(work)


def _played(speed: tuple[float | None] | None, opening: int | None) -> list[Change]:
    """Return what other habits of playing come to."""
    changes: list[Change] = []
    if speed is not None:
        changes.append(lambda core, one: core.feed_settings.set_speed(one, speed[0]))
    if opening is not None:
        changes.append(lambda core, one: core.feed_settings.set_opening(one, opening))
    return changes


def _place(address: str | None, user: str | None, *, anyway: bool) -> list[Change]:
    """Return what a new address or a new sign-in comes to; "" for a user signs out."""
    login = sign_in.given(user)
    if address is not None:
        return [
            lambda core, one: core.feed_settings.change_address(one, address, login, anyway=anyway)
        ]
    if login is not None:
        return [lambda core, one: core.feed_settings.sign_in(one, login)]
    if user is not None:
        return [lambda core, one: core.feed_settings.sign_out(one)]
    return []

"""Names and passwords on the command line: asked for on a terminal, else from the environment."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.base.secrets import Login
    from desktop_app.services.logins import SignInNeededError

_TRIES = 3
_VARIABLE = "HEARTHSIDE_PASSWORD"

user_option = click.option(
    "--user",
    metavar="NAME",
    help=f"Sign in with this name; the password is asked for, or read from {_VARIABLE}.",
)


def given(user: str | None) -> Login | None:
    """Return the login that ``--user`` means; None: there is none.

    Raises:
        KnownError: There is no password for it, and nobody to ask.
    """
    if not user:
        return None
    password = os.environ.get(_VARIABLE)
    if password is None and not sys.stdin.isatty():
        raise KnownError(
            f"There is no password for {user}", "", f"Run it on a terminal, or set {_VARIABLE}."
        )
    return user, _password() if password is None else password


def ask(
    asked: SignInNeededError,
    user: str | None,
    attempt: Callable[[Login], SignInNeededError | None],
) -> KnownError | None:
    """Ask for name and password until ``attempt`` is content; return what is wrong at the end.

    Nobody is asked without a terminal, and nobody more than three times.
    """
    if not sys.stdin.isatty():
        advice = f"Give the name with --user, and its password in {_VARIABLE}."
        return asked if asked.refused else KnownError(asked.what, "", advice)
    wrong: SignInNeededError | None = asked
    for _ in range(_TRIES):
        if wrong is not None:
            click.echo(wrong, err=True)
            user = click.prompt("Name", default=user, err=True)
            wrong = attempt((user or "", _password()))
    return wrong


def _password() -> str:
    said: str = click.prompt("Password", hide_input=True, default="", show_default=False, err=True)
    return said

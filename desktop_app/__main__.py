"""The command ``hearthside``: without a command the window opens, as fast as it can."""

from __future__ import annotations

import sys
from pathlib import Path

_INTERRUPTED = 130
"""What a shell makes of Ctrl-C: 128 and the number of the signal."""


def main() -> None:
    """Open the window, or leave it to the command line, which is slower to load."""
    arguments = sys.argv[1:]
    match arguments:
        case [] | ["--home", _]:
            _open_window(arguments[1] if arguments else None)
        case [given] if _is_to_open(given):
            _open_window(None, given)
        case ["--home", home, given] if _is_to_open(given):
            _open_window(home, given)
        case _:
            _obey(arguments)


def _obey(arguments: list[str]) -> None:
    try:
        from desktop_app import cli  # noqa: PLC0415 - only when there is a command
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    cli.main(arguments)


def _is_to_open(given: str) -> bool:
    """Tell an address or a file, as a desktop hands it over, from a command."""
    return "://" in given or Path(given).is_file()


def _open_window(home: str | None, given: str = "") -> None:
    from desktop_app.base.paths import home_from  # noqa: PLC0415 - the command line needs no Qt
    from desktop_app.gui import run_window  # noqa: PLC0415

    sys.exit(run_window(home_from(home), given))


if __name__ == "__main__":
    main()

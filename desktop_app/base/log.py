"""One log file in the home, small and soon forgotten, that tells nothing of the person.

Written are moments, the places in our code, and the kinds of errors. What an error says of itself
is not: it may name a talk, a speaker, an address, a folder, or the words of a search.
"""

from __future__ import annotations

import copy
import logging
import logging.handlers
import sys
import threading
import traceback
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from desktop_app.base.files import owners_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import TracebackType

    from desktop_app.base.paths import Home

LOG_BYTES = 256 * 1024
"""How large the file becomes, in bytes, before it is set aside."""
LOG_FILES = 2
"""How many there are at most: the one that is written, and the one before it."""
LOG_DAYS = 14
"""Lines older than so many days go when the window opens the next time."""

_OURS = "desktop_app"
_MOMENT = "%Y-%m-%d %H:%M:%S"
_MOMENT_LENGTH = 19
_PLAIN = (AttributeError, NameError, TypeError)
"""Errors whose own words are names from code, and help to find a fault."""
_DEEPEST = 8
"""So many errors behind an error are told."""
_log = logging.getLogger(__name__)


def report_bug(home: Home | None, error: BaseException) -> str:
    """Keep what happened in the home's log, if it has one; return the line for the person."""
    line = f"Something went wrong inside Hearthside: {error!r}."
    if home is None or not home.logs.is_dir():
        return line
    handler = start_logging(home)
    _log.error("a bug", exc_info=error)
    handler.close()
    return f"{line} What happened is written in {home.logs}."


def start_logging(home: Home) -> logging.Handler:
    """Write to ``logs/hearthside.log`` from now on, from level INFO; return the handler.

    What is there already and too old is forgotten.
    """
    _forget_old(home, datetime.now(UTC) - timedelta(days=LOG_DAYS))
    handler = _File(home.logs / "hearthside.log")
    handler.setFormatter(DiscreetFormatter())
    handler.setLevel(logging.INFO)
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler


def log_threads() -> Callable[[], None]:
    """Have what fails in a thread, or where nobody waits, logged; return what undoes that.

    Python would write it to the terminal, which is a file that others may read on many desktops.
    """
    before = threading.excepthook, sys.unraisablehook

    def in_thread(failed: threading.ExceptHookArgs) -> None:
        if failed.exc_value is not None and failed.exc_type is not SystemExit:
            _log.error("a bug in a thread", exc_info=failed.exc_value)

    def unraisable(failed: sys.UnraisableHookArgs) -> None:
        _log.error("a bug where nobody waits", exc_info=failed.exc_value or True)

    def undo() -> None:
        threading.excepthook, sys.unraisablehook = before

    threading.excepthook, sys.unraisablehook = in_thread, unraisable
    return undo


def recent(lines: list[str], since: datetime) -> list[str]:
    """Return the lines from the first one on that was written at ``since`` or later.

    Lines without a moment belong to the one before them.
    """
    for at, line in enumerate(lines):
        moment = _moment(line)
        if moment is not None and moment >= since:
            return lines[at:]
    return []


class DiscreetFormatter(logging.Formatter):
    """Writes moments (UTC), levels, rooms, our own words, and of errors only :func:`told`.

    What foreign loggers say is cut to its first line before any value is put into it: asyncio
    tells all of an error there.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", _MOMENT)
        self.converter = _utc

    def format(self, record: logging.LogRecord) -> str:
        """Return the line, or the lines."""
        clean = copy.copy(record)
        clean.exc_info = clean.exc_text = clean.stack_info = None
        if record.name.partition(".")[0] == _OURS:
            clean.args = _cleaned(record.args)
        else:
            clean.msg, clean.args = str(record.msg).partition("\n")[0], None
        error = record.exc_info[1] if record.exc_info else None
        return "\n".join([super().format(clean), *(_ways(error) if error is not None else ())])


def told(error: BaseException) -> str:
    """Return an error in a few words: its kind, where it arose, and the kinds behind it."""
    kinds = " < ".join(_kind(each) for each in _chain(error))
    places = _places(error.__traceback__)
    return f"{kinds} ({places[-1]})" if places else kinds


def _forget_old(home: Home, since: datetime) -> None:
    """Take lines that are older out of the files, which another process may be writing to."""
    for file in home.logs.glob("hearthside.log*"):
        with suppress(OSError), file.open("r+", encoding="utf-8", errors="replace") as log:
            lines = log.readlines()
            kept = recent(lines, since)
            if len(kept) < len(lines):
                log.seek(0)
                log.truncate()
                log.writelines(kept)


def _ways(error: BaseException) -> Iterable[str]:
    """Return an error with the ways on which it and those behind it came, one place a line."""
    for each in _chain(error):
        yield f"  {_kind(each)}"
        yield from (f"    {place}" for place in _places(each.__traceback__))


def _kind(error: BaseException) -> str:
    """Return what an error is, and what it says if that is of code: a name, a number."""
    kind = type(error).__name__
    if isinstance(error, _PLAIN):
        return ": ".join([kind, *str(error).splitlines()[:1]])
    if isinstance(error, ImportError) and error.name:
        return f"{kind}: {error.name}"  # its words may have the path of a file
    if sqlite := getattr(error, "sqlite_errorname", None):
        return f"{kind} {sqlite}"
    if isinstance(error, OSError) and isinstance(error.errno, int) and error.strerror:
        return f"{kind} {error.errno}"
    return kind


def _places(trace: TracebackType | None) -> list[str]:
    """Return module, line and function of each step; no path of the computer."""
    return [
        f"{frame.f_globals.get('__name__', '?')}:{line} in {frame.f_code.co_name}"
        for frame, line in traceback.walk_tb(trace)
    ]


def _chain(error: BaseException) -> list[BaseException]:
    """Return an error and those that it came of, the latest first."""
    chain: list[BaseException] = []
    each: BaseException | None = error
    while each is not None and each not in chain and len(chain) < _DEEPEST:
        chain.append(each)
        each = each.__cause__ or (None if each.__suppress_context__ else each.__context__)
    return chain


def _cleaned(args: Any) -> Any:  # noqa: ANN401 - as logging has them
    if isinstance(args, tuple):
        return tuple(told(each) if isinstance(each, BaseException) else each for each in args)
    return args


def _moment(line: str) -> datetime | None:
    try:
        return datetime.strptime(line[:_MOMENT_LENGTH], _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None


def _utc(seconds: float | None) -> Any:  # noqa: ANN401 - time.struct_time
    return datetime.fromtimestamp(seconds or 0.0, UTC).timetuple()


class _File(logging.handlers.RotatingFileHandler):
    """The file, which its owner alone may read."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            path, maxBytes=LOG_BYTES, backupCount=LOG_FILES - 1, encoding="utf-8", errors="replace"
        )

    def _open(self) -> Any:  # noqa: ANN401 - as its parent has it
        return open(  # logging closes it
            self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors,
            opener=owners_alone,
        )  # fmt: skip

"""Words for times, sizes and dates, each through Qt's translation.

Lengths are seconds, sizes bytes. ``None`` means "not known" and gives an empty string.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime

if TYPE_CHECKING:
    from datetime import date, datetime

DOT = " · "
_ENDS = (".", "!", "?", "…")
_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def tr(text: str, **values: object) -> str:
    """Return ``text`` in the person's language, with ``{name}`` filled in afterwards."""
    said = QCoreApplication.translate("words", text)
    return said.format(**values) if values else said


def number(value: int) -> str:
    """Return 1284 as "1,284", as the language groups it."""
    return QLocale().toString(value)


def count(value: int, one: str, many: str) -> str:
    """Return ``one`` for 1, else ``many`` with ``{n}`` filled in."""
    return tr(one) if value == 1 else tr(many, n=number(value))


def minutes(seconds: float | None) -> str:
    """Return a length in short: "58 min", "1 h 04", "40 s"."""
    if seconds is None:
        return ""
    if seconds < 60:
        return tr("{n} s", n=round(seconds))
    whole = round(seconds / 60)
    hours, rest = divmod(whole, 60)
    return tr("{h} h {m}", h=hours, m=f"{rest:02}") if hours else tr("{n} min", n=whole)


def clock(seconds: float | None) -> str:
    """Return a place in a recording: "24:17", "1:02:03"."""
    if seconds is None:
        return ""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"


def spoken(seconds: float) -> str:
    """Return a place or length as it is said aloud: "24 minutes 17 seconds"."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, 3600)
    parts = [
        count(hours, "1 hour", "{n} hours") if hours else "",
        count(rest // 60, "1 minute", "{n} minutes") if rest // 60 else "",
        count(rest % 60, "1 second", "{n} seconds") if rest % 60 or whole == 0 else "",
    ]
    return " ".join(part for part in parts if part)


def left(seconds: float) -> str:
    """Return how much remains: "35 minutes left", "1 h 04 left", "less than a minute left"."""
    if seconds < 60:
        return tr("less than a minute left")
    if seconds < 3570:
        return count(round(seconds / 60), "1 minute left", "{n} minutes left")
    return tr("{time} left", time=minutes(seconds))


def size(amount: float | None) -> str:
    """Return bytes as people count them, in thousands: "35 MB", "9.1 MB", "14.2 GB"."""
    if amount is None:
        return ""
    value, unit = _scaled(amount)
    exact = unit in {"bytes", "kB"} or (unit == "MB" and value >= 10)
    return f"{_decimal(value, 0 if exact else 1)} {tr(unit)}"


def round_size(amount: float | None) -> str:
    """Return a size that somebody chose, as it was chosen: "20 GB", "7.5 GB", "2 MB"."""
    if amount is None:
        return ""
    value, unit = _scaled(amount)
    return f"{_decimal(value, 0 if abs(value - round(value)) < 0.05 else 1)} {tr(unit)}"


def amount_of(received: float, total: float | None) -> str:
    """Return how much of a file is here: "22.4 of 35.0 MB"."""
    if not total:
        return size(received)
    value, unit = _scaled(total)
    factor = value / total
    return tr("{part} of {all} {unit}", part=_decimal(received * factor, 1),
              all=_decimal(value, 1), unit=tr(unit))  # fmt: skip


def speed(bytes_a_second: float) -> str:
    """Return a transfer's speed: "1.1 MB/s", "90 kB/s"."""
    value, unit = _scaled(bytes_a_second)
    return f"{_decimal(value, 0 if unit in {'bytes', 'kB'} else 1)} {tr(unit)}/s"


def rate(value: float) -> str:
    """Return a playing speed: "1.0×", "1.25×"."""
    text = f"{value:.2f}"
    return f"{text.removesuffix('0')}×"


def percent(fraction: float) -> str:
    """Return a share of one as "64 %"."""
    return tr("{n} %", n=int(100 * max(0.0, min(1.0, fraction))))


def greeting(hour: int) -> str:
    """Return the greeting for an hour of the day, 0 to 23."""
    if 5 <= hour < 12:
        return tr("Good morning")
    if 12 <= hour < 18:
        return tr("Good afternoon")
    return tr("Good evening") if hour >= 18 else tr("Good night")


def date_line(day: date | datetime) -> str:
    """Return a day in full: "Sunday, 22 November"."""
    return QLocale().toString(_qdate(day), tr("dddd, d MMMM"))


def short_date(day: date | datetime) -> str:
    """Return a day for lists: "22 Nov 2026"."""
    return QLocale().toString(_qdate(day), tr("d MMM yyyy"))


def time_of_day(moment: datetime) -> str:
    """Return the local time of an aware moment: "20:15"."""
    local = QDateTime.fromSecsSinceEpoch(int(moment.timestamp())).time()
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)


def wall_time(minutes_after_midnight: int) -> str:
    """Return a time of the day, whichever day it is: "22:00"."""
    hours, rest = divmod(minutes_after_midnight, 60)
    return QLocale().toString(QTime(hours % 24, rest), QLocale.FormatType.ShortFormat)


def shortened(text: str, letters: int) -> str:
    """Return a text, cut where it has more letters than that."""
    return text if len(text) <= letters else f"{text[: letters - 1].rstrip()}…"


def opening(text: str) -> str:
    """Return words that begin a sentence; the name of a server stays as it is written."""
    first = text.partition(" ")[0]
    return text if "." in first.rstrip(".") else text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return a sentence with a full stop, unless it ends by itself; "" stays so."""
    return text if not text or text.endswith(_ENDS) else f"{text}."


def why_and_next(why: str, what_next: str) -> str:
    """Return why something happened and what to do, each as a whole sentence."""
    return " ".join(ended(text) for text in (opening(why), what_next) if text)


def breakable_address(address: str) -> str:
    """Return an address or a path that may go on in the next line behind its signs."""
    return re.sub(r"([/\\?&=._-])", "\\1\u200b", address)


def join(*parts: str) -> str:
    """Return the parts that say something with a dot between them."""
    return DOT.join(_apart(part) for part in parts if part)


def _apart(part: str) -> str:
    """Return a part that is written from right to left so that it moves none of the others."""
    if part.isascii() or not any(bidirectional(letter) in {"R", "AL"} for letter in part):
        return part
    return f"\u2068{part}\u2069"


def _qdate(day: date | datetime) -> QDate:
    return QDate(day.year, day.month, day.day)


def _scaled(amount: float) -> tuple[float, str]:
    value = float(amount)
    for unit in _UNITS[:-1]:
        if value < 999.5:
            return value, unit
        value /= 1000
    return value, _UNITS[-1]


def _decimal(value: float, digits: int) -> str:
    return QLocale().toString(value, "f", digits)

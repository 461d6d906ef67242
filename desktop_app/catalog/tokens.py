"""A title cut into words, numbers and separators, each with what the rules ask of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from desktop_app.catalog.words import HONORIFICS, MONTHS, PREPOSITIONS, STEP_WORDS, SUFFIXES

_AUDIO = re.compile(r"\.(?:mp3|m4a|m4b|mp4|ogg|opus|wav|wma|flac|aac)$", re.IGNORECASE)
_SLUG = re.compile(r"[^\s,.:]+(?:[-_][^\s,.:]+){2,}")
_DATE = re.compile(
    r"(?<!\d)(?:(?P<first>\d{4})[-/._](?P<m1>\d\d?)[-/._](?P<d1>\d\d?)"
    r"|(?P<m2>\d\d?)[-/._](?P<d2>\d\d?)[-/._](?P<last>\d{4}|\d\d))(?!\d)"
)
_TOKEN = re.compile(
    r"""
      (?P<w> [^\W\d_](?:\.[^\W\d_])+\.?(?!\w)                 # A.A. or J.R.
           | (?:Mc|Mac|O'|D')[A-Z](?!\w)\.?                   # McQ. or O'B.
           | [^\W\d_]+(?:['-][^\W\d_]+)*\.? )                 # any word
    | (?P<n> \d+(?:st|nd|rd|th)?(?!\w) )                      # 12 or 12th
    | (?P<y> '\d\d(?!\w) )                                    # '88
    | (?P<p> 's(?!\w) )
    | (?P<s> [–—―|:;()\[\]{}"“”„«»•·/!?…~=.] | (?<=\s)-+ | -+(?=\s) )
    | (?P<h> - )
    | (?P<c> , )
    | (?P<a> [&+] )
    | (?P<o> \w+ | \S )
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(HONORIFICS) | SUFFIXES | MONTHS | {"conf", "intl", "mont"}

FIRST_YEAR, LAST_YEAR = 1935, 2099
"""A talk cannot be older than the first fellowship."""


@dataclass(slots=True)
class Line:
    """The tokens of a title, in parallel lists.

    ``kind`` is one letter: w(ord), n(umber), y(ear with an apostrophe), p(ossessive),
    s(eparator), h(yphen), c(omma), a(mpersand), o(ther). ``low`` is in lower case without full
    stops. ``cap`` tells words that count as capitalised: in a ``flat`` title, which is all in
    one case, every word but the small ones. ``used`` marks what a rule has explained.
    """

    flat: bool
    date_year: int | None
    text: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    used: list[bool] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.low)

    def kind_at(self, at: int) -> str:
        """Return the kind of a token, "s" beyond either end."""
        return self.kind[at] if 0 <= at < len(self.kind) else "s"

    def low_at(self, at: int) -> str:
        """Return a token's text in lower case, "" beyond either end."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def use(self, start: int, end: int) -> None:
        """Mark the tokens from ``start`` to before ``end`` as explained."""
        self.used[start:end] = [True] * (end - start)

    def words(self, start: int, end: int) -> str:
        """Return the tokens as they should be read."""
        said = " ".join(self.text[start:end])
        return said.replace(" , ", ", ").replace(" 's", "'s").replace(" - ", "-")


def read_line(title: str) -> Line:
    """Cut ``title`` into tokens; file names and addresses with hyphens are spelt out first."""
    title = _AUDIO.sub("", title.strip()).replace("’", "'").replace("`", "'")
    title = title.replace("s' ", "s ")
    title, year = _without_date(title)
    if _SLUG.fullmatch(title.strip(" ;-_")):
        title = re.sub(r"[-_]+", " ", title)
    title = title.replace("_", " ")
    line = Line(title in {title.lower(), title.upper()}, year)
    for match in _TOKEN.finditer(title):
        kind, text = match.lastgroup or "o", match.group()
        if kind == "w":
            _add_word(line, text)
        else:
            _add(line, text, text, kind, cap=False)
    return line


def _add_word(line: Line, text: str) -> None:
    low = text.lower().replace(".", "")
    ends = text[-1] == "." and len(low) > 3 and low not in _ABBREVIATIONS
    if ends:
        text = text[:-1]
    cap = low not in PREPOSITIONS if line.flat else text[0].isupper()
    if line.flat and (len(low) > 1 or text[0].islower()):
        text = text.capitalize() if cap or len(low) == 1 else low
    _add(line, text, low, "w", cap=cap or (line.flat and len(low) == 1))
    if ends:
        _add(line, ".", ".", "s", cap=False)


def _add(line: Line, text: str, low: str, kind: str, *, cap: bool) -> None:
    line.text.append(text)
    line.low.append(low)
    line.kind.append(kind)
    line.cap.append(cap)
    line.used.append(False)


def _without_date(title: str) -> tuple[str, int | None]:
    """Take a date in figures out of the title; return the rest and the date's year."""
    for match in _DATE.finditer(title):
        before = title[: match.start()].rstrip(" -_").rpartition(" ")[2].rpartition("-")[2]
        year = _year_of(match)
        if year and before.lower() not in STEP_WORDS:
            return f"{title[: match.start()]} ; {title[match.end() :]}", year
    return title, None


def _year_of(match: re.Match[str]) -> int | None:
    month, day = int(match["m1"] or match["m2"]), int(match["d1"] or match["d2"])
    if not (1 <= min(month, day) <= 12 and max(month, day) <= 31):
        return None
    return full_year(match["first"] or match["last"])


def full_year(digits: str) -> int | None:
    """Return the year that two or four digits mean, None if no talk can be of that year."""
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= FIRST_YEAR % 100 else 2000
    return year if FIRST_YEAR <= year <= LAST_YEAR else None

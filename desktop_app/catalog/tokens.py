"""A title cut into words, numbers and separators, each with what the rules ask of it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from desktop_app.catalog.given import GIVEN
from desktop_app.catalog.people_words import HONORIFICS, SUFFIXES
from desktop_app.catalog.regions import ABBREVIATED
from desktop_app.catalog.words import MONTHS, PREPOSITIONS, STEP_WORDS


def _apart(match: re.Match[str]) -> str:
    """Part a given name from its initial ("NoraJ"); other words stay ("BrandX")."""
    known = match[1].lower() in GIVEN
    return f"{match[1]} {match[2]}" if known else match[0]


_AUDIO = re.compile(r"\.(?:mp3|m4a|m4b|mp4|ogg|opus|wav|wma|flac|aac)$", re.IGNORECASE)
_PARTED = re.compile(r"[\s,.:]")
_SLUG = re.compile(r".+?[-_].+?[-_].")
"""A file's name: at least three words between hyphens, nothing that is ``_PARTED``."""
_Glued = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]
_FIGURE_GLUED: tuple[_Glued, ...] = (
    (re.compile(r"(\d)(cd|disc|disk|tape|part|of)(\d)", re.IGNORECASE), r"\1 \2 \3"),
    (
        re.compile(
            r"\b(part|parte|partie|pt|cd|dis[ck]|tape|steps?|session|vol|ep)(\d)", re.IGNORECASE
        ),
        r"\1 \2",
    ),
    (re.compile(r"([a-z]{3})((?:19|20)\d\d)(?!\d)"), r"\1 \2"),
)
"""What is written without a space before a figure: "CD2", "2of8", "Tulsa1987"."""
_CAPITALS_GLUED: tuple[_Glued, ...] = (
    (re.compile(r"([a-z]{3})([A-Z]{2})\b"), r"\1 \2"),
    (re.compile(r"\b(?!Mac)([A-Z][a-z]{2,})([A-Z])\b"), _apart),
)
"""The same before capitals: "PhoenixAZ", "NoraJ"."""
_HYPHEN_GLUED: tuple[_Glued, ...] = (
    (re.compile(r"(?<!\w)(?!AL-)([A-Z]{2})-(?=[A-Z])"), r"\1 - "),
    (
        re.compile(r"([a-z]{2})-(?=(?:The|A|An|How|What|Why|When|On|My|Your|Our|Steps?)\b)"),
        r"\1 - ",
    ),
)
"""The same around a hyphen: "AZ-NARA 2022", "Nora Jessop-The long road"."""
_GLUED: tuple[tuple[re.Pattern[str], tuple[_Glued, ...]], ...] = (
    (re.compile(r"[^\W\d_]\d"), _FIGURE_GLUED),
    (re.compile(r"[a-z][A-Z]"), _CAPITALS_GLUED),
    (re.compile(r"-[A-Z]"), _HYPHEN_GLUED),
)
"""What must stand in a title for any of them to be there: most titles need only that look."""
_HYPHEN = re.compile(r"(?<!Al)(?<!Nar)(?<!Gam)(?<!Co)(?<!S)-", re.IGNORECASE)
_ELISION = re.compile(r"\bd'(?=[A-ZÀ-Ý])")
_DATE_LIKE = re.compile(r"\d(?:[-/._]\d|\d{5})")
"""In every date, and in few other titles."""
_DATE = re.compile(
    r"(?<!\d)(?:(?P<first>\d{4})[-/._](?P<m1>\d\d?)[-/._](?P<d1>\d\d?)"
    r"|(?P<m2>\d\d?)[-/._](?P<d2>\d\d?)[-/._](?P<last>\d{4}|\d\d)"
    r"|(?P<y3>(?:19|20)\d\d)(?P<m3>[01]\d)(?P<d3>[0-3]\d)"
    r"|(?P<m4>[01]\d)(?P<d4>[0-3]\d)(?P<y4>(?:19|20)\d\d)"
    r"|(?P<y5>(?:19|20)\d\d)[-/.](?P<m5>0[1-9]|1[0-2])"
    r"|(?P<y7>19[4-9]\d|20[0-2]\d)(?P<m7>0[1-9]|1[0-2])"
    r"|(?P<m6>0?[1-9]|1[0-2])/(?P<y6>(?:19|20)\d\d)"
    r"|(?P<m8>0[1-9]|1[0-2])-(?P<y8>(?:19|20)\d\d))(?![-/.]?\d)"
)
_TOKEN = re.compile(
    r"""
    (?=\S) (?:  # a look that spares all the others at each space
      (?P<w> [^\W\d_](?:\.[^\W\d_])+\.?(?!\w)                 # A.A. or J.R.
           | (?:Mc|Mac|O'|D')[A-Z](?!\w)\.?                   # McQ. or O'B.
           | [^\W\d_]+(?:['-][^\W\d_]+)*(?:(?<=s)'(?=\s)|\.)?  # any word
           | ["“](?:[A-Z]\w+\ |the\ )?[A-Z]\w+["”](?=\s[A-Z][\w']{0,3}\.?(?:\W|$)) )  # "Bobby"
    | (?P<n> \d+(?:st|nd|rd|th|e|er|re|ère|ème|eme|[ºª°])?(?!\w) )  # 12, 12th or 12e
    | (?P<y> '\d\d(?!\w) )                                    # '88
    | (?P<p> 's(?!\w) )
    | (?P<s> [–—―|:;()\[\]{}"“”„«»•·/!?…~=.] | (?<=\s)-+ | -+(?=\s) )
    | (?P<h> - )
    | (?P<c> , )
    | (?P<a> [&+] )
    | (?P<o> \w+ | \S )
    )
    """,
    re.VERBOSE,
)
_ABBREVIATIONS = frozenset(HONORIFICS) | SUFFIXES | MONTHS | ABBREVIATED | {"conf", "intl"}

_NOT_DATED_AFTER = STEP_WORDS | {"date", "dos", "sober", "clean", "since", "born"}

FIRST_YEAR, LAST_YEAR = 1935, 2099
"""A talk cannot be older than the first fellowship."""


@dataclass(slots=True)
class Line:
    """The tokens of a title, in parallel lists.

    ``kind`` is one letter: w(ord), n(umber), y(ear with an apostrophe), p(ossessive),
    s(eparator), h(yphen), c(omma), a(mpersand), o(ther). ``low`` is in lower case without full
    stops. ``cap`` tells words that count as capitalised: in a ``flat`` title, which is all in
    one case, every word but the small ones. ``used`` marks what a rule has explained, ``told``
    what is thereby no part of the subject. ``begins`` and ``ends`` are places in ``said``, the
    title as it was cut. ``part_at`` is where the part is named, -1 if nowhere; ``soft`` are the
    tokens of fellowships, which are a label as well as a word of the subject. ``slug``: it was
    written as file names are.
    """

    said: str
    flat: bool
    slug: bool
    date_year: int | None
    text: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    kind: list[str] = field(default_factory=list)
    cap: list[bool] = field(default_factory=list)
    used: list[bool] = field(default_factory=list)
    told: list[bool] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    part_at: int = -1
    soft: set[int] = field(default_factory=set)

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

    def tell(self, start: int, end: int) -> None:
        """Mark the tokens from ``start`` to before ``end`` as no part of the subject."""
        self.told[start:end] = [True] * (end - start)

    def explain(self, start: int, end: int) -> None:
        """Use and tell."""
        self.use(start, end)
        self.tell(start, end)

    def words(self, start: int, end: int) -> str:
        """Return the tokens as they should be read."""
        said = " ".join(self.text[start:end])
        return said.replace(" , ", ", ").replace(" 's", "'s").replace(" - ", "-")


def read_line(title: str) -> Line:
    """Cut ``title`` into tokens; file names and addresses with hyphens are spelt out first."""
    title = _AUDIO.sub("", title.strip()).replace("’", "'").replace("`", "'")
    if "d'" in title:
        title = _ELISION.sub("de ", title)
    title, year = _without_date(title)
    slug = _is_slug(title.strip(" ;-_"))
    if slug and "_" in title and "-" in title:
        title = _HYPHEN.sub(" - ", title)
    elif slug:
        title = re.sub(r"[-_]+", " ", title)
    title = title.replace("_", " ")
    for sign, glued in _GLUED:
        if sign.search(title):
            for pattern, spaced in glued:
                title = pattern.sub(spaced, title)
    line = Line(title, title in {title.lower(), title.upper()}, slug, year)
    for match in _TOKEN.finditer(title):
        kind, text = match.lastgroup or "o", match.group()
        if kind == "w":
            _add_word(line, text, match.start())
        else:
            _add(line, text, text, kind, match.start(), cap=False)
    line.used = [False] * len(line)
    line.told = line.used.copy()
    line.ends = [begins + len(text) for begins, text in zip(line.begins, line.text, strict=True)]
    return line


def _is_slug(title: str) -> bool:
    return _PARTED.search(title) is None and _SLUG.match(title) is not None


def _add_word(line: Line, text: str, begins: int) -> None:
    if text[0] in '"“':
        text = f'"{text[1:-1]}"'
        _add(line, text, text.lower(), "w", begins, cap=True)
        return
    low = text.lower().replace(".", "").rstrip("'")
    ends = text[-1] == "." and len(low) > 3 and low not in _ABBREVIATIONS
    if ends:
        text = text[:-1]
    cap = low not in PREPOSITIONS if line.flat else text[0].isupper()
    long = len(text)
    if line.flat and (len(low) > 1 or text[0].islower()):
        text = text.capitalize() if cap or len(low) == 1 else low
    _add(line, text, low, "w", begins, cap=cap or (line.flat and len(low) == 1))
    if ends:
        _add(line, ".", ".", "s", begins + long, cap=False)


def _add(line: Line, text: str, low: str, kind: str, begins: int, *, cap: bool) -> None:
    line.text.append(text)
    line.low.append(low)
    line.kind.append(kind)
    line.cap.append(cap)
    line.begins.append(begins)


def _without_date(title: str) -> tuple[str, int | None]:
    """Take a date in figures out of the title; return the rest and the date's year."""
    if not _DATE_LIKE.search(title):
        return title, None
    for match in _DATE.finditer(title):
        before = title[: match.start()].rstrip(" -_").rpartition(" ")[2].rpartition("-")[2]
        year = _year_of(match)
        if year and before.lower() not in _NOT_DATED_AFTER:
            return f"{title[: match.start()]} ; {title[match.end() :]}", year
    return title, None


def _year_of(match: re.Match[str]) -> int | None:
    said = match.groupdict()
    month = int(
        next(said[key] for key in ("m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8") if said[key])
    )
    day = int(next((said[key] for key in ("d1", "d2", "d3", "d4") if said[key]), "1"))
    if not (1 <= min(month, day) <= 12 and max(month, day) <= 31):
        return None
    years = ("first", "last", "y3", "y4", "y5", "y6", "y7", "y8")
    return full_year(next(said[key] for key in years if said[key]))


def full_year(digits: str) -> int | None:
    """Return the year that two or four digits mean, None if no talk can be of that year."""
    year = int(digits)
    if len(digits) == 2:
        year += 1900 if year >= FIRST_YEAR % 100 else 2000
    return year if FIRST_YEAR <= year <= LAST_YEAR else None

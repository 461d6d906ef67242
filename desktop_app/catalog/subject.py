"""What a talk is called: the words of its title that no other rule explains."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.catalog.people_words import TALK_WORDS
from desktop_app.catalog.regions import CODES
from desktop_app.catalog.table import table
from desktop_app.catalog.topics import plain_words
from desktop_app.catalog.words import (
    JOINS,
    MONTHS,
    OF_WORDS,
    PART_WORDS,
    PREPOSITIONS,
    SPEAKER_WORDS,
    STEP_WORDS,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop_app.catalog.tokens import Line

_ARTICLES = table("the a an el la los las le les un una une my our your his her their what how why")
_ARTICLES |= table("when where who i we you he she they no not do can will if is are this that")
_SMALL_ARTICLES = table("the a an el la los las le les un une")
_EDGE = (PREPOSITIONS | JOINS | SPEAKER_WORDS | TALK_WORDS | MONTHS) - _ARTICLES - {"story", "it"}
_EDGE |= table(
    """
    about topic subject tema sujet tape tapes recorded recording live on sur sobre titled
    entitled called presents presenta présente aka member feat featuring # no episode ep rec
    con avec par pour por para chez invitado invitada invité invitée
    """
)
"""Trimmed from both ends of what is left."""

_KEPT = table("in into on from for with to of about by")
"""With a capital they begin or end a phrase of their own ("Into Action")."""

_LABELS = _EDGE | PART_WORDS | _ARTICLES
_LABELS |= table(
    """
    audio mp3 transcript story talk talks main open closed meeting meetings group panel night
    morning afternoon evening noon midday friday saturday sunday monday tuesday wednesday
    thursday fri sat sun mon tue tues wed thu thurs weekend weekly am pm side track volume
    experience strength hope recovery podcast show guest edited remastered full complete
    original old timer oldtimer long form anonymous tells 12-step twelve-step convention
    conference roundup workshop annual spiritual young people clip part closing opening host
    couple season series introduction-by intro-by partage témoignage temoignage historia noche
    viernes sábado domingo lunes martes miércoles jueves audio-only b c d e sidea sideb min mins
    minutes minute pp hr hour hours telemeeting zoom testimonio retreat men's
    women's mens womens assembly jamboree
    compartimiento compartida reunión reunion abierta abierto réunion ouverte junta
    """
)
"""Words that are no subject by themselves."""

_QUOTES = frozenset('"“”„«»')
_PUNCTUATION = " \t,;.-–—&+/|~=_#@*'\"“”"
_LEADS_TO_SOFT = frozenset({"of", "in", "to", "de", "and", "&"})
_SERIES_WORDS = table(
    """
    study studies workshop weekend retreat series seminar course book basics estudio taller serie
    étude atelier
    """
)
_STEPS_ALONE = STEP_WORDS | OF_WORDS
_SPACES = re.compile(r"\s+")
_LONGEST = 120


class _Run(NamedTuple):
    start: int
    end: int
    text: str
    quoted: bool


def find_subject(line: Line, labels: Sequence[str]) -> tuple[str, str | None]:
    """Return what the talk is called, and the name of the series that its part belongs to."""
    known = [_label(label) for label in labels if label]
    every = list(_runs(line))
    runs = [run for run in every if not _is_show(line, run, known)]
    if line.part_at >= 0:
        runs = runs or every  # a feed may bear the name of the study that it is
    series = _series(line, runs) if line.part_at >= 0 else None
    quoted = [run for run in runs if run.quoted and run.end - run.start > 1]
    return _joined(line, quoted[:1] or runs), series


@lru_cache(maxsize=64)
def _label(name: str) -> Sequence[str]:
    """Return a label's words; all talks of a feed have the same."""
    return plain_words(name)


def _is_show(line: Line, run: _Run, known: Sequence[Sequence[str]]) -> bool:
    """Return whether words are the name of the feed or the album, or stand before "#45:"."""
    if known:
        words = plain_words(run.text)
        if any(
            words == label or (len(words) > 1 and words == label[: len(words)]) for label in known
        ):
            return True
    at = run.end + 1 if line.low_at(run.end) == "#" else run.end
    numbered = run.start == 0 and line.kind_at(at) == "n" and not line.used[at]
    return numbered and line.kind_at(at + 1) == "s" and at + 2 < len(line) and line.told[at + 2]


def _joined(line: Line, runs: Sequence[_Run]) -> str:
    said = ""
    last = -1
    for run in runs:
        if run.text.casefold() in said.casefold():
            continue
        colon = 0 < last == run.start - 1 and line.low[last] in {":", "?", "!"}
        joint = "" if not said else " – " if not colon else ": " if line.low[last] == ":" else " "
        if said and len(said) + len(run.text) > _LONGEST:
            break
        said += joint + run.text
        last = run.end
    return said


def _runs(line: Line) -> Iterator[_Run]:
    """Yield what stands between separators and explained words, without words that are labels."""
    quoted = False
    start = 0
    count = len(line)
    for at in range(count + 1):
        ends = at == count or line.told[at]
        breaks = not ends and line.kind[at] == "s" and line.low[at] not in "/.~…="
        if not (ends or breaks):
            continue
        run = _trimmed(line, start, at, quoted=quoted) if start < at else None
        if run:
            yield run
        if at < count and line.low[at] in _QUOTES:
            quoted = not quoted
        start = at + 1


def _trimmed(line: Line, start: int, end: int, *, quoted: bool) -> _Run | None:
    if not quoted:
        while start < end and _is_edge(line, start):
            start += 1
        while end > start and _is_edge(line, end - 1, last=True):
            end -= 1
        while start < end - 2 and start in line.soft:
            start += 1
    if not any(_is_content(line, at) for at in range(start, end)):
        return None
    if end - start == 1 and line.low[start] in CODES and line.text[start].isupper():
        return None
    closes = end < len(line) and line.low[end] in {"?", "!"}
    text = _spelt(line, start, end, line.low[end] if closes else "")
    return _Run(start, end, text, quoted) if text else None


def _is_edge(line: Line, at: int, *, last: bool = False) -> bool:
    """Return whether the first, or last, token of a run says nothing of the subject."""
    low, kind = line.low[at], line.kind[at]
    if kind in "schap":
        return True
    if low in STEP_WORDS or (kind in "ny" and line.used[at] and _of_steps(line, at)):
        return False
    if kind in "nyo":
        return _is_edge_figure(line, at, last=last)
    if at in line.soft:
        return not last or _begin_of_soft(line, at) not in _LEADS_TO_SOFT
    return _is_edge_word(line, at, last=last)


def _is_edge_figure(line: Line, at: int, *, last: bool) -> bool:
    """Judge a number at the edge: "0234 Tools of recovery" goes, "12 years a drunk" stays."""
    low = line.low[at]
    if line.kind[at] == "o":
        return not line.text[at][0].isalnum()
    if last:
        counted = line.low_at(at - 1) in {"episode", "ep", "#", "no"}
        return line.used[at] or len(low) > 2 or counted
    return low[0] == "0" or len(low) > 3 or line.kind_at(at + 1) not in "wah"


def _begin_of_soft(line: Line, at: int) -> str:
    """Return the word before the fellowship's name that holds this token."""
    while at - 1 in line.soft:
        at -= 1
    return line.low_at(at - 1)


def _is_edge_word(line: Line, at: int, *, last: bool) -> bool:
    low, text = line.low[at], line.text[at]
    if low in _KEPT and text[0].isupper() and not _beside_told(line, at, last=last):
        return False
    if low == "w":
        return text == "w"
    if last and low == "a":
        return line.kind_at(at - 1) != "a"
    if last and low in {"episode", "no"}:
        return line.kind_at(at + 1) == "n"
    return low in _EDGE or (last and low in _SMALL_ARTICLES)


def _beside_told(line: Line, at: int, *, last: bool) -> bool:
    """Return whether a small word leads to, or follows, what another rule has explained."""
    beside = at + 1 if last else at - 1
    return 0 <= beside < len(line) and line.told[beside]


def _of_steps(line: Line, at: int) -> bool:
    """Return whether a number is one of "Steps 6 & 7" or "4th Step"."""
    return not STEP_WORDS.isdisjoint(line.low[max(at - 26, 0) : at + 5])


def _is_content(line: Line, at: int) -> bool:
    low, kind = line.low[at], line.kind[at]
    if low in STEP_WORDS:
        return True
    word = kind == "w" and len(low) > 1 and at not in line.soft
    return (word and low not in _LABELS) or (kind == "o" and len(low) > 3)


def _spelt(line: Line, start: int, end: int, mark: str) -> str:
    said = line.said[line.begins[start] : line.ends[end - 1]]
    if line.flat:
        said = said.lower()
        for at in sorted(line.soft):
            if start <= at < end:
                said = said.replace(line.low[at], line.low[at].upper(), 1)
    said = _SPACES.sub(" ", said).strip(_PUNCTUATION)
    dot = "." if line.kind[end - 1] == "w" and line.text[end - 1][-1] == "." else ""
    return said[:1].upper() + said[1:] + (mark or dot) if said else ""


def _series(line: Line, runs: Sequence[_Run]) -> str | None:
    """Return the words that name what the part is of: those of a study first, then the nearest."""
    before = [run for run in runs if run.end <= line.part_at]
    for run in [*reversed(before), *runs]:
        words = line.low[run.start : run.end]
        if len(words) > 1 and not _SERIES_WORDS.isdisjoint(words):
            return run.text
    named = [run for run in before if not _only_steps(line, run)]
    return _joined(line, named or before) or None


def _only_steps(line: Line, run: _Run) -> bool:
    return all(
        line.low[at] in _STEPS_ALONE or line.kind[at] != "w" for at in range(run.start, run.end)
    )

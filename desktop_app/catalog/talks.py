"""What a talk is, from its title and, where that leaves gaps, from what else its source says.

The title comes first, and is never contradicted. Each other source may fill one kind of gap,
by one rule; a wrong speaker is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote

from desktop_app.base.names import shorten
from desktop_app.catalog.given import GIVEN
from desktop_app.catalog.table import table
from desktop_app.catalog.titles import read_title
from desktop_app.catalog.topics import find_topics, plain_words

if TYPE_CHECKING:
    from desktop_app.base.parsed import TalkSource, TitleFacts

_TAG = re.compile(r"<[^<>]*>")
_SENTENCE = re.compile(r"(?<=[^\W\d_]{3}[.!?])\s+(?=[A-Z])")
_BLOCK = re.compile(r"<(?:br|p|div|li)\b[^<>]*>", re.IGNORECASE)
_ENDING = re.compile(r"\.\w{2,4}$")
_OPENING = 600
"""Characters of the notes in which a speaker may be introduced."""
_INTRODUCES = re.compile(
    r"\b(?:speak\w*|shares?|sharing|talk\w*|tells?|told|member|story|recorded|from|habla|"
    r"comparte|partage\w*|raconte|orador\w*)\b",
    re.IGNORECASE,
)
"""A sentence of the notes names the speaker only if it says so."""
_TITLES = table("dr fr rev ajahn ayya bhante")
_INITIAL = re.compile(r"\b[A-Z]\b")
_ADDRESS = re.compile(r"https?://|www\.|@")


def read_talk(source: TalkSource) -> TitleFacts:
    """Return what is known of a talk; what nothing says stays empty."""
    facts = read_title(source.title, source.feed, source.album)
    facts = _with_author(facts, source)
    if source.file or source.tagged:
        for said in (source.tagged, _file_name(source)):
            facts = _with_title(facts, said, source)
    if source.notes:
        facts = _with_notes(facts, source.notes)
    facts = _with_feed(facts, source)
    facts = _with_series(facts, source)
    if not source.notes:
        return facts
    more = find_topics(facts.subject, source.notes)
    topics = tuple(dict.fromkeys((*facts.topics, *more)))
    return facts if topics == facts.topics else replace(facts, topics=topics)


def _with_author(facts: TitleFacts, source: TalkSource) -> TitleFacts:
    """Believe the episode's author if it is a person and not who publishes the feed.

    Where the feed names no author, a full name is that of its host more often than not.
    """
    author = source.author.strip()
    if facts.speakers or not author or len(author) > 60 or _ADDRESS.search(author):
        return facts
    words = plain_words(author)
    own = plain_words(source.feed_author)
    if words == own or set(words) <= set(plain_words(source.feed)):
        return facts
    if len(words) < 2 or not (words[0] in GIVEN or words[0] in _TITLES):
        return facts
    told = read_title(author)
    is_name = bool(told.speakers) and not told.subject
    if is_name and (own or _has_initials(told)):
        return replace(facts, speakers=told.speakers)
    return facts


def _has_initials(facts: TitleFacts) -> bool:
    """Return whether all names are written as the fellowships do it ("Bob D.")."""
    return all(name[-1] == "." and len(name.split()[-1]) < 6 for name in facts.speakers)


def _file_name(source: TalkSource) -> str:
    """Return the last part of the path; the whole of it says too much about servers."""
    path = unquote(source.file.partition("?")[0]).rstrip("/")
    return _ENDING.sub("", path.rpartition("/")[2])


def _with_title(facts: TitleFacts, said: str, source: TalkSource) -> TitleFacts:
    """Fill gaps from the file's name or its tags, if they do not contradict the title."""
    if not 4 < len(said) < 200 or plain_words(said) == plain_words(source.title):
        return facts
    other = read_title(said, source.feed, source.album)
    if _contradicts(facts, other):
        return facts
    same = bool(set(_short(facts)) & set(_short(other)))
    if not facts.speakers and other.speakers and _is_sure(other):
        facts = replace(facts, speakers=other.speakers)
        same = True
    if not same:
        return facts
    return replace(
        facts,
        fellowship=facts.fellowship or other.fellowship,
        place=facts.place or other.place,
        event=facts.event or other.event,
        year=facts.year or other.year,
        part=facts.part or other.part,
        of=facts.of or (other.of if facts.part in {None, other.part} else None),
    )


def _short(facts: TitleFacts) -> list[str]:
    return [shorten(name).casefold() for name in facts.speakers]


def _contradicts(facts: TitleFacts, other: TitleFacts) -> bool:
    """Return whether two readings name different people, years, or parts."""
    people = bool(facts.speakers and other.speakers) and set(_short(facts)) != set(_short(other))
    pairs = ((facts.year, other.year), (facts.part, other.part), (facts.of, other.of))
    return people or any(one and two and one != two for one, two in pairs)


def _is_sure(facts: TitleFacts) -> bool:
    """Return whether every name begins with one that people are given."""
    return all(plain_words(name)[:1] and _begins_given(name) for name in facts.speakers)


def _begins_given(name: str) -> bool:
    return any(word in GIVEN for word in plain_words(name)[:2])


def _with_notes(facts: TitleFacts, notes: str) -> TitleFacts:
    """Read the first sentences: "Bob D. from Las Vegas, speaking at … in 2009".

    They name the speaker only if the title does not, and the place, event and year only beside
    a speaker; and only where names are written with initials, since other notes are full of
    people who do not speak.
    """
    if facts.speakers and facts.place and facts.year and facts.event:
        return facts
    text = _TAG.sub(" ", _BLOCK.sub(". ", notes[: _OPENING * 2]))
    text = " ".join(unescape(text).split()).strip(" .")[:_OPENING]
    if not _INITIAL.search(text):
        return facts
    for sentence in _SENTENCE.split(text)[:2]:
        if len(sentence) > 250 or _ADDRESS.search(sentence) or not _INTRODUCES.search(sentence):
            continue
        other = read_title(sentence)
        known = set(_short(facts))
        named = set(_short(other))
        if not named or (known and not known & named) or not _has_initials(other):
            continue
        if not known and not (_is_sure(other) and _opens(other, sentence)):
            continue
        return replace(
            facts,
            speakers=facts.speakers or other.speakers,
            fellowship=facts.fellowship or other.fellowship,
            place=facts.place or other.place,
            event=facts.event or other.event,
            year=facts.year or other.year,
        )
    return facts


def _opens(facts: TitleFacts, sentence: str) -> bool:
    """Return whether the sentence begins with the speaker, or with a word or two before."""
    first = facts.speakers[0].rpartition(" ")[0] or facts.speakers[0]
    return 0 <= sentence.find(first) <= 40


def _with_feed(facts: TitleFacts, source: TalkSource) -> TitleFacts:
    """Take the fellowship from the feed's title, where nothing nearer names one."""
    if facts.fellowship or not source.feed:
        return facts
    fellowship = _fellowship_of(source.feed)
    return replace(facts, fellowship=fellowship) if fellowship else facts


@lru_cache(maxsize=64)
def _fellowship_of(feed: str) -> str | None:
    return read_title(feed).fellowship


def _with_series(facts: TitleFacts, source: TalkSource) -> TitleFacts:
    """Name the series of a part that the title leaves nameless: by the album, the folder, or who
    speaks."""
    if facts.part is None or facts.series:
        return facts
    on_web = source.file.startswith("/") or "://" in source.file
    folder = "" if on_web else source.file.rpartition("/")[0].rpartition("/")[2]
    show = set(plain_words(source.feed)) or {""}
    album = "" if set(plain_words(source.album)) <= show else source.album
    names = (album, facts.event or "", unquote(folder), _people(facts))
    return replace(facts, series=next((name.strip() for name in names if name.strip()), None))


def _people(facts: TitleFacts) -> str:
    return " & ".join(shorten(name) for name in facts.speakers)

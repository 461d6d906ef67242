"""What the search page says of what was found: its groups and their rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base import matching
from desktop_app.base.model import Speaker
from desktop_app.base.names import shorten
from desktop_app.base.shelves import FoundLine, FoundMark, FoundNote, Group
from desktop_app.ui.look import talk_words, words
from desktop_app.ui.look.icons import Icon
from desktop_app.ui.look.words import tr
from desktop_app.ui.widgets.hit_row import Hit

if TYPE_CHECKING:
    from desktop_app.base.shelves import Found

_ONE_PLACE = 0xFFFF

Thing = Speaker | FoundNote | FoundMark | FoundLine


def title(group: Group) -> str:
    """Return the words above a group."""
    return {
        Group.SPEAKERS: tr("Speakers"),
        Group.TALKS: tr("Talks and meditations"),
        Group.NOTES: tr("In the notes"),
        Group.MARKS: tr("Bookmarks"),
        Group.LINES: tr("Said in transcripts"),
    }[group]


def hits(found: Found, group: Group, *, short: bool) -> tuple[Hit[Thing], ...]:
    """Return the rows of a group that is none of talks."""
    wanted = matching.asked(found.text)
    if group is Group.SPEAKERS:
        return tuple(_speaker(each, short=short) for each in found.speakers)
    if group is Group.NOTES:
        return tuple(_note(each, wanted, short=short) for each in found.notes)
    if group is Group.MARKS:
        return tuple(_mark(each, wanted, short=short) for each in found.marks)
    return tuple(_line(each, wanted, short=short) for each in found.lines)


def _shown(text: str) -> str:
    """Return a text without the letters for which Qt counts two places and Python one: emoji."""
    return "".join(letter for letter in text if ord(letter) <= _ONE_PLACE)


def _speaker(each: Speaker, *, short: bool) -> Hit[Thing]:
    name = shorten(each.name) if short else each.name
    talks = words.count(each.talks, "1 talk", "{n} talks")
    aloud = tr("Speaker {name}, {talks}", name=name, talks=talks)
    return Hit(each, name, aloud=aloud, key=each.name, end=talks, icon=Icon.PERSON)


def _note(each: FoundNote, wanted: list[str], *, short: bool) -> Hit[Thing]:
    headline = talk_words.headline(each.episode, short=short)
    found = _shown(each.excerpt)
    aloud = (
        tr("{title}, your note: {words}", title=headline, words=found)
        if each.own
        else tr("{title}, in the notes: {words}", title=headline, words=found)
    )
    return Hit(
        each,
        headline,
        aloud=aloud,
        hint=each.excerpt,
        key=each.episode.id,
        more=found,
        icon=Icon.STAR if each.own else Icon.LIST,
        marks=matching.spans(found, wanted),
    )


def _mark(each: FoundMark, wanted: list[str], *, short: bool) -> Hit[Thing]:
    headline = talk_words.headline(each.episode, short=short)
    note = _shown(matching.excerpt(each.mark.note, wanted))
    place = words.spoken(each.mark.position)
    return Hit(
        each,
        headline,
        aloud=tr("{title}, bookmark at {time}: {note}", title=headline, time=place, note=note),
        hint=each.mark.note,
        key=each.mark.id,
        more=note,
        end=words.clock(each.mark.position),
        icon=Icon.FLAG,
        marks=matching.spans(note, wanted),
    )


def _line(each: FoundLine, wanted: list[str], *, short: bool) -> Hit[Thing]:
    headline = talk_words.headline(each.episode, short=short)
    said = _shown(matching.excerpt(each.text, wanted))
    aloud = (
        tr("{title}, said: {words}", title=headline, words=said)
        if each.start is None
        else tr("{title}, said at {time}: {words}", title=headline, words=said,
                time=words.spoken(each.start))
    )  # fmt: skip
    return Hit(
        each,
        headline,
        aloud=aloud,
        hint=each.text,
        key=(each.episode.id, each.start, each.text),
        more=said,
        end=words.clock(each.start),
        icon=Icon.LIST if each.start is None else Icon.PLAY,
        marks=matching.spans(said, wanted),
    )


def summary(found: Found, only: Group | None) -> str:
    """Return how much was found, as one line; empty when nothing was."""
    number = sum(len(getattr(found, group.value)) for group in Group)
    if not number:
        return ""
    if only and found.more:
        return tr("The {n} that fit best · another word finds fewer", n=words.number(number))
    if found.more:
        return tr("The best of each kind")
    return words.count(number, "1 found", "{n} found")

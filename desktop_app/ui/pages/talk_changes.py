"""What the person's corrections of a talk come to: what is set, what is left to the title again."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.base.shelves import Fact
from desktop_app.services.given_facts import checked
from desktop_app.ui.look.words import tr
from desktop_app.ui.pages.talk_read import series_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop_app.base.model import Episode
    from desktop_app.base.parsed import TitleFacts
    from desktop_app.base.shelves import Facts, FactValue
    from desktop_app.services.core import Core

SHARED = frozenset({Fact.SPEAKERS, Fact.FELLOWSHIP, Fact.PLACE, Fact.EVENT, Fact.YEAR, Fact.SERIES})
"""What is the same for all parts of a series."""

_SETS = {Fact.STEPS, Fact.TOPICS}
_NUMBERS = {Fact.YEAR, Fact.PART, Fact.OF}


@dataclass(frozen=True, slots=True)
class Changes:
    """``given``: the person's word; ``left``: the fields for which the title speaks again."""

    given: Mapping[Fact, FactValue] = field(default_factory=dict)
    left: frozenset[Fact] = frozenset()

    @property
    def fields(self) -> frozenset[Fact]:
        """All that is touched."""
        return self.left | set(self.given)

    def only(self, fields: frozenset[Fact]) -> Changes:
        """Return what these fields come to."""
        given = {each: value for each, value in self.given.items() if each in fields}
        return Changes(given, self.left & fields)


@dataclass(frozen=True, slots=True)
class Before:
    """How a talk was, and which fields were touched since: all that undoes it."""

    episode_id: int
    facts: Facts
    fields: frozenset[Fact]


def value_of(facts: TitleFacts, fact: Fact) -> FactValue:
    """Return one of the facts."""
    value: FactValue = getattr(facts, fact.value)
    return value


def typed(fact: Fact, text: str) -> FactValue:
    """Return what somebody typed into the field of a fact; what is no number stays words."""
    if fact not in _NUMBERS:
        return text
    stripped = text.strip()
    return int(stripped) if stripped.isascii() and stripped.isdecimal() else stripped or None


def tidied(given: Mapping[Fact, FactValue], year: int) -> dict[Fact, FactValue]:
    """Return values as they are kept; ``year`` is the present one.

    Raises:
        KnownError: One of them makes no sense.
    """
    return checked(given, year)


def same(fact: Fact, one: FactValue, other: FactValue) -> bool:
    """Tell whether two values mean the same: steps and topics have no order."""
    if fact in _SETS and isinstance(one, tuple) and isinstance(other, tuple):
        return set(one) == set(other)
    return one == other


def touched(facts: Facts, values: Mapping[Fact, FactValue]) -> dict[Fact, FactValue]:
    """Return the values that are other than what is known."""
    return {
        fact: value
        for fact, value in values.items()
        if not same(fact, value, value_of(facts.known, fact))
    }


def faults(
    given: Mapping[Fact, FactValue], values: Mapping[Fact, FactValue], year: int
) -> dict[Fact, str]:
    """Return what is wrong with each ``given`` value that makes no sense, in a line.

    ``values``: those of all fields; a part must not come after the last one.
    """
    found: dict[Fact, str] = {}
    for fact, value in given.items():
        try:
            tidied({fact: value}, year)
        except KnownError as problem:
            found[fact] = f"{problem.what}. {problem.what_next}".strip()
    part, of = values.get(Fact.PART), values.get(Fact.OF)
    moved = Fact.PART in given or Fact.OF in given
    if moved and not found and isinstance(part, int) and isinstance(of, int) and part > of:
        found[Fact.PART] = tr("There is no part {n} of {all}.", n=part, all=of)
    return found


def changes(facts: Facts, given: Mapping[Fact, FactValue]) -> Changes:
    """Return what is to be done so that a talk is as ``given``, which is tidy."""
    put: dict[Fact, FactValue] = {}
    left: set[Fact] = set()
    for fact, value in touched(facts, given).items():
        if same(fact, value, value_of(facts.said, fact)):
            left.add(fact)
        else:
            put[fact] = value
    return Changes(put, frozenset(left))


def for_all_parts(facts: Facts, done: Changes) -> Changes:
    """Return what the other parts are told: what this one is, as far as the person has said it."""
    told = {fact: value_of(facts.known, fact) for fact in facts.corrected if fact not in done.left}
    return Changes(told | dict(done.given), done.left).only(SHARED)


async def save(
    core: Core, episode: Episode, facts: Facts, done: Changes, *, all_parts: bool
) -> tuple[Before, ...]:
    """Let a talk, and all parts of its series, be as the person says; return how they were.

    Raises:
        KnownError: A value makes no sense, or the library cannot be written.
    """
    before = [Before(episode.id, facts, done.fields)]
    if all_parts and episode.series_key:
        shared = for_all_parts(facts, done)
        ids = await series_ids(core, episode.series_key)
        others = tuple([one for one in ids if one != episode.id])
        before += [Before(one, await core.correcting.facts(one), shared.fields) for one in others]
        await _apply(core, others, shared)
    await _apply(core, (episode.id,), done)
    return tuple(before)


async def undo(core: Core, before: Iterable[Before]) -> None:
    """Let talks be as they were.

    Raises:
        KnownError: The library cannot be written.
    """
    for each in before:
        was = each.facts
        given = {one: value_of(was.known, one) for one in each.fields & was.corrected}
        await _apply(core, (each.episode_id,), Changes(given, each.fields - was.corrected))


async def _apply(core: Core, ids: tuple[int, ...], done: Changes) -> None:
    if ids and done.given:
        await core.correcting.correct(ids, done.given)
    if ids and done.left:
        await core.correcting.revert(ids, done.left)

"""Which talks are parts of one series: an equal key for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.catalog.table import table
from desktop_app.catalog.topics import plain_words

if TYPE_CHECKING:
    from desktop_app.base.parsed import TitleFacts

_SMALL = table("the a an of and in on at for to with el la los las de del y le les du des et")


def series_key(feed_id: int, facts: TitleFacts) -> str | None:
    """Return the same text for all parts of one series, None where the talk is no part of one.

    Punctuation, case, accents and small words do not matter ("Big Book Study", "big book -
    study"); speakers, event, place and year do: two studies by the same couple are two series.
    """
    if facts.part is None or not facts.series:
        return None
    name = [word for word in plain_words(facts.series) if word not in _SMALL]
    who = sorted(" ".join(plain_words(name)) for name in facts.speakers)
    where = [" ".join(plain_words(said or "")) for said in (facts.event, facts.place)]
    year = str(facts.year or "")
    return "/".join([str(feed_id), " ".join(name), "+".join(who), *where, year])

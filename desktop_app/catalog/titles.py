"""What the title of a recorded talk says: rules for the language such titles are written in.

Each rule explains some words and marks them; the next one reads the rest, and what no rule
explains is the subject. Tables of words are in :mod:`words`, :mod:`people_words`, :mod:`given`,
:mod:`regions` and :mod:`topics`. Nothing is guessed: what the rules do not know for sure stays
unknown.
"""

from __future__ import annotations

from desktop_app.base.parsed import TitleFacts
from desktop_app.catalog.counts import find_part, find_steps, find_year, trailing_part
from desktop_app.catalog.events import find_event, find_fellowship
from desktop_app.catalog.people import find_speakers
from desktop_app.catalog.places import find_place
from desktop_app.catalog.subject import find_subject
from desktop_app.catalog.tokens import read_line
from desktop_app.catalog.topics import find_topics

LONGEST_TITLE = 300
"""Characters that are read; what is longer is a description."""


def read_title(title: str, *labels: str) -> TitleFacts:
    """Return what ``title`` says of its talk; what it does not say stays empty.

    ``labels`` are phrases that are no talk's subject: the name of the feed or the album.
    """
    line = read_line(title[:LONGEST_TITLE])
    year = find_year(line)
    steps = find_steps(line)
    part, of = find_part(line)
    fellowship = find_fellowship(line)
    speakers = find_speakers(line)
    if part is None and speakers:
        part = trailing_part(line)
    place = find_place(line)
    event = find_event(line)
    subject, named = find_subject(line, labels)
    series = None if part is None else named or event
    topics = find_topics(subject or _workshop(event))
    return TitleFacts(
        speakers, fellowship, place, event, year, steps, part, of, subject, series, topics
    )


def _workshop(event: str | None) -> str:
    """Return the event's name if it tells what is talked about there."""
    last = event.split()[-1].lower() if event else ""
    return event if event and last in {"workshop", "retreat", "seminar", "taller"} else ""

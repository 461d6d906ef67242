"""What talks are called, the series they belong to, and the key that holds its parts together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_app.base.parsed import TitleFacts
from desktop_app.catalog.series import series_key
from desktop_app.catalog.titles import read_title


@pytest.mark.parametrize(
    ("title", "subject"),
    [
        ("Greta S. - Steps 6 & 7 - AA Founders' Day in Akron, OH 1998", "Steps 6 & 7"),
        ("Walt & Dick - Big Book study, part 3 of 12 - AA Elko, NV 1998", "Big Book study"),
        ("Lila R. - The promises - Texas State Convention 2004", "The promises"),
        ("Ruben T. from Las Vegas", ""),
        ("Ruben T. - Patience - AA men's retreat in Bend, OR 1989", "Patience"),
        ("Ruben T.", ""),
        ("AA Speaker Tape - Horace P. - Tulsa, OK - 1979", ""),
        ("Friday Night Speaker Meeting - Horace P.", ""),
        ('Horace P. - "Learning to listen" - AA Speaker - 12-Step', "Learning to listen"),
        ("Odette M. talks about surrender at the Pines Roundup", "Surrender"),
        ("Into Action - Odette M.", "Into Action"),
        ("Odette M. - A Vision For You", "A Vision For You"),
        ("Odette M. - Step 4 (Resentment)", "Step 4 – Resentment"),
        ("Odette M.: Step Nine: Amends", "Step Nine: Amends"),
        ("Odette M. - Why do I stay?", "Why do I stay?"),
        ("The History of Overeaters Anonymous - Bea L.", "The History of Overeaters Anonymous"),
        ("OA - Bea L. - Abstinence", "Abstinence"),
        ("Ep. 41 | Priscilla G. | Amends", "Amends"),
        ("Harbour Radio #41: Priscilla G.", ""),
        ("0234 Nora J - Tools", "Tools"),
        ("12 Years Adrift - Nora J.", "12 Years Adrift"),
        ("horace-p-how-it-works-las-vegas.mp3", "How it works"),
        ("HORACE P. - HISTORY OF NA - RENO, NV", "History of NA"),
        ("Remembering Horace P.", "Remembering Horace P."),
        ("2016-03-19 - Odette M. - Acceptance", "Acceptance"),
        ("Odette M. - June 14, 2019 - Acceptance", "Acceptance"),
        ("Guided Meditation: Body Scan (20 min)", "Guided Meditation: Body Scan"),
        ("Partage d'Odile T. - La gratitude - Lyon 2014", "La gratitude"),
        ("Lupe G. - El perdón - Mérida, México", "El perdón"),
        ("", ""),
        ("—", ""),
    ],
)
def test_subject(title: str, subject: str) -> None:
    assert read_title(title).subject == subject


def test_names_of_feed_and_album_are_no_subject() -> None:
    title = "Harbour Lights - Nora J. - Patience"
    assert read_title(title).subject == "Harbour Lights – Patience"
    assert read_title(title, "Harbour Lights: a podcast").subject == "Patience"


@pytest.mark.parametrize(
    ("title", "series"),
    [
        ("Walt & Dick - Big Book Study, part 4 of 9", "Big Book Study"),
        ("Walt & Dick - Big Book Study - Part 4 - The Doctor's Opinion", "Big Book Study"),
        ("Nora J. - Step 4 – Part 2 of 3", "Step 4"),
        ("Letting go, part 2 - Nora J.", "Letting go"),
        ("Nora J. - Pines Retreat (2 of 4)", "Pines Retreat"),
        ("Nora J. - Big Book Study", None),
        ("Nora J. part 2", None),
    ],
)
def test_series(title: str, series: str | None) -> None:
    assert read_title(title).series == series


def test_parts_of_one_series_have_one_key() -> None:
    titles = [
        "Walt & Dick - Big Book Study, part 1 of 9 - Elko, NV 1998",
        "Walt and Dick – big book study (Part 2 of 9) – Elko, NV 1998",
        "WALT & DICK: BIG BOOK STUDY - 3 OF 9 - ELKO, NV - 1998",
    ]
    keys = {series_key(7, read_title(title)) for title in titles}
    assert len(keys) == 1
    assert None not in keys


def test_other_feeds_places_years_people_and_names_have_other_keys() -> None:
    facts = TitleFacts(("Walt & Dick",), part=1, series="Big Book Study", place="Elko, NV")
    others = [
        series_key(7, facts),
        series_key(8, facts),
        series_key(7, replace(facts, place="Reno, NV")),
        series_key(7, replace(facts, year=1998)),
        series_key(7, replace(facts, event="Pines Roundup")),
        series_key(7, replace(facts, speakers=("Nora J.",))),
        series_key(7, replace(facts, series="Step Study")),
    ]
    assert len(set(others)) == len(others)
    assert series_key(7, replace(facts, part=2, of=9)) == others[0]


def test_no_part_no_series_no_key() -> None:
    assert series_key(7, TitleFacts(part=1)) is None
    assert series_key(7, TitleFacts(series="Big Book Study")) is None

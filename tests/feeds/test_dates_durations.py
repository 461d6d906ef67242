"""Dates and lengths as they are met in the wild."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop_app.feeds import dates, durations

MAY = datetime(2009, 5, 15, 10, 0, tzinfo=UTC)
DAY = datetime(2009, 5, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Fri, 15 May 2009 10:00:00 GMT", MAY),
        ("Fri, 15 May 2009 10:00:00 +0000", MAY),
        ("Fri, 15 May 2009 12:00:00 +0200", MAY),
        ("Fri, 15 May 2009 06:00:00 EDT", MAY),
        ("Fri, 15 May 2009 06:00:00 -0400 (EDT)", MAY),
        ("Fri, 15 May 2009 12:00:00 GMT+2", MAY),
        ("Fri, 15 May 2009 12:00:00 +02:00", MAY),
        ("Fri, 15 May 2009 11:00:00 BST", MAY),
        ("Fri, 15 May 2009 10:00 UT", MAY),
        ("Fri, 15 May 09 10:00:00 Z", MAY),
        ("Sat, 15 May 2009 10:00:00 GMT", MAY),
        ("Friday, 15 May 2009 10:00:00 GMT", MAY),
        ("Fri,15 May 2009 10:00:00", MAY),
        ("15 May 2009 10:00:00 XYZ", MAY),
        ("15-May-2009 10:00:00 GMT", MAY),
        ("Fri, 15th May, 2009 10:00 AM", MAY),
        ("Fri May 15 10:00:00 2009", MAY),
        ("Fri May 15 06:00:00 EDT 2009", MAY),
        ("May 15, 2009 10:00", MAY),
        ("2009-05-15T10:00:00Z", MAY),
        ("2009-05-15T12:00:00.123+02:00", MAY),
        ("2009-05-15 10:00:00", MAY),
        ("20090515T100000Z", MAY),
        ("  2009-05-15\n", DAY),
        ("15 May 2009", DAY),
        ("Fri, 15 May 2009 99:99:99 GMT", DAY),
        ("Thu, 14 May 2009 24:00:00 GMT", DAY),
        ("2009-05", datetime(2009, 5, 1, tzinfo=UTC)),
        ("2009", datetime(2009, 1, 1, tzinfo=UTC)),
        ("7 September 1958 8:30 pm EST", datetime(1958, 9, 8, 1, 30, tzinfo=UTC)),
        ("31 Dec 98 23:59:60 GMT", datetime(1998, 12, 31, 23, 59, 59, tzinfo=UTC)),
        ("", None),
        ("yesterday", None),
        ("31 Feb 2009 10:00:00 GMT", None),
        ("05/06/2009", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("0000-00-00", None),
        ("15 May 9999 10:00:00 GMT", None),
        ("9999-12-31T23:00:00-05:00", None),
        ("{{ item.date }}", None),
        ("1" * 5000, None),
    ],
)
def test_dates(text: str, when: datetime | None) -> None:
    assert dates.parse(text) == when


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("3600", 3600), ("1:02:03", 3723), ("01:02:03", 3723), ("62:03", 3723), ("0:45", 45),
        ("00:62:03", 3723), ("3723.5", 3723.5), ("3723,5", 3723.5), ("1:02:03.25", 3723.25),
        (" 45:00 ", 2700), ("1h 2m 3s", 3723), ("1 hour, 2 minutes and 3 seconds", 3723),
        ("1 hr 2 min", 3720), ("45 min", 2700), ("45m", 2700), ("90 mins", 5400),
        ("PT1H2M3S", 3723), ("PT45M", 2700), ("1.5 hours", 5400), ("999:99", 60039),
        ("59 secs", 59),
        ("", None), ("0", None), ("00:00:00", None), ("-5", None), ("99:99:99:99", None),
        ("n/a", None), ("{DURATION_HH:MM:SS}", None), ("P", None), ("1:2:3:4", None),
        ("99999999", None), ("१२", None), ("9" * 400, None), ("1e3", None),
    ],
)  # fmt: skip
def test_durations(text: str, seconds: float | None) -> None:
    assert durations.parse(text) == seconds

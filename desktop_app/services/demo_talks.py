"""The invented feeds of the demo library, and what is on the computer of each."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.base.model import DownloadState, FeedKind


@dataclass(frozen=True, slots=True)
class Talk:
    """``share`` of it is here; ``lost``: its file was taken away."""

    title: str
    minutes: float
    days_ago: int
    notes: str = ""
    state: DownloadState = DownloadState.REMOTE
    share: float = 1.0
    lost: bool = False


_DONE = DownloadState.DOWNLOADED
_PARTS = {
    1: _DONE,
    2: _DONE,
    3: DownloadState.PAUSED,
    4: DownloadState.QUEUED,
    5: DownloadState.QUEUED,
}
_OLDER: dict[str, tuple[Talk, ...]] = {
    "Fireside Speakers": (
        Talk("Bob D. - The family afterward - AA roundup in Reno, NV 2003", 58, 51),
        Talk("Bob D. - Resentment and forgiveness - AA speaker in Phoenix, AZ 2012", 49, 58),
        Talk("Bob D. - Step 4, fear first - AA workshop in Portland, OR 2015", 71, 65),
        Talk("Chris R. - Step 3, turning it over - AA conference in Dublin, Ireland 2007", 62, 72),
        Talk(
            "Christopher R. - Step 12, the message - AA workshop in Houston, TX 2005",
            66,
            79,
        ),
        Talk("Clancy I. - Powerless, and free - AA convention in Los Angeles, CA 1994", 68, 86),
        Talk("Clancy I. - Hope for the hopeless - AA anniversary in Long Beach, CA 2002", 57, 93),
        Talk(
            "Clancy I. - Sponsors and sponsees - AA men's retreat in Malibu, CA 1989",
            61,
            100,
            "<p>Sponsorship, and what gratitude has to do with it: gratitude is what one does.</p>",
        ),
        Talk("Adele L. - Honesty with another - AA speaker meeting in Columbus, OH 2006", 44, 107),
        Talk("Mickey B. - Relationships, sober - AA retreat in Flagstaff, AZ 2018", 65, 114),
        Talk("Bob B. - Gratitude in action - AA convention in Tucson, AZ 1996", 54, 121),
        Talk("Bob B. - Steps 8 & 9 - AA retreat in Oregon 1999", 73, 128),
        Talk("Earl H. - Grief, sober - AA 2005", 48, 135),
        Talk("Don C. - Humility for the proud - AA roundup in Boulder, CO 1997", 50, 142),
    ),
    "Family Groups on Tape": (
        Talk("Linda K. - Anger and what lies under it - Al-Anon speaker in Boise, ID 2008", 41, 60),
        *(
            Talk(
                f"Mary Pearl T. - Step study, part {part} of 3 - Al-Anon weekend in Tulsa, OK 1995",
                56,
                90 - part,
                "<p>Three evenings on the steps as families work them.</p>",
            )
            for part in (1, 2, 3)
        ),
    ),
    "Clean Time": (
        Talk("Tonya H. - Relapse is no secret - NA convention in Memphis, TN 2016", 45, 70),
        Talk("Luis G. - Service keeps me here - NA World Convention 2015", 38, 80),
    ),
}
FEEDS: dict[str, tuple[FeedKind, tuple[Talk, ...]]] = {
    "Fireside Speakers": (
        FeedKind.TALKS,
        (
            Talk("Sandra M. - The promises - Texas State Convention 2004", 58, 0, state=_DONE),
            Talk(
                "Chris R. - Steps 6 & 7 - AA Founders' Day in Akron, OH 1998",
                59.25,
                2,
                "<p>Chris tells how steps six and seven stopped being “the two that take ten "
                "minutes” and became the daily work of his recovery. Recorded from the original "
                "cassette.</p>",
                _DONE,
            ),
            Talk(
                "Bob D. - Surrender to win - AA convention in Las Vegas, NV 2009",
                64,
                9,
                state=_DONE,
            ),
            Talk("Clancy I. - Why we were chosen - AA Pacific group 1987", 52, 16, state=_DONE),
            Talk(
                "Mickey B. - Emotional sobriety - AA roundup in Sedona, AZ 2016",
                70,
                23,
                state=_DONE,
            ),
            Talk("Earl H. - Step 11, prayer and meditation - AA 2012", 61, 30),
            Talk(
                "Adele L. - How it works - AA women's retreat in Ohio 2001",
                47,
                37,
                state=DownloadState.QUEUED,
            ),
            Talk(
                "Don C. - Honesty - AA speaker meeting in Denver, CO 1994",
                55,
                44,
                state=_DONE,
                lost=True,
            ),
            *_OLDER["Fireside Speakers"],
        ),
    ),
    "Family Groups on Tape": (
        FeedKind.TALKS,
        (
            Talk(
                "Linda K. - Detachment with love - Al-Anon luncheon 2011",
                46,
                1,
                state=DownloadState.PAUSED,
                share=0.31,
            ),
            Talk(
                "Mary Pearl T. - Making amends - Al-Anon speaker from Dallas, TX",
                51,
                8,
                state=_DONE,
            ),
            Talk("Peter W. - Living beside it - Al-Anon conference in Leeds, UK 2015", 43, 15),
            *_OLDER["Family Groups on Tape"],
        ),
    ),
    "Big Book Study": (
        FeedKind.TALKS,
        tuple(
            Talk(
                f"Joe & Charlie - Big Book study, part {part} of 12 - AA Laughlin, NV 1998",
                72,
                100 - part,
                state=_PARTS.get(part, DownloadState.REMOTE),
                share=0.64 if part == 3 else 1.0,
            )
            for part in range(1, 13)
        )
        + tuple(
            Talk(
                f"Joe & Charlie - Big Book study, part {part} of 4 - AA Tulsa, OK 1987",
                66,
                200 - part,
            )
            for part in range(1, 5)
        ),
    ),
    "Clean Time": (
        FeedKind.TALKS,
        (
            Talk(
                "Tonya H. - Clean from the inside - NA World Convention 2013",
                39,
                3,
                state=DownloadState.QUEUED,
            ),
            Talk(
                "Luis G. - Just for today - NA convention in San Diego, CA 2018",
                41,
                12,
                state=DownloadState.QUEUED,
            ),
            Talk(
                "Renée B. - Sponsorship - CA speaker from Montréal 2019",
                37,
                20,
                state=DownloadState.FAILED,
            ),
            *_OLDER["Clean Time"],
        ),
    ),
    "Evening Sittings": (
        FeedKind.MEDITATIONS,
        (
            Talk("Loving-kindness for beginners", 18, 1, state=_DONE),
            Talk("Body scan before sleep", 26, 4, state=DownloadState.PAUSED, share=0.08),
            Talk("Step Eleven: prayer and listening", 12, 6, state=_DONE),
            Talk("Breathing with the rain", 15, 11, state=_DONE),
            Talk("Letting the day go", 20, 18),
        ),
    ),
}

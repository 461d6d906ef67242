"""What the names of tapes and folders say, as tables."""

from __future__ import annotations

import pytest

from desktop_app.feeds.tape_names import order, parts, title


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("Big Book Study/Tape 1 Side A.mp3", "Big Book Study – Tape 1, Side A"),
        ("Big Book Study/tape_02b.mp3", "Big Book Study – Tape 2, Side B"),
        ("Big Book Study/2B.mp3", "Big Book Study – Tape 2, Side B"),
        ("Big Book Study/Side B.mp3", "Big Book Study – Side B"),
        ("Big Book Study/1of4.mp3", "Big Book Study – 1 of 4"),
        ("Big Book Study/1 of 4.mp3", "Big Book Study – 1 of 4"),
        ("Big Book Study/Part 3.mp3", "Big Book Study – Part 3"),
        ("Big Book Study/CD2/01 Track.mp3", "Big Book Study – CD 2, Track 1"),
        ("Big Book Study/Disc 1/Track 07.wav", "Big Book Study – Disc 1, Track 7"),
        ("Big Book Study/Disc 1/07.mp3", "Big Book Study – Disc 1, 7"),
        ("Big Book Study CD2/AudioTrack 03.mp3", "Big Book Study – CD 2, Track 3"),
        ("Big Book Study/1-03.mp3", "Big Book Study – Disc 1, Track 3"),
        ("Tape 3/Tape 3 Side A.mp3", "Old Tapes – Tape 3, Side A"),
        ("Track 01.mp3", "Old Tapes – Track 1"),
        ("01.mp3", "Old Tapes – 1"),
        ("2009/Bob D - Surrender.mp3", "Bob D - Surrender"),
        ("Bob_D_Surrender.mp3", "Bob D Surrender"),
        ("01 - Bob D.mp3", "Bob D"),
        ("03_Bob D.mp3", "Bob D"),
        ("7. Bob D.mp3", "Bob D"),
        ("12 Steps in 12 weeks.mp3", "12 Steps in 12 weeks"),
        ("12-Step talk.mp3", "12-Step talk"),
        ("Bob D - Tape 1.mp3", "Bob D - Tape 1"),
        ("24 Hours.mp3", "24 Hours"),
        ("A part of the solution.mp3", "A part of the solution"),
        ("no ending", "no ending"),
    ],
)
def test_title_from_names(path: str, said: str) -> None:
    assert title(path, "Old Tapes") == said


@pytest.mark.parametrize(
    ("tag", "album", "said"),
    [
        ("The third step", "", "The third step"),
        ("07 The third step", "", "07 The third step"),
        ("Track of my life", "", "Track of my life"),
        ("", "", "Study – Side A"),
        ("Track 01", "", "Study – Side A"),
        ("AudioTrack 3", "", "Study – Side A"),
        ("07", "", "Study – Side A"),
        ("", "Joe and Charlie", "Joe and Charlie – Side A"),
        ("Joe and Charlie", "Joe and Charlie", "Joe and Charlie – Side A"),
        ("STUDY", "", "Study – Side A"),
        ("", "Unknown", "Study – Side A"),
    ],
)
def test_tags_before_names(tag: str, album: str, said: str) -> None:
    assert title("Study/side_a.mp3", "Old Tapes", tag, album) == said


def test_order() -> None:
    names = ["Tape 10", "tape 9", "Tape 1b", "2 x", "10 x", "Tape 1", "Tape 1/b", "Tape 1 b/a"]
    assert sorted(names, key=order) == [
        "2 x", "10 x", "Tape 1", "Tape 1/b", "Tape 1 b/a", "Tape 1b", "tape 9", "Tape 10",
    ]  # fmt: skip
    assert order("a 0007") == order("A 7")


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (["S/Tape 1.mp3", "S/Tape 2.mp3", "S/Tape 3.mp3"], [(1, 3), (2, 3), (3, 3)]),
        (["S/Tape 1.mp3", "S/Tape 3.mp3"], [(1, None), (3, None)]),
        (["S/Tape 1.mp3", "S/Tape 1.wav"], [None, None]),
        (
            ["S/Tape 1 Side A.mp3", "S/Tape 1 Side B.mp3", "S/Tape 2 Side A.mp3"],
            [(1, 3), (2, 3), (3, 3)],
        ),
        (["S/Tape 1 Side B.mp3", "S/Tape 2 Side A.mp3"], [None, None]),
        (["S/Side A.mp3", "S/Side B.mp3"], [(1, 2), (2, 2)]),
        (["S/1of4.mp3", "S/3of4.mp3"], [(1, 4), (3, 4)]),
        (["S/5of4.mp3"], [(5, None)]),
        (["S/CD1/01.mp3", "S/CD1/02.mp3", "S/CD2/01.mp3"], [(1, 3), (2, 3), (3, 3)]),
        (["S/CD1/01.mp3", "S/CD2/02.mp3", "S/CD2/03.mp3"], [(1, 3), (2, 3), (3, 3)]),
        (["S CD1/01.mp3", "S CD2/01.mp3"], [(1, 2), (2, 2)]),
        (["A/01.mp3", "B/01.mp3"], [(1, None), (1, None)]),
        (["S/Bob 1 of 2.mp3", "S/Bob 2 of 2.mp3"], [(1, 2), (2, 2)]),
        (["Bob - Tape 1.mp3", "Bob - Tape 2.mp3", "Mary.mp3"], [(1, 2), (2, 2), None]),
        (["S/01 - Intro.mp3", "S/02 - Doctor.mp3"], [(1, 2), (2, 2)]),
        (["S/01 - Intro.mp3", "S/07 - Doctor.mp3"], [None, None]),
        (["Bob.mp3", "Mary.mp3"], [None, None]),
        ([], []),
    ],
)
def test_parts(paths: list[str], expected: list[tuple[int, int | None] | None]) -> None:
    found = parts(paths)
    assert [found.get(path) for path in paths] == expected

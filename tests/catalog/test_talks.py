"""What the other sources say of a talk: each fills gaps by its own rule, none contradicts."""

from __future__ import annotations

import random

import pytest

from desktop_app.base.parsed import TalkSource
from desktop_app.catalog.talks import read_talk
from desktop_app.catalog.titles import read_title
from tests.catalog.invented import NO_SPEAKERS, SPEAKERS


def who(source: TalkSource) -> tuple[str, ...]:
    return read_talk(source).speakers


@pytest.mark.parametrize(
    ("author", "speakers"),
    [
        ("Nora J.", ("Nora J.",)),
        ("Nora Jessop", ("Nora Jessop",)),
        ("Dr. Nora Jessop", ("Dr. Nora Jessop",)),
        ("Nora", ()),
        ("Harbour Lights", ()),
        ("The Keeper", ()),
        ("Hope Springs", ()),
        ("Sober Harbour Media", ()),
        ("www.harbour.example", ()),
        ("nora@harbour.example", ()),
        ("", ()),
    ],
)
def test_the_author(author: str, speakers: tuple[str, ...]) -> None:
    feed = {"feed": "Harbour Lights", "feed_author": "The Keeper"}
    assert who(TalkSource("Patience", author=author, **feed)) == speakers


def test_the_feeds_own_author_speaks_in_no_talk_by_that() -> None:
    assert who(TalkSource("Patience", author="Nora J.", feed_author="Nora J.")) == ()


def test_without_a_feeds_author_a_full_name_is_its_host() -> None:
    assert who(TalkSource("Patience", author="Nora Jessop")) == ()
    assert who(TalkSource("Patience", author="Nora J.")) == ("Nora J.",)


def test_the_title_comes_before_the_author() -> None:
    assert who(TalkSource("Arlo B. - Patience", author="Nora J.")) == ("Arlo B.",)


def test_the_file_fills_gaps() -> None:
    facts = read_talk(TalkSource("Arlo B.", file="/a/arlo_b_fargo_nd_2009.mp3"))
    assert (facts.speakers, facts.place, facts.year) == (("Arlo B.",), "Fargo, ND", 2009)
    facts = read_talk(TalkSource("Patience", file="/a/arlo%5Fb%5Ffargo%5Fnd.mp3?from=us"))
    assert (facts.speakers, facts.place) == (("Arlo B.",), "Fargo, ND")


@pytest.mark.parametrize(
    "file",
    ["/a/nora_j_fargo_nd_2009.mp3", "/a/arlo_b_fargo_nd_part_2.mp3", "/a/94273.mp3", "/arlo/x.mp3"],
)
def test_a_file_that_contradicts_says_nothing(file: str) -> None:
    source = TalkSource("Arlo B. - Part 1", file=file)
    assert read_talk(source) == read_talk(TalkSource("Arlo B. - Part 1"))


def test_tags_fill_gaps() -> None:
    source = TalkSource("03", tagged="Arlo B. - Patience - 3 of 8", album="Pines Tapes")
    facts = read_talk(source)
    assert (facts.speakers, facts.part, facts.of) == (("Arlo B.",), 3, 8)
    assert facts.series == "Pines Tapes"


@pytest.mark.parametrize(
    ("notes", "speakers", "place", "year"),
    [
        (
            "<p>Arlo B. from Fargo, speaking at the Pines Roundup in Bend, OR in 2009.</p>",
            ("Arlo B.",),
            "Bend, OR",
            2009,
        ),
        ("<p>In this talk, Arlo B. shares his story.</p><p>Be well.</p>", ("Arlo B.",), None, None),
        ("Be well. Or not. Arlo B. shares his story.", (), None, None),
        ("Thanks to Arlo B. for the sound.", (), None, None),
        ("Zorkal B. shares a story.", (), None, None),
        ("Nora Jessop talks of the years in Bend, OR.", (), None, None),
        (
            "After a winter of waiting, and with doubts about the sound, Arlo B. speaks.",
            (),
            None,
            None,
        ),
        ("We meet on Sundays. Send letters about Arlo B. to us.", (), None, None),
        ("Arlo B. speaks. See https://harbour.example", ("Arlo B.",), None, None),
        ("", (), None, None),
    ],
)
def test_the_notes_introduce(
    notes: str, speakers: tuple[str, ...], place: str | None, year: int | None
) -> None:
    facts = read_talk(TalkSource("Patience", notes=notes))
    assert (facts.speakers, facts.place, facts.year) == (speakers, place, year)


def test_notes_tell_the_place_only_of_the_titles_speaker() -> None:
    title = "Nora J. - Patience"
    there = "Nora J. speaking in Bend, OR in 2009."
    assert read_talk(TalkSource(title, notes=there)).place == "Bend, OR"
    other = "Arlo B. speaking in Bend, OR in 2009."
    assert read_talk(TalkSource(title, notes=other)).place is None


def test_the_feed_is_a_weak_word_for_the_fellowship() -> None:
    assert read_talk(TalkSource("Patience", feed="Al-Anon Speaker Tapes")).fellowship == "Al-Anon"
    source = TalkSource("Patience - OA Birthday", feed="Al-Anon Speaker Tapes")
    assert read_talk(source).fellowship == "OA"
    assert read_talk(TalkSource("Patience", feed="Harbour Lights")).fellowship is None


def test_a_nameless_part_is_named_by_folder_or_speaker() -> None:
    assert read_talk(TalkSource("Arlo B. part 2 of 3")).series == "Arlo B."
    source = TalkSource("Arlo B. part 2 of 3", file="Pines Tapes 1998/02.mp3")
    assert read_talk(source).series == "Pines Tapes 1998"
    source = TalkSource("Arlo B. part 2", file="https://cdn.example/audio/02.mp3")
    assert read_talk(source).series == "Arlo B."


def test_topics_of_title_and_notes() -> None:
    notes = "<p>Nora J. shares about grief.</p>"
    assert read_talk(TalkSource("Gratitude", notes=notes)).topics == ("gratitude", "grief")


@pytest.mark.parametrize(("title", "_facts"), SPEAKERS + NO_SPEAKERS)
def test_a_title_alone_says_the_same(title: str, _facts: object) -> None:
    said, talk = read_title(title), read_talk(TalkSource(title))
    for field in ("speakers", "fellowship", "place", "event", "year", "steps", "subject", "topics"):
        assert getattr(talk, field) == getattr(said, field)


def test_no_source_breaks_it() -> None:
    chance = random.Random(5)  # noqa: S311 - to be had again
    words = [word for title, _ in SPEAKERS + NO_SPEAKERS for word in title.split()]
    signs = [*"<>&;:.,/?%#\"'()-_ ", "<p>", "</p", "&amp;", "%2", "\0", "\ud800", "é", "http://"]
    for _ in range(500):
        texts = [
            " ".join(chance.choices(words + signs * 8, k=chance.randint(0, 12))) for _ in range(8)
        ]
        source = TalkSource(*texts)
        assert read_talk(source) == read_talk(source), texts
    read_talk(TalkSource(*["<" * 50_000] * 8))

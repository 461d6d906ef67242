"""Transcripts in every form that publishers give them: as lines that can be read and followed."""

from __future__ import annotations

import json
import random

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import Transcript, TranscriptLine
from desktop_app.feeds import cues
from desktop_app.feeds.transcript import choose, read

VTT = """WEBVTT - a talk

STYLE
::cue { color: peachpuff; }

NOTE
Typed by --> nobody

intro
00:00.000 --> 00:04.500 align:start position:10%
<v Bob D.>My name is <i>Bob</i> &amp; I am glad
to be here.</v>

00:00:05.000 --> 00:00:07.000
<v.loud Mary>Hi, <00:00:05.500><c>Bob!</c>

1:02:03.250 --> 1:02:04.000
<v Bob D.>Thank you. <v Mary>Keep coming back.
"""

SRT = """1
00:00:00,000 --> 00:00:02,760
Sarah: It says here

2
00:00:02,760 --> 00:00:06,090
that we <b>admitted</b> {\\an8}it.
3
00:00:06,100 --> 00:00:09,000
Tom: Just so: all of it.

4
00:00:20,000 --> 00:00:21,000

5
00:00:21,000 --> 00:00:23,000
Sarah: 12:30 is when we met.

6
00:00:24,000 --> 00:00:25,000
Tom: Yes.
"""

PAGE = """<!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body>
<cite>Kevin:</cite><time>0:05</time><p>We have an &eacute;clair
for you.</p><cite>Alban :</cite> <time>1:00:09</time><p>Thank <em>you</em>.<br>Really.</p>
<script>alert("no")</script><ul><li>First</li></ul></body></html>"""


def lines(*rows: tuple[float | None, float | None, str, str]) -> tuple[TranscriptLine, ...]:
    return tuple(TranscriptLine(*row) for row in rows)


@pytest.mark.parametrize("said_type", ["text/vtt", "", "text/plain", "application/srt"])
def test_webvtt(said_type: str) -> None:
    for text in (VTT, VTT.replace("\n", "\r\n"), "\ufeff" + VTT):
        assert read(text.encode(), said_type) == lines(
            (0.0, 4.5, "Bob D.", "My name is Bob & I am glad to be here."),
            (5.0, 7.0, "Mary", "Hi, Bob!"),
            (3723.25, 3724.0, "Bob D.", "Thank you."),
            (3723.25, 3724.0, "Mary", "Keep coming back."),
        )


def test_subrip_with_speakers_and_with_its_usual_faults() -> None:
    assert read(SRT.encode(), "application/x-subrip") == lines(
        (0.0, 6.09, "Sarah", "It says here that we admitted it."),
        (6.1, 9.0, "Tom", "Just so: all of it."),
        (21.0, 23.0, "Sarah", "12:30 is when we met."),
        (24.0, 25.0, "Tom", "Yes."),
    )


def test_a_colon_alone_makes_no_speaker() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nOne thing: be honest.\n"
    assert read(text.encode()) == lines((1.0, 2.0, "", "One thing: be honest."))


def test_json_word_by_word_becomes_sentences() -> None:
    said = ["I", "am", "your", "father", "."]
    segments: list[object] = [
        {"speaker": "Darth", "startTime": 0.5 + at, "endTime": 1.0 + at, "body": word}
        for at, word in enumerate(said)
    ]
    segments += [
        {"speaker": "Luke", "startTime": "5.5", "endTime": 6, "body": "No\ud800ooo\n"},
        {"speaker": 7, "startTime": True, "body": None},
        {"speaker": "Luke", "startTime": 1e999, "body": "!"},
        "nonsense",
    ]
    body = json.dumps({"version": "1.0.0", "segments": segments}).encode()
    assert read(body, "application/json") == lines(
        (0.5, 5.0, "Darth", "I am your father ."), (5.5, 6.0, "Luke", "No ooo !")
    )
    whisper = [{"start": 1, "end": 2.5, "text": " Hello."}]
    assert read(json.dumps({"segments": whisper}).encode()) == lines((1.0, 2.5, "", "Hello."))
    assert read(json.dumps(whisper).encode()) == lines((1.0, 2.5, "", "Hello."))


def test_a_page_with_speakers_and_times() -> None:
    assert read(PAGE.encode(), "text/html") == lines(
        (5.0, None, "Kevin", "We have an éclair for you."),
        (3609.0, None, "Alban", "Thank you. Really. First"),
    )


def test_a_page_without_times_is_its_paragraphs() -> None:
    page = "<html><body><h1>Bob's talk</h1>Before <p>One<p>Two <b>three</b></p>after</body></html>"
    assert [line.text for line in read(page.encode(), "text/html")] == [
        "Bob's talk", "Before", "One", "Two three", "after",
    ]  # fmt: skip
    assert all(line.start is None for line in read(page.encode()))


def test_plain_text_is_its_paragraphs_or_its_lines() -> None:
    assert read(b"One,\ntwo.\n \nThree <3 & four.\n") == lines(
        (None, None, "", "One, two."), (None, None, "", "Three <3 & four.")
    )
    assert [line.text for line in read(b"One\nTwo\n\n")] == ["One", "Two"]


def test_a_long_paragraph_is_divided_where_sentences_end() -> None:
    sentence = "This is a sentence of some length that goes on. "
    text = sentence * 60 + "x" * 1500
    pieces = [line.text for line in read(text.encode())]
    assert max(map(len, pieces)) <= 600
    assert pieces[0].endswith(".")
    assert "".join(pieces).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("body", "served_as", "word"),
    [
        ("naïve".encode(), "", "naïve"),
        ("naïve".encode("utf-16"), "", "naïve"),
        ("“naïve”".encode("cp1252"), "text/plain", "“naïve”"),
        ("слово".encode("koi8-r"), "text/plain; charset=KOI8-R", "слово"),
        ("naïve".encode("cp1252"), "text/plain; charset=none-such", "naïve"),
        ("a\u202eb\x07c".encode(), "", "a b c"),
    ],
)
def test_letters(body: bytes, served_as: str, word: str) -> None:
    assert read(body, "text/plain", served_as)[0].text == word


@pytest.mark.parametrize(
    ("body", "said_type", "why"),
    [
        (b"", "text/vtt", "what its address gave is none"),
        (b" \n", "text/plain", "there are no words"),
        (b"WEBVTT\n\n", "text/vtt", "there are no words"),
        (b"<html><body>Please sign in</body></html>", "text/vtt", "what its address gave is none"),
        (b"just words", "application/srt; charset=x", "what its address gave is none"),
        (b'{"segments": 7}', "application/json", "what its address gave is none"),
        (b'{"segments": []}', "application/json", "there are no words"),
        (b"[" * 100_000, "application/json", "what its address gave is none"),
        (b"a\n" * 20_001, "text/plain", "20,001 lines"),
    ],
)
def test_what_cannot_be_shown_is_told_plainly(body: bytes, said_type: str, why: str) -> None:
    with pytest.raises(KnownError, match="The transcript cannot be shown") as caught:
        read(body, said_type)
    assert why in caught.value.why


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:05", 5.0),
        ("1:02:03.450", 3723.45),
        ("02:03,5", 123.5),
        ("0:61:00", 3660.0),
        ("5", None),
        ("1:2:3", None),
        ("9999:00:00", None),
        ("", None),
    ],
)
def test_times(text: str, seconds: float | None) -> None:
    assert cues.seconds(text) == seconds


def test_captions_are_sorted_and_joined_no_further_than_a_glance() -> None:
    times = [f"00:{at // 60:02}:{at % 60:02},000" for at in range(121)]
    rows = [f"{at}\n{times[at]} --> {times[at + 1]}\nword{at} goes on" for at in range(120)]
    random.Random(5).shuffle(rows)  # noqa: S311 - a fixed order
    found = read("\n\n".join(rows).encode())
    assert [line.start for line in found] == sorted(line.start or 0 for line in found)
    assert " ".join(line.text for line in found).split()[::3] == [f"word{at}" for at in range(120)]
    assert max(len(line.text) for line in found) <= 180
    assert all((line.until or 0) - (line.start or 0) <= 16 for line in found)
    assert 5 < len(found) < 20


def given(*kinds: tuple[str, str, str | None]) -> list[Transcript]:
    return [Transcript(f"https://x.org/{name}", kind, language) for name, kind, language in kinds]


@pytest.mark.parametrize(
    ("kinds", "language", "order"),
    [
        ([("a", "text/plain", None), ("b", "application/srt", None), ("c", "text/vtt", None)],
         None, "cba"),
        ([("a", "text/html", None), ("b", "application/json", None)], "en", "ba"),
        ([("a", "text/vtt", "es"), ("b", "text/plain", "en-GB")], "en-us", "ba"),
        ([("a", "text/vtt", "es"), ("b", "text/plain", None)], "es", "ab"),
        ([("a", "text/vtt", "es"), ("b", "text/html", None)], None, "ba"),
        ([("a.srt", "", None), ("b.pdf", "", None), ("c.vtt?x=1", "text/plain", None)], "", "ca"),
        ([("a", "application/pdf", None)], None, ""),
    ],
)  # fmt: skip
def test_the_best_of_several(
    kinds: list[tuple[str, str, str | None]], language: str | None, order: str
) -> None:
    assert "".join(each.url[14] for each in choose(given(*kinds), language)) == order


def test_nothing_that_is_sent_to_us_surprises() -> None:
    dice = random.Random(7)  # noqa: S311 - the same each time
    for text in (VTT, SRT, PAGE, '{"segments": [{"startTime": 1e999, "body": "x"}]}'):
        for _ in range(300):
            body = bytearray(text.encode())
            for _ in range(dice.randrange(1, 12)):
                at = dice.randrange(len(body))
                body[at : at + dice.randrange(3)] = dice.randbytes(dice.randrange(3))
            try:
                found = read(bytes(body), dice.choice(["", "text/vtt", "text/html"]))
            except KnownError:
                continue
            assert all(line.text.strip() and line.text.encode() for line in found)

"""What was said in a talk, as its publisher gives it: ``podcast:transcript``. Pure.

SubRip, WebVTT (https://www.w3.org/TR/webvtt1/), and JSON and HTML as the podcast namespace has
them (https://github.com/Podcastindex-org/podcast-namespace, transcripts.md); plain text, too. A
file is known by what it holds: many are served as something else than they are. They are
untrusted, and read in the worker process.
"""

from __future__ import annotations

import codecs
import json
import math
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import TranscriptLine
from desktop_app.feeds import cues
from desktop_app.feeds.tidy import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from desktop_app.base.parsed import Transcript

MOST_LINES = 20_000
"""Lines as they are shown, about a sentence each: more than a day of talking."""

_BEST = ("vtt", "json", "srt", "html", "text")
"""Those that name speakers and times before those that may not."""

_TYPES = {
    "text/vtt": "vtt", "application/x-subrip": "srt", "application/srt": "srt", "text/srt": "srt",
    "application/x-srt": "srt", "application/json": "json", "text/html": "html",
    "text/plain": "text",
}  # fmt: skip
_ENDINGS = {"vtt": "vtt", "srt": "srt", "json": "json", "html": "html", "htm": "html",
            "txt": "text"}  # fmt: skip
_HTML = re.compile(r"<(?:!doctype|html|body|p|cite|time|div|br|h[1-6])\b", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"),
          (codecs.BOM_UTF16_BE, "utf-16-be"))  # fmt: skip
_LONGEST = 600
_PIECE = re.compile(
    rf".{{200,{_LONGEST}}}?[.?!…][\"”’)\]]*(?=\s|$)|.{{1,{_LONGEST}}}(?=\s|$)|.{{{_LONGEST}}}"
)
_SENTENCE = re.compile(r"[.?!…。？！][\"”’)\]]*$")
_PAUSE = 2.0
_ENOUGH = 60
_FULL = 180
_FULL_SECONDS = 15.0


def choose(transcripts: Sequence[Transcript], language: str | None) -> tuple[Transcript, ...]:
    """Return those that can be read, the best first.

    That is one in the language of the talk (``language``: the feed's, which holds where a
    transcript names none), and of a kind that tells most.
    """
    spoken = _primary(language)
    ranked = []
    for each in transcripts:
        kind = _kind(each)
        if kind is not None:
            strange = _primary(each.language) not in {spoken, ""}
            ranked.append(((strange, _BEST.index(kind)), each))
    return tuple(each for _, each in sorted(ranked, key=lambda pair: pair[0]))


def read(body: bytes, said_type: str = "", served_as: str = "") -> tuple[TranscriptLine, ...]:
    """Return a transcript's lines in their order, each about as long as a sentence.

    Args:
        body: The file.
        said_type: What the feed calls it.
        served_as: The server's Content-Type, for its charset.

    Raises:
        KnownError: It is no transcript, or empty, or longer than any talk.
    """
    text = _decoded(body, served_as).replace("\r\n", "\n").replace("\r", "\n")
    kind = _TYPES.get(said_type.partition(";")[0].strip().lower(), "text")
    lines = tuple(_tidy(_parts(text, kind)))
    if not lines:
        raise unread("there are no words in it")
    if any(line.start is not None for line in lines):
        lines = tuple(_joined(sorted(_timed(lines), key=lambda line: line.start or 0.0)))
    if len(lines) > MOST_LINES:
        raise unread(f"it has {len(lines):,} lines, and {MOST_LINES:,} is the most for one talk")
    return lines


def unread(why: str) -> KnownError:
    """Return the error that says why a transcript cannot be shown."""
    return KnownError("The transcript cannot be shown", why, "The talk can be heard all the same.")


def _parts(text: str, kind: str) -> Iterable[TranscriptLine]:
    """Tell by its words what the text is, and read it so."""
    head = text.lstrip("\ufeff \t\n")
    if head[:1] in {"{", "["} and (found := _from_json(head)) is not None:
        return found
    if head.startswith("WEBVTT") or cues.looks_like(head):
        return cues.read(head)
    if kind in {"vtt", "srt", "json"}:
        raise unread("what its address gave is none")
    if _HTML.search(head[:4096]):
        from desktop_app.feeds import spoken_page  # noqa: PLC0415 - lxml, for the worker alone

        return spoken_page.read(head)
    return _paragraphs(head)


def _from_json(text: str) -> list[TranscriptLine] | None:
    """Return the segments of the podcast namespace's JSON, or of Whisper's, which is much alike."""
    try:
        document: Any = json.loads(text)
    except (ValueError, RecursionError):
        return None
    segments = document.get("segments") if isinstance(document, dict) else document
    if not isinstance(segments, list):
        return None
    return [
        TranscriptLine(
            _seconds(each.get("startTime", each.get("start"))),
            _seconds(each.get("endTime", each.get("end"))),
            _word(each.get("speaker")),
            _word(each.get("body", each.get("text"))),
        )
        for each in segments
        if isinstance(each, dict)
    ]


def _seconds(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return cues.seconds(value) if isinstance(value, str) else None
    return number if math.isfinite(number) and 0 <= number < cues.MOST_SECONDS else None


def _word(value: object) -> str:
    return value if isinstance(value, str) else ""


def _paragraphs(text: str) -> Iterator[TranscriptLine]:
    """Return what blank lines divide; where there are none, each line."""
    blocks = re.split(r"\n[ \t]*\n", text.strip())
    for block in blocks if len(blocks) > 1 else text.split("\n"):
        yield TranscriptLine(None, None, "", block)


def _tidy(lines: Iterable[TranscriptLine]) -> Iterator[TranscriptLine]:
    """Return lines of visible words, none too long to be read at a glance."""
    for line in lines:
        text = " ".join(UNSEEN.sub(" ", line.text).split())
        if not text:
            continue
        speaker = " ".join(UNSEEN.sub(" ", line.speaker[:200]).split()).rstrip(":").rstrip()
        pieces = (text,) if len(text) <= _LONGEST else map(str.strip, _PIECE.findall(text))
        for piece in pieces:
            yield TranscriptLine(line.start, line.until, speaker, piece)


def _timed(lines: Iterable[TranscriptLine]) -> Iterator[TranscriptLine]:
    """Give what has no time that of what stands before it."""
    last = 0.0
    for line in lines:
        last = last if line.start is None else line.start
        yield line._replace(start=last)


def _joined(lines: Iterable[TranscriptLine]) -> Iterator[TranscriptLine]:
    """Return the pieces of captions, often single words, as sentences of one speaker."""
    open_line: TranscriptLine | None = None
    for line in lines:
        if open_line is not None and _continues(open_line, line):
            open_line = open_line._replace(
                text=f"{open_line.text} {line.text}", until=line.until or open_line.until
            )
            continue
        if open_line is not None:
            yield open_line
        open_line = line
    if open_line is not None:
        yield open_line


def _continues(line: TranscriptLine, then: TranscriptLine) -> bool:
    begin, end = line.start or 0.0, line.until or line.start or 0.0
    size = len(line.text)
    ended = size >= _ENOUGH and _SENTENCE.search(line.text) is not None
    full = size + len(then.text) > _FULL or end - begin >= _FULL_SECONDS
    near = (then.start or 0.0) - end <= _PAUSE
    return line.speaker == then.speaker and near and not ended and not full


def _kind(transcript: Transcript) -> str | None:
    """Return what a transcript is, as the feed says, or else as its address ends."""
    said = _TYPES.get(transcript.type.partition(";")[0].strip().lower())
    ending = urlsplit(transcript.url).path.rpartition(".")[2].lower()
    return _ENDINGS.get(ending, said) if said in {None, "text"} else said


def _primary(language: str | None) -> str:
    return (language or "").strip().lower().replace("_", "-").partition("-")[0]


def _decoded(body: bytes, served_as: str) -> str:
    """Return the text: by its mark, as UTF-8, as the server says, as Windows-1252."""
    for mark, name in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        pass
    named = _CHARSET.search(served_as)
    try:
        return body.decode(named[1] if named else "cp1252", "replace")
    except LookupError:
        return body.decode("cp1252", "replace")

"""Captions with times: SubRip and WebVTT, which differ in little. Pure.

WebVTT: https://www.w3.org/TR/webvtt1/. SubRip has no standard; speakers stand in it as the
podcast namespace wants them, with a colon, in the first card of theirs.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.base.parsed import TranscriptLine

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_SECONDS = 1_000_000.0

_TIME = r"(?:\d{1,4}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_CUE = re.compile(
    rf"^[ \t]*(?P<start>{_TIME})[ \t]*--?>[ \t]*(?P<until>{_TIME})[^\n]*$", re.MULTILINE
)
_HEAD = 65_536
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]*)>")
_TAG = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_NAMED = re.compile(r"(?:>>|-)?\s*([^\W_][^\s:]{0,30}(?: [^\W_][^\s:]{0,30}){0,3}):\s+(?=\S)")


def looks_like(text: str) -> bool:
    """Return whether there is a caption's time near the beginning."""
    return _CUE.search(text, 0, _HEAD) is not None


def read(text: str) -> list[TranscriptLine]:
    """Return the captions in the order in which they stand.

    A cue may lack the blank line, or the number, that should divide it from the next one.
    """
    found = [
        TranscriptLine(seconds(start), seconds(until), speaker, words)
        for start, until, payload in _cues(text)
        for speaker, words in _voices(payload)
    ]
    return found if any(line.speaker for line in found) else _with_names(found)


def seconds(text: str) -> float | None:
    """Return a time, "1:02:03.450" or "02:03,45", in seconds; None: it is none, or absurd."""
    if not re.fullmatch(_TIME, text.strip()):
        return None
    total = 0.0
    for part in text.strip().replace(",", ".").split(":"):
        total = 60 * total + float(part)
    return total if total < MOST_SECONDS else None


def _cues(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield beginning, end and words; what stands between cues (notes, styles) is left out."""
    marks = list(_CUE.finditer(text))
    for number, mark in enumerate(marks):
        last = number + 1 == len(marks)
        after = text[mark.end() : len(text) if last else marks[number + 1].start()]
        payload, blank, _ = after.lstrip("\n").partition("\n\n")
        lines = payload.rstrip("\n").split("\n")
        if not last and not blank and len(lines) > 1 and lines[-1].strip().isdigit():
            del lines[-1]
        if after.startswith("\n\n"):  # an empty cue: what follows is the next one's number
            continue
        yield mark["start"], mark["until"], "\n".join(lines)


def _voices(payload: str) -> Iterator[tuple[str, str]]:
    """Yield who speaks and what, as WebVTT's voice spans tell; "": nobody is named."""
    before, *voiced = _VOICE.split(payload)
    yield "", _plain(before)
    for name, words in zip(voiced[::2], voiced[1::2], strict=True):
        yield _plain(name), _plain(words)


def _plain(text: str) -> str:
    return html.unescape(_TAG.sub("", text))


def _with_names(found: list[TranscriptLine]) -> list[TranscriptLine]:
    """Take speakers out of words before a colon; each holds until the next one.

    Only what begins several captions counts: "One thing: be honest" names nobody.
    """
    named = [_NAMED.match(line.text) for line in found]
    often = Counter(match[1] for match in named if match)
    speaker, lines = "", []
    for line, match in zip(found, named, strict=True):
        if match and often[match[1]] > 1 and match[1][0].isupper():
            speaker = match[1]
            lines.append(line._replace(speaker=speaker, text=line.text[match.end() :]))
        else:
            lines.append(line._replace(speaker=speaker))
    return lines

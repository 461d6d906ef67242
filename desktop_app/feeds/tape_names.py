"""What the names of tapes and their folders say: a title, a place in a series, an order. Pure.

"Big Book Study/CD2/01 Track.mp3" says as much as a title of its own would; the rules here read
it. A place is a tuple of numbers, the outermost first: tape 2 side B is (2, 2).
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping, Sequence

_LABELS = {
    "tape": "Tape", "cassette": "Tape", "kassette": "Tape", "cd": "CD", "disc": "Disc",
    "disk": "Disc", "track": "Track", "titel": "Track", "piste": "Track", "pista": "Track",
    "part": "Part", "pt": "Part", "teil": "Part", "session": "Session", "side": "Side",
    "seite": "Side",
}  # fmt: skip
_SPOT = re.compile(
    rf"""(?<![^\W_])(?:
      (?P<one>\d{{1,3}})[\s_]*of[\s_]*(?P<all>\d{{1,3}})
    | (?:audio[\s_]*)?(?P<label>{"|".join(_LABELS)})[\s._\#-]*
      (?P<number>\d{{1,3}})(?P<letter>[a-d])?
    | (?P<side>side|seite)[\s._-]*(?P<face>[a-d])
    | (?P<before>\d{{1,3}})[\s._-]*(?:audio)?(?:track|titel|piste|pista)
    )(?![^\W_])""",
    re.IGNORECASE | re.VERBOSE,
)
_LEADING = re.compile(r"\s*(0\d{1,2}|\d{1,3}(?=[.)]\s|\s+[-–]\s))[\s.)_–-]+(?=\S)")
_ONLY_NUMBERS = re.compile(r"\W*(\d{1,3})([a-d])?(?:\W+(\d{1,3}))?\W*", re.IGNORECASE)
_EMPTY = re.compile(r"(?:\W|_|\baudio\b|\btrack\b|\bmp3\b|\bunknown\b)*", re.IGNORECASE)
_EDGE = " \t-–_.,:;#"
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Spot:
    """One number of a place: "Tape 2", or the 3 of "3 of 12"."""

    label: str
    number: int
    of: int | None = None

    def __str__(self) -> str:
        """Return it as a person would write it."""
        if self.of is not None:
            return f"{self.number} of {self.of}"
        number = "ABCD"[self.number - 1] if self.label == "Side" else str(self.number)
        return f"{self.label} {number}".strip()


@dataclass(frozen=True, slots=True)
class Name:
    """A name read: its words, without the spots; ``leading``: the track number before them."""

    words: str
    spots: tuple[Spot, ...] = ()
    leading: int | None = None


def read(name: str) -> Name:
    """Return what the name of a file (without its ending) or of a folder says."""
    text = name.replace("_", " ")
    if only := _ONLY_NUMBERS.fullmatch(text):
        return Name("", _only_numbers(only))
    spots: list[Spot] = []
    rest = _SPOT.sub(lambda found: _take(found, spots), text)
    if _EMPTY.fullmatch(_DIGITS.sub("", rest)):
        spots[:0] = [Spot("", int(number)) for number in _DIGITS.findall(rest)[:2]]
        return Name("", tuple(_once(spots)))
    leading = _LEADING.match(rest)
    if leading:
        rest = rest[leading.end() :]
    words = " ".join(rest.split()).strip(_EDGE)
    return Name(words, tuple(_once(spots)), int(leading[1]) if leading else None)


def order(name: str) -> str:
    """Return a key that sorts paths as people count: by folder, "Tape 2" before "Tape 10"."""
    parts = name.casefold().split("/")
    return "\x01".join(_DIGITS.sub(_counted, part) for part in parts)


def title(path: str, root: str, tag: str = "", album: str = "") -> str:
    """Return a title for the file at ``path`` inside the folder ``root``.

    The tag's own words count most, then those of the file's name. Where both say no more than a
    place ("Track 01", "Side B"), the work's name comes first: the album's, or the folder's. A tag
    that says no more than the work's name is the same in all files of the work.
    """
    tagged, named_album = read(tag), read(album)
    *folders, file = path.split("/")
    work, spots = _work(folders, root)
    shared = {named_album.words.casefold(), work.casefold()}
    if tagged.words and tagged.words.casefold() not in shared:
        return tag
    stem = file.rpartition(".")[0] or file
    own = read(stem)
    if own.words:
        return _without_leading(stem)
    place = tuple(_once([*spots, *(own.spots or tagged.spots)]))
    said = ", ".join(str(spot) for spot in place)
    return " – ".join(part for part in (named_album.words or work, said) if part)


def work(path: str, root: str, album: str = "") -> str:
    """Return the name of what the file at ``path`` inside ``root`` is a part of."""
    return read(album).words or _work(path.split("/")[:-1], root)[0]


def parts(paths: Sequence[str]) -> dict[str, tuple[int | None, int | None]]:
    """Return which part of how many each file is; what is not known for sure is left out.

    Files of one work are those of a folder, and of "CD 1" and "CD 2" in or beside it, whose
    names differ by their place only, or that are all numbered. "Of how many" is said only where
    no number is missing; a track number before other words says nothing by itself.
    """
    works: defaultdict[tuple[str, ...], dict[str, tuple[int, ...]]] = defaultdict(dict)
    found: dict[str, tuple[int | None, int | None]] = {}
    unsure: set[str] = set()
    for path in paths:
        *folders, file = path.split("/")
        own = read(file.rpartition(".")[0])
        if own.spots and own.spots[-1].of is not None and own.spots[-1].number <= own.spots[-1].of:
            found[path] = (own.spots[-1].number, own.spots[-1].of)
            continue
        where, spots = _place(folders)
        place = tuple(spot.number for spot in _once([*spots, *own.spots]))
        if own.spots or not own.words:
            works[(*where, own.words.casefold())][path] = place
        elif own.leading is not None:
            works[(*where, "")][path] = (*place, own.leading)
            unsure.add(path)
    for members in works.values():
        found.update(_numbered(members, unsure))
    return found


def _take(found: re.Match[str], spots: list[Spot]) -> str:
    if found["one"]:
        spots.append(Spot("", int(found["one"]), int(found["all"])))
    elif found["side"]:
        spots.append(Spot("Side", "abcd".index(found["face"].lower()) + 1))
    elif found["before"]:
        spots.append(Spot("Track", int(found["before"])))
    else:
        label = _LABELS[found["label"].lower()]
        number = int(found["number"])
        spots.append(Spot(label if label != "Side" or 1 <= number <= 4 else "Part", number))
        if found["letter"]:
            spots.append(Spot("Side", "abcd".index(found["letter"].lower()) + 1))
    return " "


def _only_numbers(found: re.Match[str]) -> tuple[Spot, ...]:
    """Read "07", "2B" and "1-03"."""
    first, letter, second = found[1], found[2], found[3]
    if second is not None:
        return Spot("Disc", int(first)), Spot("Track", int(second))
    if letter is not None:
        return Spot("Tape", int(first)), Spot("Side", "abcd".index(letter.lower()) + 1)
    return (Spot("", int(first)),)


def _once(spots: Iterable[Spot]) -> list[Spot]:
    """Drop what folder and file both say."""
    return list(dict.fromkeys(spots))


def _counted(digits: re.Match[str]) -> str:
    number = str(int(digits[0]))
    return f"{len(number):02}{number}"


def _without_leading(stem: str) -> str:
    text = stem.replace("_", " ")
    found = _LEADING.match(text)
    return " ".join(text[found.end() if found else 0 :].split())


def _work(folders: Sequence[str], root: str) -> tuple[str, tuple[Spot, ...]]:
    """Return the name of the work that a file belongs to, and what its folders say of the place."""
    spots: tuple[Spot, ...] = ()
    for folder in (*reversed(folders), root):
        name = read(folder)
        spots = name.spots + spots
        if name.words:
            return name.words, spots
    return root, ()


def _place(folders: Sequence[str]) -> tuple[tuple[str, ...], list[Spot]]:
    """Return where the work lies, and what the folders below that say of the place."""
    spots: tuple[Spot, ...] = ()
    rest = list(folders)
    while rest:
        name = read(rest.pop())
        spots = name.spots + spots
        if name.words:
            return (*rest, name.words.casefold()), list(spots)
    return (), list(spots)


def _numbered(
    members: Mapping[str, tuple[int, ...]], unsure: Container[str]
) -> dict[str, tuple[int | None, int | None]]:
    places = sorted(members.values())
    whole = len(places) > 1 and (
        _complete(places) or [place[-1:] for place in places] == _counted_up(len(places))
    )
    if whole:
        return {path: (places.index(place) + 1, len(places)) for path, place in members.items()}
    unlike = len(set(places)) == len(places)
    return {
        path: (place[0], None)
        for path, place in members.items()
        if len(place) == 1 and unlike and path not in unsure
    }


def _counted_up(count: int) -> list[tuple[int]]:
    return [(number,) for number in range(1, count + 1)]


def _complete(places: Sequence[tuple[int, ...]]) -> bool:
    """Tell whether sorted places count from 1 without a gap, at every level."""
    if any(len(place) != len(places[0]) for place in places) or not places[0]:
        return False
    heads = sorted({place[0] for place in places})
    if heads != list(range(1, len(heads) + 1)):
        return False
    if len(places[0]) == 1:
        return len(heads) == len(places)
    return all(_complete([place[1:] for place in places if place[0] == head]) for head in heads)

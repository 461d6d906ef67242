"""What both readers do to the words, addresses and sound files of a feed."""

from __future__ import annotations

import hashlib
import html
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urljoin, urlsplit

from desktop_app.base.errors import KnownError
from desktop_app.feeds import durations
from desktop_app.feeds.addresses import file_name, is_web, may_lead

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MOST_ITEMS = 50_000
UNTITLED = "Untitled"
UNSEEN = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""Control characters, those that turn the direction of what follows, and halves of letters."""

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,30});")
_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|center|cite|code|del|div|em|font|h[1-6]|i|img|ins|li|p|s|small|span|"
    r"strike|strong|sub|sup|tt|u|ul)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ANY_TAG = re.compile(r"<[^<>]*>")
_MAILBOX = re.compile(r"[^\s()<>@]+@[^\s()<>@]+\s*\((?P<name>[^()]+)\)")
_MAIL_LAST = re.compile(r"\s+[(<][^\s()<>@]+@[^\s()<>@]+[)>]$")
_PLAIN_ADDRESS = re.compile(
    r"(https?://[a-z0-9-]+(?:\.[a-z0-9-]+)+)/[!\"$-:<->@-~]*(?:\?[!\"$-~]+)?"
)  # what urljoin leaves as it is; most addresses of a feed are, on few hosts
_C1 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
_TYPES = {
    "mp3": "audio/mpeg", "m4a": "audio/mp4", "m4b": "audio/mp4", "aac": "audio/aac",
    "ogg": "audio/ogg", "oga": "audio/ogg", "opus": "audio/opus", "flac": "audio/flac",
    "wav": "audio/wav", "wma": "audio/x-ms-wma", "aif": "audio/aiff", "aiff": "audio/aiff",
    "mp4": "video/mp4", "m4v": "video/mp4", "mov": "video/quicktime", "webm": "video/webm",
    "avi": "video/x-msvideo", "mkv": "video/x-matroska", "wmv": "video/x-ms-wmv",
    "pdf": "application/pdf", "jpg": "image/jpeg", "jpeg": "image/jpeg", "png": "image/png",
    "gif": "image/gif", "zip": "application/zip", "epub": "application/epub+zip",
}  # fmt: skip
_TYPE = re.compile(r"[\w-]+/[\w.+-]+")
_VAGUE = {"application/octet-stream", "binary/octet-stream", "application/x-download"}


class Enclosure(NamedTuple):
    """A file that an item offers; ``main`` when by ``<enclosure>`` itself, not by a fallback."""

    url: str
    type: str | None
    size: int | None
    main: bool = True
    duration: float | None = None


def digest(*parts: bytes) -> str:
    """Return 32 hex digits that stand for these bytes."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        state.update(part)
    return state.hexdigest()


def check_number(items: int) -> None:
    """Refuse a feed with more items than any that is meant well.

    Raises:
        KnownError: There are more than 50,000.
    """
    if items > MOST_ITEMS:
        raise KnownError(
            "This feed is too big",
            f"it lists {items:,} episodes and {MOST_ITEMS:,} is the most that can be read",
            "Ask its publisher for a shorter feed.",
        )


def line(text: str) -> str:
    """Return ``text`` as one line of plain words.

    Escaped twice, it is unescaped once more; tags of inline HTML go; UTF-8 that was taken for
    Latin-1 on the way is put right, and so are the curly quotes of Windows-1252.
    """
    if not text.isascii():
        text = _mended(text)
    if "&" in text:
        text = _unescaped(_unescaped(text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.split())


def letters(text: str) -> str:
    """Return ``text`` with UTF-8 put right that was taken for Latin-1 or Windows-1252.

    A text with any letter beyond those was not; that is seen at once.
    """
    if text.isascii():
        return text
    try:
        source = text.encode("latin-1")
    except UnicodeEncodeError:
        return text
    try:
        return source.decode("utf-8")
    except UnicodeDecodeError:
        return text.translate(_C1)


@lru_cache(maxsize=256)
def person(text: str) -> str | None:
    """Return an author's name, taken out of ``mail@host (Name)`` or ``Name (mail@host)``."""
    name = line(text)
    mailbox = _MAILBOX.fullmatch(name)
    return (mailbox["name"].strip() if mailbox else _MAIL_LAST.sub("", name)) or None


def title(candidates: Iterable[str], notes: str, url: str | None) -> str:
    """Return the first title with words in it, else the notes' first words, else the file's name.

    A talk without a title must still be something that can be found and clicked.
    """
    for candidate in candidates:
        if words := line(candidate):
            return words
    opening = line(_ANY_TAG.sub(" ", notes[:2000]))
    if opening:
        return opening if len(opening) <= 80 else opening[:80].rpartition(" ")[0] + "…"
    return (file_name(url) if url else "") or UNTITLED


def with_subtitle(notes: str, subtitle: str, title: str) -> str:
    """Return the notes with the item's subtitle in front, where it says something else.

    Often it is the title once more, or the beginning of the notes, cut off with dots.
    """
    words = _plain_words(subtitle)
    if not words or not notes or words in _plain_words(title):
        return notes
    if words in _plain_words(notes[: len(subtitle) + 4000]):
        return notes
    if _TAG.search(notes):
        return f"<p>{subtitle}</p>\n{notes}"
    return f"{subtitle}\n\n{notes}"


def _plain_words(text: str) -> str:
    """Return letters and figures only, for comparing."""
    bare = html.unescape(_ANY_TAG.sub(" ", text)) if "<" in text or "&" in text else text
    return "".join(letter for letter in bare.casefold() if letter.isalnum())


def address(text: str | None, base: str | None) -> str | None:
    """Return a whole address that the document at ``base`` may name, else None.

    Only http and https, nothing private from a public feed; ``file:`` only from a feed that is
    a file itself, which means that we put it there.
    """
    if not text or not (url := text.strip()):
        return None
    if plain := _PLAIN_ADDRESS.fullmatch(url):
        return url if _may_name(base, plain[1]) else None
    try:
        url = urljoin(base or "", url)
        if base and urlsplit(base).scheme == "file" and urlsplit(url).scheme == "file":
            return url
        return url if _may_name(base, url) else None
    except ValueError:
        return None


@lru_cache(maxsize=1024)
def _may_name(base: str | None, url: str) -> bool:
    return may_lead(base, url) if base else is_web(url)


def page(guid: str) -> str | None:
    """Return a guid that is a web address: it serves as the link of an item that has none."""
    return guid if is_web(guid) else None


def size(text: str | None) -> int | None:
    """Return a file's size in bytes; what is no positive number is unknown."""
    digits = (text or "").strip().replace(",", "")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 15:
        return None
    return int(digits) or None


def media_type(said: str | None, url: str) -> str | None:
    """Return the kind of file: as the feed says, unless its name tells more."""
    kind, precise = _kind(said or "")
    if precise:
        return kind
    extension = urlsplit(url).path.rpartition(".")[2].lower()
    return _TYPES.get(extension, kind or None)


def media_content(attributes: Mapping[str, str], base: str | None) -> Enclosure | None:
    """Return Media RSS's ``media:content`` as an enclosure when it is sound or film, else None."""
    url = address(attributes.get("url"), base)
    if url is None:
        return None
    kind = media_type(attributes.get("type") or None, url)
    medium = attributes.get("medium", "").strip().lower()
    if kind is None and medium in {"audio", "video"}:
        kind = f"{medium}/*"
    if kind is None or not ("audio" in kind or kind.startswith("video/")):
        return None
    duration = durations.parse(attributes.get("duration", ""))
    return Enclosure(url, kind, size(attributes.get("fileSize")), main=False, duration=duration)


def choose(enclosures: Sequence[Enclosure]) -> Enclosure | None:
    """Return the file to listen to: sound before pictures, real enclosures before fallbacks."""
    return enclosures[0] if len(enclosures) == 1 else min(enclosures, key=_rank, default=None)


def _rank(enclosure: Enclosure) -> tuple[int, bool]:
    kind = enclosure.type or ""
    rank = 0 if "audio" in kind else 1 if kind.startswith("video/") else 2
    return rank, not enclosure.main


@lru_cache(maxsize=256)
def _kind(said: str) -> tuple[str, bool]:
    """Return the kind of file as a feed names it, and whether that tells what it is."""
    kind = said.partition(";")[0].strip().lower()
    return kind, bool(_TYPE.fullmatch(kind)) and kind not in _VAGUE


def _mended(text: str) -> str:
    return letters(text).translate(_C1)


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)

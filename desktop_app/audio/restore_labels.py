"""What a recording says of itself, brought over to what was made of it: tags, chapters, cover."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from desktop_app.audio.measure import open_audio, probe
from desktop_app.audio.picture import cover
from desktop_app.base.errors import KnownError

if TYPE_CHECKING:
    from desktop_app.base.parsed import Chapter

_KEPT = frozenset(
    {
        "title",
        "artist",
        "album",
        "album_artist",
        "author",
        "comment",
        "composer",
        "copyright",
        "date",
        "description",
        "disc",
        "genre",
        "language",
        "performer",
        "publisher",
        "synopsis",
        "track",
        "year",
    }
)
"""The tags that still hold; how long and how loud it was, and by what it was made, does not."""

_LONGEST = 10_000
_FRONT = 3


def tags(path: str) -> dict[str, str]:
    """Return the tags of a recording, and its picture as Ogg has it (xiph.org, VorbisComment)."""
    with open_audio(path) as container:
        said = {**container.streams.audio[0].metadata, **container.metadata}
    kept = {
        name.lower(): value[:_LONGEST].replace("\0", " ")
        for name, value in said.items()
        if name.lower() in _KEPT and value.strip()
    }
    try:
        picture = _block(cover(path))
    except KnownError:
        return kept
    return {**kept, "METADATA_BLOCK_PICTURE": base64.b64encode(picture).decode("ascii")}


def chapters(path: str) -> tuple[Chapter, ...]:
    """Return the chapters of a recording.

    Raises:
        KnownError: It is none.
    """
    return probe(path).chapters


def _block(jpeg: bytes) -> bytes:
    """Return a picture as FLAC has it (RFC 9639, 8.8); sizes that nobody asks for are 0."""
    kind = b"image/jpeg"
    head = (_FRONT.to_bytes(4), len(kind).to_bytes(4), kind, bytes(4 * 5), len(jpeg).to_bytes(4))
    return b"".join((*head, jpeg))

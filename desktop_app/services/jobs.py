"""What the worker process does: bytes and files in, plain values out.

The parsers are imported by the functions that use them, so that only the worker loads them.
"""

# ruff: noqa: PLC0415

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.paths import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from desktop_app.base.parsed import (
        AudioFacts,
        CatalogueEntry,
        Chapter,
        FoundFeed,
        ParsedFeed,
        TalkSource,
        TitleFacts,
        TranscriptLine,
    )
    from desktop_app.base.sharing import Candidate, Shared, SharedTalk
    from desktop_app.base.sound import Sound
    from desktop_app.base.tape import Restored, Tape
    from desktop_app.feeds.directory import Source

STARTER = RESOURCES / "starter"


def get_ready() -> None:
    """Load what reads most feeds, while the first of them is still on its way."""
    import desktop_app.feeds.parse  # noqa: F401 - to have it loaded


def read_document(
    body: bytes, headers: Mapping[str, str], known: frozenset[str], newest: int = 0
) -> ParsedFeed:
    """Read a feed's document, or of a long one so many of its newest items, unless ``newest`` is 0.

    Raises:
        KnownError: It is no feed, or too broken.
    """
    from desktop_app.feeds.parse import parse

    return parse(body, headers, known, newest)


def read_folder(path: str, known: frozenset[str], seconds: float) -> ParsedFeed:
    """Read a folder of tapes, for so many seconds; what is left is told as ``unread``.

    Raises:
        KnownError: It cannot be read.
    """
    from desktop_app.audio.measure import probe
    from desktop_app.feeds import folder

    return folder.scan(path, known, partial(probe, digest=True), seconds)


def find_links(body: bytes, base: str) -> tuple[CatalogueEntry, ...]:
    """Return the feeds that a web page names, the likeliest first."""
    from desktop_app.feeds.links import links

    return links(body, base)


def read_opml(data: bytes) -> tuple[CatalogueEntry, ...]:
    """Return the feeds of an OPML file.

    Raises:
        KnownError: It is none.
    """
    from desktop_app.feeds import opml

    return opml.read(data)


def write_opml(entries: Sequence[CatalogueEntry]) -> bytes:
    """Return feeds as OPML 2.0."""
    from desktop_app.feeds import opml

    return opml.write(entries, "Hearthside")


def read_starter(body: bytes) -> ParsedFeed:
    """Read the built-in feed; its enclosures lie beside it and carry chapters."""
    from desktop_app.audio.measure import probe
    from desktop_app.feeds import folder
    from desktop_app.feeds.parse import parse

    parsed = parse(body, {"content-location": (STARTER / "feed.xml").as_uri()})
    episodes = []
    for episode in parsed.episodes:
        path = folder.path_of(episode.url or "")
        facts = probe(str(path))
        episodes.append(
            episode._replace(
                size=Path(path).stat().st_size,
                duration=facts.duration,
                chapters=facts.chapters,
            )
        )
    return replace(parsed, episodes=tuple(episodes))


def read_audio(path: str) -> AudioFacts:
    """Return what an audio file says of itself.

    Raises:
        KnownError: It is none, or damaged.
    """
    from desktop_app.audio.measure import probe

    return probe(path)


def measure_sound(path: str) -> Sound:
    """Return the waveform and the loudness of a whole recording.

    Raises:
        KnownError: It gives no sound.
    """
    from desktop_app.audio.survey import survey

    return survey(path)


def examine_tape(path: str) -> Tape:
    """Return what the sound of a whole recording suffers from.

    Raises:
        KnownError: It gives no sound.
    """
    from desktop_app.audio.examine import examine

    return examine(path)


def restore_some(
    source: str, target: str, work: str, tape: Tape, seconds: float
) -> tuple[float, Restored | None]:
    """Restore a recording for so many seconds; return the share that is done, and the result.

    Called again it goes on, by what lies in the folder ``work``. The whole lies at ``target``
    as soon as there is a result.

    Raises:
        NoRoomError: The disk has no room for it.
        KnownError: It cannot be restored.
    """
    from desktop_app.audio.restore import restore_some as go_on

    done = go_on(source, target, work, tape, seconds)
    return done.share, done.result


def ready_sound(source: str, target: str) -> None:
    """Decode a sound into a PCM WAV at ``target``.

    Raises:
        KnownError: It cannot be read, or there is no room.
    """
    from desktop_app.audio.ready import ready

    ready(source, target)


def read_talks(sources: Sequence[TalkSource]) -> tuple[TitleFacts, ...]:
    """Return what each of these talks says of itself."""
    from desktop_app.catalog.talks import read_talk

    return tuple(read_talk(source) for source in sources)


def read_directory(source: Source, body: bytes, base: str) -> tuple[FoundFeed, ...]:
    """Return the feeds that a podcast directory answered with.

    Raises:
        KnownError: It is no answer of this directory.
    """
    from desktop_app.feeds import directory

    return directory.read(source, body, base)


def read_cover(path: str) -> bytes:
    """Return the picture in a file, or in a sound file's tags, as a small JPEG.

    Raises:
        KnownError: There is none that can be read.
    """
    from desktop_app.audio.picture import cover

    return cover(path)


def read_transcript(body: bytes, said_type: str, served_as: str) -> tuple[TranscriptLine, ...]:
    """Return the lines of a transcript.

    Raises:
        KnownError: It is none that can be shown.
    """
    from desktop_app.feeds import transcript

    return transcript.read(body, said_type, served_as)


def read_chapters(body: bytes) -> tuple[Chapter, ...]:
    """Return the chapters that a publisher keeps beside the sound.

    Raises:
        KnownError: These are none.
    """
    from desktop_app.feeds import chapters

    return chapters.read(body)


def write_shared(shared: Shared, how: str, name: str, folder: str, now: datetime) -> bytes:
    """Return favorites and collections as a file of the ending ``how``, to lie in ``folder``."""
    if how == ".json":
        from desktop_app.feeds import favorites_file

        return favorites_file.write(shared, now)
    if how == ".opml":
        from desktop_app.feeds import talk_list

        return talk_list.write(shared.talks, name, now)
    from desktop_app.feeds import playlist

    return playlist.write(shared.talks, name, Path(folder), plain=how == ".m3u")


def read_shared(data: bytes, how: str, name: str) -> Shared:
    """Return the favorites and collections in a file of the ending ``how``, called ``name``.

    Raises:
        KnownError: It is no such file.
    """
    if how == ".json":
        from desktop_app.feeds import favorites_file

        return favorites_file.read(data)
    if how == ".opml":
        from desktop_app.feeds import talk_list

        return talk_list.read(data, name)
    from desktop_app.feeds import playlist

    return playlist.read(data, name)


def find_talks(
    talks: Sequence[SharedTalk], candidates: Sequence[Candidate]
) -> tuple[int | None, ...]:
    """Return the id of each talk's episode among the candidates, or None."""
    from desktop_app.feeds import matching

    return matching.find(talks, candidates)

"""What an audio file says about itself, and how long it truly is."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import av
import av.error
from av.stream import Disposition

from desktop_app.audio.containers import mpeg
from desktop_app.audio.ending import ending
from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import AudioFacts, Chapter, Ending

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from av.audio.stream import AudioStream
    from av.container import InputContainer

READABLE = "mp3,ogg,mov,wav,w64,flac,aac,aiff,asf,matroska,amr,ac3,caf,au,ape,wv"
"""The demuxers that may look at a file: containers of sound, and none that opens further files
or addresses on a file's word, as playlists do."""

_SOUND_BEGINS = re.compile(
    rb"ID3|\xff[\xe0-\xff]|OggS|fLaC|RIFF|FORM|\x1aE\xdf\xa3|.{4}(ftyp|moov|mdat)|\x30\x26\xb2\x75",
    re.DOTALL,
)
_PAGE_BEGINS = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|\?xml)", re.IGNORECASE)
_PADDING = 0.1
"""Seconds by which an encoder's own padding may make the packets longer than the sound."""

_OPUS_RATE = 48_000
"""Samples a second by which Opus counts, whatever it was made from (RFC 7845, 4)."""

_TRUE = frozenset({"mp3", "ogg", "mov,mp4,m4a,3gp,3g2,mj2", "flac", "wav", "aiff", "w64", "caf"})
"""The demuxers that give the header's duration as it is, without estimating it."""


def probe(path: str, *, digest: bool = False) -> AudioFacts:
    """Return codec, true duration, tags, chapters and ending of the file at ``path``.

    The duration is counted from the packets, without decoding: headers of MP3s in the wild
    are missing, estimated from one frame's bit rate, or left over from before a cut, and a
    download that broke off still carries the header of the whole. An hour takes about half
    a second; only a header that agrees with the bytes that are there is believed at once.
    ``digest``: with a digest of the sound, which is made of the same packets.

    Raises:
        KnownError: The file is missing, empty, not audio, or too damaged to play.
    """
    head = _head(path)
    ends = ending(path)
    content = None
    try:
        with open_audio(path) as container:
            stream = _audio_stream(container, path, head)
            duration = 0.0 if digest else _duration(path, container, stream, ends)
            if not duration:
                duration, content = _counted(container, stream)
            if duration <= 0 or not stream.codec_context.sample_rate:
                raise _unreadable(path, head)
            tags = _lowered(stream.metadata) | _lowered(container.metadata)
            chapters = _chapters(container, duration)
            codec = stream.codec_context.codec.canonical_name
            picture = any(
                bool(each.disposition & Disposition.attached_pic)
                for each in container.streams.video
            )
    except (av.error.FFmpegError, OSError) as error:
        raise _unreadable(path, head) from error
    return AudioFacts(
        duration=duration,
        codec=codec,
        title=_text(tags, "title"),
        artist=_text(tags, "artist", "album_artist", "author"),
        album=_text(tags, "album"),
        track=_number(tags, "track", "tracknumber"),
        disc=_number(tags, "disc", "discnumber"),
        year=_year(tags),
        comment=_text(tags, "comment", "description", "synopsis"),
        chapters=chapters,
        content=content if digest else None,
        picture=picture,
        ending=ends,
    )


def open_audio(path: str) -> InputContainer:
    """Open a file of unknown origin so that it can neither name other files nor addresses.

    Raises:
        av.error.FFmpegError: No demuxer of sound can read it.
    """
    return av.open(
        f"file:{path}",
        mode="r",
        container_options={"format_whitelist": READABLE, "protocol_whitelist": "file"},
        metadata_errors="replace",
    )


def _head(path: str) -> bytes:
    """Return the first bytes, enough to tell a web page from sound."""
    try:
        with Path(path).open("rb") as file:
            head = file.read(512)
    except FileNotFoundError as error:
        raise KnownError(
            "The recording is not there",
            f"there is no file {Path(path).name}",
            "It may have been moved or deleted; download it again.",
        ) from error
    except OSError as error:
        raise KnownError(
            f"{Path(path).name} cannot be opened",
            error.strerror or str(error),
            "Check the folder's permissions.",
        ) from error
    if not head:
        raise KnownError(
            f"{Path(path).name} cannot be played", "the file is empty", "Download it again."
        )
    return head


def _unreadable(path: str, head: bytes) -> KnownError:
    """Say why a file gives no sound, as well as its first bytes tell."""
    what = f"{Path(path).name} cannot be played"
    if _PAGE_BEGINS.match(head):
        why = "it is a web page that was saved under the name of a recording"
        return KnownError(what, why, "Open the talk's page; the site may ask you to sign in.")
    if _SOUND_BEGINS.match(head):
        return KnownError(what, "the recording is damaged or incomplete", "Download it again.")
    return KnownError(what, "it is not an audio file", "Choose a recording, such as an MP3.")


def _audio_stream(container: InputContainer, path: str, head: bytes) -> AudioStream:
    if not container.streams.audio:
        raise _unreadable(path, head)
    return container.streams.audio[0]


def _duration(path: str, container: InputContainer, stream: AudioStream, ends: Ending) -> float:
    """Return the true duration in seconds, 0 if only counting the packets can tell."""
    if ends is Ending.WHOLE:
        return _declared(container, stream)
    return _likelier(container, mpeg.seconds(path)) if container.format.name == "mp3" else 0.0


def _likelier(container: InputContainer, counted: float) -> float:
    """Return what the header says where it agrees but for padding: it knows the samples better."""
    declared = (container.duration or 0) / av.time_base
    return declared if counted - _PADDING <= declared <= counted else counted


def _declared(container: InputContainer, stream: AudioStream) -> float:
    """Return the seconds that a header gives that was found true, 0 if that must be counted.

    A film's, and those of two parts of a header that do not agree, must. Opus counts what a
    decoder throws away at the start ("pre-skip": RFC 7845, 5.1).
    """
    declared = (container.duration or 0) / av.time_base
    own = float((stream.duration or 0) * (stream.time_base or 0))
    if container.format.name not in _TRUE or abs(declared - own) > _PADDING:
        return 0.0
    head = stream.codec_context.extradata or b""
    unheard = int.from_bytes(head[10:12], "little") if head.startswith(b"OpusHead") else 0
    return declared - unheard / _OPUS_RATE


def _counted(container: InputContainer, stream: AudioStream) -> tuple[float, str]:
    """Count the packets and digest them; return seconds and 32 hex digits.

    Tags and pictures are in no packet of sound, so the digest outlives another title.
    """
    ticks, first = 0, None
    digest = hashlib.blake2b(digest_size=16)
    try:
        for packet in container.demux(stream):
            if first is None:
                first = packet.pts
            ticks += packet.duration or 0
            digest.update(packet)
    except av.error.FFmpegError:
        pass  # a damaged end: what came before it can be heard
    content = digest.hexdigest()
    if not stream.time_base:
        return 0.0, content
    counted = float((ticks + min(first or 0, 0)) * stream.time_base)
    return _likelier(container, counted), content


def _chapters(container: InputContainer, duration: float) -> tuple[Chapter, ...]:
    """Return the chapters that begin inside the sound, in order; unnamed ones get a number."""
    found = sorted(
        (float(each["start"] * each["time_base"]), _text(_lowered(each["metadata"]), "title"))
        for each in container.chapters()
        if each["time_base"]
    )
    return tuple(
        Chapter(max(start, 0.0), title or f"{number}")
        for number, (start, title) in enumerate(found, 1)
        if start < duration
    )


def _lowered(metadata: Mapping[str, str]) -> dict[str, str]:
    return {key.lower(): value for key, value in metadata.items()}


def _text(tags: Mapping[str, str], *names: str) -> str | None:
    """Return the first of the tags that says anything."""
    texts: Iterable[str] = (tags.get(name, "").replace("\0", " ").strip() for name in names)
    return next((text for text in texts if text), None)


def _number(tags: Mapping[str, str], *names: str) -> int | None:
    """Return the 3 of ``3`` or ``3/12``; 0 is what taggers write for unknown."""
    match = re.match(r"0*([1-9]\d{0,3})\b", _text(tags, *names) or "")
    return int(match[1]) if match else None


def _year(tags: Mapping[str, str]) -> int | None:
    """Return the year of ``2009``, ``2009-05-15`` or ``15.05.2009`` if speech was recorded then."""
    match = re.search(r"(?<!\d)(19|20)\d\d(?!\d)", _text(tags, "date", "year", "tyer") or "")
    return int(match[0]) if match else None

"""Tell sound from everything else by its first bytes, whatever a server calls it."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from desktop_app.audio.containers.frames import frame_at

HEAD = 16_384
"""Bytes that are looked at; MP3s with that much junk in front have been met, none with more."""

EXTENSIONS = {
    "audio/mpeg": ".mp3",
    "audio/mp3": ".mp3",
    "audio/x-mp3": ".mp3",
    "audio/aac": ".aac",
    "audio/aacp": ".aac",
    "audio/mp4": ".m4a",
    "audio/m4a": ".m4a",
    "audio/x-m4a": ".m4a",
    "audio/x-m4b": ".m4b",
    "video/mp4": ".mp4",
    "video/x-m4v": ".mp4",
    "video/quicktime": ".mov",
    "audio/ogg": ".ogg",
    "audio/opus": ".opus",
    "application/ogg": ".ogg",
    "audio/flac": ".flac",
    "audio/x-flac": ".flac",
    "audio/wav": ".wav",
    "audio/x-wav": ".wav",
    "audio/vnd.wave": ".wav",
    "audio/aiff": ".aiff",
    "audio/x-aiff": ".aiff",
    "audio/x-ms-wma": ".wma",
    "video/x-ms-asf": ".wma",
    "audio/webm": ".webm",
    "video/webm": ".webm",
    "audio/x-matroska": ".mka",
    "video/x-matroska": ".mkv",
    "audio/amr": ".amr",
    "audio/basic": ".au",
    "audio/x-pn-realaudio": ".ra",
}
KNOWN = frozenset(EXTENSIONS.values()) | {".oga", ".aif", ".m4v", ".asf", ".rm", ".caf"}

_MAGIC = (
    (0, b"ID3", ".mp3"),
    (0, b"fLaC", ".flac"),
    (8, b"WAVE", ".wav"),
    (8, b"AIFF", ".aiff"),
    (8, b"AIFC", ".aiff"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", ".wma"),
    (0, b"#!AMR", ".amr"),
    (0, b".snd", ".au"),
    (0, b".ra\xfd", ".ra"),
    (0, b".RMF", ".ra"),
    (0, b"caff", ".caf"),
)
_ATOMS = frozenset({b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot"})
_BRANDS = {b"M4A ": ".m4a", b"M4B ": ".m4b", b"M4P ": ".m4a", b"qt  ": ".mov"}


def looks_like_audio(first_bytes: bytes) -> bool:
    """Return whether a file that begins so is sound, or a film with sound, that we can play."""
    return audio_extension(first_bytes) is not None


def audio_extension(first_bytes: bytes) -> str | None:
    """Return the extension that fits the bytes (".mp3"), or None if they are no sound.

    The more of the first HEAD bytes there are, the surer the answer.
    """
    for offset, magic, extension in _MAGIC:
        if first_bytes.startswith(magic, offset):
            return extension
    if first_bytes.startswith(b"OggS"):
        return ".opus" if b"OpusHead" in first_bytes[:64] else ".ogg"
    if first_bytes.startswith(b"\x1a\x45\xdf\xa3"):
        return ".webm" if b"webm" in first_bytes[:64] else ".mka"
    if first_bytes[4:8] in _ATOMS:
        return _BRANDS.get(first_bytes[8:12], ".mp4") if first_bytes[4:8] == b"ftyp" else ".mov"
    if page_reason(first_bytes):
        return None
    return _frames(first_bytes[:HEAD])


def _frames(head: bytes) -> str | None:
    """Find two frames of MPEG audio or ADTS that follow each other."""
    at = head.find(b"\xff")
    while 0 <= at <= len(head) - 7:
        frame = frame_at(head, at)
        if frame and _repeats(head, at, frame.size):
            return ".mp3" if frame.side else ".aac"
        at = head.find(b"\xff", at + 1)
    return None


def _repeats(head: bytes, at: int, size: int) -> bool:
    following = head[at + size : at + size + 2]
    if len(following) < 2:
        return at == 0
    return following[0] == 0xFF and following[1] & 0xFE == head[at + 1] & 0xFE


def page_reason(first_bytes: bytes) -> str | None:
    """Return what was sent instead of sound, in plain words, or None if it is no text.

    Meant for what hotels' sign-in pages, "not found" pages and broken servers send with 200.
    """
    text = first_bytes[:1024].removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n\x00").lower()
    if text.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<script", b"<!--")):
        return "the server sent a web page instead of the recording"
    if text.startswith((b"<?xml", b"<rss", b"<feed", b"<error")):
        return "the server sent a message (XML) instead of the recording"
    if text.startswith((b'{"', b"{\n", b"{ ", b"{}", b"[{")):
        return "the server sent a message (JSON) instead of the recording"
    if text.startswith(b"%pdf-"):
        return "the server sent a PDF document instead of the recording"
    if text and all(32 <= byte < 127 or byte in b"\t\r\n\x1b" for byte in text):
        return "the server sent text instead of the recording"
    return None


def extension(first_bytes: bytes = b"", content_type: str | None = None, url: str = "") -> str:
    """Return the extension a file should bear: by its bytes, its type, its address, ".mp3"."""
    told = audio_extension(first_bytes)
    if told:
        return told
    named = EXTENSIONS.get((content_type or "").partition(";")[0].strip().lower())
    if named:
        return named
    try:
        suffix = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    except ValueError:
        suffix = ""
    return suffix if suffix in KNOWN else ".mp3"

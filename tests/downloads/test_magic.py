"""Sound or not, by the first bytes."""

from __future__ import annotations

import hashlib

import pytest

from desktop_app.downloads.magic import HEAD, audio_extension, extension, page_reason

REST = bytes(64)
NOISE = hashlib.shake_128(b"noise").digest(6000).replace(b"\xff", b"\x00")


def mp3(header: str, size: int) -> bytes:
    """Return two frames of that header, each ``size`` bytes with it."""
    return (bytes.fromhex(header) + bytes(size - 4)) * 2


def adts(size: int) -> bytes:
    fields = bytes(
        [0xFF, 0xF1, 0x50, 0x80 | size >> 11, size >> 3 & 255, (size & 7) << 5 | 31, 0xFC]
    )
    return (fields + bytes(size - 7)) * 2


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"ID3\x04" + REST, ".mp3"),
        (mp3("fffb9000", 417), ".mp3"),
        (mp3("fffb9200", 418), ".mp3"),
        (mp3("fff38000", 208), ".mp3"),
        (mp3("ffe34000", 208), ".mp3"),
        (mp3("fffd8000", 417), ".mp3"),
        (mp3("fffb9000", 417)[:417], ".mp3"),
        (bytes(3000) + mp3("fffb9000", 417), ".mp3"),
        (NOISE + mp3("fff38000", 208), ".mp3"),
        (adts(371), ".aac"),
        (b"\x00\x00\x00\x20ftypM4A \x00" + REST, ".m4a"),
        (b"\x00\x00\x00\x20ftypM4B \x00" + REST, ".m4b"),
        (b"\x00\x00\x00\x20ftypisom\x00" + REST, ".mp4"),
        (b"\x00\x00\x00\x14ftypqt  \x00" + REST, ".mov"),
        (b"\x00\x00\x4e\x20moov\x00" + REST, ".mov"),
        (b"OggS\x00\x02" + REST + b"\x01vorbis", ".ogg"),
        (b"OggS\x00\x02" + bytes(22) + b"OpusHead" + REST, ".opus"),
        (b"fLaC\x00" + REST, ".flac"),
        (b"RIFF\x24\x00\x00\x00WAVEfmt " + REST, ".wav"),
        (b"FORM\x00\x00\x00\x24AIFFCOMM" + REST, ".aiff"),
        (b"FORM\x00\x00\x00\x24AIFCFVER" + REST, ".aiff"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11" + REST, ".wma"),
        (b"\x1a\x45\xdf\xa3\x01\x42\x82\x84webm" + REST, ".webm"),
        (b"\x1a\x45\xdf\xa3\x01\x42\x82\x88matroska" + REST, ".mka"),
        (b"#!AMR\n" + REST, ".amr"),
        (b"", None),
        (b"\xff\xfb", None),
        (bytes(HEAD), None),
        (b"\xff" * HEAD, None),
        (NOISE, None),
        (NOISE + b"\xff\xfb\x90\x00" + NOISE, None),
        (bytes(HEAD) + mp3("fffb9000", 417), None),
        (b"RIFF\x24\x00\x00\x00AVI LIST" + REST, None),
        (b"\x89PNG\r\n\x1a\n" + REST, None),
        (b"PK\x03\x04" + REST, None),
        (b"<html>" + mp3("fffb9000", 417), None),
    ],
)
def test_audio_extension(head: bytes, expected: str | None) -> None:
    assert audio_extension(head) == expected


def test_noise_is_never_taken_for_sound() -> None:
    heads = (hashlib.shake_128(bytes([seed])).digest(HEAD) for seed in range(200))
    assert not any(audio_extension(head) for head in heads)


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (b"<!DOCTYPE html><html>", "web page"),
        (b"\xef\xbb\xbf\r\n  <HTML lang='en'>", "web page"),
        (b"<!-- moved --><html>", "web page"),
        (b"<?xml version='1.0'?><Error/>", "XML"),
        (b"<rss version='2.0'>", "XML"),
        (b'{"message": "gone"}', "JSON"),
        (b'[{"a": 1}]', "JSON"),
        (b"%PDF-1.7\n", "PDF"),
        (b"Not found\n", "text"),
        (b"ID3\x04\x00", None),
        (b"\xff\xfb\x90\x00", None),
        (b"", None),
    ],
)
def test_page_reason(head: bytes, word: str | None) -> None:
    reason = page_reason(head)
    assert reason is None if word is None else word in (reason or "")


@pytest.mark.parametrize(
    ("head", "kind", "url", "expected"),
    [
        (b"fLaC" + REST, "audio/mpeg", "http://x/a.mp3", ".flac"),
        (b"", "audio/x-m4a; charset=binary", "http://x/a.mp3", ".m4a"),
        (b"", "AUDIO/MP4", "", ".m4a"),
        (b"", "application/octet-stream", "http://x/a%20b.OGG?t=1#f", ".ogg"),
        (b"", None, "http://x/talk.php?file=a.ogg", ".mp3"),
        (b"", None, "http://[bad", ".mp3"),
        (b"", None, "", ".mp3"),
    ],
)
def test_extension(head: bytes, kind: str | None, url: str, expected: str) -> None:
    assert extension(head, kind, url) == expected

"""How a recording ends: cut ones of every format are seen, whole ones never taken for cut."""

from __future__ import annotations

import functools
import struct
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio.ending import ending
from desktop_app.base.parsed import Ending
from tests.support import sound

if TYPE_CHECKING:
    from collections.abc import Callable

WHOLE, OPEN, FRAYED, CUT = Ending.WHOLE, Ending.OPEN, Ending.FRAYED, Ending.CUT

BARE = {"write_xing": "0", "id3v2_version": "0"}
FRAGMENTS = {"movflags": "empty_moov+frag_keyframe", "frag_duration": "1000000"}
FORMATS: dict[str, tuple[str, str, dict[str, str], Ending]] = {
    "header.mp3": ("mp3", "libmp3lame", {}, WHOLE),
    "id3v1.mp3": ("mp3", "libmp3lame", {"write_id3v1": "1"}, WHOLE),
    "bare.mp3": ("mp3", "libmp3lame", BARE, OPEN),
    "layer2.mp2": ("mp2", "mp2", {}, OPEN),
    "adts.aac": ("adts", "aac", {}, OPEN),
    "moov-last.m4a": ("ipod", "aac", {}, WHOLE),
    "moov-first.m4a": ("ipod", "aac", {"movflags": "+faststart"}, WHOLE),
    "fragments.mp4": ("mp4", "aac", FRAGMENTS, WHOLE),
    "opus.opus": ("ogg", "libopus", {}, WHOLE),
    "flac.flac": ("flac", "flac", {}, WHOLE),
    "flac.oga": ("ogg", "flac", {}, WHOLE),
    "wave.wav": ("wav", "pcm_s16le", {}, WHOLE),
    "wave.w64": ("w64", "pcm_s16le", {}, WHOLE),
    "iff.aiff": ("aiff", "pcm_s16be", {}, WHOLE),
    "core.caf": ("caf", "pcm_s16le", {}, WHOLE),
    "sun.au": ("au", "pcm_s16be", {}, WHOLE),
    "windows.wma": ("asf", "wmav2", {}, WHOLE),
    "webm.webm": ("webm", "libopus", {}, WHOLE),
    "live.webm": ("webm", "libopus", {"live": "1"}, OPEN),
    "aac.mka": ("matroska", "aac", {}, WHOLE),
}
"""Name → container, codec, options of the muxer, and what a whole file says."""

VBR = {"vbr.mp3": (True, WHOLE), "cbr.mp3": (False, WHOLE)}
ALL = [*FORMATS, *VBR]


def says(content: bytes) -> Ending:
    """Return the ending of a file with that content."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()
        return ending(file.name)


@functools.cache
def recording(name: str) -> bytes:
    """Return a whole recording of that name's format, some seconds long."""
    samples = sound.speech_like(8.3)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        if name in VBR:
            return sound.save(path, samples, vbr=VBR[name][0], tags={"title": "T"}).read_bytes()
        form, codec, options, _ = FORMATS[name]
        with av.open(str(path), "w", format=form, options=options) as container:
            stream = container.add_stream(codec, rate=sound.RATE, layout="mono")
            assert isinstance(stream, av.AudioStream)
            stream.bit_rate = 32_000
            container.metadata["title"] = "Talk"
            frame = av.AudioFrame.from_ndarray(samples[np.newaxis, :], "fltp", "mono")
            frame.sample_rate, frame.pts = sound.RATE, 0
            for part in (frame, None):
                container.mux(stream.encode(part))
        return path.read_bytes()


def expected(name: str) -> Ending:
    return VBR[name][1] if name in VBR else FORMATS[name][3]


@pytest.mark.parametrize("name", ALL)
def test_whole_recordings(name: str) -> None:
    assert says(recording(name)) is expected(name)


JUNK: dict[str, bytes] = {
    "a line": b"\r\n",
    "padding": bytes(100),
    "much padding": bytes(5000),
    "ID3v1": b"TAG".ljust(128, b"\0"),
    "an error of the server's": b"<html><body>Fatal error: out of memory</body></html>",
    "noise": np.random.default_rng(3).bytes(300),
}


@pytest.mark.parametrize("junk", JUNK)
@pytest.mark.parametrize("name", ALL)
def test_something_behind_the_end_cuts_nothing(name: str, junk: str) -> None:
    assert says(recording(name) + JUNK[junk]) is not CUT


@pytest.mark.parametrize("name", ALL)
def test_cut_anywhere(name: str) -> None:
    """A headerless one that is cut between two frames cannot be told from a whole one."""
    whole = recording(name)
    places = np.random.default_rng(len(whole)).integers(len(whole) // 20, len(whole), 60)
    told = [says(whole[:place]) for place in places]
    assert WHOLE not in told
    assert told.count(OPEN) <= (0 if expected(name) is WHOLE else 2)


@pytest.mark.parametrize("name", ALL)
def test_the_last_bytes_are_missed_too(name: str) -> None:
    whole = recording(name)
    tag = 128 if name == "id3v1.mp3" else 0
    for missing in (1, 2, 9, 50, 120):
        if missing < tag - 2 or not tag:
            assert says(whole[:-missing]) in {CUT, FRAYED}, missing


def test_half_of_a_recording_with_a_header_is_cut_and_not_only_frayed() -> None:
    for name in ALL:
        if expected(name) is WHOLE:
            whole = recording(name)
            assert says(whole[: len(whole) // 2]) is CUT, name


def ape(items: int, *, header: bool = True) -> bytes:
    """Return an APEv2 tag (wiki.hydrogenaud.io, APEv2 specification)."""
    body = b"".join(struct.pack("<II", 40, 0) + b"Item%d\0" % n + b"x" * 40 for n in range(items))
    ends = [
        b"APETAGEX" + struct.pack("<IIII8x", 2000, len(body) + 32, items, flags)
        for flags in (0xA0000000, 0x80000000 if header else 0)
    ]
    return (ends[0] if header else b"") + body + ends[1]


def lyrics(words: int) -> bytes:
    """Return a Lyrics3 v2 tag (id3.org, Lyrics3v2)."""
    text = b"LYRICSBEGININD0000200LYR%05d" % words + b"w" * words
    return text + b"%06dLYRICS200" % len(text)


OLD_LYRICS = b"LYRICSBEGIN" + b"w" * 5000 + b"LYRICSEND"
ID3V1 = b"TAG".ljust(128, b"\0")
APPENDED = b"ID3\x04\0\x10\0\0\x40\0" + bytes(8192) + b"3DI\x04\0\x10\0\0\x40\0"


def id3v2(size: int) -> bytes:
    """Return an ID3v2.3 tag that is nothing but padding."""
    return b"ID3\x03\0\0" + bytes(size >> shift & 127 for shift in (21, 14, 7, 0)) + bytes(size)


@pytest.mark.parametrize("sound_of", ["bare.mp3", "cbr.mp3", "vbr.mp3"])
@pytest.mark.parametrize(
    "tag",
    [
        ID3V1,
        ape(100),
        ape(100, header=False),
        lyrics(9000),
        OLD_LYRICS,
        APPENDED,
        ape(3) + ID3V1,
        lyrics(20) + ID3V1,
        ape(100) + lyrics(9000) + ID3V1,
        b"no sizeLYRICS200",
    ],
)
def test_tags_behind_the_sound(sound_of: str, tag: bytes) -> None:
    assert says(id3v2(3000) + recording(sound_of) + tag) is expected(sound_of)


@pytest.mark.parametrize("sound_of", ["bare.mp3", "cbr.mp3"])
@pytest.mark.parametrize("tag", [ape(9), lyrics(700), ape(3) + ID3V1, lyrics(20) + ID3V1])
def test_tags_that_broke_off(sound_of: str, tag: bytes) -> None:
    for missing in (1, 30, 100):
        assert says((recording(sound_of) + tag)[:-missing]) is CUT, missing


def test_a_cut_is_not_hidden_by_a_tag_before_the_sound() -> None:
    whole = id3v2(5000) + recording("cbr.mp3")
    assert says(whole[:-5010]) is CUT
    assert says(whole[:2000]) is CUT


def test_recordings_joined_to_one_are_judged_by_their_last_frames() -> None:
    joined = recording("cbr.mp3") + recording("vbr.mp3")
    assert says(joined) is OPEN
    assert says(joined[:-50]) is FRAYED


def test_a_header_of_the_time_before_it_was_shortened_is_believed() -> None:
    frames = recording("cbr.mp3")
    assert says(frames[: len(frames) // 3]) is CUT


def xing(*, size: int | None, count: int | None, vbri: bool = False) -> bytes:
    """Return a first frame (MPEG 2 Layer III, 32 kbit/s, 16 kHz, mono) that tells of the others."""
    frame = bytearray(144)
    frame[:4] = b"\xff\xf3\x48\xc0"
    if vbri:
        frame[36:54] = b"VBRI" + bytes(6) + struct.pack(">II", size or 0, count or 0)
        return bytes(frame)
    fields = [n for n in (count, size) if n is not None]
    flags = (count is not None) + 2 * (size is not None)
    note = b"Xing" + struct.pack(f">I{len(fields)}I", flags, *fields)
    frame[13 : 13 + len(note)] = note
    return bytes(frame)


PLAIN = xing(size=None, count=None)


@pytest.mark.parametrize(
    ("head", "there", "says_what"),
    [
        (xing(size=144 * 101, count=100), 100, WHOLE),
        (xing(size=144 * 100, count=100), 100, WHOLE),
        (xing(size=144 * 101, count=100), 99, OPEN),
        (xing(size=144 * 101, count=100), 50, CUT),
        (xing(size=144 * 101, count=100), 200, OPEN),
        (xing(size=144 * 101, count=None), 100, OPEN),
        (xing(size=None, count=100), 100, OPEN),
        (xing(size=144 * 101, count=100, vbri=True), 100, WHOLE),
        (xing(size=144 * 101, count=100, vbri=True), 60, CUT),
        (xing(size=4, count=4_000_000), 100, OPEN),
        (PLAIN, 100, OPEN),
    ],
)
def test_what_the_first_frame_tells(head: bytes, there: int, says_what: Ending) -> None:
    assert says(head + PLAIN * there) is says_what


def test_as_many_bytes_as_promised_but_no_sound_in_them() -> None:
    whole = recording("cbr.mp3")
    assert says(whole[:4000] + bytes(len(whole) - 4000)) is FRAYED


def test_a_radio_stream_promises_nothing() -> None:
    whole = bytearray(recording("opus.opus"))
    whole[whole.rindex(b"OggS") + 5] &= ~4
    assert says(bytes(whole)) is FRAYED


def test_one_ogg_behind_the_other_is_none_that_was_promised() -> None:
    assert says(recording("opus.opus") + recording("flac.oga")) is OPEN


def test_sizes_that_nobody_filled_in() -> None:
    wav = bytearray(recording("wave.wav"))
    at = wav.index(b"data") + 4
    for unknown in (b"\xff\xff\xff\xff", bytes(4)):
        wav[at : at + 4] = unknown
        assert says(bytes(wav)) is OPEN
    au = bytearray(recording("sun.au"))
    au[8:12] = b"\xff\xff\xff\xff"
    assert says(bytes(au)) is OPEN


def test_an_mp4_without_its_table_is_cut_wherever_it_ends() -> None:
    whole = recording("moov-last.m4a")
    assert says(whole[: whole.index(b"moov") - 4]) is CUT
    first = recording("moov-first.m4a")
    assert says(first[: first.index(b"mdat") - 4]) is CUT


def test_an_mp4_whose_sound_goes_on_to_the_end_promises_nothing() -> None:
    first = bytearray(recording("moov-first.m4a"))
    at = first.index(b"mdat") - 4
    first[at : at + 4] = bytes(4)
    assert says(bytes(first)) is OPEN
    assert says(bytes(first[:28] + first[at:])) is CUT


def test_a_flac_of_many_frames_and_one_with_padding(tmp_path: Path) -> None:
    path = tmp_path / "long.flac"
    with av.open(str(path), "w") as container:
        stream = container.add_stream("flac", rate=8000, layout="mono")
        assert isinstance(stream, av.AudioStream)
        samples = np.zeros((1, 8000 * 100), np.int16)
        frame = av.AudioFrame.from_ndarray(samples, "s16", "mono")
        frame.sample_rate, frame.pts = 8000, 0
        container.mux([*stream.encode(frame), *stream.encode(None)])
    whole = path.read_bytes()
    assert says(whole) is WHOLE
    assert says(whole + bytes(500)) is WHOLE
    assert says(whole[: len(whole) * 9 // 10]) is CUT


NONSENSE: list[Callable[[], bytes]] = [
    lambda: b"",
    lambda: b"\xff",
    lambda: b"ID3",
    lambda: b"Not found.\n",
    lambda: bytes(100_000),
    lambda: b"\xff" * 70_000,
    lambda: b"TAG",
    lambda: b"OggS",
    lambda: b"OggS" * 40_000,
    lambda: b"fLaC" + bytes(50),
    lambda: b"\x1a\x45\xdf\xa3" + b"\xff" * 300,
    lambda: b"RIFF\0\0\0\0WAVE",
    lambda: b"\0\0\0\0ftyp" + bytes(30),
    lambda: b"#!AMR\n" + bytes(300),
    lambda: b"APETAGEX" + b"\xff" * 24,
]


@pytest.mark.parametrize("number", range(len(NONSENSE)))
def test_nonsense_never_raises_nor_passes_for_whole(number: int) -> None:
    assert says(NONSENSE[number]()) is not WHOLE


def test_damaged_recordings_never_raise() -> None:
    chance = np.random.default_rng(4)
    for name in ALL:
        for _ in range(20):
            content = np.frombuffer(recording(name), np.uint8).copy()
            content[chance.integers(0, 300, 20)] = chance.integers(0, 256, 20)
            says(content[: chance.integers(1, len(content))].tobytes())


def test_files_that_cannot_be_read_promise_nothing(tmp_path: Path) -> None:
    assert ending(str(tmp_path / "gone.mp3")) is OPEN
    assert ending(str(tmp_path)) is OPEN

"""The probe tells the truth about files of every kind, and about what is no audio at all."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio.measure import probe
from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import AudioFacts, Chapter, Ending
from tests.support import sound

if TYPE_CHECKING:
    from pathlib import Path

TAGS = {
    "title": "Schritt für Schritt",
    "artist": "Bob S.",
    "album": "Round-up",
    "track": "3/12",
    "disc": "2",
    "date": "1998-05-15",
    "comment": "Side A",
}
CHAPTERS = (Chapter(0.0, "Welcome; = and #"), Chapter(2.5, "Größe \\ 2"), Chapter(6.25, "Close"))


@pytest.mark.parametrize(
    ("name", "codec", "vbr"),
    [
        ("talk.wav", "pcm_s16le", False),
        ("cbr.mp3", "mp3", False),
        ("vbr.mp3", "mp3", True),
        ("talk.opus", "opus", False),
        ("talk.ogg", "opus", False),
        ("talk.m4a", "aac", False),
    ],
)
def test_codec_and_duration(tmp_path: Path, name: str, codec: str, vbr: bool) -> None:
    path = sound.save(tmp_path / name, sound.speech_like(7.3), vbr=vbr)
    facts = probe(str(path))
    assert facts.codec == codec
    assert facts.duration == pytest.approx(7.3, abs=0.002)


@pytest.mark.parametrize("name", ["t.mp3", "t.opus", "t.m4a"])
def test_tags_and_chapters(tmp_path: Path, name: str) -> None:
    path = sound.save(tmp_path / name, sound.tone(8), tags=TAGS, chapters=CHAPTERS)
    facts = probe(str(path), digest=True)
    assert facts.duration == pytest.approx(8, abs=0.002)
    assert facts == AudioFacts(
        duration=facts.duration,
        codec={"t.mp3": "mp3", "t.opus": "opus", "t.m4a": "aac"}[name],
        title="Schritt für Schritt",
        artist="Bob S.",
        album="Round-up",
        track=3,
        disc=2,
        year=1998,
        comment="Side A",
        chapters=CHAPTERS,
        content=facts.content,
        ending=Ending.WHOLE,
    )
    assert probe(str(path)) == replace(facts, content=None)


@pytest.mark.parametrize(
    ("tags", "track", "year"),
    [
        ({"track": "0/0", "date": "0000"}, None, None),
        ({"track": "07", "date": "15.05.2009"}, 7, 2009),
        ({"track": "A1", "date": "20090515"}, None, None),
        ({"track": " 12 of 14", "date": "1949?"}, 12, 1949),
        ({}, None, None),
    ],
)
def test_numbers_in_tags(
    tmp_path: Path, tags: dict[str, str], track: int | None, year: int | None
) -> None:
    facts = probe(str(sound.save(tmp_path / "t.opus", sound.tone(1), tags=tags)))
    assert (facts.track, facts.year) == (track, year)


def test_vbr_without_a_header_is_counted(tmp_path: Path) -> None:
    loud_then_quiet = np.concatenate((sound.noise(10, -10), sound.silence(50)))
    path = sound.save(tmp_path / "vbr.mp3", loud_then_quiet, vbr=True)
    with av.open(str(path)) as container:
        first = next(container.demux(audio=0)).pos
    assert first
    path.write_bytes(path.read_bytes()[first:])
    with av.open(str(path)) as container:
        assert container.duration
        assert abs(container.duration / av.time_base - 60) > 5, "else this test shows nothing"
    assert probe(str(path)).duration == pytest.approx(60, abs=0.2)


def test_a_header_that_promises_more_is_not_believed(tmp_path: Path) -> None:
    whole = sound.speech_bytes(60)
    cut = tmp_path / "cut.mp3"
    cut.write_bytes(whole[: len(whole) // 3])
    assert probe(str(cut)).duration == pytest.approx(20, abs=0.3)


@pytest.mark.parametrize(("suffix", "part"), [(".opus", 0.5), (".wav", 0.5), (".mp3", 0.9)])
def test_a_download_that_broke_off_is_as_long_as_it_is(
    tmp_path: Path, suffix: str, part: float
) -> None:
    whole = sound.tone_bytes(20, 440, suffix)
    cut = tmp_path / f"cut{suffix}"
    cut.write_bytes(whole[: int(len(whole) * part)])
    assert probe(str(cut)).duration == pytest.approx(20 * part, abs=1.1)


def test_two_recordings_in_one_file_are_both_counted(tmp_path: Path) -> None:
    path = tmp_path / "joined.mp3"
    path.write_bytes(sound.speech_bytes(10) + sound.speech_bytes(10, 2))
    assert probe(str(path)).duration == pytest.approx(20, abs=0.3)


@pytest.mark.parametrize(
    ("name", "vbr"),
    [("c.mp3", False), ("v.mp3", True), ("t.m4a", False), ("t.opus", False), ("t.wav", False)],
)
def test_a_header_that_was_found_true_says_what_counting_says(
    tmp_path: Path, name: str, vbr: bool
) -> None:
    path = sound.save(tmp_path / name, sound.speech_like(12.34), vbr=vbr)
    believed, counted = probe(str(path)), probe(str(path), digest=True)
    assert believed.duration == pytest.approx(counted.duration, abs=0.0005)
    assert (believed.ending, believed.content) == (Ending.WHOLE, None)
    assert counted.content


def test_frames_are_counted_as_packets_are(tmp_path: Path) -> None:
    """Longer than the pieces in which the frames are counted, with damage, tags and a torn end."""
    first, second = sound.speech_bytes(60), sound.speech_bytes(60, 2, vbr=True)
    random = np.random.default_rng(2)
    parts = {
        "joined": first * 6,
        "mixed": (first + second) * 3,
        "tags within": (first + id3(picture()) + second + b"TAG".ljust(128, b"\0")) * 2,
        "torn": (first * 6)[:-100],
        "damaged": first * 3 + random.bytes(3000) + first * 3,
        "holes": first * 2 + bytes(1_500_000) + second,
        "at a piece's end": first[: 1_048_576 % len(first)] + first * 3,
    }
    for name, content in parts.items():
        path = tmp_path / f"{name}.mp3"
        path.write_bytes(content)
        counted, packets = probe(str(path)), probe(str(path), digest=True)
        assert counted.ending is not Ending.WHOLE, name
        assert counted.duration == pytest.approx(packets.duration, abs=0.15), name


def test_a_film_is_as_long_as_its_sound(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"
    with av.open(str(path), "w") as container:
        pictures = container.add_stream("mpeg4", rate=1)
        pictures.width = pictures.height = 16
        pictures.pix_fmt = "yuv420p"
        voice = container.add_stream("aac", rate=sound.RATE)
        samples = sound.tone(2)[np.newaxis, :]
        frame = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
        frame.sample_rate = sound.RATE
        for _ in range(20):
            container.mux(pictures.encode(av.VideoFrame(16, 16, "yuv420p")))
        container.mux([*voice.encode(frame), *voice.encode(None), *pictures.encode(None)])
    facts = probe(str(path))
    assert facts.duration == pytest.approx(2, abs=0.1)
    assert facts.ending is Ending.WHOLE


PAGE = b"<!DOCTYPE html>\n<html><body>" + b"<p>Please sign in to go on.</p>" * 3000


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("empty.mp3", b"", "the file is empty"),
        ("page.mp3", PAGE, "web page"),
        ("page.mp3", b"\xef\xbb\xbf \n<HTML>" + PAGE, "web page"),
        ("text.mp3", b"Not found.\n", "not an audio file"),
        ("noise.mp3", np.random.default_rng(5).bytes(200_000), "not an audio file"),
        ("zeros.mp3", bytes(100_000), "not an audio file"),
        ("picture.mp3", b"\x89PNG\r\n\x1a\n" + bytes(200), "not an audio file"),
        ("list.m3u8", b"#EXTM3U\n#EXTINF:10,\nother.mp3\n", "not an audio file"),
        ("list.mp3", b"ffconcat version 1.0\nfile 'other.mp3'\n", "not an audio file"),
        ("header.mp3", sound.tone_bytes(5)[:40], "damaged"),
        ("header.ogg", sound.tone_bytes(5, 440, ".ogg")[:60], "damaged"),
        ("cut.m4a", sound.tone_bytes(5, 440, ".m4a")[:9000], "damaged"),
    ],
)
def test_what_is_no_recording_is_said_so(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    sound.tone_mp3(tmp_path / "other.mp3")
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(KnownError) as caught:
        probe(str(path))
    assert name in caught.value.what
    assert why in caught.value.why
    assert caught.value.what_next


def test_missing_files_and_folders(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="not there"):
        probe(str(tmp_path / "gone.mp3"))
    with pytest.raises(KnownError, match="cannot be opened"):
        probe(str(tmp_path))


@pytest.mark.parametrize("name", ["What is: a % talk?.mp3", "-.mp3", "http:x.mp3", "Größe 語.mp3"])
def test_names_are_only_names(tmp_path: Path, name: str) -> None:
    assert probe(str(sound.tone_mp3(tmp_path / name, 2))).duration == pytest.approx(2, abs=0.01)


def test_damage_in_the_middle_costs_only_itself(tmp_path: Path) -> None:
    whole = bytearray(sound.speech_bytes(30))
    whole[100_000:104_000] = b"\0" * 4000
    path = tmp_path / "damaged.mp3"
    path.write_bytes(whole)
    assert probe(str(path), digest=True).duration == pytest.approx(30, abs=1)
    assert probe(str(path)).duration == pytest.approx(30, abs=0.001), "nothing is counted"


def test_nothing_is_written_to_the_terminal(tmp_path: Path) -> None:
    whole = bytearray(sound.speech_bytes(10))
    whole[30_000:34_000] = np.random.default_rng(1).bytes(4000)
    path = tmp_path / "damaged.mp3"
    path.write_bytes(whole)
    code = "import sys; from desktop_app.audio.measure import probe; probe(sys.argv[1])"
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, check=True, timeout=60
    )
    assert (done.stdout, done.stderr) == (b"", b"")


def test_an_hour_is_counted_without_decoding(tmp_path: Path) -> None:
    minute = sound.tone_bytes(60, 300)
    path = tmp_path / "hour.mp3"
    path.write_bytes(minute * 60)
    began = time.process_time()
    assert probe(str(path)).duration == pytest.approx(3600, abs=10)
    assert time.process_time() - began < 5, "half a second is usual"


@pytest.mark.parametrize("name", ["t.mp3", "t.m4a", "t.ogg", "t.opus", "t.wav"])
def test_other_tags_do_not_change_the_digest(tmp_path: Path, name: str) -> None:
    plain = sound.save(tmp_path / "a" / name, sound.tone(3))
    tagged = sound.save(tmp_path / "b" / name, sound.tone(3), tags={**TAGS, "title": "Of " * 999})
    other = sound.save(tmp_path / "c" / name, sound.tone(3, 441))
    one, same, another = (probe(str(path), digest=True).content for path in (plain, tagged, other))
    assert one == same != another


def test_tags_before_and_behind_an_mp3(tmp_path: Path) -> None:
    path = sound.tone_mp3(tmp_path / "t.mp3", 3)
    before = probe(str(path), digest=True)
    path.write_bytes(id3(picture()) + path.read_bytes() + b"TAG".ljust(128, b"\0"))
    after = probe(str(path), digest=True)
    assert before.content == after.content is not None
    assert (before.picture, after.picture) == (False, True)


def id3(frame: bytes) -> bytes:
    """Return an ID3v2.3 tag with one frame (id3.org, id3v2.3.0, section 3.1)."""
    size = len(frame)
    return b"ID3\x03\0\0" + bytes((size >> shift) & 127 for shift in (21, 14, 7, 0)) + frame


def picture() -> bytes:
    """Return an APIC frame with a small PNG (section 4.15)."""
    with io.BytesIO() as file:
        with av.open(file, "w", format="image2pipe") as container:
            stream = container.add_stream("png", rate=1)
            stream.width = stream.height = 8
            stream.pix_fmt = "rgb24"
            frame = av.VideoFrame(8, 8, "rgb24")
            for packet in (*stream.encode(frame), *stream.encode(None)):
                container.mux(packet)
        body = b"\0image/png\0\x03\0" + file.getvalue()
    return b"APIC" + struct.pack(">IH", len(body), 0) + body

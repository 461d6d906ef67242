"""Speech that was damaged on purpose comes out better, and the same whoever interrupts it."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import av
import numpy as np
import pytest

from desktop_app.audio import encode, restore
from desktop_app.audio.examine import examine
from desktop_app.audio.measure import probe
from desktop_app.audio.remedy import faults
from desktop_app.audio.restore import restore_some
from desktop_app.audio.survey import survey
from desktop_app.base.errors import KnownError, NoRoomError
from desktop_app.base.parsed import Chapter
from desktop_app.base.tape import Fault
from tests.support import damage, judged, sound

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.base.tape import Restored, Tape
    from tests.support.judged import Samples

real = pytest.mark.skipif(not damage.there(), reason="Debian's codec2-examples is not installed")


def restored(
    source: Path, tape: Tape | None = None, seconds: float = 60.0
) -> tuple[Path, Restored]:
    """Restore ``source``; return the file and what is said of it."""
    tape = tape or examine(str(source))
    target = source.with_name("restored.opus")
    while True:
        done = restore_some(str(source), str(target), str(source.parent / "work"), tape, seconds)
        if done.result is not None:
            return target, done.result


@pytest.mark.parametrize("suffix", [".wav", ".mp3", ".m4a", ".opus"])
@pytest.mark.parametrize(("rate", "sides"), [(16_000, 1), (44_100, 2), (48_000, 1)])
def test_it_is_as_long_as_what_a_decoder_gives_to_the_sample(
    tmp_path: Path, suffix: str, rate: int, sides: int
) -> None:
    samples = np.resize(sound.speech_like(5.0123), round(5.0123 * rate))
    source = tmp_path / f"talk{suffix}"
    encode.write(str(source), np.stack([samples] * sides, axis=1), rate)
    with av.open(str(source)) as container:
        theirs = container.streams.audio[0].rate
    file, told = restored(source)
    expected = round(len(sound.decoded(source)) * encode.OPUS_RATE / theirs)
    assert len(sound.decoded(file)) == expected
    assert told.duration == pytest.approx(expected / encode.OPUS_RATE)
    assert told.size == file.stat().st_size


def test_a_sound_stays_at_its_place(tmp_path: Path) -> None:
    samples = sound.speech_like(40, -30)
    bright = sound.tone(0.1, 3000, -3)
    for at in (2, 19, 21, 38):
        samples[at * sound.RATE : at * sound.RATE + len(bright)] += bright
    file, _ = restored(sound.save(tmp_path / "talk.wav", samples))
    found = judged.heard(file)
    for at in (2, 19, 21, 38):
        near = found[at * sound.RATE - 400 : at * sound.RATE + 2000]
        matched = np.abs(
            np.convolve(near, np.exp(2j * np.pi * 3000 / sound.RATE * np.arange(1600)), "valid")
        )
        assert int(matched.argmax()) == pytest.approx(400, abs=16)


LONG = """
import sys
from desktop_app.audio.restore import restore_some
from desktop_app.audio.examine import examine
source, target, work = sys.argv[1:]
tape = examine(source)
while (done := restore_some(source, target, work, tape, 0.0)).result is None:
    print(done.share, flush=True)
"""


def begun(source: Path, steps: int) -> list[float]:
    """Restore in a process of its own and kill it after so many steps; return the shares told."""
    paths = [str(source), str(source.with_name("restored.opus")), str(source.parent / "work")]
    command = [sys.executable, "-c", LONG, *paths]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        shares = [float(process.stdout.readline()) for _ in range(steps)]
        process.send_signal(signal.SIGKILL)
    return shares


def test_whoever_is_killed_goes_on_and_the_same_comes_of_it(tmp_path: Path) -> None:
    """Four pieces: two steps are in the midst of them, five in the writing of the file."""
    samples = np.tile(sound.speech_like(13), 5) + sound.noise(65, -45)
    for name in ("whole", "killed"):
        sound.save(tmp_path / name / "talk.mp3", samples)
    tape = examine(str(tmp_path / "whole" / "talk.mp3"))
    whole, _ = restored(tmp_path / "whole" / "talk.mp3", tape)
    source = tmp_path / "killed" / "talk.mp3"
    kept: list[Path] = []
    for steps in (2, 5):
        times = [each.stat().st_mtime_ns for each in kept]
        shares = begun(source, steps)
        assert shares == sorted(shares)
        assert not source.with_name("restored.opus").exists()
        assert [each.stat().st_mtime_ns for each in kept] == times
        kept = sorted(source.parent.glob("work/*.npz"))
        assert len(kept) > len(times)
    killed, _ = restored(source, tape)
    assert killed.read_bytes() == whole.read_bytes()
    assert not (source.parent / "work").exists()
    assert not killed.with_name("restored.opus.part").exists()


def test_no_seam_is_heard_where_pieces_meet(tmp_path: Path) -> None:
    """A steady tone in hiss: at 20 s it neither jumps nor changes its level."""
    samples = sound.tone(30, 1000, -20) + sound.noise(30, -45)
    tape = replace(examine(str(sound.save(tmp_path / "talk.wav", samples))), speech=-20.0)
    tape = replace(tape, noise=-45.0)
    assert faults(tape) == (Fault.HISS,)
    file, _ = restored(tmp_path / "talk.wav", tape)
    found = judged.heard(file)
    turns = np.exp(-2j * np.pi * 1000 / sound.RATE * np.arange(len(found)))
    phases = (found * turns)[: len(found) // 160 * 160].reshape(-1, 160).mean(axis=1)
    jumps = np.abs(np.diff(phases))
    assert jumps[1990:2010].max() < 1.5 * np.percentile(jumps[200:-200], 99)
    assert abs(phases[1900:1990].mean() - phases[2010:2100].mean()) < 0.01 * abs(phases[2050])


def test_another_source_or_tape_begins_anew(tmp_path: Path) -> None:
    source = sound.save(tmp_path / "talk.wav", np.tile(sound.speech_like(20), 4))
    tape = examine(str(source))
    paths = (str(source), str(tmp_path / "restored.opus"), str(tmp_path / "work"))
    assert restore_some(*paths, tape, 0.0).result is None
    sound.save(source, sound.speech_like(3))
    _, told = restored(source, tape)
    assert told.duration == 3
    sound.save(source, np.tile(sound.speech_like(20), 4))
    assert restore_some(*paths, tape, 0.0).result is None
    first = (tmp_path / "work" / "0.npz").stat().st_mtime_ns
    assert restore_some(*paths, replace(tape, clicks=50.0), 0.0).result is None
    assert (tmp_path / "work" / "0.npz").stat().st_mtime_ns != first


def test_what_it_says_of_itself_is_kept(tmp_path: Path) -> None:
    source = tmp_path / "talk.m4a"
    chapters = (Chapter(0.0, "Welcome"), Chapter(2.5, "What it was like"))
    labels = {"title": "Surrender", "artist": "Nora J.", "album": "The Keeper", "date": "1984"}
    sound.save(source, sound.speech_like(5), tags=labels, chapters=chapters)
    file, _ = restored(source)
    facts = probe(str(file))
    assert (facts.title, facts.artist, facts.album, facts.year) == (
        "Surrender",
        "Nora J.",
        "The Keeper",
        1984,
    )
    assert facts.chapters == chapters


@pytest.mark.parametrize(
    "samples",
    [sound.silence(5), sound.silence(0.3), sound.noise(5, -50), sound.speech_like(0.2)],
    ids=["silence", "an instant of it", "noise", "an instant"],
)
def test_where_nobody_speaks_something_sensible_comes_of_it(
    tmp_path: Path, samples: Samples
) -> None:
    source = sound.save(tmp_path / "talk.wav", samples)
    file, told = restored(source)
    assert len(sound.decoded(file)) == 3 * len(samples)
    assert told.faults == ()


def test_what_is_damaged_is_silent_so_that_all_that_follows_keeps_its_time(tmp_path: Path) -> None:
    source = sound.save(tmp_path / "talk.opus", sound.speech_like(20))
    data = bytearray(source.read_bytes())
    middle = data.index(b"OggS", len(data) // 2)
    following = data.index(b"OggS", middle + 4)
    source.write_bytes(data[:middle] + data[following:])
    tape = examine(str(sound.save(tmp_path / "other.wav", sound.speech_like(20))))
    file, told = restored(source, tape)
    assert told.duration == pytest.approx(20, abs=0.1)
    whole = survey(str(file)).waveform
    assert whole.count(0) > 10


def test_what_gives_no_sound_is_said(tmp_path: Path) -> None:
    source = sound.save(tmp_path / "talk.wav", sound.speech_like(3))
    tape = examine(str(source))
    source.write_bytes(b"<html>")
    with pytest.raises(KnownError, match=r"talk\.wav cannot be restored: there is no sound"):
        restored(source, tape)
    source.unlink()
    with pytest.raises(KnownError, match=r"talk\.wav cannot be restored: No such file"):
        restored(source, tape)


def test_a_full_disk_is_said_before_anything_is_done(tmp_path: Path) -> None:
    source = sound.save(tmp_path / "talk.wav", sound.speech_like(3))
    tape = replace(examine(str(source)), duration=1e9)
    with pytest.raises(NoRoomError, match="There is no room"):
        restored(source, tape)
    assert not (tmp_path / "work").exists()


def test_a_target_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    source = sound.save(tmp_path / "talk.wav", sound.speech_like(3))
    target = str(tmp_path / "nowhere" / "restored.opus")
    with pytest.raises(KnownError, match="The restored recording cannot be written"):
        restore_some(str(source), target, str(tmp_path / "work"), examine(str(source)), 60)
    assert restore._runs == {}

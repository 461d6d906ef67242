"""An hour of talk examined, and eight hours: how many times as fast as they play, and the memory.

Goals: 60 times as fast on one core for an hour of MP3, at most 300 MB for eight. Counted are
seconds of one processor, in a process of its own, so that busy neighbours and further cores do not
matter. Beside us, in the same run: FFmpeg's own meters of loudness, peak and noise (``ebur128``,
``astats``) in one pass through PyAV, which know nothing of hum, clicks, bandwidth or sides; and
what the waveform and the loudness alone take.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from desktop_app.audio import encode
from tests.support import sound

RATE = 44_100
_MEASURED = """
import resource, sys
{body}
used = resource.getrusage(resource.RUSAGE_SELF)
with open("/proc/self/status") as file:  # ru_maxrss would be the parent's, where that is larger
    most = next(int(line.split()[1]) for line in file if line.startswith("VmHWM"))
print(used.ru_utime + used.ru_stime, most / 1000)
"""
_OURS = "from desktop_app.audio.examine import examine\nexamine(sys.argv[1])"
_PEER = """
import av
graph = av.filter.Graph()
def drain():
    while True:
        try:
            sink.pull()
        except (av.error.BlockingIOError, av.error.EOFError):
            return
with av.open(sys.argv[1]) as container:
    stream = container.streams.audio[0]
    source = graph.add_abuffer(template=stream)
    meters = graph.add("ebur128", "peak=true"), graph.add("astats")
    sink = graph.add("abuffersink")
    graph.link_nodes(source, *meters, sink).configure()
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:  # the joints between the minutes
            continue
        for frame in frames:
            source.push(frame)
        drain()
    source.push(None)
    drain()
"""
_SURVEY = "from desktop_app.audio.survey import survey\nsurvey(sys.argv[1])"


def main() -> None:
    """Make the recordings, examine them and print."""
    ways = {"ours": _OURS, "loudness alone": _SURVEY, "ebur128 + astats": _PEER}
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "talk.mp3"
        for sides, name in ((1, "mono"), (2, "stereo")):
            minute = _minute(Path(scratch) / "minute.mp3", sides)
            path.write_bytes(minute * 60)
            for way, body in ways.items():
                _report(f"1 h {name:6}  {way:16}", body, path, 1)
        with path.open("wb") as file:
            file.writelines(minute for _ in range(480))
        _report("8 h stereo  ours            ", _OURS, path, 8)


def _minute(path: Path, sides: int) -> bytes:
    """Return a minute of something like a voice on a hissing tape, 64 kbit/s for each side."""
    tape = sound.speech_like(60) + sound.noise(60, -50)
    times = np.arange(60 * RATE) / RATE
    samples = np.interp(times, np.arange(len(tape)) / sound.RATE, tape).astype(np.float32)
    if sides == 2:
        samples = np.stack((samples, np.roll(samples, 20) * np.float32(0.8)), axis=1)
    encode.write(str(path), samples, RATE, bit_rate=64_000 * sides)
    return path.read_bytes()


def _report(name: str, body: str, path: Path, hours: int) -> None:
    code = _MEASURED.format(body=body)
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", code, str(path)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    seconds, megabytes = map(float, done.stdout.split())
    times = 3600 * hours / seconds
    print(f"{name}  {times:5.0f} × real time ({seconds:.1f} s)  {megabytes:.0f} MB", flush=True)


if __name__ == "__main__":
    main()

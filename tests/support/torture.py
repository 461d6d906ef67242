"""Downloads that are killed again and again, from a server that does everything wrong by chance.

After every kill no file that bears its final name, and no row that says "downloaded", may be
anything but a recording that the server really had, whole. In the end, when the server is good
and nobody kills, everything must be there, exact, and nothing else.
"""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Self

from desktop_app.base.settings import Settings, save
from tests.support import faults
from tests.support.command import environment, hearthside
from tests.support.faults import Talk
from tests.support.server import Gate, Request, Server, static
from tests.support.sound import speech_bytes

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.server import Reply

HOSTS = ("127.0.0.1", "localhost")
BATCH = 8
_SECONDS = (14, 17, 20)
_CHANGED = 0.15
"""How likely a recording that is not here yet is replaced on the server between two runs."""

_GENTLE = 0.15
"""How likely a run is ended by Ctrl-C instead of SIGKILL."""


@dataclass(slots=True)
class Recording:
    """One talk on the server, and every version of it that there ever was, the newest last."""

    title: str
    versions: list[bytes]
    etag: str

    @property
    def now(self) -> bytes:
        """The version that the server has."""
        return self.versions[-1]


class Torture:
    """A home, a server and a seed that decides everything but the timing of processes."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.home = folder / "home"
        self.counts: Counter[str] = Counter()
        self._chance = random.Random(seed)  # noqa: S311 - to be had again
        self._server = Server()
        self._recordings: dict[str, Recording] = {}
        self._talks: list[Talk] = []
        self._gates: list[Gate] = []
        self._bad = True
        self._log = folder / "said.txt"
        self._seen: dict[tuple[str, int, int], bool] = {}

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.__exit__()

    def begin(self) -> None:
        """Subscribe."""
        self._publish()
        self._run("add", self._server.url("/feed.xml"))
        save(self.home / "settings.json", Settings(parallel_downloads=4))

    def kill_once(self) -> None:
        """Download, end that by SIGKILL at a moment that nobody knows, and look at what is left."""
        before, parts = len(self._server.requests), self._parts()
        with self._log.open("ab") as log:
            process = subprocess.Popen(
                self._command("download", "--new"),
                env=environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
            try:
                self._let_it_run(process, before)
            finally:
                self._end(process, before)
        while self._gates:
            self._gates.pop().set()
        self.counts["ends with bytes on the way"] += self._parts() != parts
        self.counts["requests"] += len(self._server.requests) - before
        self.check()
        self._change()

    def end(self) -> None:
        """Let the server be good, download once more, and see that everything is exact."""
        self._bad = False
        said = self._run("download", "--new")
        self.check()
        rows = self._rows()
        assert {row[0] for row in rows} == set(self._recordings), said
        assert {row[1] for row in rows} == {"downloaded"}, said
        for title, _, path, size in rows:
            exact = self._recordings[title].now
            assert size == len(exact)
            assert (self.home / "audio" / path).read_bytes() == exact, title
        files = [path for path in (self.home / "audio").rglob("*") if path.is_file()]
        assert len(files) == len(rows), files
        self.counts["files"] = len(files)
        self.counts["versions"] = sum(len(each.versions) for each in self._recordings.values())

    def check(self) -> None:
        """See that nothing is counted as done, by name or by row, that is not."""
        said = self._log.read_text() if self._log.exists() else ""
        assert "Traceback" not in said, said[-3000:]
        for path in (self.home / "audio").rglob("*.mp3"):
            title = path.stem.split(" ", 1)[1]
            assert self._is_whole(title, path), f"{path} is none that the server had"
        for title, state, file, _ in self._rows():
            if state == "downloaded":
                path = self.home / "audio" / file
                assert path.is_file(), f"{title} is counted as done, and not there"
                assert self._is_whole(title, path), f"{title} is counted as done, and is not"

    # --- inside -----------------------------------------------------------------------

    def _is_whole(self, title: str, path: Path) -> bool:
        status = path.stat()
        key = (str(path), status.st_mtime_ns, status.st_size)
        if key not in self._seen:
            self._seen[key] = path.read_bytes() in self._recordings[title].versions
        return self._seen[key]

    def _rows(self) -> list[tuple[str, str, str, int]]:
        with closing(sqlite3.connect(self.home / "library.sqlite")) as library:
            return library.execute(
                "SELECT e.title, d.state, d.path, d.size FROM downloads d"
                " JOIN episodes e ON e.id = d.episode_id"
            ).fetchall()

    def _parts(self) -> dict[str, int]:
        found = (self.home / "audio").rglob("*.part")
        return {path.name: path.stat().st_size for path in found}

    def _let_it_run(self, process: subprocess.Popen[bytes], before: int) -> None:
        """Wait a moment: mostly from its first request on, sometimes from its very start."""
        early = self._chance.random() < 0.1
        moment = self._chance.random() * (0.6 if early else 1.0)
        while not early and len(self._server.requests) == before and process.poll() is None:
            time.sleep(0.002)
        end = time.monotonic() + moment
        while time.monotonic() < end and process.poll() is None:
            time.sleep(0.002)

    def _end(self, process: subprocess.Popen[bytes], before: int) -> None:
        """Kill it, or sometimes press Ctrl-C, which goes to all its group."""
        gentle = len(self._server.requests) > before and self._chance.random() < _GENTLE
        if process.poll() is None and gentle:
            self.counts["interrupts"] += 1
            os.killpg(process.pid, signal.SIGINT)
            ended = process.wait(30)
            assert ended in {0, 1, 130, -signal.SIGINT}, ended  # the last: before Python had begun
        elif process.poll() is None:
            self.counts["kills"] += 1
            process.kill()
        process.wait()

    def _change(self) -> None:
        """Replace recordings that are not here, and publish new ones when few are missing."""
        here = {path.name for path in (self.home / "audio").rglob("*.mp3")}
        missing = [
            each for each in self._recordings.values() if f"2020-01-01 {each.title}.mp3" not in here
        ]
        parts = self._parts()
        for each in missing:
            came = parts.get(f"2020-01-01 {each.title}.mp3.part", 0)
            if came < len(each.now) and self._chance.random() < _CHANGED:
                each.versions.append(self._sound(len(self._talks) + len(each.versions)))
                if self._chance.random() < 0.8:  # some servers change a file and keep its ETag
                    each.etag = f'"{len(each.versions)}"'
        if len(missing) < BATCH // 2:
            self._publish()
            self._run("refresh")

    def _publish(self) -> None:
        for _ in range(BATCH):
            number = len(self._talks)
            title = f"Talk {number:03}"
            recording = Recording(title, [self._sound(number)], '"1"')
            self._recordings[title] = recording
            address = self._server.add(f"/{number}.mp3", partial(self._answer, recording))
            url = address.replace(HOSTS[0], HOSTS[number % 2])
            honest = number % 4 < 2
            seconds = _SECONDS[number % len(_SECONDS)]
            size = len(recording.now)
            self._talks.append(Talk(title, url, size, seconds) if honest else Talk(title, url))
        self._server.add("/feed.xml", faults.feed(self._talks))

    def _sound(self, number: int) -> bytes:
        """Return one of a few recordings; every other one has no count of its frames."""
        whole = speech_bytes(_SECONDS[number % len(_SECONDS)], number % 7)
        return whole if self._chance.random() < 0.5 else faults.headless(whole)

    def _answer(self, recording: Recording, request: Request) -> Reply:
        if not self._bad:
            return static(recording.now, etag=recording.etag)
        reply = faults.spoil(self._chance, recording.now, recording.etag, request)
        if reply.gate is not None:
            self._gates.append(reply.gate)
        drip = self._chance.choice((2048, 4096, 16_384))
        return replace(reply, piece=drip, pause=0.02)

    def _command(self, *arguments: str) -> list[str]:
        module = "tests.support.hurried"
        return [sys.executable, "-m", module, "--home", str(self.home), *arguments]

    def _run(self, *arguments: str) -> str:
        ran = hearthside(self.home, *arguments, module="tests.support.hurried")
        assert ran.status == 0, ran.err
        return ran.out + ran.err

"""A sound server of one's own, with a loudspeaker that nobody hears and an ear that notes all.

PulseAudio runs in a private folder with a null sink; what reaches the sink is recorded from its
monitor, moment by moment. ``environment`` makes libVLC and Qt play there::

    with SoundServer() as ear:
        …
        samples = ear.heard(began, ended)      # of time.monotonic()
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from pathlib import Path
from typing import IO, TYPE_CHECKING, Self

import numpy as np
import pytest

if TYPE_CHECKING:
    from numpy.typing import NDArray

RATE = 16_000
_PATIENCE = 15.0
_SINK = "ear"
_PIECE = 1024
_LATENCY = 0.02
"""Seconds: the server mixes so much at once, and the ear has it before it would be heard."""


class SoundServer:
    """The server and its ear; a context manager. Without PulseAudio the test is skipped."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="ear"))
        self._socket = self._folder / "native"
        self._processes: list[subprocess.Popen[bytes]] = []
        self._sound = bytearray()
        self._began = float("inf")
        self._news = threading.Condition()
        self._hearing: threading.Thread | None = None

    def __enter__(self) -> Self:
        """Start the server and listen."""
        for program in ("pulseaudio", "parec"):
            if shutil.which(program) is None:
                pytest.skip(f"{program} is not installed (pulseaudio, pulseaudio-utils)")
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """End both and forget the folder."""
        for process in reversed(self._processes):
            process.terminate()
            process.wait(10)
        if self._hearing is not None:
            self._hearing.join(10)
        shutil.rmtree(self._folder, ignore_errors=True)

    @property
    def environment(self) -> dict[str, str]:
        """What a program needs to play here."""
        return {"PULSE_SERVER": f"unix:{self._socket}", "PULSE_STATE_PATH": str(self._folder)}

    def heard(self, begin: float, end: float) -> NDArray[np.float64]:
        """Return what sounded between two moments of the monotonic clock; waits for the last."""
        with self._news:
            arrived = self._news.wait_for(lambda: self._index(end) <= self._count(), _PATIENCE)
            assert arrived, "the ear has gone deaf"
            pcm = np.frombuffer(bytes(self._sound[: 2 * self._count()]), "<i2")
        return pcm[self._index(begin) : self._index(end)].astype(np.float64) / 32768

    def _start(self) -> None:
        server = self._run(
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
            "--log-level=error", "--disable-shm=yes",
            "-L", f"module-native-protocol-unix auth-anonymous=1 socket={self._socket}",
            "-L", f"module-null-sink sink_name={_SINK}",
            stdout=subprocess.DEVNULL,
        )  # fmt: skip
        deadline = time.monotonic() + _PATIENCE
        while not self._socket.exists():
            assert server.poll() is None, "PulseAudio did not start"
            assert time.monotonic() < deadline, "PulseAudio is not ready"
            time.sleep(0.01)
        ear = self._run(
            "parec", f"--device={_SINK}.monitor", "--raw", "--format=s16le", "--channels=1",
            f"--rate={RATE}", f"--latency-msec={round(_LATENCY * 1000)}", stdout=subprocess.PIPE,
        )  # fmt: skip
        assert ear.stdout is not None
        self._hearing = threading.Thread(target=self._hear, args=(ear.stdout,), daemon=True)
        self._hearing.start()
        with self._news:
            assert self._news.wait_for(self._count, _PATIENCE), "nothing is recorded"

    def _run(self, *command: str, stdout: int) -> subprocess.Popen[bytes]:
        own = {"HOME": str(self._folder), "XDG_RUNTIME_DIR": str(self._folder)}
        process = subprocess.Popen(
            command,
            stdout=stdout,
            stderr=subprocess.DEVNULL,
            env=os.environ | self.environment | own,
        )
        self._processes.append(process)
        return process

    def _hear(self, sound: IO[bytes]) -> None:
        """Note what sounds; whatever came with the least delay tells when it began."""
        with sound:
            while piece := os.read(sound.fileno(), _PIECE):
                with self._news:
                    self._sound += piece
                    self._began = min(
                        self._began, time.monotonic() + _LATENCY - self._count() / RATE
                    )
                    self._news.notify_all()

    def _count(self) -> int:
        return len(self._sound) // 2

    def _index(self, moment: float) -> int:
        return max(0, round((moment - self._began) * RATE))

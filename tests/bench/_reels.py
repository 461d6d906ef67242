"""A server of its own process for downloads, no slower than a disk: ``sendfile`` in threads.

``python -m tests.bench._reels`` prints its port. ``/feed.xml`` names COUNT recordings with
their true sizes; every one is the same MP3 of SIZE bytes, that begins with a true count of its
frames. ``/plain.xml`` names recordings without one, as old tapes are.
"""

from __future__ import annotations

import re
import socket
import struct
import sys
import tempfile
import threading
from pathlib import Path

import numpy as np

from tests.support import faults
from tests.support.sound import save, speech_like

COUNT = 8
SIZE = 100_000_000
_RATE = 48_000
_KBIT = 160
_FRAME = 480
"""Bytes of a frame of 160 kbit/s at 48 kHz, MPEG-1 layer III: 144 * bits / rate, never padded."""
_SECONDS_A_FRAME = 1152 / _RATE


def reels(folder: Path) -> dict[str, Path]:
    """Make the two files in ``folder``."""
    samples = np.stack([speech_like(30)] * 2, axis=1)
    short = save(folder / "short.mp3", samples, rate=_RATE, kbit=_KBIT).read_bytes()
    begin = short.index(b"\xff\xfb")
    head, sound = short[begin : begin + _FRAME], short[begin + _FRAME :]
    sound = sound[: len(sound) // _FRAME * _FRAME]
    plain = (sound * (SIZE // len(sound) + 1))[: SIZE // _FRAME * _FRAME - _FRAME]
    at = head.index(b"Info") + 8  # frames and bytes follow the flags
    counts = struct.pack(">II", len(plain) // _FRAME, len(plain) + _FRAME)
    found = {"reel": folder / "reel.mp3", "plain": folder / "plain.mp3"}
    found["reel"].write_bytes(head[:at] + counts + head[at + 8 :] + plain)
    found["plain"].write_bytes(plain)
    return found


class Reels:
    """The least of HTTP/1.1 that a download needs, Range included."""

    def __init__(self, files: dict[str, Path]) -> None:
        self._files = files
        self._listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self._port = self._listening.getsockname()[1]

    def serve(self) -> None:
        """Answer until the process is ended."""
        print(self._port, flush=True)
        while True:
            wire, _ = self._listening.accept()
            threading.Thread(target=self._talk, args=(wire,), daemon=True).start()

    def _talk(self, wire: socket.socket) -> None:
        with wire:
            asked = b""
            while piece := wire.recv(65_536):
                asked += piece
                while b"\r\n\r\n" in asked:
                    head, _, asked = asked.partition(b"\r\n\r\n")
                    try:
                        self._answer(wire, head.decode("latin-1"))
                    except (BrokenPipeError, ConnectionResetError):
                        return

    def _answer(self, wire: socket.socket, head: str) -> None:
        name = head.split(" ")[1].strip("/").split("/")[0]
        if name.endswith(".xml"):
            body = self._feed(name.removesuffix(".xml").replace("feed", "reel"))
            wire.sendall(_head(200, "application/rss+xml", len(body)) + body)
            return
        path = self._files[name]
        size = path.stat().st_size
        match = re.search(r"(?i)\r\nrange: bytes=(\d+)-", head)
        start = int(match[1]) if match else 0
        said = f"Content-Range: bytes {start}-{size - 1}/{size}\r\n" if match else ""
        wire.sendall(_head(206 if match else 200, "audio/mpeg", size - start, said))
        with path.open("rb") as file:
            wire.sendfile(file, start)

    def _feed(self, name: str) -> bytes:
        size = self._files[name].stat().st_size
        seconds = round(size / _FRAME * _SECONDS_A_FRAME)
        base = f"http://127.0.0.1:{self._port}/{name}"
        talks = [
            faults.Talk(f"Talk {number}", f"{base}/{number}.mp3", size, seconds)
            for number in range(COUNT)
        ]
        return faults.feed(talks).body


def _head(status: int, kind: str, length: int, more: str = "") -> bytes:
    return (
        f"HTTP/1.1 {status} OK\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n"
        f'ETag: "1"\r\nAccept-Ranges: bytes\r\n{more}\r\n'
    ).encode()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(dir=sys.argv[1]) as scratch:
        Reels(reels(Path(scratch))).serve()

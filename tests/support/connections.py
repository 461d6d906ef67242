"""Everything that a process and its children send into any network.

``strace`` sees what C libraries do as well (libVLC, Qt, the system's resolver); names that are
looked up from Python, which may be answered without any network, are told by an audit hook that
each of our processes gets through a ``sitecustomize`` of its own.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

_HOOK = """
import os, sys

def _hear(event, args, told=os.open({told!r}, os.O_WRONLY | os.O_CREAT | os.O_APPEND)):
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
        os.write(told, (str(args[0]) + "\\n").encode())

sys.addaudithook(_hear)
"""
_PORT = re.compile(r"sin6?_port=htons\((\d+)\)")
_HOST = re.compile(r'(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
_ANYWHERE = 0
"""The port at which a socket is "connected" in order to learn which address would be used."""


class Recorder:
    """Runs a program so that all is noted, in files below ``folder``."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._calls, self._names = folder / "calls", folder / "names"
        self._hook = folder / "hook"
        self._hook.mkdir()
        (self._hook / "sitecustomize.py").write_text(_HOOK.format(told=str(self._names)))
        self.wrapper = [
            "strace", "-f", "--seccomp-bpf", "-qqq", "--signal=none", "-s", "1",
            "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o", str(self._calls), "--",
        ]  # fmt: skip
        self._check()

    def path(self, *more: str) -> str:
        """Return the PYTHONPATH that brings the hook into every Python."""
        return ":".join([str(self._hook), *more])

    def reached(self) -> set[tuple[str, int]]:
        """Return the addresses and ports that were asked by now, answering or not."""
        found = set()
        for line in self._calls.read_text(errors="replace").splitlines():
            if (port := _PORT.search(line)) and (host := _HOST.search(line)):
                found.add((host[1], int(port[1])))
        return {each for each in found if each[1] != _ANYWHERE}

    def names(self) -> set[str]:
        """Return what Python looked up by now; an address counts as a name."""
        return set(self._names.read_text().split()) if self._names.exists() else set()

    def _check(self) -> None:
        if shutil.which("strace") is None:
            pytest.skip("strace is not installed")
        tried = subprocess.run([*self.wrapper, "true"], capture_output=True, check=False)
        if tried.returncode:
            pytest.skip("strace may not look at processes here")

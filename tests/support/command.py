"""The command line as a person runs it: a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command came to."""

    status: int
    out: str
    err: str


def environment(**extra: str) -> dict[str, str]:
    """Return this process's environment with the package in reach."""
    return os.environ | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"} | extra


def hearthside(home: Path, *arguments: str, module: str = "desktop_app", **extra: str) -> Ran:
    """Run one command on ``home`` and return what it said; a traceback is a failure."""
    done = subprocess.run(
        [sys.executable, "-m", module, "--home", str(home), *arguments],
        capture_output=True,
        text=True,
        env=environment(**extra),
        timeout=100,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    assert "Warning" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)

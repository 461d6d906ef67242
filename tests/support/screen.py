"""A virtual X screen, and what a desktop sees of the windows on it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

_WINDOW = re.compile(r"^\s+(0x[0-9a-f]+) ", re.MULTILINE)


@contextmanager
def virtual_screen() -> Iterator[str]:
    """Run a screen; give its name. The launcher installs Xvfb where it can."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1400x1000x24", "-nolisten", "tcp"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            yield f":{pipe.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def windows(display: str) -> list[str]:
    """Return the ids of all windows, however deep, also those that are hidden."""
    tree = _ask("xwininfo", display, "-root", "-tree")
    return _WINDOW.findall(tree)


def properties(display: str) -> str:
    """Return all that the windows tell a desktop: titles, classes, icon names, and the rest."""
    root = _ask("xprop", display, "-root", "-len", "4000")
    return root + "".join(
        _ask("xprop", display, "-id", each, "-len", "4000") for each in windows(display)
    )


def _ask(program: str, display: str, *arguments: str) -> str:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (x11-utils)")
    asked = subprocess.run(
        [program, "-display", display, *arguments],
        capture_output=True,
        text=True,
        errors="replace",
        check=False,  # a window may have gone meanwhile
    )
    return asked.stdout

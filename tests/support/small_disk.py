"""A disk of a few megabytes, where this machine allows to mount one."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class SmallDisk:
    """A mounted disk in memory."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    def resize(self, size: int) -> None:
        """Make it larger or smaller; ``size`` in bytes."""
        _mount("-o", f"remount,size={size}", str(self.folder))

    def fill(self) -> None:
        """Let somebody else use it to the last byte."""
        with self._ballast.open("wb", buffering=0) as ballast:
            try:
                while ballast.write(bytes(4096)):
                    pass
            except OSError:
                pass
        assert shutil.disk_usage(self.folder).free == 0

    def clear(self) -> None:
        """Let somebody else take away what filled it."""
        self._ballast.unlink()


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[SmallDisk]:
    """Mount a disk of ``size`` bytes at ``folder``, which is made; skip where nobody may."""
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.which("mount") is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    try:
        _mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    except subprocess.CalledProcessError as refused:
        pytest.skip(f"no small disk can be mounted here: {refused.stderr.strip()}")
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def _mount(*arguments: str) -> None:
    subprocess.run(["mount", *arguments], check=True, capture_output=True, text=True)

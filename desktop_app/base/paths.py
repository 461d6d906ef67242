"""Where things lie: one home folder holds everything that belongs to the person."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desktop_app.base.errors import KnownError

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CATALOGUE = RESOURCES.parent / "feeds.opml"
STARTER_URL = "hearthside:starter"
"""The address of the built-in feed, which no network leads to."""


@dataclass(frozen=True, slots=True)
class Home:
    """The one folder that holds the library, its audio, covers, backups and logs."""

    root: Path

    @property
    def database(self) -> Path:
        """The library itself."""
        return self.root / "library.sqlite"

    @property
    def settings(self) -> Path:
        """The choices of the person; read before the library is open."""
        return self.root / "settings.json"

    @property
    def audio(self) -> Path:
        """Downloaded talks, one folder a feed."""
        return self.root / "audio"

    @property
    def restored(self) -> Path:
        """Recordings that sound better than their originals, which stay where they are."""
        return self.root / "restored"

    @property
    def covers(self) -> Path:
        """Pictures of feeds."""
        return self.root / "covers"

    @property
    def backups(self) -> Path:
        """Copies of the library."""
        return self.root / "backups"

    @property
    def logs(self) -> Path:
        """What the app did, for finding faults."""
        return self.root / "logs"

    def prepare(self) -> None:
        """Make the folders, and what is there already, readable by their owner alone.

        Not the home itself if that was there before: it may be a folder of the person's that
        holds other things, too. Nor what a link leads to.

        Raises:
            KnownError: The folder cannot be made or written to.
        """
        try:
            self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
            for folder in (self.audio, self.restored, self.covers, self.backups, self.logs):
                folder.mkdir(exist_ok=True, mode=0o700)
                _close_to_others(folder, 0o700)
            for file in (self.settings, *self.root.glob(f"{self.database.name}*")):
                _close_to_others(file, 0o600)
            probe = self.root / ".writable"
            probe.touch()
            probe.unlink()
        except OSError as error:
            raise KnownError(
                f"The home folder {error.filename or self.root} cannot be written",
                error.strerror or str(error),
                "Choose another one with --home, or mend its permissions.",
            ) from error


def _close_to_others(path: Path, mode: int) -> None:
    """Take others' rights away; where the disk knows none, or it is another's, it stays so."""
    with suppress(OSError):
        state = path.lstat()
        if not stat.S_ISLNK(state.st_mode) and state.st_mode & 0o077:
            path.chmod(mode)


def home_from(option: str | None) -> Home:
    """Return the home that was asked for: the option, HEARTHSIDE_HOME, or the platform's place."""
    chosen = option or os.environ.get("HEARTHSIDE_HOME")
    if chosen:
        return Home(Path(chosen).expanduser().absolute())
    import platformdirs  # noqa: PLC0415 - only when nothing was chosen

    return Home(Path(platformdirs.user_data_dir("hearthside")))

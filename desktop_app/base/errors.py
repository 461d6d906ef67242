"""Errors that are meant for the person, told apart from our own bugs."""

from __future__ import annotations


class KnownError(Exception):
    """Something outside our control went wrong and the person can be told so.

    Anything else that is raised is a bug of ours and is reported as one.

    Args:
        what: What happened, as a short clause ("Could not refresh Sober Cast").
        why: The cause ("the server did not answer within 30 seconds").
        what_next: What the person can do ("Try again later.").
    """

    def __init__(self, what: str, why: str = "", what_next: str = "") -> None:
        super().__init__(what, why, what_next)
        self.what = what
        self.why = why
        self.what_next = what_next

    def __str__(self) -> str:
        """Return one line: what happened, why, what to do."""
        line = f"{self.what}: {self.why}" if self.why else self.what
        line = line if line.endswith((".", "!", "?")) else line + "."
        return f"{line} {self.what_next}".strip()

    def __reduce__(self) -> tuple[type[KnownError], tuple[str, str, str]]:
        """Cross a process border without losing the three parts."""
        return type(self), (self.what, self.why, self.what_next)


class NoRoomError(KnownError):
    """A disk is full: nothing else of its size would go there either, until room is made."""


class DamagedLibraryError(KnownError):
    """The database cannot be read; it is left as it is until the person decides."""

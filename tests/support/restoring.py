"""Stand-ins for the jobs that examine and restore: a recording is a line that says what it is.

``tape pieces=3 faults=1`` is restored in three pieces; ``broken`` gives no sound; ``fails`` can be
examined, but not restored; ``full`` finds no room on the disk; ``endless`` is never examined to its
end, ``stuck`` never restored to it.
"""

from __future__ import annotations

import re
import threading
from dataclasses import fields
from pathlib import Path

from desktop_app.base.errors import KnownError, NoRoomError
from desktop_app.base.tape import Fault, Hum, Restored, Side, Tape

ENDLESS = 1_000_000
"""So many pieces that a test has to end the work itself."""

_USUAL: dict[str, object] = {
    "duration": 60.0,
    "loudness": -31.2,
    "peak": -12.0,
    "speech": -30.0,
    "noise": -50.0,
    "rumble": None,
    "hum": Hum(50.1, ((1, 20.0), (3, 12.5))),
    "bandwidth": 8000.0,
    "clipped": 0.0,
    "dropouts": 2,
    "clicks": 0.5,
    "wandering": 3.0,
    "side": Side.LEFT,
    "balance": 40.0,
}
RESULT = Restored(
    60.0, 9, -31.2, -16.0, -20.0, -34.0, (Fault.HISS, Fault.HUM), bytes(range(256)), b"\x00\xff"
)


def make_tape(**values: object) -> Tape:
    """Return a tape that hums, with other values where they are given."""
    blank = {field.name: False for field in fields(Tape)}
    return Tape(**(blank | _USUAL | values))  # type: ignore[arg-type]


def recording(pieces: int = 1, *, faults: bool = True) -> bytes:
    """Return a recording for the stand-ins."""
    return f"tape pieces={pieces} faults={int(faults)}".encode()


def examine(path: str) -> Tape:
    """Examine a stand-in; it clips where it has faults.

    Raises:
        KnownError: It is broken.
    """
    line = Path(path).read_text()
    if line.startswith("endless"):
        threading.Event().wait()
    if line.startswith("broken"):
        raise KnownError("This cannot be examined", "there is no sound in it", "Get another.")
    return make_tape(clipped=float("faults=1" in line))


def faults_of(tape: Tape) -> tuple[Fault, ...]:
    """Return the faults of what :func:`examine` returned."""
    return (Fault.HISS, Fault.HUM) if tape.clipped else ()


def restore(
    source: str, target: str, work: str, tape: Tape, seconds: float
) -> tuple[float, Restored | None]:
    """Do a piece; ``pieces`` in the work folder counts them, ``log`` beside it notes each talk.

    Raises:
        KnownError: It cannot be restored.
    """
    assert tape.duration == 60.0
    assert seconds > 0
    line = Path(source).read_text()
    folder = Path(work)
    folder.mkdir(parents=True, exist_ok=True)
    if line.startswith("stuck"):
        threading.Event().wait()
    if line.startswith("fails"):
        raise KnownError("This cannot be restored", "it is too short", "Leave it.")
    if line.startswith("full"):
        raise NoRoomError("This cannot be restored", "the disk is full", "Free some space.")
    found = re.search(r"pieces=(\d+)", line)
    wanted = int(found[1]) if found else 1
    counted = folder / "pieces"
    done = 1 + (int(counted.read_text()) if counted.exists() else 0)
    counted.write_text(str(done))
    with (folder.parent / "log").open("a") as log:
        log.write(f"{folder.name}\n")
    if done < wanted:
        return done / wanted, None
    Path(target).write_bytes(b"restored")
    counted.unlink()
    folder.rmdir()
    return 1.0, RESULT

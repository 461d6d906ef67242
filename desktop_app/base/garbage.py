"""When Python's collector of cycles runs, and in which thread: never wherever it just happens to.

By itself it runs in whatever thread makes the object that is one too many. A widget that dies
in another thread than the window's waits for that for ever, or brings the process down.
"""

from __future__ import annotations

import gc


def collect_due() -> None:
    """Do what the collector would have done by itself by now, in the thread that calls."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return


def settle() -> None:
    """Let go of what is no more, and leave what stays out of all later collections.

    What is left out is never let go: it has to be looked at anew when it may have gone.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()

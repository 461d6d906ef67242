"""The command line, less patient: ``python -m tests.support.hurried --home DIR download …``.

Whole processes are tested with it: a silent server is given up after STALL seconds, and what
failed is tried again after PAUSE; "localhost" is found on any machine. Everything else is as it is.
"""

from __future__ import annotations

import socket
import sys
from functools import partial

from desktop_app import cli
from desktop_app.downloads import queue
from desktop_app.downloads.transfer import TransferJob
from desktop_app.services import fetching
from tests.support.resolver import look_up

STALL = 1.0
PAUSE = 0.2


def main() -> None:
    """Be the command line."""
    vars(socket)["getaddrinfo"] = look_up
    queue.FIRST_PAUSE = PAUSE
    vars(fetching)["TransferJob"] = partial(TransferJob, connect_timeout=STALL, stall_timeout=STALL)
    cli.main(sys.argv[1:])


if __name__ == "__main__":
    main()

"""Bring the catalogue up to date with the code: ``python -m tests.translations [--from FILE]``.

New words come without a translation: write it into the ``.ts`` (by hand or with Qt Linguist) and
run this again. ``--from`` takes them from a JSON object, English to translation. The exit status
is 1 while any is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from tests.translations import catalogue
from tests.translations.code import strange


def main() -> int:
    """Read the code, merge, write, and say what is missing."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--from", dest="given", type=Path, action="append", default=[])
    more: dict[str, str] = {}
    for file in arguments.parse_args().given:
        more |= json.loads(file.read_text("utf-8"))
    known = catalogue.read() if catalogue.SOURCE.exists() else {}
    messages = catalogue.merged(known, more)
    wrong = {
        text for (_name, text), said in messages.items()
        if said and catalogue.holes(said) != catalogue.holes(text)
    }  # fmt: skip
    catalogue.write(messages)
    missing = [text for (_name, text), said in messages.items() if not said]
    for what, found in (("No literal", strange()), ("Other holes", wrong), ("Missing", missing)):
        sys.stdout.writelines(f"{what}: {text!r}\n" for text in found)
    sys.stdout.write(f"{len(messages)} messages, {len(missing)} of them without translation\n")
    return 1 if missing or wrong or strange() else 0


if __name__ == "__main__":
    sys.exit(main())

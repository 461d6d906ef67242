"""Benchmarks: ``./hearthside bench [NAME …]``; without a name, all of them.

Each reports medians, ratios and counts from one run, and names the peer beside us.
"""

from __future__ import annotations

import argparse
import importlib
import pkgutil

from tests import bench


def main() -> None:
    """Run the benchmarks that were named."""
    names = [found.name for found in pkgutil.iter_modules(bench.__path__) if found.name[0] != "_"]
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*names, []])
    for name in parser.parse_args().names or names:
        print(f"== {name}")
        importlib.import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    main()

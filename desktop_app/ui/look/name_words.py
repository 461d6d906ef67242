"""What people are called on the screen: short where that is wanted, never two alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.base.names import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable


def told_apart(names: Iterable[str], *, short: bool) -> dict[str, str]:
    """Return what to call each of some people who are named side by side.

    Surnames are shortened when ``short``, except where two would look the same then.
    """
    if not short:
        return {name: name for name in names}
    called = {name: shorten(name) for name in names}
    alike = Counter(each.casefold() for each in called.values())
    return {name: each if alike[each.casefold()] == 1 else name for name, each in called.items()}

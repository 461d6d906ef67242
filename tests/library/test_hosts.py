"""Whoever is the author of most of a feed's talks is its host, and speaks in none by that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.library import facts
from desktop_app.library.hosts import host_of
from tests.support.shelf import add_feed, add_talks, parsed

if TYPE_CHECKING:
    from desktop_app.library.database import Library


@pytest.mark.parametrize(
    ("authors", "host"),
    [
        ([], None),
        (["Nora J."] * 3, None),
        (["Nora J."] * 4, "Nora J."),
        (["Nora J.", "Nora J.", "Arlo B.", "Zoe R."], None),
        (["Nora J.", "Nora J.", "Nora J.", "Zoe R."], "Nora J."),
        (["Nora J.", None, None, None], None),
        ([None] * 9, None),
        ([""] * 9, None),
    ],
)
def test_the_author_of_most_talks_is_the_host(authors: list[str | None], host: str | None) -> None:
    assert host_of(authors) == host


async def test_talks_are_read_without_their_feeds_host(library: Library) -> None:
    show, tapes = await add_feed(library, "Show"), await add_feed(library, "Tapes")
    names = ("Nora J.", "Nora J.", "Nora J.", "Arlo B.", None)
    await add_talks(
        library, show, *(parsed(at, author=name) for at, name in enumerate(names, start=1))
    )
    await add_talks(library, tapes, parsed(9, author="Nora J."))
    read = sorted(each.source[1:3] for each in await library.read(facts.unread))
    heard = [("", "Show")] * 4 + [("Arlo B.", "Show"), ("Nora J.", "Tapes")]
    assert read == heard


async def test_a_folder_of_tapes_has_no_host(library: Library) -> None:
    feed = await add_feed(library, "Tapes")
    await add_talks(
        library, feed, *(parsed(at, author="Nora J.", order=f"{at:03}") for at in range(1, 6))
    )
    unread = await library.read(facts.unread)
    assert [each.source.author for each in unread] == ["Nora J."] * 5

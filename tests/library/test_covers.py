"""Which pictures are looked for, and on whose word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.base.model import FeedKind
from desktop_app.base.parsed import ParsedFeed
from desktop_app.library import covers, feeds, sources
from tests.support.shelf import NOW, add_talks, parsed

if TYPE_CHECKING:
    from desktop_app.library.database import Library

OWN, FOLDERS, WEBS = "file:///tapes/side/cover.jpg", "file:///tapes/folder.jpg", "https://a.b/c.jpg"


@pytest.mark.parametrize(
    ("feed", "own", "feeds_own", "expected"),
    [
        ("file:///tapes", OWN, FOLDERS, (OWN, FOLDERS)),
        ("file:///tapes", FOLDERS, FOLDERS, (FOLDERS,)),
        ("file:///tapes", None, FOLDERS, (FOLDERS,)),
        ("file:///tapes", WEBS, None, ()),
        ("file:///tapes", None, None, ()),
        ("https://a.b/feed", OWN, FOLDERS, ()),
        ("https://a.b/feed", WEBS, WEBS, ()),
    ],
)
async def test_only_a_folder_names_files(
    library: Library, feed: str, own: str | None, feeds_own: str | None, expected: tuple[str, ...]
) -> None:
    feed_id = await library.write(
        feeds.subscribe, url=feed, address=feed, title="Tapes", kind=FeedKind.TALKS, group="",
        now=NOW,
    )  # fmt: skip
    await library.write(sources.describe, feed_id, ParsedFeed("", "folder", image=feeds_own))
    (talk,) = await add_talks(library, feed_id, parsed(1, image=own))
    assert await library.read(covers.addresses, talk) == expected
    assert await library.read(covers.addresses, talk + 1) == ()

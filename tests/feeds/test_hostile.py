"""Documents that mean harm: nothing is expanded, nothing is fetched, everything ends."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.feeds.parse import parse
from tests.feeds.feeds_made import item, rss

LAUGHS = (
    '<!DOCTYPE rss [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + '<!ENTITY file SYSTEM "file:///etc/passwd"> <!-- ]> "\' --> ]>'
)


@pytest.mark.parametrize("reference", ["&i;", "&file;", "&a;"])
def test_entities_are_never_expanded(reference: str) -> None:
    body = rss(item(1, description=f"x{reference}y"), item(2))
    body = body.replace(b"<rss", LAUGHS.encode() + b"<rss", 1)
    feed = parse(body, {})
    assert [episode.title for episode in feed.episodes] == ["Talk 1", "Talk 2"]
    assert feed.episodes[0].notes in {f"x{reference}y", "xy"}


@pytest.mark.parametrize(
    "before",
    ["", '<!DOCTYPE rss PUBLIC "-//Netscape//DTD RSS 0.91//EN" "x.dtd">', "<!-- <rss > -->",
     " " * 70_000],
)  # fmt: skip
def test_nothing_is_read_from_the_disk(before: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text('<!ENTITY e "what is in the file">')
    for place, reference in ((secret, "&e;"), (Path("/dev/zero"), "")):
        doctype = f'{before}<!DOCTYPE rss [<!ENTITY % p SYSTEM "{place.as_uri()}">%p;]>'
        body = rss(item(1, title=f"Talk {reference}")).replace(b"<rss", doctype.encode() + b"<rss")
        with suppress(KnownError):
            assert "what is in" not in str(parse(body, {}))


@pytest.mark.parametrize(
    "body",
    [
        b"<rss><channel>" + b"<a>" * 300_000,
        b"<" * 500_000,
        b"<!DOCTYPE x [" + b"<!--" * 100_000,
        b"<rss><channel><item>" + b"<![CDATA[" * 100_000,
        b"<rss>" + b"</item>" * 100_000,
        b"<rss>" + b"<podcast:liveItem" * 100_000,
        b"<feed>" + b"&a;" * 200_000,
        b"<feed " + b"a=" * 200_000,
        b"<rss><channel><item><author>" + b"-" * 200_000 + b"</author><title>T</title></item>",
        b"<feed><entry><author><name>" + b"a." * 100_000 + b"</name></author></entry></feed>",
    ],
)
def test_hostile_bytes_end_soon(body: bytes) -> None:
    start = time.monotonic()
    try:
        parse(body, {})
    except KnownError as refused:
        assert str(refused)  # noqa: PT017  # either end will do
    assert time.monotonic() - start < 10

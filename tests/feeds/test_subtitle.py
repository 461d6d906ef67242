"""A subtitle goes in front of the notes when it says something else, by either reader."""

from __future__ import annotations

import pytest

from desktop_app.feeds import generic, rss

ITUNES = 'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
HTML = "&lt;p&gt;Recorded at the lake. The sound is thin at first.&lt;/p&gt;"


def feed(title: str, subtitle: str, notes: str) -> bytes:
    return (
        f'<rss version="2.0" {ITUNES}><channel><title>Feed</title><item><title>{title}</title>'
        f"<itunes:subtitle>{subtitle}</itunes:subtitle><description>{notes}</description>"
        "</item></channel></rss>"
    ).encode()


@pytest.mark.parametrize(
    ("title", "subtitle", "notes", "expected"),
    [
        ("Letting go", "With Wanda K.", "Words.", "With Wanda K.\n\nWords."),
        (
            "Letting go",
            "With Wanda K.",
            HTML,
            "<p>With Wanda K.</p>\n<p>Recorded at the lake. The sound is thin at first.</p>",
        ),
        ("Letting go", "Letting go", "Words.", "Words."),
        ("Letting go", "letting  GO!", "Words.", "Words."),
        (
            "Letting go",
            "Recorded at the lake. The sound...",
            HTML,
            "<p>Recorded at the lake. The sound is thin at first.</p>",
        ),
        ("Letting go", "…", "Words.", "Words."),
        ("Letting go", "", "Words.", "Words."),
        ("Letting go", "With Wanda K.", "", "With Wanda K."),
    ],
)
def test_subtitle(title: str, subtitle: str, notes: str, expected: str) -> None:
    body = feed(title, subtitle, notes)
    fast = rss.read(body, None, None, frozenset())
    slow = generic.read(body, {}, None, frozenset())
    assert fast is not None
    assert slow is not None
    assert [episode.notes for episode in fast.episodes] == [expected]
    assert [episode.notes for episode in slow.episodes] == [expected]

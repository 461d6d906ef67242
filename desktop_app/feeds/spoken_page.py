"""A transcript that is a web page. Pure; it runs in the worker process.

The podcast namespace has ``<cite>`` for who speaks, ``<time>`` for when, and ``<p>`` for what;
of any other page the words are taken, paragraph by paragraph.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from desktop_app.base.parsed import TranscriptLine
from desktop_app.feeds import cues

if TYPE_CHECKING:
    from collections.abc import Iterator

_SILENT = {"script", "style", "head", "title", "nav", "header", "footer", "noscript", "template"}
_BLOCKS = {
    "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "blockquote", "section", "article", "main",
    "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "th", "pre", "body",
    "cite", "time",
}  # fmt: skip


def read(text: str) -> list[TranscriptLine]:
    """Return the paragraphs of a page, with speaker and time where they are told."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    return [] if root is None else list(_lines(root))


def _lines(root: etree._Element) -> Iterator[TranscriptLine]:
    speaker, start, words = "", None, ""
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = str(element.tag).lower()
        begins = event == "start"
        if tag in _SILENT:
            silent += 1 if begins else -1
        if tag in _BLOCKS:
            said = words.strip()
            words = ""
            if tag == "cite" and not begins:
                speaker = said
            elif tag == "time" and not begins:
                start = cues.seconds(said)
            elif said:
                yield TranscriptLine(start, None, speaker, said)
        if not silent:
            words += (element.text if begins else element.tail) or ""

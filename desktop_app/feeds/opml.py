"""Lists of feeds as OPML 2.0 (http://opml.org/spec2.opml), which every podcast app exports."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from desktop_app.base.errors import KnownError
from desktop_app.base.parsed import CatalogueEntry
from desktop_app.feeds.addresses import is_web
from desktop_app.feeds.document import trimmed, without_doctype
from desktop_app.feeds.tidy import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

Element = etree._Element  # noqa: SLF001  # lxml has no public name for its elements


def read(data: bytes) -> tuple[CatalogueEntry, ...]:
    """Return the feeds of an OPML file, in its order.

    Groups inside groups are named "Outer / Inner". An entry with only a home page is kept, for
    its feed can be discovered; one with neither is a heading or a mistake and is passed over.

    Raises:
        KnownError: It is no OPML, or its XML is broken.
    """
    return tuple(_entries(root_of(data, "The list of feeds cannot be read")))


def root_of(data: bytes, what: str) -> Element:
    """Return the root of an OPML file; no entity in it is expanded.

    Raises:
        KnownError: ``what``, for it is no OPML, or its XML is broken.
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(without_doctype(trimmed(data)), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise KnownError(
            what,
            "it is damaged, or no OPML file",
            "Export it again from the app that it comes from.",
        ) from error
    if not isinstance(root.tag, str) or etree.QName(root).localname.lower() != "opml":
        raise KnownError(
            what, "it is not an OPML file", "Choose a file that ends in .opml or .xml."
        )
    return root


def is_link(values: Mapping[str, str]) -> bool:
    """Return whether an outline leads to a page or a sound, and is no feed."""
    return values.get("type", "").lower() in {"link", "audio", "song"}


def legal(text: str) -> str:
    """Drop the characters that XML cannot hold (XML 1.0, section 2.2)."""
    return _ILLEGAL.sub("", text)


def write(entries: Iterable[CatalogueEntry], title: str) -> bytes:
    """Return an OPML file of ``entries``; those of one group stand together, in their order."""
    root = etree.Element("opml", {"version": "2.0"})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = legal(title)
    body = etree.SubElement(root, "body")
    places: dict[str, int] = {}
    for entry in (entries := list(entries)):
        places.setdefault(entry.group, len(places))
    ordered = sorted(entries, key=lambda entry: places[entry.group])
    for group, members in groupby(ordered, key=lambda entry: entry.group):
        parent = etree.SubElement(body, "outline", {"text": legal(group)}) if group else body
        for entry in members:
            etree.SubElement(parent, "outline", _outline(entry))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def _entries(root: Element) -> Iterator[CatalogueEntry]:
    """Walk without recursion: a hostile file may be nested deeper than Python's stack."""
    pending = [(child, "") for child in reversed(root)]
    while pending:
        element, group = pending.pop()
        if not isinstance(element.tag, str):
            continue
        values = {str(name).lower(): str(value).strip() for name, value in element.items()}
        title = line(values.get("title") or values.get("text") or "")
        entry = _entry(values, title, group)
        if entry:
            yield entry
        inner = group if entry or not title else f"{group} / {title}" if group else title
        pending.extend((child, inner) for child in reversed(element))


def _entry(values: dict[str, str], title: str, group: str) -> CatalogueEntry | None:
    names = ("xmlurl",) if is_link(values) else ("xmlurl", "url")
    feed = next((url for name in names if is_web(url := values.get(name, ""))), None)
    page = next((url for name in ("htmlurl", "link") if is_web(url := values.get(name, ""))), None)
    if feed is None and page is None:
        return None
    return CatalogueEntry(title or feed or page or "", group, feed, page)


def _outline(entry: CatalogueEntry) -> dict[str, str]:
    values = {"text": entry.title, "title": entry.title}
    if entry.feed_url:
        values |= {"type": "rss", "xmlUrl": entry.feed_url}
    if entry.home_page:
        values["htmlUrl"] = entry.home_page
    return {name: legal(value) for name, value in values.items()}

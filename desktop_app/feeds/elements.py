"""The elements of an RSS document by their usual names, and the words in them."""

from __future__ import annotations

from functools import lru_cache

from lxml import etree

_NAMESPACES = {
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "purl.org/rss/1.0/modules/content": "content",
    "purl.org/dc/elements/1.1": "dc",
    "search.yahoo.com/mrss": "media",
    "podcastindex.org/namespace/1.0": "podcast",
    "github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "podlove.org/simple-chapters": "psc",
    "purl.org/dc/terms": "dcterms",
    "www.w3.org/1999/xhtml": "xhtml",
    "www.w3.org/2005/atom": "atom",
}

Element = etree._Element  # noqa: SLF001  # lxml has no public name for its elements
Fields = dict[str, list[Element]]


@lru_cache(maxsize=4096)
def name_of(tag: str) -> str:
    """Return ``{namespace}tag`` as ``prefix:tag``, whatever prefix and case the feed uses."""
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    prefix = _NAMESPACES.get(uri.lower().partition("://")[2].rstrip("/"), "other")
    return f"{prefix}:{local}"


def fields_of(parent: Element) -> Fields:
    """Return the children of an item or a channel by name, in their order."""
    fields: Fields = {}
    for child in parent:
        tag = child.tag
        if isinstance(tag, str):
            name = name_of(tag)
            if name in fields:
                fields[name].append(child)
            else:
                fields[name] = [child]
    return fields


def text_of(element: Element) -> str:
    """Return what stands in ``element``, unescaped markup inside it as markup."""
    text = element.text or ""
    if len(element):
        text += "".join(etree.tostring(child, encoding="unicode") for child in element)
    return text.strip()


def first(fields: Fields, *names: str) -> str:
    """Return the words of the first element that has some, by the names' order; else nothing."""
    for name in names:
        if name in fields:
            for element in fields[name]:
                if text := text_of(element):
                    return text
    return ""


def attribute(fields: Fields, name: str, *attributes: str) -> str:
    """Return the first of these attributes that elements of a name have; else nothing."""
    if name in fields:
        for element in fields[name]:
            for each in attributes:
                if value := element.get(each, "").strip():
                    return value
    return ""

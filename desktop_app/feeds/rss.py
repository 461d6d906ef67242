"""The fast reader: well-formed RSS 2.0 (and 0.9x, which looks the same) through libxml2.

https://www.rssboard.org/rss-specification, with the tags of Apple, Media RSS, Dublin Core and
the podcast namespace. The document is untrusted: entities stay unexpanded, nothing is loaded
from the network, and libxml2's own limits on depth and size hold.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from lxml import etree

from desktop_app.base.model import Chapter, ParsedEpisode, ParsedFeed, Transcript
from desktop_app.feeds import dates, durations, items, tidy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import datetime

_EDITION = b"rss 2"  # part of every item's hash: raise it when items are read differently
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
_TITLES = ("title", "itunes:title", "media:title", "dc:title")
_DATES = (
    "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "dcterms:modified",
    "atom:published", "atom:updated",
)  # fmt: skip
_NOTES = (
    "content:encoded", "fullitem", "xhtml:body", "body", "description", "itunes:summary",
    "dc:description", "media:description", "itunes:subtitle",
)  # fmt: skip

Element = etree._Element  # noqa: SLF001  # lxml has no public name for its elements
Fields = dict[str, list[Element]]


def read(
    body: bytes, encoding: str | None, base: str | None, known: frozenset[str]
) -> ParsedFeed | None:
    """Return what a well-formed feed says, or None when the document is for another reader.

    Args:
        body: The document, in UTF-8 or an encoding that it, or ``encoding``, names.
        encoding: Only if the caller knows better than the document itself.
        base: The feed's own address, for relative ones, or None.
        known: Hashes of items that the caller has; they are not looked into.

    Raises:
        KnownError: There are more than 50,000 items.
    """
    cut = items.cut(body, _edition(encoding), known)
    root = _root(cut.rest if cut else body, encoding)
    if cut:
        found = list(root.iter("item")) if root is not None else []
        if root is not None and len(found) == len(cut.keys):
            return _feed(root, zip(found, cut.keys, strict=True), base, cut.known)
        if cut.known:
            root = _root(body, encoding)
    return None if root is None else _read_whole(root, base, known)


def read_newest(
    body: bytes, encoding: str | None, base: str | None, number: int
) -> ParsedFeed | None:
    """Return the newest items of a long document, or None where it must be read whole.

    They stand at its start or its end, as the dates there tell. The others count as unread.
    """
    cut = items.cut(body, _edition(encoding), frozenset(), ends=number)
    root = _root(cut.rest, encoding) if cut and cut.unread else None
    if cut is None or root is None:
        return None
    found = list(root.iter("item"))
    if len(found) != len(cut.keys):
        return None
    feed = _feed(root, zip(found, cut.keys, strict=True), base, cut.known)
    first, last = feed.episodes[:number], feed.episodes[number:]
    dates_first, dates_last = _all_dates(first), _all_dates(last)
    if not dates_first or not dates_last:
        return None
    if min(dates_first) >= max(dates_last):
        newest = first
    elif max(dates_first) <= min(dates_last):
        newest = last
    else:
        return None
    return replace(feed, episodes=newest, unread=cut.unread + number)


def _all_dates(episodes: Sequence[ParsedEpisode]) -> list[datetime]:
    """Return the episodes' dates, none where one is missing."""
    given = [episode.published for episode in episodes if episode.published is not None]
    return given if len(given) == len(episodes) else []


def _edition(encoding: str | None) -> bytes:
    return _EDITION + (encoding or "").encode()


def _root(body: bytes, encoding: str | None) -> Element | None:
    """Return the ``rss`` element of a well-formed feed that this reader is for, else None.

    lxml's ``collect_ids`` stays on: without it libxml2 reads the files that a DOCTYPE names.
    """
    try:
        parser = etree.XMLParser(
            encoding=encoding,
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(body, parser)
    except (etree.XMLSyntaxError, LookupError, ValueError):
        return None
    return root if root.tag == "rss" and root.find("channel") is not None else None


def _read_whole(root: Element, base: str | None, known: frozenset[str]) -> ParsedFeed:
    """Read a document whose items cannot be told apart before it is parsed."""
    found = list(root.iter("item"))
    tidy.check_number(len(found))
    keys = [tidy.digest(_EDITION, etree.tostring(item, with_tail=False)) for item in found]
    fresh = [pair for pair in zip(found, keys, strict=True) if pair[1] not in known]
    return _feed(root, fresh, base, known.intersection(keys))


def _feed(
    root: Element,
    fresh: Iterable[tuple[Element, str]],
    base: str | None,
    known: frozenset[str],
) -> ParsedFeed:
    head = _fields(next(root.iterchildren("channel")))
    return ParsedFeed(
        title=tidy.line(_first(head, "title", "itunes:title", "dc:title")),
        reader="rss",
        episodes=tuple(_episode(item, key, base) for item, key in fresh),
        known=known,
        link=tidy.address(_first(head, "link") or _atom_page(head), base),
        description=_first(head, "description", "itunes:summary", "itunes:subtitle"),
        author=tidy.person(_first(head, "itunes:author", "managingEditor", "dc:creator")),
        language=_first(head, "language", "dc:language") or None,
        image=tidy.address(_image(head) or _channel_image(head), base),
        categories=_categories(head),
        new_url=tidy.address(_first(head, "itunes:new-feed-url"), base),
    )


def _episode(item: Element, key: str, base: str | None) -> ParsedEpisode:
    fields = _fields(item)
    notes = tidy.letters(_first(fields, *_NOTES))
    sound = tidy.choose([*_enclosures(fields, base), *_media(fields, base)])
    url = sound.url if sound else None
    guid = _first(fields, "guid")
    titles = (_first(fields, name) for name in _TITLES)
    duration = durations.parse(_first(fields, "itunes:duration"))
    return ParsedEpisode(
        title=tidy.title(titles, notes, url),
        hash=key,
        guid=guid or None,
        url=url,
        type=sound.type if sound else None,
        size=sound.size if sound else None,
        link=tidy.address(_first(fields, "link") or _atom_page(fields), base) or tidy.page(guid),
        notes=notes,
        published=_published(fields),
        duration=duration or (sound.duration if sound else None),
        author=tidy.person(_first(fields, "itunes:author", "author", "dc:creator")),
        image=tidy.address(_image(fields), base),
        chapters_url=tidy.address(_attribute(fields, "podcast:chapters", "url"), base),
        transcripts=tuple(_transcripts(fields, base)),
        chapters=tuple(_chapters(fields)),
    )


def _published(fields: Fields) -> datetime | None:
    found = (dates.parse(_first(fields, name)) for name in _DATES)
    return next(filter(None, found), None)


@lru_cache(maxsize=4096)
def _name(tag: str) -> str:
    """Return ``{namespace}tag`` as ``prefix:tag``, whatever prefix and case the feed uses."""
    if not tag.startswith("{"):
        return tag
    uri, _, local = tag[1:].partition("}")
    prefix = _NAMESPACES.get(uri.lower().partition("://")[2].rstrip("/"), "other")
    return f"{prefix}:{local}"


def _fields(parent: Element) -> Fields:
    fields: Fields = {}
    for child in parent:
        tag = child.tag
        if isinstance(tag, str):
            name = _name(tag)
            if name in fields:
                fields[name].append(child)
            else:
                fields[name] = [child]
    return fields


def _text(element: Element) -> str:
    """Return what stands in ``element``, unescaped markup inside it as markup."""
    text = element.text or ""
    if len(element):
        text += "".join(etree.tostring(child, encoding="unicode") for child in element)
    return text.strip()


def _first(fields: Fields, *names: str) -> str:
    for name in names:
        if name in fields:
            for element in fields[name]:
                if text := _text(element):
                    return text
    return ""


def _attribute(fields: Fields, name: str, *attributes: str) -> str:
    if name in fields:
        for element in fields[name]:
            for attribute in attributes:
                if value := element.get(attribute, "").strip():
                    return value
    return ""


def _enclosures(fields: Fields, base: str | None) -> Iterator[tidy.Enclosure]:
    links = (*fields.get("atom:link", ()), *fields.get("link", ()))
    as_in_atom = (link for link in links if link.get("rel") == "enclosure")
    for element in (*fields.get("enclosure", ()), *as_in_atom):
        url = tidy.address(element.get("url") or element.get("href"), base)
        if url:
            kind = tidy.media_type(element.get("type"), url)
            yield tidy.Enclosure(url, kind, tidy.size(element.get("length")))


def _media(fields: Fields, base: str | None) -> Iterator[tidy.Enclosure]:
    if "media:content" not in fields and "media:group" not in fields:
        return
    grouped = (child for group in fields.get("media:group", ()) for child in group)
    inside = [child for child in grouped if _name(str(child.tag)) == "media:content"]
    for element in [*fields.get("media:content", ()), *inside]:
        found = tidy.media_content(dict(element.attrib), base)
        if found:
            yield found


def _transcripts(fields: Fields, base: str | None) -> Iterator[Transcript]:
    for element in fields.get("podcast:transcript", ()):
        url = tidy.address(element.get("url"), base)
        if url:
            yield Transcript(url, element.get("type", ""), element.get("language"))


def _chapters(fields: Fields) -> Iterator[Chapter]:
    """Read Podlove's simple chapters, https://podlove.org/simple-chapters."""
    for element in (chapter for group in fields.get("psc:chapters", ()) for chapter in group):
        title = tidy.line(element.get("title", ""))
        if title and element.get("start"):
            yield Chapter(durations.parse(element.get("start", "")) or 0.0, title)


def _image(fields: Fields) -> str:
    return _attribute(fields, "itunes:image", "href", "url") or _attribute(
        fields, "media:thumbnail", "url"
    )


def _channel_image(fields: Fields) -> str:
    for element in fields.get("image", ()):
        if url := element.findtext("url", "").strip():
            return url
    return ""


def _atom_page(fields: Fields) -> str:
    for element in fields.get("atom:link", ()):
        if element.get("rel", "alternate") == "alternate" and element.get("href"):
            return element.get("href", "")
    return ""


def _categories(fields: Fields) -> tuple[str, ...]:
    named = [
        element.get("text", "")
        for top in fields.get("itunes:category", ())
        for element in top.iter()
    ]
    plain = [_text(element) for element in fields.get("category", ())]
    return tuple(dict.fromkeys(filter(None, map(tidy.line, [*named, *plain]))))

"""The fast reader: well-formed RSS 2.0 (and 0.9x, which looks the same) through libxml2.

https://www.rssboard.org/rss-specification, with the tags of Apple, Media RSS, Dublin Core and
the podcast namespace. The document is untrusted: entities stay unexpanded, nothing is loaded
from the network, and libxml2's own limits on depth and size hold.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lxml import etree

from desktop_app.base.parsed import Chapter, ParsedEpisode, ParsedFeed, Transcript
from desktop_app.feeds import dates, durations, items, tidy
from desktop_app.feeds.elements import attribute, fields_of, first, name_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from desktop_app.feeds.elements import Element, Fields
    from desktop_app.feeds.items import Cut

_EDITION = b"rss 2"  # part of every item's hash: raise it when items are read differently
_TITLES = ("title", "itunes:title", "media:title", "dc:title")
_DATES = (
    "pubDate", "dc:date", "dcterms:issued", "dcterms:created", "dcterms:modified",
    "atom:published", "atom:updated",
)  # fmt: skip
_NOTES = (
    "content:encoded", "fullitem", "xhtml:body", "body", "description", "itunes:summary",
    "dc:description", "media:description", "itunes:subtitle",
)  # fmt: skip


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
        if root is not None and _proved(cut, root):
            return _read_rest(root, cut, base)
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
    if cut is None or root is None or not _proved(cut, root):
        return None
    feed = _read_rest(root, cut, base)
    newest = _newer_end(feed.episodes[:number], feed.episodes[number:])
    return replace(feed, episodes=newest, unread=cut.unread + number) if newest else None


def _newer_end(
    start: tuple[ParsedEpisode, ...], end: tuple[ParsedEpisode, ...]
) -> tuple[ParsedEpisode, ...]:
    """Return which of two groups has the newest episodes, none if their dates do not tell."""
    ahead = [episode.published for episode in start if episode.published]
    behind = [episode.published for episode in end if episode.published]
    if len(ahead) < len(start) or len(behind) < len(end):
        return ()
    if min(ahead) >= max(behind):
        return start
    return end if max(ahead) <= min(behind) else ()


def _proved(cut: Cut, root: Element) -> bool:
    """Tell whether the parser has found the very items that the cut has."""
    return bool(root.xpath("count(channel/item)") == len(cut.keys))


def _read_rest(root: Element, cut: Cut, base: str | None) -> ParsedFeed:
    """Read the items that a cut left, one at a time: lxml keeps what is held in memory."""
    found = root.iterfind("channel/item")
    return _feed(root, zip(found, cut.keys, strict=True), base, cut.known)


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
    head = fields_of(next(root.iterchildren("channel")))
    return ParsedFeed(
        title=tidy.line(first(head, "title", "itunes:title", "dc:title")),
        reader="rss",
        episodes=tuple(_episode(item, key, base) for item, key in fresh),
        known=known,
        link=tidy.address(first(head, "link") or _atom_page(head), base),
        description=first(head, "description", "itunes:summary", "itunes:subtitle"),
        author=tidy.person(first(head, "itunes:author", "managingEditor", "dc:creator")),
        language=first(head, "language", "dc:language") or None,
        image=tidy.address(_image(head) or _channel_image(head), base),
        categories=_categories(head),
        new_url=tidy.address(first(head, "itunes:new-feed-url"), base),
    )


def _episode(item: Element, key: str, base: str | None) -> ParsedEpisode:
    fields = fields_of(item)
    notes = tidy.letters(first(fields, *_NOTES))
    sound = tidy.choose([*_enclosures(fields, base), *_media(fields, base)])
    url = sound.url if sound else None
    guid = first(fields, "guid")
    titles = [first(fields, name) for name in _TITLES if name in fields]
    duration = durations.parse(first(fields, "itunes:duration"))
    title = tidy.title(titles, notes, url)
    subtitle = tidy.letters(first(fields, "itunes:subtitle", "subtitle"))
    return ParsedEpisode(
        title=title,
        hash=key,
        guid=guid or None,
        url=url,
        type=sound.type if sound else None,
        size=sound.size if sound else None,
        link=tidy.address(first(fields, "link") or _atom_page(fields), base) or tidy.page(guid),
        notes=tidy.with_subtitle(notes, subtitle, title) if subtitle else notes,
        published=_published(fields),
        duration=duration or (sound.duration if sound else None),
        author=tidy.person(first(fields, "itunes:author", "author", "dc:creator")),
        image=tidy.address(_image(fields), base),
        chapters_url=tidy.address(attribute(fields, "podcast:chapters", "url"), base),
        transcripts=tuple(_transcripts(fields, base)),
        chapters=tuple(_chapters(fields)),
    )


def _published(fields: Fields) -> datetime | None:
    for name in _DATES:
        if name in fields and (when := dates.parse(first(fields, name))):
            return when
    return None


def _enclosures(fields: Fields, base: str | None) -> Iterator[tidy.Enclosure]:
    links = (*fields.get("atom:link", ()), *fields.get("link", ()))
    as_in_atom = [link for link in links if link.get("rel") == "enclosure"]
    for element in (*fields.get("enclosure", ()), *as_in_atom):
        url = tidy.address(element.get("url") or element.get("href"), base)
        if url:
            kind = tidy.media_type(element.get("type"), url)
            yield tidy.Enclosure(url, kind, tidy.size(element.get("length")))


def _media(fields: Fields, base: str | None) -> Iterator[tidy.Enclosure]:
    if "media:content" not in fields and "media:group" not in fields:
        return
    grouped = (child for group in fields.get("media:group", ()) for child in group)
    inside = [child for child in grouped if name_of(str(child.tag)) == "media:content"]
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
    return attribute(fields, "itunes:image", "href", "url") or attribute(
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
    plain = [text_of(element) for element in fields.get("category", ())]
    return tuple(dict.fromkeys(filter(None, map(tidy.line, [*named, *plain]))))

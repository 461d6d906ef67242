"""Lists of talks as OPML 2.0 (http://opml.org/spec2.opml), for outliners and podcast apps.

Two headings. Under "Talks", in order, an outline each: ``text`` is what is shown, ``title`` the
feed's own title, ``type="link"`` with ``url`` the address of the sound, for which the
specification has no type of its own and which outliners open; two attributes in a namespace of
ours, as it provides for, tell guid and feed. Under "Feeds" their feeds, once each, as
``type="rss"`` with ``xmlUrl``, which podcast apps subscribe to.
"""

from __future__ import annotations

from dataclasses import replace
from email.utils import format_datetime
from typing import TYPE_CHECKING

from lxml import etree

from desktop_app.base.addresses import is_web
from desktop_app.base.errors import KnownError
from desktop_app.base.paths import STARTER_URL
from desktop_app.base.sharing import Shared, SharedCollection, SharedTalk
from desktop_app.feeds.opml import is_link, legal, root_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

MOST_TALKS = 50_000
_LONGEST = 4_000
_OURS = "urn:hearthside:opml"
_GUID, _FEED = f"{{{_OURS}}}guid", f"{{{_OURS}}}feed"
_WHAT = "The list of talks cannot be read"


def write(talks: Iterable[SharedTalk], name: str, now: datetime) -> bytes:
    """Return an OPML file."""
    root = etree.Element("opml", {"version": "2.0"}, nsmap={"hearthside": _OURS})
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = legal(name)
    etree.SubElement(head, "dateCreated").text = format_datetime(now, usegmt=True)
    body = etree.SubElement(root, "body")
    inner = etree.SubElement(body, "outline", {"text": "Talks"})
    feeds: dict[str, str] = {}
    for talk in talks:
        etree.SubElement(inner, "outline", _outline(talk))
        if is_web(talk.feed_url):
            feeds.setdefault(talk.feed_url, talk.feed or talk.feed_url)
    below = etree.SubElement(body, "outline", {"text": "Feeds"}) if feeds else body
    for url, title in feeds.items():
        values = {"text": legal(title), "title": legal(title), "type": "rss", "xmlUrl": legal(url)}
        etree.SubElement(below, "outline", values)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)


def read(data: bytes, name: str) -> Shared:
    """Return the talks of an OPML file, as one collection of its title, or else of ``name``.

    Raises:
        KnownError: It is no OPML, its XML is broken, or it is too long.
    """
    root = root_of(data, _WHAT)
    title = _line(root.findtext("head/title") or "")
    feeds: dict[str, str] = {}
    talks: list[SharedTalk] = []
    for element in root.iter("outline"):
        values = {str(key).lower(): str(value).strip() for key, value in element.items()}
        values = {key: value for key, value in values.items() if len(value) <= _LONGEST}
        if address := values.get("xmlurl"):
            feeds[address] = values.get("title") or values.get("text") or ""
        elif talk := _talk(values):
            talks.append(talk)
    if len(talks) > MOST_TALKS:
        raise KnownError(_WHAT, f"{MOST_TALKS:,} talks are the most that can be read")
    if not talks:
        raise KnownError(
            _WHAT,
            "it lists feeds, but no talks" if feeds else "there are none in it",
            "To subscribe to feeds, import it where feeds are added." if feeds else "",
        )
    named = tuple(_with_feed(talk, feeds) for talk in talks)
    return Shared(named, (SharedCollection(title or name, tuple(range(len(named)))),))


def _outline(talk: SharedTalk) -> dict[str, str]:
    values = {"text": talk.headline or talk.title, "title": talk.title}
    if talk.url:
        values |= {"type": "link", "url": talk.url}
    if talk.guid and talk.feed_url:
        values |= {_GUID: talk.guid, _FEED: talk.feed_url}
    return {name: legal(value) for name, value in values.items()}


def _talk(values: dict[str, str]) -> SharedTalk | None:
    url = values.get("url", "")
    guid, feed = values.get(_GUID, ""), values.get(_FEED, "")
    title = _line(values.get("title") or values.get("text") or "")
    if not is_web(url):
        url = ""
    if not (url and (guid or is_link(values))) and not (guid and feed):
        return None
    return SharedTalk(title or url or guid, guid=guid, feed_url=feed, url=url)


def _with_feed(talk: SharedTalk, feeds: dict[str, str]) -> SharedTalk:
    known = is_web(talk.feed_url) or talk.feed_url == STARTER_URL
    feed = _line(feeds.get(talk.feed_url, ""))
    return replace(talk, feed=feed, feed_url=talk.feed_url if known else "")


def _line(text: str) -> str:
    return " ".join(text.split())

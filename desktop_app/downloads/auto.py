"""Which episodes of a feed are downloaded without being asked for. Pure."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from desktop_app.base.addresses import is_web
from desktop_app.downloads import magic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.base.shelf import Listed


def wanted(newest: Sequence[Listed], seen: int, before: int) -> tuple[int, ...]:
    """Return the ids to download, newest first.

    Each episode is looked at once: what the person cancelled, or removed, does not come back by
    itself. What was heard needs no download.

    Args:
        newest: Those that the feed's rule is for, newest first.
        seen: Episodes up to this id were looked at before.
        before: So many of the newest the rule was for until now; 0: there was none. Those that
            it is for since it was changed are looked at even if they are old.
    """
    return tuple(
        each.id
        for place, each in enumerate(newest)
        if (each.id > seen or place >= before) and _is_new(each)
    )


def _is_new(episode: Listed) -> bool:
    return not (episode.heard or episode.asked) and is_sound(episode.url, episode.type)


def is_sound(url: str | None, kind: str | None) -> bool:
    """Tell whether an enclosure is a recording, or a film with sound, on the web.

    What a feed says of the type counts, unless that is nothing or a way of saying "a file"; then
    the address's ending does, and one without any gets the benefit of the doubt.
    """
    if url is None or not is_web(url):
        return False
    told = (kind or "").partition(";")[0].strip().lower()
    if told.startswith(("audio/", "video/")) or told in magic.EXTENSIONS:
        return True
    suffix = PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
    if told and not told.endswith(("octet-stream", "download", "binary")):
        return suffix in magic.KNOWN
    return suffix in magic.KNOWN or not suffix

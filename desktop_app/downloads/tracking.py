"""The plain address inside one that leads through other people's counters.

Many feeds put the addresses of one or several counting services before that of the recording,
so that each of them learns who listens to what and when. A recovery podcast is nobody's
business, and each of these hops is one more that can fail.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from desktop_app.base.addresses import host_of, is_private, is_web

_PREFIXES = (
    "2.gum.fm/",
    "a.pdcst.to/*/",
    "adbarker.com/stream/*/",
    "arttrk.com/p/*/",
    "bktrks.co/t/*/",
    "chrt.fm/track/*/",
    "chtbl.com/track/*/",
    "claritaspod.com/measure/",
    "clrtpod.com/m/",
    "cohst.app/pdcst/*/",
    "dts.podtrac.com/redirect*/",
    "growx.podkite.com/http/*/",
    "growx.podkite.com/https/*/",
    "letscast.fm/track/",
    "m.pfxes.com/*/",
    "media.blubrry.com/*/",
    "media.blubrry.com/*/p/",
    "media.rawvoice.com/*/",
    "mgln.ai/e/*/",
    "mgln.ai/track/",
    "op3.dev/e*/",
    "p.podderapp.com/*/",
    "pdcds.co/*/",
    "pdcn.co/e/",
    "pdrl.fm/*/",
    "pdrl.fm/r/*/*/",
    "pdst.fm/e/",
    "pfx.veritonicmetrics.com/*/",
    "pfx.vpixl.com/*/",
    "play.podtrac.com/*/",
    "podscribe.com/rss/p/",
    "podtrac.com/pts/redirect*/",
    "podtrac.com/pts/redirect*?",
    "prefix.up.audio/s/",
    "prfx.byspotify.com/e/",
    "pscrb.fm/rss/p/",
    "r.zen.ai/r/",
    "r.zencastr.com/r/",
    "rss.pdrl.fm/*/",
    "s.gum.fm/r1/*/",
    "s.gum.fm/s-*/",
    "swap.fm/track/*/",
    "t.glystn.com/v2/track/*/",
    "tracking.swap.fm/track/*/",
    "verifi.podscribe.com/rss/p/",
)
"""Where the services' own part ends, as they document it; ``*`` is whatever has no slash."""

_PREFIX = re.compile(
    r"(https?)://(?:www\.)?(?:{})".format(
        "|".join(re.escape(each).replace(r"\*", "[^/?#]*") for each in _PREFIXES)
    )
    + r"(?:(https?)(?::|%3A)(?:/|%2F){1,2})?"
    + r"((?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z]{2,}(?::\d+)?(?:/|%2F)[^\s?#][^\s]*)",
    re.IGNORECASE,
)
"""A service's part, the scheme of what it leads to if that is said, and that: host and path."""


_BROKEN = re.compile(r"[\x00-\x20\x7f]")
"""What no address may hold: it would end the line of the request."""


def plain(url: str) -> str | None:
    """Return the address that ``url`` leads to behind the counters, None if there are none.

    Only what is written in ``url`` itself is believed, so nothing is asked; it may be wrong
    (a service can point elsewhere), hence ``url`` is the one to try next. What was asked for
    over https still is.
    """
    found = None
    while match := _PREFIX.fullmatch(found or url):
        outer, inner, rest = match.groups()
        scheme = "https" if outer.lower() == "https" else (inner or outer).lower()
        address = f"{scheme}://{_decoded(rest)}"
        if _BROKEN.search(address) or not is_web(address) or is_private(host_of(address)):
            break
        found = address
    return found


def _decoded(rest: str) -> str:
    """Return host and path as they are meant, if they were percent-encoded as a whole."""
    path, mark, query = rest.partition("?")
    host_end = path.find("/")
    if "%2f" not in (path if host_end < 0 else path[:host_end]).lower():
        return rest
    meant = unquote(path).replace(" ", "%20")
    joint = "&" if "?" in meant else mark
    return f"{meant}{joint}{query}" if query else meant

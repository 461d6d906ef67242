"""The plain address behind the counters."""

from __future__ import annotations

import pytest

from desktop_app.downloads.tracking import plain

HERE = "https://cdn.example.com/tapes/1.mp3"
INNER = "cdn.example.com/tapes/1.mp3"


@pytest.mark.parametrize(
    "prefix",
    [
        "www.podtrac.com/pts/redirect.mp3/",
        "podtrac.com/pts/redirect.m4a/",
        "www.podtrac.com/pts/redirect.mp3?http://",
        "dts.podtrac.com/redirect.mp3/",
        "play.podtrac.com/some-show/",
        "chtbl.com/track/5899E/",
        "chrt.fm/track/9EE2G/",
        "pdst.fm/e/",
        "op3.dev/e/",
        "op3.dev/e,pg=0f7d6a2b/",
        "media.blubrry.com/a_show/",
        "media.blubrry.com/a_show/p/",
        "mgln.ai/e/94/",
        "mgln.ai/track/",
        "pscrb.fm/rss/p/",
        "verifi.podscribe.com/rss/p/",
        "arttrk.com/p/ABCD1/",
        "claritaspod.com/measure/",
        "www.claritaspod.com/measure/",
        "clrtpod.com/m/",
        "swap.fm/track/zA4xtl/",
        "tracking.swap.fm/track/zA4xtl/",
        "2.gum.fm/",
        "s.gum.fm/s-64df757f86d495f3f8ac7af4/",
        "pfx.vpixl.com/6qj4J/",
        "pfx.veritonicmetrics.com/vt123/",
        "growx.podkite.com/https/D3E76IU7/",
        "prfx.byspotify.com/e/",
        "pdcn.co/e/",
        "r.zen.ai/r/",
        "r.zencastr.com/r/",
        "cohst.app/pdcst/9V4R8T/",
        "p.podderapp.com/1226842767/",
        "pdrl.fm/55dc8e/",
        "pdrl.fm/r/86c73b/6f0827/",
        "prefix.up.audio/s/",
        "letscast.fm/track/https://",
        "dts.podtrac.com/redirect.mp3/chrt.fm/track/9EE2G/pdst.fm/e/",
        "pdst.fm/e/pfx.vpixl.com/u8u9X/pscrb.fm/rss/p/mgln.ai/e/1118/clrtpod.com/m/arttrk.com/p/Y/",
        "pdst.fm/e/https://mgln.ai/e/441/",
        "DTS.Podtrac.com/redirect.mp3/",
    ],
)
def test_prefixes(prefix: str) -> None:
    assert plain(f"https://{prefix}{INNER}") == HERE
    assert plain(f"https://{prefix}{INNER}?a=b%2Fc&d=1#t") == f"{HERE}?a=b%2Fc&d=1#t"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (f"http://pdst.fm/e/{INNER}", f"http://{INNER}"),
        (f"http://pdst.fm/e/https://{INNER}", HERE),
        (f"https://pdst.fm/e/http://{INNER}", HERE),
        (f"https://pdst.fm/e/https:/{INNER}", HERE),
        ("https://pdst.fm/e/https%3A%2F%2Fcdn.example.com%2Ftapes%2F1.mp3", HERE),
        ("https://pdst.fm/e/cdn.example.com%2Ftapes%2F1.mp3?a=b", f"{HERE}?a=b"),
        (
            "https://pdst.fm/e/cdn.example.com%2Ft%2F1.mp3%3Fa=b",
            "https://cdn.example.com/t/1.mp3?a=b",
        ),
        (
            "https://pdst.fm/e/cdn.example.com%2Ft%2F1.mp3%3Fa?c",
            "https://cdn.example.com/t/1.mp3?a&c",
        ),
        ("https://pdst.fm/e/cdn.example.com%2FA%20B.mp3", "https://cdn.example.com/A%20B.mp3"),
        ("https://pdst.fm/e/cdn.example.com/A%2FB.mp3", "https://cdn.example.com/A%2FB.mp3"),
        ("https://pdst.fm/e/cdn.example.com:8443/1.mp3", "https://cdn.example.com:8443/1.mp3"),
        # a service that also keeps recordings: no address in the address
        ("https://media.blubrry.com/show/1.mp3", None),
        ("https://pdst.fm/e/media.blubrry.com/show/1.mp3", "https://media.blubrry.com/show/1.mp3"),
        # nothing before it, or nothing that we know
        (HERE, None),
        ("https://example.com/e/cdn.example.com/1.mp3", None),
        ("https://example.com/?from=https://pdst.fm/e/cdn.example.com/1.mp3", None),
        ("https://notpdst.fm/e/cdn.example.com/1.mp3", None),
        ("https://web.archive.org/web/2018/https://play.podtrac.com/a/cdn.example.com/1.mp3", None),
        # what is no web address of a public host
        ("https://pdst.fm/e/localhost/1.mp3", None),
        ("https://pdst.fm/e/printer.local/1.mp3", None),
        ("https://pdst.fm/e/192.168.1.1/1.mp3", None),
        ("https://pdst.fm/e/127.1/1.mp3", None),
        ("https://pdst.fm/e/[::1]/1.mp3", None),
        ("https://pdst.fm/e/file:///etc/passwd", None),
        ("https://pdst.fm/e/me:secret@cdn.example.com/1.mp3", None),
        ("https://pdst.fm/e/cdn.example.com@10.0.0.1/1.mp3", None),
        ("https://pdst.fm/e/cdn.example.com:0/1.mp3", None),
        ("https://pdst.fm/e/cdn.example.com:99999/1.mp3", None),
        ("https://pdst.fm/e/cdn.example.com", None),
        ("https://pdst.fm/e/cdn.example.com/", None),
        ("https://pdst.fm/e/cdn.example.com%2F%0d%0aHost:x", None),
        ("https://pdst.fm/e/", None),
        ("ftp://pdst.fm/e/cdn.example.com/1.mp3", None),
        ("", None),
    ],
)
def test_addresses(url: str, expected: str | None) -> None:
    assert plain(url) == expected


def test_a_very_long_address_takes_no_long_time() -> None:
    assert plain("https://pdst.fm/e/" + "a-" * 20_000) is None
    assert plain("https://pdst.fm/e/" + "a." * 20_000) is None
    assert plain("https://" + "pdst.fm/e/" * 300 + INNER) == HERE

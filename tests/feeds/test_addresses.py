"""Which addresses are the same, what typed words mean, and where a feed may not send us."""

from __future__ import annotations

import pytest

from desktop_app.base.errors import KnownError
from desktop_app.feeds.addresses import (
    file_name,
    is_private,
    is_web,
    may_lead,
    normalise,
    split_login,
    typed,
)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("http://example.org/feed", "https://example.org/feed", True),
        ("http://www.example.org/feed", "http://example.org/feed/", True),
        ("http://Example.ORG:80/feed", "https://example.org:443/feed", True),
        ("http://example.org", "http://example.org/", True),
        ("http://me:word@example.org/a", "http://example.org/a#top", True),
        (" http://example.org/a ", "http://example.org/a", True),
        ("http://example.org/Feed", "http://example.org/feed", False),
        ("http://example.org/a?x=1", "http://example.org/a?x=2", False),
        ("http://example.org:8080/a", "http://example.org/a", False),
        ("http://a.example.org/", "http://b.example.org/", False),
        ("http://[broken/a", "http://[broken/a", True),
    ],
)
def test_normalise(one: str, other: str, *, same: bool) -> None:
    assert (normalise(one) == normalise(other)) is same


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("example.org", "https://example.org/"),
        (" https://x.org ", "https://x.org/"),
        ("example.org/feed?a=b#c", "https://example.org/feed?a=b"),
        ("example.org:8000/feed", "https://example.org:8000/feed"),
        ("localhost:8000/feed", "https://localhost:8000/feed"),
        ("http://127.0.0.1:5000/x", "http://127.0.0.1:5000/x"),
        ("feed://example.org/rss", "http://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        ("podcast://example.org/rss", "http://example.org/rss"),
        ("itpc://example.org/rss", "http://example.org/rss"),
        ("pcast:example.org/rss", "http://example.org/rss"),
        ("<https://example.org/a>", "https://example.org/a"),
        ("HTTPS://Example.org/A", "https://Example.org/A"),
        ("//example.org/a", "https://example.org/a"),
    ],
)
def test_typed(text: str, address: str) -> None:
    assert typed(text) == address


@pytest.mark.parametrize(
    "text",
    [
        "", "   ", "hello", "two words.org", "ftp://example.org/a", "file:///etc/passwd",
        "javascript:alert(1)", "http://", "https:///path", "http://[::1", "feed:", "a..b",
        "http://example.org:99999/", "http://example.org:x/", "mailto:bob@example.org",
    ],
)  # fmt: skip
def test_typed_refuses(text: str) -> None:
    with pytest.raises(KnownError, match="not a web address"):
        typed(text)


@pytest.mark.parametrize(
    ("host", "private"),
    [
        ("127.0.0.1", True), ("127.1", True), ("2130706433", True), ("0x7f000001", True),
        ("0177.0.0.1", True), ("10.1.2.3", True), ("192.168.1.1", True), ("172.16.0.1", True),
        ("169.254.169.254", True), ("0.0.0.0", True), ("100.64.0.1", True), ("::1", True),
        ("[::1]", True), ("fe80::1%eth0", True), ("fd00::1", True), ("::ffff:10.0.0.1", True),
        ("2002:7f00:1::", True), ("224.0.0.1", True), ("localhost", True), ("LOCALHOST.", True),
        ("nas.local", True), ("a.localhost", True), ("router.home.arpa", True),
        ("8.8.8.8", False), ("2606:4700:4700::1111", False), ("example.org", False),
        ("localhost.example.org", False), ("local", True), ("dead.beef.example", False),
        ("", False), ("１２７.0.0.1", True), ("127。0。0。1", True), ("ⓛocalhost", True),
        ("bücher.example", False), ("no\u200bname.example", True), ("64:ff9b::c0a8:101", True),
        ("64:ff9b::808:808", False), ("::127.0.0.1", True), ("::", True),
    ],
)  # fmt: skip
def test_is_private(host: str, *, private: bool) -> None:
    assert is_private(host) is private


@pytest.mark.parametrize(
    ("source", "target", "allowed"),
    [
        ("https://example.org/", "https://cdn.example.net/a.mp3", True),
        ("https://example.org/", "http://127.0.0.1/a.mp3", False),
        ("https://example.org/", "http://nas.local/a.mp3", False),
        ("https://example.org/", "file:///etc/passwd", False),
        ("http://127.0.0.1:80/", "http://127.0.0.1:81/a.mp3", True),
        ("http://nas.local/", "http://192.168.1.2/a.mp3", True),
    ],
)
def test_may_lead(source: str, target: str, *, allowed: bool) -> None:
    assert may_lead(source, target) is allowed


def test_split_login() -> None:
    assert split_login("https://a%40b:p%3Aw@x.org:81/f?q=1") == (
        "https://x.org:81/f?q=1",
        ("a@b", "p:w"),
    )
    assert split_login("https://x.org/f") == ("https://x.org/f", None)


def test_small_ones() -> None:
    assert [is_web(url) for url in ("http://x", "http://", "http://[x")] == [True, False, False]
    assert file_name("https://x.org/a/Bob%20D._step_one.mp3?x=1") == "Bob D. step one"

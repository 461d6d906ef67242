"""To whom a password may go."""

from __future__ import annotations

import pytest

from desktop_app.base.secrets import basic, may_know, shareable, signed, unsigned


@pytest.mark.parametrize(
    ("owner", "target", "may"),
    [
        ("https://a.org/1", "https://a.org/2", True),
        ("http://a.org/1", "https://a.org/1", True),
        ("https://a.org/1", "http://a.org/1", False),
        ("https://a.org/1", "https://b.a.org/1", False),
        ("https://a.org/1", "https://a.org:8443/1", False),
        ("http://a.org:8080/1", "https://a.org/1", False),
        ("https://A.org/1", "https://a.ORG/1", True),
    ],
)
def test_may_know(owner: str, target: str, *, may: bool) -> None:
    assert may_know(owner, target) is may


def test_the_header_is_that_of_the_rfc() -> None:
    assert basic(("Aladdin", "open sesame")) == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="
    assert basic(("test", "123£")) == "Basic dGVzdDoxMjPCow=="


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://a.example/1.mp3?x=1", "http://ann:p%3A%40%2F%25@a.example/1.mp3?x=1"),
        ("http://a.example:8080/", "http://ann:p%3A%40%2F%25@a.example:8080/"),
        ("http://old:one@a.example/", "http://ann:p%3A%40%2F%25@a.example/"),
    ],
)
def test_an_address_with_name_and_password(url: str, expected: str) -> None:
    assert signed(url, ("ann", "p:@/%")) == expected
    assert signed(url, None) == url


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://bob:secret@a.org/1.mp3?b=c@d#e", "https://a.org/1.mp3?b=c@d#e"),
        ("https://bob@a.org:8443/1", "https://a.org:8443/1"),
        ("https://a.org/@bob/1", "https://a.org/@bob/1"),
        ("https://[bob:secret@a.org", ""),
        ("", ""),
    ],
)
def test_what_may_be_told_of_an_address(url: str, told: str) -> None:
    assert unsigned(url) == told


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("https://example.org/feed.xml", "https://example.org/feed.xml"),
        ("https://bob:pass@example.org/a?x=1", "https://example.org/a?x=1"),
        ("https://example.org/rss/me?auth=abc", "https://example.org/rss/me"),
        ("https://example.org/a?id=7&token=abc&page=2", "https://example.org/a?id=7&page=2"),
        ("https://e.org/a.mp3?X-Amz-Signature=x&X-Amz-Date=1", "https://e.org/a.mp3?X-Amz-Date=1"),
        ("https://e.org/a.mp3?Key-Pair-Id=x&accessToken=1", "https://e.org/a.mp3"),
        ("https://e.org/a.mp3?api_key=x&apikey=1&sig=2", "https://e.org/a.mp3"),
        ("https://e.org/a.mp3?%74oken=x", "https://e.org/a.mp3"),
        ("https://e.org/a?monkey=1&author=2&passage=3", "https://e.org/a?monkey=1&author=2&passage=3"),
        ("https://e.org/a?flag", "https://e.org/a?flag"),
        ("https://[", ""),
    ],
)  # fmt: skip
def test_what_of_an_address_is_handed_on(url: str, told: str) -> None:
    assert shareable(url) == told

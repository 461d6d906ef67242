"""To whom a password may go."""

from __future__ import annotations

import pytest

from desktop_app.base.secrets import basic, may_know


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

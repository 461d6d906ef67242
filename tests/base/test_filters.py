"""Saved filters: every condition comes back, whatever else the text holds."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

import pytest

from desktop_app.base import filters
from desktop_app.base.model import DownloadState, EpisodeQuery, FeedKind, Order

FULL = EpisodeQuery(
    kind=FeedKind.MEDITATIONS,
    feed_id=7,
    speaker="Bob D.",
    fellowship="Al-Anon",
    step=4,
    topic="fear",
    decade=1990,
    series="key",
    collection=3,
    states=(DownloadState.DOWNLOADED, DownloadState.QUEUED),
    favorite=True,
    unheard=True,
    not_begun=True,
    half_heard=True,
    queued=True,
    lost=True,
    text="“words” é 🌱",
    order=Order.SPEAKER,
)


@pytest.mark.parametrize("name", [field.name for field in fields(EpisodeQuery)])
def test_every_field_comes_back(name: str) -> None:
    one: dict[str, Any] = {name: getattr(FULL, name)}
    assert one[name] != getattr(EpisodeQuery(), name), "the test sets every field"
    query = replace(EpisodeQuery(), **one)
    assert filters.loads(filters.dumps(query)) == query
    assert list(filters.values(query)) == [name]


def test_all_fields_together() -> None:
    assert filters.loads(filters.dumps(FULL)) == FULL
    assert set(filters.READ) == {field.name for field in fields(EpisodeQuery)}
    assert filters.dumps(EpisodeQuery()) == "{}"


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", EpisodeQuery()),
        ("{", EpisodeQuery()),
        ("[]", EpisodeQuery()),
        ("null", EpisodeQuery()),
        ('"step"', EpisodeQuery()),
        ("[" * 100_000, EpisodeQuery()),
        ('{"step": 4, "mood": "calm", "later": {"a": [1]}}', EpisodeQuery(step=4)),
        ('{"step": "4", "unheard": true}', EpisodeQuery(unheard=True)),
        ('{"step": true, "unheard": 1}', EpisodeQuery()),
        ('{"kind": "books", "fellowship": "AA"}', EpisodeQuery(fellowship="AA")),
        ('{"kind": ["talks"], "states": "queued"}', EpisodeQuery()),
        ('{"states": ["queued", "flown"]}', EpisodeQuery()),
        ('{"states": ["queued", "queued"]}', EpisodeQuery(states=(DownloadState.QUEUED,))),
        ('{"order": "sideways", "decade": null}', EpisodeQuery()),
        ('{"feed_id": 9223372036854775808}', EpisodeQuery()),
        (f'{{"text": "{"x" * 4_001}", "step": 4}}', EpisodeQuery(step=4)),
        ('{"speaker": "\\ud83c", "topic": "a\\u0000b"}', EpisodeQuery(speaker="")),
    ],
)
def test_what_is_none_is_left_out(text: str, query: EpisodeQuery) -> None:
    assert filters.loads(text) == query
    json.dumps(filters.values(query)).encode()

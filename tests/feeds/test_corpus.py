"""Thousands of real, odd and hostile files: nothing crashes, and both readers agree.

The corpus lies beside the repository and is no part of it.
"""

from __future__ import annotations

import io
import warnings
from calendar import timegm
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import cast

import feedparser  # type: ignore[import-untyped]  # it ships no types
import pytest

from desktop_app.base.errors import KnownError
from desktop_app.base.model import ParsedEpisode, ParsedFeed
from desktop_app.feeds import durations, generic, opml
from desktop_app.feeds.parse import parse, trimmed, without_doctype

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "feeds"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason=f"no corpus at ../shared/corpus/feeds")

FEWER = {}
ALLOWED = {}

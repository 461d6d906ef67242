"""The words about one talk: where its title may break, and what kind of thing it is."""

from __future__ import annotations

import pytest

from desktop_app.base.model import DownloadState
from desktop_app.ui.look.talk_words import breakable, is_silent
from tests.support.hand import episode


@pytest.mark.parametrize(
    ("title", "pieces"),
    [
        ("Chris R. - Steps 6 & 7", ["Chris R. - Steps 6 & 7"]),
        ("Congratulations, everybody", ["Congratulations, everybody"]),
        ("20160917_AA_Speaker_Margaret.mp3", ["20160917_", "AA_", "Speaker_", "Margaret.", "mp3"]),
        ("x" * 30, ["x" * 14, "x" * 14, "xx"]),
    ],
)
def test_only_overlong_words_may_be_broken(title: str, pieces: list[str]) -> None:
    assert [piece for piece in breakable(title).split("\u200b") if piece] == pieces
    assert breakable(title).replace("\u200b", "") == title


@pytest.mark.parametrize(
    ("values", "silent"),
    [
        ({}, False),
        ({"url": None}, True),
        ({"url": None, "file": "a.mp3"}, False),
        ({"url": None, "state": DownloadState.DOWNLOADED}, False),
    ],
)
def test_without_any_recording_there_is_nothing_to_play(
    values: dict[str, object], silent: bool
) -> None:
    assert is_silent(episode(7, **values)) is silent

"""Which events may change a number of talks."""

from __future__ import annotations

from dataclasses import replace

from desktop_app.services.events import (
    CollectionsChanged,
    EpisodesChanged,
    FeedsChanged,
    PlayerChanged,
)
from desktop_app.ui.pages.numbers import Numbers
from tests.support.hand import episode, now_playing

TALK = episode(7, speakers=("Bob D.",))


def test_a_place_that_is_saved_changes_none() -> None:
    numbers = Numbers()
    assert not numbers.changed_by(PlayerChanged(now_playing(TALK)))
    assert not numbers.changed_by(EpisodesChanged(frozenset({7})))
    assert not numbers.changed_by(PlayerChanged(now_playing(replace(TALK, position=30.0))))
    assert not numbers.changed_by(CollectionsChanged())


def test_other_talks_other_feeds_and_other_facts_of_what_plays_do() -> None:
    numbers = Numbers()
    assert numbers.changed_by(EpisodesChanged(frozenset({7})))
    numbers.changed_by(PlayerChanged(now_playing(TALK)))
    assert numbers.changed_by(EpisodesChanged(frozenset({7, 8})))
    assert numbers.changed_by(EpisodesChanged())
    assert numbers.changed_by(FeedsChanged())
    assert numbers.changed_by(PlayerChanged(now_playing(replace(TALK, speakers=("Bob B.",)))))
    assert numbers.changed_by(PlayerChanged(now_playing(episode(8)))), "7 may be heard by now"
    assert numbers.changed_by(PlayerChanged(None))
    assert not numbers.changed_by(PlayerChanged(None))
    assert numbers.changed_by(EpisodesChanged(frozenset({8})))

"""Talks or meditations, by what a feed says of itself."""

from __future__ import annotations

import pytest

from desktop_app.base.model import FeedKind
from desktop_app.catalog.kind import guess_kind

TALKS, MEDITATIONS = FeedKind.TALKS, FeedKind.MEDITATIONS


@pytest.mark.parametrize(
    ("title", "description", "categories", "group", "kind"),
    [
        ("Harbour Lights", "", (), "Guided meditations", MEDITATIONS),
        ("Evening talks from the forest", "", (), "Guided meditations", MEDITATIONS),
        ("Forest Hermitage", "Teachings on meditation", (), "Meditation talks", TALKS),
        ("Valley Zen: dharma talks and guided meditations", "", (), "Meditation talks", TALKS),
        ("Valley Zen: guided meditations", "", (), "Meditation talks", MEDITATIONS),
        ("Insight Meditation House", "", ("Buddhism",), "Meditation talks", TALKS),
        ("Sunday Speakers", "", (), "Speakers", TALKS),
        ("Meditation for sober mornings", "", (), "Recovery shows", TALKS),
        ("Ten Minute Meditations", "", (), "", MEDITATIONS),
        ("Guided Sleep Meditation", "", (), "", MEDITATIONS),
        ("Yoga Nidra at Night", "", (), "", MEDITATIONS),
        ("Meditaciones guiadas de la tarde", "", (), "", MEDITATIONS),
        ("A Mindful Quarter Hour", "", (), "", MEDITATIONS),
        ("Recovery and Meditation Podcast", "", (), "", TALKS),
        ("Dharma Talks from the Lake", "Mindfulness and meditation", (), "", TALKS),
        ("Quiet Water", "Short guided meditations for every day.", (), "", MEDITATIONS),
        ("Quiet Water", "", ("Health", "Meditation"), "", MEDITATIONS),
        ("Quiet Water", "Conversations about meditations", (), "", TALKS),
        ("Quiet Water", "Alcoholics share their stories.", (), "", TALKS),
        ("Quiet Water", "A river podcast.", ("Nature",), "", TALKS),
        ("", "", (), "", TALKS),
    ],
)
def test_guess_kind(
    title: str, description: str, categories: tuple[str, ...], group: str, kind: FeedKind
) -> None:
    assert guess_kind(title, description, categories, group) == kind

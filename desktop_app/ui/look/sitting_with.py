"""A talk as a sitting holds it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from desktop_app.base.sittings import Guided, Preset
from desktop_app.ui.look import talk_words, words

if TYPE_CHECKING:
    from desktop_app.base.model import Episode

_USUAL = 600.0
_SETTLE = 10.0
_LONGEST_NAME = 60


def guided_of(episode: Episode, *, short: bool) -> Guided:
    """Return a talk as what a sitting plays; ``short``: names of speakers are shortened."""
    title = talk_words.headline(episode, short=short)
    return Guided(episode.id, title, episode.duration or None)


def sitting_with(episode: Episode, *, short: bool) -> Preset:
    """Return a new sitting that plays a talk and ends with it, on a whole minute."""
    guided = guided_of(episode, short=short)
    length = math.ceil((guided.duration or _USUAL) / 60) * 60.0
    name = words.shortened(guided.title, _LONGEST_NAME)
    return Preset(name, length, settle=_SETTLE, guided=guided)

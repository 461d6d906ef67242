"""The sittings that are there on the first day."""

from __future__ import annotations

from desktop_app.base.parsed import Chapter
from desktop_app.base.sittings import Preset

_STEP_ELEVEN = (
    (0, "Let the day stop here for a while."),
    (20, "Sit in a way that you can keep. Let your hands rest."),
    (50, "Feel where the chair or the floor carries you."),
    (80, "Notice one breath. Then the next."),
    (115, "What was good today? Let one thing come back."),
    (155, "What was hard? You can look at it without arguing with it."),
    (200, "If something needs putting right, name it. It can wait until you get up."),
    (245, "Who needs a kind thought from you?"),
    (285, "If you pray, do so now, in your own words. If not, wish yourself and others well."),
    (330, "Ask for what tomorrow needs: some patience, some courage, some sense."),
    (375, "Then put the words down."),
    (405, "Five minutes of silence. There is nothing to get right."),
    (435, ""),
)
_BREATH_PAUSE = (
    (0, "Stop here for a moment."),
    (15, "Feel both feet on the floor."),
    (30, "Breathe in slowly, and out a little more slowly."),
    (60, "Let your shoulders drop."),
    (80, "In. And out."),
    (110, "Whatever it is, it does not have to be settled this minute."),
    (140, "One more slow breath."),
    (160, "Look around you. Go on when you are ready."),
)


def presets() -> tuple[Preset, ...]:
    """Return the built-in sittings in the order of the screen."""
    return (
        Preset("Morning quiet", length=600, settle=10, built_in="morning"),
        Preset(
            "Evening sitting",
            length=1200,
            settle=10,
            bell_every=300,
            ambience="rain",
            built_in="evening",
        ),
        Preset(
            "Step Eleven", length=720, settle=10, prompts=_prompts(_STEP_ELEVEN), built_in="eleven"
        ),
        Preset(
            "Breath pause",
            length=180,
            bell=None,
            prompts=_prompts(_BREATH_PAUSE),
            built_in="breath",
        ),
    )


def _prompts(words: tuple[tuple[int, str], ...]) -> tuple[Chapter, ...]:
    return tuple(Chapter(float(start), title) for start, title in words)

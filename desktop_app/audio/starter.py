"""The built-in starter feed: what its four meditations say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from desktop_app.base.parsed import Chapter


@dataclass(frozen=True, slots=True)
class Meditation:
    """A meditation to be rendered; ``seconds`` long, its prompts as chapters.

    ``bells`` are the places, in seconds, at which ``bell`` is struck over ``ambience``;
    ``breath`` makes the ambience swell and sink with this period in seconds.
    """

    name: str
    title: str
    about: str
    published: datetime
    seconds: int
    bell: str
    bells: tuple[int, ...]
    ambience: str
    prompts: tuple[Chapter, ...]
    breath: float | None = None


def meditations() -> tuple[Meditation, ...]:
    """Return the feed's meditations, newest first."""
    return (_QUIET, _RAIN, _DAY, _BREATH)


def _chapters(*words: tuple[int, str]) -> tuple[Chapter, ...]:
    return tuple(Chapter(float(start), title) for start, title in words)


_QUIET = Meditation(
    name="settling",
    title="Three quiet minutes",
    about=(
        "A short pause with the sound of the sea. One bowl at the beginning, one at the end, and "
        "a few words to read in between. A good place to start if you have never done this."
    ),
    published=datetime(2025, 1, 5, 8, 0, tzinfo=UTC),
    seconds=180,
    bell="bowl",
    bells=(2, 164),
    ambience="sea",
    prompts=_chapters(
        (0, "Sit down. Nothing else has to happen now."),
        (20, "Feel what holds you up."),
        (40, "Unclench the jaw. Let the hands lie still."),
        (65, "Listen to a wave come in."),
        (90, "Listen to it go out."),
        (115, "Thoughts will come. They may pass by, too."),
        (140, "Take one breath that is yours alone."),
        (164, "The bowl sounds. Get up when you like."),
    ),
)

_RAIN = Meditation(
    name="rain",
    title="A sitting with rain",
    about=(
        "Five minutes under a roof while it rains. A bowl opens the sitting, marks the middle "
        "and closes it. There are few words, and long stretches with none."
    ),
    published=datetime(2025, 1, 4, 8, 0, tzinfo=UTC),
    seconds=300,
    bell="bowl",
    bells=(3, 150, 278, 283),
    ambience="rain",
    prompts=_chapters(
        (0, "You are indoors. It is raining. There is time."),
        (25, "Find a way to sit that asks for no effort."),
        (50, "Hear the rain as one sound."),
        (85, "Now hear the single drops."),
        (120, "When you notice you have wandered off, you are already back."),
        (150, "Half of the time. Let the bowl ring out."),
        (185, "Nothing needs to be solved in the rain."),
        (230, "Stay with the sound a little longer."),
        (278, "Two strikes, and the sitting is over."),
    ),
)

_DAY = Meditation(
    name="evening",
    title="Letting the day go",
    about=(
        "Eight minutes for the evening, with crickets outside. It goes through the day once, "
        "kindly, and then puts it down. No bell ends it, so you may fall asleep over it."
    ),
    published=datetime(2025, 1, 3, 8, 0, tzinfo=UTC),
    seconds=480,
    bell="bell",
    bells=(3,),
    ambience="night",
    prompts=_chapters(
        (0, "The day is done. Whatever is unfinished will keep."),
        (25, "Lie or sit so that you could stay like this."),
        (55, "Begin at the feet. Let them be heavy."),
        (80, "Let the legs be heavy, and the back."),
        (105, "Let the face grow soft."),
        (135, "Go back to this morning. How did the day begin?"),
        (170, "Walk through it slowly, as if through a house, without tidying up."),
        (215, "Something went well. Stay in that room for a moment."),
        (255, "Something did not. Leave the light on there and go on."),
        (295, "Was anybody kind to you? Were you kind to anybody?"),
        (335, "If there is something to mend, it has a place in tomorrow."),
        (370, "Close the door behind you."),
        (400, "Listen to the night."),
        (440, "You did what you could do today. Rest."),
    ),
)

_BREATH = Meditation(
    name="breath",
    title="One breath at a time",
    about=(
        "Three minutes for a hard moment. The sound rises and falls like slow breathing, six "
        "times a minute. Follow it as well as you can; it does not mind if you lose it."
    ),
    published=datetime(2025, 1, 2, 8, 0, tzinfo=UTC),
    seconds=180,
    bell="wood",
    bells=(1, 171),
    ambience="brown",
    breath=10.0,
    prompts=_chapters(
        (0, "This is a hard moment. It is also a short one."),
        (20, "As the sound rises, breathe in."),
        (30, "As it falls, breathe out."),
        (50, "Only this breath. The next one comes by itself."),
        (80, "Name one thing that you can see."),
        (100, "Name one thing that you can touch."),
        (120, "In, and slowly out."),
        (145, "It has already changed a little."),
        (171, "Is there somebody you could call?"),
    ),
)

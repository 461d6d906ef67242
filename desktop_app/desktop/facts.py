"""What the desktop is told: the few facts that media keys, sleep and tray need (pure)."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.base.headlines import headline
from desktop_app.base.model import SOUNDING
from desktop_app.base.names import shorten
from desktop_app.base.secrets import unsigned
from desktop_app.base.settings import Settings

if TYPE_CHECKING:
    from desktop_app.base.model import Episode
    from desktop_app.services.events import NowPlaying


@dataclass(frozen=True, slots=True)
class Facts:
    """What plays, and what may be said of it.

    ``name``: what the app calls itself, which is neutral in discreet mode. ``untitled``: what
    a talk without a title is called. ``part``: which part of a series it is, in words.
    ``sitting``: one runs and is not paused. ``more``: the queue has a talk that comes next.
    ``art``: where a picture of the talk lies, or "".
    """

    now: NowPlaying | None = None
    settings: Settings = field(default_factory=Settings)
    name: str = "Hearthside"
    untitled: str = "Untitled"
    part: str = ""
    sitting: bool = False
    more: bool = False
    art: str = ""

    @property
    def sounding(self) -> bool:
        """Whether there is sound, or will be as soon as it has come."""
        return self.now is not None and self.now.status in SOUNDING

    @property
    def awake(self) -> bool:
        """Whether the computer must not fall asleep by itself now."""
        return self.sounding or self.sitting

    @property
    def lit(self) -> bool:
        """Whether the screen must not go dark by itself now, for somebody sits before it."""
        return self.sitting

    @property
    def title(self) -> str:
        """What the talk is called as lists show it; in discreet mode the app's neutral name."""
        if self.now is None or self.settings.discreet:
            return self.name
        short = self.settings.short_names
        return headline(self.now.episode, self.part, short=short) or self.untitled

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks, as lists show it; nobody in discreet mode."""
        if self.now is None or self.settings.discreet:
            return ()
        names = self.now.episode.speakers
        return tuple(map(shorten, names)) if self.settings.short_names else names


@dataclass(frozen=True, slots=True)
class Picture:
    """A small picture as its points: four bytes each, red, green, blue and opacity, row by row."""

    width: int
    height: int
    points: bytes


@dataclass(frozen=True, slots=True)
class Note:
    """A few words for the desktop to show; a click on them leads to where one sits."""

    title: str
    text: str
    picture: Picture | None = None


def address(episode: Episode) -> str:
    """Return where the sound is: the file's address, else that of the web, or "".

    A name and password that the publisher wrote into it are nobody else's business.
    """
    if episode.file:
        return Path(episode.file).absolute().as_uri()
    return unsigned(episode.url or "")

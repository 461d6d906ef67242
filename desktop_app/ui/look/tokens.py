"""The design's colours, spacing and type scale, before any scaling.

Lengths are logical pixels at a text size of 100 %; colours are ``#rrggbb``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum


@dataclass(frozen=True, slots=True)
class Palette:
    """One colour for each use; ``faint`` is for decoration, never for words that matter.

    ``lamp_text`` is the lamp for words: a shade darker in the light, as the lamp itself has
    only 4.2:1 on its own soft ground. ``on_lamp``, ``on_calm`` and ``on_ink`` are for words on
    a filled ground of that colour; ``lamp_dark`` is where the gradient of a cover ends.
    """

    paper: str
    side: str
    card: str
    ink: str
    soft: str
    faint: str
    line: str
    lamp: str
    lamp_text: str
    lamp_soft: str
    lamp_dark: str
    calm: str
    calm_soft: str
    bad: str
    on_lamp: str
    on_calm: str
    on_ink: str
    dark: bool = False


LIGHT = Palette(
    paper="#f7f4ee",
    side="#efeae1",
    card="#ffffff",
    ink="#26241f",
    soft="#6b655b",
    faint="#9b9488",
    line="#e2dbcf",
    lamp="#a65a12",
    lamp_text="#9c5510",
    lamp_soft="#f6e6d3",
    lamp_dark="#6b3a0c",
    calm="#2c6b66",
    calm_soft="#ddece9",
    bad="#9e3328",
    on_lamp="#ffffff",
    on_calm="#ffffff",
    on_ink="#f7f4ee",
)

DARK = Palette(
    paper="#191816",
    side="#141311",
    card="#23211e",
    ink="#efeae1",
    soft="#b1a999",
    faint="#7e776b",
    line="#35322d",
    lamp="#f0ac62",
    lamp_text="#f0ac62",
    lamp_soft="#3a2c1c",
    lamp_dark="#6b3a0c",
    calm="#7cc5bc",
    calm_soft="#1d322f",
    bad="#f08a7c",
    on_lamp="#201407",
    on_calm="#0c1f1d",
    on_ink="#191816",
    dark=True,
)


class Tone(StrEnum):
    """A colour by its use; the value is the palette's field."""

    INK = "ink"
    SOFT = "soft"
    FAINT = "faint"
    LAMP = "lamp_text"
    CALM = "calm"
    BAD = "bad"
    ON_LAMP = "on_lamp"
    ON_CALM = "on_calm"
    ON_INK = "on_ink"


@dataclass(frozen=True, slots=True)
class Type:
    """A step of the type scale: size in pixels, weight from 100 to 900, spacing in ems."""

    size: float
    weight: int
    spacing: float = 0.0


class Role(Enum):
    """What a piece of text is for; it decides size and weight."""

    DISPLAY = Type(64, 700, -0.02)
    NUMBER = Type(34, 700, -0.02)
    TITLE = Type(27, 680, -0.02)
    LARGE = Type(25, 600, -0.01)
    HEADLINE = Type(19, 680, -0.01)
    BRAND = Type(17, 700, -0.01)
    SECTION = Type(15, 640)
    STRONG = Type(15, 600)
    MEDIUM = Type(15, 500)
    BODY = Type(15, 400)
    ROW = Type(13.5, 400)
    SMALL = Type(13, 400)
    SMALL_MEDIUM = Type(13.5, 500)
    SMALL_STRONG = Type(13, 600)
    BADGE = Type(12, 600)
    TINY = Type(11.5, 600, 0.02)


RADIUS_CARD = 14
RADIUS_BUTTON = 10
RADIUS_BADGE = 6
MARGIN = 34
SIDEBAR = 231
PLAYER_BAR = 92
CARD_PADDING = 18
WINDOW = (1280, 820)


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours, from 1 to 21 (WCAG 2.2, 1.4.3)."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)

"""Colours that carry words can be read."""

from __future__ import annotations

import pytest

from desktop_app.ui.look.tokens import DARK, LIGHT, Palette, contrast

# Words on the ground that they are painted on; ``faint`` is decoration and not among them.
PAIRS = [
    ("ink", "paper"),
    ("ink", "side"),
    ("ink", "card"),
    ("ink", "lamp_soft"),
    ("ink", "calm_soft"),
    ("soft", "paper"),
    ("soft", "side"),
    ("soft", "card"),
    ("soft", "lamp_soft"),
    ("soft", "calm_soft"),
    ("lamp_text", "paper"),
    ("lamp_text", "side"),
    ("lamp_text", "card"),
    ("lamp_text", "lamp_soft"),
    ("calm", "card"),
    ("calm", "calm_soft"),
    ("bad", "paper"),
    ("bad", "card"),
    ("on_lamp", "lamp"),
    ("on_calm", "calm"),
    ("on_ink", "ink"),
]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#000000", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#a65a12", "#a65a12", 1.0),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, expected: float) -> None:
    assert contrast(first, second) == pytest.approx(expected, abs=0.01)


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_that_matter_can_be_read(palette: Palette, words: str, ground: str) -> None:
    assert contrast(getattr(palette, words), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_signs_and_rings_stand_out_from_their_ground(palette: Palette) -> None:
    assert contrast(palette.lamp, palette.card) >= 3
    assert contrast(palette.lamp, palette.lamp_soft) >= 3
    for ground in (palette.paper, palette.side, palette.card, palette.lamp_soft, palette.calm_soft):
        assert contrast(palette.ink, ground) >= 3
    for ground in (palette.paper, palette.side, palette.card):
        assert contrast(palette.lamp, ground) >= 3
        assert contrast(palette.calm, ground) >= 3

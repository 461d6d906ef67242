"""Every name has a file, and no other name is let through."""

from __future__ import annotations

import pytest

from desktop_app.audio.measure import probe
from desktop_app.base.errors import KnownError
from desktop_app.base.paths import RESOURCES
from desktop_app.meditation.bells import AMBIENCES, BELLS, RINGS, STRIKE_EVERY, sound


@pytest.mark.parametrize("name", BELLS + AMBIENCES)
def test_every_name_has_its_file(name: str) -> None:
    assert sound(name).is_file()
    assert sound(name).parent == RESOURCES / "sounds"


@pytest.mark.parametrize("name", BELLS)
def test_a_bell_rings_as_long_as_is_said(name: str) -> None:
    assert probe(str(sound(name))).duration == pytest.approx(RINGS[name], abs=0.01)


def test_every_bell_leaves_time_between_strikes() -> None:
    assert all(0.5 <= STRIKE_EVERY[name] <= 10 for name in BELLS)
    assert all(STRIKE_EVERY[name] < RINGS[name] for name in BELLS)
    assert set(RINGS) == set(BELLS)


@pytest.mark.parametrize("name", ["", "gong", "../starter/rain", "Rain"])
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(KnownError, match="bowl, deep, bell, chime, wood"):
        sound(name)

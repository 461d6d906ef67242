"""The person's choices survive damage, and nonsense never gets in force."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

import pytest

from desktop_app.base import settings
from desktop_app.base.errors import KnownError
from desktop_app.base.settings import Settings, Theme

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Settings()),
        ("not json", Settings()),
        ("[1, 2]", Settings()),
        ('{"theme": "dark", "speed": 1.5}', Settings(theme=Theme.DARK, speed=1.5)),
        ('{"theme": "purple", "skip_back": "x", "unknown": 1}', Settings()),
        ('{"bandwidth_kb": 1e999, "volume": 7}', Settings(volume=1.0)),
        ('{"parallel_downloads": 0, "text_percent": 9000}',
         Settings(parallel_downloads=1, text_percent=250)),
        ('{"skip_back": null}', Settings()),
    ],
)  # fmt: skip
def test_what_is_stored_becomes_what_is_in_force(
    tmp_path: Path, text: str, expected: Settings
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert settings.load(path) == expected


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    chosen = Settings(theme=Theme.DARK, text_percent=130, discreet=True, speed=0.8)
    settings.save(tmp_path / "settings.json", chosen)
    assert settings.load(tmp_path / "settings.json") == chosen
    assert settings.from_mapping(asdict(chosen)) == chosen


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "none.json") == Settings()


def test_what_cannot_be_saved_is_told(tmp_path: Path) -> None:
    with pytest.raises(KnownError, match="could not be saved"):
        settings.save(tmp_path / "absent" / "settings.json", Settings())

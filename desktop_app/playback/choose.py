"""Which engine plays: the one asked for, or the best that this machine has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.base.errors import KnownError
from desktop_app.playback.libvlc import EngineMissing
from desktop_app.playback.null_player import NullPlayer
from desktop_app.playback.vlc_player import make_vlc_player

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.playback.player import Player
    from desktop_app.playback.sitting_sound import SittingSound

_ADVICE = "Install VLC (the package is called vlc) for the best sound."


def make_player(
    choice: str, vlc_args: str, fallback: Callable[[], Player] | None
) -> tuple[Player, str]:
    """Return a player and one line for the person, "" when all is as it should be.

    Args:
        choice: ``auto``, ``vlc``, ``qt`` or ``null``, as in ``HEARTHSIDE_AUDIO``.
        vlc_args: Extra arguments for libVLC, as in ``HEARTHSIDE_VLC_ARGS``.
        fallback: Makes Qt's player; None where there is no Qt. Whatever it raises counts as
            "cannot be used".

    Raises:
        KnownError: The choice is unknown, or what was asked for by name cannot be had.
    """
    match choice:
        case "auto" | "":
            return _best(vlc_args, fallback)
        case "vlc":
            return make_vlc_player(vlc_args), ""
        case "qt":
            return _named_fallback(fallback), ""
        case "null":
            return _null(), ""
    raise KnownError(
        "The player could not be chosen",
        f"HEARTHSIDE_AUDIO is “{choice}”",
        "Set it to auto, vlc, qt or null.",
    )


def make_sitting_sound(
    choice: str, vlc_args: str, fallback: Callable[[], Player] | None
) -> tuple[SittingSound, str]:
    """Return what makes the sound of a sitting and one line for the person, as make_player does.

    Raises:
        KnownError: The choice is unknown, or what was asked for by name cannot be had.
    """
    # numpy is loaded with these, and the first window must not wait for it
    from desktop_app.playback.plain_sitting import PlainSitting  # noqa: PLC0415
    from desktop_app.playback.vlc_sitting import VlcSitting  # noqa: PLC0415

    if choice in {"auto", "", "vlc"}:
        try:
            return VlcSitting(vlc_args), ""
        except EngineMissing:
            if choice == "vlc":
                raise
    player, notice = make_player(choice, vlc_args, fallback)
    if player.name == "null":
        return PlainSitting(_prepared(player, _null)), notice
    return PlainSitting(_prepared(player, lambda: _named_fallback(fallback))), notice


def _prepared(first: Player, more: Callable[[], Player]) -> Callable[[], Player]:
    """Return what gives ``first`` first, and makes further players then."""
    made = [first]
    return lambda: made.pop() if made else more()


def _best(vlc_args: str, fallback: Callable[[], Player] | None) -> tuple[Player, str]:
    try:
        return make_vlc_player(vlc_args), ""
    except EngineMissing:
        player = _try(fallback)
    if player is not None:
        return player, f"VLC was not found, so Qt's own player is used. {_ADVICE}"
    return _null(), f"No sound engine was found, so nothing can be heard. {_ADVICE}"


def _named_fallback(fallback: Callable[[], Player] | None) -> Player:
    player = _try(fallback)
    if player is None:
        raise KnownError(
            "Qt's player cannot be used", "it could not be loaded here", "Choose vlc or auto."
        )
    return player


def _try(fallback: Callable[[], Player] | None) -> Player | None:
    if fallback is None:
        return None
    try:
        return fallback()
    except (KnownError, ImportError, OSError, RuntimeError):
        return None


def _null() -> NullPlayer:
    from desktop_app.audio.measure import probe  # noqa: PLC0415 - PyAV is heavy, this is rare

    return NullPlayer(lambda path: probe(path).duration)

"""What plays, in the terms of MPRIS 2 (pure).

After https://specifications.freedesktop.org/mpris-spec/latest/ and its list of metadata. Times
are microseconds in exactly 64 bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dbus_fast import Variant

from desktop_app.base.model import PlayStatus
from desktop_app.desktop.facts import address

if TYPE_CHECKING:
    from desktop_app.desktop.facts import Facts
    from desktop_app.services.events import NowPlaying

MICRO = 1_000_000
NO_TRACK = "/org/mpris/MediaPlayer2/TrackList/NoTrack"
_JUMP = 0.9
"""Seconds off what a client reckons for itself from which it is told of the place anew."""


def player(facts: Facts) -> dict[str, Any]:
    """Return all properties of the player whose changes are told; the position is not."""
    now = facts.now
    loaded = now is not None
    return {
        "PlaybackStatus": _status(facts),
        "Rate": now.rate if now else facts.settings.speed,
        "Volume": now.volume if now else facts.settings.volume,
        "Metadata": _metadata(facts),
        "CanGoNext": facts.more,
        "CanGoPrevious": loaded,
        "CanPlay": loaded,
        "CanPause": loaded,
        "CanSeek": loaded,
    }


def root(facts: Facts) -> dict[str, Any]:
    """Return the properties of the app itself; in discreet mode no icon gives it away."""
    entry = "" if facts.settings.discreet else "hearthside"
    return {"Identity": facts.name, "DesktopEntry": entry}


def track(now: NowPlaying | None) -> str:
    """Return the object path that stands for a talk; it tells nothing of it."""
    return f"/app/talk/{now.episode.id}" if now else NO_TRACK


def fits(now: NowPlaying | None, named: str, seconds: float) -> bool:
    """Tell whether a place lies in the talk that is loaded, and that talk is meant."""
    if now is None or named != track(now):
        return False
    return 0 <= seconds <= (now.duration or float("inf"))


def jumped(before: NowPlaying | None, after: NowPlaying | None, monotonic: float) -> bool:
    """Tell whether the place is another than a client would reckon from what it knows.

    Of a talk that is new it takes the beginning for granted.
    """
    if after is None:
        return False
    known = before is not None and track(before) == track(after)
    reckoned = before.position_at(monotonic) if before is not None and known else 0.0
    return abs(after.position_at(monotonic) - reckoned) > _JUMP


def _status(facts: Facts) -> str:
    """Say how it stands; what failed stands at its place, from where play tries again."""
    if facts.sounding:
        return "Playing"
    over = facts.now is None or facts.now.status is PlayStatus.ENDED
    return "Stopped" if over else "Paused"


def _metadata(facts: Facts) -> dict[str, Variant]:
    now = facts.now
    said = {"mpris:trackid": Variant("o", track(now))}
    if now is None:
        return said
    if now.duration:
        said["mpris:length"] = Variant("x", round(now.duration * MICRO))
    said["xesam:title"] = Variant("s", facts.title)
    if facts.settings.discreet:
        return said
    if facts.speakers:
        said["xesam:artist"] = Variant("as", list(facts.speakers))
    for name, text in (
        ("xesam:album", now.episode.feed),
        ("xesam:url", address(now.episode)),
        ("mpris:artUrl", facts.art),
    ):
        if text:
            said[name] = Variant("s", text)
    return said

"""The sounds that the contract suite plays."""

from tests.playback.rig import short, talk, tiny

__all__ = ["short", "talk", "tiny"]

"""The sounds that the contract suite plays."""

from tests.playback.contract import short, talk, tiny

__all__ = ["short", "talk", "tiny"]

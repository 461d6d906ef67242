"""Hearthside: recorded speakers and meditations, kept on your computer."""

__version__ = "0.1.0"

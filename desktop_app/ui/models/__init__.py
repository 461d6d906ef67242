"""Qt models over pages of immutable rows."""

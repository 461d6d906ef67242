"""Use cases: async, without Qt. The only rooms that the screen talks to."""

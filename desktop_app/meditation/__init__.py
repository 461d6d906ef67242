"""Plans of timed sittings and their bells."""

"""Theme, icons and user-visible words."""

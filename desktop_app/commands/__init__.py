"""The command line's commands: the same services as the window, one at a time."""

"""The desktop around the window: media keys, tray, sleep, one instance."""

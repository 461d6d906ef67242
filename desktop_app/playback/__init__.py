"""The Player protocol, its pure state, and the engines that need no Qt."""

"""How sound files are laid out, as far as their first and last bytes tell; nothing is decoded."""

"""``python -m desktop_app`` is the command ``hearthside``."""

from desktop_app.cli import main

if __name__ == "__main__":
    main()

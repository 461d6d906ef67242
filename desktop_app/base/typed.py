"""What people type, or a file brings, as it can be kept and looked for."""


def one_line(text: str) -> str:
    """Return a text in one line, of letters that can be seen."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def whole(text: str) -> str:
    """Return a text without halves of letters: no database holds them, and no file."""
    return text.encode("utf-8", "ignore").decode()

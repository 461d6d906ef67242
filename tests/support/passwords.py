"""A keyring that a test can look into, lock, or leave out."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Passwords:
    """Keeps passwords in ``kept``; ``locked``: it answers nobody."""

    kept: dict[str, str] = field(default_factory=dict)
    locked: bool = False

    def get(self, account: str) -> str | None:
        """Return a password."""
        self._check()
        return self.kept.get(account)

    def put(self, account: str, password: str) -> None:
        """Keep a password."""
        self._check()
        self.kept[account] = password

    def drop(self, account: str) -> None:
        """Forget a password."""
        self._check()
        self.kept.pop(account, None)

    def _check(self) -> None:
        if self.locked:
            raise OSError

"""Names and passwords of feeds: in the computer's keyring, never in the library.

A password is asked for by the feed's server alone, and goes to that server alone.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol
from urllib.parse import urlsplit

from desktop_app.base.addresses import PORTS
from desktop_app.base.errors import KnownError
from desktop_app.base.secrets import Login, basic, may_know
from desktop_app.services.events import Notice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.services.events import Events

SERVICE = "Hearthside"
_ADVICE = "Sign in with those that its publisher gave you."


class SignInNeededError(KnownError):
    """A server asks for a name and a password; ``refused``: it did not accept those it got."""

    def __init__(self, host: str, *, refused: bool) -> None:
        super().__init__(
            f"{host} did not accept this name and password"
            if refused
            else f"{host} asks for a name and a password",
            "",
            _ADVICE,
        )
        self.host = host
        self.refused = refused


def is_sign_in_needed(problem: str) -> bool:
    """Tell whether a feed's problem, as the library keeps it, is a wanted name and password."""
    return problem.endswith(_ADVICE)


class PasswordStore(Protocol):
    """Where passwords are kept; the methods block and may ask the person to unlock it."""

    def get(self, account: str) -> str | None:
        """Return the password of an account; None: it is not there.

        Raises:
            OSError: There is no such place on this computer, or it stays locked.
        """

    def put(self, account: str, password: str) -> None:
        """Keep a password. Raises as :meth:`get`."""

    def drop(self, account: str) -> None:
        """Forget a password, if it is there. Raises as :meth:`get`."""


class Keyring:
    """The desktop's own: Secret Service, KWallet, macOS's Keychain, Windows' Credential Locker.

    https://keyring.readthedocs.io; imported when it is first needed, which it seldom is.
    """

    def get(self, account: str) -> str | None:
        """See :class:`PasswordStore`."""
        import keyring  # noqa: PLC0415 - slow, and seldom needed
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            return keyring.get_password(SERVICE, account)
        except KeyringError as error:
            raise OSError(str(error)) from error

    def put(self, account: str, password: str) -> None:
        """See :class:`PasswordStore`."""
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError  # noqa: PLC0415

        try:
            keyring.set_password(SERVICE, account, password)
        except KeyringError as error:
            raise OSError(str(error)) from error

    def drop(self, account: str) -> None:
        """See :class:`PasswordStore`."""
        import keyring  # noqa: PLC0415
        from keyring.errors import KeyringError, PasswordDeleteError  # noqa: PLC0415

        try:
            keyring.delete_password(SERVICE, account)
        except PasswordDeleteError:
            return
        except KeyringError as error:
            raise OSError(str(error)) from error


class Logins:
    """Remembers passwords for as long as Hearthside is open, and in the store beyond that."""

    def __init__(self, store: PasswordStore, events: Events) -> None:
        self._store = store
        self._events = events
        self._known: dict[str, str] = {}
        self._turn = asyncio.Lock()

    async def of(self, url: str, account: str | None) -> Login | None:
        """Return the name and password for a feed's address; None: it needs none, or it is lost."""
        if account is None:
            return None
        key = account_key(url, account)
        async with self._turn:
            if key not in self._known:
                try:
                    password = await asyncio.to_thread(self._store.get, key)
                except OSError:
                    password = None
                if password is None:
                    return None
                self._known[key] = password
            return account, self._known[key]

    async def headers(self, feed_url: str, account: str | None, url: str) -> dict[str, str]:
        """Return what signs in to a file that a feed names, if that is on the feed's own host."""
        login = await self.of(feed_url, account) if may_know(feed_url, url) else None
        return {"Authorization": basic(login)} if login else {}

    async def keep(self, url: str, login: Login) -> None:
        """Keep a name and password that were accepted at this address."""
        key = account_key(url, login[0])
        async with self._turn:
            self._known[key] = login[1]
            try:
                await asyncio.to_thread(self._store.put, key, login[1])
            except OSError:
                self._events.publish(
                    Notice(
                        "There is no keyring on this computer: the password is kept"
                        " only until Hearthside is closed."
                    )
                )

    async def drop(self, url: str, account: str, used: Iterable[tuple[str, str]]) -> None:
        """Forget a password, unless another feed, one of ``used`` by address and name, needs it."""
        key = account_key(url, account)
        if key in {account_key(*other) for other in used}:
            return
        async with self._turn:
            self._known.pop(key, None)
            try:
                await asyncio.to_thread(self._store.drop, key)
            except OSError:
                return


def account_key(url: str, account: str) -> str:
    """Return under which name the keyring has the password of an account at an address."""
    parts = urlsplit(url)
    if parts.port in {None, *PORTS.values()}:
        return f"{account}@{parts.hostname}"
    return f"{account}@{parts.hostname}:{parts.port}"

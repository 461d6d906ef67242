"""Who reads a program by AT-SPI: finds things by what they are and are called, and uses them.

It knows what a screen reader knows: no object of ours, no place on the screen. Its keys are those
of a keyboard, pressed on the screen where the window is.
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.at_spi import PROPERTIES, REGISTRY, ROOT, programs

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from dbus_fast import Message

    from tests.support.at_spi import Programs, Thing, Where

PATIENCE = 20.0
"""Seconds that the window may take to show or say what is waited for."""

_LOOK_AGAIN = 0.2
_QUIET = 0.08
"""Seconds without another word after which a reader has come to rest on a thing."""

_WHOLE = {"check box", "label", "list item", "push button", "table", "text"}
"""What has no parts, or hundreds that nothing here asks for."""

_KEYS = {"Down": 0xFF54, "Enter": 0xFF0D, "Escape": 0xFF1B, "Menu": 0xFF67, "Tab": 0xFF09}
"""X's numbers for keys that are no letters."""


@asynccontextmanager
async def reading(session: str) -> AsyncIterator[ScreenReader]:
    """Be a screen reader on a session bus, once there is a program to be read."""
    async with programs(session) as found:
        reader = ScreenReader(found)
        await reader.meet()
        yield reader


class ScreenReader:
    """Reads and works one program; everything waits until it is there, for :data:`PATIENCE`.

    ``said`` holds what the program had read aloud of itself, in order.
    """

    def __init__(self, found: Programs) -> None:
        self._programs = found
        self._top: Where = (REGISTRY, ROOT)
        self._focus: Where | None = None
        self._stirred = asyncio.Event()
        self.said: list[str] = []

    async def meet(self) -> None:
        """Listen, and wait for the program to come."""
        await self._programs.listen(self._hear)
        self._top = await self._until(self._program, "no program came")

    async def all(self) -> list[Thing]:
        """Return all that is to be seen, in the order in which it is read."""
        return await self._below(*self._top)

    async def find(self, role: str, name: str) -> Thing:
        """Return the first thing to be seen with this role; of its name the beginning will do."""

        async def look() -> Thing | None:
            return next((each for each in await self.all() if each.is_it(role, name)), None)

        found: Thing = await self._until(look, f"there is no {role} “{name}”")
        return found

    async def press(self, role: str, name: str) -> None:
        """Press a button: do the first thing that it offers, as soon as it can be done."""

        async def look() -> Thing | None:
            seen = (each for each in await self.all() if each.is_it(role, name))
            return next((each for each in seen if "enabled" in each.states), None)

        thing: Thing = await self._until(look, f"no {role} “{name}” can be pressed")
        await self._do(thing, "org.a11y.atspi.Action", "DoAction", "i", 0)

    async def type(self, role: str, name: str, text: str) -> None:
        """Write into a field."""
        field = await self.find(role, name)
        await self._do(field, "org.a11y.atspi.EditableText", "SetTextContents", "s", text)

    async def key(self, name: str) -> None:
        """Press a key, a letter or one of :data:`_KEYS`, and wait for where that leads."""
        self._stirred.clear()
        await self._programs.type(_KEYS.get(name) or ord(name))
        await self._stir()
        while await self._stir(_QUIET):
            pass

    async def go(self, key: str, role: str, name: str, most: int = 40) -> Thing:
        """Press a key until the keyboard is on this thing, as it is heard then."""
        heard = []
        for _ in range(most):
            here = await self.here()
            if here is not None and here.is_it(role, name):
                return here
            heard.append(f"{here.role} “{here.name}”" if here else "nothing")
            await self.key(key)
        pytest.fail(f"{key} never led to {role} “{name}”, but to {', '.join(heard)}")

    async def here(self) -> Thing | None:
        """Return what has the keyboard, as it was told."""
        return await self._programs.read(*self._focus) if self._focus else None

    async def on_page(self, title: str) -> None:
        """Return when the keyboard is on the ground of a page, which says the page's title."""

        async def look() -> bool:
            here = await self.here()
            return here is not None and here.name.startswith(title)

        await self._until(look, f"the page “{title}” is not told")

    async def value(self, thing: Thing) -> float:
        """Return the number that a slider stands at."""
        of = ("org.a11y.atspi.Value", "CurrentValue")
        (told,) = await self._do(thing, PROPERTIES, "Get", "ss", *of)
        return float(told.value)

    async def hear(self, text: str) -> str:
        """Return what was read aloud with these words in it, from the beginning on."""

        async def look() -> str | None:
            return next((each for each in self.said if text in each), None)

        said: str = await self._until(look, f"“{text}” was not said, but {self.said}")
        return said

    async def until(self, look: Callable[[], Awaitable[bool]], what: str) -> None:
        """Return when something holds; ``what``: what to say if it never does."""
        await self._until(look, what)

    def _hear(self, message: Message) -> None:
        if message.member == "Announcement":
            self.said.append(str(message.body[3].value))
        elif message.member == "StateChanged" and tuple(message.body[:2]) == ("focused", 1):
            self._focus = (str(message.sender), str(message.path))
        self._stirred.set()

    async def _program(self) -> Where | None:
        for service, path in await self._programs.children(REGISTRY, ROOT):
            if await self._programs.children(service, path):
                return service, path
        return None

    async def _below(self, service: str, path: str) -> list[Thing]:
        children = await self._programs.children(service, path)
        parts = await asyncio.gather(*(self._branch(*child) for child in children))
        return [thing for part in parts for thing in part]

    async def _branch(self, service: str, path: str) -> list[Thing]:
        """Return a thing and its parts; rows count as seen though they must be scrolled to."""
        thing = await self._programs.read(service, path)
        if thing is None or not (thing.role == "list item" or "visible" in thing.states):
            return []
        return [thing] if thing.role in _WHOLE else [thing, *await self._below(service, path)]

    async def _do(
        self, thing: Thing, interface: str, member: str, signature: str, *body: object
    ) -> list[Any]:
        at = (thing.service, thing.path)
        return await self._programs.ask(*at, interface, member, signature, *body)

    async def _stir(self, seconds: float = _LOOK_AGAIN) -> bool:
        """Return when the program has told of something: True, or after a while."""
        try:
            await asyncio.wait_for(self._stirred.wait(), seconds)
        except TimeoutError:
            return False
        self._stirred.clear()
        return True

    async def _until(self, look: Callable[[], Awaitable[Any]], what: str) -> Any:  # noqa: ANN401
        """Look again whenever something was told, and now and then: not everything is."""
        loop = asyncio.get_running_loop()
        deadline = loop.time() + PATIENCE
        while not (found := await look()):
            if loop.time() > deadline:
                seen = [f"{one.role} “{one.name}”" for one in await self.all() if one.name]
                pytest.fail(f"{what}; there is {', '.join(seen)}")
            await self._stir()
        return found

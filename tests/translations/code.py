"""The program as syntax trees, and the words that it hands to ``tr`` and ``count``."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
SHOWN = ("desktop_app/ui", "desktop_app/desktop", "desktop_app/house.py", "desktop_app/gui.py")
"""Whose words are the window's own."""
TABLES = ("desktop_app/meditation/presets.py",)
"""Whose words are shown through ``tr`` by whoever reads them: what stands there in order counts."""
BY_VALUE = frozenset({"text", "one", "many", "unit", "name", "preset", "begun[-1]"})
"""What may be handed to ``tr`` without being a literal: its own parts, and what TABLES hold."""


@dataclass(frozen=True, slots=True)
class Module:
    """One file of the program; ``path`` relative to the repository, with slashes."""

    path: str
    tree: ast.Module


@cache
def modules() -> tuple[Module, ...]:
    """Return every module of the program."""
    return tuple(
        Module(path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8")))
        for path in sorted((ROOT / "desktop_app").rglob("*.py"))
    )


def called(node: ast.Call) -> str:
    """Return the last name of what is called."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def _handed(node: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that are words to be translated."""
    name = called(node)
    if name == "tr":
        return node.args[:1]
    if name == "count" and len(node.args) == 3:
        return node.args[1:]
    context = node.args[0] if name == "translate" and len(node.args) > 1 else None
    if isinstance(context, ast.Constant) and context.value == "words":
        return node.args[1:2]
    return []


def _literals(node: ast.expr) -> list[str] | None:
    """Return the words of a literal, or of a choice between literals; None: it is neither."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        first, second = _literals(node.body), _literals(node.orelse)
        return None if first is None or second is None else first + second
    return None


def _by_value(node: ast.expr) -> bool:
    said = ast.unparse(node)
    return said in BY_VALUE or said.rpartition(".")[2] in BY_VALUE


def _shown() -> Iterator[tuple[Module, ast.expr]]:
    for module in modules():
        if module.path.startswith(SHOWN):
            for node in ast.walk(module.tree):
                if isinstance(node, ast.Call):
                    yield from ((module, each) for each in _handed(node))


def strange() -> list[str]:
    """Return where words are handed to ``tr`` that nobody can read from the code."""
    return [
        f"{module.path}:{node.lineno}: {ast.unparse(node)}"
        for module, node in _shown()
        if _literals(node) is None and not _by_value(node)
    ]


def words() -> set[str]:
    """Return all words of the window."""
    found = {text for _module, node in _shown() for text in _literals(node) or ()}
    found.update(_units(), _tables())
    return {text for text in found - _docstrings() if any(map(str.isalpha, text))}


def _tables() -> Iterator[str]:
    """Return what TABLES hold; named arguments there are keys, not words."""
    for module in modules():
        if module.path in TABLES:
            nodes = list(ast.walk(module.tree))
            keys = {id(node.value) for node in nodes if isinstance(node, ast.keyword)}
            for node in nodes:
                if isinstance(node, ast.Constant) and id(node) not in keys:
                    yield from (node.value,) if isinstance(node.value, str) else ()


def _units() -> Iterator[str]:
    (look,) = (module for module in modules() if module.path == "desktop_app/ui/look/words.py")
    for node in look.tree.body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "_UNITS":
            yield from ast.literal_eval(node.value)


@cache
def _docstrings() -> frozenset[str]:
    kinds = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return frozenset(
        text
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, kinds) and (text := ast.get_docstring(node, clean=False))
    )

"""The core's sentences, as templates: "{1} could not be reached".

Where a sentence is made in place it is read there; where a name, a table or a function stands for
it, that is followed. Too much is no harm (a sentence that nobody says), so tables are taken whole.
"""

from __future__ import annotations

import ast
import itertools
import string
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Any

from tests.translations.code import Module, called, modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Function = ast.FunctionDef | ast.AsyncFunctionDef
ELSEWHERE = (
    "desktop_app/commands/",
    "desktop_app/cli.py",
    "desktop_app/services/doctor.py",
    "desktop_app/services/demo",
    "desktop_app/audio/starter.py",
    "desktop_app/ui/",
    "desktop_app/library/schema.py",
    "desktop_app/library/shelf.py",
)
"""What speaks to a terminal, what is data or SQL, and what speaks through ``tr``."""
SAYING = {"KnownError", "Notice", "Wait", "DownloadProgress"}
"""What carries words to the screen; classes that are made of an error are added."""
_FIELDS = {"what", "why", "what_next", "text", "detail", "waiting", "problem", "advice"}
_LEFT_AS_IT_IS = {"lower", "strip", "rstrip"}
_DEPTH = 6


@dataclass
class _Book:
    """All of the core, by what is looked for.

    ``speaking``: functions and which of their arguments end on the screen. ``own``: what the
    errors say of themselves.
    """

    modules: list[Module]
    errors: set[str] = field(default_factory=lambda: set(SAYING))
    functions: dict[str, list[tuple[Module, Function]]] = field(default_factory=dict)
    constants: dict[str, list[ast.expr]] = field(default_factory=dict)
    rows: dict[str, list[ast.Call]] = field(default_factory=dict)
    speaking: set[tuple[str, str | int]] = field(default_factory=set)
    own: list[tuple[Module, Function, ast.expr]] = field(default_factory=list)


@cache
def sentences() -> frozenset[str]:
    """Return all templates of the core."""
    book = _read([each for each in modules() if not each.path.startswith(ELSEWHERE)])
    found: set[str] = set()
    while True:
        before = len(found), len(book.speaking)
        for own, maker, value in book.own:
            found |= _Place(book, own, maker).templates(value)
        for module in book.modules:
            for scope, call in _calls(module):
                for argument in _spoken(book, call):
                    found |= _Place(book, module, scope).templates(argument)
        if (len(found), len(book.speaking)) == before:
            return frozenset(text for text in map(_numbered, found) if _tells(text))


def _read(core: list[Module]) -> _Book:
    book = _Book(core)
    for module in core * 3:  # an error may be made of one that is found later
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and _bases(node) & book.errors:
                book.errors.add(node.name)
    for module in core:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef) and node.name in book.errors:
                book.own += [(module, *each) for each in _of_class(node)]
            elif isinstance(node, Function):
                book.functions.setdefault(node.name, []).append((module, node))
            elif isinstance(node, ast.Call):
                book.rows.setdefault(f"{module.path}:{called(node)}", []).append(node)
        for name, value in _assigned(module.tree.body):
            book.constants.setdefault(f"{module.path}:{name}", []).append(value)
            book.constants.setdefault(name, []).append(value)
    return book


def _bases(node: ast.ClassDef) -> set[str]:
    return {ast.unparse(base).rpartition(".")[2] for base in node.bases}


def _of_class(node: ast.ClassDef) -> Iterator[tuple[Function, ast.expr]]:
    """Return what an error says of itself: what is left out when it is made, and its ``super``."""
    for made in node.body:
        if isinstance(made, ast.FunctionDef) and made.name == "__init__":
            yield from ((made, each) for each in made.args.defaults)
            for call in ast.walk(made):
                if isinstance(call, ast.Call) and ast.unparse(call.func) == "super().__init__":
                    yield from ((made, each) for each in call.args)


def _assigned(body: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """Return the names that something is given to, each with what it may be."""
    for node in body:
        targets: list[ast.expr] = []
        value: ast.expr | None = None
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr):
            targets, value = [node.target], node.value
        elif isinstance(node, ast.For | ast.comprehension):
            targets, value = [node.target], node.iter
        for target in targets:
            if value is not None:
                yield from _shared(target, value)


@cache
def _local(scope: Function) -> dict[str, list[ast.expr]]:
    """Return what the names of a function stand for."""
    found: dict[str, list[ast.expr]] = {}
    for name, value in _assigned(ast.walk(scope)):
        found.setdefault(name, []).append(value)
    return found


def _shared(target: ast.expr, value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """Return which name gets which part of a pair; of a table each gets all."""
    if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
        for one, other in zip(target.elts, value.elts, strict=False):
            yield from _shared(one, other)
    else:
        names = (node.id for node in ast.walk(target) if isinstance(node, ast.Name))
        yield from ((name, value) for name in names)


@cache
def _calls(module: Module) -> list[tuple[Function | None, ast.Call]]:
    """Return every call with the function around it."""
    found: list[tuple[Function | None, ast.Call]] = []
    left: list[tuple[Function | None, ast.AST]] = [(None, module.tree)]
    while left:
        scope, node = left.pop()
        if isinstance(node, ast.Call):
            found.append((scope, node))
        inner = node if isinstance(node, Function) else scope
        left += [(inner, each) for each in ast.iter_child_nodes(node)]
    return found


def _spoken(book: _Book, call: ast.Call) -> list[ast.expr]:
    """Return the arguments of a call that the person will read."""
    name = called(call)
    if name in book.errors:
        return [*call.args, *(each.value for each in call.keywords if each.arg in _FIELDS)]
    given = [each for number, each in enumerate(call.args) if (name, number) in book.speaking]
    named = [each for each in call.keywords if each.arg and (name, each.arg) in book.speaking]
    return given + [each.value for each in named]


@dataclass(frozen=True, slots=True)
class _Place:
    """A place in the code, from where names are followed, so many steps at the most."""

    book: _Book
    module: Module
    scope: Function | None
    depth: int = _DEPTH

    def templates(self, node: ast.expr) -> set[str]:
        """Return what an expression may say; a hole is ``{}``."""
        how = _HOW.get(type(node))
        return how(self, node) if how is not None and self.depth else set()

    def all_of(self, nodes: Iterable[ast.expr]) -> set[str]:
        """Return what any of them may say."""
        return {text for node in nodes for text in self.templates(node)}

    def deeper(self) -> _Place:
        """Return the same place, a step on."""
        return _Place(self.book, self.module, self.scope, self.depth - 1)

    def constant(self, node: ast.Constant) -> set[str]:
        return {_escaped(node.value)} if isinstance(node.value, str) else set()

    def joined(self, node: ast.JoinedStr) -> set[str]:
        said, inner = "", set()
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                said += "{}"
                if isinstance(part.value, ast.IfExp | ast.Name):
                    inner |= self.templates(part.value)
            elif isinstance(part, ast.Constant):
                said += _escaped(part.value)
        return {said, *inner}

    def added(self, node: ast.BinOp) -> set[str]:
        ends = (self.templates(side) or {"{}"} for side in (node.left, node.right))
        return {first + second for first, second in itertools.product(*ends)}

    def parts(self, node: ast.expr) -> set[str]:
        children = ast.iter_child_nodes(node)
        return self.all_of(each for each in children if isinstance(each, ast.expr))

    def attribute(self, node: ast.Attribute) -> set[str]:
        """Return what the rows of the module's own tables say, if it is one of their fields."""
        if node.attr not in _FIELDS:
            return set()
        kinds = {
            kind.name
            for kind in self.module.tree.body
            if isinstance(kind, ast.ClassDef) and kind.name not in self.book.errors
            and any(ast.unparse(each.target) in _FIELDS
                    for each in kind.body if isinstance(each, ast.AnnAssign))
        }  # fmt: skip
        rows = (self.book.rows.get(f"{self.module.path}:{kind}", []) for kind in kinds)
        place = _Place(self.book, self.module, None, self.depth - 1)
        return place.all_of(
            value
            for row in itertools.chain(*rows)
            for value in (*row.args, *(each.value for each in row.keywords))
        )

    def name(self, node: ast.Name) -> set[str]:
        """Return what a name stands for: in the function, as its argument, in a module."""
        book, scope, known = self.book, self.scope, False
        found: set[str] = set()
        if scope is not None:
            known = self._is_argument(scope, node.id)
            local = _local(scope).get(node.id, [])
            found, known = self.deeper().all_of(local), known or bool(local)
        if known or not (node.id.isupper() or node.id.startswith("_")):
            return found
        own = book.constants.get(f"{self.module.path}:{node.id}")
        return _Place(book, self.module, None, self.depth - 1).all_of(
            own or book.constants.get(node.id, [])
        )

    def _is_argument(self, scope: Function, name: str) -> bool:
        """Tell whether it is one, and note that whoever calls the function speaks."""
        arguments = [each.arg for each in (*scope.args.posonlyargs, *scope.args.args)]
        named = {each.arg for each in scope.args.kwonlyargs} | set(arguments)
        if name in named and scope.name != "__init__":
            self.book.speaking.add((scope.name, name))
            if name in arguments:
                method = arguments[0] in {"self", "cls"}
                self.book.speaking.add((scope.name, arguments.index(name) - method))
        return name in named

    def call(self, node: ast.Call) -> set[str]:
        """Return what a function gives back, or a method of a text."""
        name = called(node)
        if isinstance(node.func, ast.Attribute):
            if name == "format":
                said = self.templates(node.func.value)
                return {text.replace("{{", "{").replace("}}", "}") for text in said}
            if name == "get":
                return self.all_of((node.func.value, *node.args[1:]))
            if name in _LEFT_AS_IT_IS:
                return self.templates(node.func.value)
        known = [] if name in self.book.errors else self.book.functions.get(name, [])
        here = [each for each in known if each[0] is self.module]
        return {text for each in here or known[:1] for text in self._returned(*each)}

    def _returned(self, module: Module, function: Function) -> set[str]:
        if function.returns is not None and "str" not in ast.unparse(function.returns):
            return set()
        ends = (node for node in ast.walk(function) if isinstance(node, ast.Return | ast.Yield))
        place = _Place(self.book, module, function, self.depth - 1)
        return place.all_of(end.value for end in ends if end.value is not None)


_HOW: dict[type[ast.expr], Callable[[_Place, Any], set[str]]] = {
    ast.Constant: _Place.constant,
    ast.JoinedStr: _Place.joined,
    ast.BinOp: _Place.added,
    ast.Name: _Place.name,
    ast.Attribute: _Place.attribute,
    ast.Call: _Place.call,
    ast.IfExp: lambda place, node: place.all_of((node.body, node.orelse)),
    ast.NamedExpr: lambda place, node: place.templates(node.value),
    ast.Subscript: lambda place, node: place.templates(node.value),
    **dict.fromkeys((ast.BoolOp, ast.Dict, ast.Tuple, ast.List, ast.GeneratorExp), _Place.parts),
}


def _escaped(text: object) -> str:
    return str(text).replace("{", "{{").replace("}", "}}")


def _numbered(text: str) -> str:
    """Return a template with its holes numbered."""
    said, number = "", itertools.count(1)
    for literal, name, _form, _how in string.Formatter().parse(text):
        said += literal if name is None else f"{literal}{{{next(number)}}}"
    return said


def _tells(template: str) -> bool:
    """Tell sentences from single names, keys and queries."""
    words = "".join(literal for literal, *_rest in string.Formatter().parse(template))
    return " " in words.strip() and "\n" not in words and sum(map(str.isalpha, words)) > 3

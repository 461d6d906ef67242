"""The catalogue on the disk: Qt Linguist's ``.ts``, the ``.qm`` made of it, the core's templates.

The file is written by us, sorted and without line numbers, so that a change of the code is a
change of the lines that it concerns.
"""

from __future__ import annotations

import string
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape

from desktop_app.ui.look.sentences import OF_SYSTEM
from tests.translations.code import ROOT, words
from tests.translations.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = ROOT / "resources" / "translations"
LANGUAGE = "es"
SOURCE = FOLDER / f"hearthside_{LANGUAGE}.ts"
COMPILED = SOURCE.with_suffix(".qm")
TEMPLATES = FOLDER / "sentences.txt"
OF_QT = {("QFileDialog", "&Look in:"), ("QFileDialog", "Files of &type:")}
"""Context and English of what Qt's own catalogues lack, of all that it shows in our windows."""
Messages = dict[tuple[str, str], str]
"""Context and English to the other language; "" has no translation yet."""


def wanted() -> set[tuple[str, str]]:
    """Return context and English of all that the code says."""
    core = sentences() | set(OF_SYSTEM)
    return OF_QT | {("words", text) for text in words()} | {("core", text) for text in core}


def read(path: Path = SOURCE) -> Messages:
    """Return what stands in a ``.ts``."""
    found: Messages = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        name = context.findtext("name", "")
        for message in context.iter("message"):
            said = message.find("translation")
            finished = said is not None and said.get("type") is None
            source = message.findtext("source", "")
            found[name, source] = (said.text or "") if said is not None and finished else ""
    return found


def merged(known: Messages, more: Mapping[str, str]) -> Messages:
    """Return the catalogue of the code as it is: what is gone is dropped.

    ``more``: translations for what has none, by the English alone.
    """
    return {key: known.get(key) or more.get(key[1], "") for key in sorted(wanted())}


def holes(text: str) -> list[str]:
    """Return the names in braces, each once."""
    return sorted({name for _said, name, _form, _how in string.Formatter().parse(text) if name})


def text_of(messages: Messages) -> str:
    """Return the ``.ts``."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>",
             f'<TS version="2.1" language="{LANGUAGE}" sourcelanguage="en">']  # fmt: skip
    for context in sorted({name for name, _text in messages}):
        lines += ["<context>", f"    <name>{context}</name>"]
        for (name, source), said in sorted(messages.items()):
            if name == context:
                lines += _message(source, said)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def _message(source: str, said: str) -> list[str]:
    state = "" if said else ' type="unfinished"'
    return [
        "    <message>",
        f"        <source>{escape(source)}</source>",
        f"        <translation{state}>{escape(said)}</translation>",
        "    </message>",
    ]


def write(messages: Messages) -> None:
    """Write all three files."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    SOURCE.write_text(text_of(messages), "utf-8")
    TEMPLATES.write_text(templates_of(messages), "utf-8")
    compile_to(COMPILED)


def templates_of(messages: Messages) -> str:
    """Return the core's sentences, one in a line."""
    return "".join(f"{text}\n" for name, text in sorted(messages) if name == "core")


def compile_to(target: Path) -> None:
    """Make the ``.qm`` with the tool that comes with PySide6.

    It is replaced in one step: a window that is open has it mapped into its memory.
    """
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    partial = target.with_suffix(".part")
    command = [str(tool), "-silent", "-removeidentical", str(SOURCE), "-qm", str(partial)]
    subprocess.run(command, check=True, capture_output=True, text=True)
    partial.replace(target)

"""Asks where to keep something elsewhere, and writes it; the writing runs in the engine."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDir, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from desktop_app.base.errors import KnownError
from desktop_app.ui.look.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.core import Core


def choose_file(
    parent: QWidget,
    title: str,
    name: str,
    do: Callable[[str], None],
    kinds: Sequence[str] = (),
) -> None:
    """Ask where to save something, offering the person's documents; ``do`` gets the path.

    ``kinds`` are the formats to choose from ("Playlist (*.m3u8)"), the first that of ``name``.
    Nothing waits for the dialog.
    """
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    if kinds:
        dialog.setNameFilters(kinds)
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(_ending(kind)))
    _open(dialog, do, name)


def choose_to_open(parent: QWidget, title: str, kinds: str, do: Callable[[str], None]) -> None:
    """Ask for a file to be read; ``kinds`` says which ("Playlists (*.m3u *.m3u8)")."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([kinds, tr("All files (*)")])
    _open(dialog, do)


def _ending(kind: str) -> str:
    """Return what names of a kind end in: "m3u8" of "Playlist (*.m3u8)"."""
    return kind.rpartition(".")[2].rstrip(")")


def _open(dialog: QFileDialog, do: Callable[[str], None], name: str = "") -> None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(documents if Path(documents).is_dir() else QDir.homePath())
    if name:
        dialog.setDefaultSuffix(name.rpartition(".")[2])
        dialog.selectFile(name)
    dialog.fileSelected.connect(do)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


async def export_feeds(core: Core, path: str) -> None:
    """Write the subscriptions to ``path`` as OPML.

    Raises:
        KnownError: It cannot be written there.
    """
    data = await core.subscriptions.export_opml()
    await _write(path, data, tr("The subscriptions were not saved"))


async def export_bookmarks(core: Core, path: str) -> None:
    """Write all bookmarks to ``path`` as Markdown.

    Raises:
        KnownError: It cannot be written there.
    """
    text = await core.places.bookmarks_as_markdown()
    await _write(path, text.encode(), tr("The bookmarks were not saved"))


async def back_up(core: Core, path: str) -> None:
    """Write a copy of the library to ``path``.

    Raises:
        KnownError: It cannot be written there.
    """
    await core.backups.write(Path(path))


async def _write(path: str, data: bytes, refused: str) -> None:
    try:
        await asyncio.to_thread(Path(path).write_bytes, data)
    except OSError as error:
        why = error.strerror or str(error)
        raise KnownError(refused, why, tr("Choose another folder.")) from error

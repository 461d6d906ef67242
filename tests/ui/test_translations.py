"""The catalogue of the window's words has exactly what the code says, all of it in Spanish."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop_app.base.errors import KnownError
from desktop_app.base.paths import CATALOGUE, RESOURCES
from desktop_app.downloads import faults as download_faults
from desktop_app.feeds import faults as feed_faults
from desktop_app.feeds import opml
from desktop_app.library.sources import UnsubscribedError
from desktop_app.services.logins import SignInNeededError
from desktop_app.ui.look import language, sentences
from desktop_app.ui.pages.add_model import group_name
from tests.translations import catalogue
from tests.translations.code import strange

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

_VALUES = ("Tapes", "example.org", "7")


@pytest.fixture
def spanish(qapp: QApplication) -> Iterator[None]:
    """The whole app speaks Spanish."""
    locale, way = QLocale(), qapp.layoutDirection()
    language.speak(qapp, "es")
    yield
    language.speak(qapp, "en")
    QLocale.setDefault(locale)
    qapp.setLayoutDirection(way)


def test_every_word_that_is_shown_can_be_read_from_the_code() -> None:
    assert strange() == []


def test_the_catalogue_is_what_the_code_says() -> None:
    known = catalogue.read()
    assert set(known) == catalogue.wanted(), "run: python -m tests.translations"
    assert catalogue.TEMPLATES.read_text("utf-8") == catalogue.templates_of(known)
    assert catalogue.SOURCE.read_text("utf-8") == catalogue.text_of(known)


def test_all_of_it_is_translated_with_the_same_holes() -> None:
    known = catalogue.read()
    assert [source for (_context, source), said in known.items() if not said] == []
    assert {
        source: said
        for (_context, source), said in known.items()
        if catalogue.holes(source) != catalogue.holes(said)
    } == {}


def test_the_compiled_catalogue_is_made_of_this_one(tmp_path: Path) -> None:
    target = tmp_path / catalogue.COMPILED.name
    catalogue.compile_to(target)
    assert target.read_bytes() == catalogue.COMPILED.read_bytes()


def test_the_window_finds_each_word(spanish: None) -> None:
    wrong = {
        source: QCoreApplication.translate(context, source)
        for (context, source), said in catalogue.read().items()
        if QCoreApplication.translate(context, source) != said
    }
    assert wrong == {}


def test_each_sentence_of_the_core_comes_out_in_spanish(spanish: None) -> None:
    for (context, template), said in catalogue.read().items():
        if context == "core":
            values = dict(enumerate(_VALUES, 1))
            filled = sentences.say(_filled(template, values))
            assert filled != _filled(template, values), template
            assert filled == _filled(said, values), template


def _filled(template: str, values: dict[int, str]) -> str:
    return re.sub(r"\{(\d)\}", lambda hole: values[int(hole[1])], template)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (
            feed_faults.explained(TimeoutError(), "pod.example", 30),
            (
                "No se pudo obtener el canal: pod.example no respondió en 30 segundos. "
                "Inténtalo más tarde."
            ),
        ),
        (
            download_faults.refused(404, {}),
            (
                "La descarga no llegó a término: la grabación ya no está en su dirección (404). "
                "Actualiza el canal: quizá se haya movido."
            ),
        ),
        (
            download_faults.of_disk(OSError(28, "No space left on device")),
            (
                "El disco está lleno: no hay espacio para el resto de la grabación. Libera algo de "
                "espacio: seguirá desde ahí y no se pierde nada de lo recibido."
            ),
        ),
        (
            SignInNeededError("pod.example", refused=True),
            (
                "pod.example no aceptó este nombre y esta contraseña. Entra con los datos que te "
                "dio quien lo publica."
            ),
        ),
        (UnsubscribedError("Tapes: it. All was removed"), "Tapes: it. All se quitó."),
        (
            KnownError("The settings could not be saved", "Permission denied"),
            "No se pudieron guardar los ajustes: permiso denegado.",
        ),
        (KnownError("Nobody knows this", "nor that"), "Nobody knows this: nor that."),
    ],
)
def test_an_error_is_said_in_the_persons_language(
    error: KnownError, said: str, spanish: None
) -> None:
    shown = sentences.error(error)
    assert type(shown) is type(error)
    assert str(shown) == said
    assert sentences.say(str(error)) == said


def test_what_stands_in_the_library_is_said_in_parts(spanish: None) -> None:
    stored = "Could not refresh Tapes: by hand: no server named a.b was found. Try again later."
    assert sentences.say(stored) == (
        "No se pudo actualizar Tapes: by hand: no se encontró ningún servidor llamado a.b. "
        "Inténtalo más tarde."
    )


@pytest.mark.parametrize("name", ["A. " * 190, ". " * 290, "a, b. c: d; " * 47, "“”" * 250])
def test_a_name_full_of_stops_costs_no_time(name: str, spanish: None) -> None:
    """Feeds give such names; each stop could be the end of a sentence of ours."""
    text = f"“{name}” was not downloaded"
    assert name in sentences.say(text)
    reader = sentences._Reader(text)
    if sentences._is_short(text):
        reader.best(text)
    assert len(reader._found) < 1000


def test_english_is_said_as_it_is(qapp: QApplication) -> None:
    error = download_faults.refused(404, {})
    assert sentences.error(error) is error


@pytest.mark.parametrize(
    ("wish", "system", "code"),
    [
        ("", ["es-Latn-MX", "es-MX", "es"], "es"),
        ("", ["de-DE", "de", "es-ES", "en-US"], "es"),
        ("", ["de-DE", "de"], "en"),
        ("", ["C"], "en"),
        ("en", ["es-MX"], "en"),
        ("es", ["en-US"], "es"),
        ("xx", ["es-MX"], "es"),
        ("xx", ["de"], "en"),
    ],
)
def test_which_language_is_spoken(wish: str, system: list[str], code: str) -> None:
    assert language.chosen(wish, system) == code


@pytest.mark.parametrize(
    ("code", "system", "name"),
    [
        ("es", "es_MX", "es_MX"),
        ("es", "en_US", "es_US"),
        ("es", "C", "es_ES"),
        ("en", "C", "C"),
        ("en", "de_DE", "en_DE"),
    ],
)
def test_dates_and_numbers_follow_the_language_in_the_systems_country(
    code: str, system: str, name: str
) -> None:
    assert language.locale(code, QLocale(system)).name() == name


def test_the_groups_of_our_list_of_feeds_are_in_the_language_too(spanish: None) -> None:
    groups = {entry.group for entry in opml.read(CATALOGUE.read_bytes())}
    assert [group for group in groups if group and group_name(group) == group] == []
    assert group_name("Tapes") == "Tapes"


def test_qt_speaks_the_same_language(spanish: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancelar"
    for text in ("&Look in:", "Files of &type:"):
        assert QCoreApplication.translate("QFileDialog", text) != text
    assert QLocale().toString(1_234_567) == "1.234.567" or QLocale().name() != "es_ES"


def test_each_language_has_a_catalogue() -> None:
    for code, _name in language.LANGUAGES[1:]:
        assert QTranslator().load(f"hearthside_{code}", str(RESOURCES / "translations"))

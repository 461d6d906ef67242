"""Names in lists: first name and last initial."""

from __future__ import annotations

import pytest

from desktop_app.base.names import shorten


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Bob Dylan", "Bob D."),
        ("Mary Ann Evans", "Mary E."),
        ("bob dylan", "bob D."),
        ("Bob D.", "Bob D."),
        ("Bob D", "Bob D"),
        ("Bob S. Jr.", "Bob S. Jr."),
        ("Bob Smith Jr.", "Bob S. Jr."),
        ("Bob Smith, Jr.", "Bob S. Jr."),
        ("Bob Smith III", "Bob S. III"),
        ("Mary Pearl T.", "Mary Pearl T."),
        ("Paul McQ.", "Paul McQ."),
        ("Joe & Charlie", "Joe & Charlie"),
        ("Theo & Lila R.", "Theo & Lila R."),
        ("Theo Rand & Lila Rand", "Theo R. & Lila R."),
        ("Theo Rand and Lila Moss", "Theo R. & Lila M."),
        ("Dr. Paul Otis", "Dr. Paul O."),
        ("Dr. Paul O.", "Dr. Paul O."),
        ("Dr. Bob", "Dr. Bob"),
        ("Ajahn Sumano", "Ajahn Sumano"),
        ("Padre Anselmo", "Padre Anselmo"),
        ("Dra. Lupe Ibarra", "Dra. Lupe I."),
        ("Professor Ilse van der Berg", "Professor Ilse B."),
        ("Vincent van Dyck", "Vincent D."),
        ("Gus Hill (Boise)", "Gus H. (Boise)"),
        ("Mike L. (Seattle)", "Mike L. (Seattle)"),
        ("Mike (Seattle)", "Mike (Seattle)"),
        ("Mike Lander  (Salt  Lake City)", "Mike L. (Salt Lake City)"),
        ("Theo Rand & Lila Moss (Reno & Elko)", "Theo R. & Lila M. (Reno & Elko)"),
        ("Theo Rand (Reno) & Lila Moss", "Theo R. (Reno) & Lila M."),
        ("Bob (Tex) Smith", "Bob S."),
        ("(Boise)", "(Boise)"),
        ("Gus Hill (", "Gus H."),
        ("Émile Étienne", "Émile É."),
        ("Yvonne", "Yvonne"),
        ("  Bob   Dylan ", "Bob D."),
        ("Bob de", "Bob D."),
        ("Jr.", "Jr."),
        ("", ""),
        (" & ", "&"),
    ],
)
def test_shorten(name: str, short: str) -> None:
    assert shorten(name) == short


def test_shortening_twice_changes_nothing() -> None:
    for name in ("Bob Dylan", "Theo Rand & Lila Moss", "Gus Hill (Boise)", "Bob Smith, Jr."):
        assert shorten(shorten(name)) == shorten(name)

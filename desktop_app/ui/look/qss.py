"""The style sheet for the few of Qt's own widgets that we do not paint ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.ui.look.tokens import RADIUS_BUTTON, Palette

if TYPE_CHECKING:
    from collections.abc import Callable

_SHEET = """
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QTimeEdit, QDateTimeEdit,
QComboBox {{
    background: {card}; color: {ink}; border: 1px solid {faint}; border-radius: {radius}px;
    padding: {field_y}px {field_x}px; min-height: {field_height}px;
    placeholder-text-color: {soft};
    selection-background-color: {lamp_soft}; selection-color: {ink};
}}
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover,
QTimeEdit:hover, QDateTimeEdit:hover, QComboBox:hover {{ border: 1px solid {soft}; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
QTimeEdit:focus, QDateTimeEdit:focus, QComboBox:focus {{ border: 2px solid {lamp}; }}
QLineEdit:disabled, QSpinBox:disabled, QComboBox:disabled {{ color: {faint}; }}
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:hover, QAbstractSpinBox QLineEdit:focus {{
    background: transparent; border: none; padding: 0 {field_x}px; min-height: 0;
}}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
QComboBox::drop-down {{ border: none; width: {arrow_box}px; }}
QComboBox QAbstractItemView {{
    background: {card}; color: {ink}; border: 1px solid {line}; outline: none;
    selection-background-color: {lamp_soft}; selection-color: {ink};
}}
QListView#offers {{
    background: {card}; color: {ink}; border: 1px solid {line}; outline: none;
    padding: {small}px;
}}
QListView#offers::item {{ padding: {small}px {item_y}px; border-radius: {badge}px; }}
QListView#offers::item:selected {{ background: {lamp_soft}; color: {ink}; }}
QMenu {{
    background: {card}; color: {ink}; border: 1px solid {line}; border-radius: {radius}px;
    padding: {small}px;
}}
QMenu::item {{ padding: {item_y}px {item_x}px; border-radius: {badge}px; }}
QMenu::item:selected {{ background: {lamp_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {faint}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {small}px {item_y}px; }}
QToolTip {{
    background: {card}; color: {ink}; border: 1px solid {line}; padding: {small}px;
}}
QScrollArea, QAbstractScrollArea#bare, QTextEdit#bare {{
    background: transparent; border: none; padding: 0; min-height: 0;
}}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: 0; }}
QScrollBar::handle {{
    background: {line}; border-radius: {bar_radius}px; margin: 2px;
}}
QScrollBar::handle:vertical {{ min-height: {handle}px; }}
QScrollBar::handle:horizontal {{ min-width: {handle}px; }}
QScrollBar::handle:hover {{ background: {faint}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCheckBox, QRadioButton {{ color: {ink}; spacing: {item_y}px; padding: 2px; }}
QCheckBox:focus, QRadioButton:focus {{ outline: none; color: {lamp_text}; }}
"""


def sheet(palette: Palette, px: Callable[[float], int]) -> str:
    """Return the style sheet in these colours; ``px`` scales lengths."""
    return _SHEET.format(
        paper=palette.paper,
        card=palette.card,
        ink=palette.ink,
        soft=palette.soft,
        faint=palette.faint,
        line=palette.line,
        lamp=palette.lamp,
        lamp_text=palette.lamp_text,
        lamp_soft=palette.lamp_soft,
        radius=px(RADIUS_BUTTON),
        badge=px(6),
        field_x=px(13),
        field_y=px(6),
        field_height=px(27),
        arrow_box=px(28),
        small=px(5),
        item_y=px(8),
        item_x=px(18),
        bar=px(12),
        bar_radius=max(1, px(12) // 2 - 2),
        handle=px(36),
    )

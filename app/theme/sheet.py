"""The style sheet, made from the tokens. Widgets say what they are by a dynamic property, never by a colour of their own.

setProperty("kind", ...)   QPushButton/QToolButton: "primary", "quiet", "danger", "line" (in the status line);  QLabel: "muted", "title", "strong", "bad", "warn", "ok"
setProperty("room", ...)   QFrame/QWidget: "panel", "raised", "ground", "picture", "sheet" (what lies over a window)
"""

from __future__ import annotations

from dataclasses import asdict
from string import Template

from app.theme.tokens import Tokens

_SHEET = Template("""
* { outline: 0; }
QMainWindow, QWidget[room="ground"] { background: $ground; }
QWidget[room="panel"] { background: $panel; }
QWidget[room="raised"] { background: $raised; border-radius: ${radius}px; }
QWidget[room="picture"] { background: $picture_ground; }
QWidget[room="sheet"] { background: $panel; border: 1px solid $outline; border-radius: 8px; }
QToolTip { background: $raised; color: $text; border: 1px solid $outline; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[kind="muted"] { color: $muted; }
QLabel[kind="title"] { font-size: ${title_size}px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="bad"] { color: $bad; }
QLabel[kind="warn"] { color: $warn; }
QLabel[kind="ok"] { color: $ok; }

QPushButton, QToolButton {
  background: $raised; color: $text; border: 1px solid $outline; border-radius: ${radius}px;
  padding: 0 12px; min-height: 28px;
}
QToolButton { padding: 0 6px; min-width: 18px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:checked, QToolButton:checked { background: $accent_soft; border-color: $accent; color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $panel; }
QPushButton[kind="primary"] { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:focus { border-color: $text; }
QPushButton[kind="primary"]:disabled { background: $raised; color: $faint; border-color: $outline; }
QPushButton[kind="danger"] { color: $bad; border-color: $bad; background: transparent; }
QPushButton[kind="danger"]:focus { border-color: $text; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"], QToolButton[autoRaise="true"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover, QToolButton[autoRaise="true"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus, QToolButton[autoRaise="true"]:focus { border-color: $accent; }
QToolButton[kind="quiet"]:checked, QToolButton[autoRaise="true"]:checked { background: $accent_soft; color: $accent; border-color: transparent; }
QToolButton[kind="quiet"]:checked:focus, QToolButton[autoRaise="true"]:checked:focus { border-color: $accent; }
QToolButton::menu-indicator { image: none; }
QToolButton[kind="line"] { background: transparent; border: 0; border-radius: 0; padding: 0 8px; color: $muted; min-height: 0; }
QToolButton[kind="line"]:hover { background: $hover; color: $text; }
QToolButton[kind="line"]:focus { color: $accent; }
QToolButton[kind="tab"] {
  background: transparent; border: 0; border-bottom: 2px solid transparent; border-radius: 0; padding: 0 14px; color: $muted; min-height: 40px;
}
QToolButton[kind="tab"]:hover { color: $text; }
QToolButton[kind="tab"]:checked { color: $text; border-bottom-color: $accent; }
QToolButton[kind="tab"]:focus { color: $accent; }

QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox, QAbstractSpinBox {
  background: $raised; color: $text; border: 1px solid $outline; border-radius: ${radius}px; padding: 0 8px; min-height: 28px;
  selection-background-color: $accent; selection-color: $accent_text;
}
QPlainTextEdit, QTextEdit { padding: 4px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $faint; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled { color: $faint; background: $panel; }
QLineEdit QToolButton { min-height: 0; min-width: 0; padding: 0; border: 0; background: transparent; }
QLineEdit[kind="bare"] { background: transparent; border-color: transparent; }
QLineEdit[kind="bare"]:disabled { background: transparent; color: $muted; }
QLineEdit[kind="bare"]:hover { border-color: $outline; }
QLineEdit[kind="bare"]:focus { background: $raised; border-color: $accent; }
QComboBox { padding: 0 10px; }
QAbstractSpinBox { max-height: 28px; }
QAbstractSpinBox QLineEdit { min-height: 0; border: 0; padding: 0 2px; background: transparent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { width: 0; border: 0; }
QComboBox::drop-down { border: 0; width: 20px; }
QComboBox::down-arrow { image: url(icons:$name/chevron-down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $outline; padding: 4px; }

QCheckBox, QRadioButton { spacing: 8px; min-height: 24px; background: transparent; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $outline; border-radius: 3px; background: $raised; }
QCheckBox::indicator:hover, QCheckBox::indicator:focus { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url(icons:$name/check.svg); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $outline; border-radius: 8px; background: $raised; }
QRadioButton::indicator:checked { background: $accent_text; border: 4px solid $accent; width: 8px; height: 8px; }
QRadioButton::indicator:focus { border-color: $accent; }

QSlider::groove:horizontal { height: 2px; background: $outline; }
QSlider::sub-page:horizontal { background: $accent; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -5px 0; border-radius: 6px; background: $text; }
QSlider::handle:horizontal:focus { background: $accent; }
QProgressBar { background: $raised; border: 0; border-radius: 2px; max-height: 4px; text-align: center; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

QMenuBar { background: transparent; color: $text; border: 0; padding: 0; }
QMenuBar::item { background: transparent; padding: 6px 8px; margin: 6px 0; border-radius: ${radius}px; }
QMenuBar::item:selected { background: $hover; }
QMenu { background: $raised; color: $text; border: 1px solid $outline; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 3px; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $faint; background: transparent; }
QMenu::separator { height: 1px; background: $outline; margin: 4px 8px; }
QMenu::icon { padding-left: 8px; }

QListView, QTreeView, QTableView, QListWidget, QTreeWidget, QTableWidget { background: $panel; border: 0; }
QListView::item, QTreeView::item, QTableView::item { padding: 4px 8px; border-radius: 3px; color: $text; }
QListView::item:hover, QTreeView::item:hover { background: $raised; }
QListView::item:selected, QTreeView::item:selected, QTableView::item:selected { background: $accent_soft; color: $text; }
QHeaderView::section { background: $panel; color: $muted; border: 0; border-bottom: 1px solid $outline; padding: 4px 8px; }

QTabWidget::pane { border: 0; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: $muted; padding: 8px 14px; border: 0; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { color: $accent; }

QScrollArea { border: 0; background: transparent; }
QScrollArea > QWidget > QWidget { background: transparent; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $outline; border-radius: 3px; min-height: 32px; min-width: 32px; margin: 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QStatusBar { background: $panel; color: $muted; }
QStatusBar::item { border: 0; }
QGroupBox { border: 0; margin-top: 20px; font-weight: 600; }
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
""")


def style_sheet(now: Tokens) -> str:
    """The sheet in these tokens; `icons:` must be a search path of Qt's to assets/icons."""
    return _SHEET.substitute(asdict(now))

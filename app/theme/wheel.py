"""The wheel scrolls a page and changes no field on it: Qt's lists and numbers turn under a passing pointer, and nobody sees it happen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollBar, QWidget


class _PassesOn(QObject):
    """Leaves the wheel to whatever the field stands on."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refused and eaten: so it goes on to the parent."""
        if event.type() == QEvent.Type.Wheel:
            event.ignore()
            return True
        return False


def let_it_scroll(page: QWidget) -> None:
    """Every field that is on the page now passes the wheel on."""
    passes_on = _PassesOn(page)
    for field in page.findChildren(QWidget):
        if isinstance(field, QComboBox | QAbstractSpinBox | QAbstractSlider) and not isinstance(field, QScrollBar):
            field.installEventFilter(passes_on)
            if field.focusPolicy() is Qt.FocusPolicy.WheelFocus:
                field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

"""The Tab key goes through the inspector as the eye does: chips and lines that come and go are put in their place each time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def tab_in_order(page: QWidget) -> None:
    """Let Tab follow the layout of the page, from its head to its foot."""
    for before, behind in pairwise(stops(page)):
        QWidget.setTabOrder(before, behind)


def stops(page: QWidget) -> list[QWidget]:
    """Where Tab stops, in the order of the layouts."""
    return [widget for widget in _widgets(page.layout()) if widget.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _widgets(layout: QLayout | None) -> Iterator[QWidget]:
    for at in range(layout.count() if layout else 0):
        item = layout.itemAt(at) if layout else None
        widget = item.widget() if item else None
        if widget is not None:
            yield widget
            yield from _widgets(widget.layout())
        elif item is not None:
            yield from _widgets(item.layout())

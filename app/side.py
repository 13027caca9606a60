"""The column beside the pictures: tabs of the shot in hand and its takes. Its tabs speak the language of now."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget, QWidget

from app import words
from app.words import tr


class Side(QTabWidget):
    """Tabs whose English words are translated live."""

    def __init__(self) -> None:
        super().__init__()
        self._words: list[str] = []
        self.setDocumentMode(True)
        self.tabBar().setDrawBase(False)
        words.changed.connect(self._say)

    def add_page(self, page: QWidget, title: str) -> None:
        """One more tab; mark the title with `word`."""
        self._words.append(title)
        self.addTab(page, tr(title))

    def _say(self) -> None:
        for at, title in enumerate(self._words):
            self.setTabText(at, tr(title))

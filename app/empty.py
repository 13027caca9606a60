"""What a panel shows while it has nothing: what could be here, and one button that begins it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLabel, QWidget

from app.theme import tokens
from app.theme.frames import button, column, text
from app.theme.icons import dress_icon


class Empty(QWidget):
    """An icon, a sentence, a quieter one, and perhaps a button; words are English."""

    def __init__(
        self, icon: str, sentence: str, hint: str = "", *, act: tuple[str, Callable[[], object]] | None = None
    ) -> None:
        super().__init__()
        down = column(self, margin=32, gap=8)
        down.addStretch(2)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        dress_icon(self._show_icon, icon, lambda: tokens.now().faint)
        down.addWidget(self._picture)
        down.addSpacing(8)
        for words, kind in ((sentence, "strong"), (hint, "muted")):
            if words:
                label = text(words, "strong" if kind == "strong" else "muted", wrap=True)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                down.addWidget(label)
        if act is not None:
            down.addSpacing(8)
            self.button = button(act[0], "primary")
            self.button.clicked.connect(act[1])
            down.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        down.addStretch(3)

    def _show_icon(self, icon: QIcon) -> None:
        self._picture.setPixmap(icon.pixmap(QSize(40, 40), self.devicePixelRatioF()))

"""The line over the paper: back, which shot this is, and how the paper lies."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.actions import Actions
from app.theme.frames import Elided, ground_of, row, text, tool
from app.theme.lettering import figures
from app.words import say, tr
from engine.film.shots import Shot


class PadBar(QWidget):
    """Made once; `take_commands` gives it its buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground_of(self, "panel")
        self.setFixedHeight(48)
        self._slate = text("", "strong")
        self._action = Elided("muted")
        self._scale = QToolButton()
        self._scale.setProperty("kind", "quiet")
        self._scale.setFont(figures())
        self._scale.setFixedWidth(64)
        say(self._scale.setToolTip, "Whole sheet  0")
        say(self._scale.setAccessibleName, "Whole sheet")
        self._line = row(self, gap=4)
        self._line.setContentsMargins(8, 0, 8, 0)

    def take_commands(self, actions: Actions, menu: Callable[[], QMenu]) -> None:
        """Buttons for the commands, and the menu of pictures."""
        line = self._line
        line.addWidget(actions.button("sketch.close"))
        line.addSpacing(4)
        line.addWidget(self._slate)
        line.addSpacing(4)
        line.addWidget(self._action, 1)
        for name in ("sketch.onion", "sketch.mirror", "sketch.zoom.out"):
            line.addWidget(actions.button(name))
        self._scale.clicked.connect(actions["sketch.fit"].trigger)
        line.addWidget(self._scale)
        line.addWidget(actions.button("sketch.zoom.in"))
        line.addSpacing(8)
        pictures = tool("image-plus", "Picture: import, paste, paint elsewhere, save")
        pictures.setMenu(menu())
        pictures.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        line.addWidget(pictures)

    def show_shot(self, shot: Shot | None) -> None:
        """Whose panel lies on the paper."""
        self._slate.setText(shot.slate if shot else tr("No shot"))
        self._action.show_words(" ".join(shot.action.split()) if shot else "")

    def show_scale(self, scale: float) -> None:
        """Window pixels to a sheet pixel."""
        self._scale.setText(f"{round(scale * 100)} %")

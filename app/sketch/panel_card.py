"""Beside the paper: the onion skin, what the camera does, and what is to be known of the panel in hand."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QCheckBox, QLineEdit, QMenu, QSlider, QToolButton, QWidget

from app.board.pictograms import pictogram
from app.sketch.camera_marks import readings
from app.sketch.drawing import Drawing
from app.theme import tokens
from app.theme.frames import column, text
from app.words import say
from engine.film.setup import Move
from engine.film.shots import Panel, Shot
from engine.script.grammar import name_of

_GLYPH = QSize(40, 24)


class PanelCard(QWidget):
    """Says what is wanted; the pad does it."""

    noted = Signal(str)
    flattened = Signal(bool)
    moved = Signal(object)  # Move
    cleared = Signal()
    skinned = Signal(bool, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        whole = column(self, gap=4)
        whole.setContentsMargins(8, 0, 8, 8)
        self._build_onion()
        self._build_panel()
        whole.addWidget(self._onion)
        whole.addWidget(self._strength)
        whole.addSpacing(8)
        whole.addWidget(text("Camera", "muted"))
        whole.addWidget(self._move)
        whole.addSpacing(8)
        whole.addWidget(text("Panel", "muted"))
        whole.addWidget(self._note)
        whole.addWidget(self._flat)

    def _build_onion(self) -> None:
        self._onion = QCheckBox()
        say(self._onion.setText, "Onion skin")
        say(self._onion.setToolTip, "The panels before (red) and after (blue) shine through  O")
        self._strength = QSlider(Qt.Orientation.Horizontal)
        self._strength.setRange(10, 100)
        self._strength.setValue(55)
        say(self._strength.setAccessibleName, "Strength of the onion skin")
        self._strength.setEnabled(False)
        self._onion.toggled.connect(self._skin)
        self._strength.valueChanged.connect(self._skin)

    def _build_panel(self) -> None:
        self._move = QToolButton()
        self._move.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._move.setIconSize(_GLYPH)
        self._move.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._move.setSizePolicy(self.sizePolicy().Policy.Expanding, self.sizePolicy().Policy.Fixed)
        say(self._move.setToolTip, "What the camera does: draw a frame (F) or an arrow (A), or choose")
        say(self._move.setAccessibleName, "Camera move")
        self._menu = QMenu(self._move)
        self._move.setMenu(self._menu)
        self._note = QLineEdit()
        say(self._note.setPlaceholderText, "Note")
        say(self._note.setAccessibleName, "Note on the panel")
        self._note.textEdited.connect(self.noted)
        self._flat = QCheckBox()
        say(self._flat.setText, "Keep it flat")
        say(self._flat.setToolTip, "The camera moves over the panel as it is; nothing is cut out as foreground")
        self._flat.toggled.connect(self.flattened)

    def set_onion(self, on: bool) -> None:
        """As if it were clicked."""
        self._onion.setChecked(on)

    def _skin(self) -> None:
        self._strength.setEnabled(self._onion.isChecked())
        self.skinned.emit(self._onion.isChecked(), self._strength.value() / 100)

    def show_panel(
        self, shot: Shot | None, panel: Panel | None, drawing: Drawing | None, language: Literal["en", "zh"]
    ) -> None:
        """What the film says of the panel, and the moves that its mark can mean."""
        self.setEnabled(shot is not None)
        self._note.setEnabled(panel is not None)
        self._flat.setEnabled(panel is not None)
        if self._note.text() != (panel.note if panel else ""):
            self._note.setText(panel.note if panel else "")
        self._flat.blockSignals(True)
        self._flat.setChecked(panel is not None and panel.flat)
        self._flat.blockSignals(False)
        if shot is not None:
            self._show_move(shot.setup.move, drawing, language)

    def _show_move(self, move: Move, drawing: Drawing | None, language: Literal["en", "zh"]) -> None:
        now = tokens.now()
        ink, soft = QColor(now.text), QColor(now.faint)
        ratio = self.devicePixelRatioF()
        self._move.setText(_headed(name_of(move, language)))
        self._move.setIcon(QIcon(pictogram(move, _GLYPH, ink, soft, ratio)))
        marks = drawing.marks if drawing else ()
        meant = readings(marks[0], drawing.size) if drawing and marks else ()
        self._menu.clear()
        for each in (*meant, *(m for m in Move if m not in meant)):
            if meant and each is next(m for m in Move if m not in meant):
                self._menu.addSeparator()
            icon = QIcon(pictogram(each, _GLYPH, ink, soft, ratio))
            chosen = self._menu.addAction(icon, _headed(name_of(each, language)))
            chosen.triggered.connect(lambda _=False, each=each: self._choose(each))

    def _choose(self, move: Move) -> None:
        if move is Move.STATIC:
            self.cleared.emit()
        else:
            self.moved.emit(move)


def _headed(name: str) -> str:
    return name[:1].upper() + name[1:]

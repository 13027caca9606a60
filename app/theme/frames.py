"""Small things every panel is built of: a panel's frame, a button from an icon, a hairline, a label of a kind.

Here so that no room sets margins and properties in its own way.
"""

from __future__ import annotations

from typing import Literal, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.theme import tokens
from app.theme.icons import dress_icon, spaced
from app.words import say

Ground = Literal["ground", "panel", "raised", "picture", "sheet"]
L = TypeVar("L", bound=QBoxLayout)
Kind = Literal["", "muted", "title", "strong", "bad", "warn", "ok"]
Weight = Literal["", "primary", "quiet", "danger"]


def sheet(ground: Ground = "panel", parent: QWidget | None = None) -> QFrame:
    """A frame with a ground of the theme's."""
    frame = QFrame(parent)
    ground_of(frame, ground)
    return frame


def ground_of(widget: QWidget, ground: Ground) -> None:
    """Let a widget of any class paint a ground of the theme's."""
    widget.setProperty("room", ground)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def column(widget: QWidget | None = None, *, margin: int = 0, gap: int = 8) -> QVBoxLayout:
    """A vertical layout on the 8-pixel grid."""
    return _laid(QVBoxLayout(widget) if widget else QVBoxLayout(), margin, gap)


def row(widget: QWidget | None = None, *, margin: int = 0, gap: int = 8) -> QHBoxLayout:
    """A horizontal layout on the 8-pixel grid."""
    return _laid(QHBoxLayout(widget) if widget else QHBoxLayout(), margin, gap)


def text(words: str, kind: Kind = "", *, wrap: bool = False, **values: object) -> QLabel:
    """A label that speaks the language of now; the words are English."""
    label = QLabel()
    kind_of(label, kind)
    label.setWordWrap(wrap)
    say(label.setText, words, **values)
    return label


def kind_of(widget: QWidget, kind: str) -> None:
    """Say what a label or button is; may change while it is seen."""
    if widget.property("kind") == kind:
        return
    widget.setProperty("kind", kind)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def button(words: str, weight: Weight = "", *, icon: str = "") -> QPushButton:
    """A push button with English words and perhaps an icon."""
    made = _Button()
    made.setProperty("kind", weight)
    say(made.setText, words)
    made.setIconSize(QSize(20, 16))
    if icon:
        dress_icon(made.show_icon, icon, (lambda: tokens.now().accent_text) if weight == "primary" else None)
    return made


def reicon(made: QPushButton, icon: str) -> None:
    """Another icon for a button of `button`, as far from its words as the first."""
    dress_icon(made.show_icon if isinstance(made, _Button) else made.setIcon, icon)


class _Button(QPushButton):
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, as space does; Qt lets it do so in dialog windows only."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def show_icon(self, drawn: QIcon) -> None:
        """The icon, a little apart from the words."""
        self.setIcon(spaced(drawn))


def tool(icon: str, words: str, *, checkable: bool = False) -> QToolButton:
    """A quiet button that shows only an icon; the words are its tool tip and accessible name."""
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setCheckable(checkable)
    made.setIconSize(QSize(16, 16))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    dress_icon(made.setIcon, icon)
    say(made.setToolTip, words)
    say(made.setAccessibleName, words)
    return made


def hairline(*, upright: bool = False) -> QFrame:
    """A line of one pixel between two panels."""
    line = QFrame()
    ground_of(line, "ground")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def spring(*, upright: bool = False) -> QWidget:
    """What takes the room that is left."""
    filler = QWidget()
    wide, high = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
    filler.setSizePolicy(*((high, wide) if upright else (wide, high)))
    return filler


class Elided(QLabel):
    """One line of words that never widens its panel: an ellipsis stands where the room ends, and the whole is the tool tip."""

    def __init__(self, kind: Kind = "", mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight) -> None:
        super().__init__()
        kind_of(self, kind)
        self._words, self._mode = "", mode
        self.setMinimumWidth(40)

    def show_words(self, words: str) -> None:
        """Say this."""
        self._words = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        self._fit()

    def _fit(self) -> None:
        told = self.fontMetrics().elidedText(self._words, self._mode, self.width())
        self.setText(told)
        self.setToolTip(self._words if told != self._words else "")


def _laid(layout: L, margin: int, gap: int) -> L:
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout

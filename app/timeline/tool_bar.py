"""The bar above the tracks: tools, habits, transitions to drag onto a cut, and the zoom."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from math import log

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QDrag, QMouseEvent
from PySide6.QtWidgets import QSlider, QToolButton, QWidget

from app.actions import Actions
from app.theme.frames import hairline, row
from app.theme.icons import dress_icon
from app.timeline.drops import mime_of_style
from app.timeline.hold import Hold
from app.timeline.scale import FARTHEST, NEAREST
from app.timeline.view import TracksView
from app.words import say, word
from engine.film.resolve import Style

TOOLS = ("select", "ripple", "roll", "slip", "slide", "razor", "hand")
STYLES: tuple[tuple[Style, str, str], ...] = (
    ("dissolve", "blend", word("Dissolve: drag it onto a cut")),
    ("fade", "sun", word("Fade through black: drag it onto a cut")),
    ("wipe", "panel-right", word("Wipe: drag it onto a cut")),
)
_NOTCHES = 200


class StyleButton(QToolButton):
    """A transition: dragged onto a cut, or clicked to put it at the edit nearest to the playhead."""

    def __init__(self, style: Style, icon: str, words: str) -> None:
        super().__init__()
        self.setProperty("kind", "quiet")
        self.setIconSize(QSize(16, 16))
        dress_icon(self.setIcon, icon)
        say(self.setToolTip, words)
        say(self.setAccessibleName, words)
        self._style: Style = style
        self._pressed: QPoint | None = None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and (event.position().toPoint() - self._pressed).manhattanLength() > 6:
            self._pressed = None
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(mime_of_style(self._style))
            drag.setPixmap(self.icon().pixmap(QSize(20, 20)))
            drag.exec(Qt.DropAction.CopyAction)
            return
        super().mouseMoveEvent(event)


class ToolBar(QWidget):
    """Everything but the tabs of the cuts."""

    def __init__(self, actions: Actions, hold: Hold, view: TracksView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hold, self._view = hold, view
        across = row(self, gap=2)
        self._tools = self._tool_group(actions)
        for name in TOOLS:
            across.addWidget(actions.button(f"cut.tool.{name}"))
        across.addWidget(_divider())
        for name in ("snapping", "links", "following"):
            across.addWidget(actions.button(f"cut.{name}"))
        across.addWidget(_divider())
        self.styles: dict[Style, StyleButton] = {s: StyleButton(s, icon, words) for s, icon, words in STYLES}
        for each in self.styles.values():
            across.addWidget(each)
        across.addWidget(_divider())
        if "cut.footage" in actions:
            across.addWidget(actions.button("cut.footage"))
        across.addWidget(actions.button("cut.marker"))
        across.addWidget(actions.button("cut.zoom.out"))
        self.slider = self._slider()
        across.addWidget(self.slider)
        across.addWidget(actions.button("cut.zoom.in"))
        across.addWidget(actions.button("cut.zoom.fit"))
        hold.tool_changed.connect(lambda name: self._follow(actions))
        hold.habits_changed.connect(lambda: self._follow(actions))
        view.zoomed.connect(self._show_zoom)
        self._follow(actions)
        self._show_zoom()

    def _tool_group(self, actions: Actions) -> QActionGroup:
        group = QActionGroup(self)
        for name in TOOLS:
            group.addAction(actions[f"cut.tool.{name}"])
        return group

    def _follow(self, actions: Actions) -> None:
        hold = self._hold
        actions[f"cut.tool.{hold.tool}"].setChecked(True)
        for name, on in (("snapping", hold.snapping), ("links", hold.links), ("following", hold.follows)):
            action: QAction = actions[f"cut.{name}"]
            action.setChecked(on)

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, _NOTCHES)
        slider.setFixedWidth(96)
        slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(slider.setAccessibleName, "Zoom of the timeline")
        slider.valueChanged.connect(self._zoom)
        return slider

    def _zoom(self, notch: int) -> None:
        wanted = FARTHEST * (NEAREST / FARTHEST) ** (notch / _NOTCHES)
        self._view.zoom(wanted / self._view.scale.per_frame)

    def _show_zoom(self) -> None:
        notch = log(self._view.scale.per_frame / FARTHEST) / log(NEAREST / FARTHEST) * _NOTCHES
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(notch))


def connect_styles(bar: ToolBar, join: Callable[[Style], object]) -> None:
    """A click on a transition puts it at the edit nearest to the playhead; `join` takes the style."""
    for style, each in bar.styles.items():
        each.clicked.connect(partial(_call, join, style))


def _call(join: Callable[[Style], object], style: Style, checked: bool = False) -> None:
    join(style)


def _divider() -> QWidget:
    line = hairline(upright=True)
    line.setFixedHeight(20)
    return line

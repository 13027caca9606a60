"""Pick up a part of a take: the range between the marks, what is painted over the picture, or a longer head or tail.

It stands over the list of takes while it is open, under the picture that is painted on; an engine that cannot do it says so
there, and says which can.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QSlider, QSpinBox, QWidget

from app.errands import send
from app.keeping import as_png
from app.problems import problem_of
from app.state.engines import manifests, title_of
from app.state.session import Session
from app.theme.frames import button, column, ground_of, hairline, kind_of, row, text, tool
from app.theme.lettering import figures
from app.theme.wheel import let_it_scroll
from app.times import lasting
from app.viewer.mask_layer import MaskLayer
from app.viewer.timecode_field import label
from app.viewer.viewer import ViewerPanel
from app.words import changed as language_changed
from app.words import in_a_row, say, tr, word
from engine.errors import BadInput
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.estimate import estimate
from engine.plan.pickups import Part, hindrance, pickup_node, span_of
from engine.plan.routing import lacking
from engine.shelf.quick import at_hand
from engine.shelf.readiness import hurdle
from engine.shelf.speeds import pace

_AFTER = 250
"""Milliseconds: what it would cost is worked out when the marks rest."""

_SOME_MASK = "0" * 64

_LONGEST = 480  # frames that a head or a tail may grow by


@dataclass(frozen=True, slots=True)
class Reckoned:
    """Engines that can draw the part again, `ready` on this machine now or only `able` to; seconds it would take (None: nobody
    has measured it); or why it cannot be."""

    able: tuple[str, ...] = ()
    ready: tuple[str, ...] = ()
    seconds: float | None = None
    refused: str = ""


def reckoned(film: Film, shot: Shot, take: Take, part: Part, engine: str) -> Reckoned:
    """Asks the disk, so not in the GUI thread. Raises StorageFailed."""
    span = span_of(take, film)
    known = {each.engine: at_hand(each) for each in manifests().values() if not hindrance(each, part, span)}
    able, ready = tuple(known), tuple(name for name, each in known.items() if hurdle(each) is None)
    by = engine if engine in ready else next(iter(ready), "")
    try:
        node = pickup_node(film, shot, take, part, by)
    except BadInput as refused:
        return Reckoned(able, ready, refused=in_a_row(tr(refused.sentence), tr(refused.action)))
    if by and (reasons := lacking(node.order, known[by])):
        return Reckoned(able, ready, refused=tr(reasons[0]))
    paced = pace(by) if by else None
    cost = estimate((node,), known, {by: paced} if paced is not None else {})
    return Reckoned(able, ready, cost.seconds)


class PickupPanel(QWidget):
    """Opened for one take, beside the list of takes. `wanted` asks for the pickup: shot id, take id, Part, engine, mask as PNG or None."""

    wanted = Signal(str, str, object, str, object)
    shelf_wanted = Signal()
    closed = Signal()

    def __init__(self, session: Session, viewer: ViewerPanel) -> None:
        super().__init__()
        self._session, self._viewer = session, viewer
        self._shot_id = self._take_id = ""
        self._layer: MaskLayer | None = None
        self._known = Reckoned()
        self._make()
        self._lay()
        self._connect()
        self.hide()

    def open_for(self, shot_id: str, take_id: str) -> None:
        """Pick up a part of this take."""
        session, viewer = self._session, self._viewer
        session.take_in_hand(shot_id)
        viewer.player.stop()
        viewer.show_take(take_id)
        self._shot_id, self._take_id = shot_id, take_id
        self._drop_layer()
        self._forget_wishes()
        raster = session.film.raster
        self._layer = MaskLayer(viewer.screen_, QSize(raster.width, raster.height))
        self._layer.set_feather(self.feather.value())
        self._layer.painted.connect(self._tell)
        self.width_of.setValue(self._layer.brush)
        self._layer.hide()
        self.show()
        self._tell()

    def close_panel(self) -> None:
        """No pickup. The keys go back to the takes: hidden with them here, they would go to whatever comes next in the window."""
        self._drop_layer()
        self._shot_id = self._take_id = ""
        beside = self.parentWidget()
        held = QApplication.focusWidget()
        if beside is not None and held is not None and self.isAncestorOf(held):
            beside.setFocus()
        self.hide()
        self.closed.emit()

    @property
    def part(self) -> Part:
        """What is asked for: between the marks, or all of it where something is painted."""
        head = self._viewer.take_head
        marked = head.in_mark is not None or head.out_mark is not None
        first = head.in_mark or 0
        end = head.length if head.out_mark is None else head.out_mark + 1
        if not marked and not self._painted:
            first = end = 0
        return Part(first, end, None, self.feather.value(), self.head.value(), self.tail.value())

    # --- made once

    def _make(self) -> None:
        self.title = QLabel()
        kind_of(self.title, "strong")
        self.range = text("", "muted", wrap=True)
        self.range.setFont(figures())
        self.away = tool("x", "Close")
        self.brush = tool("brush", "Paint over what is to be drawn again", checkable=True)
        self.eraser = tool("eraser", "Rub out", checkable=True)
        self.clear = tool("trash-2", "Nothing is painted")
        self.width_of, self.feather = (
            _slider(word("Width of the brush"), 4, 400, 80),
            _slider(word("Feather"), 0, 96, 12),
        )
        self.head, self.tail = _frames(word("Longer head")), _frames(word("Longer tail"))
        self.engine = QComboBox()
        say(self.engine.setAccessibleName, "What draws the pickup")
        self.told = text("", "muted", wrap=True)
        self.shelf = button("Open the shelf")
        self.go = button("Pick up", "primary", icon="refresh-cw")

    def _lay(self) -> None:
        ground_of(self, "panel")
        whole = column(self, gap=0)
        inside = QWidget()
        down = column(inside, gap=8)
        down.setContentsMargins(16, 8, 16, 16)
        top = row(gap=8)
        top.addWidget(self.title, 1)
        top.addWidget(self.away)
        down.addLayout(top)
        down.addWidget(self.range)
        paint = row(gap=4)
        for each in (self.brush, self.eraser, self.clear):
            paint.addWidget(each)
        paint.addSpacing(4)
        for words, slider in ((word("Width"), self.width_of), (word("Feather"), self.feather)):
            paint.addWidget(text(words, "muted"))
            paint.addWidget(slider, 1)
        down.addLayout(paint)
        longer = row(gap=8)
        for words, field in ((word("Longer head"), self.head), (word("Longer tail"), self.tail)):
            longer.addWidget(text(words, "muted"))
            longer.addWidget(field, 1)
        down.addLayout(longer)
        foot = row(gap=8)
        foot.addWidget(self.engine, 1)
        foot.addWidget(self.shelf)
        foot.addWidget(self.go)
        down.addWidget(self.told)
        down.addLayout(foot)
        whole.addWidget(inside)
        whole.addWidget(hairline())
        let_it_scroll(self)

    def _connect(self) -> None:
        self.away.clicked.connect(self.close_panel)
        self.brush.toggled.connect(self._turn_brush)
        self.eraser.toggled.connect(self._turn_eraser)
        self.clear.clicked.connect(lambda: self._layer.clear() if self._layer else None)
        self.width_of.valueChanged.connect(lambda value: self._layer.set_brush(value) if self._layer else None)
        self.feather.valueChanged.connect(self._feathered)
        for field in (self.head, self.tail):
            field.valueChanged.connect(self._tell)
        self._viewer.take_head.marks_changed.connect(self._tell)
        self._viewer.turned.connect(self._on_turned)
        self._session.film_changed.connect(self._on_film)
        self.engine.activated.connect(self._tell)
        self.shelf.clicked.connect(self.shelf_wanted)
        self.go.clicked.connect(self._pick_up)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self._reckon)
        language_changed.connect(self._tell)

    # --- what is shown

    @property
    def _painted(self) -> bool:
        return self._layer is not None and not self._layer.empty

    def _tell(self, *_: object) -> None:
        shot = self._shot()
        take = shot.take(self._take_id) if shot else None
        if shot is None or take is None:
            return
        self.title.setText(tr("Pick up take {n} of {slate}", n=shot.takes.index(take) + 1, slate=shot.slate))
        part, rate = self.part, self._session.film.rate
        if part.first < part.end:
            span = f"{label(part.first, rate)} \N{EN DASH} {label(part.end - 1, rate)}"
            self.range.setText(tr("{span}, {n} frames", span=span, n=part.end - part.first))
        else:
            self.range.setText(
                tr("Mark a part with I and O, paint over the picture, or ask for a longer head or tail.")
            )
        self.clear.setEnabled(self._painted)
        self._show(self._known)
        self._soon.start()

    def _reckon(self) -> None:
        shot = self._shot()
        take = shot.take(self._take_id) if shot else None
        if shot is None or take is None:
            return
        film, part, engine = self._session.film, self.part, self.engine.currentData() or ""
        if self._painted:
            part = replace(part, mask=_SOME_MASK)  # what is painted is kept when it is ordered

        def known(found: Reckoned) -> None:
            self._known = found
            self._show(found)

        send(self, lambda: reckoned(film, shot, take, part, engine), known, lambda e: self._session.say(problem_of(e)))

    def _show(self, known: Reckoned) -> None:
        """The list of engines, what it takes, and whether it can begin."""
        rows = [(tr(title_of(name)), name) for name in known.ready]
        if rows != [(self.engine.itemText(at), self.engine.itemData(at)) for at in range(self.engine.count())]:
            chosen = self.engine.currentData()
            self.engine.clear()
            for title, name in rows:
                self.engine.addItem(title, name)
            self.engine.setCurrentIndex(max(0, self.engine.findData(chosen)))
        self.engine.setVisible(bool(rows))
        self.shelf.setVisible(not rows)
        asked = self.part.first < self.part.end or self.head.value() or self.tail.value()
        self.go.setEnabled(bool(rows) and bool(asked) and not known.refused)
        self.told.setText(self._words(known, bool(asked)))
        self._keep_whole()
        kind_of(self.told, "warn" if known.refused and asked else "muted")

    def _keep_whole(self) -> None:
        """Beside the list of takes a wrapped sentence would be squeezed to less than its lines."""
        self.told.setMinimumHeight(max(0, self.told.heightForWidth(self.told.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_whole()

    def _words(self, known: Reckoned, asked: bool) -> str:
        if not known.ready:
            titles = tr(", ").join(tr(title_of(name)) for name in known.able)
            return tr("No model on this machine can draw a part of a take again. These can: {titles}.", titles=titles)
        if not asked:
            return ""
        if known.refused:
            return known.refused
        if known.seconds is None:
            return tr("How long it takes was not measured on this machine yet.")
        return tr("About {time}. Everything else in the take stays as it is.", time=lasting(known.seconds))

    # --- what a person does

    def _turn_brush(self, on: bool) -> None:
        self._viewer.player.stop()
        if self._layer is not None:
            self._layer.setVisible(on)
        if not on:
            self.eraser.setChecked(False)

    def _turn_eraser(self, on: bool) -> None:
        if on:
            self.brush.setChecked(True)
        if self._layer is not None:
            self._layer.tool = "rub out" if on else "paint"

    def _feathered(self, pixels: int) -> None:
        if self._layer is not None:
            self._layer.set_feather(pixels)
        self._tell()

    def _pick_up(self) -> None:
        mask = as_png(self._layer.painting) if self._layer is not None and self._painted else None
        self.wanted.emit(self._shot_id, self._take_id, self.part, self.engine.currentData(), mask)
        self.close_panel()

    def _on_turned(self) -> None:
        """The viewer shows something else: the paint would lie on the wrong picture."""
        shown = self._viewer.mode == "take" and self._viewer.take_id == self._take_id
        if self.isVisible() and not (shown and self._session.shot_id == self._shot_id):
            self.close_panel()

    def _on_film(self, before: Film, after: Film) -> None:
        if self.isVisible() and before.scenes is not after.scenes:
            shot = self._shot()
            if shot is None or shot.take(self._take_id) is None:
                self.close_panel()

    def _shot(self) -> Shot | None:
        return next((shot for shot in self._session.film.shots if shot.id == self._shot_id), None)

    def _forget_wishes(self) -> None:
        """What was asked of another take."""
        self._known = Reckoned()
        self.brush.setChecked(False)
        for field in (self.head, self.tail):
            field.setValue(0)

    def _drop_layer(self) -> None:
        if self._layer is not None:
            self._layer.hide()
            self._layer.deleteLater()
            self._layer = None


def _slider(words: str, least: int, most: int, value: int) -> QSlider:
    made = QSlider(Qt.Orientation.Horizontal)
    made.setRange(least, most)
    made.setValue(value)
    made.setMinimumWidth(32)
    say(made.setAccessibleName, words)
    say(made.setToolTip, words)
    return made


def _frames(words: str) -> QSpinBox:
    made = QSpinBox()
    made.setRange(0, _LONGEST)
    made.setFont(figures())
    made.setMinimumWidth(56)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    say(made.setToolTip, "Frames")
    say(made.setAccessibleName, words)
    return made

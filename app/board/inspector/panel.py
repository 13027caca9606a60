"""The inspector: everything about the shot in hand, or about all selected shots at once, from the action to the seed.

    InspectorPanel(session, stills)

One undo step per change, however many shots are selected. `neighbour_wanted` asks for a frame of a neighbour's take in full size, which only
the engine can make; `frames.put` takes it in.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QStackedWidget, QWidget

from app.board.inspector.camera import CameraSection
from app.board.inspector.company import CastSection, PropsSection
from app.board.inspector.continuity import ContinuitySection
from app.board.inspector.frames import FramesSection, PanelsSection
from app.board.inspector.inspected import Inspected, inspected
from app.board.inspector.key_frame import KeyFrameSection
from app.board.inspector.making import MakingSection, Reckoned, engine_of, reckoned
from app.board.inspector.section import Section
from app.board.inspector.setting import SettingSection
from app.board.inspector.spoken import LinesSection
from app.board.inspector.story import ActionSection, DurationSection, NoteSection
from app.board.inspector.tabbing import tab_in_order
from app.board.inspector.wishes import WishesSection
from app.commands import shots
from app.empty import Empty
from app.errands import send
from app.problems import problem_of
from app.state.engines import manifests
from app.state.session import Session
from app.state.stills import Stills
from app.theme.frames import column, ground_of, row, text
from app.theme.lettering import figures
from app.theme.wheel import let_it_scroll
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.film.document import Film

_ORDER_AFTER = 60
"""Milliseconds: nobody presses Tab while walking over the board with the arrow keys."""

_UNMET_AFTER = 400
"""Milliseconds: what the engine cannot do is worked out when typing rests."""


class InspectorPanel(QWidget):
    """Follows the session's shot in hand and selection."""

    sketch_wanted = Signal(str)
    panel_wanted = Signal(str, str)  # shot id, panel id
    cast_wanted = Signal(str)  # id of a subject or a prop
    neighbour_wanted = Signal(str, str)  # shot id, "first" | "last"

    def __init__(self, session: Session, stills: Stills, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.action = ActionSection(session)
        self.duration = DurationSection(session)
        self.camera = CameraSection(session)
        self.cast = CastSection(session)
        self.setting = SettingSection(session)
        self.props = PropsSection(session)
        self.continuity = ContinuitySection(session)
        self.lines = LinesSection(session)
        self.key_frame = KeyFrameSection(session, stills)
        self.frames = FramesSection(session, stills)
        self.panels = PanelsSection(session, stills)
        self.making = MakingSection(session)
        self.wishes = WishesSection(session)
        self.note = NoteSection(session)
        self.sections: tuple[Section, ...] = (
            self.action, self.duration, self.camera, self.cast, self.lines, self.setting, self.props,
            self.continuity, self.key_frame, self.frames, self.panels, self.making, self.wishes, self.note,
        )  # fmt: skip
        self._of: Inspected | None = None
        self._lay()
        self._connect()
        self.refresh()

    @property
    def shown(self) -> Inspected | None:
        """What is being shown."""
        return self._of

    def showEvent(self, event: QShowEvent) -> None:
        """A model may have been linked, or a manifest dropped, while another room was seen."""
        super().showEvent(event)
        self._unmet_soon.start()

    def refresh(self, *, anew: bool = False) -> None:
        """Show the shots of now; `anew` even what is shown already."""
        of = inspected(self.session)
        if of is not None and not anew and of.same_as(self._of):
            return
        if of is None or self._of is None or of.ids != self._of.ids:
            for section in self.sections:
                section.leave()
            of = inspected(self.session)  # what was still being written is told by now
        self._of = of
        self._stack.setCurrentIndex(0 if of else 1)
        if of is None:
            return
        self._show_head(of)
        shown = [section for section in self.sections if section.inspect(of, anew=anew)]
        if any(isinstance(section, CastSection | PropsSection | LinesSection) for section in shown):
            self._order_soon.start()  # their chips and lines come and go
        self._unmet_soon.start()

    def _respeak(self) -> None:
        """Everything again, in the language of now."""
        self.refresh(anew=True)

    def _show_head(self, of: Inspected) -> None:
        self.slate.setEnabled(of.alone)
        if not self.slate.hasFocus():
            self.slate.setText(of.shot.slate if of.alone else tr("{n} shots", n=len(of.shots)))
        scenes = sum(1 for scene in of.film.scenes if not of.alone and set(of.ids) & {shot.id for shot in scene.shots})
        told = tr("{n} scenes", n=scenes) if scenes > 1 else tr("Scene {number}", number=of.scene.number)
        self.scene.setText(told)

    def _lay(self) -> None:
        ground_of(self, "panel")
        self.page = QWidget()
        ground_of(self.page, "panel")
        down = column(self.page, margin=16, gap=16)
        head = row(gap=8)
        self.slate = QLineEdit()
        self.slate.setProperty("kind", "bare")
        self.slate.setTextMargins(-9, 0, 0, 0)
        self.slate.setFont(figures(strong=True, title=True))
        say(self.slate.setAccessibleName, "Slate")
        self.scene = text("", "muted")
        head.addWidget(self.slate, 1)
        head.addWidget(self.scene)
        down.addLayout(head)
        for section in self.sections:
            down.addWidget(section)
        down.addStretch(1)
        let_it_scroll(self.page)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self.page)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stack = QStackedWidget()
        self._stack.addWidget(scroll)
        self._stack.addWidget(
            Empty(
                "square-dashed", word("No shot in hand."), word("Choose a card on the board to see and change it here.")
            )
        )
        column(self, gap=0).addWidget(self._stack)
        self._unmet_soon = QTimer(self, singleShot=True, interval=_UNMET_AFTER)
        self._order_soon = QTimer(self, singleShot=True, interval=_ORDER_AFTER)

    def _connect(self) -> None:
        self.session.film_changed.connect(self._on_film)
        self.session.shot_changed.connect(lambda _: self.refresh())
        self.session.selection_changed.connect(lambda _: self.refresh())
        language_changed.connect(self._respeak)
        self.slate.editingFinished.connect(self._slated)
        self.panels.sketch_wanted.connect(self.sketch_wanted)
        self.panels.panel_wanted.connect(self.panel_wanted)
        for section in (self.cast, self.props):
            section.chips.opened.connect(self.cast_wanted)
        self.frames.neighbour_wanted.connect(lambda which: self.neighbour_wanted.emit(self.session.shot_id, which))
        self._unmet_soon.timeout.connect(self._reckon)
        self._order_soon.timeout.connect(lambda: tab_in_order(self.page))

    def _on_film(self, before: Film, after: Film) -> None:
        if (
            before.scenes is not after.scenes
            or before.cast is not after.cast
            or before.engine != after.engine
            or before.props is not after.props
            or before.places is not after.places
        ):
            self.refresh()

    def _slated(self) -> None:
        slate = self.slate.text().strip()
        if self._of is not None and self._of.alone and slate and slate != self._of.shot.slate:
            shots.set_slate(self.session, self._of.shot.id, slate)

    def _reckon(self) -> None:
        """What the engine cannot do of what the shot in hand asks, worked out in a thread."""
        of = self._of
        if of is None:
            return
        film, shot = of.film, of.shot

        def show(found: Reckoned) -> None:
            if self._of is not None and self._of.shot.id == shot.id:
                manifest = manifests().get(engine_of(film, shot))
                for section in self.sections:
                    section.warn(found.unmet, tr(manifest.title) if manifest else engine_of(film, shot))
                self.making.tell(found)
                self.key_frame.tell(found.stopped)

        send(self, lambda: reckoned(film, shot), show, lambda error: self.session.say(problem_of(error)))

"""The key frame: a picture of the shot as it begins, looked at and approved before anything moves.

What image models draw, a panel or a person's own picture may stand here; only an approved one leads the video model. Without an image
model on this machine the paper theatre still lays the shot out, and says that it is a layout.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QWidget

from app.board.inspector.inspected import Inspected, Same
from app.board.inspector.section import Section
from app.board.inspector.wells import PictureWell
from app.commands import key_frames as commands
from app.keeping import keep_files, keep_image
from app.state.engines import manifests, title_of
from app.state.session import Session
from app.state.stills import Stills
from app.theme.frames import button, row, text, tool
from app.words import say, tr, word
from engine.film.cast import Reference
from engine.film.key_frames import is_approved
from engine.film.shots import KeyFrame, Shot
from engine.plan.key_frames import LAYOUT


class KeyFrameSection(Section):
    """`wanted` asks for key frames of shots by an engine, with another seed than before; `shelf_wanted` for the models' room."""

    wanted = Signal(object, str, bool)  # shot ids, engine, another seed
    shelf_wanted = Signal()

    def __init__(self, session: Session, stills: Stills) -> None:
        super().__init__(session, word("Key frame"))
        self._stills = stills
        self._stopped: frozenset[str] | None = None  # nobody has looked yet
        self.picture = PictureWell(word("Key frame"), [(word("Use the first panel"), self.use_panel)])
        self.picture.file_given.connect(lambda path: self._keep(path))
        self.picture.image_given.connect(lambda image: self._keep(image))
        self.picture.emptied.connect(lambda: commands.put_aside(session, self.ids))
        self.state = text("", "muted", wrap=True)
        self.none_here = text("", "muted", wrap=True)
        self.engine = QComboBox()
        say(self.engine.setAccessibleName, "What draws the key frame")
        self.draw = button("Draw", icon="image")
        self.draw.clicked.connect(lambda: self._draw(another=False))
        self.again = tool("dices", "Again with another seed")
        self.again.clicked.connect(lambda: self._draw(another=True))
        self.approve = button("Approve", "primary", icon="check")
        self.approve.clicked.connect(self._approve)
        self.shelf = button("Open the shelf")
        self.shelf.clicked.connect(self.shelf_wanted)
        self._lay()
        stills.arrived.connect(self._on_arrived)

    def _lay(self) -> None:
        self.verdict = QWidget()
        line = row(self.verdict, gap=8)
        line.addWidget(self.state, 1)
        line.addWidget(self.again)
        line.addWidget(self.approve)
        self.body.addWidget(self.picture)
        self.body.addWidget(self.verdict)
        who = row(gap=8)
        who.addWidget(self.engine, 1)
        who.addWidget(self.draw)
        self.body.addLayout(who)
        self.body.addWidget(self.none_here)
        self.body.addWidget(self.shelf, 0, Qt.AlignmentFlag.AlignLeft)

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """The key frame of the shot in hand; the buttons are for all that are selected."""
        self._fill()
        self._paint()
        waiting = [shot for shot in of.shots if shot.key_frame is not None and not is_approved(shot)]
        drawn = [shot for shot in of.shots if shot.key_frame is not None]
        self.picture.setVisible(bool(drawn))
        self.verdict.setVisible(bool(drawn))
        self.approve.setVisible(bool(waiting))
        say(self.draw.setText, "Draw" if of.alone else "Draw {n}", n=len(of.shots))
        self.state.setText(self._words(of, waiting))

    def tell(self, stopped: frozenset[str]) -> None:
        """Which engines cannot draw on this machine now."""
        self._stopped = stopped
        if self.of is not None:
            self._fill()

    def draw_for(self, shot_ids: Collection[str]) -> None:
        """Key frames for other shots than those that are shown, by what is chosen here."""
        if shot_ids:
            self._fill()  # nobody may have looked at this page yet
            self.wanted.emit(tuple(shot_ids), self.engine.currentData(), False)

    def use_panel(self) -> None:
        """Each shot's first panel is its key frame."""
        commands.use_panels(self.session, self.ids)

    # --- inside

    def _fill(self) -> None:
        models = manifests("key frame")
        stopped = self._stopped if self._stopped is not None else frozenset(models)
        ready = [each for each in models.values() if each.engine not in stopped]
        rows = [(tr(each.title), each.engine) for each in ready]
        rows.append((tr("Layout, by the paper theatre"), LAYOUT))
        shown = [(self.engine.itemText(at), self.engine.itemData(at)) for at in range(self.engine.count())]
        if shown != rows:
            chosen = self.engine.currentData()
            self.engine.clear()
            for words, name in rows:
                self.engine.addItem(words, name)
            self.engine.setCurrentIndex(max(0, self.engine.findData(chosen) if len(shown) == len(rows) else 0))
        missing = self._stopped is not None and not ready
        self.none_here.setVisible(missing)
        self.shelf.setVisible(missing)
        if missing:
            titles = tr(", ").join(tr(each.title) for each in models.values())
            say(
                self.none_here.setText,
                "No image model is on this machine. These draw key frames: {titles}.",
                titles=titles,
            )

    def _words(self, of: Inspected, waiting: list[Shot]) -> str:
        if not of.alone:
            return tr("{n} wait for approval", n=len(waiting)) if waiting else tr("All approved")
        key_frame = of.shot.key_frame
        if key_frame is None:
            return ""
        told = tr("Waits for approval") if waiting else tr("Approved: the shot begins with it")
        return f"{told}\n{drawn_by(key_frame)}"

    def _on_arrived(self, path: Path) -> None:
        key_frame = self.of.shot.key_frame if self.of is not None else None
        if key_frame is not None and self.session.folder / key_frame.picture.path == path:
            self._paint()

    def _paint(self) -> None:
        if self.of is None:
            return
        raster = self.of.film.raster
        self.picture.aspect = raster.width / raster.height
        shared = self.of.shared(lambda shot: shot.key_frame)
        frame = shared.value if isinstance(shared, Same) else None
        image = self._stills.image(self.session.folder / frame.picture.path, 640) if frame is not None else None
        self.picture.show_picture(image, filled=frame is not None, several=not isinstance(shared, Same))

    def _draw(self, *, another: bool) -> None:
        engine = self.engine.currentData()
        if another and self.of is not None and self.of.shot.key_frame is not None:
            known = self.of.shot.key_frame.engine
            engine = known if self.engine.findData(known) >= 0 else engine
        if self.ids and engine:
            self.wanted.emit(self.ids, engine, another)

    def _approve(self) -> None:
        commands.approve(self.session, self.ids)

    def _keep(self, source: Path | QImage) -> None:
        ids = self.ids

        def put(picture: Reference) -> None:
            commands.bring(self.session, ids, picture)

        if isinstance(source, QImage):
            keep_image(self, self.session, source, put)
        else:
            keep_files(self, self.session, [source], lambda kept: put(kept[0]))


def drawn_by(key_frame: KeyFrame) -> str:
    """Who drew it, and with which seed."""
    if not key_frame.engine:
        return tr("Your own picture")
    layout = key_frame.engine == LAYOUT
    title = tr("Layout, by the paper theatre") if layout else tr(title_of(key_frame.engine))
    seed = tr("seed {seed}", seed=key_frame.seed) if key_frame.seed is not None and not layout else ""
    return " · ".join(filter(None, (title, seed)))

"""Writing on the board itself: fields that lie over what they edit, and where the keys lead from one to the next.

A board is written as a table is filled: Enter goes down the story field by field, Tab across a card and on to the next one, and Ctrl+Enter
divides the shot where the cursor stands. Enter on the film's last card goes on to a blank one, which goes again when Enter or Esc leaves it
blank. What is written in one field is one undo step, dividing it included, and none where it ends as it began.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from typing import Literal, TypeAlias

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtWidgets import QWidget

from app.board.card_painter import action_box, length_box
from app.board.durations import frames_of, in_seconds
from app.board.headings import field_box
from app.board.inline import ActionField, Anchored, GoOn, HeadingField, LengthField
from app.board.view import BoardView
from app.commands import shots
from app.commands.dictation import dictation_of, rename_scene
from app.problems import problem_of
from app.state.session import Session
from engine.errors import BadInput
from engine.film.shots import Shot

_writings = count()

Part: TypeAlias = Literal["action", "length"]


class Jotting(QObject):
    """The one field that is open on a board. `add` makes a blank shot behind the one in hand and writes on it; it is given the
    undo step that this is a part of."""

    def __init__(self, view: BoardView, add: Callable[[str], object]) -> None:
        super().__init__(view)
        self._view, self._add = view, add
        self._session: Session = view.session
        self.field: QWidget | None = None
        self._begun: dict[str, str] = {}  # blank card -> the step that made it

    def write(self, shot_id: str, part: Part = "action") -> None:
        """Write on a card."""
        shot = next((shot for shot in self._session.film.shots if shot.id == shot_id), None)
        if shot is None or self._session.refuses():
            return
        self._view.choose(shot_id)
        self._view.reveal(shot_id)
        if part == "action":
            self._write_action(shot)
        else:
            self._write_length(shot)

    def name_scene(self, scene_id: str) -> None:
        """Write a scene's heading."""
        scene = next((scene for scene in self._session.film.scenes if scene.id == scene_id), None)
        if scene is None or self._session.refuses():
            return
        self._show_heading(scene_id)
        field = HeadingField(self._view.viewport(), scene.heading)
        Anchored(field, lambda: self._heading_place(scene_id))
        field.kept.connect(lambda text: rename_scene(self._session, scene_id, text))
        self._open(field)

    def leave(self) -> None:
        """The board is left: what is being written is kept."""
        if self.field is not None:
            self.field.clearFocus()

    # --- on a card

    def _write_action(self, shot: Shot) -> None:
        field = ActionField(self._view.viewport(), shot.action)
        Anchored(field, lambda: self._action_place(shot.id))
        written, dictation = f"on the card {next(_writings)}", dictation_of(self._session)

        def keep(text: str) -> None:
            dictation.write([shot.id], text, merge=written)
            dictation.take_down()

        def divide(head: str, tail: str) -> None:
            keep(field.toPlainText().strip())
            if not self._was_a_heading(shot.id, head + tail):
                self._divide(shot.id, head, tail, written)

        field.typed.connect(lambda text: dictation.write([shot.id], text, merge=written))
        field.dropped.connect(lambda: (keep(shot.action), self._take_back(shot.id)))
        field.kept.connect(lambda text, go_on: (keep(text), self._go_on_from(shot.id, text, go_on)))
        field.divided.connect(divide)
        self._open(field)

    def _write_length(self, shot: Shot) -> None:
        rate = self._session.film.rate
        field = LengthField(self._view.viewport(), in_seconds(shot.duration, rate))
        Anchored(field, lambda: self._length_place(shot.id))

        def keep(text: str, go_on: GoOn) -> None:
            try:
                frames = frames_of(text, rate)
            except BadInput as bad:
                self._session.say(problem_of(bad))
            else:
                if text != in_seconds(shot.duration, rate):
                    shots.set_duration(self._session, [shot.id], frames)
                self._go_on(shot.id, "length", go_on)

        field.kept.connect(keep)
        self._open(field)

    def _divide(self, shot_id: str, head: str, tail: str, written: str) -> None:
        """The shot ends at the cursor; what stands behind it is the next shot, with its share of the time. With nothing behind it the
        next one is blank. One step with what was `written` before: it is one stroke of the pen."""
        if not tail:
            self._add(written)
        elif second := shots.divide(self._session, shot_id, head, tail, merge=written):
            self.write(second)

    def _go_on_from(self, shot_id: str, text: str, go_on: GoOn) -> None:
        if not go_on or not self._was_a_heading(shot_id, text):
            self._go_on(shot_id, "action", go_on)

    def _was_a_heading(self, shot_id: str, text: str) -> bool:
        """Words that became the scene's heading left the card blank: what happens there is written on it next."""
        shot = next((shot for shot in self._session.film.shots if shot.id == shot_id), None)
        if not text or shot is None or shot.action or shot.lines:
            return False
        self._begun.pop(shot_id, None)
        self.write(shot_id)
        return True

    def _go_on(self, shot_id: str, part: Part, go_on: GoOn) -> None:
        if go_on in ("below", "above"):
            self._write_beside(shot_id, part, 1 if go_on == "below" else -1)
        elif go_on == "next":
            _ = self.write(shot_id, "length") if part == "action" else self._write_beside(shot_id, "action", 1)
        elif go_on == "previous":
            _ = self.write(shot_id, "action") if part == "length" else self._write_beside(shot_id, "length", -1)

    def _write_beside(self, shot_id: str, part: Part, by: int) -> None:
        other = self._view.laid.neighbour(shot_id, "right" if by > 0 else "left")
        if other != shot_id:
            self.write(other, part)
        elif by > 0 and part == "action":
            self._begin_behind(shot_id)

    def _begin_behind(self, shot_id: str) -> None:
        """The story goes on behind the film's last card, unless nothing stands on that."""
        *_, last = self._session.film.shots
        step = f"begun behind {shot_id}"
        if last.id != shot_id or not (last.action or last.lines):
            self._take_back(shot_id)
        elif begun := shots.add(self._session, merge=step):
            self._begun[begun] = step
            self.write(begun)

    def _take_back(self, shot_id: str) -> None:
        """A card on which writing only went on goes when nothing was written: it was no step."""
        step = self._begun.pop(shot_id, "")
        *before, last = self._session.film.shots
        if step and before and last.id == shot_id and not (last.action or last.lines):
            shots.remove(self._session, [shot_id], merge=step)
            self._session.select([before[-1].id])

    # --- fields

    def _open(self, field: ActionField | LengthField | HeadingField) -> None:
        self.field = field
        field.dropped.connect(lambda: self._closed(field))
        field.ended.connect(lambda: self._closed(field))
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _closed(self, field: QWidget) -> None:
        if self.field is field:
            self.field = None
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _action_place(self, shot_id: str) -> QRect | None:
        card = self._view.card_of(shot_id)
        if card is None:
            return None
        box = action_box(card, self._view.aspect)
        return QRect(card.left() + 2, box.top() - 3, card.width() - 4, card.bottom() - box.top() + 1)

    def _length_place(self, shot_id: str) -> QRect | None:
        card = self._view.card_of(shot_id)
        return length_box(card, self._view.aspect) if card is not None else None

    def _heading_place(self, scene_id: str) -> QRect | None:
        row = self._view.laid.heading_of(scene_id)
        return field_box(self._view.to_view(row.rect), row.scene) if row else None

    def _show_heading(self, scene_id: str) -> None:
        row = self._view.laid.heading_of(scene_id)
        bar = self._view.verticalScrollBar()
        if row and not bar.value() <= row.rect.top() <= bar.value() + self._view.viewport().height() - 120:
            bar.setValue(row.rect.top() - 8)

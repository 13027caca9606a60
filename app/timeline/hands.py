"""The pointer in the timeline: press, drag, release, as a state that is one of a few values.

Which edit a drag becomes is decided once, at the press, by the tool in hand and what lies under the pointer; from then on the drag
itself proposes (see `drags`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from app.commands import cuts
from app.timeline import dialogue, drags
from app.timeline.drags import Drag, Proposal, Reach
from app.timeline.hits import (
    Hit,
    Nowhere,
    OnBody,
    OnCorner,
    OnEdge,
    OnGap,
    OnJoin,
    OnLane,
    OnLevel,
    OnLine,
    OnMarker,
    OnRuler,
    OnSeam,
)
from app.timeline.laid import Box, Lane
from app.timeline.snapping import REACH, points
from app.words import tr
from engine.film.bench import Edge
from engine.film.cuts import Clip
from engine.film.document import Film

if TYPE_CHECKING:
    from app.timeline.view import TracksView

Modifier = Qt.KeyboardModifier
ROLL_GRIP = 3.0
"""Pixels around an edit point within which the selection tool rolls both clips instead of trimming one."""


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is pressed."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """Pressed, not yet moved far enough to be a drag."""

    at: QPointF
    hit: Hit
    links: bool
    modifiers: Modifier


@dataclass(frozen=True, slots=True)
class Dragging:
    """A drag that proposes an edit; it was pressed at the place `origin` (see `Scale`) of `lane`."""

    drag: Drag
    origin: float
    lane: Lane | None
    height: float = 0.0  # of the pointer when it was pressed
    proposal: Proposal | None = None


@dataclass(frozen=True, slots=True)
class Scrubbing:
    """The playhead follows the pointer."""


@dataclass(frozen=True, slots=True)
class Banding:
    """A band is drawn around clips from a place and a height below the ruler; `kept` were chosen before."""

    origin: float
    top: float
    kept: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panning:
    """The timeline itself is pulled along."""

    x: float
    left: float


State: TypeAlias = Idle | Pressed | Dragging | Scrubbing | Banding | Panning


class Hands:
    """What the pointer is doing in one view."""

    def __init__(self, view: TracksView) -> None:
        self._view = view
        self.state: State = Idle()
        self._line = ""

    @property
    def line(self) -> str:
        """The spoken line that is pressed or pulled; "" for none."""
        return self._line

    def press(self, at: QPointF, modifiers: Modifier) -> None:
        """The left button goes down."""
        view = self._view
        hit = view.hit(at)
        links = view.hold.links and not modifiers & Modifier.AltModifier
        if view.hold.tool == "hand":
            self.state = Panning(at.x(), view.scale.left)
        elif isinstance(hit, OnRuler):
            self.state = Scrubbing()
            view.session.playhead.seek(view.scale.edge(at.x()))
        elif view.hold.tool == "razor" and isinstance(hit, OnBody | OnEdge | OnCorner | OnLevel | OnJoin):
            self._divide(at, links, everywhere=bool(modifiers & Modifier.ShiftModifier))
        else:
            self._choose(hit, modifiers)
            self._line = hit.spoken.line.id if isinstance(hit, OnLine) else ""
            self.state = Pressed(at, hit, links, modifiers)

    def pan(self, at: QPointF) -> None:
        """The middle button goes down."""
        self.state = Panning(at.x(), self._view.scale.left)

    def move(self, at: QPointF, modifiers: Modifier) -> None:
        """The pointer moves with a button down."""
        view = self._view
        if isinstance(self.state, Panning):
            view.scroll_to(self.state.left - (at.x() - self.state.x))
        elif isinstance(self.state, Scrubbing):
            view.session.playhead.seek(self._scrubbed(at))
            view.keep_in_sight(at.x())
        elif isinstance(self.state, Pressed) and _far(at, self.state.at):
            self.state = self._begun(self.state)
        if isinstance(self.state, Banding):
            self._band(self.state, at)
        elif isinstance(self.state, Dragging):
            self._drag(self.state, at, modifiers)
            view.keep_in_sight(at.x())

    def release(self, at: QPointF) -> None:
        """The button comes up: the proposal is carried out as one undo step."""
        state, self.state = self.state, Idle()
        if isinstance(state, Dragging):
            proposal = state.proposal
            self._view.propose(None)
            if proposal is not None and proposal.change is not None:
                self._view.session.edit(tr(state.drag.text), proposal.change)
        elif isinstance(state, Pressed):
            self._clicked(state)
        self._view.band(None)

    def rebase(self, film: Film) -> None:
        """A take has arrived while something is dragged: the drag goes on over the film as it is now."""
        if isinstance(self.state, Dragging):
            self.state = replace(self.state, drag=self.state.drag.onto(film))
            self._view.drag_on()

    def cancel(self) -> bool:
        """Esc: whatever is being done is not done. Returns whether there was anything."""
        was, self.state = self.state, Idle()
        self._view.propose(None)
        self._view.band(None)
        return not isinstance(was, Idle)

    # --- inside

    def _begun(self, pressed: Pressed) -> State:
        """The drag that this press becomes."""
        hit, view = pressed.hit, self._view
        if isinstance(hit, OnMarker):
            drag = drags.Flag(view.session.film, view.session.cut_id, hit.marker, self._targets(()))
            return self._dragging(drag, pressed)
        if isinstance(hit, OnLine):
            return self._dragging(dialogue.pull(view.session.film, hit.spoken, self._targets(())), pressed)
        if isinstance(hit, OnJoin):
            make = drags.shift(*self._on_cut(), hit.join) if hit.part == "body" else None
            return self._dragging(make or drags.stretch(*self._on_cut(), hit.join, hit.part), pressed)
        if isinstance(hit, OnCorner):
            return self._dragging(drags.fade(*self._on_cut(), hit.box, hit.edge), pressed)
        if isinstance(hit, OnLevel):
            return self._levelling(pressed, hit.box)
        if isinstance(hit, OnEdge | OnBody):
            return self._on_clip(pressed, hit)
        if isinstance(hit, OnGap | OnLane | Nowhere):
            place, top = view.scale.place(pressed.at.x()), view.below_ruler(pressed.at.y())
            return Banding(place, top, view.hold.chosen if pressed.modifiers & Modifier.ShiftModifier else ())
        return Idle()

    def _levelling(self, pressed: Pressed, box: Box) -> State:
        """The level line, with those of the other chosen sounds."""
        laid = self._view.laid
        lane, clip = laid.lane(box.track), box.item
        if lane is None or not isinstance(clip, Clip):
            return Idle()
        boxes = [laid.boxes[each] for each in self._view.hold.clips if each in laid.boxes and each != clip.id]
        others = tuple(each.item for each in boxes if isinstance(each.item, Clip) and self._sounds(each))
        return self._dragging(drags.Level(*self._on_cut(), clip, others, lane), pressed)

    def _sounds(self, box: Box) -> bool:
        lane = self._view.laid.lane(box.track)
        return lane is not None and lane.track.kind == "sound"

    def _on_clip(self, pressed: Pressed, hit: OnEdge | OnBody) -> State:
        """Edges are trimmed, bodies are carried; the other tools take the nearest edge, or the clip itself."""
        box, tool = hit.box, self._view.hold.tool
        clips = self._linked((box.item.id,), pressed.links)
        base, cut_id = self._on_cut()
        targets = self._targets(clips)
        if tool == "slip":
            return self._dragging(drags.slip(base, cut_id, clips), pressed)
        if tool == "slide":
            return self._dragging(drags.slide(base, cut_id, clips, box, targets), pressed)
        if tool == "select" and isinstance(hit, OnBody):
            chosen = self._linked(self._view.hold.clips or clips, pressed.links)
            return self._dragging(drags.carry(base, cut_id, self._view.laid, chosen, self._targets(chosen)), pressed)
        edge = hit.edge if isinstance(hit, OnEdge) else self._nearest(box, pressed.at.x())
        ripples = tool == "ripple" or bool(pressed.modifiers & Modifier.ControlModifier)
        rolls = tool == "roll" or (tool == "select" and self.rolls(hit, pressed.at.x()))
        make = drags.ripple if ripples else drags.roll if rolls else drags.trim
        return self._dragging(make(base, cut_id, clips, box, edge, targets), pressed)

    def rolls(self, hit: Hit, x: float) -> bool:
        """Whether the selection tool stands on an edit point that two clips share."""
        if not isinstance(hit, OnEdge):
            return False
        frame = hit.box.at if hit.edge == "head" else hit.box.end
        lane = self._view.laid.lane(hit.box.track)
        index = hit.box.place - 1 if hit.edge == "head" else hit.box.place + 1
        beside = lane.boxes[index] if lane is not None and 0 <= index < len(lane.boxes) else None
        touches = beside is not None and beside.item.kind == "clip"
        return touches and abs(self._view.scale.x(frame) - x) <= ROLL_GRIP

    def _drag(self, state: Dragging, at: QPointF, modifiers: Modifier) -> None:
        view = self._view
        snaps = view.hold.snapping != bool(modifiers & Modifier.ShiftModifier)
        reach = Reach(
            by=round(view.scale.place(at.x()) - state.origin),
            frame=view.scale.edge(at.x()),
            rows=self._rows(state.lane, at),
            down=at.y() - state.height,
            insert=bool(modifiers & Modifier.ControlModifier),
            reach=REACH / view.scale.per_frame if snaps else 0.0,
        )
        proposal = state.drag.at(reach)
        self.state = replace(state, proposal=proposal)
        view.propose(proposal, at)

    def _dragging(self, drag: Drag, pressed: Pressed) -> Dragging:
        view = self._view
        view.setFocus(Qt.FocusReason.MouseFocusReason)
        lane = view.laid.lane_at(view.below_ruler(pressed.at.y()))
        return Dragging(drag, view.scale.place(pressed.at.x()), lane, pressed.at.y())

    def _rows(self, lane: Lane | None, at: QPointF) -> int:
        """How many tracks of its kind the pointer is above the one it began on."""
        lanes = self._view.laid.lanes
        here = self._view.laid.lane_at(self._view.below_ruler(at.y()))
        if lane is None or here is None or here.track.kind != lane.track.kind:
            return 0
        alike = [each.track.id for each in lanes if each.track.kind == lane.track.kind]
        down = alike.index(here.track.id) - alike.index(lane.track.id) if lane.track.id in alike else 0
        return -down if lane.track.kind == "picture" else down

    def _choose(self, hit: Hit, modifiers: Modifier) -> None:
        hold = self._view.hold
        item = _item(hit)
        more = bool(modifiers & Modifier.ShiftModifier)
        if item is None:
            if not more and isinstance(hit, OnGap | OnLane | Nowhere):
                hold.choose(())
            return
        links = hold.links and not modifiers & Modifier.AltModifier
        group = self._linked((item,), links)
        if more and item in hold.chosen:
            hold.choose(each for each in hold.chosen if each not in group)
        elif more:
            hold.choose((*hold.chosen, *group))
        elif item not in hold.chosen:
            hold.choose(group)

    def _clicked(self, pressed: Pressed) -> None:
        """A press on one of several chosen clips without a drag chooses it alone."""
        item = _item(pressed.hit)
        if isinstance(pressed.hit, OnGap):
            self._view.hold.choose((pressed.hit.box.item.id,))
        elif item is not None and not pressed.modifiers & Modifier.ShiftModifier:
            self._view.hold.choose(self._linked((item,), pressed.links))
        if isinstance(pressed.hit, OnLine):
            self._view.session.take_in_hand(pressed.hit.spoken.shot)
        if isinstance(pressed.hit, OnSeam):
            self._view.session.playhead.seek(pressed.hit.seam.point)
            self._view.continuity.asked.emit(*pressed.hit.seam.pair)
        if isinstance(pressed.hit, OnMarker):
            self._view.session.playhead.seek(pressed.hit.marker.frame)

    def _divide(self, at: QPointF, links: bool, *, everywhere: bool) -> None:
        view = self._view
        lane = view.laid.lane_at(view.below_ruler(at.y()))
        frame = self._scrubbed(at, with_edges=False)
        box = lane.at(frame) if lane is not None else None
        if lane is None or box is None:
            return
        tracks = {view.laid.boxes[each].track for each in self._linked((box.item.id,), links)} | {lane.track.id}
        view.session.edit(tr("Razor"), cuts.divided(view.session.cut_id, frame, None if everywhere else tracks))

    def _band(self, state: Banding, at: QPointF) -> None:
        view = self._view
        origin = QPointF(view.scale.x(state.origin), view.above(state.top))
        band = QRectF(origin, at).normalized()
        view.band(band)
        first, end = view.scale.frame(band.left()), view.scale.frame(band.right()) + 1
        top, bottom = view.below_ruler(band.top()), view.below_ruler(band.bottom())
        inside = [
            box.item.id
            for lane in view.laid.lanes
            if lane.top < bottom and lane.bottom > top
            for box in lane.between(first, end)
            if box.item.kind == "clip"
        ]
        view.hold.choose((*state.kept, *inside))

    def _scrubbed(self, at: QPointF, *, with_edges: bool = True) -> int:
        """The frame under the pointer, drawn to an edge where snapping is on."""
        view = self._view
        frame = view.scale.edge(at.x())
        if not view.hold.snapping:
            return frame
        playhead = None if with_edges else view.session.playhead.frame
        targets = points(view.laid, view.showing.cut, (playhead,)) if with_edges else (playhead or 0,)
        snap = drags.nearest((frame,), targets, REACH / view.scale.per_frame)
        return snap.at if snap else frame

    def _targets(self, moving: tuple[str, ...]) -> tuple[int, ...]:
        playhead = self._view.session.playhead
        last = playhead.out_mark
        others = (playhead.frame, playhead.in_mark, None if last is None else last + 1)
        return points(self._view.laid, self._view.showing.cut, others, without=moving)

    def _linked(self, clips: tuple[str, ...], links: bool) -> tuple[str, ...]:
        return cuts.partners(*self._on_cut(), clips, links=links)

    def _on_cut(self) -> tuple[Film, str]:
        return self._view.session.film, self._view.session.cut_id

    def _nearest(self, box: Box, x: float) -> Edge:
        middle = (self._view.scale.x(box.at) + self._view.scale.x(box.end)) / 2
        return "head" if x < middle else "tail"


def _item(hit: Hit) -> str | None:
    if isinstance(hit, OnEdge | OnBody | OnCorner | OnLevel):
        return hit.box.item.id
    return hit.join.join.id if isinstance(hit, OnJoin) else None


def _far(at: QPointF, origin: QPointF) -> bool:
    return (at - origin).manhattanLength() >= min(4, QApplication.startDragDistance())

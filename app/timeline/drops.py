"""What can be dropped into the cut: shots from the board, a take from its strip, transitions from the tool bar, and files.

A drop is a drag like any other once it is over the view: it proposes, shows its numbers, and becomes one undo step.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from app.commands import cuts
from app.timeline import drags
from app.timeline.drags import Proposal, Reach
from app.timeline.footage import is_footage
from app.timeline.hits import OnBody, OnCorner, OnEdge, OnJoin, OnLevel
from app.timeline.laid import Box
from app.timeline.snapping import REACH, nearest, points
from app.words import tr
from engine.errors import BadInput
from engine.film.bench import Edge
from engine.film.resolve import Style

if TYPE_CHECKING:
    from app.timeline.view import TracksView

SHOTS = "application/x-storyreel-shots"
TRANSITION = "application/x-storyreel-transition"

LENGTH = 12
"""Frames of a transition that is dropped."""


@dataclass(frozen=True, slots=True)
class Shots:
    """Shots from the board, or one with the take that is to be pinned."""

    shots: tuple[str, ...]
    take: str | None = None


@dataclass(frozen=True, slots=True)
class Joining:
    """A transition."""

    style: Style


@dataclass(frozen=True, slots=True)
class Files:
    """Music, sounds or clips from outside."""

    paths: tuple[Path, ...]


Dropped: TypeAlias = Shots | Joining | Files


def mime_of(shots: list[str], take: str | None = None) -> QMimeData:
    """What a card or a take carries when it is dragged."""
    body = {"shots": shots} if take is None else {"shots": shots, "take": take}
    mime = QMimeData()
    mime.setData(SHOTS, json.dumps(body).encode())
    return mime


def mime_of_style(style: Style) -> QMimeData:
    """What a transition of the tool bar carries."""
    mime = QMimeData()
    mime.setData(TRANSITION, style.encode())
    return mime


def dropped(mime: QMimeData) -> Dropped | None:
    """What is carried, if it is anything for the cut."""
    if mime.hasFormat(TRANSITION):
        return Joining(cast(Style, bytes(mime.data(TRANSITION).data()).decode()))
    if not mime.hasFormat(SHOTS):
        paths = tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())
        return Files(paths) if paths and all(is_footage(path) for path in paths) else None
    body = json.loads(bytes(mime.data(SHOTS).data()))
    return Shots(tuple(body["shots"]), body.get("take"))


def greet(view: TracksView, event: QDragMoveEvent) -> None:
    """Something comes in over an edge of the view. Whatever can be dropped anywhere is welcome at once: who is turned away at
    the ruler is never asked again over the clips."""
    consider(view, event)
    if dropped(event.mimeData()) is not None:
        event.acceptProposedAction()


def consider(view: TracksView, event: QDragMoveEvent) -> None:
    """Show what a drop here would do."""
    what = dropped(event.mimeData())
    proposal = _proposal(view, what, event) if what is not None else None
    view.propose(proposal, event.position())
    if isinstance(what, Files) and view.takes_files:
        event.acceptProposedAction()
    elif proposal is None or proposal.change is None:
        event.ignore()
    else:
        event.acceptProposedAction()


def take_in(view: TracksView, event: QDropEvent) -> None:
    """Carry it out, as one undo step."""
    what = dropped(event.mimeData())
    proposal = _proposal(view, what, event) if what is not None else None
    view.propose(None)
    if isinstance(what, Files) and view.takes_files and proposal is not None:
        lane = view.laid.lane_at(view.below_ruler(event.position().y()))
        view.files_dropped.emit(what.paths, lane.track.id if lane is not None else "", proposal.snapped or 0)
        event.acceptProposedAction()
    elif proposal is None or proposal.change is None:
        event.ignore()
    else:
        text = tr("Add transition") if isinstance(what, Joining) else tr("Put in the cut")
        view.session.edit(text, proposal.change)
        event.acceptProposedAction()


def _proposal(view: TracksView, what: Dropped, event: QDropEvent) -> Proposal | None:
    at = event.position()
    if isinstance(what, Joining):
        return _joining(view, what, at)
    if isinstance(what, Files):
        return Proposal(None, view.session.film, snapped=_snapped(view, at))
    lane = view.laid.lane_at(view.below_ruler(at.y()))
    lanes = [each for each in view.laid.lanes if each.track.kind == "picture"]
    track = lane if lane is not None and lane.track.kind == "picture" else lanes[-1] if lanes else None
    if track is None:
        return None
    playhead = view.session.playhead.frame
    bring = drags.Bring(
        view.session.film, view.session.cut_id, track.track.id, what.shots, what.take,
        points(view.laid, view.showing.cut, (playhead,)), drags.edit_points(view.laid, (track.track.id,)),
    )  # fmt: skip
    insert = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    reach = REACH / view.scale.per_frame if view.hold.snapping else 0.0
    return bring.at(Reach(0, view.scale.edge(at.x()), insert=insert, reach=reach))


def _snapped(view: TracksView, at: QPointF) -> int:
    frame = view.scale.edge(at.x())
    if not view.hold.snapping:
        return frame
    snap = nearest(
        (frame,), points(view.laid, view.showing.cut, (view.session.playhead.frame,)), REACH / view.scale.per_frame
    )
    return snap.at if snap else frame


def _joining(view: TracksView, what: Joining, at: QPointF) -> Proposal | None:
    found = _nearest_edge(view, at)
    if found is None:
        return None
    box, edge = found
    change = cuts.joined(view.session.cut_id, box.item.id, edge, what.style, LENGTH)
    film = view.session.film
    try:
        return Proposal(change, change(film), snapped=box.at if edge == "head" else box.end)
    except BadInput as error:
        return Proposal(None, film, refused=error)


def _nearest_edge(view: TracksView, at: QPointF) -> tuple[Box, Edge] | None:
    hit = view.hit(at)
    if isinstance(hit, OnEdge | OnCorner):
        return hit.box, hit.edge
    if isinstance(hit, OnBody | OnLevel):
        middle = (hit.box.at + hit.box.end) / 2
        return hit.box, "head" if view.scale.frame(at.x()) < middle else "tail"
    if isinstance(hit, OnJoin):
        lane = view.laid.lane(hit.join.track)
        box = lane.at(hit.join.point) if lane is not None else None
        return (box, "head") if box is not None and box.item.kind == "clip" else None
    return None

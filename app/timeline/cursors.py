"""The pointer's shape over the timeline: it says what a press would do before anybody presses."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.timeline.hits import Hit, OnBody, OnCorner, OnEdge, OnJoin, OnLevel, OnLine, OnMarker
from app.timeline.hold import Tool

Shape = Qt.CursorShape


def cursor_for(tool: Tool, hit: Hit, rolls: bool) -> Shape:
    """The shape for this tool over this."""
    if tool == "hand":
        return Shape.OpenHandCursor
    if isinstance(hit, OnMarker):
        return Shape.PointingHandCursor
    if isinstance(hit, OnLine):
        return Shape.SizeHorCursor
    if tool == "razor":
        clips = OnBody | OnEdge | OnCorner | OnLevel | OnJoin
        return Shape.CrossCursor if isinstance(hit, clips) else Shape.ArrowCursor
    if isinstance(hit, OnCorner | OnLevel):
        return Shape.PointingHandCursor if isinstance(hit, OnCorner) else Shape.SizeVerCursor
    if isinstance(hit, OnJoin):
        return Shape.ArrowCursor if hit.part == "body" else Shape.SizeHorCursor
    if isinstance(hit, OnEdge):
        return Shape.SplitHCursor if rolls or tool == "roll" else Shape.SizeHorCursor
    if isinstance(hit, OnBody) and tool in ("slip", "slide"):
        return Shape.SizeAllCursor
    return Shape.ArrowCursor

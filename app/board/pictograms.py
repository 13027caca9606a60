"""The small drawings of the shot grammar: how large the figure stands in the frame, where the camera is, how it moves.

They are drawn, not written, because an angle is seen faster than read; the same ones stand on the cards and in the inspector's pickers.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import cos, radians, sin
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from engine.film.setup import Angle, Move, Size

Term: TypeAlias = Size | Angle | Move

WIDE, HIGH = 40.0, 24.0
"""The field every pictogram is drawn on; `paint` fits it into any box."""

_FRAME = QRectF(4, 1.5, 32, 21)


def paint(painter: QPainter, box: QRectF, term: Term, ink: QColor, soft: QColor) -> None:
    """Draw the term into the box, lines in `ink`, what is only there for comparison in `soft`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scale = min(box.width() / WIDE, box.height() / HIGH)
    painter.translate(box.center())
    painter.scale(scale, scale)
    painter.translate(-WIDE / 2, -HIGH / 2)
    pen = _Pen(painter, ink, soft)
    if isinstance(term, Size):
        _size(pen, term)
    elif isinstance(term, Angle):
        _ANGLES[term](pen)
    else:
        _MOVES[term](pen)
    painter.restore()


def pictogram(term: Term, size: QSize, ink: QColor, soft: QColor, ratio: float = 1.0) -> QPixmap:
    """The term as a picture of `size` points at `ratio` pixels a point; drawn once."""
    return _drawn(term, size.width(), size.height(), ink.rgba(), soft.rgba(), ratio)


def stamp(painter: QPainter, box: QRect, term: Term, ink: QColor, soft: QColor) -> None:
    """The term in a box of whole points, from what was drawn before: for views that paint many."""
    painter.drawPixmap(box.topLeft(), pictogram(term, box.size(), ink, soft, painter.device().devicePixelRatioF()))


def stamp_bare(painter: QPainter, frame: QRect, size: Size) -> None:
    """What stands in the frame of a picture that is not drawn yet: how near its subject is to be seen."""
    ink, soft = QColor("#e6e6e6"), QColor("#8d8d8d")
    ink.setAlpha(92)
    soft.setAlpha(70)
    high = min(frame.height() // 2, 90)
    box = QRect(0, 0, high * 5 // 3, high)
    box.moveCenter(frame.center())
    stamp(painter, box, size, ink, soft)


@lru_cache(maxsize=512)
def _drawn(term: Term, wide: int, high: int, ink: int, soft: int, ratio: float) -> QPixmap:
    drawn = QPixmap(QSize(wide, high) * ratio)
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    paint(painter, QRectF(0, 0, wide, high), term, QColor.fromRgba(ink), QColor.fromRgba(soft))
    painter.end()
    return drawn


class _Pen:
    """A painter with two inks and the few shapes that the drawings are made of."""

    def __init__(self, painter: QPainter, ink: QColor, soft: QColor) -> None:
        self.painter, self.ink, self.soft = painter, ink, soft

    def frame(self, box: QRectF = _FRAME, *, soft: bool = False, dashed: bool = False) -> None:
        self.line(1.3, soft=soft, dashed=dashed)
        self.painter.drawRoundedRect(box, 1.5, 1.5)

    def stroke(self, *points: tuple[float, float], soft: bool = False, width: float = 1.6) -> None:
        self.line(width, soft=soft)
        self.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))

    def arrow(self, start: tuple[float, float], end: tuple[float, float], *, head: float = 3.2) -> None:
        """A line with a filled head at its end."""
        self.stroke(start, end)
        dx, dy = end[0] - start[0], end[1] - start[1]
        length = (dx * dx + dy * dy) ** 0.5 or 1.0
        self.head(end, (dx / length, dy / length), head)

    def head(self, tip: tuple[float, float], way: tuple[float, float], size: float = 3.2) -> None:
        """An arrow head whose tip is a little beyond `tip`."""
        (x, y), (dx, dy) = tip, way
        points = [(x + dx * 1.2, y + dy * 1.2)]
        points += [
            (x - dx * size + side * dy * size * 0.75, y - dy * size - side * dx * size * 0.75) for side in (1, -1)
        ]
        self._fill()
        self.painter.drawPolygon(QPolygonF([QPointF(*point) for point in points]))

    def arc(self, box: QRectF, start: float, span: float) -> None:
        """An arc with a head at its end; degrees counter-clockwise from the right."""
        self.line(1.6)
        self.painter.drawArc(box, round(start * 16), round(span * 16))
        angle = radians(start + span)
        x = box.center().x() + cos(angle) * box.width() / 2
        y = box.center().y() - sin(angle) * box.height() / 2
        turn = 1 if span > 0 else -1
        dx, dy = -sin(angle) * turn * box.width(), -cos(angle) * turn * box.height()
        length = (dx * dx + dy * dy) ** 0.5 or 1.0
        self.head((x, y), (dx / length, dy / length))

    def figure(self, x: float, crown: float, tall: float, *, soft: bool = False) -> None:
        """Somebody `tall` from the crown to the feet, seen from the front."""
        self._fill(soft=soft)
        self.painter.drawPath(_figure(x, crown, tall))

    def dot(self, x: float, y: float, radius: float, *, soft: bool = False) -> None:
        self._fill(soft=soft)
        self.painter.drawEllipse(QPointF(x, y), radius, radius)

    def camera(self, x: float, y: float, degrees: float) -> None:
        """A camera at a point, looking that way (0: to the right, 90: down)."""
        self.painter.save()
        self.painter.translate(x, y)
        self.painter.rotate(degrees)
        self._fill()
        self.painter.drawRoundedRect(QRectF(-6, -3, 8, 6), 1.2, 1.2)
        self.painter.drawPolygon(QPolygonF([QPointF(2.2, 0), QPointF(5.5, -2.8), QPointF(5.5, 2.8)]))
        self.painter.restore()

    def clipped(self, box: QRectF) -> None:
        self.painter.setClipRect(box)

    def unclipped(self) -> None:
        self.painter.setClipping(False)

    def line(self, width: float, *, soft: bool = False, dashed: bool = False) -> None:
        pen = QPen(self.soft if soft else self.ink, width)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashed:
            pen.setDashPattern([1.6, 1.8])
        self.painter.setPen(pen)
        self.painter.setBrush(Qt.BrushStyle.NoBrush)

    def _fill(self, *, soft: bool = False) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(self.soft if soft else self.ink)


def _figure(x: float, crown: float, tall: float) -> QPainterPath:
    """A paper figure: the head a sixth of its height, shoulders, a body that narrows to the feet."""
    head = tall / 6.2
    path = QPainterPath()
    path.addEllipse(QPointF(x, crown + head / 2), head * 0.42, head * 0.5)
    shoulder, waist, foot = crown + head * 1.15, crown + tall * 0.52, crown + tall
    wide, narrow = tall * 0.135, tall * 0.085
    body = QPainterPath(QPointF(x - wide * 0.6, shoulder))
    body.quadTo(x - wide, shoulder, x - wide, shoulder + head * 0.6)
    body.lineTo(x - narrow, waist)
    body.lineTo(x - narrow * 0.95, foot)
    body.lineTo(x + narrow * 0.95, foot)
    body.lineTo(x + narrow, waist)
    body.lineTo(x + wide, shoulder + head * 0.6)
    body.quadTo(x + wide, shoulder, x + wide * 0.6, shoulder)
    body.closeSubpath()
    return path.united(body)


_SIZES: dict[Size, tuple[float, float]] = {
    Size.EXTREME_WIDE: (12.0, 7.0),
    Size.WIDE: (10.0, 9.5),
    Size.FULL: (4.2, 16.5),
    Size.MEDIUM: (4.6, 33.0),
    Size.MEDIUM_CLOSE: (4.4, 47.0),
    Size.CLOSE: (4.0, 62.0),
    Size.CLOSE_UP: (2.6, 92.0),
    Size.EXTREME_CLOSE_UP: (-9.0, 150.0),
}
"""Where the crown is and how tall the figure would be, in the field; the frame cuts it off."""


def _size(pen: _Pen, size: Size) -> None:
    crown, tall = _SIZES[size]
    pen.clipped(_FRAME)
    if size is Size.EXTREME_WIDE:
        pen.stroke((4, 14), (12, 8), (19, 13.5), (27, 6.5), (36, 13), soft=True, width=1.2)
    if size in (Size.EXTREME_WIDE, Size.WIDE):
        pen.stroke((4, crown + tall), (36, crown + tall), soft=True, width=1.0)
    pen.figure(20, crown, tall)
    if size is Size.EXTREME_CLOSE_UP:
        _eyes(pen)
    pen.unclipped()
    pen.frame()


def _eyes(pen: _Pen) -> None:
    """Where only eyes fill the frame they are what tells it."""
    pen.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationOut)
    for x in (14.5, 25.5):
        pen.painter.setBrush(pen.ink)
        pen.painter.drawEllipse(QPointF(x, 10.5), 2.6, 1.5)
    pen.painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def _eye_level(pen: _Pen) -> None:
    pen.figure(30, 5, 17, soft=True)
    pen.camera(9, 8, 0)
    pen.stroke((17, 8), (25.5, 8), width=1.0)


def _high(pen: _Pen) -> None:
    pen.figure(30, 8, 14.5, soft=True)
    pen.camera(9, 4.5, 24)
    pen.stroke((16, 7.6), (26, 12), width=1.0)


def _low(pen: _Pen) -> None:
    pen.figure(30, 3, 19.5, soft=True)
    pen.camera(9, 19, -24)
    pen.stroke((16, 15.9), (26, 11.4), width=1.0)


def _birds_eye(pen: _Pen) -> None:
    pen.camera(20, 5.5, 90)
    pen.stroke((17.5, 12.5), (10, 20), soft=True, width=1.0)
    pen.stroke((22.5, 12.5), (30, 20), soft=True, width=1.0)
    pen.dot(20, 20, 2.6)


def _over_shoulder(pen: _Pen) -> None:
    pen.clipped(_FRAME)
    pen.figure(26, 5, 40, soft=True)
    pen.figure(9.5, 4.5, 82)
    pen.unclipped()
    pen.frame()


def _point_of_view(pen: _Pen) -> None:
    eye = QPainterPath(QPointF(7, 12))
    eye.quadTo(20, -1.5, 33, 12)
    eye.quadTo(20, 25.5, 7, 12)
    pen.line(1.5)
    pen.painter.drawPath(eye)
    pen.dot(20, 12, 4.0)


def _dutch(pen: _Pen) -> None:
    pen.painter.translate(20, 12)
    pen.painter.rotate(-13)
    pen.painter.translate(-20, -12)
    box = QRectF(7, 3.5, 26, 17)
    pen.clipped(box)
    pen.stroke((7, 16.5), (33, 16.5), soft=True, width=1.0)
    pen.figure(20, 6, 26, soft=True)
    pen.unclipped()
    pen.frame(box)


_ANGLES: dict[Angle, Callable[[_Pen], None]] = {
    Angle.EYE_LEVEL: _eye_level,
    Angle.HIGH: _high,
    Angle.LOW: _low,
    Angle.BIRDS_EYE: _birds_eye,
    Angle.OVER_SHOULDER: _over_shoulder,
    Angle.POINT_OF_VIEW: _point_of_view,
    Angle.DUTCH: _dutch,
}


def _static(pen: _Pen) -> None:
    pen.frame()
    pen.dot(20, 12, 1.8)


_INNER = QRectF(13, 7.4, 14, 9.2)


def _push(pen: _Pen, *, out: bool = False) -> None:
    pen.frame(soft=out)
    pen.frame(_INNER, soft=not out)
    corners = (
        ((6.2, 3.7), (11.4, 6.6)),
        ((33.8, 3.7), (28.6, 6.6)),
        ((6.2, 20.3), (11.4, 17.4)),
        ((33.8, 20.3), (28.6, 17.4)),
    )
    for far, near in corners:
        pen.arrow(*((near, far) if out else (far, near)), head=2.4)


def _zoom(pen: _Pen, *, out: bool = False) -> None:
    pen.frame(soft=out, dashed=not out)
    pen.frame(_INNER, soft=not out, dashed=out)
    for x, way in ((8.5, 1), (31.5, -1)):
        pen.head((x + (-1.5 if out else 1.5) * way, 12), (-way if out else way, 0), 3.4)


def _pan(pen: _Pen, way: int) -> None:
    """The camera stands and turns: an arc from above."""
    pen.dot(20, 20.5, 1.8, soft=True)
    box = QRectF(7, 5, 26, 26)
    pen.arc(box, 155 if way > 0 else 25, -130 * way)


def _tilt(pen: _Pen, way: int) -> None:
    pen.dot(11.5, 12, 1.8, soft=True)
    box = QRectF(8, 1.5, 21, 21)
    pen.arc(box, -65 if way < 0 else 65, 130 if way < 0 else -130)


def _truck(pen: _Pen, way: int) -> None:
    """The camera goes along on rails."""
    pen.stroke((5, 19.5), (35, 19.5), soft=True, width=1.2)
    for x in (9, 16.5, 24, 31):
        pen.stroke((x, 17.8), (x, 21.2), soft=True, width=1.2)
    pen.arrow(*(((8, 11), (31, 11)) if way > 0 else ((32, 11), (9, 11))), head=4.2)


def _crane(pen: _Pen, way: int) -> None:
    pen.stroke((9, 21.5), (31, 21.5), soft=True, width=1.2)
    pen.stroke((12, 21.5), (24, 12), soft=True, width=1.6)
    pen.arrow(*(((28, 17), (28, 4.5)) if way < 0 else ((28, 4), (28, 16.5))), head=4.0)


def _follow(pen: _Pen) -> None:
    pen.figure(29.5, 3, 18, soft=True)
    pen.camera(9.5, 11, 0)
    pen.arrow((17, 11), (23.4, 11), head=3.0)
    pen.stroke((5, 21.8), (35, 21.8), soft=True, width=1.0)


def _roll(pen: _Pen, way: int) -> None:
    pen.frame(QRectF(12.5, 7.2, 15, 9.6), soft=True)
    pen.arc(QRectF(9, 1, 22, 22), 150 if way > 0 else 30, -240 * way)


def _orbit(pen: _Pen, way: int) -> None:
    pen.figure(20, 1.5, 16, soft=True)
    pen.arc(QRectF(6, 9.5, 28, 12), *((200, 140) if way > 0 else (-20, -140)))


def _whip(pen: _Pen, way: int) -> None:
    for y, far in ((7.0, 9.0), (12.0, 4.0), (17.0, 9.0)):
        x = far if way > 0 else WIDE - far
        pen.stroke((x, y), (x + way * 12, y), soft=True, width=1.4)
    x = 21.0 if way > 0 else WIDE - 21.0
    pen.head((x + way * 5, 12), (way, 0), 6.0)
    pen.head((x + way * 12, 12), (way, 0), 6.0)


def _handheld(pen: _Pen) -> None:
    pen.frame(QRectF(7.5, 3.8, 26, 17), soft=True)
    pen.painter.translate(20, 12)
    pen.painter.rotate(4.5)
    pen.painter.translate(-20, -12)
    pen.frame(QRectF(6, 3, 26, 17))
    pen.stroke((12, 12.5), (15, 10), (18, 14), (21, 9.5), (24, 13.5), (27, 11), width=1.5)


_MOVES: dict[Move, Callable[[_Pen], None]] = {
    Move.STATIC: _static,
    Move.PUSH_IN: _push,
    Move.PULL_OUT: lambda pen: _push(pen, out=True),
    Move.PAN_LEFT: lambda pen: _pan(pen, -1),
    Move.PAN_RIGHT: lambda pen: _pan(pen, 1),
    Move.TILT_UP: lambda pen: _tilt(pen, -1),
    Move.TILT_DOWN: lambda pen: _tilt(pen, 1),
    Move.TRUCK_LEFT: lambda pen: _truck(pen, -1),
    Move.TRUCK_RIGHT: lambda pen: _truck(pen, 1),
    Move.FOLLOW: _follow,
    Move.CRANE_UP: lambda pen: _crane(pen, -1),
    Move.CRANE_DOWN: lambda pen: _crane(pen, 1),
    Move.ROLL_CLOCKWISE: lambda pen: _roll(pen, 1),
    Move.ROLL_COUNTERCLOCKWISE: lambda pen: _roll(pen, -1),
    Move.ORBIT_LEFT: lambda pen: _orbit(pen, -1),
    Move.ORBIT_RIGHT: lambda pen: _orbit(pen, 1),
    Move.WHIP_PAN_LEFT: lambda pen: _whip(pen, -1),
    Move.WHIP_PAN_RIGHT: lambda pen: _whip(pen, 1),
    Move.HANDHELD: _handheld,
    Move.ZOOM_IN: _zoom,
    Move.ZOOM_OUT: lambda pen: _zoom(pen, out=True),
}

"""What stands for somebody until the theatre has drawn them: a name card, a tag or a landscape cut from coloured paper.

Cut from the name's own seed and the look's palette, so that the same subject has the same card in every film window and two of one film
can be told apart at 40 pixels. Nobody gets a face here: one that nobody wrote would mislead.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, qGray

from app.cast.colours import apart, parts, worn_colours
from app.commands.cast import Entry
from app.theme.lettering import letters
from engine.film.cast import Place, Subject

CLOTHS = (
    "#c8553d", "#2f6f73", "#e0a437", "#4a5d8f", "#7d8c4a", "#8c4a6b", "#d98a6a", "#3f7d5c", "#b5495b", "#6f8fae",
    "#8a6242", "#5e4b7d", "#d6c28a", "#a8324a", "#4f9a8f", "#3c3f52", "#a9b56a", "#c77f9a", "#d9d3c4", "#2f4f7a",
)  # fmt: skip
"""The main colours of the engine's own wardrobe, in its order: the card wears what the puppet will wear."""
_SIDE = 100.0
"""Every card is drawn on a square of so many units and cut to the box."""


@dataclass(frozen=True, slots=True)
class _Draw:
    """Choices from a name: the same name and thing choose the same."""

    seed: str

    def pick(self, what: str, among: tuple[str, ...]) -> str:
        return among[self.number(what) % len(among)]

    def number(self, what: str) -> int:
        return int.from_bytes(hashlib.sha256(f"{self.seed} {what}".encode()).digest()[:4])


def paint_portrait(painter: QPainter, box: QRectF, entry: Entry, look: str = "") -> None:
    """Paint the card of a subject (in that look), a prop or a place into a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    scale = max(box.width(), box.height()) / _SIDE
    painter.translate(box.center())
    painter.scale(scale, scale)
    painter.translate(-_SIDE / 2, -_SIDE / 2)
    if isinstance(entry, Subject):
        _name_card(_Paper(painter), entry, look)
    elif isinstance(entry, Place):
        _place(_Paper(painter), entry)
    else:
        _thing(_Paper(painter), _Draw(entry.name))
    painter.restore()


@dataclass(frozen=True, slots=True)
class _Paper:
    """Lays sheets: a soft shadow on what lies behind, a flat colour, a cut edge a shade lighter."""

    painter: QPainter

    def ground(self, colour: QColor) -> None:
        self.painter.fillRect(QRectF(-60, -60, 220, 220), colour)

    def lay(self, shape: QPainterPath, colour: QColor, *, lift: float = 1.6) -> None:
        self.painter.setPen(Qt.PenStyle.NoPen)
        for far, alpha in ((lift * 1.5, 26), (lift, 34)):
            self.painter.setBrush(QColor(15, 12, 16, alpha))
            self.painter.drawPath(shape.translated(far * 0.5, far))
        self.painter.setBrush(colour.lighter(118))
        self.painter.drawPath(shape)
        self.painter.setBrush(colour)
        self.painter.drawPath(shape.translated(0.25, 0.7).intersected(shape))


def _name_card(paper: _Paper, subject: Subject, look: str) -> None:
    """A disc of their cloth with the initial: a face that nobody wrote would mislead, and a train has none."""
    draw = _Draw(str(subject.look_seed))
    worn = subject.look(look or None)
    palette = worn.palette or worn_colours(worn.description) or worn_colours(subject.description)
    cloth = QColor(palette[0] if palette else CLOTHS[subject.look_seed % len(CLOTHS)])
    others = tuple(each for each in CLOTHS if apart(QColor(each), cloth) > 0.4)
    accent = QColor(palette[1] if len(palette) > 1 else draw.pick("accent", others))
    paper.ground(_dimmed(cloth, 0.24))
    paper.lay(_disc(54, 55, 36, 36), accent, lift=1.0)
    paper.lay(_disc(50, 50, 36, 36), cloth)
    ink = "#26232a" if qGray(cloth.rgb()) > 140 else "#f2e8d5"
    _initial(paper.painter, subject.name, QRectF(14, 14, 72, 72), 40, QColor(ink))


def _place(paper: _Paper, place: Place) -> None:
    draw = _Draw(place.name)
    hue = QColor(draw.pick("hue", CLOTHS))
    if place.interior:
        _room(paper, hue)
    else:
        _land(paper, hue, draw)


def _land(paper: _Paper, hue: QColor, draw: _Draw) -> None:
    sky = _mixed(hue, QColor("#cfd6d4"), 0.72)
    paper.ground(sky)
    paper.lay(_disc(30 + draw.number("sun") % 40, 34, 10, 10), QColor("#efe2bd"), lift=0.8)
    for index, (top, share) in enumerate(((46, 0.5), (58, 0.72), (72, 0.95))):
        shift = draw.number(f"hill {index}") % 40
        shape = QPainterPath(QPointF(-60, 160))
        shape.lineTo(-60, top + 4)
        shape.cubicTo(QPointF(0 + shift, top - 16), QPointF(30 + shift, top + 14), QPointF(60, top))
        shape.cubicTo(QPointF(90, top - 12), QPointF(110, top + 6), QPointF(160, top + 2))
        shape.lineTo(160, 160)
        paper.lay(shape, _mixed(sky, _dimmed(hue, 0.62), share))


def _room(paper: _Paper, hue: QColor) -> None:
    wall = _mixed(hue, QColor("#8d8379"), 0.5)
    paper.ground(wall)
    paper.lay(_box(52, 20, 30, 36, 2), QColor("#e9dcc0"), lift=0.6)
    for frame in (
        _box(50, 18, 34, 3, 0),
        _box(50, 55, 34, 3, 0),
        _box(66, 18, 2.5, 40, 0),
        _box(50, 18, 3, 40, 0),
        _box(81, 18, 3, 40, 0),
    ):
        paper.lay(frame, _dimmed(hue, 0.5), lift=0.6)
    paper.lay(_box(-60, 74, 220, 90, 0), _dimmed(hue, 0.42))
    paper.lay(_box(14, 58, 34, 4, 1), _dimmed(hue, 0.75))
    for x in (17, 42):
        paper.lay(_box(x, 61, 3, 24, 0), _dimmed(hue, 0.75))


def _thing(paper: _Paper, draw: _Draw) -> None:
    """A tag with the thing's initial: a drawing of some other thing would mislead."""
    hue = QColor(draw.pick("hue", CLOTHS))
    paper.ground(_dimmed(hue, 0.24))
    paper.painter.translate(50, 50)
    paper.painter.rotate(-12 + draw.number("lean") % 24)
    paper.painter.translate(-50, -50)
    string = QPainterPath(QPointF(50, 26))
    string.cubicTo(QPointF(44, 6), QPointF(60, -4), QPointF(52, -40))
    paper.painter.strokePath(string, QPen(_dimmed(hue, 0.6), 1.6))
    paper.lay(_tag().subtracted(_disc(50, 27, 4, 4)), hue)
    paper.lay(_box(33, 44, 34, 36, 2), QColor("#ece2cc"), lift=0.5)
    _initial(paper.painter, draw.seed, QRectF(33, 44, 34, 36), 26, _dimmed(hue, 0.7))


def _initial(painter: QPainter, name: str, box: QRectF, size: int, ink: QColor) -> None:
    font = letters(strong=True)
    font.setPixelSize(size)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, name.strip()[:1].upper())


def _tag() -> QPainterPath:
    shape = QPainterPath(QPointF(40, 16))
    for x, y in ((60, 16), (73, 32), (73, 86), (27, 86), (27, 32)):
        shape.lineTo(x, y)
    shape.closeSubpath()
    return shape


def _box(x: float, y: float, width: float, height: float, round_: float) -> QPainterPath:
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(x, y, width, height), round_, round_)
    return shape


def _disc(x: float, y: float, rx: float, ry: float) -> QPainterPath:
    shape = QPainterPath()
    shape.addEllipse(QPointF(x, y), rx, ry)
    return shape


def _dimmed(colour: QColor, share: float) -> QColor:
    """The colour toward the dark by keeping that share of it."""
    return _mixed(QColor("#1f1d22"), colour, share)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    mixed = (a + (b - a) * share for a, b in zip(parts(one), parts(other), strict=True))
    return QColor.fromRgbF(*mixed)

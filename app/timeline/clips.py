"""Paints the clips of a lane: filmstrip or waveform, name, what is missing, and whether it is chosen.

What is narrow is painted plainly: in a cut of a thousand clips that is fitted to the window most clips are a few pixels wide, and
letters or pictures there would cost time and say nothing.
"""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from app.theme import icons, tokens
from app.theme.lettering import figures, letters
from app.theme.tokens import Tokens
from app.timeline.against import Mark, mark_color
from app.timeline.columns import PLAIN, paint_columns
from app.timeline.handles import NAME, NARROWEST, paint_level
from app.timeline.laid import JoinBox, Lane
from app.timeline.showing import Showing, gist
from app.timeline.waves import Source, paint_wave
from app.words import tr
from engine.film.cuts import Clip
from engine.film.shots import Shot
from engine.film.supply import picture_at

_LETTERED = 30.0
"""Clips narrower than this carry no letters."""

_FLAGS = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


def paint_lane(painter: QPainter, showing: Showing, lane: Lane, seen: QRectF) -> None:
    """The lane's ground, its clips, its transitions; `seen` is the part of the view to paint, in the lane's pixels."""
    now, scale = tokens.now(), showing.scale
    painter.fillRect(QRectF(seen.left(), lane.top, seen.width(), lane.height), QColor(now.panel))
    first, end = scale.frame(seen.left() - 2), scale.frame(seen.right() + 2) + 1
    painter.setOpacity(0.35 if lane.track.play == "off" else 1.0)
    boxes = lane.between(first, end)
    wide = [box for box in boxes if (box.end - box.at) * scale.per_frame >= PLAIN]
    if len(wide) < len(boxes):
        paint_columns(painter, showing, lane, boxes, seen, now)
    for box in wide:
        if box.item.kind == "clip":
            width = (box.end - box.at) * scale.per_frame
            area = QRectF(box.at * scale.per_frame - scale.left, lane.top, width, lane.height)
            _paint_clip(painter, showing, lane, box.item, area, seen, now)
    _paint_chosen_gaps(painter, showing, lane, now)
    for join in lane.joins:
        if join.end > first and join.first < end:
            _paint_join(painter, showing, lane, join, now)
    painter.setOpacity(1.0)
    if lane.track.locked or showing.cut.locked:
        _hatch(painter, QRectF(seen.left(), lane.top, seen.width(), lane.height), QColor(now.line), spacing=12)


def _paint_clip(
    painter: QPainter, showing: Showing, lane: Lane, clip: Clip, area: QRectF, seen: QRectF, now: Tokens
) -> None:
    chosen = clip.id in showing.chosen
    body = area.adjusted(0, 0, -1, 0)
    painter.fillRect(body, QColor(_ground(showing, lane, clip, now)))
    if lane.track.kind == "picture":
        _paint_strip(painter, showing, clip, body.adjusted(0, 0, 0, -NAME), seen, now)
    else:
        _paint_sound(painter, showing, clip, body.adjusted(0, NAME, 0, -2), seen, now)
        if area.width() >= _LETTERED:
            paint_level(painter, lane, clip, body.intersected(seen))
    mark = showing.differs.get(clip.id)
    named = body if mark is None else _paint_mark(painter, lane, mark, body, now)
    if named.width() >= _LETTERED:
        _paint_name(painter, showing, lane, clip, named, seen, now)
    _paint_shortfall(painter, showing, clip, body, now)
    if chosen:
        painter.setPen(QPen(QColor(now.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(body.adjusted(1, 1, -1, -1))


def _ground(showing: Showing, lane: Lane, clip: Clip, now: Tokens) -> str:
    if lane.track.kind == "picture":
        return now.clip_picture
    return now.clip_sound if clip.shot is not None else now.clip_music


def _paint_strip(painter: QPainter, showing: Showing, clip: Clip, box: QRectF, seen: QRectF, now: Tokens) -> None:
    """Pictures side by side, each of the frame that stands there; narrow clips show the one that stands for the shot."""
    shot = showing.shot(clip)
    painter.fillRect(box, QColor(now.picture_ground))
    if shot is None or showing.stills is None:
        _paint_blank(painter, shot, box, now)
        return
    wide = box.height() * showing.aspect
    painter.save()
    painter.setClipRect(box.intersected(seen))
    x = box.left() + max(0, int((seen.left() - box.left()) // wide)) * wide
    if box.width() < wide:
        x = box.center().x() - wide / 2  # what matters is in the middle of a picture
    painted = False
    while x < min(box.right(), seen.right()):
        painted = (
            _paint_picture(painter, showing, clip, shot, QRectF(x, box.top(), wide, box.height()), x - box.left())
            or painted
        )
        x += wide
    painter.restore()
    if not painted:
        _paint_blank(painter, shot, box, now)


def _paint_picture(painter: QPainter, showing: Showing, clip: Clip, shot: Shot, cell: QRectF, at: float) -> bool:
    assert showing.stills is not None
    ratio = painter.device().devicePixelRatioF()
    width = round(cell.width() * ratio)
    picture = None
    take = showing.take(clip)
    if take is not None and at > 0:
        frame = clip.start + _stepped(int(at / showing.scale.per_frame), cell.width() / showing.scale.per_frame)
        picture = showing.stills.frame(take, picture_at(take, showing.film.rate, frame), width)
    if picture is None:
        picture = showing.stills.picture(shot, width)[1]
    if picture is None:
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(_filled(cell, picture.width() / max(1, picture.height())), picture)
    painter.fillRect(QRectF(cell.right() - 0.5, cell.top(), 1, cell.height()), QColor(0, 0, 0, 90))
    return True


def _stepped(frame: int, every: float) -> int:
    """The frame to show where there is room for one picture in `every` frames: a multiple of a power of two, so that a zoom
    asks for the same pictures again and not for all others."""
    step = 1 << max(0, int(every).bit_length() - 1)
    return frame // step * step


def _filled(cell: QRectF, aspect: float) -> QRectF:
    """Where a picture of another shape goes: whole, in the middle."""
    wide = min(cell.width(), cell.height() * aspect)
    tall = min(cell.height(), cell.width() / aspect)
    if abs(wide - cell.width()) < 2 and abs(tall - cell.height()) < 2:
        return cell
    return QRectF(cell.center().x() - wide / 2, cell.center().y() - tall / 2, wide, tall)


def _paint_blank(painter: QPainter, shot: Shot | None, box: QRectF, now: Tokens) -> None:
    """No picture yet: a slate with the size of the shot."""
    if box.width() < _LETTERED:
        return
    painter.setPen(QColor("#8a8a8a"))
    painter.setFont(letters(small=True))
    text = tr("not drawn yet") if shot is not None else tr("sound only")
    metrics = QFontMetricsF(painter.font())
    if metrics.horizontalAdvance(text) < box.width() - 12:
        painter.drawText(box.adjusted(6, 0, -6, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)


def _paint_sound(painter: QPainter, showing: Showing, clip: Clip, box: QRectF, seen: QRectF, now: Tokens) -> None:
    source = source_of(showing, clip)
    peaks = showing.waves.peaks(source) if showing.waves is not None and source is not None else None
    color = QColor(now.text)
    color.setAlpha(150)
    if peaks:
        painter.save()
        painter.setClipRect(box)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_wave(painter, box, seen, clip, showing.scale, showing.film.rate, peaks, color)
        painter.restore()
        return
    painter.fillRect(QRectF(box.left(), box.center().y(), box.width(), 1), color)


def source_of(showing: Showing, clip: Clip) -> Source | None:
    """The sound of the clip: its footage, or the take that supplies it."""
    if clip.footage is not None:
        return Source(clip.footage.path, clip.footage.digest)
    take = showing.take(clip)
    return Source(take.media, take.digest) if take is not None else None


def _paint_name(
    painter: QPainter, showing: Showing, lane: Lane, clip: Clip, body: QRectF, seen: QRectF, now: Tokens
) -> None:
    top = body.bottom() - NAME if lane.track.kind == "picture" else body.top()
    left = max(body.left(), seen.left() if body.left() < 0 else body.left())
    aside = 16 if lane.track.kind == "sound" and body.width() >= NARROWEST else 0  # beside the corner, not under it
    bar = QRectF(max(left, body.left()) + 6 + aside, top, body.right() - left - 10 - aside, NAME)
    if bar.width() < 12:
        return
    bar = _paint_pin(painter, clip, bar, now) if clip.take is not None else bar
    bar = _paint_link(painter, bar, now) if clip.link is not None and bar.width() > 48 else bar
    title, rest = _words(showing, clip)
    font = letters(strong=True, small=True)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(QColor(now.text))
    painter.drawText(bar, _FLAGS, metrics.elidedText(title, Qt.TextElideMode.ElideRight, bar.width()))
    used = metrics.horizontalAdvance(title) + 8
    if rest and bar.width() - used > 24:
        font = letters(small=True)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        text = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, bar.width() - used)
        painter.drawText(bar.adjusted(used, 0, 0, 0), _FLAGS, text)


def _words(showing: Showing, clip: Clip) -> tuple[str, str]:
    if clip.footage is not None:
        return clip.footage.title, ""
    shot = showing.shot(clip)
    return (shot.slate, gist(showing, shot)) if shot is not None else ("?", "")


def _paint_mark(painter: QPainter, lane: Lane, mark: Mark, body: QRectF, now: Tokens) -> QRectF:
    """How the clip differs from the other cut: an edge and the name bar in the colour of it, and a tag at the bar's end.
    Returns what is left for the name."""
    color, shade = QColor(mark_color(mark, now)), QColor(mark_color(mark, now))
    shade.setAlpha(90)
    top = body.bottom() - NAME if lane.track.kind == "picture" else body.top()
    painter.fillRect(QRectF(body.left(), body.top(), body.width(), 3), color)
    painter.fillRect(QRectF(body.left(), top, body.width(), NAME), shade)
    font = figures(strong=True, small=True)
    width = QFontMetricsF(font).horizontalAdvance(mark.tag) + 10 if mark.tag else 0.0
    if not mark.tag or width + _LETTERED > body.width():
        return body
    painter.setFont(font)
    painter.setPen(QColor(now.text))
    painter.drawText(QRectF(body.right() - width, top, width - 5, NAME), Qt.AlignmentFlag.AlignCenter, mark.tag)
    return body.adjusted(0, 0, -width, 0)


def _paint_pin(painter: QPainter, clip: Clip, bar: QRectF, now: Tokens) -> QRectF:
    icons.paint(painter, QRectF(bar.left(), bar.center().y() - 6, 12, 12), "pin", now.accent)
    return bar.adjusted(16, 0, 0, 0)


def _paint_link(painter: QPainter, bar: QRectF, now: Tokens) -> QRectF:
    icons.paint(painter, QRectF(bar.left(), bar.center().y() - 6, 12, 12), "link", now.muted)
    return bar.adjusted(16, 0, 0, 0)


def _paint_shortfall(painter: QPainter, showing: Showing, clip: Clip, body: QRectF, now: Tokens) -> None:
    """Hatched where the take has no frames: the conform will hold the nearest picture there."""
    head, tail = showing.shortfall(clip)
    width = showing.scale.per_frame
    for frames, left in ((head, body.left()), (tail, body.right() - tail * width)):
        if frames:
            area = QRectF(left, body.top(), max(2.0, frames * width), body.height()).intersected(body)
            _hatch(painter, area, QColor(now.bad), spacing=6)


def _paint_chosen_gaps(painter: QPainter, showing: Showing, lane: Lane, now: Tokens) -> None:
    for box in (showing.laid.boxes.get(each) for each in showing.chosen):
        if box is not None and box.item.kind == "gap" and box.track == lane.track.id:
            left, right = showing.scale.x(box.at), showing.scale.x(box.end)
            area = QRectF(left, lane.top, right - left, lane.height)
            painter.fillRect(area, QColor(now.accent_soft))
            painter.setPen(QPen(QColor(now.accent), 1, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(area.adjusted(0.5, 0.5, -1.5, -0.5))


def _paint_join(painter: QPainter, showing: Showing, lane: Lane, box: JoinBox, now: Tokens) -> None:
    """A transition over the edit point: of sounds its curves, of pictures a plate with a sign of what happens."""
    chosen = box.join.id in showing.chosen
    high = lane.height * 0.5 - 2 if lane.track.kind == "picture" else lane.height - NAME
    top = lane.top + 2 if lane.track.kind == "picture" else lane.top + NAME
    left = showing.scale.x(box.first)
    area = QRectF(left, top, max(4.0, (box.end - box.first) * showing.scale.per_frame), high)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lane.track.kind == "sound":
        _paint_curves(painter, box, area, QColor(now.accent if chosen else now.text))
    else:
        _paint_plate(painter, box, area, now, chosen=chosen)
    painter.restore()


def _paint_plate(painter: QPainter, box: JoinBox, area: QRectF, now: Tokens, *, chosen: bool) -> None:
    ground = QColor(now.raised)
    ground.setAlpha(225)
    painter.setPen(QPen(QColor(now.accent if chosen else now.text), 2 if chosen else 1))
    painter.setBrush(ground)
    painter.drawRect(area.adjusted(0.5, 0.5, -0.5, -0.5))
    if area.width() > 8:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent if chosen else now.muted))
        painter.drawPath(_join_sign(box, area.adjusted(3, 3, -3, -3)))


def _join_sign(box: JoinBox, area: QRectF) -> QPainterPath:
    """A wedge that rises for what comes and falls for what goes to black, a valley through black, a bar for a wipe."""
    path = QPainterPath(area.bottomLeft())
    if box.join.style == "wipe":
        path.lineTo(area.topLeft())
        path.lineTo(QPointF(area.center().x(), area.top()))
        path.lineTo(QPointF(area.center().x(), area.bottom()))
    elif box.point == box.end:
        path.lineTo(area.topLeft())
        path.lineTo(area.bottomRight())
    elif box.join.style == "fade" and box.point != box.first:
        path.moveTo(area.topLeft())
        path.lineTo(QPointF(area.center().x(), area.bottom()))
        path.lineTo(area.topRight())
    else:
        path.lineTo(area.topRight())
        path.lineTo(area.bottomRight())
    path.closeSubpath()
    return path


def _paint_curves(painter: QPainter, box: JoinBox, area: QRectF, color: QColor) -> None:
    """How loud what goes and what comes is: the curves of equal power that are heard and exported; what they take is dark."""
    falls, rises = QPolygonF(), QPolygonF()
    steps = max(4, min(48, int(area.width() / 3)))
    for step in range(steps + 1):
        part = step / steps
        x = area.left() + area.width() * part
        falls.append(QPointF(x, area.bottom() - area.height() * cos(pi / 2 * part)))
        rises.append(QPointF(x, area.bottom() - area.height() * sin(pi / 2 * part)))
    shown = [falls] * (box.point > box.first) + [rises] * (box.point < box.end)
    shade = QPainterPath()
    for curve in shown if len(shown) == 1 else ():
        shade.addPolygon(curve)
        shade.lineTo(area.topLeft() if curve is rises else area.topRight())
        shade.closeSubpath()
    painter.fillPath(shade, QColor(0, 0, 0, 120))
    painter.setPen(QPen(color, 1.2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for curve in shown:
        painter.drawPolyline(curve)


def _hatch(painter: QPainter, area: QRectF, color: QColor, *, spacing: int) -> None:
    """Slanted lines; drawn by hand because Qt's own pattern does not follow the screen's pixel ratio."""
    painter.save()
    painter.setClipRect(area)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QBrush(color), 1))
    x = area.left() - area.height() - (area.left() - area.height()) % spacing
    while x < area.right():
        painter.drawLine(QPointF(x, area.bottom()), QPointF(x + area.height(), area.top()))
        x += spacing
    painter.restore()

"""The pictures that decide a trim, large, where the viewer's picture is: what leaves and what comes in at the edit point.

Two for a trim, a ripple and a roll; four for a slip and a slide, where the two that stay as they are stand small above those that
change. While a picture is on its way the one before it stays, so that a drag never blinks.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.theme import tokens
from app.theme.lettering import figures, letters
from app.timeline.balloon import numbers
from app.timeline.drags import Look
from app.timeline.showing import Showing
from app.timeline.view import TracksView
from app.words import say, tr
from engine.film.cuts import Clip
from engine.film.supply import picture_at
from engine.film.timecode import timecode

_GAP, _FOOT = 12.0, 30.0
_ASIDE = 0.34
"""How wide a picture that stays as it is stands above the others, in parts of one of those."""


class TwoUp(QWidget):
    """Laid over `ground` while a drag of `view` moves an edge; hidden else, and never in the way of the pointer."""

    def __init__(self, view: TracksView, ground: QWidget) -> None:
        super().__init__(ground)
        self._view = view
        self._last: dict[Look, QImage] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        say(self.setAccessibleName, "Pictures at the edit point")
        self.hide()
        view.proposed.connect(self._follow)
        if view.stills is not None:
            view.stills.arrived.connect(self._on_arrived)

    @property
    def looks(self) -> tuple[Look, ...]:
        """The pictures that are shown, in the order of the film."""
        proposal = self._view.proposal
        return tuple(each for each in proposal.looks if _seen(self._view.showing, each)) if proposal else ()

    def _follow(self) -> None:
        looks = self.looks
        if not looks:
            self._last.clear()
        elif self.isHidden():
            parent = self.parentWidget()
            assert parent is not None
            self.setGeometry(parent.rect())
            self.raise_()
        self.setVisible(bool(looks))
        self.update()

    def _on_arrived(self, path: object) -> None:
        if self.isVisible():
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures on neutral ground, with what each is, and how far the edge has gone."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.now().picture_ground))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for look, cell in cells(self.looks, QRectF(self.rect()), self._view.showing.aspect):
            self._paint_one(painter, look, cell)
        self._paint_distance(painter)
        painter.end()

    def _paint_one(self, painter: QPainter, look: Look, cell: QRectF) -> None:
        now, showing = tokens.now(), self._view.showing
        painter.fillRect(cell, QColor("#000000"))
        picture = self._picture(look, cell.width() * self.devicePixelRatioF())
        if picture is not None:
            painter.drawImage(cell, picture)
        else:
            painter.setPen(QColor("#8a8a8a"))
            painter.setFont(letters())
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, tr("not drawn yet"))
        if not look.aside:
            _paint_bracket(painter, cell, look, QColor(now.accent))
        slate, time = _words(showing, look)
        below = QRectF(cell.left(), cell.bottom() + 4, cell.width(), 20)
        painter.setFont(letters(strong=True, small=look.aside))
        painter.setPen(QColor("#e4e4e4"))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, slate)
        painter.setFont(figures(small=look.aside))
        painter.setPen(QColor("#9c9c9c"))
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, time)

    def _paint_distance(self, painter: QPainter) -> None:
        proposal = self._view.proposal
        text = numbers(proposal, self._view.showing.film.rate) if proposal is not None else ""
        if text:
            painter.setFont(figures(strong=True, title=True))
            painter.setPen(QColor("#e4e4e4"))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(text)
            foot = QRectF(self.width() / 2 - wide, self.height() - 40.0, 2 * wide, 32)
            painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, text)

    def _picture(self, look: Look, width: float) -> QImage | None:
        """As it would be after the edit; else what was last seen there, else what stands for the shot."""
        showing, clip = self._view.showing, _clip(self._view.showing, look)
        if clip is None or showing.stills is None:
            return None
        shot, take = showing.shot(clip), showing.take(clip)
        found = None
        if take is not None:
            found = showing.stills.frame(take, picture_at(take, showing.film.rate, _frame(clip, look)), round(width))
        if found is None and shot is not None:
            found = self._last.get(look) or showing.stills.picture(shot, round(width))[1]
        if found is not None:
            self._last[look] = found
        return found


def cells(looks: tuple[Look, ...], room: QRectF, aspect: float) -> list[tuple[Look, QRectF]]:
    """Where each picture goes: those that change side by side, those that stay small above them."""
    large, small = ([each for each in looks if each.aside is aside] for aside in (False, True))
    above = _ASIDE if small else 0.0
    high = room.height() - 2 * _GAP - 2 * _FOOT - (_FOOT if small else 0.0)
    wide = min((room.width() - (len(large) + 1) * _GAP) / max(1, len(large)), high * aspect / (1 + above))
    wide, tall = max(16.0, wide), max(9.0, wide / aspect)
    top = room.top() + max(_GAP, (high - tall * (1 + above)) / 2 + _GAP)
    placed = _row(small, QPointF(room.center().x(), top), wide * _ASIDE, tall * _ASIDE)
    return placed + _row(large, QPointF(room.center().x(), top + (tall * above + _FOOT if small else 0)), wide, tall)


def _row(looks: list[Look], middle: QPointF, wide: float, tall: float) -> list[tuple[Look, QRectF]]:
    left = round(middle.x() - (len(looks) * (wide + _GAP) - _GAP) / 2)
    return [(look, QRectF(left + index * (wide + _GAP), middle.y(), wide, tall)) for index, look in enumerate(looks)]


def _paint_bracket(painter: QPainter, cell: QRectF, look: Look, color: QColor) -> None:
    """On the side of the edge that is meant: a clip ends, or one begins."""
    x, inward = (cell.left() + 1.5, 8.0) if look.edge == "head" else (cell.right() - 1.5, -8.0)
    painter.setPen(QPen(color, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(x, cell.top()), QPointF(x, cell.bottom()))
    for y in (cell.top() + 1.5, cell.bottom() - 1.5):
        painter.drawLine(QPointF(x, y), QPointF(x + inward, y))


def _words(showing: Showing, look: Look) -> tuple[str, str]:
    clip = _clip(showing, look)
    shot = showing.shot(clip) if clip is not None else None
    if clip is None or shot is None:
        return "", ""
    name = tr("{slate} begins", slate=shot.slate) if look.edge == "head" else tr("{slate} ends", slate=shot.slate)
    frame = _frame(clip, look)
    sign = "−" if frame < 0 else ""
    return name, f"{sign}{timecode(abs(frame), showing.film.rate)[3:]}"


def _frame(clip: Clip, look: Look) -> int:
    return clip.start if look.edge == "head" else clip.start + clip.frames - 1


def _clip(showing: Showing, look: Look) -> Clip | None:
    box = showing.laid.boxes.get(look.clip)
    return box.item if box is not None and isinstance(box.item, Clip) else None


def _seen(showing: Showing, look: Look) -> bool:
    clip = _clip(showing, look)
    return clip is not None and clip.shot is not None

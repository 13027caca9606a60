"""The takes of the shot in hand as rows for a list, and how one row is painted: poster, number, stars, recipe, what it is now."""

from __future__ import annotations

import datetime
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractListModel,
    QDateTime,
    QLocale,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app import words
from app.state.engines import title_of
from app.state.stills import POSTER, Stills
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import figures, letters
from app.theme.tokens import Tokens
from app.timeline.drops import SHOTS
from app.viewer.engine_room import Filed
from app.viewer.marks import Marked
from app.words import tr, word
from engine.film.takes import Take
from engine.likeness.roll_call import ALIKE
from engine.takes.index import Departed

Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole)
ENGINES = {
    "animatic": word("Animatic"),
    "draft": word("Draft engine"),
    "import": word("Imported clip"),
    "": word("Imported clip"),
}
_HIGH, _PAD, _LEFT = 96, 8, 16
_BRANCH = 20
"""How far a pickup stands in under its parent."""
_STARS = 5
_TOP = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """One take; `filed` is what its files tell, None until somebody has looked, `score` a measured likeness and `told`
    what it comes from; the `closest` of several is a hint and no choice."""

    marked: Marked
    shot_id: str
    seconds: float
    filed: Filed | None = None
    score: float | None = None
    told: str = ""
    closest: bool = False

    @property
    def made(self) -> datetime.datetime | None:
        """When its files were written, where somebody has looked."""
        return self.filed.made if self.filed else None

    @property
    def departed(self) -> Departed | None:
        """Of a final that was held against its draft."""
        return self.filed.departed if self.filed else None


class TakeRows(QAbstractListModel):
    """The rows, newest first. A take is dragged into the cut by its shot and id."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these. Rows of the same takes are changed in place, so that the selection stays."""
        if [row.marked.take.id for row in rows] == [row.marked.take.id for row in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = _TOP) -> int:
        """How many takes there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """The row for the painter, a sentence for a screen reader and the pointer."""
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return sentence(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows are selected and dragged."""
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: object) -> QMimeData:
        """A take for the timeline."""
        carried = QMimeData()
        found = [each for each in indexes if isinstance(each, QModelIndex)] if isinstance(indexes, list | tuple) else []
        if found:
            row = self._rows[found[0].row()]
            body = {"shots": [row.shot_id], "take": row.marked.take.id}
            carried.setData(SHOTS, json.dumps(body).encode())
        return carried

    def supportedDragActions(self) -> Qt.DropAction:
        """Nothing leaves the strip."""
        return Qt.DropAction.CopyAction


def recipe_words(take: Take) -> str:
    """Who made it, and with which seed."""
    engine = take.recipe.engine if take.recipe.origin != "imported" else "import"
    name = tr(ENGINES[engine]) if engine in ENGINES else tr(title_of(engine))
    version = f" {take.recipe.version}" if take.recipe.version else ""
    seed = tr("seed {seed}", seed=take.recipe.seed) if take.recipe.seed is not None else ""
    return " · ".join(filter(None, (f"{name}{version}", seed)))


def moment_words(made: datetime.datetime | None, seconds: float) -> str:
    """When it was made, and how long it is."""
    length = tr("{seconds} s", seconds=f"{seconds:.1f}")
    if made is None:
        return length
    locale = QLocale("zh_CN" if words.language() == "zh" else "en_GB")
    today = made.date() == datetime.datetime.now().date()
    moment = QDateTime.fromSecsSinceEpoch(int(made.timestamp()))
    when = locale.toString(moment, "HH:mm" if today else tr("d MMM, HH:mm"))
    return f"{tr('today')} {when} · {length}" if today else f"{when} · {length}"


def tags_of(marked: Marked, *, closest: bool = False, departs: bool = False) -> tuple[tuple[str, str], ...]:
    """What a take is now: English words and the token of their colour."""
    found = (
        (marked.circled, word("circled"), "ok"),
        (marked.pinned, word("pinned"), "accent"),
        (marked.used and not marked.circled, word("in the cut"), "muted"),
        (marked.verdict.rejected, word("rejected"), "bad"),
        (marked.stale, word("stale"), "warn"),
        (departs, word("departs from its draft"), "warn"),
        (marked.older, word("older engine"), "warn"),
        (marked.take.recipe.origin == "pickup" and not marked.parent, word("pickup"), "muted"),
        (closest, word("closest"), "muted"),
    )
    return tuple((text, color) for there, text, color in found if there)


def _tags(row: Row) -> tuple[tuple[str, str], ...]:
    departs = row.departed is not None and row.departed.departs
    return tags_of(row.marked, closest=row.closest, departs=departs)


def made_words(marked: Marked) -> str:
    """How it came about: of which take it is a pickup, who made it, with which seed."""
    pickup = tr("pickup of take {n}", n=marked.parent) if marked.parent else ""
    return " · ".join(filter(None, (pickup, recipe_words(marked.take))))


def draft_words(marked: Marked) -> str:
    """The word that stands on the pictures of drafts here as on the board, else nothing."""
    return tr("Draft") if marked.draft else ""


def sentence(row: Row) -> str:
    """Everything about a take in one line."""
    marked = row.marked
    parts = [tr("Take {n}", n=marked.number), *filter(None, (draft_words(marked),)), made_words(marked)]
    parts.append(moment_words(row.made, row.seconds))
    parts += [tr(text) for text, _ in _tags(row)]
    if marked.verdict.rating:
        parts.append("★" * marked.verdict.rating)
    told = ", ".join(filter(None, (*parts, marked.verdict.note)))
    return "\n".join(filter(None, (told, _likeness_words(row), _departure_words(row))))


def _likeness_words(row: Row) -> str:
    """The score and where it comes from, on a line of their own."""
    if row.score is None:
        return row.told
    return f"{tr('Looks like the cast: {score}', score=f'{row.score:.0%}')}. {row.told}"


def _departure_words(row: Row) -> str:
    """How alike a final and its draft are, on a line of their own."""
    if (far := row.departed) is None:
        return ""
    alike = tr("Against its draft: motion {flow}, layout {layout}", flow=f"{far.flow:.2f}", layout=f"{far.layout:.2f}")
    return f"{alike}. {tr('It departs visibly: look at both.')}" if far.departs else f"{alike}."


class TakePainter(QStyledItemDelegate):
    """Paints rows; posters come from the film's stills when they have been read."""

    def __init__(self, stills: Stills, folder: Path, aspect: float) -> None:
        super().__init__()
        self._stills, self._folder, self._aspect = stills, folder, aspect

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height for all."""
        return QSize(240, _HIGH)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One take."""
        row = index.data(ROW)
        if not isinstance(row, Row):
            return
        now = tokens.now()
        box, state = QRect(option.rect), option.state
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.accent_soft))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(now.raised))
        if row.marked.parent:
            _paint_branch(painter, box, now)
            box.setLeft(box.left() + _BRANCH)
        poster = self._poster_box(box)
        self._paint_poster(painter, poster, row, now)
        _paint_words(painter, box.adjusted(poster.right() - box.left() + 12, _PAD, -_PAD, -_PAD), row, now)
        painter.setPen(QColor(now.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.restore()

    def _poster_box(self, box: QRect) -> QRect:
        high = min(_HIGH - 2 * _PAD, round(136 / self._aspect))
        wide = round(high * self._aspect)
        return QRect(box.left() + _LEFT, box.top() + (box.height() - high) // 2, wide, high)

    def _paint_poster(self, painter: QPainter, box: QRect, row: Row, now: Tokens) -> None:
        marked = row.marked
        edge = QPainterPath()
        edge.addRoundedRect(QRectF(box), 3, 3)
        painter.save()
        painter.setClipPath(edge)
        painter.fillRect(box, QColor(now.picture_ground))
        picture = self._picture(marked.take, box.width() * 2)
        if picture is not None:
            painter.setOpacity(0.3 if marked.verdict.rejected else 1.0)
            painter.drawImage(_inside(box, picture.size()), picture)
        else:
            paint_icon(painter, QRectF(box.center().x() - 10, box.center().y() - 10, 20, 20), "image", "#6a6a6a")
        painter.restore()
        paint_plate(painter, QPointF(box.left() + 4, box.top() + 4), draft_words(marked), now)
        if marked.verdict.rejected:
            paint_icon(painter, QRectF(box.center().x() - 14, box.center().y() - 14, 28, 28), "x", now.bad)
        if marked.circled:
            painter.setPen(QPen(QColor(now.ok), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 3, 3)

    def _picture(self, take: Take, width: int) -> QImage | None:
        path = (self._folder / take.media).with_name(POSTER)
        return None if self._stills.is_missing(path) else self._stills.image(path, width)


def paint_plate(painter: QPainter, at: QPointF, text: str, now: Tokens) -> None:
    """A word on a shade over a picture, from its upper left corner; nothing for no word."""
    if not text:
        return
    font = letters(small=True)
    plate = QRectF(at, QSize(QFontMetrics(font).horizontalAdvance(text) + 8, 16))
    shade = QColor(now.shade)
    shade.setAlpha(180)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shade)
    painter.drawRoundedRect(plate, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font)
    painter.setPen(QColor("#f2f2f2"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _paint_branch(painter: QPainter, box: QRect, now: Tokens) -> None:
    """The elbow that hangs a pickup under the take it is of."""
    x, y = box.left() + _LEFT + 6, box.center().y()
    painter.setPen(QPen(QColor(now.faint), 1.5))
    painter.drawPolyline([QPointF(x, box.top()), QPointF(x, y), QPointF(box.left() + _BRANCH + 4, y)])


def _inside(box: QRect, size: QSize) -> QRect:
    fitted = QRect(QPoint(0, 0), size.scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio))
    fitted.moveCenter(box.center())
    return box if abs(fitted.width() - box.width()) <= 2 and abs(fitted.height() - box.height()) <= 2 else fitted


def _paint_words(painter: QPainter, box: QRect, row: Row, now: Tokens) -> None:
    """Number and stars; recipe; when and how long; what it is now, or the note."""
    marked = row.marked
    strong, plain = letters(strong=True), figures(small=True)
    line = QFontMetrics(strong).height()
    top = QRect(box.left(), box.top() - 2, box.width(), line)
    _write(painter, top, tr("Take {n}", n=marked.number), strong, now.text)
    paint_stars(painter, QPointF(box.right() - 14 * _STARS, top.center().y() - 5), marked.verdict.rating, now)
    pitch = QFontMetrics(plain).height()
    second = QRect(box.left(), top.bottom() + 3, box.width(), pitch)
    _write(painter, second, made_words(marked), plain, now.muted)
    third = second.translated(0, pitch + 1)
    score = "" if row.score is None else f" · {tr('likeness {score}', score=f'{row.score:.0%}')}"
    _write(painter, third, moment_words(row.made, row.seconds) + score, plain, now.muted)
    fourth = third.translated(0, pitch + 2)
    used = _paint_tags(painter, fourth, row, now)
    rest = fourth.adjusted(used, 0, 0, 0)
    if marked.verdict.note:
        _write(painter, rest, f"“{marked.verdict.note}”", plain, now.text)
    elif row.told and (row.score or 0.0) < ALIKE:
        _write(painter, rest, row.told, plain, now.muted)


def _paint_tags(painter: QPainter, box: QRect, row: Row, now: Tokens) -> int:
    """The tags, and how wide they are together."""
    colors: Mapping[str, str] = {
        "ok": now.ok, "bad": now.bad, "warn": now.warn, "accent": now.accent, "muted": now.muted,
    }  # fmt: skip
    font, x = letters(small=True, strong=True), 0
    for text, color in _tags(row):
        said = tr(text)
        wide = QFontMetrics(font).horizontalAdvance(said)
        if x + wide > box.width():
            break
        _write(painter, QRect(box.left() + x, box.top(), wide + 4, box.height()), said, font, colors[color])
        x += wide + 10
    return x


def paint_stars(painter: QPainter, at: QPointF, rating: int, now: Tokens) -> None:
    """Five stars, so many of them filled; none at all where nobody rated."""
    if not rating:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    for n in range(_STARS):
        painter.setBrush(QColor(now.accent if n < rating else now.outline))
        painter.drawPolygon(_star(QPointF(at.x() + 14 * n + 5.5, at.y() + 6), 6.2))


def _star(middle: QPointF, radius: float) -> QPolygonF:
    """A star of five points; the inner ones at 0.45 of the radius, a little fuller than the drawn one."""
    corners: list[QPointF] = []
    for n in range(10):
        turn, far = math.pi * (n / 5 - 0.5), radius * (0.45 if n % 2 else 1.0)
        corners.append(QPointF(middle.x() + far * math.cos(turn), middle.y() + far * math.sin(turn)))
    return QPolygonF(corners)


def _write(painter: QPainter, box: QRect, text: str, font: QFont, color: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(color))
    short = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), short)

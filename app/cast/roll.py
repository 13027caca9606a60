"""The list of who and what there is: subjects, props, places, each under its heading, with a small portrait and how often it is seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.cast.faces import Faces
from app.cast.portrait import paint_portrait
from app.commands.cast import Entry, counted
from app.theme import tokens
from app.theme.lettering import figures, letters
from app.words import say, tr, word
from engine.film.cast import Reference, Subject
from engine.film.document import Film

Index: TypeAlias = QModelIndex | QPersistentModelIndex
HEADINGS = (word("Cast"), word("Props"), word("Places"))
_ROW, _HEADING, _PORTRAIT = 56, 36, 40
_ENTRY = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Heading:
    """The first row of each kind."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Listed:
    """One of them, and in how many shots it is seen."""

    entry: Entry
    shots: int


Row: TypeAlias = Heading | Listed


def rows(film: Film, sought: str = "") -> list[Row]:
    """What the list holds; `sought` is found in names, other names and descriptions, in any script."""
    sought, counts = sought.strip().casefold(), counted(film)
    found: list[Row] = []
    for words, entries in zip(HEADINGS, (film.cast, film.props, film.places), strict=True):
        listed = [Listed(e, counts[e.id]) for e in entries if not sought or sought in _told(e)]
        if listed or not sought:
            found += [Heading(words, len(listed)), *listed]
    return found


def _told(entry: Entry) -> str:
    return " ".join((entry.name, *entry.aliases, entry.description)).casefold()


def portrait_of(entry: Entry, look: str | None = None) -> Reference | None:
    """The picture that stands for it: the first reference of the look, else of any."""
    if not isinstance(entry, Subject):
        return entry.references[0] if entry.references else None
    looks = (entry.look(look), *entry.looks)
    return next((reference for each in looks for reference in each.references), None)


class RollModel(QAbstractListModel):
    """The rows for Qt."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, new: list[Row]) -> None:
        """Other rows; only those that differ are painted again where their number stays."""
        if len(new) != len(self.rows):
            self.beginResetModel()
            self.rows = new
            self.endResetModel()
        elif new != self.rows:
            self.rows = new
            self.dataChanged.emit(self.index(0), self.index(len(new) - 1))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row, and its words for who cannot see it."""
        if not 0 <= index.row() < len(self.rows):
            return None
        row = self.rows[index.row()]
        if role == _ENTRY:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(row.words) if isinstance(row, Heading) else row.entry.name
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be chosen."""
        there = 0 <= index.row() < len(self.rows)
        if there and isinstance(self.rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class Roll(QListView):
    """`chosen(id)` when another one is looked at."""

    chosen = Signal(str)

    def __init__(self, prints: Faces) -> None:
        super().__init__()
        self._model = RollModel()
        self.setModel(self._model)
        self.setItemDelegate(_RowPainter(prints, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        say(self.setAccessibleName, "Cast, props and places")
        self.selectionModel().currentChanged.connect(lambda now, _: self._choose(now.row()))
        prints.ready.connect(self.viewport().update)
        tokens.changed.connect(self.viewport().update)

    @property
    def rows(self) -> list[Row]:
        """What is listed."""
        return self._model.rows

    def show_rows(self, new: list[Row], chosen: str) -> None:
        """List these, that one chosen, without telling anybody."""
        self.selectionModel().blockSignals(True)
        self._model.show_rows(new)
        at = next((i for i, row in enumerate(new) if isinstance(row, Listed) and row.entry.id == chosen), -1)
        self.setCurrentIndex(self._model.index(at) if at >= 0 else QModelIndex())
        self.selectionModel().blockSignals(False)
        self.viewport().update()

    def _choose(self, at: int) -> None:
        row = self.rows[at] if 0 <= at < len(self.rows) else None
        if isinstance(row, Listed):
            self.chosen.emit(row.entry.id)


class _RowPainter(QStyledItemDelegate):
    def __init__(self, prints: Faces, parent: Roll) -> None:
        super().__init__(parent)
        self._prints = prints

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """A heading is lower."""
        return QSize(160, _HEADING if isinstance(index.data(_ENTRY), Heading) else _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A heading, or a portrait with name and count."""
        row, box = index.data(_ENTRY), option.rect  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if isinstance(row, Heading):
            self._paint_heading(painter, row, box)
        elif isinstance(row, Listed):
            self._paint_row(painter, row, box, option.state)  # pyright: ignore[reportAttributeAccessIssue]
        painter.restore()

    def _paint_heading(self, painter: QPainter, row: Heading, box: QRect) -> None:
        painter.setFont(letters(small=True, strong=True))
        painter.setPen(QColor(tokens.now().muted))
        painter.drawText(box.adjusted(16, 8, -16, 0), Qt.AlignmentFlag.AlignVCenter, tr(row.words))
        painter.setFont(figures(small=True))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(box.adjusted(16, 8, -16, 0), flags, str(row.count) if row.count else "")

    def _paint_row(self, painter: QPainter, row: Listed, box: QRect, state: QStyle.StateFlag) -> None:
        now = tokens.now()
        lit = bool(state & QStyle.StateFlag.State_Selected)
        if lit or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if lit else now.raised))
            painter.drawRoundedRect(QRectF(box).adjusted(8, 2, -8, -2), 4, 4)
        if lit and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(now.accent), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(8.5, 2.5, -8.5, -2.5), 4, 4)
        portrait = QRectF(box.left() + 16, box.top() + (_ROW - _PORTRAIT) / 2, _PORTRAIT, _PORTRAIT)
        paint_face(painter, portrait, row.entry, self._prints)
        words = box.adjusted(16 + _PORTRAIT + 12, 0, -16, 0)
        self._paint_words(painter, row, words)

    def _paint_words(self, painter: QPainter, row: Listed, box: QRect) -> None:
        now = tokens.now()
        upper, lower = QRect(box), QRect(box)
        upper.setBottom(box.center().y() + 1)
        lower.setTop(box.center().y() + 1)
        painter.setFont(letters(strong=True))
        painter.setPen(QColor(now.text))
        name = painter.fontMetrics().elidedText(row.entry.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignBottom, name)
        painter.setFont(letters(small=True))
        painter.setPen(QColor(now.muted))
        told = tr("{n} shots", n=row.shots) if row.shots else tr("In no shot yet")
        painter.drawText(lower, Qt.AlignmentFlag.AlignTop, told)


def paint_face(painter: QPainter, box: QRectF, entry: Entry, prints: Faces, look: str | None = None) -> None:
    """The first reference, cut to the box, or the portrait that the theatre has drawn, or a card of paper; with round corners."""
    painter.save()
    frame = QPainterPath()
    frame.addRoundedRect(box, 4, 4)
    painter.setClipPath(frame, Qt.ClipOperation.IntersectClip)
    reference = portrait_of(entry, look) or prints.drawn(entry, look or "")
    # A face is cut out of the picture, so the picture is wanted larger than the box.
    longest = round(2 * max(box.width(), box.height()) * painter.device().devicePixelRatio())
    print_ = prints.small(reference, longest) if reference else None
    if print_ is None or print_.isNull():
        paint_portrait(painter, box, entry, look or "")
    else:
        painter.drawImage(box, print_, _upper_middle(print_, box))
    painter.restore()


def _upper_middle(picture: QImage, box: QRectF) -> QRectF:
    """The part of a picture that fills the box: from the middle, and of a tall one rather from above, where the face is."""
    size = picture.size().toSizeF()
    part = box.size().scaled(size, Qt.AspectRatioMode.KeepAspectRatio)
    return QRectF((size.width() - part.width()) / 2, (size.height() - part.height()) / 4, part.width(), part.height())

"""Picture pickers: the term as a drawing with its name; a click opens all of them side by side.

The names are the trade's in the language of the editor, with the other language's below: a crew often speaks both.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QWidget

from app.board import pictograms
from app.board.inspector.inspected import Mixed, Shared
from app.board.pictograms import Term
from app.theme import tokens
from app.theme.frames import column
from app.theme.lettering import letters
from app.words import changed as language_changed
from app.words import language, say, tr
from engine.script.grammar import abbreviation_of, name_of

_CELL = QSize(120, 76)


def name(term: Term) -> str:
    """What the term is called in the language of now."""
    said = name_of(term, language())
    return said.removesuffix(" shot") if language() == "en" else said


def other_name(term: Term) -> str:
    """What a crew of the other language calls it."""
    return name_of(term, "zh") if language() == "en" else abbreviation_of(term)


class TermPicker(QAbstractButton):
    """Shows the term of the shots; `picked` when a person has chosen another."""

    picked = Signal(object)

    def __init__(self, terms: Sequence[Term], title: str, *, columns: int) -> None:
        super().__init__()
        self._terms, self._columns = tuple(terms), columns
        self._title = title
        self.shown: Shared[Term] = Mixed()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        say(self.setToolTip, title)
        self.clicked.connect(self.open)
        tokens.changed.connect(self.update)
        language_changed.connect(self._named)
        self.sheet: TermSheet | None = None

    def show_term(self, term: Shared[Term]) -> None:
        """What the shots have."""
        self.shown = term
        self._named()

    def open(self) -> None:
        """Lay all terms out below the button."""
        chosen = None if isinstance(self.shown, Mixed) else self.shown.value
        self.sheet = TermSheet(self._terms, chosen, self._columns, self)
        self.sheet.picked.connect(self.picked)
        self.sheet.open_below(self)

    def sizeHint(self) -> QSize:
        """Drawing above, name below."""
        return QSize(96, 72)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down change the term without opening the sheet."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.click()
            else:
                super().keyPressEvent(event)
            return
        at = 0 if isinstance(self.shown, Mixed) else self._terms.index(self.shown.value) + step
        if 0 <= at < len(self._terms):
            self.picked.emit(self._terms[at])

    def paintEvent(self, event: QPaintEvent) -> None:
        """The drawing and its name."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = now.accent if self.hasFocus() else now.faint if self.underMouse() else now.outline
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(now.hover if self.underMouse() else now.raised))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), now.radius, now.radius)
        words = QRect(4, self.height() - 25, self.width() - 8, 20)
        painter.setFont(letters(small=True))
        if isinstance(self.shown, Mixed):
            painter.setPen(QColor(now.muted))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, tr("Several"))
            return
        term = self.shown.value
        box = QRectF(0, 9, self.width(), self.height() - 36)
        pictograms.paint(painter, box, term, QColor(now.text), QColor(now.faint))
        painter.setPen(QColor(now.text))
        said = painter.fontMetrics().elidedText(name(term), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, said)

    def _named(self) -> None:
        said = tr("Several") if isinstance(self.shown, Mixed) else name(self.shown.value)
        self.setAccessibleName(f"{tr(self._title)}: {said}")
        self.update()


class TermSheet(QFrame):
    """All terms of a kind; arrows and Enter, or a click."""

    picked = Signal(object)

    def __init__(self, terms: Sequence[Term], chosen: Term | None, columns: int, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.grid = _Grid(terms, chosen, columns)
        self.grid.picked.connect(self._pick)
        column(self, margin=8).addWidget(self.grid)

    def open_below(self, button: QWidget) -> None:
        """Below the button, inside the screen."""
        self.adjustSize()
        where = button.mapToGlobal(QPoint(0, button.height() + 4))
        screen = button.screen().availableGeometry()
        x = max(screen.left() + 8, min(where.x(), screen.right() - self.width() - 8))
        above = button.mapToGlobal(QPoint(0, -self.height() - 4)).y()
        y = where.y() if where.y() + self.height() < screen.bottom() else max(screen.top() + 8, above)
        self.move(x, y)
        self.show()
        self.grid.setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A raised sheet with an edge."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setPen(QPen(QColor(now.outline), 1))
        painter.setBrush(QColor(now.raised))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _pick(self, term: object) -> None:
        self.picked.emit(term)
        self.close()


class _Grid(QWidget):
    picked = Signal(object)

    def __init__(self, terms: Sequence[Term], chosen: Term | None, columns: int) -> None:
        super().__init__()
        self._terms, self._chosen, self._columns = tuple(terms), chosen, columns
        self._at = self._terms.index(chosen) if chosen in self._terms else 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        rows = -(-len(self._terms) // columns)
        self.setFixedSize(columns * _CELL.width(), rows * _CELL.height())

    def cell(self, index: int) -> QRect:
        """Where a term lies."""
        down, across = divmod(index, self._columns)
        return QRect(QPoint(across * _CELL.width(), down * _CELL.height()), _CELL)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, choose."""
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }
        key = Qt.Key(event.key())
        if key in steps:
            self._go(self._at + steps[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self._terms[self._at])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The one under the pointer is the one that Enter would choose."""
        self._go(self._index(event.position().toPoint()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose."""
        index = self._index(event.position().toPoint())
        if 0 <= index < len(self._terms) and self.rect().contains(event.position().toPoint()):
            self.picked.emit(self._terms[index])

    def paintEvent(self, event: QPaintEvent) -> None:
        """All cells."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(letters(small=True))
        for index, term in enumerate(self._terms):
            self._paint_cell(painter, self.cell(index), term, here=index == self._at)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nothing is under the keys any more."""
        super().focusOutEvent(event)
        self.update()

    def _paint_cell(self, painter: QPainter, box: QRect, term: Term, *, here: bool) -> None:
        now = tokens.now()
        chosen = term == self._chosen
        if here or chosen:
            painter.setPen(QPen(QColor(now.accent if chosen else now.outline), 1))
            painter.setBrush(QColor(now.accent_soft if chosen else now.hover))
            painter.drawRoundedRect(QRectF(box).adjusted(2.5, 2.5, -2.5, -2.5), now.radius, now.radius)
        pictograms.paint(
            painter, QRectF(box.left(), box.top() + 9, box.width(), 28), term, QColor(now.text), QColor(now.faint)
        )
        for y, words, color in ((40, name(term), now.text), (56, other_name(term), now.muted)):
            line = QRect(box.left() + 4, box.top() + y, box.width() - 8, 16)
            painter.setPen(QColor(color))
            said = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, Qt.AlignmentFlag.AlignCenter, said)

    def _index(self, at: QPoint) -> int:
        return at.y() // _CELL.height() * self._columns + min(at.x() // _CELL.width(), self._columns - 1)

    def _go(self, index: int) -> None:
        if 0 <= index < len(self._terms) and index != self._at:
            self._at = index
            self.update()

    def event(self, event: QEvent) -> bool:
        """Tab closes the sheet, as Esc does."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            self.window().close()
            return True
        return super().event(event)

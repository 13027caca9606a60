"""The picture on its neutral ground, letterboxed, with guides, captions and the second layer of a comparison over it.

Pictures come in the size they are painted in (`wants` says which), so a paint is a copy of memory and no scaling.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import letters
from app.viewer.booth import Lit
from app.viewer.decks import Size
from app.viewer.looks import Beside, Difference, Guides, Inset, Look, Onion, Plain, Wipe
from app.words import changed, say, tr, word

ACTION_SAFE, TITLE_SAFE = 0.93, 0.90
"""Parts of the picture that every screen shows (SMPTE ST 2046-1)."""

_GRIP = 12
_INSET = 0.4
_SLIVER = 2
"""Of the picture's width: what is being drawn, shown in its corner."""
_WHITE, _SHADE = QColor(255, 255, 255), QColor(0, 0, 0, 150)


class Screen(QWidget):
    """Shows `Lit` pictures of one aspect. `clicked` and `entered` (double click) leave it to others what they mean."""

    wants = Signal(object)  # Size
    clicked = Signal()
    entered = Signal()
    wiped = Signal(float)

    def __init__(self, aspect: Fraction = Fraction(16, 9), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aspect = aspect
        self._lit: Lit | None = None
        self._held: QImage | None = None
        self._look: Look = Plain()
        self._guides = Guides()
        self._caption = ""
        self._names = ("", "")
        self._invitation = ""
        self._inset: Inset | None = None
        self._dragging = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 90)
        say(self.setAccessibleName, "Picture")
        tokens.changed.connect(self.update)
        changed.connect(self.update)

    @property
    def look(self) -> Look:
        """How layers are put together."""
        return self._look

    @property
    def lit(self) -> Lit | None:
        """The picture that is seen."""
        return self._lit

    def show_lit(self, lit: Lit | None) -> None:
        """Paint this picture from now on; None: the bare ground."""
        self._lit = lit
        self.update()

    def hold(self, still: QImage | None) -> None:
        """Until there is a picture, this one stands in its place."""
        self._held = still
        self.update()

    def set_aspect(self, aspect: Fraction) -> None:
        """The film's width through its height."""
        if aspect != self._aspect:
            self._aspect = aspect
            self._ask()
            self.update()

    def set_look(self, look: Look) -> None:
        """Put layers together like this."""
        if look != self._look:
            beside = isinstance(look, Beside) != isinstance(self._look, Beside)
            self._look = look
            if beside:
                self._ask()
            self.update()

    def set_guides(self, guides: Guides) -> None:
        """Draw these lines."""
        if guides != self._guides:
            self._guides = guides
            self.update()

    def set_caption(self, caption: str) -> None:
        """Words over the picture's foot: what is spoken, or was remarked."""
        if caption != self._caption:
            self._caption = caption
            self.update()

    @property
    def caption(self) -> str:
        """What stands over the picture's foot."""
        return self._caption

    def set_names(self, first: str, second: str) -> None:
        """What the layers of a comparison are called."""
        self._names = (first, second)
        self.update()

    def set_inset(self, inset: Inset | None) -> None:
        """A picture of what is being drawn now."""
        if inset is not None or self._inset is not None:
            self._inset = inset
            self.update()

    @property
    def invitation(self) -> str:
        """What is said while there is no picture (English); "" where one is on its way."""
        return self._invitation

    def invite(self, words: str) -> None:
        """Say this while there is no picture."""
        self._invitation = words
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture lies, in the widget's points, on whole device pixels."""
        return _inside(QRectF(self.rect()), self._aspect, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures of another size are wanted."""
        super().resizeEvent(event)
        self._ask()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, layers, guides, words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(tokens.now().picture_ground))
        if self._lit is None and self._held is not None:
            _put(painter, self.picture_rect(), self._held)
            self._paint_guides(painter)
        elif self._lit is None or not self._lit.layers:
            self._paint_invitation(painter)
        else:
            self._paint_layers(painter, self._lit)
            self._paint_guides(painter)
            if self._caption:
                self._paint_caption(painter)
        if self._inset is not None:
            self._paint_inset(painter, self._inset)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the line of a wipe, or click."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        if isinstance(self._look, Wipe):
            self._dragging = True
            self._drag(event.position())
        else:
            self.clicked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the line, or show that it can be dragged."""
        if self._dragging:
            self._drag(event.position())
        wipes = isinstance(self._look, Wipe)
        self.setCursor(Qt.CursorShape.SplitHCursor if wipes else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the line."""
        self._dragging = False

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go closer."""
        if event.button() == Qt.MouseButton.LeftButton and not isinstance(self._look, Wipe):
            self.entered.emit()

    # --- inside

    def _drag(self, place: QPointF) -> None:
        box = self.picture_rect()
        at = min(max((place.x() - box.left()) / max(1.0, box.width()), 0.0), 1.0)
        self.set_look(Wipe(at))
        self.wiped.emit(at)

    def _ask(self) -> None:
        """Say in which size pictures are wanted."""
        box = self._boxes()[0]
        ratio = self.devicePixelRatioF()
        size = Size(max(2, round(box.width() * ratio)), max(2, round(box.height() * ratio)))
        self.wants.emit(size)

    def _boxes(self) -> tuple[QRectF, QRectF]:
        """Where the two layers lie."""
        whole = QRectF(self.rect())
        if not isinstance(self._look, Beside):
            return self.picture_rect(), self.picture_rect()
        half, ratio = (whole.width() - 2) / 2, self.devicePixelRatioF()
        left = QRectF(whole.left(), whole.top(), half, whole.height())
        right = left.translated(half + 2, 0)
        return _inside(left, self._aspect, ratio), _inside(right, self._aspect, ratio)

    def _paint_layers(self, painter: QPainter, lit: Lit) -> None:
        first, second = self._boxes()
        images = [printed.image for printed in lit.layers]
        _put(painter, first, images[0])
        if len(images) < 2 or isinstance(self._look, Plain):
            return
        painter.save()
        if isinstance(self._look, Difference):
            _put(painter, first, _difference(images[0], images[1]))
            painter.restore()
            return
        if isinstance(self._look, Onion):
            painter.setOpacity(self._look.strength)
        elif isinstance(self._look, Wipe):
            left = first.left() + round(first.width() * self._look.at)
            painter.setClipRect(QRectF(left, first.top(), first.right() - left, first.height()))
        _put(painter, second, images[1])
        painter.restore()
        self._paint_names(painter, first, second)

    def _paint_names(self, painter: QPainter, first: QRectF, second: QRectF) -> None:
        """The line of a wipe with its grip, and which side is which."""
        look = self._look
        if isinstance(look, Onion):
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(look, Wipe):
            x = first.left() + round(first.width() * look.at) + 0.5
            painter.setPen(QPen(_WHITE, 1))
            painter.drawLine(QPointF(x, first.top()), QPointF(x, first.bottom()))
            painter.setBrush(QColor(tokens.now().accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(x, first.center().y()), _GRIP, _GRIP)
            box = QRectF(x - 8, first.center().y() - 8, 16, 16)
            paint_icon(painter, box, "columns-2", tokens.now().accent_text)
        inset = 12.0
        if self._names[0]:
            _plate(painter, QPointF(first.left() + inset, first.top() + inset), self._names[0], right=False)
        if self._names[1]:
            _plate(painter, QPointF(second.right() - inset, second.top() + inset), self._names[1], right=True)

    def _paint_guides(self, painter: QPainter) -> None:
        guides = self._guides
        if guides == Guides():
            return
        box = self.picture_rect()
        if guides.thirds:
            for n in (1, 2):
                x, y = box.left() + box.width() * n / 3, box.top() + box.height() * n / 3
                _line(painter, QPointF(x, box.top()), QPointF(x, box.bottom()))
                _line(painter, QPointF(box.left(), y), QPointF(box.right(), y))
        if guides.safe:
            for part in (ACTION_SAFE, TITLE_SAFE):
                wide, high = box.width() * (1 - part) / 2, box.height() * (1 - part) / 2
                _frame(painter, box.adjusted(wide, high, -wide, -high))

    def _paint_inset(self, painter: QPainter, inset: Inset) -> None:
        """Over the whole picture, or in its lower corner with a thin edge; the words below left in it."""
        whole = self.picture_rect()
        wide = whole.width() if inset.whole else whole.width() * _INSET
        high = wide * whole.height() / max(1.0, whole.width())
        gap = 0.0 if inset.whole else 12.0
        box = QRectF(whole.right() - wide - gap, whole.bottom() - high - gap, wide, high)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(box, inset.picture)
        if not inset.whole:
            painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        painter.setFont(letters(small=True))
        high = painter.fontMetrics().height() + 8
        foot = QRectF(box.left(), box.bottom() - high, box.width(), high)
        painter.fillRect(foot, _SHADE)
        painter.setPen(QColor(244, 240, 232))
        words = painter.fontMetrics().elidedText(inset.words, Qt.TextElideMode.ElideRight, round(foot.width()) - 16)
        painter.drawText(foot.adjusted(8, 0, -8, 0), int(Qt.AlignmentFlag.AlignVCenter), words)

    def _paint_caption(self, painter: QPainter) -> None:
        box = self.picture_rect()
        font = letters()
        font.setPixelSize(max(11, round(box.height() / 20)))
        painter.setFont(font)
        room = box.adjusted(box.width() * 0.08, 0, -box.width() * 0.08, -box.height() * 0.06)
        flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom) | int(Qt.TextFlag.TextWordWrap)
        words = painter.boundingRect(room, flags, self._caption)
        pad = font.pixelSize() * 0.4
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_SHADE)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawRoundedRect(words.adjusted(-pad, -pad / 2, pad, pad / 2), pad / 2, pad / 2)
        painter.setPen(QColor(244, 240, 232))
        painter.drawText(room, flags, self._caption)

    def _paint_invitation(self, painter: QPainter) -> None:
        if not self._invitation:
            return
        painter.setPen(QColor("#9c9c9c"))
        painter.setFont(letters())
        room = QRectF(self.rect()).adjusted(24, 24, -24, -24)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), tr(self._invitation))


NOTHING_YET = word("Nothing to play yet: add a shot, or choose a cut.")


def with_wipe(look: Look, at: float) -> Look:
    """The look with its line elsewhere; any other look as it is."""
    return replace(look, at=at) if isinstance(look, Wipe) else look


def _inside(room: QRectF, aspect: Fraction, ratio: float) -> QRectF:
    """The largest box of that aspect in the middle of a room, on whole device pixels so that nothing is blurred."""
    wide = min(room.width(), room.height() * float(aspect))
    high = wide / float(aspect)
    if room.width() - wide <= _SLIVER and room.height() - high <= _SLIVER:
        wide, high = room.width(), room.height()  # a bar of a pixel is no letterbox
    left, top = room.left() + (room.width() - wide) / 2, room.top() + (room.height() - high) / 2
    left, top, wide, high = (round(each * ratio) / ratio for each in (left, top, wide, high))
    return QRectF(left, top, wide, high)


def _put(painter: QPainter, box: QRectF, image: QImage) -> None:
    """Pixel for pixel where the sizes agree."""
    ratio = painter.device().devicePixelRatioF()
    exact = (image.width(), image.height()) == (round(box.width() * ratio), round(box.height() * ratio))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not exact)
    painter.drawImage(box, image)


def _difference(one: QImage, other: QImage) -> QImage:
    """How far two pictures differ, four times over: what the eye would miss is seen, and what is the same stays black."""
    made = QImage(one.size(), QImage.Format.Format_RGB32)
    painter = QPainter(made)
    painter.drawImage(0, 0, one)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(made.rect(), other)
    painter.end()
    for _ in range(2):
        twice = made.copy()
        painter = QPainter(made)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Plus)
        painter.drawImage(0, 0, twice)
        painter.end()
    return made


def _line(painter: QPainter, start: QPointF, end: QPointF) -> None:
    """White on a dark edge: seen on snow and at night."""
    for color, width in ((QColor(0, 0, 0, 110), 3.0), (QColor(255, 255, 255, 150), 1.0)):
        painter.setPen(QPen(color, width))
        painter.drawLine(start, end)


def _frame(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((QColor(0, 0, 0, 110), 3.0), (QColor(255, 255, 255, 170), 1.0)):
        painter.setPen(QPen(color, width))
        painter.drawRect(box)


def _plate(painter: QPainter, corner: QPointF, words: str, *, right: bool) -> None:
    """A name on a dark plate in a corner of the picture."""
    painter.setFont(letters(small=True, strong=True))
    wide = painter.fontMetrics().horizontalAdvance(words) + 16
    box = QRectF(corner.x() - (wide if right else 0), corner.y(), wide, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_SHADE)
    painter.drawRoundedRect(box, 3, 3)
    painter.setPen(_WHITE)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
